// Cutting a photo to its paper before it is sent: four corners by finger, mouse or arrow keys, or found by itself.
// A paper seen from the side is laid flat. Without this script the photo is sent as it is.
const kotak = document.getElementById("potong");
const kanvas = kotak?.querySelector("svg[role=group]");
const foto = kanvas?.querySelector("image");
const luar = kanvas?.querySelector(".luar");
const sudut = kanvas ? [...kanvas.querySelectorAll("circle")] : [];
const KE = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const TERKECIL = 0.1; // of a side: a slip of the finger must not leave a stamp
const SISI = 3200; // pixels of the long side, as in unggah.js
let gambar, lebar, tinggi, titik, selesai, berkas; // titik: [x, y] in pixels, clockwise from the top left

const jepit = (n, dari, sampai) => Math.min(Math.max(n, dari), sampai);
const jarak = ([a, b], [c, d]) => Math.hypot(a - c, b - d);
const penuh = () => [[0, 0], [lebar, 0], [lebar, tinggi], [0, tinggi]];
const sisi = (t) => t.map((satu, i) => jarak(satu, t[(i + 1) % 4]));

function lukis() {
  const isi = titik.map(([x, y]) => `${x} ${y}`).join("L");
  luar.setAttribute("d", `M0 0H${lebar}V${tinggi}H0ZM${isi}Z`);
  sudut.forEach((satu, i) => { satu.setAttribute("cx", titik[i][0]); satu.setAttribute("cy", titik[i][1]); });
}

// Corners stay in their order around a shape without dents, or there would be no sheet to lay flat.
function utuh(t) {
  const belok = t.map(([x, y], i) => {
    const [[x1, y1], [x2, y2]] = [t[(i + 1) % 4], t[(i + 2) % 4]];
    return (x1 - x) * (y2 - y1) - (y1 - y) * (x2 - x1);
  });
  return belok.every((n) => n > 0) && sisi(t).every((n) => n >= TERKECIL * Math.min(lebar, tinggi));
}

function geser(i, x, y) {
  const baru = titik.map((satu, n) => n === i ? [jepit(x, 0, lebar), jepit(y, 0, tinggi)] : satu);
  if (utuh(baru)) { titik = baru; lukis(); }
}

// Paper is brighter than the table: the bright region around the middle, and its outermost points on both diagonals.
function cariKertas() {
  const skala = 160 / Math.max(lebar, tinggi), w = Math.round(lebar * skala), h = Math.round(tinggi * skala);
  const kecil = Object.assign(document.createElement("canvas"), { width: w, height: h });
  const kuas = kecil.getContext("2d");
  kuas.drawImage(gambar, 0, 0, w, h);
  const isi = kuas.getImageData(0, 0, w, h).data;
  const terang = Array.from({ length: w * h }, (_, n) => isi[4 * n] + isi[4 * n + 1] + isi[4 * n + 2]);
  const urut = [...terang].sort((a, b) => a - b);
  const ambang = (urut[Math.floor(urut.length * 0.02)] + urut[Math.floor(urut.length * 0.9)]) / 2;
  const kertas = daerah(terang.map((t) => t > ambang), w, h);
  const ujung = [(x, y) => x + y, (x, y) => y - x, (x, y) => -x - y, (x, y) => x - y].map((nilai) =>
    kertas.reduce((n, m) => nilai(m % w, Math.floor(m / w)) < nilai(n % w, Math.floor(n / w)) ? m : n, kertas[0] ?? 0));
  const tepi = (n, batas) => n === 0 ? 0 : n === batas - 1 ? batas : n + 0.5; // the middle of its small pixel
  const baru = ujung.map((n) => [tepi(n % w, w) / w * lebar, tepi(Math.floor(n / w), h) / h * tinggi]);
  titik = kertas.length > w * h / 9 && utuh(baru) ? baru : penuh();
  lukis();
}

