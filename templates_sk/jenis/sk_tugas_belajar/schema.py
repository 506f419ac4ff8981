"""Data of a study assignment (Perpres 12/1961, SE MenPANRB 28/2021)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from templates_sk.aturan import Rule, tidak_sesudah
from templates_sk.susunan.bagian import Naskah, Pegawai, Pendek, Teks, isian
from templates_sk.susunan.dokumen import SuratPejabat


class Data(Naskah, Pegawai):
    """Where, what, how long, at whose cost."""

    petikan: bool = isian("Petikan", default=False)
    perguruan_tinggi: Teks = isian("Perguruan tinggi")
    prodi: Teks = isian("Program studi")
    jenjang: Literal["D-III", "D-IV", "S-1", "S-2", "S-3", "profesi", "spesialis"] = isian("Jenjang")
    akreditasi: Pendek = isian("Akreditasi program studi", default="")
    diterima: SuratPejabat = isian("Surat keterangan diterima")
    biaya: Teks = isian("Sumber biaya", "Misalnya: APBD, atau biaya mandiri.")
    mulai: date = isian("Mulai")
    selesai: date = isian("Selesai")
    lama_bulan: int = isian("Lama (bulan)", ge=1, le=96)
    diberhentikan_dari_jabatan: bool = isian("Diberhentikan dari jabatan", default=False)
    ikatan_dinas_tahun: int = isian("Ikatan dinas (tahun)", ge=1, le=20)


ATURAN = (Rule(("mulai", "selesai"), tidak_sesudah("mulai", "Mulai", "selesai", "tanggal selesai")),)
