"""A second opinion: Poppler with NSS, which nobody here wrote."""

import pytest

from signing import LEVELS
from tests.signing import poppler, samples


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
