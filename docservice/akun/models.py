"""Who signs in, and who holds which role, where, from when, on what decree."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from docservice.akun.peran import Peran


class PenggunaManager(BaseUserManager["Pengguna"]):
    def create_user(self, nip: str, nama: str, password: str | None = None, **lain: Any) -> Pengguna:
        pengguna = self.model(nip=nip, nama=nama, **lain)
        pengguna.set_password(password)
        pengguna.save(using=self._db)
        return pengguna

    def get_by_natural_key(self, username: str | None) -> Pengguna:
        return self.get(nip=username)


class Pengguna(AbstractBaseUser):
    """An account. Password, mail and phone are changed by the owner only (BABEL 27(2)j)."""

    class Tema(models.TextChoices):
        PERANGKAT = "perangkat", "Ikut perangkat"
        TERANG = "terang", "Terang"
        GELAP = "gelap", "Gelap"

    class SurelKabar(models.TextChoices):
        SEGERA = "segera", "Segera, satu surel tiap kabar"
        HARIAN = "harian", "Sekali sehari pukul 07.00"
        TIDAK = "tidak", "Tidak, cukup di sini"

    nip = models.CharField("NIP", max_length=18, unique=True)
    nama = models.CharField(max_length=150)
    surel = models.EmailField("email dinas", blank=True)
    is_active = models.BooleanField("aktif", default=True)
    tema = models.CharField(max_length=10, choices=Tema, default=Tema.PERANGKAT)
    surel_kabar = models.CharField(
        "surel kabar", max_length=10, choices=SurelKabar, default=SurelKabar.HARIAN, help_text="selain yang wajib"
    )
    ringkasan_pada = models.DateField(null=True, help_text="hari terakhir surel ringkasan dimulai")
    dibuat_pada = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "nip"
    EMAIL_FIELD = "surel"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["nama"]
    objects = PenggunaManager()

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"
        constraints = (models.UniqueConstraint(fields=("surel",), condition=~Q(surel=""), name="surel_unik"),)

    def __str__(self) -> str:
        return self.nama

    def penugasan_berlaku(self, pada: date | None = None) -> list[Penugasan]:
        """Roles held on that day; asked once per request object (changes act at the next request)."""
        if pada is not None:
            return list(self.penugasan.berlaku(pada))
        if not hasattr(self, "_penugasan"):
            self._penugasan = list(self.penugasan.berlaku().select_related("unit"))
        return self._penugasan

    def berperan(self, *peran: str) -> bool:
        return any(tugas.peran in peran for tugas in self.penugasan_berlaku())


class PenugasanQuerySet(models.QuerySet["Penugasan"]):
    def berlaku(self, pada: date | None = None) -> PenugasanQuerySet:
        pada = pada or timezone.localdate()
        return self.filter(
            Q(berlaku_dari__lte=pada),
            Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=pada),
            dibekukan=False,
        )


class Penugasan(models.Model):
    """A role, its scope (unit subtree; empty = whole region), period and the decree that gave it."""

    pengguna = models.ForeignKey(Pengguna, models.PROTECT, related_name="penugasan")
    peran = models.CharField(max_length=30, choices=Peran)
    unit = models.ForeignKey("pegawai.UnitKerja", models.PROTECT, null=True, blank=True, related_name="+")
    berlaku_dari = models.DateField()
    berlaku_sampai = models.DateField(null=True, blank=True)
    dibekukan = models.BooleanField(default=False)
    sk_nomor = models.CharField("nomor SK", max_length=120)
    sk_tanggal = models.DateField("tanggal SK")

    objects = PenugasanQuerySet.as_manager()

    class Meta:
        verbose_name = "penugasan"
        verbose_name_plural = "penugasan"
        constraints = (
            models.CheckConstraint(
                name="penugasan_masa_urut",
                condition=Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=F("berlaku_dari")),
            ),
            models.CheckConstraint(
                name="fasilitator_berunit", condition=~Q(peran="fasilitator") | Q(unit__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return f"{self.label} ({self.sk_nomor})"

    @property
    def label(self) -> str:
        """As written under the name on every page, e.g. *Fasilitator Dinas Pendidikan*."""
        return f"{self.get_peran_display()} {self.unit.nama}" if self.unit else self.get_peran_display()

    @property
    def gugur(self) -> bool:
        """Ended on the day it began and frozen: it was taken back before it opened anything."""
        return self.dibekukan and self.berlaku_sampai == self.berlaku_dari


class SurelPertama(models.Model):
    """A first office mail that somebody else wrote down: nobody's until its mailbox has answered (BABEL 27(2)j)."""

    pengguna = models.OneToOneField(Pengguna, models.CASCADE, related_name="surel_pertama")
    surel = models.EmailField("email dinas")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dikirim_pada = models.DateTimeField()

    class Meta:
        verbose_name = "email pertama"
        verbose_name_plural = "email pertama"

    def __str__(self) -> str:
        return str(self.pengguna_id)


