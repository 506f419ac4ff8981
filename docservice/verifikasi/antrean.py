"""What waits for a person at the workbench, in the order it should be looked at (screens §5.1)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import BooleanField, Case, Count, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils import timezone

from docservice.akun.lingkup import lingkup
from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.dokumen.status import StatusDokumen
from docservice.riwayat.models import kerabat
from docservice.umum.waktu import mundur_hari_kerja
from docservice.verifikasi.models import PeriksaKedua, Verifikasi
from docservice.verifikasi.status import StatusKedua
from docservice.verifikasi.tautan import mendesak

UMUR = (("baru", "Hari ini"), ("terlambat", "Melewati batas"))


def antrean(pengguna: Pengguna) -> QuerySet[Dokumen]:
    """Papers for this person: over the deadline, needed by a running service, oldest; never their own or family's.

    Second looks stand among the others, so that nobody can tell them apart.
    """
    asal = _boleh(pengguna, _menunggu(pengguna) | _kedua(pengguna))
    return _berurut(asal).select_related("pegawai__unit", "jenis")


def banyak(pengguna: Pengguna) -> int:
    """How many :func:`antrean` holds. No paper waits for a first and for a second look, and each alone is an index
    away, while either would be a walk through the whole archive."""
    return sum(_boleh(pengguna, satu).count() for satu in (_menunggu(pengguna), _kedua(pengguna)))


def saring(
    asal: QuerySet[Dokumen], *, unit: int | None = None, jenis: str = "", pengunggah: str = "", umur: str = ""
) -> QuerySet[Dokumen]:
    """Of :func:`antrean` what fits; what is empty narrows nothing. *pengunggah* is a part of a name, or a NIP."""
    if unit:
        asal = asal.filter(pegawai__unit=unit)
    if jenis:
        asal = asal.filter(jenis=jenis)
    if pengunggah:
        asal = asal.filter(Q(dibuat_oleh__nama__icontains=pengunggah) | Q(dibuat_oleh__nip=pengunggah))
    if umur == "terlambat":
        asal = asal.filter(Q(masuk__lt=batas_terlambat()))
    if umur == "baru":
        asal = asal.filter(Q(masuk__gte=timezone.now() - timedelta(days=1)))
    return asal


def _menunggu(pengguna: Pengguna) -> Q:
    return Q(status=StatusDokumen.MENUNGGU) & lingkup(pengguna, "pegawai__unit", Peran.FASILITATOR)


def _kedua(pengguna: Pengguna) -> Q:
    return Q(pk__in=giliran_kedua(pengguna).values("pertama__versi__dokumen"))


def _boleh(pengguna: Pengguna, syarat: Q) -> QuerySet[Dokumen]:
    asal = Dokumen.objects.visible_to(pengguna).filter(syarat)
    return asal.exclude(pegawai__pengguna=pengguna).exclude(pegawai__nip__in=kerabat(pengguna))


def _berurut(asal: QuerySet[Dokumen]) -> QuerySet[Dokumen]:
    versi = VersiDokumen.objects.filter(dokumen=OuterRef("pk")).order_by("-nomor")
    asal = asal.annotate(masuk=Subquery(versi.values("diunggah_pada")[:1]))
    return asal.annotate(terlambat=_benar(Q(masuk__lt=batas_terlambat())), mendesak=_benar(mendesak())).order_by(
        "-terlambat", "-mendesak", "masuk", "pk"
    )


def _benar(syarat: Q) -> Case:
    return Case(When(syarat, then=Value(True)), default=Value(False), output_field=BooleanField())


def batas_terlambat() -> datetime:
    return mundur_hari_kerja(timezone.now(), settings.VERIFICATION_DAYS)


def giliran_kedua(pengguna: Pengguna) -> QuerySet[PeriksaKedua]:
    """Second looks this person may take: as another fasilitator of the unit or an administrator.

    The third look is an administrator's. Only while the version that was verified is still the newest, and nobody's
    opinion on it is on its way.
    """
    unit = lingkup(pengguna, "pertama__versi__pegawai__unit", Peran.FASILITATOR)
    boleh = Q(status=StatusKedua.MENUNGGU) & unit
    if pengguna.berperan(Peran.ADMINISTRATOR):
        boleh |= Q(status__in=(StatusKedua.MENUNGGU, StatusKedua.BEDA))
    sendiri = Verifikasi.semua.filter(oleh=pengguna, periksa__isnull=False, diurungkan_pada=None)
    terbaru = VersiDokumen.objects.filter(dokumen=OuterRef("pertama__versi__dokumen")).order_by("-nomor")
    terbuka = PeriksaKedua.objects.filter(
        boleh,
        pertama__versi__dokumen__status=StatusDokumen.TERVERIFIKASI,
        pertama__versi=Subquery(terbaru.values("pk")[:1]),
    ).exclude(pertama__oleh=pengguna)
    terbuka = terbuka.exclude(pk__in=sendiri.values("periksa")).exclude(pertama__versi__pegawai__pengguna=pengguna)
    jumlah = Count("pandangan", filter=Q(pandangan__diurungkan_pada=None))
    tunggu = Q(status=StatusKedua.MENUNGGU, sudah=0) | Q(status=StatusKedua.BEDA, sudah=1)
    return terbuka.annotate(sudah=jumlah).filter(tunggu)
