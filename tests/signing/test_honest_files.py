"""Files that look unusual and are meant well: none is called invalid."""

import pytest

from signing import Verdict
from tests.signing.attacks import HONEST, Workshop
from tests.signing.judging import judged

# Filled in or commented on after the signature: allowed by the format, but the verifier cannot know by whom.
_OPEN = ("form: filled after", "habit, undecided", "beside, undecided")
UNDECIDED = {name for name in HONEST if name.startswith(_OPEN)}


@pytest.fixture(scope="session")
def workshop(pki, sign) -> Workshop:
    return Workshop(pki, sign)


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_file_is_never_invalid(name, workshop, trust):
    """With the network, since some are of a level that carries no evidence."""
    report = judged(HONEST[name](workshop), trust, online=True)
    expected = Verdict.INDETERMINATE if name in UNDECIDED else Verdict.VALID
    assert report.verdict is expected, (name, report.reasons)


def test_there_are_enough_of_them():
    assert len(HONEST) >= 60
