// Small comforts on top of pages that work without script: never the only way to do anything.

// Show or hide what was typed as password or passphrase.
document.addEventListener("click", (e) => {
  const tombol = e.target.closest("[data-lihat]");
  if (!tombol) return;
  const isian = document.getElementById(tombol.dataset.lihat);
  const tampak = isian.type === "text";
  isian.type = tampak ? "password" : "text";
  tombol.lastChild.textContent = tampak ? "Lihat" : "Sembunyikan";
});

// A double press sends once.
document.addEventListener("submit", (e) => {
  if (e.target.matches("[hx-sync]:not([hx-trigger]), [hx-sync][hx-trigger*=submit]")) return;  // htmx drops the second one itself
  const tombol = e.submitter ?? e.target.querySelector("button:not([type=button])");
  if (e.target.dataset.terkirim) { e.preventDefault(); return; }
  e.target.dataset.terkirim = "1";
  setTimeout(() => { delete e.target.dataset.terkirim; tombol?.removeAttribute("data-sibuk"); }, 8000);
  if (tombol?.classList.contains("tombol") && e.target.method === "post") {
    tombol.setAttribute("data-sibuk", "");
    const label = tombol.querySelector("[data-label]") ?? tombol;
    if (tombol.dataset.sibukKata !== undefined) label.textContent = tombol.dataset.sibukKata || "Sedang mengirim…";
  }
});
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-terkirim]").forEach((f) => delete f.dataset.terkirim));

// The file button speaks Indonesian whatever the browser's own language.
document.querySelectorAll("input[type=file][id]").forEach((isian) => {
  const label = document.createElement("label");
  label.htmlFor = isian.id;
  label.className = "tombol penuh pilih-berkas";
  label.textContent = isian.dataset.pilih ?? "Pilih berkas";
  isian.after(label);
  isian.classList.add("hanya-pembaca");
});

// Say which file was chosen.
document.addEventListener("change", (e) => {
  if (e.target.type !== "file") return;
  const tempat = document.querySelector(`[data-terpilih="${e.target.id}"]`);
  if (!tempat) return;
  const mb = (n) => `${(n / 1e6).toFixed(1).replace(".", ",")} MB`, semua = [...e.target.files];
  const nama = semua.length > 5 ? [`${semua.length} berkas`, mb(semua.reduce((n, f) => n + f.size, 0))].join(", ") : semua.map((f) => `${f.name}, ${mb(f.size)}`).join("; ");
  tempat.textContent = nama ? `Terpilih: ${nama}.` : "";
});

// Keys: "/" search, single letters on buttons, "g b" and friends; off in fields.
let awalan = "";
document.addEventListener("keydown", (e) => {
  if (e.key === "Escape") document.querySelectorAll("details[data-menu][open]").forEach((d) => { d.open = false; d.querySelector("summary").focus(); });
});
const bertombol = (tombol) => [...document.querySelectorAll("[data-tombol]")].find((el) => el.dataset.tombol.split("|").includes(tombol) && (el.offsetParent !== null || el.closest("nav")));
document.addEventListener("tombol", (e) => {
  const { tepat } = e.detail;
  if (tepat === "Escape" && document.querySelector("dialog[open], details[data-menu][open]")) return;  // closing that is enough
  const sasaran = bertombol(awalan + tepat) ?? bertombol(tepat);
  awalan = tepat === "g" ? "g " : "";
  if (!sasaran) return;
  e.preventDefault();
  if (sasaran.matches("input:not([type=radio],[type=checkbox]), textarea")) sasaran.focus(); else sasaran.click();
});

// Ctrl+S, Ctrl+Enter: the button that says so, also while typing.
document.addEventListener("keydown", (e) => {
  if (!e.ctrlKey && !e.metaKey) return;
  const tombol = document.querySelector(`[data-ctrl="${CSS.escape(e.key)}"]`);
  if (tombol) { e.preventDefault(); tombol.click(); }
});

// A link that is to be passed on: copied where the browser lets us, else it opens and stands in the address bar.
document.addEventListener("click", (e) => {
  const tautan = e.target.closest("[data-salin]");
  if (!tautan || !navigator.clipboard) return;
  e.preventDefault();
  navigator.clipboard.writeText(tautan.href).then(() => { tautan.firstElementChild.textContent = tautan.dataset.salin; }, () => location.assign(tautan.href));
});

// Paper.
document.addEventListener("click", (e) => { if (e.target.closest("[data-cetak]")) window.print(); });

// Page images: zoom about the middle and turn, all that lie side by side alike, per document, nothing stored.
const SKALA = ["100%", "150%", "220%", "300%"];
document.addEventListener("click", (e) => {
  const alat = e.target.closest("[data-alat]")?.dataset.alat;
  if (!alat) return;
  document.querySelectorAll(".meja-gambar").forEach((wadah) => {
    const besar = Number(wadah.dataset.besar ?? 0);
    const [x, y] = [(wadah.scrollLeft + wadah.clientWidth / 2) / wadah.scrollWidth, (wadah.scrollTop + wadah.clientHeight / 2) / wadah.scrollHeight];
    if (alat === "besar") wadah.dataset.besar = Math.min(SKALA.length - 1, besar + 1);
    if (alat === "kecil") wadah.dataset.besar = Math.max(0, besar - 1);
    if (alat === "pas") wadah.dataset.besar = 0;
    if (alat === "putar") wadah.dataset.putar = (Number(wadah.dataset.putar ?? 0) + 90) % 360;
    wadah.scrollTo(x * wadah.scrollWidth - wadah.clientWidth / 2, y * wadah.scrollHeight - wadah.clientHeight / 2);
  });
  const skala = document.querySelector("[data-skala]");
  if (skala) skala.textContent = SKALA[document.querySelector(".meja-gambar").dataset.besar ?? 0];
  document.dispatchEvent(new Event("gambar"));
});

// The undo bar leaves after its seconds.
document.querySelectorAll("[data-hilang]").forEach((el) => setTimeout(() => el.remove(), Number(el.dataset.hilang) * 1000));
// Errors first: the summary takes the focus.
document.querySelector("[data-fokus]")?.focus();
// A form answered by "Perbaiki" shows its field.
document.addEventListener("change", (e) => {
  const jawab = e.target.closest("[data-perbaiki]");
  if (!jawab) return;
  const isian = document.getElementById(jawab.dataset.perbaiki);
  isian.hidden = e.target.value !== "diperbaiki";
  if (!isian.hidden) isian.querySelector("input, select")?.focus();
});
// Tray: count what is ticked, in one group or in all.
const hitung = () => document.querySelectorAll("[data-hitung]").forEach((el) => {
  const n = (el.closest("[data-kelompok]") ?? document).querySelectorAll(".baki-centang:checked:not([data-semua])").length;
  el.textContent = el.dataset.hitung.replace("{n}", n);
});
document.addEventListener("change", (e) => {
  if (e.target.matches("[data-semua]")) (e.target.closest("[data-kelompok]") ?? document).querySelectorAll(".baki-centang:not([data-semua])").forEach((c) => { c.checked = e.target.checked; });
  if (e.target.matches(".baki-centang")) hitung();
});
hitung();
