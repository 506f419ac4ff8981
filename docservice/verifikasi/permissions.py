"""Who may decide on a paper: the fasilitator of its owner's unit, never the owner or family (Law 9).

A second look may be taken by another fasilitator of the unit or by an administrator.
"""

from __future__ import annotations

from django.http import Http404

from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran
from docservice.dokumen.models import Dokumen
from docservice.dokumen.permissions import ambil_dokumen
from docservice.riwayat.kerabat import check_bukan_kerabat
from docservice.riwayat.permissions import MEMVERIFIKASI, check_fasilitator_dari, tugas_fasilitator
from docservice.umum.errors import SudahBerubah, TidakBerwenang
from docservice.umum.izin import lolos
from docservice.verifikasi.antrean import giliran_kedua
from docservice.verifikasi.models import Pegang, PeriksaKedua, Verifikasi


def ambil_untuk_verifikasi(pengguna: Pengguna, pk: int) -> Dokumen:
    """The document through both checks: 404 when unseen, 403 with the reason when not theirs to decide."""
    dokumen = ambil_dokumen(pengguna, pk)
    check_may_verifikasi(pengguna, dokumen)
    return dokumen


def ambil_putusan(pengguna: Pengguna, pk: int) -> Verifikasi:
    """A decision on a document that may be seen; an opinion of a second look is known to its author alone."""
    terlihat = Dokumen.objects.visible_to(pengguna)
    putusan = Verifikasi.semua.filter(pk=pk, versi__dokumen__in=terlihat).first()
    if putusan is None or (putusan.periksa_id and putusan.oleh_id != pengguna.pk):
        raise Http404
    return putusan


def kedua_untuk(pengguna: Pengguna, dokumen: Dokumen) -> PeriksaKedua | None:
    """The second look that this person would give by deciding on *dokumen*."""
    return giliran_kedua(pengguna).filter(pertama__versi__dokumen=dokumen).first()


def check_may_verifikasi(pengguna: Pengguna, dokumen: Dokumen) -> None:
    if pengguna.berperan(Peran.ADMINISTRATOR) and kedua_untuk(pengguna, dokumen):
        check_bukan_kerabat(pengguna, dokumen.pegawai, MEMVERIFIKASI)
    else:
        check_fasilitator_dari(pengguna, dokumen.pegawai)


def tugas_pemeriksa(pengguna: Pengguna, dokumen: Dokumen) -> Penugasan:
    """The assignment by which this person decides on *dokumen*."""
    try:
        return tugas_fasilitator(pengguna, dokumen.pegawai)
    except TidakBerwenang:
        for tugas in pengguna.penugasan_berlaku():
            if tugas.peran == Peran.ADMINISTRATOR:
                return tugas
        raise


def may_verifikasi(pengguna: Pengguna, dokumen: Dokumen) -> bool:
    return lolos(check_may_verifikasi, pengguna, dokumen)


def check_may_lihat_mutu(pengguna: Pengguna) -> None:
    """Figures on verifiers: those who answer for the data, nobody else."""
    if not pengguna.berperan(Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM):
        raise TidakBerwenang("Mutu verifikasi dibuka untuk administrator dan Kepala BKPSDMD.")


def check_pegangan(pengguna: Pengguna, dokumen: Dokumen) -> None:
    """Nobody else holds it at this moment."""
    lain = Pegang.objects.berlaku().filter(dokumen=dokumen).exclude(oleh=pengguna).first()
    if lain:
        raise SudahBerubah("Berkas ini sedang diperiksa orang lain.")
