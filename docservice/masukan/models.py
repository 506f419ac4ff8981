"""Ideas for the system and calls for help, each with one answer (POSO 9(2)c; BABEL 9(3)b)."""

from __future__ import annotations

from django.db import models

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.masukan.status import StatusMasukan


class MasukanQuerySet(models.QuerySet["Masukan"]):
    def visible_to(self, pengguna: Pengguna) -> MasukanQuerySet:
        """One's own; all of them for the agency's administrators and head."""
        if pengguna.berperan(Peran.ADMINISTRATOR, Peran.KEPALA_BKPSDM):
            return self
        return self.filter(oleh=pengguna)

    def menunggu(self, pengguna: Pengguna) -> MasukanQuerySet:
        """What this person is to answer: never their own."""
        if not pengguna.berperan(Peran.ADMINISTRATOR):
            return self.none()
        return self.filter(status=StatusMasukan.TERKIRIM).exclude(oleh=pengguna)


class Masukan(models.Model):
    """What somebody wrote, in which role, from which page."""

    class Jenis(models.TextChoices):
        USUL = "usul", "Usul pengembangan"
        BANTUAN = "bantuan", "Minta bantuan"

    jenis = models.CharField(max_length=10, choices=Jenis)
    isi = models.TextField(max_length=1000)
    halaman = models.CharField(max_length=200, blank=True, help_text="alamat halaman yang dimaksud")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="masukan")
    sebagai = models.CharField(max_length=200, help_text="peran penulis saat menulis")
    pada = models.DateTimeField(auto_now_add=True)
    status = models.CharField(max_length=10, choices=StatusMasukan, default=StatusMasukan.TERKIRIM)
    jawaban = models.TextField(max_length=1000, blank=True)
    dijawab_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    dijawab_pada = models.DateTimeField(null=True)

    objects = MasukanQuerySet.as_manager()

    class Meta:
        verbose_name = "masukan"
        verbose_name_plural = "masukan"
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                name="masukan_dijawab_bernama",
                condition=~models.Q(status="dijawab")
                | models.Q(dijawab_oleh__isnull=False, dijawab_pada__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.jenis} {self.pk}"
