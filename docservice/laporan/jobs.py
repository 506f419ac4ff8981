"""What runs by itself."""

from __future__ import annotations

from docservice.antrean.pekerjaan import Klaim
from docservice.laporan.pengingat import ingatkan_semua


def harian(subjek: str, klaim: Klaim) -> None:
    """Remind of running campaigns."""
    ingatkan_semua()
