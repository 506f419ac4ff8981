"""The trust list is explicit."""

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from signing import ConfigurationError, DevPki, TrustStore, Verdict, validate
from signing.certificates import identity_of, is_development
from tests.signing.conftest import CITRA, PASSPHRASE, free_port


def test_the_development_pki_is_recognised(trust):
    assert trust.development
    assert len(trust.anchors) == 1
    assert len(trust.intermediates) == 1


def test_an_empty_directory_is_not_a_trust_list(tmp_path):
    with pytest.raises(ConfigurationError) as error:
        TrustStore.from_directory(tmp_path)
    assert error.value.code == "kepercayaan_kosong"


def test_a_missing_directory_is_not_a_trust_list(tmp_path):
    with pytest.raises(ConfigurationError):
        TrustStore.from_directory(tmp_path / "tidak-ada")


def test_a_file_that_is_no_certificate_is_an_error(tmp_path):
    (tmp_path / "akar.pem").write_text("bukan sertifikat")
    with pytest.raises(ConfigurationError) as error:
        TrustStore.from_directory(tmp_path)
    assert error.value.code == "kepercayaan_rusak"


def test_it_survives_the_trip_to_the_child(trust):
    assert TrustStore.from_dict(trust.to_dict()) == trust


def test_signatures_of_strangers_are_not_decided(tmp_path, signed):
    other = DevPki.create(tmp_path, people=[], passphrase=PASSPHRASE, port=free_port())
    report = validate(signed["B-LTA"], trust=TrustStore.from_directory(other.trust))
    assert report.verdict is Verdict.INDETERMINATE
    assert report.signatures[0].trust == "untrusted"
    assert "tidak sampai pada otoritas yang dipercaya" in report.signatures[0].reasons[0]


def test_trusting_nobody_decides_nothing(signed):
    assert validate(signed["B-LTA"], trust=TrustStore.nobody()).verdict is Verdict.INDETERMINATE


def test_a_timestamping_anchor_is_not_trusted_for_people(trust, signed):
    only_time = TrustStore((), tsa_anchors=trust.anchors, intermediates=trust.intermediates)
    report = validate(signed["B-LTA"], trust=only_time)
    assert report.verdict is Verdict.INDETERMINATE
    assert [t.verdict for t in report.timestamps] == [Verdict.VALID]


def test_the_issuing_authority_can_be_the_anchor(trust, signed):
    assert validate(signed["B-LTA"], trust=TrustStore(trust.intermediates)).verdict is Verdict.VALID


def test_every_development_certificate_says_what_it_is(pki):
    files = [*pki.directory.rglob("*.pem")]
    assert len(files) > 8
    assert all(is_development(x509.load_pem_x509_certificate(f.read_bytes())) for f in files)


def test_the_nip_is_read_from_the_subject(pki):
    certificate = x509.load_pem_x509_certificate((pki.signers / f"{CITRA.who}.pem").read_bytes())
    assert identity_of(certificate).nip == CITRA.nip
    assert certificate.public_bytes(Encoding.DER)
