"""Data of a training certificate (PP 11/2017 Ps. 203: hours of development of competence)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from templates_sk.aturan import Rule, tidak_sesudah
from templates_sk.susunan.bagian import Orang, Pendek, Surat, Teks, isian

PERAN = {"peserta": "telah mengikuti", "narasumber": "sebagai narasumber dalam", "panitia": "sebagai panitia"}


class Data(Surat, Orang):
    """Who took what part in which training, for how many hours."""

    jabatan: Teks = isian("Jabatan")
    unit_kerja: Teks = isian("Unit kerja")
    peran: Literal["peserta", "narasumber", "panitia"] = isian("Peran", default="peserta")
    kegiatan: Teks = isian("Nama kegiatan")
    penyelenggara: Teks = isian("Penyelenggara")
    mulai: date = isian("Mulai")
    selesai: date = isian("Selesai")
    tempat_kegiatan: Teks = isian("Tempat kegiatan")
    jp: int = isian("Jam pelajaran", ge=1, le=2000)
    kualifikasi: Pendek = isian("Kualifikasi", "Misalnya: Sangat Memuaskan.", default="")

    @property
    def sebagai(self) -> str:
        return PERAN[self.peran]


ATURAN = (Rule(("mulai", "selesai"), tidak_sesudah("mulai", "Mulai", "selesai", "tanggal selesai")),)
