"""In production nothing of the sample office is shown, loaded or let in."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings
from playwright.sync_api import Browser

from tests.docservice.alur.dunia import PEMILIK, SEKDA, Rumah, passphrase
from tests.docservice.alur.jendela import jendela
from tests.docservice.bersama import lingkungan_anak

pytestmark = pytest.mark.peramban
PRODUKSI = {
    "DOCSERVICE_MODE": "production",
    "SECRET_KEY": "kunci-" + "acak9" * 12,
    "ALLOWED_HOSTS": "arsip.contoh.go.id",
    "PUBLIC_URL": "https://arsip.contoh.go.id",
    "TSA_URL": "https://tsa.contoh.go.id/",
}


@pytest.fixture
def produksi(rumah: Rumah) -> Iterator[Rumah]:
    with override_settings(PRODUCTION=True, MODE="production"):
        yield rumah


def test_the_sign_in_page_names_nobody_and_no_password(produksi: Rumah, browser: Browser) -> None:
    with jendela(browser, produksi) as layar:
        layar.page.goto("/masuk/")
        isi = layar.page.content()
        assert "Orang contoh" not in isi
        assert settings.DEVELOPMENT_PASSWORD not in isi
        assert produksi.orang(PEMILIK).nama not in isi
        assert "Lingkungan uji" not in isi
        assert layar.page.locator("main form").count() == 1


def test_the_tray_does_not_say_the_passphrase(produksi: Rumah, browser: Browser) -> None:
    produksi.naskah(14)
    with jendela(browser, produksi, SEKDA) as layar:
        layar.page.goto("/tanda-tangan/")
        assert layar.page.locator("#passphrase").is_visible()
        assert passphrase() not in layar.page.content()
        assert "Lingkungan uji" not in layar.page.content()


def manage(*perintah: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-W", "ignore", str(Path(settings.BASE_DIR) / "manage.py"), *perintah]
    env = lingkungan_anak(**PRODUKSI)
    return subprocess.run(program, env=env, capture_output=True, text=True, timeout=120, check=False)


def test_the_sample_office_cannot_be_loaded_and_its_database_not_be_served(rumah: Rumah) -> None:
    """What a start runs first is ``check``: it refuses this database and this PKI, each with what to do."""
    muat, periksa = manage("seed_demo", "--skip-checks"), manage("check")
    assert muat.returncode == 1
    assert "Kantor contoh tidak boleh dimuat di lingkungan produksi." in muat.stderr
    assert periksa.returncode == 1
    for kode in ("docservice.E005", "docservice.E007"):
        assert kode in periksa.stderr
    assert "Start production with its own empty database" in periksa.stderr
