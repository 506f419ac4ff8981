"""Riwayat pindah unit kerja (riwayat-layanan C.3.13; POSO 4j; SIASN rw-pnsunor)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import LAINNYA, Keputusan, tanggal, teks
from docservice.riwayat.jenis.kaidah import bersambung, masa_dinas, setanggal


class IsianUnor(Keputusan):
    unit_lama = teks("Unit kerja lama", 200)
    unit_baru = teks("Unit kerja baru", 200, bkn="nama_unor_baru", induk="unor_nama")
    tmt = tanggal("Mulai bertugas di unit baru")
    instansi = teks("Instansi", 200, bkn="instansi", tabel="instansi", rinci=LAINNYA)
    asal = teks("Asal data", bantuan="Seperti di SIASN.", bkn="asal", rinci=LAINNYA)


UNOR = JenisRiwayat(
    kode="unor",
    nama="Pindah unit kerja",
    kelompok=Kelompok.JABATAN,
    skema=IsianUnor,
    bidang_tmt="tmt",
    bukti_wajib=(("SK_PINDAH", "SPMT"),),
    ringkas=lambda data: f"{data['unit_lama']} ke {data['unit_baru']}",
    dari_bacaan={**KEPUTUSAN, "tmt": "tmt"},
    siasn="rw-pnsunor",
    untuk_bkn=lambda data: {"unor_baru": data["unit_baru"]},
    kaidah=(
        setanggal("Sudah ada perpindahan pada tanggal ini ({lain})."),
        bersambung("unit_lama", "unit_baru", "Unit kerja"),
        masa_dinas("Tanggal"),
    ),
)
