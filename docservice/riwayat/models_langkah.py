"""The way of a proposal: every move of it and every word said about it, in the order in which they came."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from docservice.akun.lingkup import lingkup
from docservice.akun.models import Pengguna
from docservice.akun.peran import MELIHAT_RAHASIA, MELIHAT_UNIT
from docservice.pegawai.models import Pegawai
from docservice.riwayat.status import PETUGAS, Pihak, StatusRiwayat


class LangkahQuerySet(models.QuerySet["LangkahUsulan"]):
    def visible_to(self, pengguna: Pengguna) -> LangkahQuerySet:
        """Moves of the rows one sees; what was asked and answered only for those it was said between."""
        terlihat = self.filter(riwayat__pegawai__in=Pegawai.objects.visible_to(pengguna))
        if pengguna.berperan(*MELIHAT_RAHASIA):
            return terlihat
        pihak = Q(riwayat__pegawai__pengguna=pengguna) | Q(riwayat__dibuat_oleh=pengguna)
        petugas = lingkup(pengguna, "riwayat__pegawai__unit", *MELIHAT_UNIT)
        return terlihat.filter(~Q(status="") | pihak | petugas)

    def klarifikasi(self) -> LangkahQuerySet:
        return self.filter(status="")


class LangkahUsulan(models.Model):
    """A move (``status``: the state it led to, ``isi``: the note with it), or without one a question or an answer."""

    riwayat = models.ForeignKey("riwayat.Riwayat", models.CASCADE, related_name="langkah")
    status = models.CharField(max_length=26, choices=StatusRiwayat, blank=True, help_text="kosong berarti klarifikasi")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    sebagai = models.CharField(max_length=15, choices=Pihak, blank=True)
    isi = models.TextField(max_length=1000, blank=True)
    pada = models.DateTimeField(default=timezone.now)

    objects = LangkahQuerySet.as_manager()

    class Meta:
        verbose_name = "langkah usulan"
        verbose_name_plural = "langkah usulan"
        ordering = ("pk",)
        constraints = (models.CheckConstraint(name="klarifikasi_berisi", condition=~Q(status="") | ~Q(isi="")),)

    def __str__(self) -> str:
        return f"{self.riwayat_id} {self.status or 'klarifikasi'}"

    @property
    def dari_petugas(self) -> bool:
        return self.sebagai in PETUGAS
