"""Appointments to roles: proposed, decreed, pledged, in force, frozen, reviewed, ended."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from docservice.akun.lingkup import lingkup
from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran
from docservice.dokumen.models import Dokumen
from docservice.naskah.models import Naskah
from docservice.pegawai.models import Pegawai, UnitKerja
from docservice.pengelola.status import StatusPembekuan, StatusPengangkatan

MENGATUR = (Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM)
MENGUSULKAN = (Peran.KEPALA_PD, Peran.FASILITATOR)
"""The head of an office proposes its fasilitator; a fasilitator proposes who is to replace them (B.2)."""


class Surat(models.Model):
    """The decree by which roles are given: its number, its day, and the signed file in the archive."""

    nomor = models.CharField("nomor SK", max_length=120)
    tanggal = models.DateField("tanggal SK")
    berkas = models.ForeignKey(
        Dokumen, models.PROTECT, null=True, related_name="+", help_text="kosong pada SK hari pertama"
    )
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "SK pengelola"
        verbose_name_plural = "SK pengelola"

    def __str__(self) -> str:
        return self.nomor


class PengangkatanQuerySet(models.QuerySet["Pengangkatan"]):
    def visible_to(self, pengguna: Pengguna) -> PengangkatanQuerySet:
        """Those who administer roles; the heads and fasilitators of the office; the person."""
        if pengguna.berperan(*MENGATUR):
            return self
        return self.filter(Q(pegawai__pengguna=pengguna) | lingkup(pengguna, "unit", *MENGUSULKAN))

    def milik(self, pengguna: Pengguna) -> PengangkatanQuerySet:
        return self.filter(pegawai__pengguna=pengguna)


class Pengangkatan(models.Model):
    """One appointment of one person to one role; ``penugasan`` is the role itself once it is in force."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="pengangkatan")
    peran = models.CharField(max_length=30, choices=Peran)
    unit = models.ForeignKey(UnitKerja, models.PROTECT, null=True, related_name="+")
    status = models.CharField(max_length=30, choices=StatusPengangkatan)
    usul_nomor = models.CharField("nomor surat usul", max_length=120, blank=True)
    usul_tanggal = models.DateField("tanggal surat usul", null=True)
    mampu_komputer = models.BooleanField(default=False)
    paham_kepegawaian = models.BooleanField(default=False)
    surat = models.ForeignKey(Surat, models.PROTECT, null=True, related_name="pengangkatan")
    berlaku_dari = models.DateField(null=True)
    berlaku_sampai = models.DateField(null=True)
    penugasan = models.OneToOneField(Penugasan, models.PROTECT, null=True, related_name="pengangkatan")
    catatan = models.CharField(max_length=300, blank=True)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(auto_now_add=True)
    diubah_pada = models.DateTimeField(auto_now=True)

    objects = PengangkatanQuerySet.as_manager()

    class Meta:
        verbose_name = "pengangkatan"
        verbose_name_plural = "pengangkatan"
        ordering = ("-dibuat_pada", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("pegawai", "peran", "unit"),
                condition=Q(status__in=["diusulkan", "direview_bkpsdmd", "ditetapkan_sk", "pakta_integritas_diteken"]),
                name="satu_pengangkatan_berjalan",
            ),
            models.CheckConstraint(
                name="aktif_berperan", condition=~Q(status="aktif") | Q(penugasan__isnull=False, surat__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return self.sebutan

    @property
    def sebutan(self) -> str:
        return f"{self.get_peran_display()} {self.unit.nama}" if self.unit else self.get_peran_display()

    @property
    def berpakta(self) -> bool:
        """Managers of the system pledge integrity before anything opens (BABEL 9(1), 27(1)a)."""
        return self.peran in (Peran.ADMINISTRATOR, Peran.FASILITATOR)


class Pernyataan(models.Model):
    """A statement in force: the letter its author signed, what it opened, until when it holds."""

    naskah = models.OneToOneField(Naskah, models.PROTECT, related_name="pernyataan")
    pengangkatan = models.ForeignKey(Pengangkatan, models.PROTECT, null=True, related_name="pernyataan")
    berlaku_sampai = models.DateField(null=True)

    class Meta:
        verbose_name = "pernyataan"
        verbose_name_plural = "pernyataan"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return str(self.naskah_id)

    @property
    def dokumen(self) -> Dokumen:
        """The signed letter in the archive; a statement exists only once it is issued."""
        assert self.naskah.dokumen is not None
        return self.naskah.dokumen

    @property
    def sha256(self) -> str:
        """Of the signed file; empty when it cannot be opened."""
        versi = self.dokumen.versi_terbuka
        return versi.sha256 if versi else ""


class PembekuanQuerySet(models.QuerySet["Pembekuan"]):
    def visible_to(self, pengguna: Pengguna) -> PembekuanQuerySet:
        """Administrators; the head of the office; the fasilitators of that very unit."""
        if pengguna.berperan(*MENGATUR):
            return self
        ikut = Pembekuan.objects.dinyatakan_oleh(pengguna).values("pk")
        return self.filter(
            Q(penugasan__pengguna=pengguna) | Q(pk__in=ikut) | lingkup(pengguna, "unit", Peran.KEPALA_PD)
        )

    def dinyatakan_oleh(self, pengguna: Pengguna) -> PembekuanQuerySet:
        """Whose letter lifts it: a fasilitator of that very unit whose frozen role still runs, so a successor too."""
        masih = Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=timezone.localdate())
        peran = Penugasan.objects.filter(masih, pengguna=pengguna, unit=OuterRef("unit"))
        return self.filter(Exists(peran.filter(pk__in=OuterRef("dibekukan"))))

    def terbuka(self) -> PembekuanQuerySet:
        return self.exclude(status=StatusPembekuan.DICABUT)

    def atas(self, unit: UnitKerja) -> PembekuanQuerySet:
        """Those not lifted yet under which this unit stands, the nearest first."""
        return self.terbuka().filter(unit__in=unit.leluhur).order_by("-unit__jalur")


class Pembekuan(models.Model):
    """A unit's management access is suspended because its fasilitator was negligent (BABEL 9(7))."""

    penugasan = models.ForeignKey(Penugasan, models.PROTECT, related_name="pembekuan")
    unit = models.ForeignKey(UnitKerja, models.PROTECT, related_name="+")
    status = models.CharField(max_length=20, choices=StatusPembekuan, default=StatusPembekuan.DIBEKUKAN)
    temuan = models.CharField(max_length=500)
    bukti = models.CharField("bukti temuan", max_length=300, help_text="nomor laporan, daftar antrean, atau berkas")
    dari = models.DateField()
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibekukan = models.ManyToManyField(Penugasan, related_name="+", help_text="semua peran fasilitator di unit itu")
    pengganti = models.ForeignKey(Penugasan, models.PROTECT, related_name="+", help_text="pemegang antrean sementara")
    pernyataan = models.OneToOneField(Pernyataan, models.PROTECT, null=True, related_name="pembekuan")
    diketahui_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    diketahui_pada = models.DateTimeField(null=True)
    diketahui_sha256 = models.CharField(max_length=64, blank=True, help_text="surat bertanda tangan yang dilihatnya")
    dicabut_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    dicabut_pada = models.DateTimeField(null=True)

    objects = PembekuanQuerySet.as_manager()

    class Meta:
        verbose_name = "pembekuan"
        verbose_name_plural = "pembekuan"
        ordering = ("-dari", "-pk")
        constraints = (
            models.UniqueConstraint(fields=("unit",), condition=~Q(status="dicabut"), name="satu_pembekuan_per_unit"),
        )

    def __str__(self) -> str:
        return f"{self.unit_id} {self.status}"

    def dapat_dinyatakan(self, pengguna: Pengguna) -> bool:
        return Pembekuan.objects.dinyatakan_oleh(pengguna).filter(pk=self.pk).exists()


class Peninjauan(models.Model):
    """A review of access: everybody who holds a role is confirmed or ends, by a day (BABEL 27(2)a)."""

    nama = models.CharField(max_length=120)
    batas = models.DateField()
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "peninjauan akses"
        verbose_name_plural = "peninjauan akses"
        ordering = ("-dibuat_pada",)

    def __str__(self) -> str:
        return self.nama

    @property
    def belum(self) -> int:
        return self.butir.filter(putusan="").count()

    def lewat(self, pada: date | None = None) -> bool:
        return self.belum > 0 and self.batas < (pada or timezone.localdate())


class ButirPeninjauan(models.Model):
    """One role in a review."""

    class Putusan(models.TextChoices):
        TETAP = "tetap", "Tetap"
        CABUT = "cabut", "Dicabut"

    peninjauan = models.ForeignKey(Peninjauan, models.CASCADE, related_name="butir")
    penugasan = models.ForeignKey(Penugasan, models.PROTECT, related_name="+")
    putusan = models.CharField(max_length=10, choices=Putusan, blank=True)
    alasan = models.CharField(max_length=300, blank=True)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    pada = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "butir peninjauan"
        verbose_name_plural = "butir peninjauan"
        constraints = (models.UniqueConstraint(fields=("peninjauan", "penugasan"), name="ditinjau_sekali"),)

    def __str__(self) -> str:
        return f"{self.peninjauan_id}: {self.penugasan_id} {self.putusan}"
