"""Start-up checks: each refusal and warning, caused by the settings that deserve it; each says what to do."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as nyata
from django.core.checks import CheckMessage, Error, Warning

from docservice import checks
from tests.docservice.factories import PenggunaFactory


@pytest.fixture
def produksi(settings: Any) -> Any:
    """A production configuration without fault."""
    settings.MODE, settings.PRODUCTION = "production", True
    settings.SECRET_KEY = "x9-" + "abcdefghijklmnopqrstuvwxyz" * 3
    settings.ALLOWED_HOSTS = ["arsip.contoh.go.id"]
    settings.PUBLIC_URL = "https://arsip.contoh.go.id"
    settings.TSA_URLS = ["https://tsa.contoh.go.id/tsa"]
    settings.TRUST_DIR = Path("/tidak/ada")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    return settings


def kode(*pesan: list[CheckMessage]) -> list[str]:
    semua = [satu for daftar in pesan for satu in daftar]
    assert all(satu.hint and satu.msg.endswith(".") for satu in semua)
    return [str(satu.id) for satu in semua]


@pytest.mark.parametrize(
    ("accel", "proxy", "toko", "salah"),
    [
        ("", False, "s3://arsip", []),
        ("/berkas-dalam/", True, "file:///srv/berkas", []),
        ("/berkas-dalam/", False, "file:///srv/berkas", ["docservice.E024"]),
        ("berkas-dalam/", True, "file:///srv/berkas", ["docservice.E024"]),
        ("/berkas-dalam/", True, "s3://arsip", ["docservice.E024"]),
    ],
)
def test_downloads_are_handed_over_only_to_a_server_that_takes_them(
    produksi: Any, accel: str, proxy: bool, toko: str, salah: list[str]
):
    produksi.ACCEL_REDIRECT, produksi.BEHIND_PROXY, produksi.STORAGE_URL = accel, proxy, toko
    assert kode(checks.periksa_unduhan(None)) == salah


def test_a_sound_production_configuration_passes(produksi: Any):
    semua = (checks.periksa_rahasia, checks.periksa_mode, checks.periksa_pki, checks.periksa_masuk)
    assert kode(*(periksa(None) for periksa in semua)) == []


@pytest.mark.parametrize(
    ("nama", "nilai", "id_"),
    [
        ("SECRET_KEY", "-", "docservice.E001"),
        ("SECRET_KEY", "pendek", "docservice.E001"),
        ("SECRET_KEY", "ab" * 40, "docservice.E001"),
        ("SECRET_KEY", nyata.DEVELOPMENT_SECRET, "docservice.E001"),
        ("ALLOWED_HOSTS", [], "docservice.E002"),
        ("ALLOWED_HOSTS", ["*"], "docservice.E002"),
        ("PUBLIC_URL", "http://arsip.contoh.go.id", "docservice.E003"),
    ],
)
def test_a_weak_secret_open_hosts_or_a_plain_address_refuse_production(produksi: Any, nama: str, nilai: Any, id_: str):
    setattr(produksi, nama, nilai)
    (pesan,) = checks.periksa_rahasia(None)
    assert (pesan.id, isinstance(pesan, Error)) == (id_, True)


@pytest.mark.parametrize(
    ("isi", "id_"),
    [
        ({"MFA_ROLES": ["administrator", "admin"]}, "docservice.E021"),
        ({"SSO_URL": "https://sso.contoh.go.id", "SSO_CLIENT_ID": "arsip"}, "docservice.E022"),
        (
            {"SSO_URL": "http://sso.contoh.go.id", "SSO_CLIENT_ID": "arsip", "SSO_CLIENT_SECRET": "x"},
            "docservice.E023",
        ),
        ({"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend"}, "docservice.W002"),
    ],
)
def test_a_door_that_would_not_work_is_told_at_start(produksi: Any, isi: dict[str, Any], id_: str):
    for nama, nilai in isi.items():
        setattr(produksi, nama, nilai)
    assert kode(checks.periksa_masuk(None)) == [id_]


def test_an_unknown_mode_is_refused(settings: Any):
    settings.MODE = "produksi"
    assert kode(checks.periksa_mode(None)) == ["docservice.E004"]


def test_a_development_pki_refuses_production(produksi: Any):
    produksi.TRUST_DIR = Path(nyata.PKI_DIR) / "trust"
    assert kode(checks.periksa_pki(None)) == ["docservice.E005"]


@pytest.mark.parametrize("url", ["http://127.0.0.1:8318/tsa", "http://localhost:8318/tsa"])
def test_the_development_tsa_refuses_production(produksi: Any, url: str):
    produksi.TSA_URLS = ["https://tsa.contoh.go.id/tsa", url]
    assert kode(checks.periksa_pki(None)) == ["docservice.E006"]


@pytest.mark.django_db
def test_sample_people_refuse_production(produksi: Any):
    assert kode(checks.periksa_orang_contoh(None)) == []
    contoh = PenggunaFactory.create(surel="damar@contoh.example")
    assert kode(checks.periksa_orang_contoh(None)) == ["docservice.E007"]
    contoh.is_active = False
    contoh.save()
    assert kode(checks.periksa_orang_contoh(None)) == []


def test_a_sqlite_that_can_corrupt_its_file_is_refused(settings: Any, monkeypatch: pytest.MonkeyPatch):
    mesin = {"default": {**settings.DATABASES["default"], "ENGINE": "docservice.umum.sqlite"}}
    monkeypatch.setattr(nyata, "DATABASES", mesin)
    assert kode(checks.periksa_sqlite(None)) == []  # the wheel's own
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.40.1")
    assert kode(checks.periksa_sqlite(None)) == ["docservice.E008"]


def test_with_postgresql_the_version_of_sqlite_does_not_matter(settings: Any, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(nyata, "DATABASES", {"default": {"ENGINE": "django.db.backends.postgresql"}})
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.40.1")
    assert kode(checks.periksa_sqlite(None)) == []


def test_an_absent_scanner_warns_and_does_not_stop_the_start(settings: Any, tmp_path: Path):
    settings.MODE = "development"
    assert kode(checks.periksa_clamd(None)) == []
    settings.CLAMD_URL = f"unix://{tmp_path}/tidak-ada.sock"
    (pesan,) = checks.periksa_clamd(None)
    assert (pesan.id, isinstance(pesan, Warning)) == ("docservice.W001", True)


def test_in_development_none_of_it_is_asked(settings: Any):
    settings.MODE, settings.PRODUCTION = "development", False
    assert kode(checks.periksa_rahasia(None), checks.periksa_pki(None), checks.periksa_orang_contoh(None)) == []


def test_a_production_start_without_secrets_really_stops(tmp_path: Path):
    lingkungan = {k: v for k, v in os.environ.items() if k not in ("SECRET_KEY", "ALLOWED_HOSTS", "PUBLIC_URL")}
    lingkungan |= {"DOCSERVICE_MODE": "production", "VAR_DIR": str(tmp_path)}
    lingkungan.pop("DATABASE_URL", None)
    hasil = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=nyata.BASE_DIR,
        env=lingkungan,
        capture_output=True,
        text=True,
        check=False,
    )
    assert hasil.returncode != 0
    for id_ in ("docservice.E001", "docservice.E002", "docservice.E003", "docservice.E005", "docservice.E006"):
        assert id_ in hasil.stderr
    assert "Traceback" not in hasil.stderr


def test_the_sample_passphrase_is_shown_nowhere_in_production(produksi: Any):
    from docservice.akun.masuk import contoh_masuk

    assert contoh_masuk() == {"contoh": [], "sandi_contoh": ""}


def test_mail_of_development_lies_beside_the_other_data(tmp_path: Path):
    bersih = {nama: isi for nama, isi in os.environ.items() if nama != "EMAIL_URL"}
    perintah = "from docservice import settings; print(settings.EMAIL_FILE_PATH)"
    hasil = subprocess.run(
        [sys.executable, "-c", perintah],
        env=bersih | {"VAR_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert hasil.stdout.strip() == str(tmp_path / "surel")
