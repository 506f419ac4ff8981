"""The office's own words: wording of a kind and legal bases, rows in force from a day on; older ones stay (Law 10)."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

import templates_sk
from docservice.akun.models import Pengguna
from docservice.layanan.models import Bertanggal, BertanggalQuerySet
from templates_sk import Kind
from templates_sk.susunan.hukum import Dasar, registri


class KataQuerySet(BertanggalQuerySet):
    def untuk(self, jenis: str, pada: date | None = None) -> KataNaskah | None:
        """The wording of *jenis* in force on that day; None while the one we ship is."""
        baris: KataNaskah | None = (
            self.berlaku(pada).filter(jenis_naskah=jenis).order_by("-berlaku_dari", "-pk").first()
        )
        return baris


class KataNaskah(Bertanggal):
    """One version of a kind's wording. ``beku`` is what was checked when it was saved, ready to draw."""

    jenis_naskah = models.CharField(max_length=40)
    teks = models.TextField(help_text="bentuk yang disunting")
    beku = models.JSONField()
    ditulis_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(auto_now_add=True)

    objects = KataQuerySet.as_manager()

    class Meta:
        verbose_name = "kata naskah"
        verbose_name_plural = "kata naskah"
        ordering = ("-berlaku_dari", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("jenis_naskah",), condition=Q(berlaku_sampai__isnull=True), name="satu_kata_terakhir"
            ),
        )

    def __str__(self) -> str:
        return f"{self.jenis_naskah} sejak {self.berlaku_dari}"

    @property
    def pernah_berlaku(self) -> bool:
        """A version replaced before its first day was never in force."""
        return self.berlaku_sampai is None or self.berlaku_sampai >= self.berlaku_dari


class DasarHukum(Bertanggal):
    """A regulation the office's wording may cite, local ones above all; ``peringkat`` orders Mengingat."""

    class Peringkat(models.IntegerChoices):
        UNDANG_UNDANG = 2, "Undang-Undang"
        PP = 3, "Peraturan Pemerintah"
        PERPRES = 4, "Peraturan atau Keputusan Presiden"
        MENTERI = 5, "Peraturan Menteri atau Badan"
        PERDA = 6, "Peraturan Daerah"
        PERKADA = 7, "Peraturan Kepala Daerah"
        KEPUTUSAN = 8, "Keputusan atau surat edaran"

    kunci = models.CharField(max_length=30)
    peringkat = models.PositiveSmallIntegerField(choices=Peringkat)
    tahun = models.PositiveSmallIntegerField()
    nomor = models.PositiveIntegerField()
    judul = models.CharField(max_length=300)
    ditulis_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")

    objects = BertanggalQuerySet.as_manager()

    class Meta:
        verbose_name = "dasar hukum"
        verbose_name_plural = "dasar hukum"
        ordering = ("peringkat", "tahun", "nomor")
        constraints = (
            models.UniqueConstraint(fields=("kunci",), name="kunci_dasar_hukum"),
            models.CheckConstraint(
                name="dasar_hukum_berurut",
                condition=Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=F("berlaku_dari")),
            ),
        )

    def __str__(self) -> str:
        return self.kunci

    def dasar(self) -> Dasar:
        return Dasar(
            self.kunci, self.peringkat, self.tahun, self.nomor, self.berlaku_dari, self.judul, self.berlaku_sampai
        )


def semua_dasar_hukum() -> dict[str, Dasar]:
    """The registry we ship, and the office's own rows over it."""
    return registri() | {satu.kunci: satu.dasar() for satu in DasarHukum.objects.all()}


def jenis_berlaku(jenis: str, pada: date | None = None) -> Kind:
    """The kind in the words of that day. Raises ``UnknownKind``."""
    baris = KataNaskah.objects.untuk(jenis, pada)
    return templates_sk.cairkan(jenis, baris.beku if baris else {})
