"""The office's own setting of a kind of paper: versions in force from a day on; older ones stay (Law 10)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from docservice.akun.models import Pengguna
from docservice.dokumen.status import Kelas

ISI_JENIS = ("nama", "kelompok", "kelas", "wajib", "per_tahun", "aktif")
"""What a version sets."""


class VersiJenisDokumen(models.Model):
    """One setting of one kind, with the decision, the reason and the person behind it. Never edited, only followed."""

    jenis = models.ForeignKey("dokumen.JenisDokumen", models.PROTECT, related_name="versi")
    nama = models.CharField(max_length=150)
    kelompok = models.CharField(max_length=40, blank=True)
    kelas = models.CharField(max_length=1, choices=Kelas)
    wajib = models.BooleanField()
    per_tahun = models.BooleanField()
    aktif = models.BooleanField()
    berlaku_dari = models.DateField()
    berlaku_sampai = models.DateField(null=True)
    keputusan_nomor = models.CharField(max_length=120)
    keputusan_tanggal = models.DateField()
    alasan = models.CharField(max_length=300)
    ditulis_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "versi jenis dokumen"
        verbose_name_plural = "versi jenis dokumen"
        ordering = ("-berlaku_dari", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("jenis",), condition=Q(berlaku_sampai__isnull=True), name="satu_versi_jenis_terakhir"
            ),
        )

    def __str__(self) -> str:
        return f"{self.jenis_id} sejak {self.berlaku_dari}"

    @property
    def pernah_berlaku(self) -> bool:
        """A version replaced before its first day was never in force."""
        return self.berlaku_sampai is None or self.berlaku_sampai >= self.berlaku_dari
