"""What whoever watches over the archives writes about a unit or a person (BABEL 9(2)d, 12)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from docservice.akun.models import Pengguna
from docservice.pegawai.models import Pegawai, UnitKerja


class CatatanEvaluasi(models.Model):
    """One note, never changed afterwards; an answer is the next note."""

    unit = models.ForeignKey(UnitKerja, models.PROTECT, null=True, blank=True, related_name="catatan_evaluasi")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, null=True, blank=True, related_name="catatan_evaluasi")
    isi = models.CharField(max_length=500)
    tenggat = models.DateField("tindak lanjut paling lambat", null=True, blank=True)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    sebagai = models.CharField(max_length=200, help_text="peran penulis saat menulis")
    pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "catatan evaluasi"
        verbose_name_plural = "catatan evaluasi"
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                name="evaluasi_satu_sasaran",
                condition=Q(unit__isnull=True, pegawai__isnull=False) | Q(unit__isnull=False, pegawai__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit or self.pegawai} {self.pada:%Y-%m-%d}"
