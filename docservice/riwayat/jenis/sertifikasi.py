"""Riwayat sertifikasi, juga uji kompetensi (riwayat-layanan C.3.6; SIASN sertifikasi)."""

from __future__ import annotations

from typing import Any

from docservice.pegawai.acuan import nama_bkn
from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import LAINNYA, Rentang, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import berjeda, kembar, sesudah_lahir


class IsianSertifikasi(Rentang):
    bidang_rentang = ("tgl_sertifikat", "berlaku_sampai")

    nomor = teks("Nomor sertifikat", bkn="nomor_sertifikat")
    tgl_sertifikat = tanggal("Tanggal sertifikat", lampau=True, bkn="tanggal_sertifikat")
    nama = teks(
        "Nama sertifikasi",
        200,
        bantuan="Untuk uji kompetensi: SERTIFIKASI UJI KOMPETENSI dan nama jabatannya.",
        bkn="nama_sertifikasi",
    )
    lembaga = teks("Lembaga sertifikasi", 200, bkn="lembaga_sertifikasi")
    berlaku_sampai = tanggal(
        "Berlaku sampai", wajib=False, bantuan="Kosongkan bila berlaku seterusnya.", bkn="masa_berlaku_selesai"
    )
    berlaku_mulai = tanggal(
        "Berlaku mulai", bantuan="Bila lain dari tanggal sertifikat.", bkn="masa_berlaku_mulai", rinci=LAINNYA
    )
    rumpun_jabatan = pilih(
        "Rumpun jabatan", nama_bkn("rumpunJabatan"), bkn="rumpun_jabatan", tabel="rumpunJabatan", rinci=LAINNYA
    )
    gelar_depan = teks("Gelar di depan nama", 30, bkn="gelar_depan", rinci=LAINNYA)
    gelar_belakang = teks("Gelar di belakang nama", 30, bkn="gelar_belakang", rinci=LAINNYA)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        mulai, sampai = data.get("berlaku_mulai"), data.get("berlaku_sampai")
        if mulai and sampai and sampai < mulai:
            self.add_error("berlaku_mulai", "Berlaku mulai lebih lambat dari berlaku sampai.")
        return data


SERTIFIKASI = JenisRiwayat(
    kode="sertifikasi",
    nama="Sertifikasi",
    kelompok=Kelompok.KOMPETENSI,
    skema=IsianSertifikasi,
    bidang_tmt="tgl_sertifikat",
    bukti_wajib=(("SERT_UKOM", "STR", "SERDIK"),),
    bukti_lain=("REKOMENDASI", "LAPORAN"),
    ringkas=lambda data: f"{data['nama']}, {data['lembaga']}",
    dari_bacaan={"nomor": "nomor", "tgl_sertifikat": "tanggal", "berlaku_sampai": "selesai"},
    kata_tmt="Tanggal",
    bidang_akhir="berlaku_sampai",
    bidang_sejenis="nama",
    siasn="rw-sertifikasi",
    kaidah=(
        kembar("nomor", "lembaga", kalimat="Sertifikat ini sudah tercatat ({lain})."),
        berjeda("sertifikat yang sama", kunci=("nama",), bidang="tgl_sertifikat berlaku_sampai"),
        sesudah_lahir("Tanggal sertifikat", 15),
    ),
)
