"""Which blobs a naskah knows: its frozen draft and pictures, what was initialled, what was to be signed."""

from __future__ import annotations

from collections.abc import Iterator

from docservice.dokumen.dikenal import Sumber, kolom
from docservice.naskah.models import Naskah, Paraf, Upaya
from docservice.naskah.status import StatusUpaya


def berkas_kerja() -> list[Sumber]:
    """Of the work store. Pictures of previews are drawn again when they are gone."""
    return [
        kolom(Naskah.objects.all, "draf_sha256"),
        kolom(Paraf.objects.all, "sha256"),
        kolom(Paraf.objects.all, "sha256_lama"),
        kolom(Upaya.objects.all, "draf_sha256"),
        kolom(Upaya.objects.all, "final_sha256", janji=False),  # named before it is stored
        Sumber(_gambar_draf, Naskah.objects.count),
    ]


def hasil_upaya() -> list[Sumber]:
    """What was signed, in the archive: issued, or stored just before we died and perhaps the only copy."""
    terbit, nasib = Upaya.objects.filter(status=StatusUpaya.SIGNED), (StatusUpaya.TERBUKA, StatusUpaya.UNKNOWN)
    return [
        kolom(terbit.all, "hasil_sha256"),
        kolom(lambda: Upaya.objects.filter(status__in=nasib), "hasil_sha256", janji=False),
    ]


def _gambar_draf(digit: str) -> Iterator[tuple[str, None]]:
    for halaman in Naskah.objects.exclude(gambar_draf=[]).values_list("gambar_draf", flat=True).iterator():
        yield from ((satu[0], None) for satu in halaman if satu[0].startswith(digit))
