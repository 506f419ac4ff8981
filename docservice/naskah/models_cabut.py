"""A decree that holds no more: which, by what other decree, since when (screens §5.14)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.dokumen.models import Dokumen
from docservice.naskah.status import StatusPencabutan

MELIHAT = (Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM)


class PencabutanQuerySet(models.QuerySet["Pencabutan"]):
    def visible_to(self, pengguna: Pengguna) -> PencabutanQuerySet:
        """Those who keep the register; everybody else meets it on the document itself."""
        return self if pengguna.berperan(*MELIHAT) else self.none()

    def terbuka(self) -> PencabutanQuerySet:
        return self.filter(status=StatusPencabutan.DIUSULKAN)

    def lengkap(self) -> PencabutanQuerySet:
        """With what a line about it shows."""
        return self.select_related("dokumen__pegawai", "keputusan", "diusulkan_oleh", "diputus_oleh")


class Pencabutan(models.Model):
    """Proposed by one administrator, confirmed by another; the decree behind it is in the archive."""

    class Cara(models.TextChoices):
        DIGANTIKAN = "digantikan", "Digantikan"
        DICABUT = "dicabut", "Dicabut"

    dokumen = models.ForeignKey(Dokumen, models.PROTECT, related_name="pencabutan")
    keputusan = models.ForeignKey(Dokumen, models.PROTECT, related_name="mencabut")
    cara = models.CharField(max_length=10, choices=Cara)
    keputusan_nomor = models.CharField(max_length=120)
    keputusan_tanggal = models.DateField()
    berlaku = models.DateField(help_text="sejak hari ini keputusan yang lama tidak berlaku")
    alasan = models.CharField(max_length=300)
    status = models.CharField(max_length=10, choices=StatusPencabutan, default=StatusPencabutan.DIUSULKAN)
    catatan = models.CharField(max_length=300, blank=True)
    diusulkan_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    diusulkan_pada = models.DateTimeField(auto_now_add=True)
    diputus_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    diputus_pada = models.DateTimeField(null=True)

    objects = PencabutanQuerySet.as_manager()

    class Meta:
        verbose_name = "pencabutan keputusan"
        verbose_name_plural = "pencabutan keputusan"
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=("dokumen",), condition=~Q(status="ditolak"), name="satu_pencabutan"),
            models.CheckConstraint(name="pencabut_lain", condition=~Q(dokumen=F("keputusan"))),
            models.CheckConstraint(
                name="pencabutan_empat_mata",
                condition=Q(status="diusulkan", diputus_oleh__isnull=True)
                | (~Q(status="diusulkan") & Q(diputus_oleh__isnull=False) & ~Q(diputus_oleh=F("diusulkan_oleh"))),
            ),
        )

    def __str__(self) -> str:
        return f"{self.dokumen_id} {self.cara} {self.keputusan_id}"

    @property
    def sebutan(self) -> str:
        """How a sentence about it begins, before *keputusan*."""
        return f"{self.get_cara_display()} {'oleh' if self.cara == self.Cara.DIGANTIKAN else 'dengan'}"
