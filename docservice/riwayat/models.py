"""Career-history rows. A proposal (usulan) is a row that nobody has validated yet."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce

from docservice.akun.lingkup import lingkup
from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.dokumen.models import Dokumen
from docservice.pegawai.models import Pegawai
from docservice.riwayat.jenis import SEMUA, JenisRiwayat
from docservice.riwayat.models_langkah import LangkahUsulan
from docservice.riwayat.models_rahasia import RiwayatRahasia
from docservice.riwayat.status import TERBUKA, StatusRiwayat

__all__ = ["BuktiRiwayat", "LangkahUsulan", "Riwayat", "RiwayatRahasia", "kerabat", "pilihan_jenis"]


def pilihan_jenis() -> list[tuple[str, str]]:
    """Asked when needed: a new kind is a new file, not a migration."""
    return [(jenis.kode, jenis.nama) for jenis in SEMUA.values()]


class RiwayatQuerySet(models.QuerySet["Riwayat"]):
    def visible_to(self, pengguna: Pengguna) -> RiwayatQuerySet:
        """Rows of the people one may see (B.2)."""
        return self.filter(pegawai__in=Pegawai.objects.visible_to(pengguna))

    def milik(self, pegawai: Pegawai) -> RiwayatQuerySet:
        return self.filter(pegawai=pegawai)

    def jenis(self, kode: str) -> RiwayatQuerySet:
        return self.filter(jenis=kode)

    def tervalidasi(self) -> RiwayatQuerySet:
        return self.filter(status=StatusRiwayat.TERVALIDASI)

    def usulan(self) -> RiwayatQuerySet:
        return self.filter(status__in=TERBUKA)

    def menunggu(self, pengguna: Pengguna) -> RiwayatQuerySet:
        """Proposals on which this person is to decide; never one's own or one's family's."""
        giliran = Q(status=StatusRiwayat.DIAJUKAN) & lingkup(pengguna, "pegawai__unit", Peran.FASILITATOR)
        if pengguna.berperan(Peran.ADMINISTRATOR):
            giliran |= Q(status=StatusRiwayat.DIVERIFIKASI)
            giliran |= Q(status=StatusRiwayat.DIAJUKAN, dikonfirmasi_pada__isnull=False)
        sendiri = Q(pegawai__pengguna=pengguna) | Q(dibuat_oleh=pengguna) | Q(pegawai__nip__in=kerabat(pengguna))
        return self.visible_to(pengguna).filter(giliran).exclude(sendiri)

    def terbaru(self) -> Riwayat | None:
        """The newest, also one whose day is still to come; what holds today is ``kini.kini``."""
        return self.order_by("-tmt", "-pk").first()


