"""Known attacks are never called valid, and each gets a sentence."""

import re

import pytest

from signing import Placement, Verdict, validate
from tests.signing import attacks, samples
from tests.signing.attacks.pdf import update
from tests.signing.conftest import BUDI

AFTER_SIGNING = [
    attacks.new_page_content,
    attacks.raw_objects,
    attacks.garbage,
    attacks.annotation,
    attacks.attachment,
    attacks.open_action,
    attacks.new_title,
    attacks.removed_signature,
    attacks.copied_signature,
    attacks.rewritten,
]


@pytest.mark.parametrize("attack", AFTER_SIGNING, ids=lambda a: a.__name__)
def test_what_is_appended_after_signing_is_never_valid(attack, signed, trust):
    report = validate(attack(signed["B-LTA"]), trust=trust)
    assert report.verdict in {Verdict.INVALID, Verdict.UNREADABLE}, report
    assert report.reasons
    assert all(reason.endswith(".") for reason in report.reasons)


def test_a_removed_signature_does_not_make_an_unsigned_file(signed, trust):
    report = validate(attacks.removed_signature(signed["B-B"]), trust=trust)
    assert report.verdict is Verdict.INVALID
    assert "dilepas" in report.reasons[0]


@pytest.mark.parametrize("attack", [attacks.moved_field, attacks.new_field_picture], ids=lambda a: a.__name__)
def test_a_signed_field_may_not_change(attack, sign, trust):
    signed = sign(samples.with_field(), level="B-LT", field_name=samples.FIELD)
    assert validate(signed, trust=trust).verdict is Verdict.VALID
    assert validate(attack(signed), trust=trust).verdict is Verdict.INVALID


def test_objects_slipped_into_the_unsigned_revision_are_found(signed, trust):
    report = validate(attacks.objects_between(signed["B-LT"]), trust=trust)
    assert report.verdict is Verdict.INVALID
    assert any("tidak tercatat" in reason for reason in report.reasons)


def test_a_wrapped_signature_whose_digest_still_matches_is_found(signed, trust):
    report = validate(attacks.wrapped(signed["B-B"]), trust=trust, online=True)
    assert report.verdict is Verdict.INVALID
    (signature,) = report.signatures
    assert not any("Isi dokumen tidak sama" in reason for reason in signature.reasons), "the attack is a real one"
    assert any("Celah" in reason for reason in signature.reasons)


@pytest.mark.parametrize(
    "new",
    [
        b"/ByteRange []",
        b"/ByteRange [0 0 0 0]",
        b"/ByteRange [0 10 20]",
        b"/ByteRange [0 -1 5 5]",
        b"/ByteRange null",
        b"/ByteRange [1 2 3 4]",
        b"/ByteRangf [0 1 2 3]",
        b"/ByteRange [0 9999999 1 1]",
    ],
)
def test_a_broken_byte_range_is_never_valid(new, signed, trust):
    report = validate(attacks.with_ranges(signed["B-B"], new), trust=trust)
    assert report.verdict is Verdict.INVALID, report


@pytest.mark.parametrize("fill", [b"0", b"F", b" ", b"z"])
def test_a_blank_container_is_never_valid(fill, signed, trust):
    data = signed["B-B"]
    _, first, second, _ = attacks.ranges(data)
    report = validate(data[: first + 1] + fill * (second - first - 2) + data[second - 1 :], trust=trust)
    assert report.verdict in {Verdict.INVALID, Verdict.UNREADABLE}


def test_a_missing_container_is_never_valid(signed, trust):
    changed = signed["B-B"].replace(b"/Contents <", b"/Contentz <", 1)
    assert validate(changed, trust=trust).verdict is Verdict.INVALID


def test_hidden_text_uncovered_after_signing_is_found(sign, trust):
    signed = sign(attacks.shadow(), level="B-LT")
    assert validate(signed, trust=trust).verdict is Verdict.VALID
    report = validate(attacks.lifted(signed), trust=trust)
    assert report.verdict is Verdict.INVALID
    assert any("diubah" in reason for reason in report.reasons)


def test_a_later_stamp_beside_the_text_is_fine(sign, plain, trust):
    first = sign(plain, level="B-LT")
    second = sign(first, level="B-LTA", who=BUDI.who, placement=Placement(0, (60, 60, 300, 130)))
    assert validate(second, trust=trust).verdict is Verdict.VALID


def test_a_later_signature_picture_that_hides_text_is_found(sign, signer, trust):
    prepared = samples.with_field(second=True, box=(90, 660, 400, 720))
    first = sign(prepared, level="B-LT", field_name="TandaTangan2")
    from pyhanko.pdf_utils import generic

    def cover(writer):
        field = writer.root["/AcroForm"]["/Fields"][0]
        picture = {
            generic.pdf_name(key): value
            for key, value in dict(field["/AP"]["/N"]).items()
            if key not in {"/Filter", "/Length"}
        }
        stream = generic.StreamObject(picture, stream_data=b"1 1 0.9 rg 0 0 310 60 re f")
        field["/AP"] = generic.DictionaryObject({generic.pdf_name("/N"): writer.add_object(stream)})
        writer.update_container(field)

    covered = update(first, cover)
    second = sign(covered, level="B-B", who=BUDI.who, field_name="TandaTangan1")
    report = validate(second, trust=trust, online=True)
    assert report.verdict is Verdict.INVALID, report


def test_one_bad_field_does_not_hide_the_good_one(sign, trust, plain):
    two = sign(sign(plain, level="B-LT"), level="B-LT", who=BUDI.who)
    found = list(re.finditer(rb"/ByteRange \[[^\]]*\]", two))
    last = found[-1]
    broken = two[: last.start()] + b"/ByteRangf" + two[last.start() + 10 :]
    report = validate(broken, trust=trust)
    assert report.verdict is Verdict.INVALID
    assert len(report.signatures) == 2
    assert {s.signer for s in report.signatures if s.signer} == {"Dr. Citra Lestari, M.Si."}
