"""A sitting at the workbench: what is decided between taking the first paper and signing the minutes."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from docservice.akun.models import Pengguna
from docservice.verifikasi.status import StatusSesi


class Sesi(models.Model):
    """One person, one day. Its minutes (berita acara) are signed when it has ended (UU 43/2009, PP 28/2012)."""

    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="sesi_verifikasi")
    status = models.CharField(max_length=14, choices=StatusSesi, default=StatusSesi.BERJALAN)
    mulai = models.DateTimeField(auto_now_add=True)
    selesai = models.DateTimeField(null=True)
    dilewati = models.PositiveIntegerField(default=0, help_text="berkas yang dilewati dan kembali ke antrean")

    class Meta:
        verbose_name = "sesi verifikasi"
        verbose_name_plural = "sesi verifikasi"
        ordering = ("-mulai",)
        constraints = (
            models.UniqueConstraint(fields=("oleh",), condition=Q(status="berjalan"), name="satu_sesi_berjalan"),
            models.CheckConstraint(
                name="sesi_selesai_berwaktu", condition=Q(status="berjalan") | Q(selesai__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return f"{self.oleh_id} {self.mulai:%Y-%m-%d}"
