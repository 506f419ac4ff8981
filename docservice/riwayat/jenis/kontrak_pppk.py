"""Riwayat perjanjian kerja PPPK (riwayat-layanan C.3.24; PP 49/2018)."""

from __future__ import annotations

from collections.abc import Iterator

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Rentang, bilangan, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import berjeda, bertumpuk, berurutan, kembar, masa_dinas
from docservice.riwayat.jenis.kinerja import KUADRAN
from docservice.riwayat.jenis.sanding import Kaidah, Sanding
from templates_sk import GOLONGAN_PPPK


class IsianKontrak(Rentang):
    nomor = teks("Nomor perjanjian kerja", bkn="nomor_perjanjian")
    mulai = tanggal("Mulai kontrak", bkn="tgl_kontrak_mulai", induk="tmt_gol_akhir")
    selesai = tanggal("Akhir kontrak", bkn="tgl_kontrak_akhir")
    golongan = pilih(
        "Golongan PPPK",
        {satu: f"Golongan {satu}" for satu in GOLONGAN_PPPK},
        bkn="golongan",
        induk="gol_ruang_akhir_id",
    )
    jabatan = teks("Jabatan", 200, bkn="jabatan", induk="jabatan_nama")
    perpanjangan_ke = bilangan(
        "Perpanjangan ke", 0, 20, wajib=False, bantuan="0 atau kosong untuk kontrak pertama.", bkn="perpanjangan_ke"
    )
    no_sk = teks("Nomor SK pengangkatan", wajib=False, bkn="no_sk")
    no_pertek = teks("Nomor pertek BKN", wajib=False, bkn="no_pertek")
    penilaian_kinerja_dasar = pilih(
        "Penilaian kinerja yang mendasari",
        {satu: satu for satu in KUADRAN},
        wajib=False,
        bantuan="Untuk perpanjangan.",
        bkn="penilaian_kinerja_dasar",
        tabel="kuadranNilai",
        kode=KUADRAN,
    )


def bukan_pppk(s: Sanding) -> Iterator[str]:
    if s.pegawai.jenis_asn != "PPPK":
        yield f"Pegawai ini tercatat sebagai {s.pegawai.jenis_asn}."


KONTRAK_PPPK = JenisRiwayat(
    kode="kontrak_pppk",
    nama="Perjanjian kerja PPPK",
    kelompok=Kelompok.LAIN,
    skema=IsianKontrak,
    bidang_tmt="mulai",
    bukti_wajib=(("PK_PPPK",), ("SK_PPPK",)),
    bukti_lain=("SPMT",),
    ringkas=lambda data: f"Golongan {data['golongan']}, {data['jabatan']}",
    dari_bacaan={"nomor": "nomor", "mulai": "mulai", "selesai": "selesai", "jabatan": "jabatan"},
    kata_tmt="Mulai",
    tunggal=True,
    bidang_akhir="selesai",
    turunan=lambda data: {"jabatan": data["jabatan"]},
    kaidah=(
        kembar("nomor", kalimat="Perjanjian ini sudah tercatat ({lain})."),
        bertumpuk("Bertumpuk dengan kontrak {lain}, {masa}."),
        berjeda("kontrak"),
        berurutan("perpanjangan_ke", "Perpanjangan"),
        Kaidah(bukan_pppk),
        masa_dinas("Tanggal mulai", "selesai", cuti=False),
    ),
)
