"""The verifier on honest files: levels, times, weak algorithms, and files that are no signatures."""

import asyncio
import io
import json
from datetime import UTC, datetime, timedelta

import pikepdf
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from signing import (
    DevPki,
    OutcomeStatus,
    Person,
    Report,
    Secret,
    SigningRequest,
    SoftwareSigner,
    Timestamper,
    TrustStore,
    Verdict,
    validate,
)
from signing.devpki import files, profiles
from signing.devpki.pki import record
from signing.engine.cms import CmsSigner, software_signer
from signing.engine.writer import Revision
from signing.keyfile import open_p12
from tests.signing import samples
from tests.signing.conftest import CITRA, PASSPHRASE, free_port


def later(days):
    return datetime.now(UTC) + timedelta(days=days)


def test_the_report_of_a_long_term_signature(sign, plain, trust):
    before = datetime.now(UTC).replace(microsecond=0)
    report = validate(sign(plain, level="B-LTA", reason="Persetujuan"), trust=trust)
    (signature,) = report.signatures
    assert (signature.signer, signature.signer_nip) == (CITRA.name, CITRA.nip)
    assert (signature.trust, signature.revocation, signature.level) == ("trusted", "good", "B-LTA")
    assert signature.coverage == "entire_revision"
    assert signature.changes_after == ["dss", "document_timestamp"]
    assert signature.reason == "Persetujuan"
    assert signature.timestamp is not None
    assert before <= datetime.fromisoformat(signature.timestamp) <= datetime.now(UTC)
    assert [t.verdict for t in report.timestamps] == [Verdict.VALID]
    assert report.development
    assert any("PENGEMBANGAN" in note for note in report.notes)


def test_the_report_goes_to_json_and_back(signed, trust):
    report = validate(signed["B-LT"], trust=trust)
    assert Report.from_dict(json.loads(json.dumps(report.to_dict()))) == report


@pytest.mark.parametrize("level", ["B-B", "B-T"])
def test_without_evidence_in_the_file_nothing_is_decided_offline(level, signed, trust):
    report = validate(signed[level], trust=trust)
    assert report.verdict is Verdict.INDETERMINATE
    assert report.signatures[0].revocation == "unknown"
    assert "tidak membawa bukti" in report.reasons[0]


def test_a_file_is_read_where_it_lies(file, signed, trust):
    assert validate(file(signed["B-LTA"]), trust=trust).verdict is Verdict.VALID


def test_a_missing_file_is_unreadable(tmp_path, trust):
    assert validate(tmp_path / "tidak-ada.pdf", trust=trust).verdict is Verdict.UNREADABLE


def test_an_ordinary_letter_is_unsigned(plain, trust):
    report = validate(plain, trust=trust)
    assert (report.verdict, report.signatures) == (Verdict.UNSIGNED, [])
    assert report.reasons == ["Berkas tidak memuat tanda tangan elektronik."]


def test_an_empty_signature_field_is_no_signature(trust):
    assert validate(samples.with_field(), trust=trust).verdict is Verdict.UNSIGNED


@pytest.mark.parametrize("data", [b"", b"halo", b"%PDF-1.7\n", b"\x89PNG\r\n", bytes(5000)])
def test_what_is_no_pdf_is_unreadable(data, trust):
    report = validate(data, trust=trust)
    assert report.verdict is Verdict.UNREADABLE
    assert report.reasons


def test_an_encrypted_file_is_unreadable(trust):
    assert validate(samples.encrypted(), trust=trust).verdict is Verdict.UNREADABLE


def test_the_archive_timestamp_carries_it_beyond_the_signers_certificate(signed, trust):
    report = validate(signed["B-LTA"], trust=trust, at=later(5 * 365))
    assert report.verdict is Verdict.VALID, report.reasons


def test_nothing_lasts_beyond_the_authorities_own_certificates(signed, trust):
    assert validate(signed["B-LTA"], trust=trust, at=later(12 * 365)).verdict is Verdict.INDETERMINATE


