"""Signatures made elsewhere are raised by appending, and archives renewed in time."""

from datetime import UTC, datetime, timedelta

import pytest

from signing import (
    Refused,
    Timestamper,
    TimestampUnavailable,
    TrustStore,
    Verdict,
    raise_level,
    renew_archive,
    renew_before,
    validate,
)
from signing.certificates import identity_of
from signing.cli import main
from signing.devpki import files
from tests.signing import poppler, samples
from tests.signing.conftest import BUDI, free_port


@pytest.fixture(scope="module")
def tsa(pki):
    return Timestamper([pki.tsa_url])


@pytest.fixture(scope="module")
def nss(pki, tmp_path_factory):
    return poppler.database(pki.trust / "root.pem", tmp_path_factory.mktemp("nss"))


@pytest.mark.parametrize("start", ["B-B", "B-T", "B-LT"])
@pytest.mark.parametrize("goal", ["B-LT", "B-LTA"])
def test_a_weaker_signature_is_raised_by_appending_only(start, goal, signed, tsa, trust, nss, file):
    before = signed[start]
    after = raise_level(before, timestamper=tsa, trust=trust, level=goal)
    assert after.startswith(before)
    report = validate(after, trust=trust)
    assert report.verdict is Verdict.VALID, report.reasons
    assert report.signatures[0].level in {goal, "B-LTA"}
    assert (len(report.timestamps) == 0) == (goal == "B-LT" and start != "B-B")
    assert "Signature is Valid." in poppler.says(nss, file(after))


def test_what_lacks_nothing_stays_as_it_is(signed, tsa, trust):
    assert raise_level(signed["B-LTA"], timestamper=tsa, trust=trust) == signed["B-LTA"]
    assert raise_level(signed["B-LT"], timestamper=tsa, trust=trust, level="B-LT") == signed["B-LT"]


def test_two_signers_of_different_levels_are_both_raised(sign, tsa, trust):
    first = sign(samples.with_field(second=True), level="B-B", field_name="TandaTangan1")
    both = sign(first, level="B-T", who=BUDI.who, field_name="TandaTangan2")
    report = validate(raise_level(both, timestamper=tsa, trust=trust), trust=trust)
    assert report.verdict is Verdict.VALID, report.reasons
    assert [s.level for s in report.signatures] == ["B-LTA", "B-LTA"]


def test_a_signature_after_the_archive_timestamp_is_raised_too(sign, tsa, trust):
    first = sign(samples.with_field(second=True), level="B-LTA", field_name="TandaTangan1")
    both = sign(first, level="B-T", who=BUDI.who, field_name="TandaTangan2")
    report = validate(raise_level(both, timestamper=tsa, trust=trust), trust=trust)
    assert report.verdict is Verdict.VALID, report.reasons
    assert [s.level for s in report.signatures] == ["B-LTA", "B-LTA"]


def test_a_certified_document_without_further_changes_is_raised(sign, plain, tsa, trust):
    locked = sign(plain, level="B-T", certify=True, permissions=1)
    report = validate(raise_level(locked, timestamper=tsa, trust=trust), trust=trust)
    assert (report.verdict, report.signatures[0].level) == (Verdict.VALID, "B-LTA"), report.reasons


def changed(pdf):
    at = pdf.index(b"endstream") - 5
    return pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]


def test_a_forgery_is_never_given_an_archive_timestamp(signed, plain, tsa, trust):
    for pdf, code in (
        (changed(signed["B-T"]), "tanda_tangan_tidak_sah"),
        (plain, "belum_ditandatangani"),
        (b"bukan", "pdf_rusak"),
    ):
        with pytest.raises(Refused) as refusal:
            raise_level(pdf, timestamper=tsa, trust=trust)
        assert refusal.value.code == code


def test_a_signer_nobody_trusts_is_not_archived(signed, tsa):
    with pytest.raises(Refused) as refusal:
        raise_level(signed["B-T"], timestamper=tsa, trust=TrustStore.nobody())
    assert refusal.value.code == "sertifikat_tidak_dipercaya"


