// The search box: offers under it, keys through the hits. Everything works without this file, only slower.
const kotak = document.getElementById("kotak-cari");
const saran = document.getElementById("saran");
const pilihan = () => [...saran.querySelectorAll("[role=option]")];
const kena = () => [...document.querySelectorAll("#hasil a.kena")];
const lebar = matchMedia("(min-width: 900px)");

const tampilkan = (ya) => {
  saran.hidden = !ya;
  kotak.setAttribute("aria-expanded", String(ya));
  if (!ya) { kotak.removeAttribute("aria-activedescendant"); pilihan().forEach((p) => p.setAttribute("aria-selected", "false")); }
};
const terpilih = () => pilihan().findIndex((p) => p.getAttribute("aria-selected") === "true");
const pilih = (urut) => {
  pilihan().forEach((p, i) => p.setAttribute("aria-selected", String(i === urut)));
  const kini = pilihan()[urut];
  if (!kini) { kotak.removeAttribute("aria-activedescendant"); return; }
  kotak.setAttribute("aria-activedescendant", kini.id);
  kini.scrollIntoView({ block: "nearest" });
};

// Offers that come after the question was sent are no longer wanted.
let terkirim = false;
kotak.addEventListener("input", () => { terkirim = false; });
document.getElementById("form-cari").addEventListener("submit", () => { terkirim = true; tampilkan(false); });
saran.addEventListener("htmx:afterSwap", () => tampilkan(!terkirim && pilihan().length > 0 && document.activeElement === kotak));
// What was typed has been asked: leaving the box must not replace the hits under the one that just got the focus.
kotak.addEventListener("change", (e) => e.stopPropagation());
kotak.addEventListener("blur", () => setTimeout(() => tampilkan(false), 150));
saran.addEventListener("mousedown", (e) => {
  const satu = e.target.closest("[role=option]");
  if (satu) { e.preventDefault(); location.assign(satu.dataset.alamat); }
});

kotak.addEventListener("keydown", (e) => {
  const terbuka = !saran.hidden, kini = terpilih();
  if (e.key === "Escape" && terbuka) { e.preventDefault(); tampilkan(false); }
  else if (e.key === "ArrowDown" && terbuka) { e.preventDefault(); pilih(Math.min(kini + 1, pilihan().length - 1)); }
  else if (e.key === "ArrowUp" && terbuka) { e.preventDefault(); pilih(kini - 1); }
  else if (e.key === "ArrowDown") { e.preventDefault(); kena()[0]?.focus(); }
  else if (e.key === "Enter" && terbuka && kini >= 0) { e.preventDefault(); location.assign(pilihan()[kini].dataset.alamat); }
});

// J and K, or the arrows once a hit has the focus; Enter is the link's own.
document.addEventListener("tombol", (e) => {
  const kini = kena().indexOf(document.activeElement);
  const langkah = { j: 1, k: -1, ...(kini >= 0 ? { ArrowDown: 1, ArrowUp: -1 } : {}) }[e.detail.tombol];
  if (!langkah) return;
  e.preventDefault();
  if (kini + langkah < 0) kotak.focus(); else kena()[Math.min(kini + langkah, kena().length - 1)]?.focus();
});

// Facets stand open beside the hits; on a phone they are a page of their own.
let buka = lebar.matches;
const pasang = () => { const s = document.getElementById("saring"); if (s) s.open = buka; };
document.addEventListener("toggle", (e) => { if (e.target.id === "saring") buka = e.target.open; }, true);
document.addEventListener("click", (e) => { if (e.target.closest("[data-tutup]") && !lebar.matches) buka = false; });
document.getElementById("hasil").addEventListener("htmx:afterSwap", pasang);
pasang();
