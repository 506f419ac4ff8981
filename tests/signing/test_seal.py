"""Seals: an organisation's certificate, not a person's."""

import io

import pytest
from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader

from signing import Person, Verdict, validate
from signing.certificates import identity_of
from tests.signing.conftest import CITRA, PASSPHRASE


@pytest.mark.parametrize("who", ["segel", CITRA.who])
def test_an_identity_says_whether_it_is_a_seal(signer, who):
    identity = signer.identity(who)
    assert identity.seal is (who == "segel")
    assert identity.organisation == ("Pemerintah Daerah Contoh" if identity.seal else "docservice")


def test_a_seal_is_made_at_the_highest_level_with_an_elliptic_key(pki, sign, plain, trust):
    office = Person("segel-p384", "Segel BKPSDM", key="P-384", organisation="Pemerintah Kabupaten Contoh")
    pki.add(office, PASSPHRASE)
    report = validate(sign(plain, who=office.who, reason="Segel elektronik"), trust=trust)
    assert (report.verdict, report.signatures[0].level) == (Verdict.VALID, "B-LTA"), report.reasons


def test_the_certificate_inside_the_file_is_the_seals(sign, plain):
    (signature,) = PdfFileReader(io.BytesIO(sign(plain, level="B-B", who="segel"))).embedded_signatures
    assert identity_of(x509.load_der_x509_certificate(signature.signer_cert.dump())).seal
