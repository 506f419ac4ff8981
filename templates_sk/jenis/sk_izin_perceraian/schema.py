"""Data of a divorce permission (PP 10/1983 jo. PP 45/1990); its nature is rahasia."""

from __future__ import annotations

from datetime import date
from typing import Literal

from templates_sk.susunan.bagian import Bagian, Naskah, Pegawai, Pendek, Rujukan, Teks, isian

ALASAN = {
    "zina": "salah satu pihak berbuat zina",
    "pemabuk": "salah satu pihak menjadi pemabuk, pemadat, atau penjudi yang sukar disembuhkan",
    "meninggalkan": "salah satu pihak meninggalkan pihak lain selama 2 (dua) tahun berturut-turut",
    "penjara": "salah satu pihak mendapat hukuman penjara 5 (lima) tahun atau lebih",
    "kekejaman": "salah satu pihak melakukan kekejaman atau penganiayaan berat",
    "perselisihan": "antara suami dan istri terus-menerus terjadi perselisihan dan pertengkaran",
}
_ALASAN = tuple(ALASAN)
Alasan = Literal[_ALASAN]  # type: ignore[valid-type]  # the table is the one list


class Pasangan(Bagian):
    """The husband or wife."""

    nama: Teks = isian("Nama")
    pekerjaan: Teks = isian("Pekerjaan/NIP")
    agama: Pendek = isian("Agama")
    alamat: Teks = isian("Alamat")


class Data(Naskah, Pegawai):
    """The civil servant, the spouse, the ground."""

    petikan: bool = isian("Petikan", default=False)
    agama: Pendek = isian("Agama")
    alamat: Teks = isian("Alamat")
    pasangan: Pasangan = isian("Istri/suami")
    akta_nikah: Rujukan = isian("Akta nikah")
    permohonan: date = isian("Tanggal surat permintaan izin")
    bap: Rujukan = isian("Berita acara pemeriksaan")
    alasan: Alasan = isian("Alasan perceraian")
    pembagian_gaji: bool = isian("Wajib membagi gaji", default=False)

    @property
    def alasan_kata(self) -> str:
        return ALASAN[self.alasan]
