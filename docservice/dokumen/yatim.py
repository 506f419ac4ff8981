"""Blobs that no row knows: what a crash left between the bytes and their row, and what was replaced or is over.

A store is swept by :class:`Dikenal` alone. In the archive and the quarantine a month passes first: should a database
have been restored from yesterday's copy, bytes without a row are the last trace of what came since, and fixity names
them long before they go.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.antrean.pekerjaan import Klaim
from docservice.audit.jurnal import catat
from docservice.dokumen import gudang
from docservice.dokumen.dikenal import Dikenal
from docservice.dokumen.models import Kiriman, VersiDokumen
from docservice.dokumen.status import StatusBerkas
from storage import BlobStore

TIAP_JAM = ("bagian", "masuk")
"""What only passes through: most of it is over soon, and there is little of it."""
TIAP_MALAM = ("arsip", "karantina", "kerja")


def usia(toko: str) -> timedelta:
    """How long a blob without a row is left alone; longer than any upload's transaction."""
    if toko in ("arsip", "karantina"):
        return timedelta(days=settings.ORPHAN_DAYS)
    return timedelta(days=7) if toko == "kerja" else timedelta(hours=24)


def toko_bernama(nama: str) -> BlobStore:
    """Raises :class:`LookupError` for no store of ours."""
    semua = {"arsip": gudang.arsip, "karantina": gudang.karantina, "kerja": gudang.kerja}
    return (semua | {"bagian": gudang.bagian, "masuk": gudang.masuk})[nama]()


def yatim(nama: str) -> list[str]:
    """What a sweep of this store would take now."""
    toko, dikenal, tua = toko_bernama(nama), Dikenal(nama), usia(nama).total_seconds()
    return [satu for satu in toko.digests() if satu not in dikenal and toko.age(satu) >= tua]


def sapu(nama: str, *, by: Pengguna | None = None, di_antara: Iterable[str] | None = None) -> int:
    """Delete the orphans of one store, or those *di_antara*, and journal how many; temporary files that are as old go
    too."""
    tua = usia(nama) if di_antara is None else usia("masuk")
    toko, dikenal = toko_bernama(nama), Dikenal(nama)
    hilang = toko.sweep_orphans(dikenal.__contains__, older_than=tua, among=di_antara)
    if hilang:
        with transaction.atomic():
            catat(
                "gudang.disapu", by=by, objek=f"gudang:{nama}", jumlah=len(hilang), usia_jam=tua.total_seconds() / 3600
            )
    return len(hilang)


def sapu_tiap_jam(subjek: str, klaim: Klaim) -> None:
    """Uploads whose time is over, and what passed through; and out of the archive what a later scan sent to the
    quarantine, where it lies now."""
    with klaim.selesai():
        Kiriman.objects.filter(kedaluwarsa__lte=timezone.now()).delete()
    for nama in TIAP_JAM:
        sapu(nama)
    for nama in ("karantina", "kerja"):
        sapu(nama, di_antara=())  # only what a killed process left unfinished, and unencrypted
    terkurung = VersiDokumen.objects.filter(status=StatusBerkas.KARANTINA).values_list("sha256", flat=True)
    sapu("arsip", di_antara=sorted(set(terkurung)))


def sapu_tiap_malam(subjek: str, klaim: Klaim) -> None:
    for nama in TIAP_MALAM:
        sapu(nama)
