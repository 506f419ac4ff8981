"""How the region sets its naskah, as rows in force from a day on; older ones stay, and each naskah keeps its own."""

from __future__ import annotations

from django.db import models

from docservice.akun.models import Pengguna
from docservice.layanan.models import Bertanggal, BertanggalQuerySet


class BerkasLambang(models.Model):
    """An emblem by the SHA-256 of its bytes: PNG or JPEG, never changed, never deleted."""

    sidik = models.CharField(primary_key=True, max_length=64)
    isi = models.BinaryField()

    class Meta:
        verbose_name = "berkas lambang"
        verbose_name_plural = "berkas lambang"

    def __str__(self) -> str:
        return self.sidik[:12]


class GayaNaskah(Bertanggal):
    """One version: ``isi`` are the fields of :class:`templates_sk.Gaya`, ``lambang`` emblem → ``BerkasLambang``."""

    isi = models.JSONField()
    lambang = models.JSONField(default=dict)
    ditulis_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(auto_now_add=True)

    objects = BertanggalQuerySet.as_manager()

    class Meta:
        verbose_name = "gaya naskah"
        verbose_name_plural = "gaya naskah"
        ordering = ("-berlaku_dari", "-pk")

    def __str__(self) -> str:
        return f"gaya sejak {self.berlaku_dari}"
