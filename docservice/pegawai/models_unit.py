"""What happened to units, and who moved between them: every row on its decree, none ever rewritten."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from docservice.akun.models import Pengguna


class PeristiwaUnit(models.Model):
    """A unit was formed, renamed, put under another, merged or closed; old rows keep the unit they named."""

    class Jenis(models.TextChoices):
        DIBENTUK = "dibentuk", "Dibentuk"
        BERGANTI_NAMA = "berganti_nama", "Berganti nama"
        BERGANTI_INDUK = "berganti_induk", "Berganti induk"
        DIGABUNG = "digabung", "Digabung"
        DITUTUP = "ditutup", "Ditutup"

    unit = models.ForeignKey("pegawai.UnitKerja", models.PROTECT, related_name="peristiwa")
    jenis = models.CharField(max_length=20, choices=Jenis)
    sejak = models.DateField()
    sebelum = models.CharField(max_length=200, blank=True)
    sesudah = models.CharField(max_length=200, blank=True)
    penerus = models.ForeignKey("pegawai.UnitKerja", models.PROTECT, null=True, related_name="+")
    dasar_nomor = models.CharField("nomor dasar hukum", max_length=120)
    dasar_tanggal = models.DateField("tanggal dasar hukum")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "peristiwa unit"
        verbose_name_plural = "peristiwa unit"
        ordering = ("-sejak", "-pk")

    def __str__(self) -> str:
        return f"{self.unit_id} {self.jenis} {self.sejak}"


class Perpindahan(models.Model):
    """A person moves from one unit to another; with a day still to come it waits for that day."""

    pegawai = models.ForeignKey("pegawai.Pegawai", models.PROTECT, related_name="perpindahan")
    dari = models.ForeignKey("pegawai.UnitKerja", models.PROTECT, related_name="+")
    ke = models.ForeignKey("pegawai.UnitKerja", models.PROTECT, related_name="+")
    nama_dari = models.CharField(max_length=200, help_text="nama unit pada hari perpindahan dicatat")
    nama_ke = models.CharField(max_length=200)
    jabatan_lama = models.CharField(max_length=200)
    jabatan = models.CharField("jabatan baru", max_length=200)
    tmt = models.DateField("TMT")
    sk_nomor = models.CharField("nomor SK", max_length=120)
    sk_tanggal = models.DateField("tanggal SK")
    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField(auto_now_add=True)
    diterapkan_pada = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "perpindahan"
        verbose_name_plural = "perpindahan"
        ordering = ("-tmt", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("pegawai",), condition=Q(diterapkan_pada__isnull=True), name="satu_perpindahan_menunggu"
            ),
            models.CheckConstraint(name="pindah_ke_unit_lain", condition=~Q(dari=F("ke"))),
        )

    def __str__(self) -> str:
        return f"{self.pegawai_id}: {self.dari_id} → {self.ke_id} {self.tmt}"
