"""Employees, the unit tree, reference tables with BKN ids, and the region's own settings."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone

from docservice.akun.lingkup import lingkup, semua_jalur_beku
from docservice.akun.models import Pengguna
from docservice.akun.peran import MELIHAT_UNIT, SELURUH_DAERAH
from docservice.pegawai.models_libur import HariLibur
from docservice.pegawai.models_unit import PeristiwaUnit, Perpindahan
from docservice.pegawai.nip import periksa, validate_nip
from docservice.umum.errors import BelumLengkap

__all__ = [
    "BUKAN_PEGAWAI",
    "Daerah",
    "Halangan",
    "HariLibur",
    "Pegawai",
    "PeristiwaUnit",
    "Perpindahan",
    "Referensi",
    "UnitKerja",
    "VersiReferensi",
]

BUKAN_PEGAWAI = "51"
"""BKN's codes of kedudukan hukum from here on are people who are not, or no longer, employees."""


class UnitKerja(models.Model):
    """An office in the tree; ``jalur`` is the materialised path ``/1/7/`` of ids from the top."""

    nama = models.CharField(max_length=200)
    singkatan = models.CharField(max_length=40, blank=True)
    alamat = models.CharField(max_length=200, blank=True, help_text="seperti pada kop surat")
    kontak = models.CharField(max_length=150, blank=True, help_text="telepon, laman, surel pada kop surat")
    induk = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="anak")
    jalur = models.CharField(max_length=200, blank=True, db_index=True)
    berlaku_dari = models.DateField(default=date(2000, 1, 1))
    berlaku_sampai = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "unit kerja"
        verbose_name_plural = "unit kerja"
        ordering = ("jalur",)

    def __str__(self) -> str:
        return self.nama

    def save(self, *args: object, **kwargs: object) -> None:
        super().save(*args, **kwargs)  # type: ignore[arg-type]
        jalur = f"{self.induk.jalur if self.induk else '/'}{self.pk}/"
        if jalur != self.jalur:
            self.jalur = jalur
            UnitKerja.objects.filter(pk=self.pk).update(jalur=jalur)

    @property
    def leluhur(self) -> list[int]:
        """Ids from the top down to this unit itself."""
        return [int(pk) for pk in self.jalur.strip("/").split("/")]

    def mencakup(self, lain: UnitKerja) -> bool:
        return lain.jalur.startswith(self.jalur)

    def ada_pada(self, hari: date) -> bool:
        return self.berlaku_dari <= hari and (self.berlaku_sampai is None or hari <= self.berlaku_sampai)

    @classmethod
    def bkpsdm(cls) -> UnitKerja | None:
        """The personnel agency itself, as the region's settings name it."""
        daerah = Daerah.objects.filter(pk=1).first()
        return cls.objects.filter(singkatan=daerah.singkatan_bkpsdm).first() if daerah else None


class ReferensiQuerySet(models.QuerySet["Referensi"]):
    def berlaku(self, pada: date | None = None) -> ReferensiQuerySet:
        pada = pada or timezone.localdate()
        return self.filter(Q(berlaku_dari__lte=pada), Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=pada))


class Referensi(models.Model):
    """One row of a BKN reference table, keyed by BKN's id, with a validity period (Law 10)."""

    tabel = models.CharField(max_length=40)
    kode = models.CharField(max_length=40)
    nama = models.CharField(max_length=250)
    rincian = models.JSONField(default=dict)
    berlaku_dari = models.DateField(default=date(2000, 1, 1))
    berlaku_sampai = models.DateField(null=True, blank=True)

    objects = ReferensiQuerySet.as_manager()

    class Meta:
        verbose_name = "referensi"
        verbose_name_plural = "referensi"
        constraints = (models.UniqueConstraint(fields=("tabel", "kode", "berlaku_dari"), name="referensi_unik"),)

    def __str__(self) -> str:
        return f"{self.tabel} {self.kode} {self.nama}"


class VersiReferensi(models.Model):
    """A table as it was loaded once: its file's SHA-256, and what that changed."""

    tabel = models.CharField(max_length=40)
    sidik = models.CharField(max_length=64)
    jumlah = models.PositiveIntegerField()
    baru = models.PositiveIntegerField()
    berubah = models.PositiveIntegerField()
    berakhir = models.PositiveIntegerField()
    dimuat_pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "versi referensi"
        verbose_name_plural = "versi referensi"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.tabel} {self.sidik[:8]}"


def nama_bergelar(depan: str, nama: str, belakang: str) -> str:
    """The name with its titles as it is written."""
    return f"{f'{depan} ' if depan else ''}{nama}{f', {belakang}' if belakang else ''}"


class PegawaiQuerySet(models.QuerySet["Pegawai"]):
    def visible_to(self, pengguna: Pengguna) -> PegawaiQuerySet:
        """Oneself; the unit subtree of a fasilitator; everyone for the personnel agency (B.2)."""
        if pengguna.berperan(*SELURUH_DAERAH):
            return self
        return self.filter(Q(pengguna=pengguna) | lingkup(pengguna, "unit", *MELIHAT_UNIT))