// The largest connected region; small ones are reflections and the edge of the table.
function daerah(ada, w, h) {
  let terluas = [];
  for (let awal = 0; awal < ada.length; awal += 1) {
    if (!ada[awal]) continue;
    const isi = [awal];
    ada[awal] = false;
    for (let n = 0; n < isi.length; n += 1) {
      const x = isi[n] % w;
      for (const [m, boleh] of [[isi[n] - 1, x > 0], [isi[n] + 1, x < w - 1], [isi[n] - w, true], [isi[n] + w, true]])
        if (boleh && ada[m]) { ada[m] = false; isi.push(m); }
    }
    if (isi.length > terluas.length) terluas = isi;
  }
  return terluas;
}

// From the unit square to the four corners (Heckbert 1989, 2.2.2).
function pemetaan([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]) {
  const [ax, ay, bx, by] = [x1 - x2, y1 - y2, x3 - x2, y3 - y2], [sx, sy] = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3];
  const n = ax * by - bx * ay, g = (sx * by - bx * sy) / n, k = (ax * sy - sx * ay) / n;
  return [x1 - x0 + g * x1, x3 - x0 + k * x3, x0, y1 - y0 + g * y1, y3 - y0 + k * y3, y0, g, k];
}

function ratakan() {
  const [atas, kanan, bawah, kiri] = sisi(titik), besar = [Math.max(atas, bawah), Math.max(kiri, kanan)];
  const kecilkan = Math.min(1, SISI / Math.max(...besar));
  const [w, h] = besar.map((n) => Math.max(1, Math.round(n * kecilkan)));
  const asal = Object.assign(document.createElement("canvas"), { width: lebar, height: tinggi }).getContext("2d");
  asal.drawImage(gambar, 0, 0);
  const dari = asal.getImageData(0, 0, lebar, tinggi).data, hasil = new ImageData(w, h), ke = hasil.data;
  const [a, b, c, d, e, f, g, k] = pemetaan(titik);
  for (let y = 0, n = 0; y < h; y += 1) for (let x = 0; x < w; x += 1, n += 4) {
    const u = (x + 0.5) / w, v = (y + 0.5) / h, z = g * u + k * v + 1;
    const px = jepit((a * u + b * v + c) / z - 0.5, 0, lebar - 1.001), py = jepit((d * u + e * v + f) / z - 0.5, 0, tinggi - 1.001);
    const i = px | 0, j = py | 0, p = px - i, q = py - j, m = 4 * (j * lebar + i), l = 4 * lebar;
    for (let s = 0; s < 3; s += 1)
      ke[n + s] = (dari[m + s] * (1 - p) + dari[m + 4 + s] * p) * (1 - q) + (dari[m + l + s] * (1 - p) + dari[m + l + 4 + s] * p) * q;
    ke[n + 3] = 255;
  }
  const kertas = Object.assign(document.createElement("canvas"), { width: w, height: h });
  kertas.getContext("2d").putImageData(hasil, 0, 0);
  return kertas;
}

async function hasil() {
  if (titik.every((satu, i) => jarak(satu, penuh()[i]) < 1)) return berkas;
  const isi = await new Promise((jadi) => ratakan().toBlob(jadi, "image/jpeg", 0.92));
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
  titik = penuh();
  lukis();
  kotak.showModal();
});

sudut.forEach((satu, i) => {
  satu.addEventListener("pointerdown", (e) => { satu.setPointerCapture(e.pointerId); satu.focus(); });
  satu.addEventListener("pointermove", (e) => {
    if (!satu.hasPointerCapture(e.pointerId)) return;
    const jari = new DOMPoint(e.clientX, e.clientY).matrixTransform(kanvas.getScreenCTM().inverse());
    geser(i, jari.x, jari.y);
  });
  satu.addEventListener("keydown", (e) => {
    if (!KE[e.key]) return;
    e.preventDefault();
    const [x, y] = titik[i], langkah = Math.max(lebar, tinggi) / 100;
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
