"""Jobs as rows: the database is the queue of record (Law 4)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

MAX_TRIES = 5
"""Whatever ended them: an error, or the death of the worker, which leaves none. Then an operator looks."""


class Prioritas(models.IntegerChoices):
    """Lower goes first: somebody waits, nobody waits, whenever there is time."""

    ORANG = 0, "Orang menunggu"
    BORONGAN = 5, "Borongan"
    MALAM = 9, "Kapan sempat"


class StatusJob(models.TextChoices):
    MENUNGGU = "menunggu", "Menunggu giliran"
    BERJALAN = "berjalan", "Sedang dikerjakan"
    SELESAI = "selesai", "Selesai"
    MACET = "macet", "Macet, perlu operator"


class JobQuerySet(models.QuerySet["Job"]):
    def siap(self, now: datetime | None = None) -> JobQuerySet:
        """Waiting and due, or taken by someone whose lease ran out."""
        now = now or timezone.now()
        return self.filter(
            Q(status=StatusJob.MENUNGGU, berikutnya__lte=now) | Q(status=StatusJob.BERJALAN, sewa_sampai__lt=now)
        )

    def terdepan(self) -> int | None:
        """The job to do next: of the first priority, from the group that was served longest ago, its oldest.

        A group is an office: fifty thousand scans of one do not delay the single page of another.
        """
        siap = self.siap()
        prioritas = siap.aggregate(p=models.Min("prioritas"))["p"]
        if prioritas is None:
            return None
        per_kelompok = siap.filter(prioritas=prioritas).order_by().values("kelompok")
        terakhir = Giliran.objects.filter(kelompok=models.OuterRef("kelompok")).values("terakhir")
        giliran = per_kelompok.annotate(tertua=models.Min("pk"), dilayani=models.Subquery(terakhir))
        giliran = giliran.order_by(F("dilayani").asc(nulls_first=True), "tertua")
        berikut = giliran.first()
        return berikut["tertua"] if berikut else None

    def milik(self, pemilik: str) -> JobQuerySet:
        return self.filter(pemilik=pemilik, status=StatusJob.BERJALAN)

    def klaim(self, pk: int, *, pemilik: str, sewa: timedelta) -> bool:
        """Take one job by a conditional update; False when someone was quicker or it is not due."""
        now = timezone.now()
        taken = (
            self.siap(now)
            .filter(pk=pk)
            .update(
                status=StatusJob.BERJALAN,
                pemilik=pemilik,
                sewa_sampai=now + sewa,
                percobaan=F("percobaan") + 1,
            )
        )
        return taken == 1


class Job(models.Model):
    """One piece of work. ``kunci`` makes asking twice harmless."""

    jenis = models.CharField(max_length=40)
    subjek = models.CharField(max_length=80)
    kunci = models.CharField(max_length=160, unique=True)
    status = models.CharField(max_length=10, choices=StatusJob, default=StatusJob.MENUNGGU)
    berikutnya = models.DateTimeField(default=timezone.now)
    sewa_sampai = models.DateTimeField(null=True)
    pemilik = models.CharField(max_length=80, blank=True)
    prioritas = models.PositiveSmallIntegerField(choices=Prioritas, default=Prioritas.ORANG)
    kelompok = models.CharField(max_length=40, blank=True, help_text="kantor yang bergiliran dengan kantor lain")
    percobaan = models.PositiveSmallIntegerField(default=0)
    galat = models.CharField(max_length=300, blank=True)
    dibuat_pada = models.DateTimeField(auto_now_add=True)
    selesai_pada = models.DateTimeField(null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = "pekerjaan"
        verbose_name_plural = "antrean"
        indexes = (
            models.Index(fields=("status", "berikutnya"), name="antrean_siap"),
            models.Index(fields=("status", "prioritas", "kelompok"), name="antrean_adil"),
        )
        constraints = (
            models.CheckConstraint(
                name="berjalan_berpemilik",
                condition=~Q(status="berjalan") | (Q(sewa_sampai__isnull=False) & ~Q(pemilik="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.jenis} {self.subjek} ({self.status})"


class Giliran(models.Model):
    """When a group was last served, for taking turns."""

    kelompok = models.CharField(max_length=40, primary_key=True)
    terakhir = models.DateTimeField()

    class Meta:
        verbose_name = "giliran"

    def __str__(self) -> str:
        return self.kelompok

    @staticmethod
    def catat(kelompok: str) -> None:
        """This group is served now; work of no group takes no turns."""
        if kelompok:
            baru = [Giliran(kelompok=kelompok, terakhir=timezone.now())]
            Giliran.objects.bulk_create(
                baru, update_conflicts=True, unique_fields=["kelompok"], update_fields=["terakhir"]
            )
