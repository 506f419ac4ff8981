"""Campaigns that bring archives and rows up to date (BABEL 15(2): by the needs of each office)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.akun.peran import MELIHAT_UNIT, SELURUH_DAERAH
from docservice.dokumen.models import JenisDokumen
from docservice.laporan.models_evaluasi import CatatanEvaluasi
from docservice.pegawai.models import UnitKerja

__all__ = ["CatatanEvaluasi", "Pemutakhiran"]


class PemutakhiranQuerySet(models.QuerySet["Pemutakhiran"]):
    def visible_to(self, pengguna: Pengguna) -> PemutakhiranQuerySet:
        """Those of the whole region or of a unit that is above or within one's own; all for the agency."""
        boleh = Q(pk__in=[])
        for tugas in pengguna.penugasan_berlaku():
            if tugas.peran in SELURUH_DAERAH:
                return self
            if tugas.peran in MELIHAT_UNIT and tugas.unit:
                di_atas = Q(unit__in=tugas.unit.leluhur)
                boleh |= Q(unit=None) | di_atas | Q(unit__jalur__startswith=tugas.unit.jalur)
        return self.filter(boleh)

    def berjalan(self) -> PemutakhiranQuerySet:
        return self.filter(ditutup_pada=None)


class Pemutakhiran(models.Model):
    """Which papers and rows, of whom, until when. How far it has come is counted, never stored."""

    judul = models.CharField(max_length=150)
    unit = models.ForeignKey(UnitKerja, models.PROTECT, null=True, blank=True, related_name="+")
    dokumen = models.ManyToManyField(JenisDokumen, blank=True, related_name="+")
    riwayat = models.JSONField(default=list, help_text="kode jenis riwayat")
    mulai = models.DateField()
    tenggat = models.DateField()
    keterangan = models.CharField(max_length=300, blank=True)
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(auto_now_add=True)
    ditutup_pada = models.DateTimeField(null=True)

    objects = PemutakhiranQuerySet.as_manager()

    class Meta:
        verbose_name = "pemutakhiran data"
        verbose_name_plural = "pemutakhiran data"
        ordering = ("tenggat", "pk")
        constraints = (models.CheckConstraint(name="pemutakhiran_urut", condition=Q(tenggat__gte=F("mulai"))),)

    def __str__(self) -> str:
        return self.judul

    @property
    def terlambat(self) -> bool:
        return self.ditutup_pada is None and self.tenggat < timezone.localdate()
