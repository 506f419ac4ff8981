"""Sound bytes, unfit signers: weak algorithms, wrong usage, revoked, early, late, unknown or imitated."""

import asyncio
import io
from datetime import UTC, datetime, timedelta

from asn1crypto import keys
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID as Purpose
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, PdfTimeStamper
from pyhanko.sign.timestamps import DummyTimeStamper

from signing import Person, Secret
from signing.devpki import files, profiles
from signing.devpki.pki import record
from signing.devpki.profiles import Authority
from signing.engine.cms import CmsSigner, as_asn1, software_signer
from signing.engine.writer import Revision
from signing.keyfile import open_p12
from tests.signing import samples
from tests.signing.attacks.workshop import PASSPHRASE, Workshop, attack, honest, signing_with, variants


def _hand(w: Workshop, signer: CmsSigner, pdf: bytes | None = None, **options) -> bytes:
    return w.by_hand(signer, pdf or samples.letter(), **{"md_algorithm": "sha256", **options})


@attack("weak", online=True)
def sha1(w: Workshop) -> bytes:
    key = rsa.generate_private_key(65537, 2048)
    signer = w.person(key=key)
    signer._sign = signing_with(key, hashes.SHA1())
    return _hand(w, signer, md_algorithm="sha1")


@attack("weak", online=True)
def md5(w: Workshop) -> bytes:
    key = rsa.generate_private_key(65537, 2048)
    signer = w.person(key=key)
    signer._sign = signing_with(key, hashes.MD5())
    return _hand(w, signer, md_algorithm="md5")


@attack("weak", online=True)
def rsa_of_1024_bits(w: Workshop) -> bytes:
    return _hand(w, w.person(key=rsa.generate_private_key(65537, 1024)))


@attack("weak", online=True)
def older_form_of_signature_with_sha1(w: Workshop) -> bytes:
    return _hand(w, w.seal, subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED).replace(
        b"/adbe.pkcs7.detached", b"/adbe.pkcs7.sha1    "
    )


def _usage(**on: bool) -> list[profiles.Extension]:
    names: tuple[str, ...] = (
        "digital_signature",
        "content_commitment",
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
    )
    names += ("key_cert_sign", "crl_sign", "encipher_only", "decipher_only")
    return [(profiles._leaf(), True), (x509.KeyUsage(**{name: on.get(name, False) for name in names}), True)]


USAGES = {
    "only encipherment": _usage(key_encipherment=True),
    "only key agreement": _usage(key_agreement=True),
    "only data encipherment": _usage(data_encipherment=True),
    "only certificate signing": _usage(key_cert_sign=True),
    "a timestamping authority": profiles.tsa_extensions(),
    "an OCSP responder": profiles.responder_extensions(),
    "a web server": [
        *_usage(digital_signature=True, key_encipherment=True), (x509.ExtendedKeyUsage([Purpose.SERVER_AUTH]), True)
    ],
    "a certification authority": profiles.ca_extensions(path_length=0),
}  # fmt: skip
variants("usage", USAGES, lambda w, extensions: _hand(w, w.person(extensions)), online=True)


@attack("certificate", online=True)
def revoked_before_signing(w: Workshop) -> bytes:
    if not (w.pki.signers / "dicabut-dahulu.p12").exists():
        w.pki.add(Person("dicabut-dahulu", "Dicabut Dahulu"), PASSPHRASE)
        w.pki.revoke("dicabut-dahulu")

    material = open_p12(w.pki.signers / "dicabut-dahulu.p12", Secret(PASSPHRASE))
    return _hand(w, software_signer(material))


@attack("certificate", online=True)
def revoked_before_signing_and_stamped_twice(w: Workshop) -> bytes:
    """A timestamp in the signature and one over it, and no evidence of the certificate's standing."""
    revoked_before_signing(w)
    signer = software_signer(open_p12(w.pki.signers / "dicabut-dahulu.p12", Secret(PASSPHRASE)))
    return stamped_over(_stamped(signer, _authority(w)), _authority(w))


@attack("certificate", online=True)
def not_yet_valid(w: Workshop) -> bytes:
    return _hand(w, w.person(valid_from=datetime.now(UTC) + timedelta(days=30)))


@attack("certificate", online=True)
def expired(w: Workshop) -> bytes:
    now = datetime.now(UTC)
    return _hand(w, w.person(valid_from=now - timedelta(days=60), valid_until=now - timedelta(days=30)))


def _imitation(w: Workshop, label: str = "issuing") -> Authority:
    """An authority with the real one's name and its own key."""
    real = files.load_authority(w.pki.directory / "ca", label).certificate
    key = rsa.generate_private_key(65537, 2048)
    builder = profiles._start(real.subject, real.issuer, key.public_key(), None, real.not_valid_after_utc)
    return Authority(
        label, profiles._finish(builder, profiles.ca_extensions(path_length=0), key.public_key(), key), key
    )


