"""What anybody reports who holds a paper they think is forged (screens §5.14)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from docservice.akun.models import Pengguna


class LaporanPemalsuan(models.Model):
    """One report from the public check. No file is taken: an administrator asks for it where it is needed."""

    class Hasil(models.TextChoices):
        TERBUKTI = "terbukti", "Terbukti palsu"
        TIDAK = "tidak_terbukti", "Tidak terbukti palsu"
        KURANG = "tidak_cukup", "Keterangannya tidak cukup"

    nomor = models.CharField("nomor dokumen", max_length=120, blank=True)
    uraian = models.CharField(max_length=1000)
    kontak = models.CharField(max_length=120, blank=True, help_text="telepon atau email pelapor, bila ia mau dihubungi")
    pada = models.DateTimeField(auto_now_add=True)
    hasil = models.CharField(max_length=14, choices=Hasil, blank=True)
    tindakan = models.CharField(max_length=1000, blank=True)
    ditangani_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    ditangani_pada = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "laporan pemalsuan"
        verbose_name_plural = "laporan pemalsuan"
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                name="laporan_pemalsuan_bernama",
                condition=Q(hasil="", ditangani_oleh__isnull=True)
                | (~Q(hasil="") & ~Q(tindakan="") & Q(ditangani_oleh__isnull=False, ditangani_pada__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return f"laporan pemalsuan {self.pk}"
