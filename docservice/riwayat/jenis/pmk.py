"""Riwayat peninjauan masa kerja (riwayat-layanan C.3.16; SIASN rw-masakerja)."""

from __future__ import annotations

from collections.abc import Iterator

from docservice.riwayat.jenis.dasar import KEPUTUSAN, JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import YA_TIDAK, KeputusanBernomor, Rentang, bilangan, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import bertumpuk, masa_dinas
from docservice.riwayat.jenis.sanding import ESOK, Kaidah, Sanding, bulan_antara
from docservice.umum.waktu import tanggal_panjang


class IsianPmk(Rentang, KeputusanBernomor):
    pengalaman = teks("Pengalaman kerja yang ditinjau", 200, bkn="pengalaman")
    mulai = tanggal("Mulai bekerja", lampau=True, bkn="tanggal_awal")
    selesai = tanggal("Selesai bekerja", lampau=True, bkn="tanggal_selesai")
    mk_tahun = bilangan("Masa kerja yang diakui, tahun", 0, 60, bkn="mk_tahun")
    mk_bulan = bilangan("Masa kerja yang diakui, bulan", 0, 11, awal=0, bkn="mk_bulan")
    tmt = tanggal("TMT masa kerja baru")
    no_pertek_bkn = teks("Nomor pertek BKN", wajib=False, bkn="nomor_bkn")
    tgl_pertek_bkn = tanggal("Tanggal pertek BKN", wajib=False, lampau=True, bkn="tanggal_bkn")
    dinilai = pilih("Sudah dinilai BKN", YA_TIDAK, wajib=False, bkn="dinilai")


def dihitung_dua_kali(s: Sanding) -> Iterator[str]:
    selesai, sejak = s.hari("selesai"), s.pegawai.tmt_cpns
    if selesai and sejak and selesai >= sejak:
        yield f"Masa kerja itu melewati TMT CPNS ({tanggal_panjang(sejak)}), jadi terhitung dua kali."


def terlalu_banyak(s: Sanding) -> Iterator[str]:
    mulai, selesai = s.hari("mulai"), s.hari("selesai")
    diakui = int(s.data["mk_tahun"]) * 12 + int(s.data["mk_bulan"])
    if mulai and selesai and diakui > bulan_antara(mulai, selesai + ESOK):
        yield "Masa kerja yang diakui lebih lama daripada masa bekerjanya."


PMK = JenisRiwayat(
    kode="pmk",
    nama="Peninjauan masa kerja",
    kelompok=Kelompok.PANGKAT,
    skema=IsianPmk,
    bidang_tmt="tmt",
    bukti_wajib=(("SK_PMK",),),
    bukti_lain=("PERTEK_PMK", "PAKLARING", "SLIP_GAJI"),
    ringkas=lambda data: f"{data['pengalaman']}: {data['mk_tahun']} tahun {data['mk_bulan']} bulan",
    dari_bacaan={**KEPUTUSAN, "tmt": "tmt"},
    siasn="rw-masakerja",
    kaidah=(
        bertumpuk("Masa kerja itu sudah ditinjau: {lain}, {masa}."),
        Kaidah(dihitung_dua_kali),
        Kaidah(terlalu_banyak),
        masa_dinas("TMT"),
    ),
)
