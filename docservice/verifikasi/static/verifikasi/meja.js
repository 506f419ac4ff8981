// The workbench by keyboard: J K papers, arrows fields, Space page seen. Everything is also a button.
// After a decision the whole #meja is replaced, so nothing here holds on to its parts: one listener per event.
const meja = () => document.getElementById("meja");
const semua = (pilih) => [...meja().querySelectorAll(pilih)];
const satu = (pilih) => meja().querySelector(pilih);
let dibuka = performance.now();
let urung = 0;

// Fields: the box on the page follows; a field that was looked at is a field that was checked.
const keBidang = (geser) => {
  const bidang = semua(".bidang[data-bidang]");
  const kini = bidang.findIndex((b) => b.classList.contains("kini"));
  const tuju = bidang[Math.max(0, Math.min(bidang.length - 1, kini + geser))];
  if (!tuju) return;
  semua(".bidang.kini, rect.fokus").forEach((el) => el.classList.remove("kini", "fokus"));
  tuju.classList.add("kini");
  tuju.focus();
  const periksa = tuju.querySelector("[data-diperiksa]");
  if (periksa) periksa.checked = true;
  const kotak = satu(`rect[data-bidang="${tuju.dataset.bidang}"]`);
  kotak?.classList.add("fokus");
  keKotak();
};
// At any zoom the page shows the field that is looked at: its box goes to the middle.
const keKotak = () => satu("rect.fokus")?.scrollIntoView({ block: "center", inline: "center" });
document.addEventListener("gambar", keKotak);

// Pages: the one in view is the current one; its reasons are shown, and having been in view is having been opened.
const halamanKini = () => Number(meja().dataset.halaman ?? 1);
const keHalaman = (nomor) => satu(`.lembar[data-halaman="${nomor}"]`)?.scrollIntoView({ block: "start" });
const pindahHalaman = (nomor) => {
  meja().dataset.halaman = nomor;
  satu("[data-nomor]").textContent = nomor;
  const banyak = semua("[data-alasan-halaman]");
  banyak.forEach((f) => { f.hidden = banyak.length > 1 && Number(f.dataset.alasanHalaman) !== Number(nomor); });
};
const amati = new IntersectionObserver((isi) => isi.forEach((i) => {
  if (!i.isIntersecting || !i.target.dataset.halaman) return;
  const centang = satu(`[data-dilihat="${i.target.dataset.halaman}"]`);
  if (centang) centang.checked = true;
  pindahHalaman(i.target.dataset.halaman);
}), { threshold: 0.5 });
const halamanDilihat = () => {
  const nomor = halamanKini();
  const centang = satu(`[data-dilihat="${nomor}"]`);
  if (centang) centang.checked = true;
  keHalaman(nomor + 1);
};

// The sentence the employee will read, as the reasons are ticked.
const pratinjau = () => {
  const tempat = satu("[data-pratinjau]");
  const kalimat = semua("input[name=alasan]:checked").map((c) => c.dataset.kalimat.replaceAll("{n}", c.value.split(":")[0]));
  const teks = [...new Set(kalimat.filter(Boolean)), satu("#catatan").value.trim()].join(" ").trim();
  tempat.textContent = teks ? tempat.dataset.pratinjau.replace("{}", teks) : "";
};
const tandaiAlasan = (kode) => {
  const centang = satu(`[data-alasan-halaman="${halamanKini()}"] [data-kode="${kode}"]`) ?? satu(`[data-kode="${kode}"]`);
  if (!centang) return;
  satu("#kembali").open = true;
  centang.checked = !centang.checked;
  pratinjau();
};

const tetangga = (geser) => {
  const daftar = semua(".bangku-tumpukan a[hx-get]");
  daftar[daftar.findIndex((a) => a.hasAttribute("aria-current")) + geser]?.click();
};
const TOMBOL = {
  ArrowDown: () => keBidang(1), ArrowUp: () => keBidang(-1),
  j: () => tetangga(1), k: () => tetangga(-1),
  "[": () => keHalaman(halamanKini() - 1), "]": () => keHalaman(halamanKini() + 1),
  " ": halamanDilihat,
};
document.addEventListener("tombol", (e) => {
  const { tombol } = e.detail;
  if (tombol === " " && e.target.closest("button, summary, a, label, input")) return;
  const kerja = TOMBOL[tombol] ?? (/^[0-9]$/.test(tombol) ? () => tandaiAlasan(tombol) : null);
  if (!kerja) return;
  e.preventDefault();
  kerja();
});
document.addEventListener("keydown", (e) => {
  if (e.key === "Enter" && e.ctrlKey && e.target.closest("#kembali")) satu("#kembali button.penuh").click();
});
document.addEventListener("change", (e) => { if (e.target.name === "alasan") pratinjau(); });
document.addEventListener("input", (e) => { if (e.target.id === "catatan") pratinjau(); });
document.addEventListener("toggle", (e) => { if (e.target.id === "catat" && e.target.open) satu("#catatan_bkpsdmd").focus(); }, true);
// Pressed at the foot of a phone, the reasons lie far below.
document.addEventListener("toggle", (e) => {
  if (e.target.id === "kembali" && e.target.open && window.matchMedia("(max-width: 999px)").matches) e.target.scrollIntoView();
}, true);
document.addEventListener("click", (e) => {
  if (e.target.closest("[data-bantuan]")) satu("#daftar-tombol").showModal();
  if (e.target.closest("[data-banding]")) { satu("#banding").hidden = !satu("#banding").hidden; keKotak(); }
  if (e.target.closest("[data-kirim-lagi]")) tekanan?.click();
});

