"""A real clamd with our own two signatures, and a store on a real disk."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage

from storage import BlobStore, ClamdScanner, KeyRing, SealedShelf, clamd_dev
from tests.server import s3 as server_s3
from tests.storage.toko import Toko, bucket, disk


@pytest.fixture(scope="session")
def clamd_url() -> Iterator[str]:
    """CLAMD_URL when set (it must know our recipe's signatures), else one of our own.

    The folder is made here because unix socket paths must stay short.
    """
    if configured := os.environ.get("CLAMD_URL"):
        yield configured
        return
    with tempfile.TemporaryDirectory(prefix="clamd-") as folder, clamd_dev.running(Path(folder)) as url:
        yield url


@pytest.fixture
def scanner(clamd_url: str) -> ClamdScanner:
    return ClamdScanner(clamd_url)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "berkas"


@pytest.fixture
def store(root: Path) -> BlobStore:
    return BlobStore(FileSystemStorage(location=str(root)))


@pytest.fixture
def away(tmp_path: Path) -> ClamdScanner:
    """A scanner nobody answers for."""
    return ClamdScanner(f"unix://{tmp_path}/tidak-ada.sock", timeout=1)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "penuh"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting a small disk needs root; the file-size limit below proves the same path")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.fixture(scope="session")
def s3() -> Iterator[server_s3.S3]:
    """A real S3 server with one bucket; credentials come from the environment, as in production."""
    with tempfile.TemporaryDirectory(prefix="s3-") as folder, pytest.MonkeyPatch.context() as environment:
        for name, value in server_s3.KUNCI.items():
            environment.setenv(name, value)
        server = server_s3.mulai(Path(folder))
        try:
            server.buat_ember()
            yield server
        finally:
            server.proses.hentikan()


@pytest.fixture(params=["disk", "s3", "disk sealed", "s3 sealed"])
def toko(request: pytest.FixtureRequest, tmp_path: Path) -> Toko:
    """The same promises on every kind of place, open and sealed."""
    place, _, sealing = request.param.partition(" ")
    shelf = disk(tmp_path) if place == "disk" else bucket(request.getfixturevalue("s3"), tmp_path)
    return Toko(BlobStore(SealedShelf(shelf, KeyRing([b"k" * 32])) if sealing else shelf), shelf)
