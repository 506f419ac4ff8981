"""Verbs of a sitting: take a batch, hold it longer, skip a paper, end. One sitting a day and person."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from docservice.akun.kabar import kabari
from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran
from docservice.audit.jurnal import catat
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.umum.errors import BelumLengkap, SudahBerubah
from docservice.verifikasi.antrean import antrean
from docservice.verifikasi.models import MASA_PEGANG, Pegang, Sesi, Verifikasi
from docservice.verifikasi.permissions import check_may_verifikasi
from docservice.verifikasi.status import ALUR_SESI, StatusSesi
from docservice.verifikasi.tautan import penutup

TERBANYAK = 50
"""Papers that can be chosen at once: a page of the queue."""


@transaction.atomic
def ambil(*, by: Pengguna, jumlah: int = 20, pilihan: Collection[int] = ()) -> list[Dokumen]:
    """Lease the next *jumlah* waiting papers; those one holds already come first, those one skipped not again.

    *pilihan* takes these of the queue instead, as far as nobody holds them.
    """
    Pegang.objects.filter(sampai__lte=timezone.now()).delete()
    sampai = timezone.now() + MASA_PEGANG
    Pegang.objects.filter(oleh=by).update(sampai=sampai)
    bebas = antrean(by).filter(pegang__isnull=True)
    milik = Pegang.objects.filter(oleh=by, dilewati=False).count()
    baru = list(bebas.filter(pk__in=pilihan)[:TERBANYAK] if pilihan else bebas[: max(0, jumlah - milik)])
    if pilihan and not baru and not Pegang.objects.filter(oleh=by, dokumen__in=pilihan).exists():
        raise SudahBerubah("Yang Anda pilih tidak sedang menunggu Anda, atau dipegang orang lain. Muat ulang antrean.")
    Pegang.objects.bulk_create((Pegang(dokumen=d, oleh=by, sampai=sampai) for d in baru), ignore_conflicts=True)
    return list(tumpukan(by)[: max(jumlah, len(baru))])


def kembalikan_tumpukan(by: Pengguna) -> Penugasan | None:
    """Give back what somebody holds who may no longer verify; returns the assignment that ended, None when none did."""
    if by.berperan(Peran.FASILITATOR, Peran.ADMINISTRATOR) or not Pegang.objects.filter(oleh=by).exists():
        return None
    Pegang.objects.filter(oleh=by).delete()
    return by.penugasan.filter(peran=Peran.FASILITATOR).order_by("-berlaku_sampai", "-pk").first()


def tumpukan(by: Pengguna) -> QuerySet[Dokumen]:
    """What one holds now in the order it was taken, those put aside last."""
    dipegang = Dokumen.objects.visible_to(by).filter(pegang__oleh=by, pegang__sampai__gt=timezone.now())
    terbuka = dipegang.filter(status__in=(StatusDokumen.MENUNGGU, StatusDokumen.TERVERIFIKASI))
    return terbuka.select_related("pegawai", "pegang").order_by("pegang__dilewati", "pegang__pk")


def pegang_lagi(by: Pengguna, dokumen: Dokumen) -> None:
    """What was taken back lies on one's pile again, and nobody else is given it."""
    Pegang.objects.get_or_create(dokumen=dokumen, defaults={"oleh": by, "sampai": timezone.now() + MASA_PEGANG})


def tempat_di_tumpukan(dokumen: Dokumen) -> int | None:
    """Its place in the batch it is held with, by which :func:`tumpukan` is ordered."""
    return Pegang.objects.filter(dokumen=dokumen).values_list("pk", flat=True).first()


@transaction.atomic
def perpanjang(*, by: Pengguna) -> int:
    """Hold one's batch for another half hour; a lease that ran out and was taken over is not got back."""
    habis = Pegang.objects.filter(oleh=by, sampai__lte=timezone.now())
    habis.delete()
    jumlah = Pegang.objects.filter(oleh=by).update(sampai=timezone.now() + MASA_PEGANG)
    if not jumlah:
        raise SudahBerubah("Waktu tumpukan Anda sudah habis. Keputusan Anda tersimpan. Ambil tumpukan lagi.")
    return jumlah