@pytest.mark.parametrize("level", ["B-B", "B-T", "B-LT"])
def test_without_an_archive_timestamp_expiry_ends_it(level, signed, trust):
    report = validate(signed[level], trust=trust, at=later(5 * 365))
    assert report.verdict is Verdict.INDETERMINATE
    assert report.reasons


def test_before_the_certificate_existed_it_cannot_be_valid(signed, trust):
    assert validate(signed["B-LTA"], trust=trust, at=later(-30)).verdict is not Verdict.VALID


def test_a_certificate_revoked_after_signing_leaves_the_timestamped_signature(pki, sign, plain, trust):
    pki.add(Person("kelak-dicabut", "Kelak Dicabut"), PASSPHRASE)
    made = {level: sign(plain, level=level, who="kelak-dicabut") for level in ("B-B", "B-LTA")}
    pki.revoke("kelak-dicabut")
    assert validate(made["B-LTA"], trust=trust).verdict is Verdict.VALID
    report = validate(made["B-B"], trust=trust, online=True)
    assert report.verdict is Verdict.INDETERMINATE
    assert report.signatures[0].revocation == "revoked"
    assert "dicabut" in report.reasons[0]


def test_a_signature_by_a_revoked_certificate_is_not_valid(pki, sign, plain, trust):
    pki.add(Person("lebih-dulu", "Lebih Dulu"), PASSPHRASE)
    pki.revoke("lebih-dulu")
    report = validate(sign(plain, level="B-T", who="lebih-dulu"), trust=trust, online=True)
    assert report.verdict is not Verdict.VALID
    assert report.signatures[0].revocation == "revoked"


def test_a_timestamp_of_an_unknown_authority_decides_nothing(pki, plain, trust, tmp_path):
    strangers = DevPki.create(tmp_path, people=[], passphrase=PASSPHRASE, port=free_port())
    from signing import DevServices

    with DevServices(tmp_path):
        signer = SoftwareSigner(pki.signers, timestamper=Timestamper([strangers.tsa_url]), trust=trust)
        (outcome,) = signer.sign_batch(CITRA.who, [SigningRequest("x", plain)], Secret(PASSPHRASE), level="B-T")
        assert outcome.status is OutcomeStatus.SIGNED
        assert outcome.pdf is not None
        assert validate(outcome.pdf, trust=trust, online=True).verdict is Verdict.INDETERMINATE


def by_hand(signer: CmsSigner, pdf: bytes, **options: object) -> bytes:
    """A signature our own signer would not make."""
    options = {"md_algorithm": "sha256", "subfilter": SigSeedSubFilter.PADES, **options}
    metadata = PdfSignatureMetadata(field_name="TandaTangan", **options)  # type: ignore[arg-type]
    out = io.BytesIO()
    asyncio.run(PdfSigner(metadata, signer).async_sign_pdf(Revision(io.BytesIO(pdf)), output=out))
    return out.getvalue()


def test_sha1_is_too_weak(pki, plain, trust):
    material = open_p12(pki.signers / "segel.p12", Secret(PASSPHRASE))

    def sign_sha1(data: bytes, algorithm: str) -> bytes:
        assert isinstance(material.key, rsa.RSAPrivateKey)
        return material.key.sign(data, padding.PKCS1v15(), hashes.SHA1())

    signer = CmsSigner(sign_sha1, material.certificate, material.chain, 256)
    report = validate(by_hand(signer, plain, md_algorithm="sha1"), trust=trust, online=True)
    assert report.verdict is Verdict.INVALID
    assert any("terlalu lemah" in reason for reason in report.reasons)


