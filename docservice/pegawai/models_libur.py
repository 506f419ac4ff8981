"""National holidays and days of joint leave, as the ministers' decision of the year names them."""

from __future__ import annotations

from datetime import date

from django.core.cache import cache
from django.db import models
from django.db.models import Q

from docservice.akun.models import Pengguna

KUNCI, MASA = "hari-libur", 3600


class HariLibur(models.Model):
    """One day off; a wrong one is withdrawn with its reason and stays to be seen (Law 2)."""

    class Jenis(models.TextChoices):
        NASIONAL = "nasional", "Libur nasional"
        CUTI_BERSAMA = "cuti_bersama", "Cuti bersama"

    tanggal = models.DateField()
    nama = models.CharField(max_length=150)
    jenis = models.CharField(max_length=12, choices=Jenis)
    keputusan_nomor = models.CharField(max_length=120)
    keputusan_tanggal = models.DateField()
    dicatat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField(auto_now_add=True)
    dicabut_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    dicabut_pada = models.DateTimeField(null=True)
    alasan = models.CharField(max_length=300, blank=True, help_text="mengapa dicabut")

    class Meta:
        verbose_name = "hari libur"
        verbose_name_plural = "hari libur"
        ordering = ("tanggal", "pk")
        constraints = (
            models.UniqueConstraint(fields=("tanggal",), condition=Q(dicabut_pada=None), name="libur_sekali"),
            models.CheckConstraint(
                name="cabut_libur_beralasan",
                condition=Q(dicabut_pada=None, dicabut_oleh=None)
                | (Q(dicabut_pada__isnull=False, dicabut_oleh__isnull=False) & ~Q(alasan="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.tanggal} {self.nama}"


def hari_libur() -> frozenset[date]:
    """Every day off there is; asked by each clock that counts working days, so it is kept until it changes."""
    ada = cache.get(KUNCI)
    if ada is None:
        ada = frozenset(HariLibur.objects.filter(dicabut_pada=None).values_list("tanggal", flat=True))
        cache.set(KUNCI, ada, MASA)
    return frozenset(ada)


def lupakan_libur() -> None:
    """After a change was committed."""
    cache.delete(KUNCI)
