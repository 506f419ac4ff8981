"""Every look at an attempt whose outcome is unknown."""

from __future__ import annotations

from django.db import models

from docservice.akun.models import Pengguna


class PemeriksaanUpaya(models.Model):
    """When it was looked at, what was found; by a person or by the service itself."""

    upaya = models.ForeignKey("naskah.Upaya", models.PROTECT, related_name="pemeriksaan")
    pada = models.DateTimeField(auto_now_add=True)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    temuan = models.CharField(max_length=300)

    class Meta:
        verbose_name = "pemeriksaan upaya"
        verbose_name_plural = "pemeriksaan upaya"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.upaya_id} {self.pk}"
