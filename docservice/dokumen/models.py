"""Dokumen, its immutable versions, their pages and what was read on them."""

from __future__ import annotations

import re

from django.db import models
from django.db.models import Q

from docservice.akun.lingkup import lingkup
from docservice.akun.models import Pengguna
from docservice.akun.peran import MELIHAT_RAHASIA, MELIHAT_UNIT, SELURUH_DAERAH
from docservice.dokumen.models_jenis import VersiJenisDokumen
from docservice.dokumen.models_karantina import PelepasanKarantina
from docservice.dokumen.models_ketiadaan import Ketiadaan
from docservice.dokumen.models_kiriman import BagianKiriman, Kiriman
from docservice.dokumen.status import BACAAN_TERBUKA, Basis, Kelas, StatusBerkas, StatusDokumen
from docservice.pegawai.models import Pegawai
from docservice.umum.errors import IsianSalah

__all__ = [
    "AksesBaca",
    "BagianKiriman",
    "Dokumen",
    "Halaman",
    "Isian",
    "JenisDokumen",
    "Ketiadaan",
    "Kiriman",
    "PelepasanKarantina",
    "PesanIndeks",
    "VersiDokumen",
    "VersiJenisDokumen",
]
TAHUN = r"^(19|20)\d\d$"
TAHUN_TAK_DIKENAL = "Tahun tidak dikenal. Tulis empat angka, misalnya 2025."


class JenisDokumen(models.Model):
    """A kind of paper (riwayat-layanan E.1): who may see it, how BKN calls it."""

    kode = models.CharField(max_length=30, primary_key=True)
    nama = models.CharField(max_length=150)
    kelompok = models.CharField(max_length=40, blank=True)
    kelas = models.CharField(max_length=1, choices=Kelas, default=Kelas.TERBATAS)
    siasn_id = models.CharField(max_length=20, blank=True)
    jra = models.CharField("JRA", max_length=10, blank=True)
    hanya_admin = models.BooleanField(default=False)
    per_tahun = models.BooleanField(default=False, help_text="satu dokumen tiap tahun; minor berisi tahun")
    wajib = models.BooleanField(default=False, help_text="dihitung dalam kelengkapan arsip setiap pegawai")
    aktif = models.BooleanField(default=True, help_text="masih dapat diunggah; dokumen lama tetap ada")
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "jenis dokumen"
        verbose_name_plural = "jenis dokumen"
        ordering = ("urutan", "kode")

    def __str__(self) -> str:
        return self.nama

    @property
    def rahasia(self) -> bool:
        return self.kelas == Kelas.RAHASIA

    def check_minor(self, minor: str) -> None:
        """A yearly paper without its year fills no slot and could not be told from its neighbours."""
        if self.per_tahun and not re.match(TAHUN, minor):
            raise IsianSalah(TAHUN_TAK_DIKENAL, isian={"minor": TAHUN_TAK_DIKENAL})


class DokumenQuerySet(models.QuerySet["Dokumen"]):
    def visible_to(self, pengguna: Pengguna) -> DokumenQuerySet:
        """The one rule of access (Law 8). Unscanned bytes are their uploader's alone (Law 3)."""
        return self.filter(Q(dibuat_oleh=pengguna) | (Q(bersih=True) & _hak_lihat(pengguna)))

    def milik(self, pegawai: Pegawai) -> DokumenQuerySet:
        return self.filter(pegawai=pegawai)

    def terverifikasi(self) -> DokumenQuerySet:
        return self.filter(status=StatusDokumen.TERVERIFIKASI)

    def menunggu_verifikasi(self) -> DokumenQuerySet:
        return self.filter(status=StatusDokumen.MENUNGGU)


def _hak_lihat(pengguna: Pengguna) -> Q:
    """Mirrors :func:`docservice.dokumen.akses.token_pengguna`: the same rule inside the search index."""
    boleh = Q(pegawai__pengguna=pengguna) & (~Q(kelas=Kelas.RAHASIA) | Q(sumber="terbitan"))
    boleh |= Q(penanda_tangan__pengguna=pengguna)
    if pengguna.berperan(*SELURUH_DAERAH):
        boleh |= ~Q(kelas=Kelas.RAHASIA)
    if pengguna.berperan(*MELIHAT_RAHASIA):
        boleh |= Q(kelas=Kelas.RAHASIA)
    return boleh | (~Q(kelas=Kelas.RAHASIA) & lingkup(pengguna, "pegawai__unit", *MELIHAT_UNIT))


