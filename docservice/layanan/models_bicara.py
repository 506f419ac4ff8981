"""What is said about a request: the conversation with its officers, and the objection against its refusal."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from docservice.akun.models import Pengguna


class PesanPermohonan(models.Model):
    """One message. Nobody changes or removes it."""

    permohonan = models.ForeignKey("layanan.Permohonan", models.PROTECT, related_name="pesan")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    peran = models.CharField(max_length=200, blank=True, help_text="kosong: pemohon sendiri")
    isi = models.CharField(max_length=1000)
    pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "pesan permohonan"
        verbose_name_plural = "pesan permohonan"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.permohonan_id} {self.pk}"


class Keberatan(models.Model):
    """An objection against *TMS*, once per request (UU 30/2014 Pasal 75–77)."""

    class Putusan(models.TextChoices):
        DITERIMA = "diterima", "Keberatan diterima"
        DITOLAK = "ditolak", "Keberatan tidak diterima"

    permohonan = models.OneToOneField("layanan.Permohonan", models.PROTECT, related_name="keberatan")
    alasan = models.CharField(max_length=1000)
    diajukan_pada = models.DateTimeField(auto_now_add=True)
    putusan = models.CharField(max_length=8, choices=Putusan, blank=True)
    jawaban = models.CharField(max_length=1000, blank=True)
    dijawab_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    dijawab_pada = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "keberatan"
        verbose_name_plural = "keberatan"
        ordering = ("diajukan_pada",)
        constraints = (
            models.CheckConstraint(
                name="keberatan_dijawab_lengkap",
                condition=Q(putusan="", dijawab_oleh__isnull=True, dijawab_pada__isnull=True)
                | (~Q(putusan="") & ~Q(jawaban="") & Q(dijawab_oleh__isnull=False) & Q(dijawab_pada__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return f"keberatan {self.permohonan_id}"