// Two papers side by side move together: the same place of the same page in both, at one zoom.
let diatur = null;
const samakan = (dari) => {
  const ke = semua(".bangku-berdampingan .meja-gambar").find((el) => el !== dari && el.offsetParent);
  if (!ke) return;
  const lembar = [...dari.querySelectorAll(".lembar")], lain = [...ke.querySelectorAll(".lembar")];
  if (!lembar.length || !lain.length) return;
  const nomor = Math.max(0, lembar.findLastIndex((l) => l.offsetTop - dari.offsetTop <= dari.scrollTop));
  const bagian = (dari.scrollTop - lembar[nomor].offsetTop + dari.offsetTop) / lembar[nomor].offsetHeight;
  const tujuan = lain[Math.min(nomor, lain.length - 1)];
  const [x, y] = [ke.scrollLeft, ke.scrollTop];
  ke.scrollTo(
    dari.scrollLeft / Math.max(1, dari.scrollWidth - dari.clientWidth) * (ke.scrollWidth - ke.clientWidth),
    tujuan.offsetTop - ke.offsetTop + bagian * tujuan.offsetHeight,
  );
  if (ke.scrollLeft !== x || ke.scrollTop !== y) diatur = ke;
};
document.addEventListener("scroll", (e) => {
  if (!e.target.closest?.(".bangku-berdampingan")) return;
  if (diatur === e.target) diatur = null; else samakan(e.target);
}, true);
document.addEventListener("htmx:afterSettle", (e) => {
  const [dari, ke] = semua(".bangku-berdampingan .meja-gambar");
  if (e.detail.target.id !== "banding" || !ke) return;
  Object.assign(ke.dataset, dari.dataset);
  samakan(dari);
});

// Refusals are shown like any answer; a broken line says so and loses nothing.
let tekanan = null;
document.addEventListener("submit", (e) => {
  if (e.target.id !== "putusan") return;
  tekanan = e.submitter;
  satu("[data-detik]").value = Math.round((performance.now() - dibuka) / 1000);
}, true);
document.addEventListener("htmx:beforeSwap", (e) => {
  if (e.detail.target.id !== "meja") return;
  if (!e.detail.xhr.responseText.includes('id="meja"')) { e.detail.shouldSwap = false; if (e.detail.xhr.status >= 400) location.reload(); return; }
  if ([409, 422].includes(e.detail.xhr.status)) { e.detail.shouldSwap = true; e.detail.isError = false; }
});
document.addEventListener("htmx:sendError", () => { satu("#putus").hidden = false; });
document.addEventListener("htmx:afterSwap", (e) => {
  if (e.detail.target.id === "meja" || e.detail.elt.id === "meja") document.dispatchEvent(new Event("meja"));
});

// The undo bar leaves after its seconds.
const hitungMundur = () => {
  clearTimeout(urung);
  const bilah = satu("[data-hilang]");
  urung = bilah ? setTimeout(() => bilah.remove(), Number(bilah.dataset.hilang) * 1000) : 0;
};
const siapkan = () => {
  dibuka = performance.now();
  amati.disconnect();
  semua(".lembar[data-halaman]").forEach((l) => amati.observe(l));
  pindahHalaman(1);
  hitungMundur();
  (satu("[data-fokus]") ?? satu(".bidang-daftar"))?.focus({ preventScroll: true });
};
siapkan();
document.addEventListener("meja", siapkan);  // another paper lies on the desk
document.addEventListener("sekitar", hitungMundur);  // the same one; what is around it changed
// Two minutes before the batch goes back, and when it has: said once each.
const ucapkan = (tempat, kata) => {
  if (tempat.textContent === kata) return;
  tempat.textContent = kata;
  tempat.setAttribute("role", "alert");
};
setInterval(() => {
  const tenggat = document.querySelector("#meja [data-sampai]");  // none while the screen is locked
  const sisa = tenggat ? new Date(tenggat.dataset.sampai) - Date.now() : Infinity;
  if (sisa > 120_000) return;
  ucapkan(tenggat, sisa > 0 ? tenggat.dataset.hampir : tenggat.dataset.habis);
  satu("#perpanjang").hidden = sisa <= 0;
  satu("#ambil-lagi").hidden = sisa > 0;
}, 5000);