@attack("certificate", online=True)
def authority_of_the_same_name(w: Workshop) -> bytes:
    return _hand(w, w.person(by=_imitation(w)))


@attack("certificate", online=True)
def self_signed(w: Workshop) -> bytes:
    key = rsa.generate_private_key(65537, 2048)
    name = profiles.name("Dr. Citra Lestari, M.Si.", nip="197103141994031901")
    builder = profiles._start(name, name, key.public_key(), None, datetime.now(UTC) + timedelta(days=300))
    made = profiles._finish(builder, profiles.signer_extensions(), key.public_key(), key)
    return _hand(w, CmsSigner(signing_with(key), made, [], 256))


@attack("certificate", online=True)
def other_root(w: Workshop) -> bytes:
    key = rsa.generate_private_key(65537, 2048)
    top = Authority("root", profiles.root("Akar Lain", key), key)
    return _hand(w, w.person(by=top))


@attack("certificate", online=True)
def issued_by_an_ordinary_signer(w: Workshop) -> bytes:
    """A person acting as an authority: the leaf is signed by a leaf."""
    key = rsa.generate_private_key(65537, 2048)
    person = w.person(key=key)
    below = w.person(by=Authority("issuing", person.certificate, key))
    issuing = files.load_authority(w.pki.directory / "ca", "issuing").certificate
    below.cert_registry.register(as_asn1(issuing))
    return _hand(w, below)


@attack("certificate", online=True)
def the_real_one_named_but_another_key(w: Workshop) -> bytes:
    """Citra's certificate in the container, the attacker's key under the signature."""
    key = rsa.generate_private_key(65537, 2048)
    return _hand(w, CmsSigner(signing_with(key), w.seal.certificate, [], 256))


@attack("timestamp", online=True)
def of_an_unknown_authority(w: Workshop) -> bytes:
    """The certificate has expired, and a made-up timestamp says that it had not."""
    key = rsa.generate_private_key(65537, 2048)
    top = Authority("root", profiles.root("TSA Palsu", key), key)
    der = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    now = datetime.now(UTC)
    stamper = DummyTimeStamper(
        as_asn1(top.certificate), keys.PrivateKeyInfo.load(der), fixed_dt=now - timedelta(days=40)
    )
    signer = w.person(valid_from=now - timedelta(days=60), valid_until=now - timedelta(days=30))
    return _stamped(signer, stamper)


def _authority(w: Workshop, at: datetime | None = None) -> DummyTimeStamper:
    """A timestamping authority in good standing whose clock says *at*."""
    key = rsa.generate_private_key(65537, 2048)
    issuing = files.load_authority(w.pki.directory / "ca", "issuing")
    made = profiles.issue(
        issuing, profiles.name("TSA Kedua"), key.public_key(), profiles.tsa_extensions(), w.pki.base_url
    )
    record(w.pki.directory, made)
    der = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return DummyTimeStamper(as_asn1(made), keys.PrivateKeyInfo.load(der), fixed_dt=at)


@attack("timestamp", online=True)
def from_the_future(w: Workshop) -> bytes:
    return _stamped(w.person(), _authority(w, datetime.now(UTC) + timedelta(days=3)))


@attack("timestamp", online=True)
def before_the_certificate_began(w: Workshop) -> bytes:
    now = datetime.now(UTC)
    return _stamped(w.person(valid_from=now - timedelta(days=10)), _authority(w, now - timedelta(days=40)))


@attack("timestamp", online=True)
def of_the_archive_older_than_the_signature(w: Workshop) -> bytes:
    """Each is in order by itself; the later one says that it came forty days earlier."""
    return stamped_over(w.letter, _authority(w, datetime.now(UTC) - timedelta(days=40)))


def stamped_over(pdf: bytes, authority: DummyTimeStamper) -> bytes:
    """A document timestamp alone, without evidence."""
    out = io.BytesIO()
    asyncio.run(PdfTimeStamper(authority).async_timestamp_pdf(Revision(io.BytesIO(pdf)), "sha256", output=out))
    return out.getvalue()


@honest("habit", online=True)
def a_timestamp_over_a_signature_without_evidence(w: Workshop) -> bytes:
    """As endesive and other tools that know timestamps and no DSS leave it."""
    return stamped_over(w.signed(samples.letter(), "B-T"), _authority(w))


def _stamped(signer: CmsSigner, stamper) -> bytes:
    metadata = PdfSignatureMetadata(field_name="Tangan", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
    out = io.BytesIO()
    pdf = Revision(io.BytesIO(samples.letter()))
    asyncio.run(PdfSigner(metadata, signer, timestamper=stamper).async_sign_pdf(pdf, output=out))
    return out.getvalue()
