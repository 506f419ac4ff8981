"""Every way a scanner can fail: never clean, never an exception, and told apart for the retry."""

from __future__ import annotations

import os
import socket
import struct
import tempfile
import threading
import time
from pathlib import Path

import pytest

from storage import ClamdScanner, ScanVerdict, clamd_dev
from tests.storage.clamd_palsu import Behaviour, command, replying, serving, whole_stream

UNAVAILABLE, UNSCANNABLE = ScanVerdict.UNAVAILABLE, ScanVerdict.UNSCANNABLE


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "surat.pdf"
    path.write_bytes(b"%PDF-1.7 " + bytes(300_000))
    return path


def hangs_up(connection: socket.socket) -> None:
    command(connection)


def hangs_up_after_the_file(connection: socket.socket) -> None:
    command(connection)
    whole_stream(connection)


def resets(connection: socket.socket) -> None:
    command(connection)
    connection.recv(1000)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def says_nothing(connection: socket.socket) -> None:
    command(connection)
    whole_stream(connection)
    connection.recv(1)  # until the client gives up


def never_reads(connection: socket.socket) -> None:
    threading.Event().wait(3)


def drips(connection: socket.socket) -> None:
    """Each byte comes soon, the whole never: a time-out per read would wait for ever."""
    command(connection)
    whole_stream(connection)
    while True:
        connection.sendall(b"s")
        time.sleep(0.05)


def refuses_the_size(connection: socket.socket) -> None:
    if command(connection) != b"zINSTREAM\0":
        return
    connection.recv(100)
    connection.sendall(b"1: INSTREAM size limit exceeded. ERROR\0")
    time.sleep(0.2)


SILENT = {
    "hangs up": hangs_up,
    "dies after the file": hangs_up_after_the_file,
    "resets": resets,
    "silent": says_nothing,
    "never reads": never_reads,
    "drips": drips,
    "empty": replying(b""),
    "cut": replying(b"strea"),
    "clean, but cut": replying(b"stream: OK"),
    "finding, but cut": replying(b"stream: X FOUND"),
    "flood": replying(b"x" * 10_000),
}


@pytest.mark.parametrize("behaviour", SILENT.values(), ids=SILENT.keys())
def test_no_whole_answer_is_unavailable(file: Path, behaviour: Behaviour) -> None:
    with serving(behaviour) as url:
        assert ClamdScanner(url, timeout=0.5).scan(file).verdict is UNAVAILABLE


@pytest.mark.parametrize(
    "answer",
    [
        b"INSTREAM: COMMAND READ TIMED OUT\n",
        b"stream: Can't allocate memory ERROR\0",
        b"UNKNOWN COMMAND\0",
        b"\0",
        b"OK\0",
        b"stream: ok\0",
        b"stream: OK \0",
        b" stream: OK\0",
        b"stream: OK\n",
        b"stream: OK\0stream: Win.Test FOUND\0",
        b"fd[10]: OK\0",
        b"1: stream: OK\0",
        b"stream: NOT OK\0",
        b"stream:  FOUND\0",
        b"<html>stream: OK</html>\n",
    ],
)
def test_an_answer_that_is_not_exactly_clean_is_unscannable(file: Path, answer: bytes) -> None:
    with serving(replying(answer)) as url:
        assert ClamdScanner(url, timeout=2).scan(file).verdict is UNSCANNABLE


@pytest.mark.parametrize(
    "name",
    [
        "Heuristics.Limits.Exceeded.MaxFileSize",
        "Heuristics.Limits.Exceeded.MaxRecursion",
        "Heuristics.Limits.Exceeded.MaxScanTime",
        "Heuristics.Encrypted.PDF",
    ],
)
def test_a_limit_or_a_password_reported_as_a_finding_is_no_virus(file: Path, name: str) -> None:
    with serving(replying(f"stream: {name} FOUND\0".encode())) as url:
        result = ClamdScanner(url, timeout=2).scan(file)
    assert (result.verdict, result.signature) == (UNSCANNABLE, name)


@pytest.mark.parametrize("number", [b"", b"2: ", b"0: ", b"11: ", b"1:", b" 1: ", b"1: 1: "])
@pytest.mark.parametrize("answer", [b"stream: OK\0", b"stream: Win.Test FOUND\0"])
def test_an_answer_to_another_question_is_none(file: Path, number: bytes, answer: bytes) -> None:
    with serving(replying(answer, number=number)) as url:
        assert ClamdScanner(url, timeout=2).scan(file).verdict is UNSCANNABLE


