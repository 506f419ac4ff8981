"""Numbers that are stored encrypted: NIK, NPWP, family card, account (C.0).

AES-256-GCM under the keys of the file store, bound to the name of the field; opened only where somebody looks.
Beside it a keyed fingerprint, so that the same number of two people is noticed without opening either.
"""

from __future__ import annotations

import base64
import binascii

from django.utils.crypto import salted_hmac

from docservice.dokumen.gudang import kunci
from storage.errors import BlobDamaged, KeyMissing

AWAL = "sandi"
GARAM = "docservice.riwayat.sandi"


def segel(nama: str, angka: str) -> str:
    """``sandi:<fingerprint>:<key name>:<sealed>``; the same number sealed twice differs but for the fingerprint."""
    kid, isi = kunci().wrap(angka.encode(), f"{GARAM}:{nama}".encode())
    return f"{AWAL}:{sidik(nama, angka)}:{kid}:{base64.b64encode(isi).decode()}"


def sidik(nama: str, angka: str) -> str:
    return salted_hmac(f"{GARAM}.{nama}", angka, algorithm="sha256").hexdigest()[:24]


def tersegel(nilai: object) -> bool:
    return isinstance(nilai, str) and nilai.startswith(f"{AWAL}:")


def buka(nama: str, nilai: str) -> str:
    """The number. Raises :class:`ValueError` when it was changed, is of another field, or its key is gone."""
    try:
        _, _, kid, isi = nilai.split(":")
        return kunci().unwrap(kid, base64.b64decode(isi, validate=True), f"{GARAM}:{nama}".encode()).decode()
    except (BlobDamaged, KeyMissing, binascii.Error) as salah:
        raise ValueError("nilai tersandi tidak dapat dibuka") from salah


def samarkan(angka: str) -> str:
    """*•••• 1913*: enough to recognise one's own."""
    return f"•••• {angka[-4:]}" if len(angka) > 4 else "••••"
