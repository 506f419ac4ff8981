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
    from signing.csc import CscSigner


@cache
def percaya() -> TrustStore:
    """Explicit anchors only: the files of ``TRUST_DIR``."""
    return TrustStore.from_directory(settings.TRUST_DIR)


def penanda_waktu() -> Timestamper:
    return Timestamper(settings.TSA_URLS)


def penanda() -> Signer:
    """The signer of ``SIGNING_URL``: ``software://<folder>``, ``bsre://<host>`` or ``csc://<host>/csc/v2``.

    ``bsre+http://`` and ``csc+http://`` are without TLS.
    """
    skema, _, letak = settings.SIGNING_URL.partition("://")
    try:
        if skema == "software":
            return SoftwareSigner(Path(letak), timestamper=penanda_waktu(), trust=percaya())
        if jauh := _jauh():
            return jauh
    except ConfigurationError as salah:
        raise SementaraTerganggu("Penyedia tanda tangan belum siap. Hubungi administrator.") from salah
    raise SementaraTerganggu(f"Penyedia tanda tangan {skema} belum didukung.")


def keadaan_penanda() -> tuple[bool, str]:
    """Whether signatures can be had now, and a word for operators; asks the provider when it is remote."""
    if jauh := _jauh():
        sehat = jauh.health()
        return sehat.available, sehat.detail
    letak = Path(settings.SIGNING_URL.partition("://")[2])
    return (True, "perangkat lunak") if any(letak.glob("*.p12")) else (False, "tidak ada sertifikat")


def _jauh() -> BsreSigner | CscSigner | None:
    """The signer at a provider; None when the keys are here. Its HTTP library is only for who uses one."""
    skema = settings.SIGNING_URL.partition("://")[0].partition("+")[0]
    kenal = settings.SIGNING_URL, settings.SIGNING_USER, Secret(settings.SIGNING_PASSWORD)
    if skema == "bsre":
        from signing import bsre

        akun = bsre.FolderAccounts(settings.SIGNING_ACCOUNTS)
        return bsre.BsreSigner(bsre.Profile.from_url(*kenal), akun, timestamper=penanda_waktu(), trust=percaya())
    if skema == "csc":
        from signing import csc

        kunci = csc.FolderAccounts(settings.SIGNING_ACCOUNTS)
        return csc.CscSigner(csc.Profile.from_url(*kenal), kunci, timestamper=penanda_waktu(), trust=percaya())
    return None
