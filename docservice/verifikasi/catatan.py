"""What the queue says of a paper before it is opened: values that differ, pages that read badly (screens §5.1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Prefetch

from docservice.dokumen.models import Dokumen, Halaman, VersiDokumen
from docservice.dokumen.temuan import saran_halaman
from docservice.riwayat.models import BuktiRiwayat, Riwayat
from docservice.riwayat.status import StatusRiwayat
from docservice.verifikasi.cocok import bidang_usulan
from docservice.verifikasi.tautan import sebab_mendesak


@dataclass(frozen=True)
class Catatan:
    """*beda*: fields not read as declared; *temuan*: findings and on how many pages; *sebab*: what waits for it."""

    beda: int
    temuan: list[tuple[str, int]]
    sebab: str


def catatan(dokumen: Collection[Dokumen]) -> list[tuple[Dokumen, Catatan]]:
    """Each with its notes, in the order given; as many questions to the database for fifty as for one."""
    kunci = [satu.pk for satu in dokumen]
    sebab = sebab_mendesak(kunci)
    usulan = _usulan(kunci)
    versi = {satu.dokumen_id: satu for satu in _versi(kunci)}
    return [(satu, _catatan(satu, versi[satu.pk], usulan.get(satu.pk), sebab.get(satu.pk, ""))) for satu in dokumen]


def _catatan(dokumen: Dokumen, versi: VersiDokumen, usulan: Riwayat | None, sebab: str) -> Catatan:
    bidang = bidang_usulan(dokumen, versi, usulan)
    temuan = Counter(saran.nama.lower() for halaman in saran_halaman(versi) for saran in halaman.saran)
    return Catatan(sum(satu.perlu_dicari for satu in bidang), temuan.most_common(), sebab)


def _usulan(dokumen: Collection[int]) -> dict[int, Riwayat]:
    bukti = BuktiRiwayat.objects.filter(dokumen__in=dokumen, riwayat__status=StatusRiwayat.DIAJUKAN)
    return {satu.dokumen_id: satu.riwayat for satu in bukti.select_related("riwayat").order_by("-pk")}


def _versi(dokumen: Collection[int]) -> list[VersiDokumen]:
    """The newest of each, without the words of its pages."""
    halaman = Prefetch("halaman", Halaman.objects.defer("kata"))
    semua = VersiDokumen.objects.filter(dokumen__in=dokumen).select_related("dokumen").order_by("nomor")
    return list(semua.prefetch_related("isian", halaman))
