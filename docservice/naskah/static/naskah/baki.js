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

document.addEventListener("keydown", (e) => {
  if (e.target.closest("input:not([type=checkbox]), textarea, select") || e.ctrlKey || e.metaKey || e.altKey) return;
  const huruf = e.key.toLowerCase();
  if (huruf === "j" || huruf === "k") { e.preventDefault(); pindah(kini + (huruf === "j" ? 1 : -1)); }
  if (huruf === "x") {
    const kotak = baris()[kini]?.querySelector(".baki-centang");
    if (!kotak) return;
    e.preventDefault();
    centang(e.shiftKey ? jangkar : kini, kini, e.shiftKey ? true : !kotak.checked);
    jangkar = kini;
  }
  if (e.key === "Enter" && e.target.closest(".baki-baris a")) {
    e.preventDefault();
    document.getElementById("halaman-naskah")?.classList.toggle("meja-pendek");
    document.getElementById("halaman-naskah")?.focus();
  }
});
// On a phone the page lies below the list: bring it into view.
document.addEventListener("htmx:afterSwap", (e) => {
  if (e.target.id === "naskah" && !window.matchMedia("(min-width: 900px)").matches) e.target.scrollIntoView({ block: "start" });
});
document.addEventListener("click", (e) => {
  const dipilih = e.target.closest(".baki-baris[data-naskah]");
  if (!dipilih || e.target.closest(".baki-centang")) return;
  kini = baris().indexOf(dipilih);
  baris().forEach((b, n) => b.classList.toggle("terpilih", n === kini));
});
