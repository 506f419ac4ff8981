"""Sessions with the scanner: shared one after the other, never mixed up, thrown away at the first doubt."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage import ClamdScanner, ScanVerdict, clamd_dev, clamd_pool
from storage.clamd_pool import SIZE, Pool, pool_of
from storage.clamd_wire import NoAnswer
from tests.storage.clamd_palsu import command, serving, whole_stream

CLEAN, INFECTED, UNAVAILABLE = ScanVerdict.CLEAN, ScanVerdict.INFECTED, ScanVerdict.UNAVAILABLE


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "surat.pdf"
    path.write_bytes(b"%PDF-1.7 surat biasa")
    return path


@contextmanager
def talking(*answers: bytes) -> Iterator[tuple[str, list[list[bytes]]]]:
    """A clamd that gives *answers* in order, whoever asks, on as many connections as it takes; b"" hangs up.

    Yields its address and, per connection, what was asked there.
    """
    left, seen = list(answers), list[list[bytes]]()

    def behaviour(connection: socket.socket) -> None:
        asked: list[bytes] = []
        seen.append(asked)
        while True:
            asked.append(command(connection))
            if asked[-1] == b"zINSTREAM\0":
                whole_stream(connection)
            answer = left.pop(0) if left else b""
            if not answer:
                return
            connection.sendall(answer)

    with serving(behaviour) as url:
        yield url, seen


def test_files_follow_each_other_in_one_session(file: Path) -> None:
    answers = (b"1: stream: OK\0", b"2: ClamAV 1.4.6\0", b"3: stream: X FOUND\0", b"4: stream: OK\0")
    with talking(*answers) as (url, seen):
        scanner = ClamdScanner(url, timeout=2)
        assert [scanner.scan(file).verdict for _ in range(3)] == [CLEAN, INFECTED, CLEAN]
    assert seen == [[b"zINSTREAM\0", b"zVERSION\0", b"zINSTREAM\0", b"zINSTREAM\0"]]


def test_a_late_answer_of_another_file_is_not_taken_for_this_one(file: Path) -> None:
    """The second file's question gets the first one's answer once more: it would be clean."""
    answers = (b"1: stream: OK\0", b"2: ClamAV 1.4.6\0", b"1: stream: OK\0", b"1: stream: X FOUND\0")
    with talking(*answers) as (url, seen):
        scanner = ClamdScanner(url, timeout=2)
        assert scanner.scan(file).verdict is CLEAN
        assert scanner.scan(file).verdict is ScanVerdict.UNSCANNABLE
        assert scanner.scan(file).verdict is INFECTED
    assert len(seen) == 2


def test_what_is_said_unasked_ends_the_session(file: Path) -> None:
    with talking(b"1: stream: OK\0", b"2: ClamAV 1.4.6\x003: stream: OK\0", b"1: stream: X FOUND\0") as (url, seen):
        scanner = ClamdScanner(url, timeout=2)
        assert scanner.scan(file).verdict is CLEAN
        assert scanner.scan(file).verdict is INFECTED
    assert len(seen) == 2


def test_a_session_that_died_while_it_rested_is_no_outage(file: Path) -> None:
    """It fails in the middle of the second file; a new one is asked about the same file from its beginning."""
    answers = (b"1: stream: OK\0", b"2: ClamAV 1.4.6\0", b"", b"1: stream: X FOUND\0")
    with talking(*answers) as (url, seen):
        scanner = ClamdScanner(url, timeout=2)
        assert scanner.scan(file).verdict is CLEAN
        assert scanner.scan(file).verdict is INFECTED
    assert [len(asked) for asked in seen] == [3, 1]


def test_a_new_session_that_fails_is_an_outage_at_once(file: Path) -> None:
    with talking(b"", b"1: stream: OK\0") as (url, seen):
        assert ClamdScanner(url, timeout=2).scan(file).verdict is UNAVAILABLE
    assert len(seen) == 1


def test_health_is_asked_as_a_newcomer(file: Path) -> None:
    answers = (b"1: stream: OK\0", b"2: ClamAV 1.4.6\0", b"1: PONG\0", b"2: ClamAV 1.4.6\0")
    with talking(*answers) as (url, seen):
        scanner = ClamdScanner(url, timeout=2)
        scanner.scan(file)
        assert scanner.health().available
    assert [asked[0] for asked in seen] == [b"zINSTREAM\0", b"zPING\0"]


def test_more_conversations_than_there_are_places_wait_and_give_up_in_time() -> None:
    hold, opened = threading.Event(), threading.Semaphore(0)

    def silent(connection: socket.socket) -> None:
        opened.release()
        hold.wait(5)

    with serving(silent) as url, ThreadPoolExecutor(SIZE) as others:
        pool = Pool(url)

        def keep() -> None:
            with pool.session(time.monotonic() + 5):
                hold.wait(5)

        held = [others.submit(keep) for _ in range(SIZE)]
        for _ in range(SIZE):
            opened.acquire(timeout=5)
        with pytest.raises(NoAnswer, match="terpakai"), pool.session(time.monotonic() + 0.1):
            pass
        assert "terpakai" not in (ClamdScanner(url, timeout=0.1).health().detail or "")  # it asks for itself
        hold.set()
        for one in held:
            one.result()
        with pool.session(time.monotonic() + 5):
            pass


def test_a_session_does_not_rest_until_clamd_hangs_up(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clamd_pool, "IDLE", 0.0)
    with talking(b"1: stream: OK\0", b"1: ClamAV 1.4.6\0", b"1: stream: OK\0") as (url, seen):
        scanner = ClamdScanner(url, timeout=2)
        assert [scanner.scan(file).verdict for _ in range(2)] == [CLEAN, CLEAN]
    assert len(seen) == 3


def test_a_forked_process_leaves_the_sessions_of_its_parent_alone(file: Path) -> None:
    with talking(b"1: stream: OK\0", b"2: ClamAV 1.4.6\0", b"1: stream: OK\0", b"3: stream: OK\0") as (url, seen):
        scanner = ClamdScanner(url, timeout=2)
        scanner.scan(file)
        child = os.fork()
        if child == 0:
            os._exit(0 if scanner.scan(file).verdict is CLEAN else 1)
        assert os.waitpid(child, 0)[1] == 0
        assert scanner.scan(file).verdict is CLEAN
    assert [asked[0] for asked in seen] == [b"zINSTREAM\0"] * 2
    assert len(seen[0]) == 3


def test_a_real_clamd_keeps_many_threads_of_one_process_apart(clamd_url: str, tmp_path: Path) -> None:
    bad, good = tmp_path / "jahat", tmp_path / "baik"
    bad.write_bytes(clamd_dev.MARKER)
    good.write_bytes(b"surat biasa")
    wanted = [(bad, INFECTED) if n % 3 == 0 else (good, CLEAN) for n in range(60)]
    scanner = ClamdScanner(clamd_url)
    with ThreadPoolExecutor(2 * SIZE) as threads:
        verdicts = list(threads.map(lambda one: scanner.scan(one[0]).verdict, wanted))
    assert verdicts == [verdict for _, verdict in wanted]
    assert 0 < len(pool_of(clamd_url)._idle) <= SIZE
