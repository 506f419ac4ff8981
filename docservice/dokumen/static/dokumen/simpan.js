// Photos stay on this device until they are sent or thrown away: a phone that drops the page in the middle loses none.
// One entry a slot, only for the account that took them, a week at most. Without this script nothing is kept.
const SEMINGGU = 7 * 24 * 3600 * 1000;
const bentuk = document.querySelector("form[data-slot]");
const kata = document.getElementById("tersimpan");
const slot = bentuk?.dataset.slot;

const jadi = (minta) => new Promise((ya, tidak) => { minta.onsuccess = () => ya(minta.result); minta.onerror = () => tidak(minta.error); });

const lemari = (() => {
  let terbuka;
  return async (cara) => {
    const minta = terbuka ? null : indexedDB.open("foto", 1);
    if (minta) { minta.onupgradeneeded = () => minta.result.createObjectStore("slot"); terbuka = jadi(minta); }
    return (await terbuka).transaction("slot", cara).objectStore("slot");
  };
})();

async function rapikan(usang) {
  const isi = await lemari("readwrite");
  for (const nama of await jadi(isi.getAllKeys())) if (usang(nama, await jadi(isi.get(nama)))) await jadi(isi.delete(nama));
}

async function simpan({ foto, kunci }) {
  const isi = await lemari("readwrite");
  await jadi(foto.length ? isi.put({ foto, kunci, pada: Date.now() }, slot) : isi.delete(slot));
  kata.hidden = !foto.length;
}

async function mulai() {
  const akun = slot.split(":")[0];
  await rapikan((nama, isi) => !nama.startsWith(`${akun}:`) || Date.now() - isi.pada > SEMINGGU);
  const ada = await jadi((await lemari("readonly")).get(slot));
  let urut = Promise.resolve(); // one after another: the last state is the one that stays
  bentuk.addEventListener("halaman", (e) => { urut = urut.then(() => simpan(e.detail)).catch(() => { kata.hidden = true; }); });
  bentuk.querySelector("[data-buang]").addEventListener("click", () => bentuk.dispatchEvent(new CustomEvent("pulihkan", { detail: [] })));
  if (ada && !bentuk.querySelector("input[type=file]").files.length) bentuk.dispatchEvent(new CustomEvent("pulihkan", { detail: ada.foto }));
}

const terkirim = document.querySelector("[data-terkirim]")?.dataset.terkirim;
if (terkirim) rapikan((_nama, isi) => isi.kunci === terkirim).catch(() => {}); // a browser that keeps nothing has nothing to clear
if (bentuk) mulai().catch(() => {});
