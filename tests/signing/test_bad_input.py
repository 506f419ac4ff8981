"""Files that loop, break off or swell: a typed answer soon, and never a signature that is worth nothing."""

import io
import re
import time
import zlib

import pikepdf
import pytest

from signing import OutcomeStatus, Secret, SigningRequest, Verdict, validate
from tests.signing import samples
from tests.signing.conftest import CITRA, PASSPHRASE

LETTER = samples.letter()
SECONDS = 30


def table_that_follows_itself() -> bytes:
    own = LETTER[LETTER.rindex(b"startxref") :].split()[1]
    return LETTER.replace(b"trailer\n<<", b"trailer\n<< /Prev %b " % own)


def tree_that_is_its_own_branch() -> bytes:
    pdf = pikepdf.open(io.BytesIO(LETTER))
    pdf.Root.Pages.Kids = pikepdf.Array([pdf.Root.Pages])
    return samples.save(pdf)


def length_that_asks_itself() -> bytes:
    with pikepdf.open(io.BytesIO(LETTER)) as pdf:
        return re.sub(rb"/Length \d+", b"/Length 4 0 R", samples.save(pdf))


BROKEN = {
    "a table that follows itself": table_that_follows_itself,
    "a tree that is its own branch": tree_that_is_its_own_branch,
    "a length that asks itself": length_that_asks_itself,
    "half of it": lambda: LETTER[: len(LETTER) // 2],
    "all but the end": lambda: LETTER[:-30],
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_and_judged_without_delay(name, signer, trust):
    pdf, start = BROKEN[name](), time.monotonic()
    (outcome,) = signer.sign_batch(CITRA.who, [SigningRequest("x", pdf)], Secret(PASSPHRASE), level="B-B")
    assert (outcome.status, outcome.provider_code, outcome.pdf) == (OutcomeStatus.REFUSED, "pdf_rusak", None)
    assert validate(pdf, trust=trust).verdict in {Verdict.UNREADABLE, Verdict.UNSIGNED}
    assert time.monotonic() - start < SECONDS


def test_a_page_of_two_hundred_megabytes_is_signed_and_judged_without_being_unpacked_here(sign, trust):
    machine = zlib.compressobj(9)
    packed = b"".join(machine.compress(bytes(10_000_000)) for _ in range(20)) + machine.flush()
    with pikepdf.open(io.BytesIO(LETTER)) as pdf:
        page = pdf.make_stream(b"")
        page.write(packed, filter=pikepdf.Name.FlateDecode)
        pdf.pages[0].Contents = page
        swollen = samples.save(pdf)
    start = time.monotonic()
    report = validate(sign(swollen, level="B-LT"), trust=trust)
    assert report.verdict in {Verdict.VALID, Verdict.INDETERMINATE, Verdict.UNREADABLE}
    assert report.verdict is Verdict.VALID or report.reasons
    assert time.monotonic() - start < 4 * SECONDS
