"""Data of a receipt for a KORPRI grant (Keppres 24/2010; the tariff is local)."""

from __future__ import annotations

from templates_sk.susunan.bagian import Orang, PenandaTangan, Pendek, Rujukan, Surat, Teks, Uang, isian


class Data(Surat, Orang):
    """Who paid whom how much, for which member."""

    unit_kerja: Teks = isian("Unit kerja")
    dari: Teks = isian("Sudah terima dari")
    besaran: Uang = isian("Besaran santunan")
    peristiwa: Teks = isian("Peristiwa", "Misalnya: pensiun, sakit, bencana.")
    keputusan: Rujukan = isian("Keputusan pemberian santunan")
    rekening: Pendek = isian("Rekening penerima", default="")
    penerima: PenandaTangan = isian("Yang menerima")
