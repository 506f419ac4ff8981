"""A run against an export of BKN: the people on either side, every difference, what was decided about it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from docservice.akun.lingkup import lingkup
from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.rekonsiliasi.bidang import LABEL, kata
from docservice.rekonsiliasi.status import StatusBeda, StatusRekonsiliasi
from docservice.riwayat.models import Riwayat

MELIHAT_SEMUA = (Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM)
MELIHAT_UNIT = (Peran.FASILITATOR, Peran.KEPALA_PD)
"""Of a closed run, the part of their unit."""


class RekonsiliasiQuerySet(models.QuerySet["Rekonsiliasi"]):
    def visible_to(self, pengguna: Pengguna) -> RekonsiliasiQuerySet:
        """Every run for the personnel agency; the closed ones for heads and fasilitators of units (Law 8)."""
        if pengguna.berperan(*MELIHAT_SEMUA):
            return self
        if pengguna.berperan(*MELIHAT_UNIT):
            return self.filter(status=StatusRekonsiliasi.DITUTUP)
        return self.none()


class Rekonsiliasi(models.Model):
    """One run. ``sumber`` is the export as it came, ``hasil_json`` and ``hasil_xlsx`` what was decided, by SHA-256."""

    nama = models.CharField(max_length=200)
    sumber = models.CharField("SHA-256 ekspor", max_length=64)
    kunci = models.CharField(max_length=60)
    per_tanggal = models.DateField(help_text="keadaan data BKN di berkas")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    status = models.CharField(max_length=20, choices=StatusRekonsiliasi, default=StatusRekonsiliasi.DIBACA)
    alasan = models.CharField(max_length=300, blank=True)
    jumlah = models.PositiveIntegerField(default=0, help_text="orang di berkas")
    diproses = models.PositiveIntegerField(default=0)
    kolom = models.JSONField(default=list, help_text="bidang yang dibandingkan")
    asing = models.JSONField(default=list, help_text="kolom yang tidak dikenal")
    galat = models.JSONField(default=list, help_text="[baris, kalimat] dari berkas yang ditolak")
    dibuat_pada = models.DateTimeField(auto_now_add=True)
    dibandingkan_pada = models.DateTimeField(null=True)
    ditutup_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    ditutup_pada = models.DateTimeField(null=True)
    hasil_json = models.CharField("SHA-256 hasil JSON", max_length=64, blank=True)
    hasil_xlsx = models.CharField("SHA-256 hasil XLSX", max_length=64, blank=True)

    objects = RekonsiliasiQuerySet.as_manager()

    class Meta:
        verbose_name = "rekonsiliasi"
        verbose_name_plural = "rekonsiliasi"
        ordering = ("-dibuat_pada",)
        constraints = (
            models.UniqueConstraint(fields=("oleh", "kunci"), name="rekonsiliasi_sekali"),
            models.CheckConstraint(
                name="rekonsiliasi_ditutup_berhasil",
                condition=~Q(status="ditutup")
                | (Q(ditutup_pada__isnull=False) & ~Q(hasil_json="") & ~Q(hasil_xlsx="")),
            ),
        )

    def __str__(self) -> str:
        return self.nama


class OrangQuerySet(models.QuerySet["OrangRekonsiliasi"]):
    def visible_to(self, pengguna: Pengguna) -> OrangQuerySet:
        """The people of the units one answers for; those without a unit here only for the personnel agency."""
        if pengguna.berperan(*MELIHAT_SEMUA):
            return self
        tampak = Rekonsiliasi.objects.visible_to(pengguna)
        return self.filter(lingkup(pengguna, "unit", *MELIHAT_UNIT), rekonsiliasi__in=tampak)


class OrangRekonsiliasi(models.Model):
    """One person on either side. ``unit`` is where they stood here when the run was made."""

    class Keadaan(models.TextChoices):
        SAMA = "sama", "Sama"
        BEDA = "beda", "Berbeda"
        HANYA_BKN = "hanya_bkn", "Hanya di BKN"
        HANYA_SINI = "hanya_sini", "Hanya di sini"

    rekonsiliasi = models.ForeignKey(Rekonsiliasi, models.PROTECT, related_name="orang")
    nip = models.CharField("NIP", max_length=18)
    nama = models.CharField(max_length=120)
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(UnitKerja, models.PROTECT, null=True, related_name="+")
    keadaan = models.CharField(max_length=10, choices=Keadaan)

    objects = OrangQuerySet.as_manager()

    class Meta:
        verbose_name = "orang dalam rekonsiliasi"
        verbose_name_plural = "orang dalam rekonsiliasi"
        ordering = ("nip",)
        constraints = (models.UniqueConstraint(fields=("rekonsiliasi", "nip"), name="orang_rekonsiliasi_sekali"),)

    def __str__(self) -> str:
        return f"{self.nip} {self.keadaan}"


class BedaQuerySet(models.QuerySet["Beda"]):
    def visible_to(self, pengguna: Pengguna) -> BedaQuerySet:
        return self.filter(orang__in=OrangRekonsiliasi.objects.visible_to(pengguna))


class Beda(models.Model):
    """One field that differs, as either side has it (ISO date, code, text; never a sealed number), and the decision."""

    rekonsiliasi = models.ForeignKey(Rekonsiliasi, models.PROTECT, related_name="beda")
    orang = models.ForeignKey(OrangRekonsiliasi, models.PROTECT, related_name="beda")
    bidang = models.CharField(max_length=20)
    kita = models.CharField("data kami", max_length=250, blank=True)
    bkn = models.CharField("data BKN", max_length=250, blank=True)
    status = models.CharField(max_length=20, choices=StatusBeda, default=StatusBeda.TERBUKA)
    diputus_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    diputus_pada = models.DateTimeField(null=True)
    alasan = models.CharField(max_length=300, blank=True)
    usulan = models.ForeignKey(Riwayat, models.PROTECT, null=True, related_name="+")

    objects = BedaQuerySet.as_manager()

    class Meta:
        verbose_name = "perbedaan"
        verbose_name_plural = "perbedaan"
        ordering = ("orang__nip", "pk")
        indexes = (models.Index(fields=("rekonsiliasi", "status", "bidang"), name="beda_saring"),)
        constraints = (
            models.UniqueConstraint(fields=("orang", "bidang"), name="beda_sekali"),
            models.CheckConstraint(
                name="beda_diputus_lengkap",
                condition=Q(status="belum_diputuskan") | Q(diputus_oleh__isnull=False, diputus_pada__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.orang_id} {self.bidang}"

    @property
    def label(self) -> str:
        return LABEL[self.bidang]

    @property
    def kata_kita(self) -> str:
        return kata(self.bidang, self.kita)

    @property
    def kata_bkn(self) -> str:
        return kata(self.bidang, self.bkn)
