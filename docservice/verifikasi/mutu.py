"""Figures on the verifiers: agreement with a second look, reversals, pace. Numbers for people, never a consequence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, Q, Sum
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.verifikasi.models import PeriksaKedua, Verifikasi
from docservice.verifikasi.status import StatusKedua

SELESAI = (StatusKedua.SEPAKAT, StatusKedua.DIPERTAHANKAN, StatusKedua.DIBALIK)


@dataclass
class Mutu:
    """One verifier. ``sepakat`` and ``dibalik`` are shares of what was looked at again; None while there is nothing."""

    pengguna: Pengguna
    putusan: int
    dikembalikan: int
    detik: int
    halaman: int
    hasil: list[str] = field(default_factory=list)

    @property
    def diperiksa_lagi(self) -> int:
        return len(self.hasil)

    @property
    def sepakat(self) -> int | None:
        """Percent of second looks that came to the same result at once."""
        return self._persen(StatusKedua.SEPAKAT)

    @property
    def dibalik(self) -> int | None:
        return self._persen(StatusKedua.DIBALIK)

    def _persen(self, status: str) -> int | None:
        return round(100 * self.hasil.count(status) / len(self.hasil)) if self.hasil else None

    @property
    def detik_per_halaman(self) -> int | None:
        return round(self.detik / self.halaman) if self.halaman else None


def mutu_pemeriksa(siapa: Q) -> list[Mutu]:
    """Everyone of *siapa* who ever decided, most decisions first."""
    berwaktu = Q(detik__isnull=False)
    angka = (
        Verifikasi.objects.filter(diurungkan_pada=None)
        .values("oleh")
        .annotate(
            putusan=Count("pk"),
            dikembalikan=Count("pk", filter=Q(hasil=Verifikasi.Hasil.DIKEMBALIKAN)),
            lama=Sum("detik", default=0),
            lembar=Sum("versi__jumlah_halaman", filter=berwaktu, default=0),
        )
    )
    kedua: dict[int, list[str]] = defaultdict(list)
    for oleh, status in PeriksaKedua.objects.filter(status__in=SELESAI).values_list("pertama__oleh", "status"):
        kedua[oleh].append(status)
    orang = Pengguna.objects.filter(siapa).in_bulk([satu["oleh"] for satu in angka])
    mutu = [
        Mutu(
            orang[satu["oleh"]],
            satu["putusan"],
            satu["dikembalikan"],
            satu["lama"],
            satu["lembar"],
            kedua[satu["oleh"]],
        )
        for satu in angka
        if satu["oleh"] in orang
    ]
    return sorted(mutu, key=lambda m: -m.putusan)


def laju_hari_ini(pengguna: Pengguna) -> int | None:
    """Seconds per page of one's decisions of today; None before the first that was timed."""
    pagi = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)  # a range, which the index answers
    hari_ini = Verifikasi.semua.filter(oleh=pengguna, pada__gte=pagi, detik__isnull=False)
    jumlah = hari_ini.aggregate(lama=Sum("detik"), lembar=Sum("versi__jumlah_halaman"))
    return round(jumlah["lama"] / jumlah["lembar"]) if jumlah["lembar"] else None
