"""The row in force: of a kind that has one at a time, on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from docservice.pegawai.models import Pegawai
from docservice.riwayat.jenis import SEMUA, JenisRiwayat
from docservice.riwayat.models import Riwayat


def kini(pegawai: Pegawai, jenis: str, pada: date | None = None) -> Riwayat | None:
    """On *pada* (today): validated, begun by then, not replaced by a correction, and not one that stands apart."""
    return paling_berlaku(Riwayat.objects.milik(pegawai).jenis(jenis).tervalidasi(), SEMUA[jenis], pada)


def paling_berlaku(sah: Iterable[Riwayat], jenis: JenisRiwayat, pada: date | None = None) -> Riwayat | None:
    """The same among rows of that kind which the caller holds already."""
    hari = pada or timezone.localdate()
    sudah = (satu for satu in sah if (satu.tmt is None or satu.tmt <= hari) and not jenis.terpisah(satu.data))
    lengkap = ((_bobot(jenis, satu), satu.tmt or date.min, satu.pk, satu) for satu in sudah)
    return max(lengkap, key=lambda satu: satu[:3], default=(None,))[-1]


def _bobot(jenis: JenisRiwayat, satu: Riwayat) -> int:
    """Rows of old systems that lack what the form asks for weigh least."""
    return jenis.bobot(satu.data) if jenis.wajib <= satu.data.keys() else -1
