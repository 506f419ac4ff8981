"""One page of one office while another office has fifty thousand scans in the queue, in a house of its own."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from docservice.peragaan.bangku.intake import di_rumah_sendiri
from storage.clamd_dev import running


def ukur() -> dict[str, Any]:
    """Figures of ``antrean_anak``; see there. Raises ``CalledProcessError`` when it fails."""
    with tempfile.TemporaryDirectory(prefix="bangku-") as folder:
        Path(folder).chmod(0o755)  # clamd leaves root
        with running(Path(folder, "clamd")) as scanner:
            hasil = di_rumah_sendiri(Path(folder), "antrean_anak", CLAMD_URL=scanner)
    isi: dict[str, Any] = json.loads(hasil)
    return isi
