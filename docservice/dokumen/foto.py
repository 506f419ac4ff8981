"""Several photos sent together are the pages of one paper (screens §4.2)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from docservice.umum.errors import IsianSalah
from storage import UnsafeToRender, combine_photos
from storage.precheck import precheck

FOTO = frozenset({"jpeg", "png"})
PALING_BANYAK = 30


@contextmanager
def satu_berkas(kiriman: Sequence[UploadedFile[Any]]) -> Iterator[tuple[BinaryIO, str]]:
    """The bytes to store and their name: the one file as it came, or the photos as one PDF in their order.

    Raises :class:`IsianSalah` when several files are not all photos, or one of them cannot be opened.
    """
    if len(kiriman) == 1:
        yield kiriman[0], kiriman[0].name or ""  # type: ignore[misc]  # an UploadedFile reads like a file
        return
    _periksa(kiriman)
    with tempfile.TemporaryDirectory(dir=settings.FILE_UPLOAD_TEMP_DIR) as folder:
        jadi = Path(folder, "satu.pdf")
        try:
            combine_photos([Path(satu.temporary_file_path()) for satu in kiriman], jadi)  # type: ignore[attr-defined]
        except UnsafeToRender:
            raise _salah("Ada foto yang tidak dapat dibuka. Foto ulang, lalu kirim lagi.") from None
        with jadi.open("rb") as isi:
            yield isi, f"{PurePath(kiriman[0].name or '').stem or 'foto'}.pdf"


def _periksa(kiriman: Sequence[UploadedFile[Any]]) -> None:
    if not kiriman:
        raise _salah("Berkas belum dipilih. Foto kertasnya atau pilih berkas.")
    if len(kiriman) > PALING_BANYAK:
        raise _salah(f"Paling banyak {PALING_BANYAK} foto dalam satu dokumen. Satukan sisanya dalam PDF.")
    for satu in kiriman:
        if precheck(satu.read(8192), filename=satu.name or "").type not in FOTO:
            raise _salah("Beberapa berkas hanya dapat disatukan bila semuanya foto. Pilih satu PDF, atau foto saja.")


def _salah(kalimat: str) -> IsianSalah:
    return IsianSalah(kalimat, isian={"berkas": kalimat})
