"""Services, their dated rules, and the requests born under them (Law 10; BABEL 10, 13)."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone

from docservice.akun.lingkup import lingkup
from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.layanan.models_bicara import Keberatan as Keberatan
from docservice.layanan.models_bicara import PesanPermohonan as PesanPermohonan
from docservice.layanan.status import TERBUKA, KodeAlasan, StatusPermohonan
from docservice.pegawai.models import Pegawai
from docservice.riwayat.models import kerabat
from docservice.umum.waktu import tanggal_panjang


class BertanggalQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def berlaku(self, pada: date | None = None) -> BertanggalQuerySet:
        pada = pada or timezone.localdate()
        return self.filter(Q(berlaku_dari__lte=pada), Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=pada))


class Bertanggal(models.Model):
    """A rule is a row with a validity period and the decision that set it (BABEL 10(5))."""

    berlaku_dari = models.DateField()
    berlaku_sampai = models.DateField(null=True, blank=True)
    keputusan_nomor = models.CharField(max_length=120)
    keputusan_tanggal = models.DateField()

    class Meta:
        abstract = True


class Layanan(Bertanggal):
    """One of the services a–u of BABEL Pasal 10(1); switched on and off by decision (Pasal 13)."""

    kode = models.CharField(max_length=2, primary_key=True)
    nama = models.CharField(max_length=120)
    kelompok = models.CharField(max_length=40)
    hasil = models.CharField(max_length=200, blank=True)
    jenis_naskah = models.CharField(max_length=40, blank=True)
    aktif = models.BooleanField(default=False)
    hari_kerja = models.PositiveSmallIntegerField(default=20)
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "layanan"
        verbose_name_plural = "layanan"
        ordering = ("urutan",)

    def __str__(self) -> str:
        return self.nama

    def versi_pada(self, hari: date) -> VersiLayanan | None:
        """The office's own setting on that day; lists prefetch ``versi``."""
        return next((satu for satu in self.versi.all() if satu.mencakup(hari)), None)

    @property
    def dibuka(self) -> bool:
        hari_ini = timezone.localdate()
        if versi := self.versi_pada(hari_ini):
            return versi.dibuka
        return (
            self.aktif
            and self.berlaku_dari <= hari_ini
            and (not self.berlaku_sampai or hari_ini <= self.berlaku_sampai)
        )

    @property
    def kalimat_tutup(self) -> str:
        """Why it cannot be asked for today, and from when it can; empty while it is open."""
        if self.dibuka:
            return ""
        hari_ini = timezone.localdate()
        kini, buka = self.versi_pada(hari_ini), self._dibuka_lagi(hari_ini)
        awal = "Belum dibuka."
        if kini is not None:
            awal = f"Dinonaktifkan sejak {tanggal_panjang(kini.berlaku_dari)} (Keputusan {kini.keputusan_nomor})."
        return f"{awal} Dibuka lagi {tanggal_panjang(buka)}." if buka else awal

    def _dibuka_lagi(self, hari_ini: date) -> date | None:
        """The first later day on which a decision already taken opens it."""
        nanti = [
            v.berlaku_dari for v in self.versi.all() if v.dibuka and v.pernah_berlaku and v.berlaku_dari > hari_ini
        ]
        if not nanti and self.aktif and self.versi_pada(hari_ini) is None and self.berlaku_dari > hari_ini:
            return self.berlaku_dari
        return min(nanti, default=None)

    @property
    def syarat_berlaku(self) -> models.QuerySet[SyaratLayanan]:
        return SyaratLayanan.objects.berlaku().filter(layanan=self).select_related("jenis")

    @property
    def aturan_berlaku(self) -> models.QuerySet[AturanLayanan]:
        return AturanLayanan.objects.berlaku().filter(layanan=self)

    @property
    def tahap_berlaku(self) -> models.QuerySet[TahapLayanan]:
        return TahapLayanan.objects.berlaku().filter(layanan=self)


