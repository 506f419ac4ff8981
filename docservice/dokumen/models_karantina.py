"""Letting a file out of quarantine: proposed by one, decided by another."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from docservice.akun.models import Pengguna


class PelepasanKarantina(models.Model):
    """One proposal about one version, with the reasons of both. Open while ``hasil`` is empty."""

    class Hasil(models.TextChoices):
        DILEPAS = "dilepas", "Dilepas"
        DITOLAK = "ditolak", "Tetap dikarantina"

    versi = models.ForeignKey("dokumen.VersiDokumen", models.PROTECT, related_name="pelepasan")
    diusulkan_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    diusulkan_pada = models.DateTimeField(auto_now_add=True)
    alasan = models.CharField(max_length=500)
    diputuskan_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    diputuskan_pada = models.DateTimeField(null=True)
    alasan_putusan = models.CharField(max_length=500, blank=True)
    hasil = models.CharField(max_length=10, choices=Hasil, blank=True)

    class Meta:
        verbose_name = "usul pelepasan karantina"
        ordering = ("-diusulkan_pada",)
        constraints = (
            models.UniqueConstraint(fields=("versi",), condition=Q(hasil=""), name="satu_usul_lepas_terbuka"),
            models.CheckConstraint(name="pelepasan_dua_orang", condition=~Q(diputuskan_oleh=F("diusulkan_oleh"))),
            models.CheckConstraint(
                name="pelepasan_diputuskan_utuh",
                condition=Q(hasil="", diputuskan_oleh=None, diputuskan_pada=None)
                | Q(~Q(hasil=""), ~Q(alasan_putusan=""), diputuskan_oleh__isnull=False, diputuskan_pada__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.versi_id} {self.hasil or 'terbuka'}"
