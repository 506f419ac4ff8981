"""Riwayat orang tua and parents-in-law (riwayat-layanan C.3.7; POSO 4a; SIASN rw-orangtua)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docservice.pegawai.acuan import acuan
from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import kembar, lebih_muda
from docservice.riwayat.jenis.keluarga import HIDUP, Orang
from docservice.riwayat.jenis.sanding import Kaidah, Sanding

HUBUNGAN = {"ayah": "Ayah", "ibu": "Ibu", "ayah_mertua": "Ayah mertua", "ibu_mertua": "Ibu mertua"}


class IsianOrangTua(Orang):
    hubungan = pilih("Hubungan", HUBUNGAN, bkn="hubungan")
    agama = pilih("Agama", acuan("agama"), wajib=False, bkn="agama", tabel="agama")
    pekerjaan = teks("Pekerjaan", wajib=False, bkn="pekerjaan")
    alamat = teks("Alamat", 200, wajib=False, bkn="alamat")
    status_hidup = pilih("Keadaan", HIDUP, bkn="status_hidup")
    tgl_meninggal = tanggal("Tanggal meninggal", wajib=False, lampau=True, bkn="tgl_meninggal")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        lahir, meninggal = data.get("tgl_lahir"), data.get("tgl_meninggal")
        if meninggal and data.get("status_hidup") == "1":
            self.add_error("tgl_meninggal", "Kosongkan bila masih hidup, atau ubah keadaannya.")
        elif meninggal and lahir and meninggal < lahir:
            self.add_error("tgl_meninggal", "Tanggal meninggal lebih awal dari tanggal lahir.")
        return data


def lebih_tua(s: Sanding) -> Iterator[str]:
    if s.data["hubungan"] in ("ayah", "ibu") and lebih_muda(s.tmt, s.pegawai.tanggal_lahir, 12):
        yield "Lahir kurang dari 12 tahun sebelum pegawainya."


ORANG_TUA = JenisRiwayat(
    kode="orang_tua",
    nama="Orang tua",
    kelompok=Kelompok.KELUARGA,
    skema=IsianOrangTua,
    bidang_tmt="tgl_lahir",
    bukti_wajib=(("KK", "AKTA_LAHIR"),),
    ringkas=lambda data: f"{HUBUNGAN[data['hubungan']]}: {data['nama']}",
    kata_tmt="Lahir",
    banyak=True,
    siasn="rw-orangtua",
    kaidah=(
        kembar("hubungan", kalimat="Sudah tercatat {lain}."),
        Kaidah(lebih_tua),
    ),
)
