"""Decrees being made: their number, their initials, their signing attempts."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

import templates_sk
from docservice.akun.lingkup import lingkup
from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.dokumen.models import Dokumen
from docservice.layanan.models import Permohonan
from docservice.naskah.models_cabut import Pencabutan as Pencabutan
from docservice.naskah.models_cek import TautanCek as TautanCek
from docservice.naskah.models_gaya import BerkasLambang as BerkasLambang
from docservice.naskah.models_gaya import GayaNaskah as GayaNaskah
from docservice.naskah.models_kata import DasarHukum as DasarHukum
from docservice.naskah.models_kata import KataNaskah as KataNaskah
from docservice.naskah.models_kata import jenis_berlaku as jenis_berlaku
from docservice.naskah.models_kata import semua_dasar_hukum as semua_dasar_hukum
from docservice.naskah.models_palsu import LaporanPemalsuan as LaporanPemalsuan
from docservice.naskah.models_pemeriksaan import PemeriksaanUpaya as PemeriksaanUpaya
from docservice.naskah.models_wewenang import JalurParaf as JalurParaf
from docservice.naskah.models_wewenang import Kewenangan as Kewenangan
from docservice.naskah.models_wewenang import PolaNomor as PolaNomor
from docservice.naskah.status import StatusNaskah, StatusNomor, StatusUpaya
from docservice.pegawai.models import Pegawai
from templates_sk import Kind


class Penghitung(models.Model):
    """Last number of one scope and year; locked while a number is taken."""

    lingkup = models.CharField(max_length=60)
    tahun = models.PositiveSmallIntegerField()
    terakhir = models.PositiveIntegerField(default=0)
    tanggal_terakhir = models.DateField(null=True)

    class Meta:
        verbose_name = "penghitung nomor"
        constraints = (models.UniqueConstraint(fields=("lingkup", "tahun"), name="penghitung_unik"),)

    def __str__(self) -> str:
        return f"{self.lingkup} {self.tahun}: {self.terakhir}"


class NaskahQuerySet(models.QuerySet["Naskah"]):
    def visible_to(self, pengguna: Pengguna) -> NaskahQuerySet:
        """Administrators; the officials on its way; of a request, once it is frozen, who looks after the unit (B.2).

        The employee reads it when it is issued, also one who is a fasilitator or the head of the office.
        """
        if pengguna.berperan(Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM):
            return self
        boleh = Q(penanda_tangan__pengguna=pengguna) | Q(paraf__pejabat__pengguna=pengguna)
        jadi = Q(permohonan__isnull=False) & ~Q(status=StatusNaskah.DRAF) & ~Q(pegawai__pengguna=pengguna)
        boleh |= jadi & lingkup(pengguna, "pegawai__unit", Peran.FASILITATOR, Peran.KEPALA_PD)
        return self.filter(boleh).distinct()

    def menunggu_paraf(self, pengguna: Pengguna) -> NaskahQuerySet:
        """Those whose next initial is this person's."""
        giliran = [
            n.pk
            for n in self.filter(status=StatusNaskah.PARAF).prefetch_related("paraf__pejabat")
            if (p := n.paraf_berikutnya) and p.pejabat.pengguna_id == pengguna.pk
        ]
        return self.filter(pk__in=giliran)

    def menunggu_tanda_tangan(self, pengguna: Pengguna) -> NaskahQuerySet:
        return self.filter(status=StatusNaskah.TTE, penanda_tangan__pengguna=pengguna)


class Naskah(models.Model):
    """One decree or letter. ``data`` is frozen when it goes for initials; number and date come at signing.

    Without a request it is *mandiri*: a letter a person signs in their own name, such as the minutes of what they
    verified. It needs no authority row and nobody's initials, and goes through the same tray, ledger and register.
    """

    permohonan = models.OneToOneField(Permohonan, models.PROTECT, null=True, related_name="naskah")
    perihal = models.CharField(max_length=200, blank=True, help_text="judul naskah yang tidak berasal dari permohonan")
    rujukan = models.CharField(max_length=60, null=True, unique=True, help_text="asal naskah mandiri, misalnya sesi:12")
    jenis = models.CharField(max_length=40)
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="naskah")
    data = models.JSONField()
    kata = models.JSONField(default=dict, help_text="kata naskah dan dasar hukum pada hari naskah disusun")
    gaya = models.JSONField(default=dict, help_text="gaya naskah daerah pada hari naskah disusun")
    revisi = models.PositiveIntegerField(default=1)
    status = models.CharField(max_length=14, choices=StatusNaskah, default=StatusNaskah.DRAF)
    kewenangan = models.ForeignKey(Kewenangan, models.PROTECT, null=True, related_name="+")
    penanda_tangan = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    draf_sha256 = models.CharField(max_length=64, blank=True, help_text="PDF draf yang beku sejak dikirim paraf")
    gambar_draf = models.JSONField(default=list, help_text="[[SHA-256 gambar, lebar, tinggi]] per halaman")
    catatan = models.CharField(max_length=300, blank=True)
    dokumen = models.OneToOneField(Dokumen, models.PROTECT, null=True, related_name="naskah")
    disusun_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(auto_now_add=True)
    diubah_pada = models.DateTimeField(auto_now=True)

    objects = NaskahQuerySet.as_manager()

    class Meta:
        verbose_name = "naskah"
        verbose_name_plural = "naskah"
        ordering = ("-dibuat_pada",)
        constraints = (
            models.CheckConstraint(name="terbit_berdokumen", condition=~Q(status="terbit") | Q(dokumen__isnull=False)),
            models.CheckConstraint(name="beku_sebelum_paraf", condition=Q(status="draf") | ~Q(draf_sha256="")),
            models.CheckConstraint(
                name="permohonan_berwenang", condition=Q(permohonan__isnull=True) | Q(kewenangan__isnull=False)
            ),
            models.CheckConstraint(
                name="mandiri_berujukan",
                condition=Q(permohonan__isnull=False)
                | (Q(rujukan__isnull=False) & ~Q(perihal="") & Q(penanda_tangan=F("pegawai"))),
            ),
        )

    def __str__(self) -> str:
        return f"Naskah {self.pk}"

    @property
    def judul(self) -> str:
        if self.permohonan is None:
            return self.perihal
        return f"SK {self.permohonan.judul}" if "tmt_kp" in self.data else templates_sk.kind(self.jenis).title

    @property
    def mandiri(self) -> bool:
        return self.permohonan_id is None

    @property
    def asal(self) -> Permohonan:
        """The request this decree answers; a letter in one's own name has none."""
        assert self.permohonan is not None
        return self.permohonan

    @property
    def jenis_naskah(self) -> Kind:
        """Its kind in the words it was drafted with."""
        return templates_sk.cairkan(self.jenis, self.kata)

    @property
    def paraf_berikutnya(self) -> Paraf | None:
        return next((p for p in self.paraf.all() if p.pada is None), None)


