"""Searches people keep, the lists they ask to take along, and how far the rolling fixity run has come."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.arsip.status import StatusDaftar

BERLAKU = timedelta(days=7)
"""From the recommendation on; after that the purpose may be another."""


class PencarianTersimpan(models.Model):
    """One person's own search under a name; ``tanya`` is the address after the question mark."""

    pengguna = models.ForeignKey(Pengguna, models.CASCADE, related_name="pencarian_tersimpan")
    nama = models.CharField(max_length=80)
    tanya = models.CharField(max_length=2000)
    dibuat_pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "pencarian tersimpan"
        verbose_name_plural = "pencarian tersimpan"
        ordering = ("nama", "pk")
        constraints = (models.UniqueConstraint(fields=("pengguna", "nama"), name="pencarian_bernama_sekali"),)

    def __str__(self) -> str:
        return self.nama


class PermintaanDaftarQuerySet(models.QuerySet["PermintaanDaftar"]):
    def visible_to(self, pengguna: Pengguna) -> PermintaanDaftarQuerySet:
        """One's own; every one for those who recommend them (B.2)."""
        boleh = pengguna.berperan(Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM)
        return self if boleh else self.filter(pemohon=pengguna)

    def menunggu(self) -> PermintaanDaftarQuerySet:
        return self.filter(status=StatusDaftar.DIMINTA)


class PermintaanDaftar(models.Model):
    """A wish to present personnel data: who, what, for what, and who recommended it.

    The list itself is never stored: it is made when it is fetched, of what the asker may see then.
    """

    class Bentuk(models.TextChoices):
        XLSX = "xlsx", "Excel (XLSX)"
        CSV = "csv", "CSV"

    pemohon = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    tanya = models.CharField(max_length=2000)
    keperluan = models.CharField(max_length=300)
    bentuk = models.CharField(max_length=4, choices=Bentuk, default=Bentuk.XLSX)
    jumlah = models.PositiveIntegerField(help_text="banyaknya dokumen saat diminta")
    milik_sendiri = models.BooleanField(default=False, help_text="hanya dokumen pemohon sendiri; tanpa rekomendasi")
    status = models.CharField(max_length=24, choices=StatusDaftar, default=StatusDaftar.DIMINTA)
    diputus_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    diputus_pada = models.DateTimeField(null=True)
    alasan = models.CharField(max_length=300, blank=True)
    dibuat_pada = models.DateTimeField(auto_now_add=True)

    objects = PermintaanDaftarQuerySet.as_manager()

    class Meta:
        verbose_name = "permintaan daftar"
        verbose_name_plural = "permintaan daftar"
        ordering = ("-dibuat_pada", "-pk")
        constraints = (
            models.CheckConstraint(
                name="daftar_diputus_lengkap",
                condition=Q(status=StatusDaftar.DIMINTA, diputus_pada__isnull=True)
                | (~Q(status=StatusDaftar.DIMINTA) & Q(diputus_pada__isnull=False)),
            ),
            models.CheckConstraint(
                name="daftar_lain_berekomendasi",
                condition=~Q(status=StatusDaftar.DIREKOMENDASIKAN)
                | Q(milik_sendiri=True)
                | Q(diputus_oleh__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"daftar {self.pk}"

    @property
    def dapat_diambil(self) -> bool:
        segar = self.diputus_pada is not None and timezone.now() - self.diputus_pada < BERLAKU
        return self.status == StatusDaftar.DIREKOMENDASIKAN and segar


class GudangTerjaga(models.IntegerChoices):
    """Stores whose bytes are re-hashed; the others hold what only passes through."""

    ARSIP = 1, "arsip"
    KARANTINA = 2, "karantina"
    KERJA = 3, "kerja"


class PutaranKeutuhan(models.Model):
    """One row a store: where the next stretch begins, when this walk began, and when and how long the last one was."""

    id = models.PositiveSmallIntegerField(primary_key=True, choices=GudangTerjaga, default=GudangTerjaga.ARSIP)
    setelah = models.CharField(max_length=64, blank=True, help_text="SHA-256 terakhir yang diperiksa")
    mulai_pada = models.DateTimeField(null=True)
    tuntas_pada = models.DateTimeField(null=True)
    lama = models.DurationField(null=True, help_text="putaran terakhir yang tuntas")

    class Meta:
        verbose_name = "putaran keutuhan"
        constraints = (models.CheckConstraint(name="putaran_sebuah_gudang", condition=Q(id__in=GudangTerjaga.values)),)

    def __str__(self) -> str:
        return f"{self.get_id_display()} {self.setelah[:12] or 'awal'}"

    @property
    def bagian(self) -> float:
        """How far this walk has come, 0 to 1: hashes are spread evenly."""
        return int(self.setelah[:8], 16) / 16**8 if self.setelah else 0.0

    @property
    def sepenuhnya(self) -> timedelta | None:
        """How long a whole walk takes, as fast as it goes now; else as the last one took."""
        if self.mulai_pada and self.bagian > 0.01:
            return (timezone.now() - self.mulai_pada) / self.bagian
        return self.lama
