"""Riwayat penugasan antarunit (riwayat-layanan C.3.20; POSO 4l)."""

from __future__ import annotations

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Rentang, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import bertumpuk, masa_dinas

JENIS = {
    "PLT": "Pelaksana tugas (Plt.)",
    "PLH": "Pelaksana harian (Plh.)",
    "PJ": "Penjabat (Pj.)",
    "TT": "Tugas tambahan",
    "ST": "Surat tugas",
    "DPK": "Dipekerjakan (DPK)",
    "DPB": "Diperbantukan (DPB)",
}
DI_LUAR = ("DPK", "DPB")
"""Seconded: one place at a time. Plt. and Plh. may run beside the own post (C.3.2)."""


class IsianPenugasan(Rentang):
    nomor_surat = teks("Nomor surat", bkn="nomor_surat")
    tanggal_surat = tanggal("Tanggal surat", lampau=True, bkn="tanggal_surat")
    jenis = pilih("Jenis penugasan", JENIS, bkn="jenis")
    tugas = teks("Tugas atau jabatan yang dijalankan", 200, bkn="tugas")
    unit_asal = teks("Unit asal", 200, bkn="unor_asal")
    unit_tujuan = teks("Unit tujuan", 200, bkn="unor_tujuan")
    mulai = tanggal("Mulai", bkn="dari")
    selesai = tanggal("Selesai", wajib=False, bkn="sampai")
    pejabat_pemberi = teks("Pejabat yang menugaskan", wajib=False, bkn="pejabat_pemberi")


PENUGASAN = JenisRiwayat(
    kode="penugasan",
    nama="Penugasan",
    kelompok=Kelompok.JABATAN,
    skema=IsianPenugasan,
    bidang_tmt="mulai",
    bukti_wajib=(("SK_PLT", "REKOMENDASI"),),
    ringkas=lambda data: f"{JENIS[data['jenis']]}: {data['tugas']}, {data['unit_tujuan']}",
    dari_bacaan={"nomor_surat": "nomor", "tanggal_surat": "tanggal", "mulai": "mulai", "selesai": "selesai"},
    kata_tmt="Mulai",
    kaidah=(
        bertumpuk("Penugasan yang sama sudah tercatat: {lain}, {masa}.", kunci=("jenis", "tugas", "unit_tujuan")),
        bertumpuk("Pada waktu itu juga {lain}, {masa}.", bila=lambda data: data["jenis"] in DI_LUAR),
        masa_dinas("Tanggal mulai", "selesai"),
    ),
)
