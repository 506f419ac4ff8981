"""Damaged at random, a good file is never valid, breaks nothing and takes no unusual time.

The suite tries a sample, ``make siksa`` 5,000.
"""

import os
import re
import resource
import time

import pytest

from signing import Verdict
from tests.signing.attacks import Workshop
from tests.signing.judging import judged
from tests.signing.mutants import mutants

COUNT = int(os.environ.get("MUTASI", "300"))
MATERIAL = ("letter", "archived", "visible")
_NAME = re.compile(rb"(?<=> )<[0-9a-f]{32}>(?= ?\]\s+/Prev)")
SECONDS, BYTES = 30, 1_000_000_000


@pytest.mark.parametrize("material", MATERIAL)
def test_a_damaged_file_is_never_valid(material, pki, sign, trust):
    good = getattr(Workshop(pki, sign), material)
    for number, (kind, bad) in enumerate(mutants(good, COUNT // len(MATERIAL), seed=7319)):
        if _only_another_name(good, bad):
            continue
        start = time.process_time()
        report = judged(bad, trust)
        assert report.verdict is not Verdict.VALID, (material, number, kind)
        assert report.reasons
        assert time.process_time() - start < SECONDS, (material, number, kind)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 < BYTES


def _only_another_name(good: bytes, bad: bytes) -> bool:
    """The second half of a file's identifier is any sixteen bytes (ISO 32000-1 §14.4): another one is as good."""
    return len(good) == len(bad) and _NAME.sub(b"", good) == _NAME.sub(b"", bad)
