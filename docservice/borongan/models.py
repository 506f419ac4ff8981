"""Many papers in one sending: what came, what each file's name says, and what became of it."""

from __future__ import annotations

from django.db import models

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.borongan.status import DAPAT_DIUBAH, StatusBaris, StatusBorongan
from docservice.dokumen.kuota import boleh_borongan
from docservice.dokumen.models import Dokumen


class BoronganQuerySet(models.QuerySet["Borongan"]):
    def visible_to(self, pengguna: Pengguna) -> BoronganQuerySet:
        """One's own while one may send for an office (B.3); administrators see all (Law 8)."""
        if pengguna.berperan(Peran.ADMINISTRATOR):
            return self
        return self.filter(oleh=pengguna) if boleh_borongan(pengguna) else self.none()


class Borongan(models.Model):
    """One sending. ``paket`` is the ZIP in the store of parts, empty when the files came one by one."""

    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    nama = models.CharField(max_length=200)
    paket = models.CharField("SHA-256 ZIP", max_length=64, blank=True, db_index=True)
    ukuran = models.PositiveBigIntegerField(default=0, help_text="ruang yang dipakai selama dibuka")
    kunci = models.CharField(max_length=60)
    status = models.CharField(max_length=10, choices=StatusBorongan, default=StatusBorongan.DIURAI)
    alasan = models.CharField(max_length=300, blank=True)
    jumlah = models.PositiveIntegerField(default=0, help_text="berkas di dalamnya")
    dibuat_pada = models.DateTimeField(auto_now_add=True)
    selesai_pada = models.DateTimeField(null=True)

    objects = BoronganQuerySet.as_manager()

    class Meta:
        verbose_name = "unggahan borongan"
        verbose_name_plural = "unggahan borongan"
        ordering = ("-dibuat_pada",)
        constraints = (models.UniqueConstraint(fields=("oleh", "kunci"), name="borongan_sekali"),)

    def __str__(self) -> str:
        return self.nama

    def hitung(self) -> dict[str, int]:
        """How many files in each state."""
        baris = self.baris.order_by().values_list("status").annotate(n=models.Count("pk"))
        return dict.fromkeys(StatusBaris.values, 0) | dict(baris)


class BarisBorongan(models.Model):
    """One file: where it stood in the sending, what is said of it, and the document it became."""

    borongan = models.ForeignKey(Borongan, models.CASCADE, related_name="baris")
    urutan = models.PositiveIntegerField()
    nama = models.CharField(max_length=200)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True, db_index=True)
    ukuran = models.PositiveBigIntegerField(default=0)
    jenis = models.CharField(max_length=30, blank=True)
    minor = models.CharField(max_length=20, blank=True)
    nip = models.CharField("NIP", max_length=18, blank=True)
    status = models.CharField(max_length=10, choices=StatusBaris, default=StatusBaris.PERLU)
    masalah = models.CharField(max_length=300, blank=True)
    dokumen = models.ForeignKey(Dokumen, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "berkas borongan"
        ordering = ("urutan",)
        constraints = (models.UniqueConstraint(fields=("borongan", "urutan"), name="baris_borongan_sekali"),)

    def __str__(self) -> str:
        return f"{self.urutan} {self.status}"

    @property
    def keadaan(self) -> str:
        """What is shown: of a file that was sent, how far its document has come."""
        if self.status == StatusBaris.TERKIRIM and self.dokumen:
            return self.dokumen.status
        return f"baris_{self.status}"


def baris_masih_perlu() -> models.QuerySet[BarisBorongan]:
    """Rows whose bytes in the store of parts a sending still needs."""
    return BarisBorongan.objects.filter(status__in=DAPAT_DIUBAH).exclude(
        borongan__status__in=(StatusBorongan.SELESAI, StatusBorongan.DITOLAK)
    )


def paket_masih_perlu() -> models.QuerySet[Borongan]:
    return Borongan.objects.filter(status=StatusBorongan.DIURAI)


def ruang_borongan(pengguna: Pengguna) -> int:
    """Bytes this person's sendings take: of one being opened what was set aside for it, then its files."""
    dibuka = Borongan.objects.filter(oleh=pengguna, status=StatusBorongan.DIURAI)
    berjalan = (StatusBorongan.DIPERIKSA, StatusBorongan.DIKIRIM)
    baris = BarisBorongan.objects.filter(borongan__oleh=pengguna, borongan__status__in=berjalan)
    baris = baris.filter(status__in=DAPAT_DIUBAH)
    return sum(semua.aggregate(n=models.Sum("ukuran"))["n"] or 0 for semua in (dibuka, baris))