class VersiLayanan(Bertanggal):
    """The office's own setting of a service from a day on: open or closed, its requirements and stages with it.

    Never edited, only followed by another (Law 10); requests keep what they were born under.
    """

    layanan = models.ForeignKey(Layanan, models.PROTECT, related_name="versi")
    dibuka = models.BooleanField()
    alasan = models.CharField(max_length=300)
    ditulis_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "versi layanan"
        verbose_name_plural = "versi layanan"
        ordering = ("-berlaku_dari", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("layanan",), condition=Q(berlaku_sampai__isnull=True), name="satu_versi_layanan_terakhir"
            ),
        )

    def __str__(self) -> str:
        return f"{self.layanan_id} sejak {self.berlaku_dari}"

    def mencakup(self, hari: date) -> bool:
        return self.berlaku_dari <= hari and (self.berlaku_sampai is None or hari <= self.berlaku_sampai)

    @property
    def pernah_berlaku(self) -> bool:
        """A version replaced before its first day was never in force."""
        return self.berlaku_sampai is None or self.berlaku_sampai >= self.berlaku_dari


class SyaratLayanan(Bertanggal):
    """One required document of one variant (e.g. kind of promotion 101)."""

    versi = models.ForeignKey(VersiLayanan, models.PROTECT, null=True, related_name="syarat")
    layanan = models.ForeignKey(Layanan, models.PROTECT, related_name="syarat")
    varian = models.CharField(max_length=10)
    jenis = models.ForeignKey(JenisDokumen, models.PROTECT, related_name="+")
    tahun_terakhir = models.PositiveSmallIntegerField(default=0, help_text="satu per tahun untuk n tahun terakhir")
    bila = models.CharField(max_length=40, blank=True, help_text="nama syarat bersyarat, mis. lintas_golongan")
    wajib = models.BooleanField(default=True)
    urutan = models.PositiveSmallIntegerField(default=0)

    objects = BertanggalQuerySet.as_manager()

    class Meta:
        verbose_name = "syarat layanan"
        verbose_name_plural = "syarat layanan"
        ordering = ("urutan",)

    def __str__(self) -> str:
        return f"{self.layanan_id} {self.varian} {self.jenis_id}"


class AturanLayanan(Bertanggal):
    """One parameter of an eligibility rule, with the article it comes from."""

    layanan = models.ForeignKey(Layanan, models.PROTECT, related_name="aturan")
    varian = models.CharField(max_length=10)
    kode = models.CharField(max_length=40)
    nilai = models.JSONField()
    dasar = models.CharField(max_length=150)

    objects = BertanggalQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan layanan"
        verbose_name_plural = "aturan layanan"
        ordering = ("kode",)

    def __str__(self) -> str:
        return f"{self.layanan_id} {self.varian} {self.kode}"


class TahapLayanan(Bertanggal):
    """One stage and how many working days it may take."""

    versi = models.ForeignKey(VersiLayanan, models.PROTECT, null=True, related_name="tahap")
    layanan = models.ForeignKey(Layanan, models.PROTECT, related_name="tahap")
    status = models.CharField(max_length=26, choices=StatusPermohonan)
    urutan = models.PositiveSmallIntegerField()
    hari_kerja = models.PositiveSmallIntegerField()

    objects = BertanggalQuerySet.as_manager()

    class Meta:
        verbose_name = "tahap layanan"
        verbose_name_plural = "tahap layanan"
        ordering = ("urutan",)

    def __str__(self) -> str:
        return f"{self.layanan_id} {self.urutan} {self.status}"


HARI_MELENGKAPI = 14
"""Working days to complete a request, unless the stages it was born under say otherwise."""


