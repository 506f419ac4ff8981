"""Data of an unpaid-leave decree (PP 11/2017 Ps. 333 ff.; consent of BKN needed)."""

from __future__ import annotations

from datetime import date

from templates_sk.aturan import Rule, tidak_sesudah
from templates_sk.susunan.bagian import Naskah, Pegawai, Pertek, Teks, isian


class Data(Naskah, Pegawai):
    """Up to three years; the official who appoints signs it himself."""

    permohonan: date = isian("Tanggal surat permohonan")
    alasan: Teks = isian("Alasan", "Alasan pribadi yang mendesak.")
    persetujuan_bkn: Pertek = isian("Persetujuan BKN")
    mulai: date = isian("Mulai")
    selesai: date = isian("Selesai", "Paling lama tiga tahun sesudah mulai.")


ATURAN = (Rule(("mulai", "selesai"), tidak_sesudah("mulai", "Mulai", "selesai", "tanggal selesai")),)
