"""Bytes on their way in: an upload in parts, each part durable before it is acknowledged."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from docservice.akun.models import Pengguna


def pengenal_baru() -> str:
    """256 bits: whoever does not know it cannot guess it, and knowing it is not enough either."""
    return secrets.token_urlsafe(32)


def batas_baru() -> datetime:
    return timezone.now() + timedelta(hours=settings.UPLOAD_EXPIRES_HOURS)


class KirimanQuerySet(models.QuerySet["Kiriman"]):
    def hidup(self) -> KirimanQuerySet:
        return self.filter(kedaluwarsa__gt=timezone.now())

    def terbuka(self) -> KirimanQuerySet:
        """Still taking room: alive and not yet turned into what it was sent for."""
        return self.hidup().filter(dipakai_pada=None)


class Kiriman(models.Model):
    """One file that comes in parts. ``tiba`` bytes of ``ukuran`` are durable; the next part begins there."""

    class Untuk(models.TextChoices):
        DOKUMEN = "dokumen", "Berkas sebuah dokumen"
        BORONGAN = "borongan", "ZIP unggahan borongan"

    id = models.CharField(max_length=43, primary_key=True, default=pengenal_baru)
    pengguna = models.ForeignKey(Pengguna, models.CASCADE, related_name="+")
    untuk = models.CharField(max_length=10, choices=Untuk, default=Untuk.DOKUMEN)
    nama_berkas = models.CharField(max_length=200)
    ukuran = models.PositiveBigIntegerField()
    tiba = models.PositiveBigIntegerField(default=0)
    dibuat_pada = models.DateTimeField(auto_now_add=True)
    kedaluwarsa = models.DateTimeField(default=batas_baru)
    dipakai_pada = models.DateTimeField(null=True)

    objects = KirimanQuerySet.as_manager()

    class Meta:
        verbose_name = "kiriman bertahap"
        verbose_name_plural = "kiriman bertahap"
        constraints = (
            models.CheckConstraint(
                name="kiriman_tidak_lebih", condition=models.Q(tiba__lte=models.F("ukuran"), ukuran__gt=0)
            ),
        )

    def __str__(self) -> str:
        return f"{self.tiba}/{self.ukuran}"

    @property
    def lengkap(self) -> bool:
        return self.tiba == self.ukuran


class BagianKiriman(models.Model):
    """One part: where it begins, and the blob that holds it."""

    kiriman = models.ForeignKey(Kiriman, models.CASCADE, related_name="bagian")
    mulai = models.PositiveBigIntegerField()
    ukuran = models.PositiveBigIntegerField()
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)

    class Meta:
        verbose_name = "bagian kiriman"
        ordering = ("mulai",)
        constraints = (models.UniqueConstraint(fields=("kiriman", "mulai"), name="bagian_sekali"),)

    def __str__(self) -> str:
        return f"{self.mulai}+{self.ukuran}"
