// Photos are made small enough for a slow line, shown, turned and put in order before they are sent as one
// document; without script the form takes several files as it is.
const SISI = 3200; // pixels of the long side: A4 at about 270 dpi, enough to be read
const bentuk = document.querySelector("[data-unggah]");
const pilih = bentuk?.querySelector("#id_berkas");
const kamera = bentuk?.querySelector("#id_kamera");
const urutan = document.getElementById("pratinjau");
const contoh = document.getElementById("lembar-foto");
const terpilih = document.getElementById("terpilih");
const dariPerangkat = bentuk?.querySelector("label[for=id_berkas].pilih-berkas");
if (dariPerangkat && matchMedia("(any-pointer: coarse)").matches) dariPerangkat.textContent = "Pilih berkas dari ponsel";
const mb = (n) => (n / 1e6).toFixed(1).replace(".", ",");
const foto = (berkas) => /^image\/(jpeg|png)$/.test(berkas.type);
let halaman = []; // File: photos in the order of the pages, or one other file

async function gambarUlang(berkas, putar) {
  const gambar = await createImageBitmap(berkas, { imageOrientation: "from-image" });
  const skala = Math.min(1, SISI / Math.max(gambar.width, gambar.height));
  const [lebar, tinggi] = [Math.round(gambar.width * skala), Math.round(gambar.height * skala)];
  const kanvas = document.createElement("canvas");
  [kanvas.width, kanvas.height] = putar ? [tinggi, lebar] : [lebar, tinggi];
  const kuas = kanvas.getContext("2d");
  if (putar) { kuas.translate(tinggi, 0); kuas.rotate(Math.PI / 2); }
  kuas.drawImage(gambar, 0, 0, lebar, tinggi);
  const isi = await new Promise((jadi) => kanvas.toBlob(jadi, "image/jpeg", putar ? 0.92 : 0.85));
  return new File([isi], berkas.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
}

async function kecilkan(berkas) {
  if (!foto(berkas) || berkas.size < 2e6) return berkas;
  try {
    const kecil = await gambarUlang(berkas, false);
    return kecil.size < berkas.size ? kecil : berkas;
  } catch { return berkas; } // the server says what is wrong with it
}

function tampilkan() {
  const isi = new DataTransfer();
  halaman.forEach((satu) => isi.items.add(satu));
  pilih.files = isi.files;
  kamera.value = "";
  const kunci = bentuk.querySelector("[name=kunci]"); // other bytes are another upload
  if (kunci && crypto.randomUUID) kunci.value = crypto.randomUUID();
  const semuaFoto = halaman.length > 0 && halaman.every(foto);
  const jumlah = halaman.reduce((n, satu) => n + satu.size, 0);
  terpilih.textContent = !halaman.length ? "" : halaman.length > 1 ? `${halaman.length} halaman, ${mb(jumlah)} MB. Periksa: terbaca, tegak, dan urut?` : `Terpilih: ${halaman[0].name}, ${mb(jumlah)} MB.`;
  bentuk.querySelector("label[for=id_kamera].pilih-berkas").textContent = `Foto halaman ${semuaFoto ? halaman.length + 1 : 1}`;
  bentuk.querySelector("[data-label]").textContent = semuaFoto ? `Kirim ${halaman.length} halaman` : "Kirim berkas";
  urutan.querySelectorAll("img").forEach((lama) => URL.revokeObjectURL(lama.src));
  urutan.replaceChildren(...(semuaFoto ? halaman.map(lembar) : []));
  urutan.hidden = !semuaFoto;
  bentuk.dispatchEvent(new CustomEvent("halaman", { detail: { foto: semuaFoto ? halaman : [], kunci: kunci?.value } }));
}

function lembar(berkas, nomor) {
  const baris = contoh.content.firstElementChild.cloneNode(true);
  baris.querySelector("img").src = URL.createObjectURL(berkas);
  baris.querySelector("img").alt = `Halaman ${nomor + 1}. Apakah tulisannya terbaca?`;
  baris.querySelector("[data-nama]").textContent = `Halaman ${nomor + 1}`;
  baris.querySelector("[data-ukuran]").textContent = `${mb(berkas.size)} MB`;
  baris.querySelectorAll("button").forEach((tombol) => {
    tombol.setAttribute("aria-label", `${tombol.textContent.trim()} halaman ${nomor + 1}`);
    tombol.addEventListener("click", () => ubah(tombol.dataset.foto, nomor));
    tombol.hidden = (tombol.dataset.foto === "naik" && nomor === 0) || (tombol.dataset.foto === "turun" && nomor === halaman.length - 1);
  });
  return baris;
}

// Cropping is another script's work (potong.js); without it the photo stays as it is.
const potong = (berkas) => new Promise((selesai) => {
  const minta = new CustomEvent("potong", { detail: { berkas, selesai }, cancelable: true });
  if (bentuk.dispatchEvent(minta)) selesai(berkas);
});

async function ubah(cara, nomor) {
  const [satu] = halaman.splice(nomor, 1);
  if (cara === "naik") halaman.splice(nomor - 1, 0, satu);
  if (cara === "turun") halaman.splice(nomor + 1, 0, satu);
  if (cara === "potong") halaman.splice(nomor, 0, await potong(satu));
  if (cara === "putar") halaman.splice(nomor, 0, await gambarUlang(satu, true).catch(() => satu));
  tampilkan();
  const tetap = urutan.children[Math.min({ naik: nomor - 1, turun: nomor + 1 }[cara] ?? nomor, halaman.length - 1)];
  (tetap?.querySelector(`[data-foto=${cara}]:not([hidden])`) ?? tetap?.querySelector("button:not([hidden])") ?? pilih).focus();
}

async function ambil(berkas) {
  const baru = await Promise.all([...berkas].map(kecilkan));
  halaman = baru.every(foto) ? [...halaman.filter(foto), ...baru] : baru;
  tampilkan();
}

bentuk?.addEventListener("change", (e) => {
  if (e.target.type === "file" && e.target.files.length) ambil(e.target.files);
});

// What simpan.js kept of an earlier visit; an empty list throws all away.
bentuk?.addEventListener("pulihkan", (e) => { halaman = e.detail; tampilkan(); });

// At a desk files are also dropped, anywhere on the form; a file dropped beside it must not replace the page.
const tempat = bentuk?.querySelector("[data-letakkan]");
if (tempat) {
  const atas = (e, ya) => { if (e.dataTransfer?.types.includes("Files")) { e.preventDefault(); tempat.toggleAttribute("data-atas", ya && bentuk.contains(e.target)); } };
  addEventListener("dragover", (e) => atas(e, true));
  addEventListener("dragleave", (e) => atas(e, false));
  addEventListener("drop", (e) => {
    atas(e, false);
    if (bentuk.contains(e.target) && e.dataTransfer.files.length) ambil(e.dataTransfer.files);
  });
}
