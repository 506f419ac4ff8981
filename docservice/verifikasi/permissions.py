"""Who may decide on a paper: the fasilitator of its owner's unit, never the owner (Law 9)."""

from __future__ import annotations

from django.http import Http404

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen
from docservice.dokumen.permissions import ambil_dokumen
from docservice.riwayat.permissions import check_fasilitator_dari
from docservice.umum.errors import SudahBerubah, TidakBerwenang
from docservice.verifikasi.models import Pegang, Verifikasi


def ambil_untuk_verifikasi(pengguna: Pengguna, pk: int) -> Dokumen:
    """The document through both checks: 404 when unseen, 403 with the reason when not theirs to decide."""
    dokumen = ambil_dokumen(pengguna, pk)
    check_may_verifikasi(pengguna, dokumen)
    return dokumen


def ambil_putusan(pengguna: Pengguna, pk: int) -> Verifikasi:
    """A decision on a document that may be seen."""
    terlihat = Dokumen.objects.visible_to(pengguna)
    putusan = Verifikasi.objects.filter(pk=pk, versi__dokumen__in=terlihat).first()
    if putusan is None:
        raise Http404
    return putusan


def check_may_verifikasi(pengguna: Pengguna, dokumen: Dokumen) -> None:
    check_fasilitator_dari(pengguna, dokumen.pegawai)


def may_verifikasi(pengguna: Pengguna, dokumen: Dokumen) -> bool:
    try:
        check_may_verifikasi(pengguna, dokumen)
    except TidakBerwenang:
        return False
    return True


def check_pegangan(pengguna: Pengguna, dokumen: Dokumen) -> None:
    """Nobody else holds it at this moment."""
    lain = Pegang.objects.berlaku().filter(dokumen=dokumen).exclude(oleh=pengguna).first()
    if lain:
        raise SudahBerubah("Berkas ini sedang diperiksa orang lain.")
