"""Verbs of a role: given, ended, frozen, thawed. Nobody acts on a role of their own; two administrators remain."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from docservice.akun.kabar import kabari
from docservice.akun.models import Pengguna, Penugasan, PenugasanQuerySet
from docservice.akun.peran import PENGANGKAT, Peran
from docservice.audit.jurnal import catat
from docservice.umum.errors import IsianSalah, SudahBerubah, TidakBerwenang
from docservice.umum.kalimat import dalam_kalimat
from docservice.umum.waktu import tanggal_panjang

PALING_SEDIKIT = 2
"""Active administrators (riwayat-layanan B.3); the last but one cannot be taken away."""
DUA_ADMINISTRATOR = "Perlu paling sedikit dua administrator aktif. Tunjuk pengganti dahulu."
BERUNIT = frozenset({Peran.FASILITATOR, Peran.KEPALA_PD, Peran.ATASAN})


larangan_mengatur: list[Callable[[Pengguna, Pengguna], None]] = []
"""Filled by upper rooms: each raises :class:`TidakBerwenang` for a person about whom this one does not decide."""


def check_bukan_diri(pengguna: Pengguna, orang: Pengguna) -> None:
    """Nobody decides on the roles or the account of their own, nor of whom an upper room names (Law 9)."""
    if orang.pk == pengguna.pk:
        raise TidakBerwenang("Peran dan akun Anda sendiri diatur oleh orang lain.")
    for satu in larangan_mengatur:
        satu(pengguna, orang)


def check_may_atur_peran(pengguna: Pengguna, orang: Pengguna, peran: str) -> None:
    """Administrators give roles, the head of the agency gives theirs."""
    check_bukan_diri(pengguna, orang)
    if not pengguna.berperan(*PENGANGKAT[Peran(peran)]):
        oleh = " atau ".join(Peran(satu).label for satu in PENGANGKAT[Peran(peran)])
        raise TidakBerwenang(f"Peran {Peran(peran).label} diberikan dan diakhiri oleh {oleh}.")


@transaction.atomic
def beri(
    *,
    by: Pengguna | None,
    pengguna: Pengguna,
    peran: str,
    unit_id: int | None,
    dari: date,
    sampai: date | None,
    sk_nomor: str,
    sk_tanggal: date,
) -> Penugasan:
    """A role on a decree, from a day on. The caller has checked who may, and whether the person fits the role.

    ``by=None`` is the system, which gives the first ones when nobody else could.
    """
    if sampai and sampai < dari:
        raise IsianSalah("Masa peran terbalik.", isian={"sampai": "Tanggal akhir mendahului tanggal mulai."})
    if peran in BERUNIT and unit_id is None:
        raise IsianSalah("Unit kerja belum dipilih.", isian={"unit": "Peran ini berlaku di satu unit kerja."})
    if _bertumpuk(pengguna, peran, unit_id, dari, sampai):
        raise SudahBerubah(f"{pengguna.nama} sudah memegang peran ini pada masa itu.")
    tugas = Penugasan.objects.create(
        pengguna=pengguna,
        peran=peran,
        unit_id=unit_id,
        berlaku_dari=dari,
        berlaku_sampai=sampai,
        sk_nomor=sk_nomor,
        sk_tanggal=sk_tanggal,
    )
    catat("peran.diberikan", by=by, objek=tugas, pengguna=pengguna.pk, peran=peran, unit=unit_id, sk=sk_nomor)
    return tugas


def _bertumpuk(pengguna: Pengguna, peran: str, unit_id: int | None, dari: date, sampai: date | None) -> bool:
    sama = Penugasan.objects.select_for_update().filter(pengguna=pengguna, peran=peran, unit=unit_id)
    return any(
        (t.berlaku_sampai is None or t.berlaku_sampai >= dari) and (sampai is None or t.berlaku_dari <= sampai)
        for t in sama
        if not t.gugur
    )


@transaction.atomic
def akhiri(*, by: Pengguna | None, penugasan: Penugasan, terakhir: date, alasan: str) -> Penugasan:
    """*terakhir* is the role's last day. ``by=None`` is the system, which follows a transfer or a retirement."""
    penugasan = Penugasan.objects.select_for_update().get(pk=penugasan.pk)
    if by is not None:
        check_may_atur_peran(by, penugasan.pengguna, penugasan.peran)
    if penugasan.berlaku_sampai and penugasan.berlaku_sampai <= terakhir:
        raise SudahBerubah("Peran ini sudah berakhir pada tanggal itu atau sebelumnya.")
    sisakan_administrator(penugasan, terakhir)
    if terakhir < penugasan.berlaku_dari:  # it ends before it began: never in force, and it stays on record
        penugasan.dibekukan, terakhir = True, penugasan.berlaku_dari
    penugasan.berlaku_sampai = terakhir
    penugasan.save(update_fields=["berlaku_sampai", "dibekukan"])
    catat("peran.diakhiri", by=by, objek=penugasan, terakhir=terakhir.isoformat(), alasan=alasan)
    if not penugasan.gugur:
        _kabari_akhir(penugasan, terakhir)
    return penugasan


def _kabari_akhir(penugasan: Penugasan, terakhir: date) -> None:
    """Nobody learns from a closed door that their work is over."""
    kapan = "hari ini" if terakhir == timezone.localdate() else tanggal_panjang(terakhir)
    nama = dalam_kalimat(str(penugasan.get_peran_display()))
    teks = f"Tugas {nama} Anda berakhir {kapan}. Terima kasih atas pekerjaan Anda."
    kabari(penugasan.pengguna, teks, kunci=f"peran:{penugasan.pk}:akhir:{terakhir}")


def administrator_pada(hari: date) -> PenugasanQuerySet:
    """The roles of those who can be administrators on that day."""
    return Penugasan.objects.berlaku(hari).filter(peran=Peran.ADMINISTRATOR, pengguna__is_active=True)


def sisakan_administrator(penugasan: Penugasan, terakhir: date) -> None:
    """Refuse when fewer than two would be left on the day after, today at the earliest."""
    if penugasan.peran != Peran.ADMINISTRATOR:
        return
    pada = max(terakhir + timedelta(days=1), timezone.localdate())
    tetap = administrator_pada(pada).exclude(pk=penugasan.pk).select_for_update()  # two leave one after the other
    if len({tugas.pengguna_id for tugas in tetap}) < PALING_SEDIKIT:
        raise SudahBerubah(DUA_ADMINISTRATOR, kode="dua_administrator")


@transaction.atomic
def bekukan(*, by: Pengguna | None, penugasan: Penugasan, alasan: str) -> Penugasan:
    """The role stays but opens nothing until it is thawed (BABEL 9(7)). ``by=None``: the unit was frozen before it."""
    return _beku(by, penugasan, True, "peran.dibekukan", alasan)


@transaction.atomic
def cairkan(*, by: Pengguna, penugasan: Penugasan, alasan: str) -> Penugasan:
    """In force again."""
    return _beku(by, penugasan, False, "peran.dicairkan", alasan)


def _beku(by: Pengguna | None, penugasan: Penugasan, beku: bool, jejak: str, alasan: str) -> Penugasan:
    penugasan = Penugasan.objects.select_for_update().get(pk=penugasan.pk)
    if by is not None:
        check_may_atur_peran(by, penugasan.pengguna, penugasan.peran)
    penugasan.dibekukan = beku
    penugasan.save(update_fields=["dibekukan"])
    catat(jejak, by=by, objek=penugasan, alasan=alasan)
    return penugasan
