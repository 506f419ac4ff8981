"""What runs by itself."""

from __future__ import annotations

from docservice.antrean.pekerjaan import Klaim
from docservice.laporan.bulanan import kabarkan_tugas
from docservice.laporan.pengingat import ingatkan_semua


def harian(subjek: str, klaim: Klaim) -> None:
    """Remind of running campaigns; once a month tell fasilitators what is theirs to see to."""
    ingatkan_semua()
    kabarkan_tugas()
