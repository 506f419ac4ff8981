"""Signed PDFs are recognised, counted and never touched."""

from __future__ import annotations

import datetime
import hashlib
import io
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

from storage import inspect
from tests.storage import pdf_buatan as buat


@pytest.fixture(scope="module")
def signer(tmp_path_factory: pytest.TempPathFactory) -> signers.SimpleSigner:
    """A throw-away key with its own certificate: whom to trust is not asked here."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Uji Tanda Tangan")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + datetime.timedelta(days=1))
        .add_extension(x509.KeyUsage(True, True, *[False] * 7), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("kunci") / "uji.p12"
    path.write_bytes(
        serialization.pkcs12.serialize_key_and_certificates(
            b"uji", key, certificate, None, serialization.BestAvailableEncryption(b"uji")
        )
    )
    signer = signers.SimpleSigner.load_pkcs12(path, passphrase=b"uji")
    assert isinstance(signer, signers.SimpleSigner)
    return signer


def signed(content: bytes, signer: signers.SimpleSigner, field: str) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    metadata = signers.PdfSignatureMetadata(field_name=field, subfilter=fields.SigSeedSubFilter.PADES)
    return bytes(signers.sign_pdf(writer, metadata, signer=signer).getbuffer())


def look(folder: Path, content: bytes):
    path = folder / "sk.pdf"
    path.write_bytes(content)
    seen = inspect(path, filename="sk.pdf")
    assert hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(content).digest()
    return seen


def test_each_signature_is_counted_and_the_file_accepted_untouched(tmp_path: Path, signer) -> None:
    once = signed(buat.pages(1), signer, "Pertama")
    twice = signed(once, signer, "Kedua")
    assert (look(tmp_path, once).signatures, look(tmp_path, twice).signatures) == (1, 2)
    assert look(tmp_path, twice).accepted


def test_an_empty_signature_field_is_no_signature(tmp_path: Path) -> None:
    field = {4: b"<</FT/Sig/T(ttd)/Type/Annot/Subtype/Widget/Rect[0 0 0 0]>>"}
    seen = look(tmp_path, buat.pdf(field, catalog=b"/AcroForm<</Fields[4 0 R]>>"))
    assert (seen.accepted, seen.signatures) == (True, 0)


def test_a_field_that_inherits_its_type_is_counted(tmp_path: Path) -> None:
    tree = {
        4: b"<</FT/Sig/T(induk)/Kids[5 0 R]>>",
        5: b"<</Parent 4 0 R/T(anak)/V 6 0 R>>",
        6: b"<</Type/Sig/Filter/Adobe.PPKLite>>",
    }
    assert look(tmp_path, buat.pdf(tree, catalog=b"/AcroForm<</Fields[4 0 R]>>")).signatures == 1


def test_a_signed_file_with_a_script_is_still_refused_and_its_signature_told(tmp_path: Path, signer) -> None:
    scripted = buat.pdf(catalog=b"/OpenAction<</S/JavaScript/JS(1)>>")
    seen = look(tmp_path, signed(scripted, signer, "Pertama"))
    assert (seen.reason_code, seen.signatures) == ("isi_aktif", 1)
