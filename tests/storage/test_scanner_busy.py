"""The rows of the scanner's failure table that need a real clamd under strain."""

from __future__ import annotations

import socket
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pytest

from storage import ClamdScanner, ScanVerdict, clamd_dev


def stalled(path: str) -> socket.socket:
    """A client that announces a file and never sends it."""
    client = socket.socket(socket.AF_UNIX)
    client.settimeout(5)
    client.connect(path)
    client.sendall(b"zINSTREAM\0")
    return client


def test_clients_that_stall_do_not_keep_others_from_their_verdict(tmp_path: Path) -> None:
    bad, good = tmp_path / "jahat", tmp_path / "baik"
    bad.write_bytes(clamd_dev.eicar())
    good.write_bytes(b"surat biasa")
    with (
        tempfile.TemporaryDirectory(prefix="clamd-") as folder,
        clamd_dev.running(Path(folder)) as url,
        ExitStack() as held,
    ):
        for _ in range(8):
            held.enter_context(stalled(url.removeprefix("unix://")))
        scanner = ClamdScanner(url, timeout=20)
        assert scanner.scan(bad).verdict is ScanVerdict.INFECTED
        assert scanner.scan(good).verdict is ScanVerdict.CLEAN


def test_more_stalled_clients_than_it_bears_never_make_malware_clean(tmp_path: Path) -> None:
    bad = tmp_path / "jahat"
    bad.write_bytes(clamd_dev.eicar())
    with (
        tempfile.TemporaryDirectory(prefix="clamd-") as folder,
        clamd_dev.running(Path(folder)) as url,
        ExitStack() as held,
    ):
        for _ in range(80):
            try:
                held.enter_context(stalled(url.removeprefix("unix://")))
            except OSError:
                break
        assert ClamdScanner(url, timeout=2).scan(bad).verdict in (ScanVerdict.UNAVAILABLE, ScanVerdict.INFECTED)


@pytest.mark.parametrize(
    "row", ["AlertExceedsMax yes", "StreamMaxLength 110M", "MaxFileSize 110M", "AlertEncrypted yes"]
)
def test_the_limits_without_which_clamd_fails_open_are_in_our_configuration(tmp_path: Path, row: str) -> None:
    assert row in clamd_dev.write_config(tmp_path).read_text().splitlines()