class Pegawai(models.Model):
    """An ASN. Names as stored: titles apart, never upper-cased (sk-format §4.3)."""

    class JenisAsn(models.TextChoices):
        PNS = "PNS", "PNS"
        CPNS = "CPNS", "CPNS"
        PPPK = "PPPK", "PPPK"

    class JenisJabatan(models.TextChoices):
        STRUKTURAL = "1", "Struktural"
        FUNGSIONAL = "2", "Fungsional"
        PELAKSANA = "4", "Pelaksana"

    pengguna = models.OneToOneField(Pengguna, models.PROTECT, null=True, blank=True, related_name="pegawai")
    nip = models.CharField("NIP", max_length=18, unique=True, validators=[validate_nip])
    nama = models.CharField(max_length=120)
    gelar_depan = models.CharField(max_length=40, blank=True)
    gelar_belakang = models.CharField(max_length=60, blank=True)
    panggilan = models.CharField(max_length=40, blank=True)
    tempat_lahir = models.CharField(max_length=80)
    tanggal_lahir = models.DateField()
    jenis_kelamin = models.CharField(max_length=1, choices=(("L", "Laki-laki"), ("P", "Perempuan")))
    jenis_asn = models.CharField(max_length=4, choices=JenisAsn, default=JenisAsn.PNS)
    kedudukan_hukum = models.CharField(max_length=4, default="01", help_text="kode BKN; 01 aktif")
    tmt_cpns = models.DateField(null=True, blank=True)
    unit = models.ForeignKey(UnitKerja, models.PROTECT, related_name="pegawai")
    jenis_jabatan = models.CharField(max_length=1, choices=JenisJabatan, default=JenisJabatan.PELAKSANA)
    jabatan = models.CharField(max_length=200)
    tingkat_pendidikan = models.CharField(max_length=4, help_text="kode BKN, mis. 40 S-1")
    pendidikan = models.CharField(max_length=250, blank=True)

    objects = PegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "pegawai"
        verbose_name_plural = "pegawai"
        ordering = ("nama",)

    def __str__(self) -> str:
        return self.nama_lengkap

    @property
    def nama_lengkap(self) -> str:
        return nama_bergelar(self.gelar_depan, self.nama, self.gelar_belakang)

    @property
    def sapaan(self) -> str:
        """*Bapak Damar*: only in greetings (screens §6)."""
        sapaan = "Bapak" if self.jenis_kelamin == "L" else "Ibu"
        return f"{sapaan} {self.panggilan}" if self.panggilan else self.nama

    def periksa_nip(self) -> list[str]:
        """Where the NIP contradicts birth, sex, entry or kind of employment."""
        pppk = self.jenis_asn == self.JenisAsn.PPPK
        lahir, kelamin = self.tanggal_lahir, self.jenis_kelamin
        return periksa(self.nip, lahir=lahir, kelamin=kelamin, tmt_cpns=self.tmt_cpns, pppk=pppk)

    def unit_pada(self, hari: date) -> UnitKerja:
        """Where this person stood on that day, as far as moves were recorded here."""
        sesudah = self.perpindahan.filter(diterapkan_pada__isnull=False, tmt__gt=hari).order_by("tmt", "pk").first()
        return sesudah.dari if sesudah else self.unit

    def akses(self) -> list[str]:
        """Tokens under which this person's papers are found: the owner and each unit above them.

        Nobody reaches into a frozen unit from above it (``akun.lingkup``).
        """
        atas = max((len(jalur) for jalur in semua_jalur_beku() if self.unit.jalur.startswith(jalur)), default=0)
        tinggi = self.unit.jalur[:atas].strip("/").count("/")
        return [f"p{self.pk}", *(f"u{pk}" for pk in self.unit.leluhur[tinggi:])]


class Daerah(models.Model):
    """The region's own settings: one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    nama = models.CharField(max_length=120)
    jabatan_kepala = models.CharField(max_length=120, help_text="mis. GUBERNUR KEPULAUAN CONTOH")
    tempat = models.CharField(max_length=80, help_text="tempat penetapan naskah")
    singkatan_bkpsdm = models.CharField(max_length=20, default="BKPSDMD")
    kanreg_bkn = models.CharField(max_length=120, default="Kepala Kantor Regional VII Badan Kepegawaian Negara")

    class Meta:
        verbose_name = "daerah"
        constraints = (models.CheckConstraint(name="satu_daerah", condition=Q(id=1)),)

    def __str__(self) -> str:
        return self.nama

    @classmethod
    def ini(cls) -> Daerah:
        """Raises :class:`BelumLengkap` on an installation that has not named its region yet."""
        daerah = cls.objects.filter(pk=1).first()
        if daerah is None:
            raise BelumLengkap("Data daerah belum diisi. Hubungi administrator.")
        return daerah


class Halangan(models.Model):
    """What stops a service for a while: discipline, leave outside the state's burden, study, suspension.

    Confidential: seen through its effect ("sedang menjalani …") by its owner and by administrators only.
    """

    class Jenis(models.TextChoices):
        HUKDIS_SEDANG = "hukdis_sedang", "hukuman disiplin tingkat sedang"
        HUKDIS_BERAT = "hukdis_berat", "hukuman disiplin tingkat berat"
        CLTN = "cltn", "cuti di luar tanggungan negara"
        TUBEL = "tubel", "tugas belajar"
        BERHENTI_SEMENTARA = "berhenti_sementara", "pemberhentian sementara"

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="halangan")
    jenis = models.CharField(max_length=20, choices=Jenis)
    dari = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    dasar = models.CharField(max_length=150)

    class Meta:
        verbose_name = "halangan"
        verbose_name_plural = "halangan"

    def __str__(self) -> str:
        return f"{self.pegawai_id} {self.jenis}"
