"""Every level with every kind of key, judged by our verifier and by Poppler."""

import io

import pytest
from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader

from signing import LEVELS, Person, Verdict, validate
from signing.devpki.profiles import KEY_KINDS
from tests.signing import poppler
from tests.signing.conftest import PASSPHRASE

DIGESTS = {"P-384": "sha384"}


@pytest.fixture(scope="module")
def nss(pki, tmp_path_factory):
    return poppler.database(pki.trust / "root.pem", tmp_path_factory.mktemp("nss"))


@pytest.fixture(scope="module")
def holders(pki):
    """One certificate for each kind of key."""
    for kind in KEY_KINDS:
        pki.add(Person(kind, f"Pemegang {kind}", key=kind), PASSPHRASE)
    return KEY_KINDS


@pytest.mark.parametrize("kind", KEY_KINDS)
@pytest.mark.parametrize("level", LEVELS)
def test_each_level_with_each_key_passes_both_judges(kind, level, holders, sign, plain, trust, nss, file):
    pdf = sign(plain, level=level, who=kind)
    report = validate(pdf, trust=trust, online=level in {"B-B", "B-T"})
    assert (report.verdict, report.signatures[0].level) == (Verdict.VALID, level), report.reasons
    said = poppler.says(nss, file(pdf))
    assert "Signature is Valid." in said
    assert "Certificate is Trusted." in said
    assert f"Signing Hash Algorithm: {DIGESTS.get(kind, 'sha256').upper().replace('SHA', 'SHA-')}" in said


@pytest.mark.parametrize("kind", KEY_KINDS)
def test_the_digest_is_as_strong_as_the_key(kind, holders, sign, plain, pki):
    (signature,) = PdfFileReader(io.BytesIO(sign(plain, level="B-B", who=kind))).embedded_signatures
    assert signature.md_algorithm == DIGESTS.get(kind, "sha256")
    key = x509.load_pem_x509_certificate((pki.signers / f"{kind}.pem").read_bytes()).public_key()
    assert f"{key.key_size}" in kind  # type: ignore[union-attr]
