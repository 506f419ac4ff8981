"""Visible signatures: the stamp lands where it was asked for, whichever corner the server counts from."""

import io

import pikepdf
import pytest

from signing import OutcomeStatus, Placement, Verdict, validate
from tests.signing import samples
from tests.signing.bsre.conftest import one

BOX = (300, 100, 500, 160)


def cropped():
    pdf = pikepdf.open(io.BytesIO(samples.letter(pages=2)))
    pdf.pages[1].CropBox = pikepdf.Array([20, 30, 560, 800])
    return samples.save(pdf)


@pytest.mark.parametrize("api", ["v1", "v2"])
def test_the_box_is_the_one_asked_for_on_the_right_page(bsre, trust, api):
    outcome = one(bsre(api), cropped(), placement=Placement(1, BOX), reason="Persetujuan")
    assert outcome.status is OutcomeStatus.SIGNED, outcome.provider_text
    assert validate(outcome.pdf or b"", trust=trust, online=True).verdict is Verdict.VALID
    with pikepdf.open(io.BytesIO(outcome.pdf or b"")) as pdf:
        assert "/Annots" not in pdf.pages[0]
        (widget,) = pdf.pages[1].Annots
        assert [round(float(side)) for side in widget.Rect] == list(BOX)


def test_a_page_that_is_not_there_is_refused_before_anything_is_sent(bsre, office, plain):
    outcome = one(bsre("v2"), plain, placement=Placement(7, BOX))
    assert (outcome.status, outcome.provider_code) == (OutcomeStatus.REFUSED, "letak_tidak_ada")
    assert office.ledger.calls(plain) == []
