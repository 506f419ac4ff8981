"""*Saya tidak memiliki dokumen ini*: an employee's word on a paper that everyone should have (screens §4.5)."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone

from docservice.pegawai.models import Pegawai


class KetiadaanQuerySet(models.QuerySet["Ketiadaan"]):
    def berlaku(self, pada: date | None = None) -> KetiadaanQuerySet:
        """Not taken back, and the year in which the paper was expected is not over."""
        tahun = (pada or timezone.localdate()).year
        return self.filter(Q(perkiraan_tahun=None) | Q(perkiraan_tahun__gte=tahun), ditarik_pada=None)


class Ketiadaan(models.Model):
    """Explained, not proved. A document in the slot counts before it."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="ketiadaan")
    jenis = models.ForeignKey("dokumen.JenisDokumen", models.PROTECT, related_name="+")
    minor = models.CharField(max_length=20, blank=True)
    alasan = models.CharField(max_length=300)
    perkiraan_tahun = models.PositiveSmallIntegerField(null=True, help_text="tahun dokumen itu diharapkan ada")
    dinyatakan_pada = models.DateTimeField(auto_now_add=True)
    ditarik_pada = models.DateTimeField(null=True)

    objects = KetiadaanQuerySet.as_manager()

    class Meta:
        verbose_name = "pernyataan tidak memiliki dokumen"
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("pegawai", "jenis", "minor"), condition=Q(ditarik_pada=None), name="satu_ketiadaan_per_slot"
            ),
        )

    def __str__(self) -> str:
        return f"{self.pegawai_id} tanpa {self.jenis_id} {self.minor}".strip()

    @property
    def kalimat(self) -> str:
        return f"{self.alasan} (diharapkan ada {self.perkiraan_tahun})" if self.perkiraan_tahun else self.alasan
