// Big files travel in parts (tus 1.0.0), so that a line that breaks costs one part. What arrived is named in the form
// instead of the file, and the form is then sent as ever. Without script the form carries the file itself.
const POTONG = 512 * 1024;
const TUS = { "Tus-Resumable": "1.0.0" };
const PUTUS = "Sambungan terputus. Unggahan dilanjutkan sendiri saat sambungan kembali.";
const bentuk = document.querySelector("form[data-kiriman]");
const papan = bentuk?.querySelector("[data-kemajuan]");
const kata = papan?.querySelector("[role=status]");
const lanjut = papan?.querySelector("button");
const batang = papan?.querySelector("progress");

class Ditolak extends Error {} // the server said why; sending again would not help

const tidur = (lama) => new Promise((bangun) => {
  const jam = setTimeout(selesai, lama);
  function selesai() { clearTimeout(jam); lanjut.removeEventListener("click", selesai); removeEventListener("online", selesai); bangun(); }
  lanjut.addEventListener("click", selesai);
  addEventListener("online", selesai);
});

const minta = (cara, alamat, kepala, isi) => fetch(alamat, {
  method: cara, body: isi, redirect: "error", credentials: "same-origin",
  headers: { ...TUS, "X-CSRFToken": bentuk.querySelector("[name=csrfmiddlewaretoken]").value, ...kepala },
});

const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
// Of the name only a number: nothing personal stays in the browser, and two papers of one size are not taken for one.
const angka = (kata) => [...kata].reduce((n, huruf) => Math.imul(n ^ huruf.codePointAt(0), 16777619) >>> 0, 2166136261).toString(36);
const simpanan = (berkas) => `kiriman:${berkas.size}:${berkas.lastModified}:${angka(berkas.webkitRelativePath || berkas.name)}`;

async function periksa(jawaban) {
  if (jawaban.ok) return jawaban;
  if (jawaban.status === 409 || jawaban.status === 460 || jawaban.status === 503 || jawaban.status === 429) throw new TypeError("ulangi");
  const isi = await jawaban.json().catch(() => ({}));
  throw new Ditolak(isi.pesan ?? "Unggahan tidak dapat diterima. Coba lagi nanti.");
}

async function buat(berkas) {
  const kata = [`filename ${base64(new TextEncoder().encode(berkas.name))}`];
  if (bentuk.dataset.untuk) kata.push(`untuk ${btoa(bentuk.dataset.untuk)}`);
  const kepala = { "Upload-Length": String(berkas.size), "Upload-Metadata": kata.join(",") };
  const alamat = (await periksa(await minta("POST", bentuk.dataset.kiriman, kepala))).headers.get("Location");
  sessionStorage.setItem(simpanan(berkas), alamat);
  return alamat;
}

async function sampai(alamat) {
  const jawaban = await minta("HEAD", alamat);
  if (jawaban.status === 404 || jawaban.status === 410) return null; // its time is over: begin again
  return Number((await periksa(jawaban)).headers.get("Upload-Offset"));
}

async function bagian(berkas, alamat, tempat) {
  const isi = await berkas.slice(tempat, tempat + POTONG).arrayBuffer();
  const kepala = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(tempat) };
  if (crypto.subtle) kepala["Upload-Checksum"] = `sha256 ${base64(new Uint8Array(await crypto.subtle.digest("SHA-256", isi)))}`;
  return Number((await periksa(await minta("PATCH", alamat, kepala, isi))).headers.get("Upload-Offset"));
}

// One file until its last byte is safe; every failure that may pass is waited out.
async function antar(berkas, maju) {
  let alamat = sessionStorage.getItem(simpanan(berkas)), tempat = null, tunda = 1000;
  while (tempat === null || tempat < berkas.size) {
    try {
      if (tempat === null && alamat) tempat = await sampai(alamat);
      if (tempat === null) [alamat, tempat] = [await buat(berkas), 0];
      maju(tempat);
      if (tempat < berkas.size) tempat = await bagian(berkas, alamat, tempat);
      maju(tempat);
      [tunda, lanjut.hidden] = [1000, true];
    } catch (salah) {
      if (salah instanceof Ditolak) { sessionStorage.removeItem(simpanan(berkas)); throw salah; }
      [kata.textContent, lanjut.hidden] = [PUTUS, false];
      await tidur(tunda);
      [tunda, tempat] = [Math.min(2 * tunda, 30000), null];
    }
  }
  return alamat.split("/").filter(Boolean).pop();
}

async function kirim(semua) {
  const jumlah = semua.reduce((n, satu) => n + satu.size, 0);
  let lewat = 0;
  for (const berkas of semua) {
    const pk = await antar(berkas, (tempat) => {
      batang.value = (100 * (lewat + tempat)) / jumlah;
      const ke = semua.length > 1 ? `, berkas ${semua.indexOf(berkas) + 1} dari ${semua.length}` : "";
      kata.textContent = `Sedang diunggah, ${Math.floor(batang.value)}%${ke}`;
    });
    lewat += berkas.size;
    const isian = document.createElement("input");
    Object.assign(isian, { type: "hidden", name: "kiriman", value: pk });
    bentuk.append(isian);
  }
}

bentuk?.addEventListener("submit", async (e) => {
  const isian = [...bentuk.querySelectorAll("input[type=file]")];
  const semua = isian.flatMap((satu) => [...satu.files]);
  if (semua.reduce((n, satu) => n + satu.size, 0) <= Number(bentuk.dataset.mulai)) return; // one piece will do
  e.preventDefault();
  e.stopPropagation();
  if (bentuk.dataset.berjalan) return;
  bentuk.dataset.berjalan = "1";
  papan.hidden = false;
  kata.setAttribute("role", "status");
  bentuk.querySelectorAll("input[name=kiriman]").forEach((lama) => lama.remove());
  try {
    await kirim(semua);
    isian.forEach((satu) => { satu.disabled = true; }); // its bytes are there already
    bentuk.submit();
  } catch (salah) {
    kata.setAttribute("role", "alert");
    kata.textContent = salah.message;
    lanjut.hidden = true;
    document.title = `Perlu diperbaiki: ${document.title.replace(/^Perlu diperbaiki: /, "")}`;
  }
  delete bentuk.dataset.berjalan;
});
addEventListener("pageshow", () => bentuk?.querySelectorAll("input[type=file]").forEach((satu) => { satu.disabled = false; }));
