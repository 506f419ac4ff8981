"""One document, both versions, each level, and what stands in the way of lasting evidence."""

import subprocess

import pytest

from signing import LEVELS, OutcomeStatus, Timestamper, Verdict, validate
from signing.simulator_bsre.faults import Fault
from tests.signing.bsre.conftest import one
from tests.signing.conftest import CITRA, free_port

BOTH = pytest.mark.parametrize("api", ["v1", "v2"])
SIGNED, REFUSED, RETRYABLE, UNKNOWN = OutcomeStatus


@BOTH
def test_a_document_comes_back_signed_by_the_right_person(bsre, office, trust, plain, api):
    outcome = one(bsre(api), plain, reason="Persetujuan")
    assert (outcome.status, outcome.level) == (SIGNED, "B-T"), outcome.provider_text
    report = validate(outcome.pdf or b"", trust=trust, online=True)
    assert report.verdict is Verdict.VALID
    assert (report.signatures[0].signer_nip, report.signatures[0].reason) == (CITRA.nip, "Persetujuan")
    assert [entry.signed for entry in office.ledger.calls(plain)] == [1]


@BOTH
def test_what_bsre_signed_is_raised_by_appending_until_it_stands_on_its_own(bsre, trust, plain, file, api):
    outcome = one(bsre(api), plain, level="B-LTA")
    assert (outcome.status, outcome.level, outcome.provider_code) == (SIGNED, "B-LTA", None), outcome.provider_text
    pdf = outcome.pdf or b""
    assert pdf.startswith(plain)
    assert validate(pdf, trust=trust).verdict is Verdict.VALID  # offline
    told = subprocess.run(["pdfsig", "-nocert", file(pdf)], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in told


def test_every_level_that_is_asked_for_is_reached(bsre, plain):
    signer = bsre("v2")
    assert [one(signer, plain, level=level).level for level in LEVELS] == ["B-T", "B-T", "B-LT", "B-LTA"]
    assert one(signer, plain, level="B-X").status is REFUSED


def test_what_was_signed_and_raised_before_can_be_signed_again(bsre, trust, plain):
    first = one(bsre("v1"), plain, level="B-LTA")
    outcome = one(bsre("v2"), first.pdf or b"", level="B-LTA")
    assert outcome.status is SIGNED, outcome.provider_text
    report = validate(outcome.pdf or b"", trust=trust)
    assert [s.verdict for s in report.signatures] == [Verdict.VALID, Verdict.VALID]


def test_without_our_own_authority_nothing_is_sent_when_it_has_to_last(bsre, office, plain):
    away = Timestamper([f"http://127.0.0.1:{free_port()}/tsa"], timeout=1)
    outcome = one(bsre("v2", timestamper=away), plain, level="B-LTA")
    assert (outcome.status, outcome.provider_code) == (RETRYABLE, "tsa_tidak_tersedia")
    assert office.ledger.entries() == []


def test_an_authority_that_leaves_in_between_costs_the_evidence_and_not_the_signature(bsre, plain, pki):
    class Leaving(Timestamper):
        def token_from(self, url: str, digest: bytes, algorithm: str = "sha256") -> bytes:
            token = super().token_from(url, digest, algorithm)
            self.urls = (f"http://127.0.0.1:{free_port()}/tsa",)
            return token

    outcome = one(bsre("v2", timestamper=Leaving([pki.tsa_url], timeout=1)), plain, level="B-LTA")
    assert (outcome.status, outcome.level, outcome.provider_code) == (SIGNED, "B-T", "belum_dinaikkan")


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault.NO_TSA, (SIGNED, None)),  # the time is proven by our own authority then
        (Fault.REVOKED, (REFUSED, "sertifikat_dicabut")),
        (Fault.OTHER_PERSON, (REFUSED, "hasil_orang_lain")),
        (Fault.REWRITTEN, (REFUSED, "hasil_bukan_lanjutan")),
        (Fault.CLOCK_OFF, (SIGNED, None)),
    ],
)
def test_faults_of_a_signature_that_was_to_last(bsre, plain, fault, expected):
    outcome = one(bsre("v2", nik=fault.nik), plain, level="B-LTA")
    assert (outcome.status, outcome.provider_code) == expected, outcome.provider_text
    assert outcome.level in {None, "B-LTA"}
