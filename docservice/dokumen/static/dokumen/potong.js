// Cutting a photo to its paper before it is sent: four corners by finger, mouse or arrow keys, or found by itself.
const kotak = document.getElementById("potong");
const kanvas = kotak?.querySelector("svg[role=group]");
const foto = kanvas?.querySelector("image");
const luar = kanvas?.querySelector(".luar");
const sudut = kanvas ? [...kanvas.querySelectorAll("circle")] : [];
const KE = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const TERKECIL = 0.1; // of a side: a slip of the finger must not leave a stamp
let gambar, lebar, tinggi, tepi, selesai, berkas; // tepi: kiri, atas, kanan, bawah in pixels

const jepit = (n, dari, sampai) => Math.min(Math.max(n, dari), sampai);
const letak = (i) => [i === 0 || i === 3 ? tepi[0] : tepi[2], i < 2 ? tepi[1] : tepi[3]];

function lukis() {
  const [kiri, atas, kanan, bawah] = tepi;
  luar.setAttribute("d", `M0 0H${lebar}V${tinggi}H0ZM${kiri} ${atas}H${kanan}V${bawah}H${kiri}Z`);
  sudut.forEach((satu, i) => { const [x, y] = letak(i); satu.setAttribute("cx", x); satu.setAttribute("cy", y); });
}

function geser(i, x, y) {
  const kanan = i === 1 || i === 2, bawah = i > 1;
  if (kanan) tepi[2] = jepit(x, tepi[0] + TERKECIL * lebar, lebar); else tepi[0] = jepit(x, 0, tepi[2] - TERKECIL * lebar);
  if (bawah) tepi[3] = jepit(y, tepi[1] + TERKECIL * tinggi, tinggi); else tepi[1] = jepit(y, 0, tepi[3] - TERKECIL * tinggi);
  lukis();
}

// Paper is brighter than the table: rows and columns more than half of which are bright belong to it.
function cariKertas() {
  const skala = 160 / Math.max(lebar, tinggi), w = Math.round(lebar * skala), h = Math.round(tinggi * skala);
  const kecil = Object.assign(document.createElement("canvas"), { width: w, height: h });
  const kuas = kecil.getContext("2d");
  kuas.drawImage(gambar, 0, 0, w, h);
  const isi = kuas.getImageData(0, 0, w, h).data;
  const terang = Array.from({ length: w * h }, (_, n) => isi[4 * n] + isi[4 * n + 1] + isi[4 * n + 2]);
  const urut = [...terang].sort((a, b) => a - b);
  const ambang = (urut[Math.floor(urut.length * 0.02)] + urut[Math.floor(urut.length * 0.9)]) / 2;
  const baris = Array.from({ length: h }, (_, y) => terang.slice(y * w, y * w + w).filter((t) => t > ambang).length > w / 2);
  const kolom = Array.from({ length: w }, (_, x) => baris.reduce((n, _b, y) => n + (terang[y * w + x] > ambang), 0) > h / 2);
  const rentang = (ada, penuh) => ada.includes(true) ? [ada.indexOf(true) / ada.length * penuh, (ada.lastIndexOf(true) + 1) / ada.length * penuh] : [0, penuh];
  const [kiri, kanan] = rentang(kolom, lebar), [atas, bawah] = rentang(baris, tinggi);
  tepi = kanan - kiri < lebar / 3 || bawah - atas < tinggi / 3 ? [0, 0, lebar, tinggi] : [kiri, atas, kanan, bawah];
  lukis();
}

async function hasil() {
  const [kiri, atas, kanan, bawah] = tepi.map(Math.round);
  if (kiri === 0 && atas === 0 && kanan === lebar && bawah === tinggi) return berkas;
  const kertas = Object.assign(document.createElement("canvas"), { width: kanan - kiri, height: bawah - atas });
  kertas.getContext("2d").drawImage(gambar, -kiri, -atas);
  const isi = await new Promise((jadi) => kertas.toBlob(jadi, "image/jpeg", 0.92));
  return new File([isi], berkas.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
}

function tutup(jadi) {
  URL.revokeObjectURL(foto.getAttribute("href"));
  gambar.close();
  const jawab = selesai;
  selesai = null;
  if (kotak.open) kotak.close();
  jawab?.(jadi);
}

document.querySelector("[data-unggah]")?.addEventListener("potong", async (e) => {
  e.preventDefault();
  ({ berkas, selesai } = e.detail);
  try {
    gambar = await createImageBitmap(berkas, { imageOrientation: "from-image" });
  } catch { selesai(berkas); return; } // the server says what is wrong with it
  [lebar, tinggi] = [gambar.width, gambar.height];
  kanvas.setAttribute("viewBox", `0 0 ${lebar} ${tinggi}`);
  for (const [nama, nilai] of Object.entries({ href: URL.createObjectURL(berkas), width: lebar, height: tinggi })) foto.setAttribute(nama, nilai);
  sudut.forEach((satu) => satu.setAttribute("r", Math.max(lebar, tinggi) / 32));
  tepi = [0, 0, lebar, tinggi];
  lukis();
  kotak.showModal();
});

sudut.forEach((satu, i) => {
  satu.addEventListener("pointerdown", (e) => { satu.setPointerCapture(e.pointerId); satu.focus(); });
  satu.addEventListener("pointermove", (e) => {
    if (!satu.hasPointerCapture(e.pointerId)) return;
    const titik = new DOMPoint(e.clientX, e.clientY).matrixTransform(kanvas.getScreenCTM().inverse());
    geser(i, titik.x, titik.y);
  });
  satu.addEventListener("keydown", (e) => {
    if (!KE[e.key]) return;
    e.preventDefault();
    const [x, y] = letak(i), langkah = Math.max(lebar, tinggi) / 100;
    geser(i, x + KE[e.key][0] * langkah, y + KE[e.key][1] * langkah);
  });
});

kotak?.addEventListener("click", async (e) => {
  const cara = e.target.closest("[data-potong]")?.dataset.potong;
  if (cara === "otomatis") cariKertas();
  if (cara === "tidak") tutup(berkas);
  if (cara === "pakai") tutup(await hasil());
});
kotak?.addEventListener("close", () => { if (selesai) tutup(berkas); }); // Escape keeps the photo as it was
