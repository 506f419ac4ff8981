"""Which differences a page or an API answer shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Q

from docservice.akun.models import Pengguna
from docservice.pegawai.cari import orang
from docservice.rekonsiliasi.bidang import LABEL
from docservice.rekonsiliasi.models import Beda, BedaQuerySet, Rekonsiliasi
from docservice.rekonsiliasi.status import StatusBeda


@dataclass(frozen=True)
class Saring:
    """Empty means everything; ``q`` is a NIP or part of a name."""

    bidang: str = ""
    status: str = ""
    q: str = ""

    @classmethod
    def dari(cls, isi: Mapping[str, str]) -> Saring:
        bidang, status = isi.get("bidang", ""), isi.get("status", "")
        return cls(
            bidang if bidang in LABEL else "", status if status in StatusBeda.values else "", isi.get("q", "").strip()
        )

    def alamat(self) -> str:
        return urlencode({nama: nilai for nama, nilai in vars(self).items() if nilai})

    def terapkan(self, baris: BedaQuerySet) -> BedaQuerySet:
        if self.bidang:
            baris = baris.filter(bidang=self.bidang)
        if self.status:
            baris = baris.filter(status=self.status)
        if self.q:
            baris = baris.filter(orang(self.q, "orang__"))
        return baris


def beda_tampak(pengguna: Pengguna, satu: Rekonsiliasi) -> BedaQuerySet:
    """Differences of one run that this person may see, with all that a row shows."""
    baris = Beda.objects.visible_to(pengguna).filter(rekonsiliasi=satu)
    return baris.select_related("orang__unit", "diputus_oleh", "usulan")


def menurut_bidang(pengguna: Pengguna, satu: Rekonsiliasi) -> list[tuple[str, str, int, int]]:
    """(code, label, how many, how many undecided), most first."""
    terbuka = Count("pk", filter=Q(status=StatusBeda.TERBUKA))
    tampak = Beda.objects.visible_to(pengguna).filter(rekonsiliasi=satu).order_by()
    baris = tampak.values_list("bidang").annotate(n=Count("pk"), terbuka=terbuka)
    return sorted(((kode, LABEL[kode], n, sisa) for kode, n, sisa in baris), key=lambda b: (-b[2], b[1]))
