"""One-page 300-dpi scans from the upload to the index against bare Tesseract on the same pages, in the same run.

In a house of its own (temporary database, files, index, clamd), so that measuring leaves nothing in the archive.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings

from storage.clamd_dev import running

SENDIRI = ("DATABASE_URL", "STORAGE_URL", "SEARCH_URL", "CELERY_BROKER_URL", "CACHE_URL")


def ukur() -> dict[str, Any]:
    """Figures of ``intake_anak``; see there. Raises ``CalledProcessError`` when it fails."""
    with tempfile.TemporaryDirectory(prefix="bangku-") as folder:
        Path(folder).chmod(0o755)  # clamd leaves root
        with running(Path(folder, "clamd")) as scanner:
            hasil = di_rumah_sendiri(Path(folder), "intake_anak", CLAMD_URL=scanner, UPLOAD_LIMIT_MB="110")
    isi: dict[str, Any] = json.loads(hasil)
    return isi


def di_rumah_sendiri(folder: Path, modul: str, *pilihan: str, **setelan: str) -> bytes:
    """What a module of this package prints in a process whose settings point into *folder*."""
    env = {nama: nilai for nama, nilai in os.environ.items() if nama not in SENDIRI}
    env |= {"VAR_DIR": f"{folder}/var", "DOCSERVICE_MODE": "test", "LOG_LEVEL": "ERROR", **setelan}
    perintah = [sys.executable, "-W", "ignore", "-m", f"docservice.peragaan.bangku.{modul}", *pilihan]
    return subprocess.run(perintah, env=env, cwd=settings.BASE_DIR, stdout=subprocess.PIPE, check=True).stdout