class Paraf(models.Model):
    """One initial: an approval logged with the hash of what was seen (sk-format §1.6)."""

    naskah = models.ForeignKey(Naskah, models.CASCADE, related_name="paraf")
    urutan = models.PositiveSmallIntegerField()
    pejabat = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    pada = models.DateTimeField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    sha256_lama = models.CharField(max_length=64, blank=True, help_text="draf yang diparaf sebelum naskah berubah")

    class Meta:
        verbose_name = "paraf"
        verbose_name_plural = "paraf"
        ordering = ("urutan",)
        constraints = (
            models.UniqueConstraint(fields=("naskah", "urutan"), name="paraf_unik"),
            models.CheckConstraint(name="paraf_bersidik", condition=Q(pada__isnull=True) | ~Q(sha256="")),
        )

    def __str__(self) -> str:
        return f"{self.naskah_id} paraf {self.urutan}"


class NomorRegister(models.Model):
    """The register (buku agenda): append-only, a gap is a row with a reason (sk-format §6.3)."""

    lingkup = models.CharField(max_length=60)
    tahun = models.PositiveSmallIntegerField()
    urut = models.PositiveIntegerField()
    nomor = models.CharField(max_length=120)
    tanggal = models.DateField()
    naskah = models.ForeignKey(Naskah, models.PROTECT, related_name="nomor_register")
    status = models.CharField(max_length=14, choices=StatusNomor, default=StatusNomor.DICADANGKAN)
    alasan = models.CharField(max_length=200, blank=True)
    dicatat_pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "nomor register"
        verbose_name_plural = "register naskah"
        ordering = ("tahun", "urut", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("lingkup", "tahun", "urut"), condition=~Q(status="dikembalikan"), name="nomor_sekali"
            ),
        )

    def __str__(self) -> str:
        return self.nomor


class Upaya(models.Model):
    """The attempt ledger: one row per try, written before the call; one open try per decree (Law 6)."""

    naskah = models.ForeignKey(Naskah, models.PROTECT, related_name="upaya")
    kelompok = models.CharField(max_length=32, db_index=True, help_text="satu passphrase, satu kelompok")
    urutan = models.PositiveSmallIntegerField()
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=StatusUpaya, default=StatusUpaya.TERBUKA)
    nomor = models.ForeignKey(NomorRegister, models.PROTECT, related_name="+")
    draf_sha256 = models.CharField(max_length=64)
    final_sha256 = models.CharField(max_length=64, blank=True, help_text="PDF bernomor sebelum ditandatangani")
    hasil_sha256 = models.CharField(max_length=64, blank=True)
    perbandingan = models.JSONField(
        default=dict, help_text="bukti bahwa draf dan hasil hanya berbeda di tempat yang boleh"
    )
    kode = models.CharField(max_length=60, blank=True)
    pesan = models.CharField(max_length=300, blank=True)
    acuan = models.CharField(max_length=100, blank=True, help_text="nama hasilnya pada penyedia, untuk ditanyakan lagi")
    mulai = models.DateTimeField(auto_now_add=True)
    denyut = models.DateTimeField(default=timezone.now)
    selesai = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "upaya tanda tangan"
        verbose_name_plural = "upaya tanda tangan"
        ordering = ("urutan", "pk")
        constraints = (
            models.UniqueConstraint(fields=("naskah",), condition=Q(status="terbuka"), name="satu_upaya_terbuka"),
        )

    def __str__(self) -> str:
        return f"{self.naskah_id} {self.status}"
