"""Decisions on a paper: who compared it with which original, page by page, and the lease while they do."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.dokumen.status import Basis
from docservice.verifikasi.models_kedua import PeriksaKedua
from docservice.verifikasi.models_sesi import Sesi

__all__ = ["Alasan", "Pegang", "PeriksaKedua", "Sesi", "Verifikasi"]
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


class VerifikasiManager(models.Manager["Verifikasi"]):
    """Decisions that count. Opinions of a second look are blind: only ``semua`` knows them."""

    def get_queryset(self) -> models.QuerySet[Verifikasi]:
        return super().get_queryset().filter(periksa=None)

    def terakhir_atas(self, dokumen: Dokumen) -> Verifikasi | None:
        """The newest on any version of *dokumen* that was not undone."""
        return self.filter(versi__dokumen=dokumen, diurungkan_pada=None).first()


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
    catatan_bkpsdmd = models.CharField(max_length=300, blank=True, help_text="hanya dibaca BKPSDMD")
    diteruskan = models.BooleanField(default=False, help_text="pemeriksa meminta BKPSDMD melihatnya")
    detik = models.PositiveIntegerField(null=True, help_text="lama berkas di layar; angka saja, tanpa akibat")
    sesi = models.ForeignKey(Sesi, models.PROTECT, null=True, related_name="+")
    periksa = models.ForeignKey(PeriksaKedua, models.PROTECT, null=True, related_name="pandangan")
    diurungkan_pada = models.DateTimeField(null=True)

    objects = VerifikasiManager()
    semua: ClassVar[models.Manager[Verifikasi]] = models.Manager()

    class Meta:
        verbose_name = "verifikasi"
        verbose_name_plural = "verifikasi"
        ordering = ("-pada",)
        indexes = (models.Index(fields=("oleh", "pada"), name="verifikasi_oleh_pada"),)
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
    dilewati = models.BooleanField(default=False, help_text="dilewati; kembali ke antrean saat sesi berakhir")

    objects = PegangQuerySet.as_manager()

    class Meta:
        verbose_name = "pegangan"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.dokumen_id} {self.oleh_id}"
