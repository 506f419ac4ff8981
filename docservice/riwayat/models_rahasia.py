"""Confidential rows: one administrator enters, another confirms; a table no ordinary query can reach."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

from docservice.akun.models import Pengguna
from docservice.akun.peran import MELIHAT_RAHASIA, Peran
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import Basis
from docservice.pegawai.models import Halangan, Pegawai
from docservice.riwayat.jenis import RAHASIA, JenisRiwayat
from docservice.riwayat.status import StatusRahasia


def pilihan_rahasia() -> list[tuple[str, str]]:
    """Asked when needed: a new kind is a new file, not a migration."""
    return [(jenis.kode, jenis.nama) for jenis in RAHASIA.values()]


class RahasiaQuerySet(models.QuerySet["RiwayatRahasia"]):
    def visible_to(self, pengguna: Pengguna) -> RahasiaQuerySet:
        """Administrators and the head of the agency, not about themselves; everyone their own final rows (B.2).

        No fasilitator, no head of an office, no archive staff.
        """
        sendiri = Q(pegawai__pengguna=pengguna)
        final = Q(status__in=(StatusRahasia.SAH, StatusRahasia.DIGANTI))
        if pengguna.berperan(*MELIHAT_RAHASIA):
            return self.filter(~sendiri | final)
        return self.filter(sendiri & final)

    def menunggu(self, pengguna: Pengguna) -> RahasiaQuerySet:
        """Rows this person may confirm: entered by somebody else."""
        if not pengguna.berperan(Peran.ADMINISTRATOR):
            return self.none()
        return self.visible_to(pengguna).filter(status=StatusRahasia.DICATAT).exclude(dicatat_oleh=pengguna)


class RiwayatRahasia(models.Model):
    """One confidential row; ``data`` is the cleaned data of the kind's schema (dates ISO)."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="riwayat_rahasia")
    jenis = models.CharField(max_length=20, choices=pilihan_rahasia)
    tmt = models.DateField()
    data = models.JSONField(encoder=DjangoJSONEncoder)
    bukti = models.ManyToManyField(Dokumen, related_name="+")
    status = models.CharField(max_length=20, choices=StatusRahasia, default=StatusRahasia.DICATAT)
    mengganti = models.ForeignKey("self", models.PROTECT, null=True, related_name="pengganti")
    halangan = models.OneToOneField(Halangan, models.PROTECT, null=True, related_name="+")
    dicatat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField(auto_now_add=True)
    diputus_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    diputus_pada = models.DateTimeField(null=True)
    basis = models.CharField(max_length=10, choices=Basis, blank=True, help_text="yang dilihat pengesah")
    catatan = models.CharField(max_length=300, blank=True)

    objects = RahasiaQuerySet.as_manager()

    class Meta:
        verbose_name = "riwayat rahasia"
        verbose_name_plural = "riwayat rahasia"
        ordering = ("-tmt", "-pk")
        constraints = (
            models.CheckConstraint(
                name="rahasia_empat_mata",
                condition=Q(diputus_oleh__isnull=True) | ~Q(diputus_oleh=F("dicatat_oleh")),
            ),
            models.CheckConstraint(
                name="rahasia_sah_diputus",
                condition=~Q(status__in=["disahkan", "diganti"]) | Q(diputus_oleh__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.jenis} {self.pk}"

    @property
    def skema(self) -> JenisRiwayat:
        return RAHASIA[self.jenis]

    @property
    def ringkas(self) -> str:
        return self.skema.ringkas(self.data)