class PermohonanQuerySet(models.QuerySet["Permohonan"]):
    def visible_to(self, pengguna: Pengguna) -> PermohonanQuerySet:
        return self.filter(pegawai__in=Pegawai.objects.visible_to(pengguna))

    def terbuka(self) -> PermohonanQuerySet:
        return self.filter(status__in=TERBUKA)

    def menunggu(self, pengguna: Pengguna) -> PermohonanQuerySet:
        """Requests on which this person is to act as an officer; never one's own or one's family's."""
        giliran = Q(status=StatusPermohonan.FASILITATOR) & lingkup(pengguna, "pegawai__unit", Peran.FASILITATOR)
        if pengguna.berperan(Peran.ADMINISTRATOR):
            giliran |= Q(status__in=(StatusPermohonan.BKPSDM, StatusPermohonan.EKSTERNAL))
        sendiri = Q(pegawai__pengguna=pengguna) | Q(pegawai__nip__in=kerabat(pengguna))
        return self.visible_to(pengguna).filter(giliran).exclude(sendiri)


class Permohonan(models.Model):
    """A request. It keeps the rules it was born under (Law 10) and the papers it was sent with."""

    layanan = models.ForeignKey(Layanan, models.PROTECT, related_name="permohonan")
    nomor = models.CharField(max_length=30, unique=True)
    varian = models.CharField(max_length=10)
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="permohonan")
    status = models.CharField(max_length=26, choices=StatusPermohonan, default=StatusPermohonan.FASILITATOR)
    sejak = models.DateTimeField(default=timezone.now, help_text="kapan keadaan ini mulai")
    data = models.JSONField(default=dict, help_text="yang diminta: golongan lama dan baru, TMT, masa kerja")
    aturan_beku = models.JSONField(default=dict)
    pertek_nomor = models.CharField(max_length=120, blank=True)
    pertek_tanggal = models.DateField(null=True, blank=True)
    catatan = models.CharField(max_length=300, blank=True)
    batas = models.DateField(null=True, help_text="sebelum tanggal ini dilengkapi, selama perlu dilengkapi")
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(auto_now_add=True)

    objects = PermohonanQuerySet.as_manager()

    class Meta:
        verbose_name = "permohonan"
        verbose_name_plural = "permohonan"
        ordering = ("-dibuat_pada",)
        constraints = (
            models.UniqueConstraint(
                fields=("pegawai", "layanan"),
                condition=Q(status__in=TERBUKA),
                name="satu_permohonan_berjalan",
            ),
        )

    def __str__(self) -> str:
        return self.nomor

    @property
    def hari_melengkapi(self) -> int:
        """Working days its applicant has to complete it."""
        return int(dict(self.aturan_beku.get("tahap", [])).get(StatusPermohonan.BTL, HARI_MELENGKAPI))

    @property
    def judul(self) -> str:
        baru = self.data.get("golongan_baru")
        return f"{self.layanan.nama} ke {baru}" if baru else self.layanan.nama


class BerkasPermohonan(models.Model):
    """A paper sent with the request, bound to the bytes it had then."""

    permohonan = models.ForeignKey(Permohonan, models.CASCADE, related_name="berkas")
    dokumen = models.ForeignKey(Dokumen, models.PROTECT, related_name="berkas_permohonan")
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = "berkas permohonan"
        constraints = (models.UniqueConstraint(fields=("permohonan", "dokumen"), name="berkas_permohonan_sekali"),)

    def __str__(self) -> str:
        return f"{self.permohonan_id} {self.dokumen_id}"


class PutusanPermohonan(models.Model):
    """Every decision: who, in what role, what, why, on which bytes (riwayat-layanan D.0)."""

    permohonan = models.ForeignKey(Permohonan, models.PROTECT, related_name="putusan")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    peran = models.CharField(max_length=200, blank=True)
    pada = models.DateTimeField(auto_now_add=True)
    ke = models.CharField(max_length=26, choices=StatusPermohonan)
    kode = models.CharField(max_length=20, choices=KodeAlasan, blank=True)
    alasan = models.CharField(max_length=300, blank=True)
    berkas = models.JSONField(default=list, help_text="SHA-256 dokumen yang dilihat")

    class Meta:
        verbose_name = "putusan permohonan"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.permohonan_id} → {self.ke}"