class Dokumen(models.Model):
    """An item of a person's archive. Its bytes are in versions; nothing is overwritten (Law 2)."""

    class Sumber(models.TextChoices):
        UNGGAHAN = "unggahan", "Diunggah"
        TERBITAN = "terbitan", "Diterbitkan di sini"

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="dokumen")
    jenis = models.ForeignKey(JenisDokumen, models.PROTECT, related_name="+")
    minor = models.CharField(max_length=20, blank=True, help_text="tahun, golongan, atau urut, menurut jenisnya")
    judul = models.CharField(max_length=200)
    kelas = models.CharField(max_length=1, choices=Kelas)
    sumber = models.CharField(max_length=10, choices=Sumber, default=Sumber.UNGGAHAN)
    status = models.CharField(max_length=20, choices=StatusDokumen, default=StatusDokumen.DIPROSES)
    bersih = models.BooleanField(default=False, help_text="ada versi yang bebas virus dan diterima gerbang")
    basis = models.CharField(max_length=10, choices=Basis, blank=True)
    nomor = models.CharField(max_length=120, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    penanda_tangan = models.ForeignKey(Pegawai, models.PROTECT, null=True, blank=True, related_name="+")
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(auto_now_add=True)
    diubah_pada = models.DateTimeField(auto_now=True)

    objects = DokumenQuerySet.as_manager()

    class Meta:
        verbose_name = "dokumen"
        verbose_name_plural = "dokumen"
        ordering = ("-dibuat_pada",)
        indexes = (
            models.Index(fields=("status", "dibuat_pada"), name="dokumen_antrean"),
            models.Index(fields=("dibuat_pada",), name="dokumen_terbaru"),
            models.Index(fields=("jenis", "minor", "status", "pegawai"), name="dokumen_slot"),
        )

    def __str__(self) -> str:
        return self.judul

    @property
    def rahasia(self) -> bool:
        return self.kelas == Kelas.RAHASIA

    @property
    def versi_terkini(self) -> VersiDokumen:
        return max(self.versi.all(), key=lambda versi: versi.nomor, default=None)  # type: ignore[return-value]

    @property
    def versi_terbuka(self) -> VersiDokumen | None:
        """The newest version that may be read."""
        return self.versi.filter(status__in=BACAAN_TERBUKA).order_by("-nomor").first()


class VersiDokumen(models.Model):
    """Bytes under their SHA-256, and how far they have come."""

    dokumen = models.ForeignKey(Dokumen, models.PROTECT, related_name="versi")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    nomor = models.PositiveIntegerField(default=1)
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    ukuran = models.PositiveBigIntegerField()
    tipe = models.CharField(max_length=10)
    nama_berkas = models.CharField(max_length=200)
    status = models.CharField(max_length=12, choices=StatusBerkas, default=StatusBerkas.DITERIMA)
    tertunda = models.CharField(max_length=30, blank=True, help_text="mengapa pekerjaan menunggu, bila menunggu")
    alasan_kode = models.CharField(max_length=40, blank=True)
    alasan = models.CharField(max_length=300, blank=True)
    bertanda_tangan = models.PositiveSmallIntegerField(default=0)
    pemindai = models.JSONField(default=dict)
    basis_pindai = models.CharField(max_length=80, blank=True, db_index=True, help_text="tanda virus terakhir")
    berlapis = models.BooleanField(default=False, help_text="memuat lapisan PDF yang dapat disembunyikan")
    jumlah_halaman = models.PositiveIntegerField(default=0)
    halaman_dibaca = models.PositiveIntegerField(default=0, help_text="sudah dibaca, selama berkas sedang dibaca")
    turunan = models.CharField(max_length=64, blank=True, help_text="SHA-256 PDF dari foto yang jarang dapat dibuka")
    tebakan_jenis = models.CharField(max_length=30, blank=True)
    diunggah_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    diunggah_pada = models.DateTimeField(auto_now_add=True)
    saran_diabaikan_pada = models.DateTimeField(
        null=True, help_text="pengunggah melihat saran keterbacaan dan tetap memakai foto ini"
    )
    jenis_dipastikan_pada = models.DateTimeField(
        null=True, help_text="pengunggah melihat bahwa kertasnya tampak berjenis lain dan tetap pada jenisnya"
    )
    penjelasan = models.CharField(
        max_length=300, blank=True, help_text="mengapa NIP di kertasnya bukan NIP pemiliknya, kata pengunggah"
    )
    kunci = models.CharField(max_length=120, help_text="kunci unggahan dari pengirim; mengulang tidak menggandakan")

    class Meta:
        verbose_name = "versi dokumen"
        verbose_name_plural = "versi dokumen"
        ordering = ("dokumen", "nomor")
        constraints = (
            models.UniqueConstraint(fields=("dokumen", "nomor"), name="versi_unik"),
            models.UniqueConstraint(fields=("diunggah_oleh", "kunci"), name="unggahan_sekali"),
            models.UniqueConstraint(
                fields=("pegawai", "sha256"),
                condition=~Q(status__in=[StatusBerkas.DITOLAK, StatusBerkas.KARANTINA]),
                name="berkas_sama_sekali",
            ),
        )

    def __str__(self) -> str:
        return f"{self.dokumen_id} v{self.nomor} {self.sha256[:8]}"

    @property
    def dapat_dibuka(self) -> bool:
        return self.status in BACAAN_TERBUKA


class Halaman(models.Model):
    """One page: images we rendered (the only thing a browser shows) and the words on it."""

    versi = models.ForeignKey(VersiDokumen, models.CASCADE, related_name="halaman")
    nomor = models.PositiveIntegerField()
    lebar = models.PositiveIntegerField(help_text="piksel pratinjau")
    tinggi = models.PositiveIntegerField()
    gambar = models.CharField(max_length=64, help_text="SHA-256 pratinjau WebP")
    kecil = models.CharField(max_length=64, help_text="SHA-256 gambar mini WebP")
    rupa = models.CharField(max_length=64, blank=True, help_text="sidik rupa 256 bit; yang mirip beda sedikit bit")
    teks = models.TextField(blank=True)
    sumber_teks = models.CharField(max_length=6, blank=True)
    keyakinan = models.FloatField(default=0)
    kata = models.JSONField(default=list, help_text="[[teks, x0, y0, x1, y1, keyakinan]], kotak dalam pecahan")
    temuan = models.JSONField(default=list)
    """Codes of ``search.findings``, with the part of the page where one is known: ``buram:bawah``."""

    class Meta:
        verbose_name = "halaman"
        verbose_name_plural = "halaman"
        ordering = ("versi", "nomor")
        constraints = (models.UniqueConstraint(fields=("versi", "nomor"), name="halaman_unik"),)

    def __str__(self) -> str:
        return f"halaman {self.nomor}"


class Isian(models.Model):
    """A value read on a page: offered to a person, never counted by itself."""

    versi = models.ForeignKey(VersiDokumen, models.CASCADE, related_name="isian")
    nama = models.CharField(max_length=30)
    nilai = models.CharField(max_length=200)
    halaman = models.PositiveIntegerField()
    kotak = models.JSONField(help_text="x0, y0, x1, y1 dalam pecahan halaman")
    keyakinan = models.FloatField()

    class Meta:
        verbose_name = "isian terbaca"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.nama


class PesanIndeks(models.Model):
    """Outbox of the search index: written with the change, drained by one writer (Law 5)."""

    dokumen = models.BigIntegerField()
    dibuat_pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "pesan indeks"
        ordering = ("pk",)

    def __str__(self) -> str:
        return str(self.dokumen)


class AksesBaca(models.Model):
    """Who opened which file, when, in what capacity: shown to its owner (UU PDP 27/2022)."""

    dokumen = models.ForeignKey(Dokumen, models.PROTECT, related_name="akses_baca")
    pengguna = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    peran = models.CharField(max_length=200, blank=True)
    cara = models.CharField(max_length=10, choices=(("lihat", "Melihat"), ("unduh", "Mengunduh")))
    pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "akses baca"
        ordering = ("-pada",)

    def __str__(self) -> str:
        return f"{self.cara} {self.dokumen_id}"
