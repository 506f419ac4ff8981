"""Every file of the published attack classes, in every variant we could think of: none is ever valid."""

import pytest

from signing import Verdict
from tests.signing.attacks import ATTACKS, ONLINE, Workshop
from tests.signing.attacks.declared import values_with_bits_that_do_not_count
from tests.signing.judging import judged

CLASSES: tuple[str, ...] = (
    "USF",
    "ISA",
    "SWA",
    "ByteRange",
    "Contents",
    "CMS",
    "EAA",
    "SSA",
    "overlay",
    "field",
    "xref",
    "weak",
    "usage",
)
CLASSES += ("shadow hide", "shadow replace", "shadow hide and replace", "certificate", "timestamp", "masking")


@pytest.fixture(scope="session")
def workshop(pki, sign) -> Workshop:
    return Workshop(pki, sign)


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_never_valid(name, workshop, trust):
    report = judged(ATTACKS[name](workshop), trust, online=name in ONLINE)
    assert report.verdict is not Verdict.VALID, name
    assert report.reasons
    assert all(reason.endswith(".") for reason in (*report.reasons, *report.reasons_en))
    assert report.to_dict()["reasons_en"] != report.reasons


def test_no_signature_value_of_the_evidence_has_bits_that_do_not_count(workshop, trust):
    """Half of these values end in 0 and are read by the library: which half changes with every run."""
    bent = list(values_with_bits_that_do_not_count(workshop))
    assert len(bent) >= 8
    assert all(judged(file, trust).verdict is not Verdict.VALID for file in bent)


def test_no_class_of_attacks_is_left_out():
    assert len(ATTACKS) >= 60
    for kind in CLASSES:
        assert any(name.startswith(kind) for name in ATTACKS), kind


@pytest.mark.parametrize("material", ["letter", "archived", "visible"])
def test_the_files_the_attacks_begin_with_are_valid(material, workshop, trust):
    assert judged(getattr(workshop, material), trust).verdict is Verdict.VALID
