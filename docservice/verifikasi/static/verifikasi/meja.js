// The workbench by keyboard: J K papers, arrows fields, Space page seen. Everything is also a button.
const bidang = [...document.querySelectorAll(".bangku-isian .bidang")];
let kini = -1;
const ke = (n) => {
  bidang[kini]?.classList.remove("kini");
  document.querySelectorAll(".lembar rect.fokus").forEach((r) => r.classList.remove("fokus"));
  kini = Math.max(0, Math.min(bidang.length - 1, n));
  const satu = bidang[kini];
  if (!satu) return;
  satu.classList.add("kini");
  satu.focus({ preventScroll: false });
  const kotak = document.querySelector(`.lembar rect[data-bidang="${satu.dataset.bidang}"]`);
  kotak?.classList.add("fokus");
  kotak?.scrollIntoView({ block: "center", inline: "nearest" });
};
const tetangga = (geser) => {
  const daftar = [...document.querySelectorAll(".bangku-tumpukan a")];
  const n = daftar.findIndex((a) => a.hasAttribute("aria-current"));
  daftar[n + geser]?.click();
};
document.addEventListener("keydown", (e) => {
  if (e.target.closest("textarea, select, input:not([type=radio],[type=checkbox])") || e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === "ArrowDown") { e.preventDefault(); ke(kini + 1); }
  if (e.key === "ArrowUp") { e.preventDefault(); ke(kini - 1); }
  if (e.key === "j" || e.key === "J") tetangga(1);
  if (e.key === "k" || e.key === "K") tetangga(-1);
  if (e.key === " " && !e.target.closest("button, summary, a, label, input")) {
    e.preventDefault();
    const belum = document.querySelector("[data-dilihat]:not(:checked)");
    if (belum) { belum.checked = true; document.getElementById(`halaman-${belum.dataset.dilihat}`)?.scrollIntoView({ block: "start" }); }
  }
});
// A page that has been in view is a page that was opened.
const amati = new IntersectionObserver((isi) => isi.forEach((i) => {
  if (i.isIntersecting) { const c = document.querySelector(`[data-dilihat="${i.target.id.slice(8)}"]`); if (c) c.checked = true; }
}), { threshold: 0.5 });
document.querySelectorAll(".lembar[id]").forEach((l) => amati.observe(l));
