"""Decisions on a paper: who compared it with which original, page by page, and the lease while they do."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.dokumen.status import Basis

MASA_PEGANG = timedelta(minutes=30)


class Alasan(models.TextChoices):
    """Coded reasons of a return (screens §5.3); the digit is the key on the workbench."""

    BURAM = "1", "Buram atau tidak terbaca"
    TERPOTONG = "2", "Terpotong"
    GELAP = "3", "Terlalu gelap atau silau"
    MIRING = "4", "Miring atau terbalik"
    KURANG = "5", "Halaman kurang"
    SALAH_JENIS = "6", "Salah jenis dokumen"
    BUKAN_MILIK = "7", "Bukan milik pegawai ini"
    BEDA_ISIAN = "8", "Isian berbeda dari dokumen"
    BEDA_ASLI = "9", "Berbeda dari kertas asli"
    LAIN = "0", "Alasan lain"


PERLU_CATATAN = frozenset({Alasan.BEDA_ISIAN, Alasan.BEDA_ASLI, Alasan.LAIN})


class Verifikasi(models.Model):
    """One decision, bound to the SHA-256 of what was seen (Law 9; BABEL 1 no. 16)."""

    class Hasil(models.TextChoices):
        TERVERIFIKASI = "terverifikasi", "Terverifikasi"
        DIKEMBALIKAN = "dikembalikan", "Dikembalikan"

    versi = models.ForeignKey(VersiDokumen, models.PROTECT, related_name="verifikasi")
    sha256 = models.CharField("SHA-256", max_length=64)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dasar_tugas = models.CharField(max_length=200, help_text="peran dan SK penugasan saat memutuskan")
    pada = models.DateTimeField(auto_now_add=True)
    hasil = models.CharField(max_length=14, choices=Hasil)
    basis = models.CharField(max_length=10, choices=Basis, blank=True)
    halaman_dilihat = models.JSONField(default=list)
    alasan = models.JSONField(default=list, help_text="[[halaman, kode]]")
    catatan = models.CharField(max_length=300, blank=True)
    diurungkan_pada = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "verifikasi"
        verbose_name_plural = "verifikasi"
        ordering = ("-pada",)
        constraints = (
            models.CheckConstraint(
                name="terverifikasi_berbasis",
                condition=~models.Q(hasil="terverifikasi") | ~models.Q(basis=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.versi_id} {self.hasil}"


class PegangQuerySet(models.QuerySet["Pegang"]):
    def berlaku(self) -> PegangQuerySet:
        return self.filter(sampai__gt=timezone.now())


class Pegang(models.Model):
    """A lease on one document, so that two fasilitator never work on the same paper."""

    dokumen = models.OneToOneField(Dokumen, models.CASCADE, related_name="pegang")
    oleh = models.ForeignKey(Pengguna, models.CASCADE, related_name="+")
    sampai = models.DateTimeField()

    objects = PegangQuerySet.as_manager()

    class Meta:
        verbose_name = "pegangan"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.dokumen_id} {self.oleh_id}"


def antrean(pengguna: Pengguna) -> models.QuerySet[Dokumen]:
    """Papers waiting for this fasilitator: of their units, oldest first, never their own."""
    unit = models.Q(pk__in=[])
    for tugas in pengguna.penugasan_berlaku():
        if tugas.peran == Peran.FASILITATOR and tugas.unit:
            unit |= models.Q(pegawai__unit__jalur__startswith=tugas.unit.jalur)
    menunggu = Dokumen.objects.visible_to(pengguna).menunggu_verifikasi().filter(unit)
    return menunggu.exclude(pegawai__pengguna=pengguna).select_related("pegawai__unit", "jenis").order_by("dibuat_pada")
