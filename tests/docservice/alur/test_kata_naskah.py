"""An administrator rewrites a decree in a real browser: the example follows the typing, errors are told at once."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from docservice.akun.peran import Peran
from docservice.naskah.models import KataNaskah
from tests.docservice.alur.dunia import ADMIN, Rumah
from tests.docservice.alur.jendela import jendela

pytestmark = pytest.mark.peramban
SUNTING = "#id_teks"


def test_the_example_follows_the_typing_and_the_wording_is_kept(rumah: Rumah, browser: Browser) -> None:
    with jendela(browser, rumah, ADMIN, peran=Peran.ADMINISTRATOR) as layar:
        page = layar.page
        page.goto("/naskah/jenis/")
        page.click("text=Petikan Keputusan Kenaikan Pangkat")
        gambar = page.locator("#pratinjau img")
        awal = gambar.get_attribute("src")
        teks = page.input_value(SUNTING)
        page.fill(SUNTING, teks.replace("{nama}", "{namma}"))
        expect(page.locator("#pratinjau")).to_contain_text("Isian {namma} tidak ada")
        page.fill(SUNTING, teks.replace("# Jabatan", "# Jabatan terakhir"))
        expect(gambar).to_be_visible()
        assert gambar.get_attribute("src") != awal
        page.fill("#id_keputusan_nomor", "800/7/BKPSDMD/2026")
        page.fill("#id_keputusan_tanggal", "2026-01-05")
        page.click("button:has-text('Simpan kata naskah')")
        expect(page.locator("main")).to_contain_text("Kata naskah disimpan")
        assert "# Jabatan terakhir" in KataNaskah.objects.get().teks