@transaction.atomic
def lewati(*, by: Pengguna, dokumen: Dokumen) -> None:
    """Put a paper aside: it goes back to the queue when the sitting ends."""
    check_may_verifikasi(by, dokumen)
    Pegang.objects.berlaku().filter(dokumen=dokumen, oleh=by).update(dilewati=True)


def sesi_kini(by: Pengguna) -> Sesi:
    """The sitting a decision of now belongs to, opened when there is none; yesterday's is ended first."""
    sesi = Sesi.objects.select_for_update().filter(oleh=by, status=StatusSesi.BERJALAN).first()
    if sesi and timezone.localdate(sesi.mulai) != timezone.localdate():
        _akhiri(sesi, by=None)
        sesi = None
    return sesi or Sesi.objects.get_or_create(oleh=by, status=StatusSesi.BERJALAN)[0]


def akhiri(*, by: Pengguna) -> Sesi:
    """Give back what was not decided and close the list; what follows is the signed berita acara.

    Raises :class:`BelumLengkap` when nothing was decided; what one held is given back all the same.
    """
    with transaction.atomic():
        sesi = Sesi.objects.select_for_update().filter(oleh=by, status=StatusSesi.BERJALAN).first()
        if sesi and putusan_berlaku(sesi).exists():
            return _akhiri(sesi, by=by)
        Pegang.objects.filter(oleh=by).delete()
    raise BelumLengkap("Belum ada berkas yang Anda putuskan. Tumpukan Anda dikembalikan ke antrean.")


def _akhiri(sesi: Sesi, *, by: Pengguna | None) -> Sesi:
    pegang = Pegang.objects.filter(oleh=sesi.oleh)
    sesi.dilewati = pegang.filter(dilewati=True).count()
    pegang.delete()
    ALUR_SESI.periksa(sesi.status, StatusSesi.BERAKHIR)
    sesi.status, sesi.selesai = StatusSesi.BERAKHIR, timezone.now()
    sesi.save()
    catat(
        ALUR_SESI.jejak(sesi.status), by=by, objek=sesi, putusan=putusan_berlaku(sesi).count(), dilewati=sesi.dilewati
    )
    return sesi


@transaction.atomic
def tandai_ditandatangani(*, by: Pengguna, sesi: Sesi, nomor: str) -> Sesi:
    """The minutes are signed: the sitting is closed for good."""
    sesi = Sesi.objects.select_for_update().get(pk=sesi.pk)
    ALUR_SESI.periksa(sesi.status, StatusSesi.DITANDATANGANI)
    sesi.status = StatusSesi.DITANDATANGANI
    sesi.save(update_fields=["status"])
    catat(ALUR_SESI.jejak(sesi.status), by=by, objek=sesi, nomor=nomor)
    return sesi


def putusan_berlaku(sesi: Sesi) -> QuerySet[Verifikasi]:
    """What was decided in it and stands, second looks among the others."""
    return Verifikasi.semua.filter(sesi=sesi, diurungkan_pada=None)


def putusan_kini(by: Pengguna) -> QuerySet[Verifikasi]:
    """What *by* decided in the sitting that runs."""
    return Verifikasi.semua.filter(sesi__oleh=by, sesi__status=StatusSesi.BERJALAN, diurungkan_pada=None)


def putusan_sesi(sesi: Sesi) -> list[Verifikasi]:
    """The same in order, with what its list shows."""
    berlaku = putusan_berlaku(sesi).select_related("versi__dokumen", "versi__pegawai")
    return list(berlaku.order_by("pada", "pk"))


def ingatkan() -> int:
    """End what was left running on an earlier day, and remind of minutes that wait; returns how many wait."""
    hari = timezone.localdate()
    for sesi in Sesi.objects.filter(status=StatusSesi.BERJALAN, mulai__date__lt=hari):
        with transaction.atomic():
            sesi = Sesi.objects.select_for_update().get(pk=sesi.pk)
            if not putusan_berlaku(sesi).exists():
                sesi.delete()
            elif sesi.status == StatusSesi.BERJALAN:
                _akhiri(sesi, by=None)
    menunggu = Sesi.objects.filter(status=StatusSesi.BERAKHIR).select_related("oleh")
    for sesi in menunggu:
        teks = "Berita acara verifikasi Anda menunggu tanda tangan."
        kabari(sesi.oleh, teks, kunci=f"sesi:{sesi.pk}:{hari}", tautan=penutup(sesi), nada="tunggu")
    return len(menunggu)