class Cakupan(models.TextChoices):
    BACA = "baca", "Membaca"
    TULIS = "tulis", "Mengunggah, mengusulkan, memeriksa"
    TANDA_TANGAN = "tanda_tangan", "Menandatangani"
    TERJAGA = "terjaga", "Mengatur peran dan akun, melepas karantina, mengunduh daftar"


class TokenApi(models.Model):
    """A key of the API: hashed at rest, scoped, expiring (ASVS 13)."""

    pengguna = models.ForeignKey(Pengguna, models.CASCADE, related_name="token_api")
    nama = models.CharField(max_length=80)
    sidik = models.CharField(max_length=64, unique=True)
    cakupan = models.JSONField(default=list)
    kedaluwarsa = models.DateTimeField()
    dicabut_pada = models.DateTimeField(null=True)
    terakhir_dipakai = models.DateTimeField(null=True)
    dibuat_pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "token API"
        verbose_name_plural = "token API"

    def __str__(self) -> str:
        return self.nama

    @staticmethod
    def sidik_dari(token: str) -> str:
        return hashlib.sha256(token.encode()).hexdigest()

    @classmethod
    def terbitkan(
        cls, pengguna: Pengguna, *, nama: str, cakupan: list[str], masa: timedelta = timedelta(days=30)
    ) -> tuple[TokenApi, str]:
        """A new token and its text, which is shown once and never stored."""
        teks = f"arsip_{secrets.token_urlsafe(32)}"
        baris = cls.objects.create(
            pengguna=pengguna,
            nama=nama,
            sidik=cls.sidik_dari(teks),
            cakupan=cakupan,
            kedaluwarsa=timezone.now() + masa,
        )
        return baris, teks

    def berlaku(self, pada: datetime) -> bool:
        return self.dicabut_pada is None and pada < self.kedaluwarsa and self.pengguna.is_active


class Kabar(models.Model):
    """A notice to one person: what happened and where to look."""

    pengguna = models.ForeignKey(Pengguna, models.CASCADE, related_name="kabar")
    teks = models.CharField(max_length=300)
    tautan = models.CharField(max_length=200, blank=True)
    nada = models.CharField(max_length=10, default="info")
    kunci = models.CharField(max_length=120, unique=True, help_text="mengabari dua kali tidak menambah apa pun")
    dibuat_pada = models.DateTimeField(auto_now_add=True)
    dibaca_pada = models.DateTimeField(null=True)
    disurel_pada = models.DateTimeField(null=True, help_text="kosong selama belum ikut dalam sebuah surel")

    class Meta:
        verbose_name = "kabar"
        verbose_name_plural = "kabar"
        ordering = ("-dibuat_pada",)

    def __str__(self) -> str:
        return self.teks


class KunciPermintaan(models.Model):
    """An ``Idempotency-Key`` and what the first request with it got: the second gets the same."""

    pengguna = models.ForeignKey(Pengguna, models.CASCADE, related_name="+")
    kunci = models.CharField(max_length=120)
    isi = models.CharField(max_length=64, help_text="SHA-256 permintaan pertama")
    status = models.PositiveSmallIntegerField(null=True)
    badan = models.JSONField(null=True)
    dibuat_pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "kunci permintaan"
        constraints = (models.UniqueConstraint(fields=("pengguna", "kunci"), name="kunci_permintaan_unik"),)

    def __str__(self) -> str:
        return self.kunci
