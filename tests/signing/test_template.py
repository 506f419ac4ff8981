"""The pre-built container is the library's own, byte for byte."""

import asyncio
import hashlib

import pytest
from asn1crypto import core

from signing import Timestamper, TimestampUnavailable
from signing.devpki.pki import Person
from signing.devpki.profiles import KEY_KINDS, new_key
from signing.engine.cms import CmsSigner
from signing.engine.template import encoded
from signing.engine.tokens import TokenSource
from tests.signing.conftest import free_port


class OneToken(TokenSource):
    """Gives the same token twice: two containers can only be compared with one."""

    async def async_timestamp(self, message_digest, md_algorithm):
        if not hasattr(self, "kept"):
            self.kept = await super().async_timestamp(message_digest, md_algorithm)
        return self.kept


def signer_of(pki, kind):
    chain = pki.certify(Person("pola", "Pola Wadah", key=kind), new_key(kind).public_key())
    return CmsSigner(lambda data, digest: hashlib.new(digest, data).digest() * 4, chain[0], chain[1:])


@pytest.mark.parametrize("stamped", [False, True])
@pytest.mark.parametrize("kind", KEY_KINDS)
def test_the_template_gives_what_the_library_builds(kind, stamped, pki):
    signer = signer_of(pki, kind)
    source = OneToken(Timestamper([pki.tsa_url]), pki.tsa_url) if stamped else None
    digest = hashlib.new(signer.digest, b"naskah").digest()

    async def both():
        asked = {"use_pades": True, "timestamper": source}
        quick = await signer.async_sign(digest, signer.digest, **asked)
        return quick.dump(), (await signer._built(digest, signer.digest, **asked)).dump()

    quick, built = asyncio.run(both())
    assert quick == built


def test_what_is_no_baseline_signature_is_left_to_the_library(pki):
    signer = signer_of(pki, "P-256")
    asyncio.run(signer.async_sign(bytes(32), "sha256", use_pades=False))
    assert signer._templates == {}


def test_a_silent_authority_makes_no_container(pki):
    signer, url = signer_of(pki, "P-256"), f"http://127.0.0.1:{free_port()}/"
    source = TokenSource(Timestamper([url], timeout=1), url)
    with pytest.raises(TimestampUnavailable):
        asyncio.run(signer.async_sign(bytes(32), "sha256", use_pades=True, timestamper=source))


@pytest.mark.parametrize("size", [0, 1, 127, 128, 255, 256, 65_535, 65_536])
def test_lengths_are_encoded_as_der_wants_them(size):
    assert encoded(4, bytes(size)) == core.OctetString(bytes(size)).dump()
