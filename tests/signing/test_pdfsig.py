"""A second opinion: Poppler with NSS, which nobody here wrote."""

import pytest

from signing import LEVELS, DevPki, DevServices
from tests.signing import poppler, samples
from tests.signing.conftest import free_port
from tests.signing.oracle.files import PASSPHRASE, every_claim, people


@pytest.fixture(scope="module")
def nss(pki, tmp_path_factory):
    return poppler.database(pki.trust / "root.pem", tmp_path_factory.mktemp("nss"))


@pytest.mark.parametrize("level", LEVELS)
def test_poppler_finds_each_level_valid_and_trusted(level, signed, nss, file):
    said = poppler.says(nss, file(signed[level]))
    assert "Signature is Valid." in said
    assert "Certificate is Trusted." in said
    assert "ETSI.CAdES.detached" in said


def test_poppler_sees_the_prepared_field(sign, nss, file):
    said = poppler.says(nss, file(sign(samples.with_field(), field_name=samples.FIELD)))
    assert f"Signature Field Name: {samples.FIELD}" in said
    assert "Signature is Valid." in said


def test_poppler_and_we_agree_about_a_changed_page(signed, nss, file):
    data = signed["B-LTA"]
    at = data.index(b"endstream") - 5
    changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
    assert "Signature is Valid." not in poppler.says(nss, file(changed))


def test_poppler_passes_every_signer_at_every_level_with_every_key(tmp_path):
    """The same files that ``make oracle`` takes to EU DSS. Poppler looks at no document timestamp."""
    directory, failed, path = tmp_path / "pki", [], tmp_path / "satu.pdf"
    pki = DevPki.create(directory, people=list(people().values()), passphrase=PASSPHRASE, port=free_port())
    nss = poppler.database(pki.trust / "root.pem", tmp_path)
    with DevServices(directory):  # NSS asks the responder
        claims = list(every_claim(pki, tmp_path))
        for claim in claims:
            path.write_bytes(claim.pdf)
            said = poppler.says(nss, path)
            good = said.count("Signature is Valid.") == len(claim.levels) and "Certificate is Trusted." in said
            failed += [] if good else [(claim.name, said)]
    assert failed == []
    assert {claim.name.rsplit("-B-", 1)[0] for claim in claims} >= {
        f"{signer}-{kind}"
        for signer in ("software", "token", "bsre-v1", "bsre-v2", "csc-v1", "csc-v2")
        for kind in ("RSA-2048", "RSA-3072", "P-256", "P-384")
    }
