"""Data of a KORPRI grant (Keppres 24/2010; the tariff is local)."""

from __future__ import annotations

from datetime import date

from templates_sk.susunan.bagian import Naskah, Orang, Teks, Uang, isian


class Data(Naskah, Orang):
    """The member, who receives, for what event, how much."""

    petikan: bool = isian("Petikan", default=False)
    unit_kerja: Teks = isian("Unit kerja")
    penerima: Teks = isian("Penerima santunan")
    hubungan: Teks | None = isian("Hubungan dengan anggota", default=None)
    peristiwa: Teks = isian("Peristiwa", "Misalnya: pensiun, sakit, bencana.")
    tanggal_peristiwa: date = isian("Tanggal peristiwa")
    besaran: Uang = isian("Besaran santunan")
