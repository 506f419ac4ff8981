"""Disks and databases that fail, said as refusals: what was not accepted, and that nothing accepted is lost."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import InterfaceError, OperationalError

from docservice.umum.errors import KesalahanDomain, RuangPenuh, SementaraTerganggu
from storage import Busy, StorageError, StorageFull, StoreUnavailable

PENUH = "Penyimpanan penuh, jadi ini belum diterima. Yang sudah kami terima tetap tersimpan; coba lagi besok."
TERGANGGU = "Penyimpanan sedang terganggu, jadi ini belum diterima. Yang sudah kami terima tetap tersimpan; coba lagi."
TANPA_RUANG = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
CAKRAM = frozenset({errno.EIO, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ESTALE})

log = logging.getLogger(__name__)


@contextmanager
def terjaga() -> Iterator[None]:
    """What the disk or the database throws inside becomes a refusal; all else passes."""
    try:
        yield
    except Exception as salah:
        if (kesalahan := sebagai_kesalahan(salah)) is None or kesalahan is salah:
            raise
        raise kesalahan from salah


def sebagai_kesalahan(salah: Exception) -> KesalahanDomain | None:
    """The refusal that *salah* is or means; None for what is a fault of ours."""
    if isinstance(salah, KesalahanDomain):
        return salah
    if isinstance(salah, Busy):
        return SementaraTerganggu(str(salah))
    if (penuh := _penuh(salah)) is None:
        return None
    log.error("Storage or database failed: %s %s", type(salah).__name__, getattr(salah, "errno", ""))
    return RuangPenuh(PENUH) if penuh else SementaraTerganggu(TERGANGGU)


def _penuh(salah: Exception) -> bool | None:
    """True for no room, False for no answer, None for neither. A broken constraint is a fault of ours."""
    if isinstance(salah, (OperationalError, InterfaceError)):
        return "full" in str(salah).lower()
    if isinstance(salah, StorageError):
        return isinstance(salah, StorageFull) if isinstance(salah, (StorageFull, StoreUnavailable)) else None
    if isinstance(salah, OSError):
        return True if salah.errno in TANPA_RUANG else False if salah.errno in CAKRAM else None
    return None
