// How many readings wait for an answer, the box of the focused one, and Ctrl+Enter; the form works without.
const bentuk = document.querySelector("[data-usulan]");
const kartu = [...(bentuk?.querySelectorAll("[data-bacaan]") ?? [])];
const status = bentuk?.querySelector("[data-belum]");
const dijawab = (satu) => satu.querySelector("input[type=radio]:checked");

function hitung() {
  if (!status) return;
  const n = kartu.filter((satu) => !dijawab(satu)).length;
  status.textContent = n ? status.dataset.belum.replace("{n}", n) : "";
}

// Only the picture scrolls: a page that moves between press and release takes the click away.
function sorot(nama) {
  document.querySelectorAll("[data-kotak]").forEach((kotak) => kotak.classList.toggle("fokus", kotak.dataset.kotak === nama));
  const kotak = document.querySelector(`[data-kotak="${nama}"]`), wadah = kotak?.closest(".meja-gambar");
  if (!wadah) return;
  const k = kotak.getBoundingClientRect(), w = wadah.getBoundingClientRect();
  if (k.top < w.top || k.bottom > w.bottom) wadah.scrollTop += k.top - w.top - w.height / 2;
}

bentuk?.addEventListener("change", hitung);
bentuk?.addEventListener("focusin", (e) => { const satu = e.target.closest("[data-bacaan]"); if (satu) sorot(satu.dataset.bacaan); });
bentuk?.addEventListener("keydown", (e) => {
  if (e.key !== "Enter" || !e.ctrlKey) return;
  const satu = e.target.closest("[data-bacaan]");
  if (!satu) return;
  e.preventDefault();
  if (!dijawab(satu)) satu.querySelector("[value=sesuai]").click();
  (kartu.slice(kartu.indexOf(satu) + 1).find((lain) => !dijawab(lain))?.querySelector("input[type=radio]") ?? bentuk.querySelector("[name=langkah]")).focus();
});
hitung();
