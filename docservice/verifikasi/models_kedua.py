"""The blind second look: which decisions were drawn for it, and how it ended."""

from __future__ import annotations

from django.db import models

from docservice.verifikasi.status import StatusKedua


class PeriksaKedua(models.Model):
    """A decision drawn by chance; the opinions on it are decisions of their own that nobody else is shown."""

    pertama = models.OneToOneField("verifikasi.Verifikasi", models.PROTECT, related_name="periksa_kedua")
    status = models.CharField(max_length=14, choices=StatusKedua, default=StatusKedua.MENUNGGU)
    peluang = models.FloatField(help_text="peluang terpilih pada saat diundi")
    dibuat_pada = models.DateTimeField(auto_now_add=True)
    selesai_pada = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "periksa kedua"
        verbose_name_plural = "periksa kedua"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.pertama_id} {self.status}"
