"""Data of the minutes of handing over a discipline decree (PP 94/2021, PerBKN 6/2022: within 14 working days)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from templates_sk.aturan import Rule, tidak_sesudah
from templates_sk.susunan.bagian import Pegawai, PenandaTangan, Surat, Teks, isian
from templates_sk.susunan.dokumen import SuratPejabat


class Data(Surat, Pegawai):
    """When, where, before whom; a refusal to take it is recorded too."""

    tanggal_serah: date = isian("Tanggal penyerahan")
    tempat_serah: Teks = isian("Tempat penyerahan")
    keputusan: SuratPejabat = isian("Keputusan hukuman disiplin")
    ditolak: bool = isian("Tidak bersedia menerima", default=False)
    penerima: PenandaTangan = isian("Yang menerima")
    saksi: Annotated[list[PenandaTangan], Field(max_length=2)] = isian("Saksi", default_factory=list)


ATURAN = (
    Rule(
        ("keputusan", "tanggal_serah"),
        tidak_sesudah("keputusan.tanggal", "Tanggal keputusan", "tanggal_serah", "tanggal penyerahan"),
    ),
)
