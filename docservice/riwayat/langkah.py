"""Moving a proposal: one lock, one check, one line in the journal, one step on its way."""

from __future__ import annotations

from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.riwayat.models import LangkahUsulan, Riwayat
from docservice.riwayat.permissions_klarifikasi import pihak_dari
from docservice.riwayat.status import ALUR_RIWAYAT, Pihak, StatusRiwayat
from docservice.umum.errors import SudahBerubah

DARI_BKPSDM = (StatusRiwayat.TERVALIDASI, StatusRiwayat.DITOLAK)


def pindah(riwayat: Riwayat, ke: str, by: Pengguna, revisi: int | None = None, *, catatan: str = "") -> Riwayat:
    """To *ke*, with what the decider writes to the employee. The caller fills in the rest and saves.

    Raises :class:`SudahBerubah` unless the move is allowed and the decider saw this very revision.
    """
    riwayat = geser(riwayat, ke, by, revisi)
    if catatan:
        riwayat.catatan = catatan[:300]
    catat_langkah(riwayat, by, isi=catatan[:300])
    return riwayat


def geser(riwayat: Riwayat, ke: str, by: Pengguna, revisi: int | None = None) -> Riwayat:
    """The same without a step on its way: for a decision that is taken back."""
    riwayat = Riwayat.objects.select_for_update(of=("self",)).select_related("pegawai__unit").get(pk=riwayat.pk)
    periksa_revisi(riwayat, revisi)
    ALUR_RIWAYAT.periksa(riwayat.status, ke)
    riwayat.status = ke
    riwayat.revisi += 1
    catat(ALUR_RIWAYAT.jejak(ke), by=by, objek=riwayat)
    return riwayat


def periksa_revisi(riwayat: Riwayat, revisi: int | None) -> None:
    if revisi is not None and revisi != riwayat.revisi:
        pesan = "Data ini baru saja diubah orang lain. Isian Anda tetap ada; bandingkan lalu ajukan lagi."
        terakhir = riwayat.langkah.last()
        raise SudahBerubah(pesan, pada=terakhir.pada if terakhir else None)


def catat_langkah(riwayat: Riwayat, by: Pengguna, *, isi: str = "") -> LangkahUsulan:
    """That it came to the state it is in now."""
    sebagai = Pihak.ADMINISTRATOR if riwayat.status in DARI_BKPSDM else pihak_dari(by, riwayat)
    return LangkahUsulan.objects.create(
        riwayat=riwayat, status=riwayat.status, oleh=by, sebagai=sebagai or "", isi=isi.strip()
    )
