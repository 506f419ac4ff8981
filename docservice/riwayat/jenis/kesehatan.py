"""Hasil pemeriksaan kesehatan (riwayat-layanan C.3.23). Confidential: health is specific data (UU 27/2022)."""

from __future__ import annotations

from django import forms

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import kembar

HASIL = {
    "sehat": "Sehat",
    "sehat_catatan": "Sehat dengan catatan",
    "tidak_sehat": "Tidak sehat untuk sementara",
    "uzur": "Tidak dapat bekerja lagi dalam semua jabatan",
    "bebas_narkoba": "Bebas narkoba",
}


class IsianKesehatan(forms.Form):
    sk_nomor = teks("Nomor surat")
    tgl_periksa = tanggal("Tanggal pemeriksaan", lampau=True, bkn="tgl")
    hasil = pilih("Hasil", HASIL, bkn="hasil")
    fasilitas = teks("Diperiksa di", bkn="fasilitas")
    keperluan = teks("Keperluan", wajib=False)
    keterangan = teks("Keterangan", 300, wajib=False)


KESEHATAN = JenisRiwayat(
    kode="kesehatan",
    nama="Pemeriksaan kesehatan",
    kelompok=Kelompok.LAIN,
    skema=IsianKesehatan,
    bidang_tmt="tgl_periksa",
    bukti_wajib=(("SEHAT", "BEBAS_NARKOBA"),),
    ringkas=lambda data: f"{HASIL[data['hasil']]}, {data['fasilitas']}",
    dari_bacaan={"sk_nomor": "nomor", "tgl_periksa": "tanggal"},
    kata_tmt="Tanggal",
    kaidah=(kembar("sk_nomor", "fasilitas", kalimat="Surat ini sudah tercatat ({lain})."),),
)
