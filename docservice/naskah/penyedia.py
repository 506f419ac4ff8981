"""The configured signer, timestamper and trust list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from docservice.umum.errors import BelumLengkap, SementaraTerganggu
from docservice.umum.waktu import tanggal_panjang
from signing import (
    ConfigurationError,
    OutcomeStatus,
    Pkcs11Signer,
    Secret,
    Signer,
    SigningError,
    SoftwareSigner,
    Timestamper,
    TrustStore,
)
from signing.token_uri import parse_provider

if TYPE_CHECKING:
    from signing.bsre import BsreSigner
    from signing.csc import CscSigner


@cache
def percaya() -> TrustStore:
    """Explicit anchors only: the files of ``TRUST_DIR``."""
    return TrustStore.from_directory(settings.TRUST_DIR)


def penanda_waktu() -> Timestamper:
    return Timestamper(settings.TSA_URLS)


def penanda() -> Signer:
    """The signer of ``SIGNING_URL``. Raises :class:`SementaraTerganggu` before anything is begun."""
    try:
        return _PENYEDIA[_skema()]()
    except KeyError:
        raise SementaraTerganggu(f"Penyedia tanda tangan {_skema()} belum didukung.") from None
    except ConfigurationError as salah:
        raise SementaraTerganggu("Penyedia tanda tangan belum siap. Hubungi administrator.") from salah


def check_sertifikat(nip: str) -> None:
    """Raises :class:`BelumLengkap` when the certificate of *nip* has ended; what is not known here is not judged."""
    try:
        habis = penanda().identity(nip).not_after
    except (SigningError, SementaraTerganggu):
        return
    if kalimat := sertifikat_habis(habis):
        raise BelumLengkap(kalimat)


def sertifikat_habis(berakhir: datetime) -> str:
    """What its owner reads once it has ended; empty before."""
    if berakhir > timezone.now():
        return ""
    akhir = tanggal_panjang(timezone.localtime(berakhir).date())
    return f"Sertifikat Anda berakhir {akhir}. Ajukan sertifikat baru ke BSrE, lalu coba lagi."


def keadaan_penanda() -> tuple[bool, str]:
    """Whether signatures can be had now, and a word for operators; asks the provider when it is remote."""
    if _skema() in ("bsre", "csc"):
        sehat = (_bsre() if _skema() == "bsre" else _csc()).health()
        return sehat.available, sehat.detail
    if _skema() == "pkcs11":
        return _token().available(), "token PKCS#11"
    letak = Path(settings.SIGNING_URL.partition("://")[2])
    return (True, "perangkat lunak") if any(letak.glob("*.p12")) else (False, "tidak ada sertifikat")


@dataclass(frozen=True)
class Rahasia:
    """What an official types to sign: ``nama`` labels the field, ``kirim`` says whether a code is sent on request."""

    nama: str
    kirim: bool = False


def rahasia() -> Rahasia:
    """Whether a CSC key needs a code is known to the provider only; who asks is told."""
    if _skema() == "csc":
        return Rahasia("PIN atau kode", kirim=True)
    if _skema() == "bsre" and "secret=totp" in str(settings.SIGNING_URL).partition("?")[2].split("&"):
        return Rahasia("Kode TOTP", kirim=True)
    return Rahasia("Passphrase")


def _skema() -> str:
    return str(settings.SIGNING_URL).partition(":")[0].partition("+")[0]


def _perangkat_lunak() -> SoftwareSigner:
    """``software:///<folder>``"""
    letak = Path(settings.SIGNING_URL.partition("://")[2])
    return SoftwareSigner(letak, timestamper=penanda_waktu(), trust=percaya())


def _token() -> Pkcs11Signer:
    """``pkcs11:token=<label>?module-path=<file>``; keys and certificates are labelled with the officials' NIP."""
    modul, token = parse_provider(settings.SIGNING_URL)
    return Pkcs11Signer(modul, token, timestamper=penanda_waktu(), trust=percaya())


def _bsre() -> BsreSigner:
    """``bsre://<host>``, ``bsre+http://`` without TLS."""
    from signing import bsre  # its HTTP library: only who uses a provider pays for it

    akun = bsre.FolderAccounts(settings.SIGNING_ACCOUNTS)
    return bsre.BsreSigner(bsre.Profile.from_url(*_kenal()), akun, timestamper=penanda_waktu(), trust=percaya())


def _csc() -> CscSigner:
    """``csc://<host>/csc/v2``, ``csc+http://`` without TLS."""
    from signing import csc

    kunci = csc.FolderAccounts(settings.SIGNING_ACCOUNTS)
    return csc.CscSigner(csc.Profile.from_url(*_kenal()), kunci, timestamper=penanda_waktu(), trust=percaya())


def _kenal() -> tuple[str, str, Secret]:
    return settings.SIGNING_URL, settings.SIGNING_USER, Secret(settings.SIGNING_PASSWORD)


_PENYEDIA: dict[str, Callable[[], Signer]] = {
    "software": _perangkat_lunak,
    "pkcs11": _token,
    "bsre": _bsre,
    "csc": _csc,
}


def nasib_proses_mati() -> OutcomeStatus:
    """Of an attempt whose process died: a local key leaves no trace elsewhere, a provider may have signed."""
    return OutcomeStatus.RETRYABLE if penanda().name == "software" else OutcomeStatus.UNKNOWN