def test_a_time_out_that_clamd_says_without_a_number_is_unscannable(file: Path) -> None:
    with serving(replying(b"COMMAND READ TIMED OUT\n", number=b"")) as url:
        assert ClamdScanner(url, timeout=2).scan(file).verdict is UNSCANNABLE


def test_a_finding_keeps_its_name(file: Path) -> None:
    with serving(replying(b"stream: Pdf.Exploit.CVE_2010_0188-1 FOUND\0")) as url:
        result = ClamdScanner(url, timeout=2).scan(file)
    assert (result.verdict, result.signature) == (ScanVerdict.INFECTED, "Pdf.Exploit.CVE_2010_0188-1")


def test_only_the_exact_answer_is_clean(file: Path) -> None:
    with serving(replying(b"stream: OK\0")) as url:
        assert ClamdScanner(url, timeout=2).scan(file).verdict is ScanVerdict.CLEAN


def test_a_size_refused_in_the_middle_of_sending_is_unscannable(file: Path) -> None:
    with serving(refuses_the_size) as url:
        result = ClamdScanner(url, timeout=2).scan(file)
    assert (result.verdict, result.signature) == (UNSCANNABLE, "INSTREAM size limit exceeded. ERROR")


def test_the_deadline_is_for_the_whole_conversation(file: Path) -> None:
    with serving(drips) as url:
        before = time.monotonic()
        ClamdScanner(url, timeout=0.3).scan(file)
    assert time.monotonic() - before < 0.3 + 0.3 + 10  # its share for the size, and air for a busy machine


def test_a_port_nobody_listens_on_is_unavailable(file: Path) -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        url = f"tcp://127.0.0.1:{reserved.getsockname()[1]}"
        assert ClamdScanner(url, timeout=1).scan(file).verdict is UNAVAILABLE
        assert not ClamdScanner(url, timeout=1).health().available


def test_a_socket_that_is_missing_or_left_behind_is_unavailable(file: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "clamd.sock"
        assert ClamdScanner(f"unix://{path}", timeout=1).scan(file).verdict is UNAVAILABLE
        with socket.socket(socket.AF_UNIX) as left:
            left.bind(str(path))
        assert path.exists()
        assert ClamdScanner(f"unix://{path}", timeout=1).scan(file).verdict is UNAVAILABLE


def test_a_full_queue_of_connections_is_unavailable(file: Path) -> None:
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as server:
        server.bind(f"{folder}/s")
        server.listen(0)
        waiting = socket.socket(socket.AF_UNIX)
        waiting.connect(f"{folder}/s")
        assert ClamdScanner(f"unix://{folder}/s", timeout=0.5).scan(file).verdict is UNAVAILABLE
        waiting.close()


def test_a_local_scanner_that_cannot_use_a_descriptor_gets_the_bytes(file: Path) -> None:
    received: list[bytes] = []

    def forwarded(connection: socket.socket) -> None:
        question = command(connection)
        if question == b"zFILDES\0":
            connection.sendall(b"1: No file descriptor received. ERROR\0")
        elif question == b"zINSTREAM\0":
            received.append(whole_stream(connection))
            connection.sendall(b"1: stream: OK\0")

    with tempfile.TemporaryDirectory() as folder, serving(forwarded, unix=Path(folder) / "s") as url:
        assert ClamdScanner(url, timeout=2).scan(file).verdict is ScanVerdict.CLEAN
    assert received == [file.read_bytes()]


def test_a_real_clamd_killed_in_mid_scan_is_unavailable_and_works_again_when_restarted(tmp_path: Path) -> None:
    large = tmp_path / "besar.bin"
    large.write_bytes(os.urandom(60_000_000))
    for after in (0.0, 0.02, 0.1, 0.2, None):
        with tempfile.TemporaryDirectory(prefix="clamd-") as folder, clamd_dev.running(Path(folder)) as url:
            assert ClamdScanner(url).health().available  # the one before was killed
            if after is not None:
                pid = int((Path(folder) / "clamd.pid").read_text())
                killer = threading.Timer(after, os.kill, (pid, 9))
                killer.start()
                assert ClamdScanner(url).scan(large).verdict is UNAVAILABLE
                killer.join()
                assert not ClamdScanner(url).health().available