def test_a_short_rsa_key_is_too_weak(pki: DevPki, plain, trust):
    issuing = files.load_authority(pki.directory / "ca", "issuing")
    key = rsa.generate_private_key(65537, 1024)
    extensions = profiles.signer_extensions()
    certificate = profiles.issue(issuing, profiles.name("Lemah"), key.public_key(), extensions, pki.base_url)
    record(pki.directory, certificate)

    def sign(data: bytes, algorithm: str) -> bytes:
        return key.sign(data, padding.PKCS1v15(), hashes.SHA256())

    signer = CmsSigner(sign, certificate, [issuing.certificate], 128)
    report = validate(by_hand(signer, plain), trust=trust, online=True)
    assert report.verdict is Verdict.INVALID
    assert any("terlalu lemah" in reason for reason in report.reasons)


def test_the_older_sub_filter_is_named_as_such(pki, plain, trust):
    signer = software_signer(open_p12(pki.signers / "segel.p12", Secret(PASSPHRASE)))
    report = validate(by_hand(signer, plain, subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED), trust=trust, online=True)
    assert report.verdict is Verdict.VALID, report.reasons
    assert report.signatures[0].level == "PKCS7-B"


def test_a_stamp_of_twenty_pages_is_compared_too(sign, trust):
    many = sign(samples.letter("Halaman", pages=25), level="B-LTA")
    assert validate(many, trust=trust).verdict is Verdict.VALID


def test_the_trust_list_is_not_the_operating_systems(signed):
    assert validate(signed["B-LTA"], trust=TrustStore(())).verdict is Verdict.INDETERMINATE


@pytest.mark.parametrize(
    "options",
    [
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        {"linearize": True},
        {"force_version": "2.0"},
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate, "linearize": True},
    ],
    ids=lambda o: "-".join(o),
)
def test_every_way_of_writing_a_file_can_be_signed_twice(options, sign, trust):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(samples.with_field())) as pdf:
        pdf.save(out, **options)
    first = sign(out.getvalue(), level="B-LT", field_name=samples.FIELD)
    assert validate(first, trust=trust).verdict is Verdict.VALID
    report = validate(sign(first), trust=trust)
    assert report.verdict is Verdict.VALID, report.reasons


def test_dates_and_producer_written_by_other_tools_are_no_change(pki, plain, trust, signer):
    described = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain)) as pdf:
        with pdf.open_metadata() as metadata:
            metadata["dc:title"] = "Keputusan"
        pdf.save(described)
    first = sign_like_others(pki, described.getvalue())
    report = validate(sign_like_others(pki, first), trust=trust, online=True)
    assert report.verdict is Verdict.VALID, report.reasons
    assert len(report.signatures) == 2


def sign_like_others(pki, pdf):
    """pyHanko as it comes: Info and XMP rewritten, default placement and picture."""
    signer = software_signer(open_p12(pki.signers / "segel.p12", Secret(PASSPHRASE)))
    number = pdf.count(b"/ByteRange") + 1
    metadata = PdfSignatureMetadata(field_name=f"Lain{number}", subfilter=SigSeedSubFilter.PADES)
    out = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    asyncio.run(PdfSigner(metadata, signer).async_sign_pdf(writer, output=out))
    return out.getvalue()


def test_a_hybrid_file_is_not_signed_but_can_be_judged(signer, trust, plain):
    hybrid = samples.hybrid()
    (outcome,) = signer.sign_batch(CITRA.who, [SigningRequest("x", hybrid)], Secret(PASSPHRASE), level="B-B")
    assert outcome.provider_code == "pdf_hibrida"
    assert validate(hybrid, trust=trust).verdict is Verdict.UNSIGNED


def test_a_signed_hybrid_file_is_marked(pki, trust):
    signer = software_signer(open_p12(pki.signers / "segel.p12", Secret(PASSPHRASE)))
    metadata = PdfSignatureMetadata(field_name="Lain", subfilter=SigSeedSubFilter.PADES)
    out = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(samples.hybrid()), strict=False)
    asyncio.run(PdfSigner(metadata, signer).async_sign_pdf(writer, output=out))
    report = validate(out.getvalue(), trust=trust, online=True)
    assert len(report.signatures) == 1
    assert report.verdict is Verdict.VALID, report.reasons
    assert any("bentuk campuran" in note for note in report.notes)
