"""Our own verifier between a provider's answer and the archive (Law 6)."""

from __future__ import annotations

from docservice.dokumen import gudang
from docservice.naskah.models import Upaya
from docservice.naskah.penyedia import percaya
from signing import validate

LEVEL = "B-LTA"


def cacat(upaya: Upaya, pdf: bytes) -> str:
    """Why a signed file may not be promoted; empty when it may."""
    with gudang.kerja().open(upaya.final_sha256) as isi:
        final = isi.read()
    return cacat_berkas(final, pdf, nip=upaya.naskah.penanda_tangan.nip)


def cacat_berkas(semula: bytes, pdf: bytes, *, nip: str) -> str:
    """The same of any file: *semula* is what was sent to be signed by the person of *nip*."""
    if not pdf.startswith(semula) or len(pdf) <= len(semula):
        return "bukan_lanjutan"  # a signature only appends
    laporan = validate(pdf, trust=percaya())
    if laporan.verdict != "valid" or len(laporan.signatures) != 1:
        return "tidak_sah"
    tanda = laporan.signatures[0]
    if tanda.signer_nip != nip:
        return "penanda_tangan_lain"
    return "" if tanda.level == LEVEL else "tingkat_kurang"
