"""A real PKCS#11 token: SoftHSM in a folder of its own. Keys are made on the token and never leave it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pkcs11
from asn1crypto import keys as asn1_keys
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, load_der_public_key
from pkcs11.constants import Attribute, ObjectClass
from pkcs11.mechanisms import KeyType
from pkcs11.util.ec import encode_ec_public_key, encode_named_curve_parameters
from pkcs11.util.rsa import encode_rsa_public_key

from signing.devpki import DevPki, Person

PIN = "271828"
NAMA = "token-uji"
_KURVA = {"P-256": "secp256r1", "P-384": "secp384r1"}


@dataclass(frozen=True)
class Token:
    """*modul* is the library, *folder* where SoftHSM keeps its tokens."""

    modul: str
    folder: Path

    @contextlib.contextmanager
    def tercabut(self) -> Iterator[Callable[[], Path]]:
        """Gives a function that pulls the token out; at the end it is plugged in again."""
        (token,) = self.folder.iterdir()
        jauh = self.folder.with_name("tercabut")
        try:
            yield lambda: token.rename(jauh)
        finally:
            jauh.rename(token)

    def pemegang(self, pki: DevPki, orang: Person) -> None:
        """Make a key pair of ``orang.key`` on the token and put its certificate beside it."""
        nomor = orang.who.encode()
        with self._tulis() as sesi:
            publik, _ = _pasangan(sesi, orang.key, label=orang.who, id=nomor, store=True)
            sertifikat, *_ = pki.certify(orang, _kunci(publik))
            self._simpan(sesi, sertifikat, orang.who, nomor)

    def sertifikat_saja(self, pki: DevPki, orang: Person, sertifikat: x509.Certificate, nomor: bytes) -> None:
        """A certificate under *nomor*, whose key may be missing or somebody else's."""
        with self._tulis() as sesi:
            self._simpan(sesi, sertifikat, orang.who, nomor)

    def _tulis(self) -> Any:
        """Looked for anew: the library still believes what it saw while the token was pulled out."""
        pustaka = pkcs11.lib(self.modul)
        pustaka.reinitialize()
        return pustaka.get_token(token_label=NAMA).open(rw=True, user_pin=PIN)

    def _simpan(self, sesi: Any, sertifikat: x509.Certificate, label: str, nomor: bytes) -> None:
        isi = {
            Attribute.CLASS: ObjectClass.CERTIFICATE,
            Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
            Attribute.TOKEN: True,
            Attribute.LABEL: label,
            Attribute.ID: nomor,
            Attribute.SUBJECT: sertifikat.subject.public_bytes(),
            Attribute.VALUE: sertifikat.public_bytes(Encoding.DER),
        }
        sesi.create_object(isi)


@cache
def siapkan() -> Token:
    """The one token of this process: SoftHSM reads its folder from the environment once, when it is loaded."""
    dasar = Path(tempfile.mkdtemp(prefix="hsm-", dir=os.environ.get("UJI_DIR")))
    folder = dasar / "token"
    folder.mkdir()
    (dasar / "softhsm2.conf").write_text(f"directories.tokendir = {folder}\nobjectstore.backend = file\n")
    os.environ["SOFTHSM2_CONF"] = str(dasar / "softhsm2.conf")
    perintah = ["softhsm2-util", "--init-token", "--free", "--label", NAMA, "--so-pin", "31415926", "--pin", PIN]
    subprocess.run(perintah, check=True, capture_output=True)
    return Token(_modul(), folder)


def _modul() -> str:
    """Debian and Ubuntu agree on the first; others put it beside their libraries."""
    ada = [Path("/usr/lib/softhsm/libsofthsm2.so"), *Path("/usr/lib").glob("*/softhsm/libsofthsm2.so")]
    return str(next(berkas for berkas in ada if berkas.exists()))


def _pasangan(sesi: Any, jenis: str, **nama: Any) -> Any:
    if jenis in _KURVA:
        kurva = {Attribute.EC_PARAMS: encode_named_curve_parameters(_KURVA[jenis])}
        return sesi.create_domain_parameters(KeyType.EC, kurva, local=True).generate_keypair(**nama)
    return sesi.generate_keypair(KeyType.RSA, int(jenis.removeprefix("RSA-")), **nama)


def _kunci(publik: Any) -> Any:
    if publik.key_type == KeyType.EC:
        return load_der_public_key(encode_ec_public_key(publik))
    isi = asn1_keys.RSAPublicKey.load(encode_rsa_public_key(publik))
    return load_der_public_key(asn1_keys.PublicKeyInfo.wrap(isi, "rsa").dump())
