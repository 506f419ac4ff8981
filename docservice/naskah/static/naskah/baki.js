// Keys of the tray: J K move, X ticks, Shift+X a stretch, Enter enlarges. Nothing here signs.
const baris = () => [...document.querySelectorAll(".baki-baris[data-naskah]")];
let kini = Math.max(0, baris().findIndex((b) => b.classList.contains("terpilih")));
let jangkar = kini;

const pindah = (ke) => {
  const semua = baris();
  if (!semua.length) return;
  kini = Math.min(semua.length - 1, Math.max(0, ke));
  semua.forEach((b, n) => b.classList.toggle("terpilih", n === kini));
  semua[kini].querySelector("a").focus();
  semua[kini].querySelector("a").click();
};
const centang = (dari, sampai, nilai) => baris().slice(Math.min(dari, sampai), Math.max(dari, sampai) + 1).forEach((b) => {
  const kotak = b.querySelector(".baki-centang");
  if (kotak && kotak.checked !== nilai) { kotak.checked = nilai; kotak.dispatchEvent(new Event("change", { bubbles: true })); }
});

const pilih = (shift) => {
  const kotak = baris()[kini]?.querySelector(".baki-centang");
  if (!kotak) return;
  centang(shift ? jangkar : kini, kini, shift ? true : !kotak.checked);
  jangkar = kini;
};
const perbesar = () => {
  const halaman = document.getElementById("halaman-naskah");
  halaman?.classList.toggle("meja-pendek");
  halaman?.focus();
};
const TOMBOL = { j: () => pindah(kini + 1), k: () => pindah(kini - 1), x: pilih, Enter: perbesar };
document.addEventListener("tombol", (e) => {
  const { tombol, shift } = e.detail;
  if (!TOMBOL[tombol] || (tombol === "Enter" && !e.target.closest(".baki-baris a"))) return;
  e.preventDefault();
  TOMBOL[tombol](shift);
});
// On a phone the opened decree covers the list (:target), and the way back closes it. On a desk the first one lies
// open beside the list: only there has it been seen.
const lebar = window.matchMedia("(min-width: 900px)");
document.addEventListener("htmx:afterSwap", (e) => {
  if (e.target.id !== "naskah" || lebar.matches) return;
  location.hash = "naskah";
  e.target.scrollTop = 0;
  e.target.focus();
});
if (lebar.matches && baris().length && !location.search.includes("buka=")) {
  htmx.ajax("GET", baris()[kini].querySelector("a").getAttribute("hx-get"), { target: "#naskah", swap: "innerHTML" });
}
document.addEventListener("click", (e) => {
  const dipilih = e.target.closest(".baki-baris[data-naskah]");
  if (!dipilih || e.target.closest(".baki-centang")) return;
  kini = baris().indexOf(dipilih);
  baris().forEach((b, n) => b.classList.toggle("terpilih", n === kini));
});
