"""Riwayat pindah wilayah kerja (riwayat-layanan C.3.14; SIASN rw-pwk): another place of work, the same agency."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import LAINNYA, Keputusan, tanggal, teks
from docservice.riwayat.jenis.kaidah import bersambung, masa_dinas, setanggal


class IsianPwk(Keputusan):
    instansi = teks("Instansi", 200, bkn="instansi", tabel="instansi")
    unit_baru = teks("Unit kerja", 200, wajib=False, bkn="unor_baru")
    lokasi_lama = teks("Lokasi kerja asal", 200)
    lokasi_baru = teks("Lokasi kerja tujuan", 200, bkn="lokasi_kerja_baru")
    tmt = tanggal("TMT pindah wilayah kerja", bkn="tmt_pwk")
    satuan_kerja = teks("Satuan kerja", 200, bkn="satuan_kerja", tabel="satuanKerja", rinci=LAINNYA)
    kpkn_baru = teks("KPPN tujuan", bkn="kpkn_baru", tabel="kpkn", rinci=LAINNYA)


PWK = JenisRiwayat(
    kode="pwk",
    nama="Pindah wilayah kerja",
    kelompok=Kelompok.JABATAN,
    skema=IsianPwk,
    bidang_tmt="tmt",
    bukti_wajib=(("SK_PINDAH", "SPMT"),),
    ringkas=lambda data: f"{data['lokasi_lama']} ke {data['lokasi_baru']}",
    dari_bacaan={**KEPUTUSAN, "tmt": "tmt"},
    siasn="rw-pwk",
    kaidah=(
        setanggal("Sudah ada perpindahan pada tanggal ini ({lain})."),
        bersambung("lokasi_lama", "lokasi_baru", "Lokasi"),
        masa_dinas("TMT"),
    ),
)
