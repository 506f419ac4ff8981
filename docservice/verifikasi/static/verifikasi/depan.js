// The next papers are fetched and their pages drawn while one looks at this one. A decision that is complete shows the
// next paper at once and is sent meanwhile; refused, or on a broken line, its paper comes back as it was left.
const meja = () => document.getElementById("meja");
const ucapkan = (nama) => document.dispatchEvent(new Event(nama));
const urai = (teks) => Object.assign(document.createElement("div"), { innerHTML: teks });
const HTMX = { headers: { "HX-Request": "true" } };

const siap = new Map();  // address → promise of its desk; of nothing when it cannot be had
const ambil = async (alamat) => {
  const jawab = await fetch(alamat, { ...HTMX, priority: "low" });
  const baru = jawab.ok && urai(await jawab.text()).querySelector("#meja");
  if (!baru) throw new Error(alamat);
  baru.querySelector("#urungkan").replaceChildren();  // of now, not of when it is shown
  htmx.process(baru);
  baru.querySelectorAll(".lembar img:not([loading])").forEach((gambar) => gambar.decode().catch(() => {}));
  return baru;
};
const depan = () => [...meja().querySelectorAll("#depan a")];
const ambilDepan = () => {
  const perlu = depan().map((a) => a.href);
  [...siap.keys()].filter((a) => !perlu.includes(a)).forEach((a) => siap.delete(a));
  perlu.filter((a) => !siap.has(a)).forEach((a) => siap.set(a, ambil(a).catch(() => { siap.delete(a); })));
};

const letakkan = (baru, alamat) => {
  meja()?.replaceWith(baru);
  if (new URL(alamat, location).href !== location.href) history.pushState({ htmx: true }, "", alamat);  // Back is htmx's work
  ucapkan("meja");
};

// What the server would refuse is left to it; a paper that goes and comes back is worse than one that waits.
const lengkap = (form, tombol) => {
  const ada = (pilih) => form.querySelector(pilih) !== null;
  if (tombol.hasAttribute("formaction")) return true;
  if (tombol.value === "kembalikan") {
    return ada("[name=alasan]:checked") && (form.catatan.value.trim() !== "" || !ada("[data-perlu-catatan]:checked"));
  }
  const kurang = "[name=alasan]:checked, [type=checkbox][name=dilihat]:not(:checked), [name=diperiksa]:not(:checked)";
  return ada("[name=basis]:checked:not([value=belum])") && !ada(kurang);
};

// The answer to a decision; false when it cannot be told whether it arrived.
const terima = async (jawab, asal, baru, berikut) => {
  const tujuan = jawab.headers.get("HX-Redirect");
  if (tujuan) { location.assign(tujuan); return true; }
  const isi = urai(await jawab.text());
  const utuh = isi.querySelector("#meja");
  if (utuh) {  // refused, or another paper than was expected
    htmx.process(utuh);
    letakkan(utuh, jawab.headers.get("HX-Push-Url") ?? asal);
  } else if (isi.querySelector("#tumpukan")) {
    if (!baru) location.assign(berikut);
    if (meja() !== baru) return true;  // one has gone on to another, which came with its own
    [...isi.children].forEach((bagian) => {
      const tempat = document.getElementById(bagian.id);  // stays, so that what is said there is heard
      tempat.replaceChildren(...bagian.childNodes);
      htmx.process(tempat);
    });
    ucapkan("sekitar");
  } else if (jawab.status >= 500) {
    return false;
  } else {
    location.assign(asal);  // signed out, or no longer entitled: its own page says so
  }
  return true;
};

const putuskan = async (form, tombol) => {
  if (!form.isConnected) return;  // decided by the press before
  const [berikut] = depan();
  if (!berikut) { form.requestSubmit(tombol); return; }  // the last one after all
  ambilDepan();
  const [asal, lama] = [location.href, meja()];
  const isi = new URLSearchParams(new FormData(form, tombol));
  isi.set("depan", berikut.dataset.sha256);
  const tujuan = tombol.getAttribute("formaction") ?? form.action;
  const kirim = fetch(tujuan, { ...HTMX, method: "POST", body: isi, keepalive: true }).catch(() => null);
  const baru = await siap.get(berikut.href);
  siap.delete(berikut.href);
  if (baru) letakkan(baru, berikut.href);
  const jawab = await kirim;
  const sampai = jawab && await terima(jawab, asal, baru, berikut.href).catch(() => false);
  if (!sampai) {
    letakkan(lama, asal);
    lama.querySelector("#putus").hidden = false;
  }
  if (baru && meja() !== baru) siap.set(berikut.href, Promise.resolve(baru));  // what was begun on it stays
};

// One decision on its way at a time: the next one waits for the answer of the one before.
let giliran = Promise.resolve();
let jalan = 0;
document.addEventListener("submit", (e) => {
  if (e.target.id !== "putusan" || !depan().length || !lengkap(e.target, e.submitter)) return;  // htmx sends it and waits
  e.preventDefault();
  e.stopImmediatePropagation();
  jalan += 1;
  giliran = giliran.then(() => putuskan(e.target, e.submitter)).finally(() => { jalan -= 1; if (!jalan) ambilDepan(); });
}, true);

document.addEventListener("meja", () => { if (!jalan) ambilDepan(); });  // what is on its way comes first
document.addEventListener("sekitar", ambilDepan);
ambilDepan();
