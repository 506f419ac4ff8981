"""The rule of access in the index's words: tokens on a document, tokens of a person.

The same rule as ``DokumenQuerySet.visible_to``; a test walks both over every pair and demands equality.
"""

from __future__ import annotations

from docservice.akun.models import Pengguna
from docservice.akun.peran import MELIHAT_RAHASIA, MELIHAT_UNIT, SELURUH_DAERAH
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import Kelas


def token_dokumen(dokumen: Dokumen) -> list[str]:
    """Any one of these opens the document."""
    rahasia = dokumen.kelas == Kelas.RAHASIA
    token = [f"g{dokumen.dibuat_oleh_id}"]
    token += ["rahasia"] if rahasia else ["daerah", *dokumen.pegawai.akses()]
    if rahasia and dokumen.sumber == Dokumen.Sumber.TERBITAN:
        token.append(f"p{dokumen.pegawai_id}")
    if dokumen.penanda_tangan_id:
        token.append(f"p{dokumen.penanda_tangan_id}")
    return token


def token_pengguna(pengguna: Pengguna) -> frozenset[str]:
    """The keys a person carries today."""
    token = {f"g{pengguna.pk}"}
    if hasattr(pengguna, "pegawai"):
        token.add(f"p{pengguna.pegawai.pk}")
    for tugas in pengguna.penugasan_berlaku():
        if tugas.peran in SELURUH_DAERAH:
            token.add("daerah")
        if tugas.peran in MELIHAT_RAHASIA:
            token.add("rahasia")
        if tugas.peran in MELIHAT_UNIT and tugas.unit:
            token.add(f"u{tugas.unit.pk}")
    return frozenset(token)
