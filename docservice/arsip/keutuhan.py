"""Fixity: every blob re-hashed, every row's blob there, every finding classed, journalled and, if possible, mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import chain

from django.db import transaction
from django.utils import timezone

from docservice.arsip.models import PutaranKeutuhan
from docservice.audit.jurnal import catat
from docservice.dokumen import gudang
from docservice.dokumen.models import Halaman, VersiDokumen
from docservice.dokumen.status import BACAAN_TERBUKA
from storage import BlobMissing, BlobStore, Pace, Promised, State, StorageError, examine, repair

MB = 1_000_000
ANGKA = "0123456789abcdef"
BARU = timedelta(hours=24)
"""A blob younger than this that no row knows is one that is just being stored."""


@dataclass
class Putaran:
    """How to walk: at most *mb* megabytes (0: all), at *mb_per_detik* (0: at full speed), on from where the last run
    stopped, mending from the second store. ``diperiksa`` counts blobs."""

    mb: float = 0
    mb_per_detik: float = 0
    lanjut: bool = False
    pulihkan: bool = False
    diperiksa: int = field(default=0)


@dataclass(frozen=True)
class Temuan:
    """``jenis`` is a word of ``storage.State``: *berubah*, *terpotong*, *bertambah*, *tertukar*, *hilang*, *berlebih*,
    *amplop rusak* or *tak terbaca*."""

    sha256: str
    jenis: str
    pulih: bool = False


class SidikArsip(Promised):
    """Every hash that a row of the archive promises, with its size where a row knows it: a sixteenth at a time, by its
    first digit, for a large archive has millions."""

    def __init__(self) -> None:
        self._digit, self._isi = "", dict[str, int | None]()

    def after(self, sha256: str) -> Iterator[str]:
        for digit in ANGKA:
            if digit >= sha256[:1]:
                yield from (sidik for sidik in sorted(self._bagian(digit)) if sidik > sha256)

    def __iter__(self) -> Iterator[str]:
        return self.after("")

    def __len__(self) -> int:
        """About: a picture that two pages share counts twice."""
        return 2 * Halaman.objects.count() + VersiDokumen.objects.filter(status__in=BACAAN_TERBUKA).count()

    def __getitem__(self, sha256: str) -> int | None:
        return self._bagian(sha256[:1])[sha256]

    def _bagian(self, digit: str) -> dict[str, int | None]:
        if digit != self._digit:
            self._digit, self._isi = digit, self._baca(digit)
        return self._isi

    @staticmethod
    def _baca(digit: str) -> dict[str, int | None]:
        gambar = chain.from_iterable(
            Halaman.objects.filter(**{f"{bidang}__startswith": digit}).values_list(bidang, flat=True).iterator()
            for bidang in ("gambar", "kecil")
        )
        turunan = VersiDokumen.objects.filter(turunan__startswith=digit).values_list("turunan", flat=True)
        semua: dict[str, int | None] = dict.fromkeys(chain(gambar, turunan.iterator()))
        versi = VersiDokumen.objects.filter(status__in=BACAAN_TERBUKA, sha256__startswith=digit)
        return semua | dict(versi.values_list("sha256", "ukuran").iterator())


def periksa_keutuhan(
    langkah: Putaran | None = None, lapor: Callable[[int, int], None] = lambda a, b: None
) -> Iterator[Temuan]:
    """Walk the archive; what is found is journalled as an event."""
    langkah = langkah or Putaran()
    semua, toko, dibaca = SidikArsip(), gudang.arsip(), 0
    jumlah = len(semua)
    kedua = gudang.arsip_kedua() if langkah.pulihkan else None
    mulai = PutaranKeutuhan.objects.get_or_create(pk=1)[0].setelah if langkah.lanjut else ""
    pelan = Pace(langkah.mb_per_detik * MB) if langkah.mb_per_detik else None
    for satu in examine(toko, semua, after=mulai, pace=pelan):
        langkah.diperiksa += 1
        dibaca += satu.size
        if satu.state is not State.INTACT and not _sedang_disimpan(toko, satu.sha256, satu.state):
            yield _catat(toko, satu.sha256, satu.state, kedua)
        lapor(langkah.diperiksa, jumlah)
        if langkah.mb and dibaca >= langkah.mb * MB:
            _ingat(langkah, satu.sha256)
            return
    _ingat(langkah, "")


def _ingat(langkah: Putaran, setelah: str) -> None:
    if langkah.lanjut:
        isi = {"setelah": setelah} | ({} if setelah else {"tuntas_pada": timezone.now()})
        PutaranKeutuhan.objects.filter(pk=1).update(**isi)


def _sedang_disimpan(toko: BlobStore, sidik: str, keadaan: State) -> bool:
    if keadaan is not State.EXTRA:
        return False
    try:
        return toko.age(sidik) < BARU.total_seconds()
    except BlobMissing:
        return True  # swept meanwhile


def _catat(toko: BlobStore, sidik: str, keadaan: State, kedua: BlobStore | None) -> Temuan:
    pulih = keadaan is not State.EXTRA and kedua is not None and _pulihkan(toko, sidik, kedua)
    with transaction.atomic():
        aksi = f"keutuhan.{keadaan.value.replace(' ', '_')}"
        catat(aksi, by=None, objek=f"blob:{sidik}", pulih=pulih)
    return Temuan(sidik, keadaan.value, pulih)


def _pulihkan(toko: BlobStore, sidik: str, kedua: BlobStore) -> bool:
    try:
        return repair(toko, sidik, kedua)
    except StorageError:  # the second store is away or full: the finding stands, the next run tries again
        return False
