// A whole folder is chosen at once; of what lies in it only papers go into the form, where kiriman.js sends them in
// parts. Chosen again after a break, what has arrived is not sent again. Without script the form sends the folder itself.
const folder = document.getElementById("id_folder");
const berkas = document.getElementById("id_berkas");
const kata = document.querySelector("[data-terpilih=id_folder]");
const akhiran = berkas?.accept.split(",") ?? [];
const kertas = (satu) => !satu.name.startsWith(".") && satu.size > 0 && akhiran.some((a) => a !== ".zip" && satu.name.toLowerCase().endsWith(a));
const mb = (n) => (n / 1e6).toFixed(1).replace(".", ",");

folder?.addEventListener("change", (e) => {
  e.stopPropagation();
  const semua = [...folder.files], pilihan = semua.filter(kertas).sort((a, b) => (a.webkitRelativePath < b.webkitRelativePath ? -1 : 1));
  const isi = new DataTransfer();
  pilihan.forEach((satu) => isi.items.add(satu));
  berkas.files = isi.files;
  document.querySelector("[data-terpilih=id_berkas]").textContent = "";
  const nama = semua[0]?.webkitRelativePath.split("/")[0] ?? "", lain = semua.length - pilihan.length;
  kata.textContent = !semua.length ? "" : [
    pilihan.length ? `Terpilih dari folder ${nama}: ${pilihan.length} berkas, ${mb(pilihan.reduce((n, satu) => n + satu.size, 0))} MB.` : `Tidak ada PDF atau foto di folder ${nama}. Pilih folder lain.`,
    lain && pilihan.length ? `${lain} berkas lain dilewati: bukan PDF atau foto.` : "",
  ].filter(Boolean).join(" ");
  folder.value = "";
});
berkas?.addEventListener("change", () => { kata.textContent = ""; });
