"""Signing: each level, each refusal, and one fate per document."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pikepdf
import pytest

from signing import (
    LEVELS,
    DevPki,
    Outcome,
    OutcomeStatus,
    Person,
    Placement,
    Secret,
    SignerMissing,
    SigningRequest,
    SoftwareSigner,
    Timestamper,
    TrustStore,
    Verdict,
    validate,
)
from signing.devpki import files, profiles
from tests.ingatan import peak_growth
from tests.signing import samples
from tests.signing.conftest import BUDI, CITRA, PASSPHRASE, free_port


def one(signer, pdf, *, who=CITRA.who, passphrase=PASSPHRASE, level="B-LTA", **options):
    (outcome,) = signer.sign_batch(who, [SigningRequest("x", pdf, **options)], Secret(passphrase), level=level)
    return outcome


def refused(outcome, code):
    return (outcome.status, outcome.provider_code, outcome.pdf) == (OutcomeStatus.REFUSED, code, None)


@pytest.mark.parametrize("level", LEVELS)
def test_each_level_is_made_and_judged_valid(level, signed, trust):
    report = validate(signed[level], trust=trust, online=level in {"B-B", "B-T"})
    assert report.verdict is Verdict.VALID, report.reasons
    assert [s.level for s in report.signatures] == [level]


@pytest.mark.parametrize("level", LEVELS)
def test_the_input_bytes_stay_in_front_of_the_signature(level, signed, plain):
    assert signed[level].startswith(plain)


def test_identity_comes_from_the_certificate(signer):
    identity = signer.identity(CITRA.who)
    assert (identity.common_name, identity.nip) == (CITRA.name, CITRA.nip)
    assert identity.not_before < datetime.now(UTC) < identity.not_after
    assert "Penerbit" in identity.issuer


@pytest.mark.parametrize("who", ["tidak-ada", "../signers/segel", "", "a/b", ".pki"])
def test_an_unknown_or_crooked_name_has_no_certificate(signer, plain, who):
    with pytest.raises(SignerMissing):
        signer.identity(who)
    assert refused(one(signer, plain, who=who), "sertifikat_tidak_ada")


def test_a_wrong_passphrase_refuses_every_document_and_says_so(signer, plain):
    requests = [SigningRequest(str(n), plain) for n in range(3)]
    outcomes = signer.sign_batch(CITRA.who, requests, Secret("salah"))
    assert [o.reference for o in outcomes] == ["0", "1", "2"]
    assert all(refused(o, "passphrase_salah") for o in outcomes)
    assert outcomes[0].provider_text == "Passphrase salah. Tidak ada naskah yang ditandatangani."


def test_an_empty_passphrase_is_a_wrong_one(signer, plain):
    assert refused(one(signer, plain, passphrase=""), "passphrase_salah")


def test_a_damaged_key_file_is_not_called_a_wrong_passphrase(tmp_path, trust, plain):
    (tmp_path / "rusak.p12").write_bytes(b"bukan pkcs12")
    signer = SoftwareSigner(tmp_path, timestamper=Timestamper([]), trust=trust)
    assert refused(one(signer, plain, who="rusak"), "kunci_rusak")


def test_without_a_timestamp_the_document_waits_and_is_not_signed_weaker(pki, trust, plain):
    closed = Timestamper([f"http://127.0.0.1:{free_port()}/tsa"], timeout=1)
    outcome = one(SoftwareSigner(pki.signers, timestamper=closed, trust=trust), plain)
    assert (outcome.status, outcome.provider_code) == (OutcomeStatus.RETRYABLE, "tsa_tidak_tersedia")
    assert outcome.pdf is None
    assert outcome.level is None
    assert outcome.provider_text is not None
    assert outcome.provider_text.endswith("coba lagi nanti.")


def test_no_timestamp_authority_at_all_is_the_same(pki, trust, plain):
    outcome = one(SoftwareSigner(pki.signers, timestamper=Timestamper([]), trust=trust), plain, level="B-T")
    assert outcome.provider_code == "tsa_tidak_tersedia"


def test_the_second_authority_takes_over(pki, trust, plain):
    urls = [f"http://127.0.0.1:{free_port()}/tsa", pki.tsa_url]
    outcome = one(SoftwareSigner(pki.signers, timestamper=Timestamper(urls, timeout=1), trust=trust), plain)
    assert outcome.status is OutcomeStatus.SIGNED


def test_an_expired_certificate_does_not_sign(pki, signer, plain):
    long_ago = datetime.now(UTC) - timedelta(days=400)
    pki.add(Person("habis", "Habis"), PASSPHRASE, valid_from=long_ago, valid_until=long_ago + timedelta(days=9))
    assert refused(one(signer, plain, who="habis", level="B-B"), "sertifikat_kedaluwarsa")


def test_a_certificate_that_is_not_yet_valid_does_not_sign(pki, signer, plain):
    pki.add(Person("kelak", "Kelak"), PASSPHRASE, valid_from=datetime.now(UTC) + timedelta(days=9))
    assert refused(one(signer, plain, who="kelak", level="B-B"), "sertifikat_belum_berlaku")


@pytest.mark.parametrize("extensions", [profiles.tsa_extensions(), profiles.ca_extensions(0)], ids=["tsa", "ca"])
def test_a_certificate_for_something_else_does_not_sign(extensions, pki, signer, plain):
    key = profiles.new_key("RSA-2048")
    issuing = files.load_authority(pki.directory / "ca", "issuing")
    made = profiles.issue(issuing, profiles.name("Mesin"), key.public_key(), extensions, pki.base_url)
    files.save_p12(pki.signers / f"mesin-{made.serial_number}.p12", key, [made, issuing.certificate], PASSPHRASE, "x")
    for level in ("B-B", "B-LTA"):
        outcome = one(signer, plain, who=f"mesin-{made.serial_number}", level=level)
        assert refused(outcome, "sertifikat_tidak_sesuai")


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_clock_wrong_by_an_hour_signs_nothing_and_says_what_to_do(hours, signer, plain, monkeypatch):
    monkeypatch.setattr("signing.timestamps._now", lambda: datetime.now(UTC) + timedelta(hours=hours))
    outcomes = signer.sign_batch(CITRA.who, [SigningRequest(str(n), plain) for n in range(3)], Secret(PASSPHRASE))
    assert {(o.status, o.provider_code, o.pdf) for o in outcomes} == {
        (OutcomeStatus.RETRYABLE, "jam_tidak_cocok", None)
    }
    assert "samakan jamnya" in (outcomes[0].provider_text or "")


def test_a_revoked_certificate_does_not_sign(pki, signer, plain):
    pki.add(Person("dicabut", "Dicabut"), PASSPHRASE)
    pki.revoke("dicabut")
    assert refused(one(signer, plain, who="dicabut"), "sertifikat_dicabut")


def test_a_certificate_of_strangers_does_not_make_long_term_signatures(pki, plain, tmp_path, trust):
    strangers = DevPki.create(tmp_path, people=[], passphrase=PASSPHRASE, port=free_port())
    signer = SoftwareSigner(strangers.signers, timestamper=Timestamper([pki.tsa_url]), trust=trust)
    assert refused(one(signer, plain, who="segel"), "sertifikat_tidak_dipercaya")


def test_without_an_answer_on_revocation_the_document_waits(pki, trust, plain, tmp_path):
    silent = DevPki.create(tmp_path, people=[CITRA], passphrase=PASSPHRASE, port=free_port())
    both = TrustStore(trust.anchors + TrustStore.from_directory(silent.trust).anchors)
    signer = SoftwareSigner(silent.signers, timestamper=Timestamper([pki.tsa_url]), trust=both)
    outcome = one(signer, plain)
    assert outcome.status is OutcomeStatus.RETRYABLE
    assert outcome.provider_code == "status_sertifikat_tidak_tersedia"


@pytest.mark.parametrize(
    ("pdf", "options", "code"),
    [
        (b"", {}, "pdf_rusak"),
        (b"%PDF-1.7\nbukan", {}, "pdf_rusak"),
        (samples.encrypted(), {}, "pdf_terenkripsi"),
        (samples.letter(), {"field_name": "Lain"}, "bidang_tidak_ada"),
    ],
)
def test_a_document_that_cannot_be_signed_says_why(signer, pdf, options, code):
    assert refused(one(signer, pdf, level="B-B", **options), code)


def test_a_filled_field_is_not_filled_again(signer, sign):
    once = sign(samples.with_field(), level="B-B", field_name=samples.FIELD)
    assert refused(one(signer, once, level="B-B", field_name=samples.FIELD), "bidang_terisi")


def test_a_locked_document_takes_no_further_signature(signer, sign, plain):
    locked = sign(plain, level="B-B", certify=True, permissions=1)
    assert refused(one(signer, locked, level="B-B"), "dokumen_terkunci")


def test_only_the_first_signature_can_certify(signer, sign, plain):
    once = sign(plain, level="B-B")
    assert refused(one(signer, once, level="B-B", certify=True), "sudah_disertifikasi")


def test_an_unknown_level_is_refused(signer, plain):
    assert refused(one(signer, plain, level="B-X"), "tingkat_tidak_dikenal")


def test_the_prepared_field_keeps_its_look_and_its_place_in_the_tree(sign, trust):
    before = samples.with_field()
    after = sign(before, field_name=samples.FIELD, reason="Menetapkan")
    with pikepdf.open(io.BytesIO(before)) as old, pikepdf.open(io.BytesIO(after)) as new:
        (was,), (now) = old.Root.AcroForm.Fields, new.Root.AcroForm.Fields[0]
        assert now.AP.N.read_bytes() == was.AP.N.read_bytes()
        assert now.AP.N.objgen == was.AP.N.objgen
        assert (now.StructParent, now.TU) == (was.StructParent, was.TU)
        assert now.V.SubFilter == "/ETSI.CAdES.detached"
        assert new.docinfo.get("/Producer") == old.docinfo.get("/Producer")
    report = validate(after, trust=trust)
    assert report.verdict is Verdict.VALID, report.reasons
    assert report.signatures[0].field == samples.FIELD


def test_invisible_fields_lie_outside_the_page(signed):
    with pikepdf.open(io.BytesIO(signed["B-LTA"])) as pdf:
        boxes = [[int(n) for n in field.Rect] for field in pdf.Root.AcroForm.Fields]
    assert len(boxes) == 2
    assert all(max(box) < 0 for box in boxes)


def test_a_visible_stamp_is_drawn_where_it_was_asked_for(sign, plain, trust):
    pdf = sign(plain, placement=Placement(0, (60, 60, 300, 130)), reason="Menyetujui")
    assert validate(pdf, trust=trust).verdict is Verdict.VALID
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        field = opened.Root.AcroForm.Fields[0]
        assert [int(n) for n in field.Rect] == [60, 60, 300, 130]
        assert field.AP.N.Resources.XObject["/Stamp"].Resources.Font


def test_two_people_sign_one_after_the_other(sign, trust):
    first = sign(samples.with_field(second=True), field_name="TandaTangan1")
    both = sign(first, who=BUDI.who, field_name="TandaTangan2")
    report = validate(both, trust=trust)
    assert report.verdict is Verdict.VALID, report.reasons
    assert [s.signer_nip for s in report.signatures] == [CITRA.nip, BUDI.nip]
    assert "signature" in report.signatures[0].changes_after


def test_a_certified_document_says_so_and_stays_valid_with_its_archive_timestamp(sign, plain, trust):
    for permissions in (1, 2):
        report = validate(sign(plain, certify=True, permissions=permissions), trust=trust)
        assert report.verdict is Verdict.VALID, report.reasons


def test_a_batch_of_twenty_with_one_bad_document_signs_nineteen(signer, plain, trust):
    requests = [SigningRequest(str(n), b"rusak" if n == 7 else plain) for n in range(20)]
    outcomes = signer.sign_batch(CITRA.who, requests, Secret(PASSPHRASE), level="B-LTA")
    assert [o.reference for o in outcomes] == [str(n) for n in range(20)]
    assert [o.reference for o in outcomes if o.status is OutcomeStatus.REFUSED] == ["7"]
    assert outcomes[7].provider_code == "pdf_rusak"
    good = [o for o in outcomes if o.status is OutcomeStatus.SIGNED]
    assert len(good) == 19
    assert good[-1].pdf is not None
    assert validate(good[-1].pdf, trust=trust).verdict is Verdict.VALID


def test_two_thousand_in_one_batch_are_all_told_and_none_is_kept(signer, plain):
    """As many files as there is time for: one is read, signed, told and forgotten before the next is read."""
    read: list[int] = []
    told: list[int] = []

    def requests(count: int) -> Iterator[SigningRequest]:
        for number in range(count):
            assert len(told) == number, "the one before is not told yet"
            read.append(number)
            yield SigningRequest(str(number), plain)

    def tell(outcome: Outcome) -> None:
        assert outcome.status is OutcomeStatus.SIGNED
        told.append(len(outcome.pdf or b""))

    signer.sign_batch(CITRA.who, requests(100), Secret(PASSPHRASE), level="B-B", progress=tell)  # everything is loaded
    read, told = [], []
    with peak_growth() as grown:
        outcomes = signer.sign_batch(CITRA.who, requests(2000), Secret(PASSPHRASE), level="B-B", progress=tell)
        assert grown() < sum(told) / 4, "the batch grows with its files"
    assert [outcome.reference for outcome in outcomes] == [str(number) for number in range(2000)]
    assert len(told) == len(read) == 2000
    assert min(told) > len(plain)
    assert not any(outcome.pdf for outcome in outcomes)


def test_an_empty_batch_is_no_batch(signer, secret):
    assert signer.sign_batch(CITRA.who, [], secret) == []


def test_the_seal_signs_like_a_person(sign, plain, trust):
    report = validate(sign(plain, who="segel"), trust=trust)
    assert report.verdict is Verdict.VALID
    assert (report.signatures[0].signer, report.signatures[0].signer_nip) == (
        "Segel Elektronik Instansi",
        None,
    )


def test_an_outcome_does_not_show_the_document_in_its_text(signed):
    outcome = Outcome("x", OutcomeStatus.SIGNED, signed["B-B"], "B-B")
    assert "PDF" not in repr(outcome)
    assert "PDF" not in repr(SigningRequest("x", signed["B-B"]))
