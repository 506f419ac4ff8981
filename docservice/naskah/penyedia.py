"""The configured signer, timestamper and trust list."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from docservice.umum.errors import SementaraTerganggu
from signing import ConfigurationError, Secret, Signer, SoftwareSigner, Timestamper, TrustStore

if TYPE_CHECKING:
    from signing.bsre import BsreSigner


@cache
def percaya() -> TrustStore:
    """Explicit anchors only: the files of ``TRUST_DIR``."""
    return TrustStore.from_directory(settings.TRUST_DIR)


def penanda_waktu() -> Timestamper:
    return Timestamper(settings.TSA_URLS)


def penanda() -> Signer:
    """The signer of ``SIGNING_URL``: ``software://<folder>``, or ``bsre://<host>`` (``bsre+http://`` without TLS)."""
    skema, _, letak = settings.SIGNING_URL.partition("://")
    try:
        if skema == "software":
            return SoftwareSigner(Path(letak), timestamper=penanda_waktu(), trust=percaya())
        if skema.partition("+")[0] == "bsre":
            return _bsre()
    except ConfigurationError as salah:
        raise SementaraTerganggu("Penyedia tanda tangan belum siap. Hubungi administrator.") from salah
    raise SementaraTerganggu(f"Penyedia tanda tangan {skema} belum didukung.")


def keadaan_penanda() -> tuple[bool, str]:
    """Whether signatures can be had now, and a word for operators; asks the provider when it is remote."""
    if settings.SIGNING_URL.startswith("bsre"):
        sehat = _bsre().health()
        return sehat.available, sehat.detail
    letak = Path(settings.SIGNING_URL.partition("://")[2])
    return (True, "perangkat lunak") if any(letak.glob("*.p12")) else (False, "tidak ada sertifikat")


def _bsre() -> BsreSigner:
    from signing.bsre import BsreSigner, FolderAccounts, Profile  # its HTTP library: only who uses BSrE pays for it

    profil = Profile.from_url(settings.SIGNING_URL, settings.SIGNING_USER, Secret(settings.SIGNING_PASSWORD))
    akun = FolderAccounts(settings.SIGNING_ACCOUNTS)
    return BsreSigner(profil, akun, timestamper=penanda_waktu(), trust=percaya())