@pytest.mark.parametrize("level", ["B-B", "B-T", "B-X"])
def test_only_the_lasting_levels_can_be_asked_for(level, signed, tsa, trust):
    with pytest.raises(Refused):
        raise_level(signed["B-B"], timestamper=tsa, trust=trust, level=level)


def test_without_an_authority_nothing_changes(signed, trust):
    closed = Timestamper([f"http://127.0.0.1:{free_port()}/tsa"], timeout=1)
    for timestamper in (closed, Timestamper([])):
        with pytest.raises(TimestampUnavailable):
            raise_level(signed["B-T"], timestamper=timestamper, trust=trust)


def test_the_second_authority_takes_over(signed, pki, trust):
    tsas = Timestamper([f"http://127.0.0.1:{free_port()}/tsa", pki.tsa_url], timeout=1)
    assert validate(raise_level(signed["B-T"], timestamper=tsas, trust=trust), trust=trust).verdict is Verdict.VALID


def test_an_archive_is_renewed_over_everything_that_was_there(signed, tsa, trust):
    old = signed["B-LTA"]
    new = renew_archive(old, timestamper=tsa, trust=trust)
    again = renew_archive(new, timestamper=tsa, trust=trust)
    assert new.startswith(old)
    assert again.startswith(new)
    report = validate(again, trust=trust)
    assert report.verdict is Verdict.VALID, report.reasons
    assert len(report.timestamps) == 3


def test_what_is_no_archive_cannot_be_renewed(signed, tsa, trust):
    with pytest.raises(Refused) as refusal:
        renew_archive(signed["B-T"], timestamper=tsa, trust=trust)
    assert refusal.value.code == "belum_arsip"


def test_the_plan_names_the_end_of_the_authoritys_certificate(signed, pki, trust):
    plan = renew_before(signed["B-LTA"])
    assert plan is not None
    tsa = identity_of(files.load_certificate(pki.directory / "ca" / "tsa.pem"))
    assert plan.because in {"certificate", "algorithm"}
    assert plan.before <= tsa.not_after
    assert abs(plan.stamped - datetime.now(UTC)) < timedelta(hours=1)


def test_before_the_day_the_archive_is_valid_and_the_plan_moves_on_with_renewal(signed, trust, tsa):
    old = renew_before(signed["B-LTA"])
    new = renew_before(renew_archive(signed["B-LTA"], timestamper=tsa, trust=trust))
    assert old is not None
    assert new is not None
    assert new.stamped >= old.stamped
    assert validate(signed["B-LTA"], trust=trust, at=old.before - timedelta(days=1)).verdict is Verdict.VALID


@pytest.mark.parametrize("level", ["B-B", "B-T", "B-LT"])
def test_without_a_document_timestamp_there_is_nothing_to_renew(level, signed):
    assert renew_before(signed[level]) is None


def test_a_file_that_cannot_be_read_has_no_plan():
    with pytest.raises(Refused):
        renew_before(b"bukan pdf")


@pytest.mark.parametrize("extra", [(), ("--renew",)])
def test_the_command_line_raises_and_renews(extra, signed, pki, file, tmp_path):
    source, out = file(signed["B-LTA" if extra else "B-T"]), tmp_path / "arsip.pdf"
    arguments = ["raise", str(source), str(out), "--tsa", pki.tsa_url, "--trust", str(pki.trust), *extra]
    assert main(arguments) == 0
    assert out.read_bytes().startswith(source.read_bytes())
    assert main(["validate", str(out), "--trust", str(pki.trust)]) == 0


def test_the_command_line_refuses_what_is_not_signed(pki, plain, file, tmp_path, capsys):
    out = tmp_path / "arsip.pdf"
    arguments = ["raise", str(file(plain)), str(out), "--tsa", pki.tsa_url, "--trust", str(pki.trust)]
    assert (main(arguments), out.exists()) == (1, False)
    assert "belum bertanda tangan" in capsys.readouterr().err
