"""Start-up checks: refuse or warn about a bad configuration, each with what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.core.exceptions import ImproperlyConfigured

SAFE_SQLITE = (3, 51, 3)
"""First release without the WAL-reset corruption."""


@register(Tags.security)
def periksa_rahasia(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    if not settings.PRODUCTION:
        return []
    masalah: list[CheckMessage] = []
    rahasia = settings.SECRET_KEY
    if len(rahasia) < 50 or len(set(rahasia)) < 10 or rahasia == settings.DEVELOPMENT_SECRET:
        hint = "Set SECRET_KEY to at least 50 random characters."
        masalah.append(Error("SECRET_KEY is missing or weak.", hint=hint, id="docservice.E001"))
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        hint = "Set ALLOWED_HOSTS to the names this service is reached by."
        masalah.append(Error("ALLOWED_HOSTS is empty or open.", hint=hint, id="docservice.E002"))
    if not settings.PUBLIC_URL.startswith("https://"):
        hint = "Set PUBLIC_URL to the https address printed in every QR."
        masalah.append(Error("PUBLIC_URL is not an https address.", hint=hint, id="docservice.E003"))
    return masalah


@register(Tags.security)
def periksa_mode(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    if settings.MODE in ("development", "test", "production"):
        return []
    hint = "Use development, test or production."
    return [Error(f"DOCSERVICE_MODE {settings.MODE!r} is unknown.", hint=hint, id="docservice.E004")]


@register(Tags.security)
def periksa_pki(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """A certificate that says it is for development must never sign a real decree."""
    if not settings.PRODUCTION:
        return []
    masalah: list[CheckMessage] = []
    if _pki_pengembangan():
        hint = "Set TRUST_DIR and SIGNING_URL to real certificates; never copy var/pki to production."
        masalah.append(Error("The trust list holds a development PKI.", hint=hint, id="docservice.E005"))
    if any(url.startswith(("http://127.", "http://localhost")) for url in settings.TSA_URLS):
        hint = "Set TSA_URL to a real timestamping authority."
        masalah.append(Error("TSA_URL points to the development TSA.", hint=hint, id="docservice.E006"))
    return masalah


def _pki_pengembangan() -> bool:
    from signing import TrustStore

    folder = Path(settings.TRUST_DIR)
    return folder.is_dir() and bool(TrustStore.from_directory(folder).development)


@register("contoh", deploy=False)
def periksa_orang_contoh(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Sample accounts with the sample password make production impossible."""
    if not settings.PRODUCTION:
        return []
    from django.db import DatabaseError

    from docservice.akun.models import Pengguna

    try:
        contoh = Pengguna.objects.filter(surel__endswith="contoh.example", is_active=True).exists()
    except DatabaseError:
        return []
    hint = "Start production with its own empty database; manage.py mulai_daerah makes its first users."
    return [Error("The database holds sample accounts.", hint=hint, id="docservice.E007")] if contoh else []


@register(Tags.database)
def periksa_sqlite(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    if settings.DATABASES["default"]["ENGINE"] != "docservice.umum.sqlite":
        return []
    versi = tuple(int(angka) for angka in sqlite3.sqlite_version.split("."))
    if versi >= SAFE_SQLITE:
        return []
    hint = "Install the pysqlite3 wheel of uv.lock, or set DATABASE_URL to PostgreSQL."
    teks = f"SQLite {sqlite3.sqlite_version} can corrupt its WAL file when several processes write."
    return [Error(teks, hint=hint, id="docservice.E008")]


@register(Tags.files)
def periksa_unduhan(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Without a server in front that understands it, every download would be empty."""
    alamat = settings.ACCEL_REDIRECT
    if not alamat or (settings.BEHIND_PROXY and alamat.startswith("/") and settings.STORAGE_URL.startswith("file://")):
        return []
    hint = "Use it behind nginx only: BEHIND_PROXY=yes, an address that begins with /, files on a local disk."
    return [Error("ACCEL_REDIRECT would make every download empty.", hint=hint, id="docservice.E024")]


@register(Tags.files)
def periksa_penyimpanan(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """A storage of Django's own kind holds no sealed blobs: the first upload would fail."""
    if not settings.STORAGE_URL.startswith("django://") or settings.STORAGE_ENCRYPT == "tidak":
        return []
    hint = "Set STORAGE_ENCRYPT=tidak and encrypt on the server, or use file:// or s3:// (docs/adr/0042)."
    return [Error("This STORAGE_URL cannot hold encrypted files.", hint=hint, id="docservice.E025")]


@register("layanan")
def periksa_clamd(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    if settings.MODE == "test":
        return []
    from docservice.dokumen.gudang import pemindai

    if pemindai().health().available:
        return []
    hint = "Start clamd or set CLAMD_URL; uploads wait until it answers, none is lost."
    return [Warning("The virus scanner does not answer.", hint=hint, id="docservice.W001")]


@register(Tags.security)
def periksa_masuk(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """A misspelt role would bind nobody; single sign-on without its secret would open to nobody, or to anybody."""
    from docservice.akun.peran import Peran

    masalah: list[CheckMessage] = []
    if asing := sorted(set(settings.MFA_ROLES) - set(Peran.values)):
        hint = f"Use roles out of: {', '.join(Peran.values)}."
        masalah.append(Error(f"MFA_ROLES names unknown roles: {', '.join(asing)}.", hint=hint, id="docservice.E021"))
    if settings.SSO_URL and not (settings.SSO_CLIENT_ID and settings.SSO_CLIENT_SECRET):
        hint = "Set SSO_CLIENT_ID and SSO_CLIENT_SECRET as registered with the provider."
        masalah.append(Error("Single sign-on has no client.", hint=hint, id="docservice.E022"))
    if settings.PRODUCTION and settings.SSO_URL and not settings.SSO_URL.startswith("https://"):
        hint = "Set SSO_URL to the https address of the issuer."
        masalah.append(Error("SSO_URL is not an https address.", hint=hint, id="docservice.E023"))
    if settings.PRODUCTION and not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        hint = "Set EMAIL_URL; until then nobody recovers a forgotten password."
        masalah.append(Warning("No mail leaves this machine.", hint=hint, id="docservice.W002"))
    return masalah


@register(Tags.files)
def periksa_gaya_naskah(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """A wrong emblem or style is told at start, not when the first decree is drawn."""
    from docservice.naskah.gaya import bawaan

    try:
        bawaan()
    except ImproperlyConfigured as salah:
        hint = "Correct NASKAH_GAYA or the NASKAH_LAMBANG_* files."
        return [Error(str(salah), hint=hint, id="docservice.E020")]
    return []
