"""Addresses before Django reads its settings; the servers behind them start with the session.

The controller decides once; xdist workers inherit its environment and differ only in ``VAR_DIR``.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from storage.keys import add_key
from tests.server import clamd, elasticsearch, pki, postgres, redis, s3

# What a developer's shell may hold must never reach a test: a real database, a real archive.
ASING = (
    "DATABASE_URL",
    "STORAGE_URL",
    "SEARCH_URL",
    "CELERY_BROKER_URL",
    "CACHE_URL",
    "SIGNING_URL",
    "TRUST_DIR",
)


def klaster() -> bool:
    """Whether this run is of the cluster's size (``UKURAN=klaster``): PostgreSQL, Redis, S3, Elasticsearch."""
    return os.environ.get("UKURAN") == "klaster"


def siapkan(rumah: Path | None = None) -> None:
    """Fill the environment of this process, controller or worker. *rumah*: a folder that outlives this run."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        _pilih_alamat(rumah or Path(tempfile.mkdtemp(prefix="docservice-")))
    dasar = Path(os.environ["UJI_DIR"])
    var = dasar / f"var-{os.environ.get('PYTEST_XDIST_WORKER', 'utama')}"
    (var / "statis").mkdir(
        parents=True, exist_ok=rumah is not None
    )  # WhiteNoise warns about a missing folder, even an unused one
    os.environ["VAR_DIR"] = str(var)
    if klaster():  # one server each, an index and a prefix of its own for each worker
        os.environ["SEARCH_URL"] = f"{os.environ['UJI_ELASTICSEARCH']}/{var.name}"
        os.environ["STORAGE_URL"] = s3.alamat_gudang(var.name)
        add_key(var / "kunci-berkas")  # a bucket's keys are given, never made
    os.environ["DJANGO_SETTINGS_MODULE"] = "docservice.settings"


def _pilih_alamat(dasar: Path) -> None:
    """*dasar* is short: unix sockets bear about 100 characters."""
    dasar.chmod(0o755)  # PostgreSQL runs as another user when we are root
    for nama in ASING:
        os.environ.pop(nama, None)
    os.environ |= {"UJI_DIR": str(dasar), "DOCSERVICE_MODE": "test"}
    os.environ |= clamd.alamat(dasar) | pki.alamat(dasar)
    if klaster():
        os.environ |= postgres.alamat() | redis.alamat() | elasticsearch.alamat() | s3.alamat()
