// A list by keyboard: J K rows, X chooses, Enter opens (the row is a link). Nothing here is the only way.
const baris = () => [...document.querySelectorAll("[data-daftar] a.baris")];
const pindah = (geser) => {
  const semua = baris();
  const kini = semua.indexOf(document.activeElement);
  semua[kini < 0 ? 0 : Math.max(0, Math.min(semua.length - 1, kini + geser))]?.focus();
};
const pilih = () => document.activeElement.closest("[data-daftar] li")?.querySelector("input[type=checkbox]")?.click();
const TOMBOL = { j: () => pindah(1), k: () => pindah(-1), x: pilih };
document.addEventListener("tombol", (e) => {
  const kerja = TOMBOL[e.detail.tombol];
  if (!kerja) return;
  e.preventDefault();
  kerja();
});
// The button says what it will take.
const tombol = document.querySelector("[data-ambil]");
document.addEventListener("change", (e) => {
  if (e.target.name !== "pilih") return;
  const banyak = document.querySelectorAll("input[name=pilih]:checked").length;
  tombol.textContent = banyak ? tombol.dataset.ambil.replace("{n}", banyak) : tombol.dataset.semula;
});
if (tombol) tombol.dataset.semula = tombol.textContent;
