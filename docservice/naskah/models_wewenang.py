"""Who may sign which decree, whose initials come before, and how it is numbered: dated rows (Law 10)."""

from __future__ import annotations

from datetime import date

from django.db import models

from docservice.layanan.models import Bertanggal, BertanggalQuerySet
from docservice.pegawai.models import Pegawai
from templates_sk import GOLONGAN_PNS, GOLONGAN_PPPK


class KewenanganQuerySet(BertanggalQuerySet):
    def untuk(self, jenis_naskah: str, golongan: str, pada: date) -> Kewenangan | None:
        """The one authority for this kind, golongan and day; None when there is none or more than one."""
        calon = [k for k in self.berlaku(pada).filter(jenis_naskah=jenis_naskah) if k.mencakup(golongan)]
        return calon[0] if len(calon) == 1 else None

    def sementara(self, jenis_naskah: str, golongan: str, pada: date) -> Kewenangan | None:
        """An acting official (Plt., Plh.) whose row would cover it, were acting officials allowed to sign this."""
        calon = self.berlaku(pada).filter(jenis_naskah=jenis_naskah, boleh_plt_plh=False).exclude(plt_plh="")
        return next((satu for satu in calon if satu.dalam_golongan(golongan)), None)


class Kewenangan(Bertanggal):
    """Who may sign what, for whom, in which form, on what decision (riwayat-layanan B.4)."""

    class Bentuk(models.TextChoices):
        LANGSUNG = "langsung", "langsung"
        ATAS_NAMA = "a.n.", "a.n."
        UNTUK_BELIAU = "u.b.", "u.b."

    jenis_naskah = models.CharField(max_length=40)
    golongan_dari = models.CharField(max_length=5)
    golongan_sampai = models.CharField(max_length=5)
    pejabat = models.ForeignKey(Pegawai, models.PROTECT, related_name="kewenangan")
    jabatan = models.CharField(max_length=150)
    bentuk = models.CharField(max_length=10, choices=Bentuk, default=Bentuk.LANGSUNG)
    atas_nama = models.CharField(max_length=150, blank=True)
    plt_plh = models.CharField(max_length=5, blank=True, help_text="Plt. atau Plh. bila bukan pejabat definitif")
    boleh_plt_plh = models.BooleanField(default=False)

    objects = KewenanganQuerySet.as_manager()

    class Meta:
        verbose_name = "kewenangan tanda tangan"
        verbose_name_plural = "kewenangan tanda tangan"

    def __str__(self) -> str:
        return f"{self.jabatan}: {self.jenis_naskah}"

    def mencakup(self, golongan: str) -> bool:
        """Within the range, and no acting official where those may not sign."""
        return self.dalam_golongan(golongan) and (not self.plt_plh or self.boleh_plt_plh)

    def dalam_golongan(self, golongan: str) -> bool:
        """A range is of PNS or of PPPK; neither covers the other's."""
        return golongan in self.jangkauan

    @property
    def jangkauan(self) -> tuple[str, ...]:
        """Every golongan from the first to the last; none when the two are not of one table or in its order."""
        for urutan in (GOLONGAN_PNS, GOLONGAN_PPPK):
            if {self.golongan_dari, self.golongan_sampai} <= {*urutan}:
                return urutan[urutan.index(self.golongan_dari) : urutan.index(self.golongan_sampai) + 1]
        return ()


class JalurParaf(Bertanggal):
    """The chain of initials before the signature, in order."""

    jenis_naskah = models.CharField(max_length=40)
    urutan = models.PositiveSmallIntegerField()
    pejabat = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")

    objects = BertanggalQuerySet.as_manager()

    class Meta:
        verbose_name = "jalur paraf"
        ordering = ("urutan",)

    def __str__(self) -> str:
        return f"paraf ke-{self.urutan}: {self.jenis_naskah}"


class PolaNomor(Bertanggal):
    """The number pattern of one kind (sk-format §6.1)."""

    jenis_naskah = models.CharField(max_length=40)
    pola = models.CharField(max_length=120, default="{klasifikasi}/{urut:04d}/{unit}/{tahun}")
    klasifikasi = models.CharField(max_length=20)
    unit = models.CharField(max_length=30)
    lingkup = models.CharField(max_length=60, help_text="nomor berurut dalam lingkup ini tiap tahun")

    objects = BertanggalQuerySet.as_manager()

    class Meta:
        verbose_name = "pola nomor"

    def __str__(self) -> str:
        return self.pola
