"""Damaged at random, a good file is never valid, breaks nothing and takes no unusual time.

The suite tries a sample, ``make siksa`` 5,000.
"""

import os
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import NamedTuple

import pytest

from signing import TrustStore, Verdict
from tests.ingatan import peak
from tests.signing.attacks import Workshop
from tests.signing.judging import judged
from tests.signing.mutants import mutants, only_another_name

COUNT = int(os.environ.get("MUTASI", "300"))
MATERIAL = ("letter", "archived", "visible")
SECONDS, BYTES = 30, 1_000_000_000


class Survey(NamedTuple):
    tried: int
    deceived: list[tuple[int, str]]
    unexplained: list[tuple[int, str]]
    slowest: float
    peak: int


@pytest.fixture(scope="module")
def apart() -> Iterator[ProcessPoolExecutor]:
    """A process where nothing else ran: its peak of memory is the verifier's and no other test's."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        yield pool


@pytest.mark.parametrize("material", MATERIAL)
def test_a_damaged_file_is_never_valid(material, pki, sign, trust, apart):
    good = getattr(Workshop(pki, sign), material)
    survey = apart.submit(surveyed, good, trust, COUNT // len(MATERIAL)).result()
    assert survey.tried > COUNT // len(MATERIAL) * 0.9
    assert survey.deceived == []
    assert survey.unexplained == []
    assert survey.slowest < SECONDS
    assert survey.peak < BYTES


def surveyed(good: bytes, trust: TrustStore, count: int) -> Survey:
    deceived, unexplained, times = [], [], []
    for number, (kind, bad) in enumerate(mutants(good, count, seed=7319)):
        if only_another_name(good, bad):
            continue
        start = time.process_time()
        report = judged(bad, trust)
        times.append(time.process_time() - start)
        if report.verdict is Verdict.VALID:
            deceived.append((number, kind))
        if not report.reasons:
            unexplained.append((number, kind))
    return Survey(len(times), deceived, unexplained, max(times), peak())
