"""One changed byte anywhere is never valid, and the report says why."""

import random
import re

import pytest

from signing import TrustStore, Verdict
from signing.verifier.child import examine_bytes
from signing.verifier.policy import Circumstances
from tests.signing import attacks
from tests.signing.mutants import only_another_name


def judged(data: bytes, trust: TrustStore):
    """In this process: the inside of the sandbox, many times over."""
    return examine_bytes(data, Circumstances(trust, None, online=False))


def changed(data: bytes, at: int, value: int | None = None) -> bytes:
    new = data[at] ^ 1 if value is None else value
    assert new != data[at]
    return data[:at] + bytes([new]) + data[at + 1 :]


def never_valid(data: bytes, trust: TrustStore):
    report = judged(data, trust)
    assert report.verdict in {Verdict.INVALID, Verdict.INDETERMINATE, Verdict.UNREADABLE}
    assert report.reasons
    return report


@pytest.fixture(scope="module")
def archived(signed, trust) -> bytes:
    assert judged(signed["B-LTA"], trust).verdict is Verdict.VALID
    return signed["B-LTA"]


@pytest.mark.parametrize(
    ("region", "pattern"),
    [
        ("header", rb"%PDF"),
        ("page content", rb"stream\r?\n"),
        ("signature dictionary", rb"/SubFilter /ETSI.CAdES"),
        ("claimed time", rb"/M \(D"),
        ("reason", rb"/Reason \("),
        ("byte range", rb"/ByteRange \["),
        ("container", rb"/Contents <"),
        ("catalogue", rb"/Type /Catalog"),
        ("cross-reference", rb"xref\n0"),
        ("evidence", rb"/OCSPs"),
        ("end marker", rb"startxref\n\d+\n%%EO"),
    ],
)
def test_a_byte_in_each_region(region, pattern, archived, trust):
    for found in re.finditer(pattern, archived):
        never_valid(changed(archived, found.end()), trust)


def test_content_changes_are_called_changes(archived, trust):
    at = archived.index(b"/Reason (") + 12
    report = never_valid(changed(archived, at), trust)
    assert report.verdict is Verdict.INVALID
    assert any("diubah" in reason for reason in report.reasons)


def test_padding_behind_the_container_is_not_free_space(archived, trust):
    _, _, second, _ = [
        [int(n) for n in found.groups()]
        for found in re.finditer(rb"/ByteRange \[ ?(\d+) (\d+) (\d+) (\d+) ?\]", archived)
    ][-1]
    assert archived[second - 40 : second - 1] == b"0" * 39
    report = never_valid(changed(archived, second - 20, ord("A")), trust)
    assert any("tersembunyi" in reason for reason in report.reasons)


def test_even_the_case_of_a_hex_digit_counts(archived, trust):
    start = archived.rindex(b"/Contents <") + 11
    at = next(i for i in range(start, len(archived)) if archived[i : i + 1] in b"ABCDEFabcdef")
    never_valid(changed(archived, at, archived[at] ^ 0x20), trust)


def test_random_bytes_everywhere(archived, trust):
    chance = random.Random(7319)
    for _ in range(20):
        at = chance.randrange(len(archived))
        value = chance.choice([v for v in (0, 32, 48, archived[at] ^ 1, archived[at] ^ 32) if v != archived[at]])
        bad = changed(archived, at, value)
        if not only_another_name(archived, bad):  # where the identifier stands depends on the keys of this run
            never_valid(bad, trust)


@pytest.mark.parametrize("keep", [0, 1, 100, 5_000, -1, -20, -700])
def test_cut_off_files_are_never_valid(keep, archived, trust):
    assert judged(archived[:keep], trust).verdict is not Verdict.VALID


@pytest.mark.parametrize("level", ["B-B", "B-T"])
def test_a_changed_page_is_invalid_at_every_level(level, signed, trust):
    at = signed[level].index(b"endstream") - 5
    assert judged(changed(signed[level], at), trust).verdict in {Verdict.INVALID, Verdict.UNREADABLE}


def test_swapped_containers_are_found(signed, sign, plain, trust):
    other = sign(plain, level="B-B", reason="Lain")
    _, first, second, _ = attacks.ranges(signed["B-B"])
    _, their_first, their_second, _ = attacks.ranges(other)
    assert second - first == their_second - their_first
    swapped = signed["B-B"][:first] + other[their_first:their_second] + signed["B-B"][second:]
    assert judged(swapped, trust).verdict is Verdict.INVALID