class Riwayat(models.Model):
    """One row of one kind; ``data`` is the cleaned data of the kind's schema (dates ISO)."""

    class Sumber(models.TextChoices):
        USULAN = "usulan", "Usulan pegawai"
        TERBITAN = "terbitan", "Keputusan yang diterbitkan di sini"
        AWAL = "legacy", "Data awal"
        SIASN = "siasn", "Rekonsiliasi dengan BKN"

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="riwayat")
    jenis = models.CharField(max_length=20, choices=pilihan_jenis)
    tmt = models.DateField("TMT", null=True)
    nip_kerabat = models.GeneratedField(
        expression=Coalesce(KT("data__nip_pasangan"), KT("data__nip")),
        output_field=models.TextField(null=True),
        db_persist=True,
        db_index=True,
        help_text="NIP keluarga yang ASN, untuk dicari",
    )
    data = models.JSONField(encoder=DjangoJSONEncoder)
    asal_isian = models.JSONField(default=dict, help_text="per isian: sesuai, diperbaiki, atau diketik")
    peringatan = models.JSONField(default=list)
    sumber = models.CharField(max_length=10, choices=Sumber, default=Sumber.USULAN)
    status = models.CharField(max_length=26, choices=StatusRiwayat, default=StatusRiwayat.DRAF)
    catatan = models.CharField(max_length=300, blank=True)
    revisi = models.PositiveIntegerField(default=1, help_text="naik tiap disimpan; formulir lama ditolak")
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(auto_now_add=True)
    diajukan_pada = models.DateTimeField(null=True)
    dikonfirmasi_pada = models.DateTimeField(null=True, help_text="oleh pegawainya, bila diisikan fasilitator")
    diverifikasi_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    diverifikasi_pada = models.DateTimeField(null=True)
    divalidasi_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    divalidasi_pada = models.DateTimeField(null=True)
    menggantikan = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="pengganti", help_text="baris yang diperbaiki"
    )
    alasan = models.CharField(max_length=300, blank=True, help_text="apa yang salah pada baris yang diperbaiki")
    siasn_id = models.CharField("ID di SIASN", max_length=60, blank=True)

    objects = RiwayatQuerySet.as_manager()

    class Meta:
        verbose_name = "riwayat"
        verbose_name_plural = "riwayat"
        ordering = ("-tmt", "-pk")
        constraints = (
            models.CheckConstraint(
                name="validasi_bertanggal",
                condition=~Q(status="divalidasi_admin") | Q(divalidasi_pada__isnull=False),
            ),
            models.UniqueConstraint(
                name="satu_perbaikan_berjalan", fields=("menggantikan",), condition=Q(status__in=TERBUKA)
            ),
            models.UniqueConstraint(
                name="id_siasn_sekali",
                fields=("jenis", "siasn_id"),
                condition=~Q(siasn_id="") & Q(status="divalidasi_admin"),
            ),
            models.CheckConstraint(name="perbaikan_beralasan", condition=Q(menggantikan__isnull=True) | ~Q(alasan="")),
        )

    def __str__(self) -> str:
        return f"{self.jenis} {self.tmt}"

    @property
    def atas_nama(self) -> bool:
        """Filled in by somebody else for its owner."""
        return self.sumber == self.Sumber.USULAN and self.dibuat_oleh_id != self.pegawai.pengguna_id

    @property
    def skema(self) -> JenisRiwayat:
        return SEMUA[self.jenis]

    @property
    def ringkas(self) -> str:
        """One line; a draft may still lack what the line is made of."""
        try:
            return self.skema.ringkas(self.data)
        except (KeyError, TypeError):
            return "belum lengkap"


class BuktiRiwayat(models.Model):
    """The document that proves a row, bound to the bytes that were seen."""

    riwayat = models.ForeignKey(Riwayat, models.CASCADE, related_name="bukti")
    dokumen = models.ForeignKey(Dokumen, models.PROTECT, related_name="bukti_riwayat")

    class Meta:
        verbose_name = "bukti riwayat"
        verbose_name_plural = "bukti riwayat"
        constraints = (models.UniqueConstraint(fields=("riwayat", "dokumen"), name="bukti_sekali"),)

    def __str__(self) -> str:
        return f"{self.riwayat_id} ← {self.dokumen_id}"


def kerabat(pengguna: Pengguna) -> set[str]:
    """NIP of civil servants in this person's family, as either declared it; a proposal is enough."""
    ingat = vars(pengguna)  # asked once per request object, like the roles
    if "_kerabat" not in ingat:
        ingat["_kerabat"] = _kerabat(pengguna)
    semua: set[str] = ingat["_kerabat"]
    return semua


def _kerabat(pengguna: Pengguna) -> set[str]:
    keluarga = Riwayat.objects.filter(jenis__in=("pasangan", "anak", "orang_tua", "saudara"))
    keluarga = keluarga.exclude(status__in=(StatusRiwayat.DITOLAK, StatusRiwayat.DIBATALKAN))
    disebut = keluarga.filter(pegawai__pengguna=pengguna).values_list("nip_kerabat", flat=True)
    menyebut = keluarga.filter(nip_kerabat=pengguna.nip).values_list("pegawai__nip", flat=True)
    return {nip for nip in (*disebut, *menyebut) if nip}
