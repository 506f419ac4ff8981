// Idle, the page steps aside: it is taken out of the document and comes back, field by field, after the proof.
const pita = document.querySelector("[data-kunci-layar]");
const DIAM = Number(pita.dataset.kunciLayar) * 1000;
const INGATKAN = DIAM - Math.min(120_000, DIAM / 3);
const kabar = new BroadcastChannel("kunci-layar");
let terakhir = Date.now();
let terdengar = terakhir;
let tersimpan = null;

const hidup = (dariSini) => {
  if (tersimpan) return;
  terakhir = Date.now();
  pita.hidden = true;
  if (!dariSini || terakhir - terdengar < DIAM / 6) return;
  terdengar = terakhir;
  kabar.postMessage("hidup");
  fetch(pita.dataset.hidup, { method: "HEAD" });
};
for (const nama of ["pointerdown", "keydown", "wheel"]) document.addEventListener(nama, () => hidup(true), { passive: true });
kabar.addEventListener("message", () => hidup(false));

const tampilkan = (teks) => {
  const lain = new DOMParser().parseFromString(teks, "text/html");
  document.title = lain.title;
  document.body.replaceChildren(...[...lain.body.children].filter((el) => el.matches("header, main")));
  document.querySelector("main input:not([type=hidden])")?.focus();
};

const kunci = async () => {
  const isian = new FormData(pita.querySelector("form"));
  tersimpan = { isi: [...document.body.childNodes], judul: document.title };
  document.body.replaceChildren();
  document.title = "Layar dikunci";
  try {
    tampilkan(await (await fetch(pita.dataset.kunci, { method: "POST", body: isian })).text());
  } catch {
    location.reload();
  }
};

document.addEventListener("submit", async (e) => {
  if (!tersimpan || e.target.getAttribute("action") || e.target.dataset.kunciSandi !== undefined) return;
  e.preventDefault();
  e.stopImmediatePropagation();
  const jawab = await fetch(pita.dataset.bukti, { method: "POST", body: new FormData(e.target) });
  const teks = await jawab.text();
  if (!jawab.ok || new URL(jawab.url).pathname.startsWith(pita.dataset.bukti)) { tampilkan(teks); return; }
  document.body.replaceChildren(...tersimpan.isi);
  document.title = tersimpan.judul;
  tersimpan = null;
  hidup(true);
}, { capture: true });

const lihatJam = () => {
  if (tersimpan) return;
  const diam = Date.now() - terakhir;
  if (diam >= DIAM) kunci();
  else if (diam >= INGATKAN) pita.hidden = false;
};
setInterval(lihatJam, Math.min(5_000, DIAM / 12));
window.addEventListener("pageshow", lihatJam);
