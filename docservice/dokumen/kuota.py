"""Room per person (ASVS 5.2.4): whatever one has sent and nobody has verified yet, for oneself or for others, and what
is still on its way.

What is refused or quarantined counts for a day: who sends nothing else is stopped too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from django.conf import settings
from django.db.models import Sum
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.akun.peran import Peran
from docservice.dokumen.models import Kiriman, VersiDokumen
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from docservice.umum.errors import RuangPenuh

PENUH = "Ruang Anda penuh. Hapus draf yang tidak dipakai atau hubungi fasilitator."
TAK_MASUK = (StatusBerkas.DITOLAK, StatusBerkas.KARANTINA)
MILIK_ARSIP = (StatusDokumen.TERVERIFIKASI, StatusDokumen.TIDAK_BERLAKU)

pemakai: list[Callable[[Pengguna], int]] = []
"""Filled by upper rooms: bytes of that person which they keep."""


def terpakai(pengguna: Pengguna) -> int:
    """Bytes of all one has sent. Verified papers are the archive's."""
    sehari = timezone.now() - timedelta(days=1)
    versi = VersiDokumen.objects.filter(diunggah_oleh=pengguna).exclude(dokumen__status__in=MILIK_ARSIP)
    versi = versi.exclude(status__in=TAK_MASUK, diunggah_pada__lt=sehari)
    jalan = Kiriman.objects.terbuka().filter(pengguna=pengguna)
    sendiri = sum(baris.aggregate(n=Sum("ukuran"))["n"] or 0 for baris in (versi, jalan))
    return sendiri + sum(satu(pengguna) for satu in pemakai)


def batas(pengguna: Pengguna) -> int:
    """Bytes; who sends for a whole office has room for it."""
    return int(settings.UPLOAD_QUOTA + (settings.BULK_QUOTA if boleh_borongan(pengguna) else 0))


def boleh_borongan(pengguna: Pengguna) -> bool:
    return pengguna.berperan(Peran.FASILITATOR, Peran.ADMINISTRATOR)


def muat(pengguna: Pengguna, tambahan: int) -> bool:
    """Is there room for *tambahan* more bytes, as far as one can say before taking it?"""
    return terpakai(pengguna) + tambahan <= batas(pengguna)


def kuota_penuh() -> RuangPenuh:
    return RuangPenuh(PENUH, kode="kuota_penuh")


def ambil_ruang(pengguna: Pengguna, tambahan: int, *, dari: Sequence[str] = ()) -> None:
    """In the transaction that writes the rows, before them: of many at once only as many pass as there is room for.

    *dari*: uploads in parts that become these bytes; what they took is given back in the same step.
    Raises :class:`RuangPenuh`.
    """
    Pengguna.objects.select_for_update(no_key=True).get(pk=pengguna.pk)  # others of this person wait here
    Kiriman.objects.filter(pk__in=dari, pengguna=pengguna, dipakai_pada=None).update(dipakai_pada=timezone.now())
    if not muat(pengguna, tambahan):
        raise kuota_penuh()
