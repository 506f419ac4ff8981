"""The stores: what just came in, what is in the archive, what is in quarantine, and drafts being worked on.

Read paths open only the archive, and only the scanner's *clean* moves bytes there: Law 3 holds by construction.
"""

from __future__ import annotations

import shutil
from datetime import timedelta
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from storage import BlobStore, ClamdScanner, KeyRing, Policy, SealedShelf, Shelf, add_key, shelf_at

NAMA = ("masuk", "arsip", "karantina", "kerja")


@cache
def masuk() -> BlobStore:
    """Durable, unscanned, read by the scanner and the gate only; of any class, so closed as the most secret one."""
    return _gudang("masuk", rahasia=True)


@cache
def arsip(*, rahasia: bool = False) -> BlobStore:
    """Scanned and accepted: the archive. Reads everything in it; *rahasia*: what is put is encrypted."""
    return _gudang("arsip", rahasia=rahasia)


@cache
def karantina() -> BlobStore:
    """Infected: no URL leads here, and nothing in it can be run or opened by accident."""
    return _gudang("karantina", rahasia=True)


@cache
def bagian() -> BlobStore:
    """Parts of uploads that are still coming: passing through, so no backup holds them."""
    return _gudang("bagian", rahasia=True)


@cache
def kerja() -> BlobStore:
    """Drafts of decrees and their page images: frozen, but not yet records; of any class, so closed as the most secret
    one."""
    return _gudang("kerja", rahasia=True)


def pemindai() -> ClamdScanner:
    hari = settings.CLAMD_MAX_AGE_DAYS
    return ClamdScanner(settings.CLAMD_URL, max_age=timedelta(days=hari) if hari else None)


def aturan_berkas() -> Policy:
    return Policy(max_bytes=settings.UPLOAD_LIMIT, max_pages=settings.UPLOAD_PAGES)


def ruang_cukup(perlu: int) -> bool:
    """Enough free disk for *perlu* bytes and the reserve; asked before reading an upload."""
    akar = _akar()
    akar.mkdir(parents=True, exist_ok=True)
    return shutil.disk_usage(akar).free - perlu >= int(settings.MINIMUM_FREE_DISK)


def _akar() -> Path:
    """Where bytes arrive: the store itself on a disk, the folder of running uploads before a bucket."""
    if settings.STORAGE_URL.startswith("file://"):
        return Path(settings.STORAGE_URL.removeprefix("file://"))
    return Path(settings.FILE_UPLOAD_TEMP_DIR)


def alamat_dalam(berkas: Path) -> str | None:
    """Where the server in front of us finds *berkas* by itself; None where it is not to, or cannot."""
    if not settings.ACCEL_REDIRECT or not berkas.is_relative_to(_akar()):
        return None
    return f"{settings.ACCEL_REDIRECT.rstrip('/')}/{berkas.relative_to(_akar())}"


def rak(nama: str) -> Shelf:
    """Where the store *nama* lies, as it is stored: for copies of everything, never for reading one file."""
    di_disk = settings.STORAGE_URL.startswith("file://")
    return shelf_at(settings.STORAGE_URL, nama, temporary=None if di_disk else Path(settings.FILE_UPLOAD_TEMP_DIR))


def kedua(nama: str) -> BlobStore | None:
    """The second copy of the store *nama*, when one is set; only ever read."""
    if not settings.STORAGE_SECOND_URL:
        return None
    tempat = shelf_at(settings.STORAGE_SECOND_URL, nama, temporary=Path(settings.FILE_UPLOAD_TEMP_DIR))
    return BlobStore(SealedShelf(tempat, kunci(), seal_new=False))


def _gudang(nama: str, *, rahasia: bool = False) -> BlobStore:
    """Sealed and plain blobs lie side by side: the setting decides about new ones only."""
    tutup = settings.STORAGE_ENCRYPT == "semua" or (rahasia and settings.STORAGE_ENCRYPT == "rahasia")
    return BlobStore(SealedShelf(rak(nama), kunci(), seal_new=tutup))


@cache
def kunci() -> KeyRing:
    """Made at first need on one machine; machines that share a bucket must be given the same file."""
    if not settings.STORAGE_KEYS.exists():
        if not settings.STORAGE_URL.startswith("file://"):
            raise ImproperlyConfigured(f"{settings.STORAGE_KEYS} tidak ada: salin kunci yang sama ke tiap mesin.")
        add_key(settings.STORAGE_KEYS, only_first=True)
    return KeyRing.read(settings.STORAGE_KEYS)
