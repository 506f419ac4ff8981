"""Encoding once: the same bytes, in time that does not explode."""

import pytest
from asn1crypto import cms, core, x509

from signing.settled import SettledCertificate, SettledContainer, encoded_once, raw_parts


class Nest(core.Sequence):
    """A value inside a value inside a value, as in a signature with a timestamp."""

    encodings = 0

    def _set_contents(self, force=False):
        Nest.encodings += 1
        super()._set_contents(force)


Nest._fields = [("payload", core.OctetString), ("inner", Nest, {"optional": True})]


def nested(depth, size):
    value = Nest({"payload": bytes(size)})
    for _ in range(depth):
        value = Nest({"payload": b"", "inner": value})
    return value


@pytest.mark.parametrize("size", [1, 118, 120, 122, 124, 125, 126, 127, 128, 250, 380, 381])
def test_the_bytes_are_those_of_the_library(size):
    assert encoded_once(nested(4, size)) == nested(4, size).dump()


@pytest.mark.parametrize("size", [100, 116, 118, 120, 122, 124, 126, 128])
def test_each_level_is_encoded_a_few_times_at_most(size):
    value = nested(7, size)
    Nest.encodings = 0
    encoded_once(value)
    assert Nest.encodings <= 3 * 8


def test_a_settled_value_gives_back_its_own_bytes_even_when_forced(pki):
    from cryptography.hazmat.primitives.serialization import Encoding
    from cryptography.x509 import load_pem_x509_certificate

    pem = (pki.trust / "root.pem").read_bytes()
    der = load_pem_x509_certificate(pem).public_bytes(Encoding.DER)
    assert SettledCertificate.settle(der).dump(force=True) == der
    assert isinstance(SettledCertificate.settle(der), x509.Certificate)


def test_what_is_not_one_whole_value_is_refused():
    with pytest.raises(ValueError):
        SettledContainer.settle(cms.ContentInfo({"content_type": "data", "content": b"x"}).dump() + b"\x00")


def test_parts_are_cut_byte_for_byte():
    whole = core.SequenceOf(spec=core.OctetString)
    for size in (1, 127, 128, 300):
        whole.append(bytes(size))
    assert b"".join(raw_parts(whole.contents)) == whole.contents
    assert [len(part) for part in raw_parts(whole.contents)] == [3, 129, 131, 304]
