"""The strict client against a real clamd."""

from __future__ import annotations

import socket
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage import ClamdScanner, ScanVerdict, StoreUnavailable, clamd_dev
from storage.scanner import parse_version
from tests.storage.clamd_palsu import command, serving, whole_stream


@pytest.fixture
def over_tcp(clamd_url: str):
    """The same clamd through a plain TCP relay: the INSTREAM road."""
    if clamd_url.startswith("tcp:"):
        yield ClamdScanner(clamd_url)
        return
    path = clamd_url.removeprefix("unix://")

    def relay(client: socket.socket) -> None:
        with socket.socket(socket.AF_UNIX) as real:
            real.connect(path)
            threading.Thread(target=pump, args=(client, real), daemon=True).start()
            pump(real, client)

    with serving(relay) as url:
        yield ClamdScanner(url)


def pump(source: socket.socket, target: socket.socket) -> None:
    try:
        while piece := source.recv(65536):
            target.sendall(piece)
    except OSError:
        return


CASES = [
    (b"surat biasa", ScanVerdict.CLEAN, None),
    (b"", ScanVerdict.CLEAN, None),
    (clamd_dev.eicar(), ScanVerdict.INFECTED, "Local.Eicar"),
    (b"isi " + clamd_dev.MARKER + b" isi", ScanVerdict.INFECTED, "Local.Marker.Test"),
]
IDS = ["clean", "empty", "eicar", "marker"]


@pytest.mark.parametrize(("content", "verdict", "name"), CASES, ids=IDS)
def test_it_judges_through_the_passed_descriptor(scanner, tmp_path, content, verdict, name) -> None:
    judged(scanner, tmp_path, content, verdict, name)


@pytest.mark.parametrize(("content", "verdict", "name"), CASES, ids=IDS)
def test_it_judges_through_a_stream(over_tcp, tmp_path, content, verdict, name) -> None:
    judged(over_tcp, tmp_path, content, verdict, name)


def judged(scanner, tmp_path, content, verdict, name) -> None:
    path = tmp_path / "berkas"
    path.write_bytes(content)
    result = scanner.scan(path)
    assert result.verdict is verdict
    assert result.engine.startswith("ClamAV ")
    assert (result.signature or "").startswith(name or "")


def test_malware_behind_the_size_limit_is_not_called_clean(tmp_path: Path) -> None:
    path = tmp_path / "besar"
    path.write_bytes(bytes(3_000_000) + clamd_dev.eicar())
    with (
        tempfile.TemporaryDirectory(prefix="clamd-") as folder,
        clamd_dev.running(Path(folder), upload_limit_mb=2) as url,
    ):
        result = ClamdScanner(url).scan(path)
    assert (result.verdict, result.signature) == (
        ScanVerdict.UNSCANNABLE,
        "Heuristics.Limits.Exceeded.MaxFileSize",
    )


def test_its_health_tells_engine_and_lack_of_official_signatures(scanner: ClamdScanner) -> None:
    health = scanner.health()
    assert (health.available, health.signatures_date, health.detail) == (True, None, "")
    assert (health.engine or "").startswith("ClamAV ")


@pytest.mark.parametrize(("setting", "opens"), [("yes", False), ("no", True)])
def test_its_health_tells_whether_it_calls_clean_what_it_did_not_look_at(
    monkeypatch: pytest.MonkeyPatch, setting: str, opens: bool
) -> None:
    conf = clamd_dev._CONF.replace("AlertExceedsMax yes", f"AlertExceedsMax {setting}")
    monkeypatch.setattr(clamd_dev, "_CONF", f"{conf}MaxRecursion 100\n")
    with tempfile.TemporaryDirectory(prefix="clamd-") as folder, clamd_dev.running(Path(folder)) as url:
        assert (health := ClamdScanner(url).health(thorough=True)).fails_open is opens
        assert not ClamdScanner(url).health().fails_open  # not asked
    assert health.available


def test_many_scans_at_once_are_all_answered(scanner: ClamdScanner, tmp_path: Path) -> None:
    files = []
    for number in range(40):
        files.append(tmp_path / str(number))
        files[-1].write_bytes(clamd_dev.eicar() if number % 4 == 0 else bytes(50_000))
    with ThreadPoolExecutor(16) as pool:
        verdicts = [result.verdict for result in pool.map(scanner.scan, files)]
    wanted = [ScanVerdict.INFECTED, ScanVerdict.CLEAN, ScanVerdict.CLEAN, ScanVerdict.CLEAN]
    assert verdicts == wanted * 10


def test_the_version_of_an_official_database_has_a_date() -> None:
    engine, date = parse_version("ClamAV 1.4.6/27500/Fri Nov 20 08:29:01 2026")
    assert (engine, date) == ("ClamAV 1.4.6/27500", datetime(2026, 11, 20, 8, 29, 1, tzinfo=UTC))


@pytest.mark.parametrize("text", ["", "HTTP/1.1 400", "ClamAV 1.4.6/27500/kemarin"])
def test_an_odd_version_has_no_date(text: str) -> None:
    assert parse_version(text)[1] is None


@pytest.mark.parametrize("url", ["", "clamd", "http://127.0.0.1:3310", "tcp://", "unix://", "tcp:3310"])
def test_another_kind_of_address_is_refused_at_once(url: str) -> None:
    with pytest.raises(ValueError, match="alamat clamd"):
        ClamdScanner(url)


def test_a_file_we_cannot_read_is_our_trouble_not_the_scanners(scanner: ClamdScanner, tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        scanner.scan(tmp_path / "tidak-ada")


AGES = [(1, "clean", False), (8, "unavailable", True), (None, "unavailable", True)]


@pytest.mark.parametrize(("days", "verdict", "stale"), AGES)
def test_only_signatures_of_these_days_call_anything_clean(
    tmp_path: Path, days: int | None, verdict: str, stale: bool
) -> None:
    date = f"/27500/{(datetime.now(UTC) - timedelta(days=days)):%a %b %d %H:%M:%S %Y}" if days else ""

    def clamd(connection: socket.socket) -> None:
        for number in range(1, 9):
            match asked := command(connection):
                case b"zINSTREAM\0":
                    infected = b"EICAR" in whole_stream(connection)
                    answer = b"stream: Eicar FOUND" if infected else b"stream: OK"
                case b"zPING\0":
                    answer = b"PONG"
                case _:
                    assert asked == b"zVERSION\0"
                    answer = f"ClamAV 1.4.6{date}".encode()
            connection.sendall(b"%d: %s\0" % (number, answer))

    path, bad = tmp_path / "surat", tmp_path / "jahat"
    path.write_bytes(b"surat")
    bad.write_bytes(clamd_dev.eicar())
    with serving(clamd) as url:
        strict = ClamdScanner(url, max_age=timedelta(days=7))
        assert strict.scan(path).verdict == verdict
        assert strict.scan(bad).verdict is ScanVerdict.INFECTED  # old signatures are right about what they find
        assert (strict.health().available, strict.health().stale) == (True, stale)
        assert ClamdScanner(url).scan(path).verdict is ScanVerdict.CLEAN
