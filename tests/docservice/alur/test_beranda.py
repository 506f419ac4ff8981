"""The home in a browser: what is new stands there by itself, but never moves what somebody is about to press."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.docservice.alur.dunia import Rumah
from tests.docservice.alur.jendela import jendela
from tests.docservice.riwayat.alat import berkas

pytestmark = pytest.mark.peramban


def test_cards_renew_themselves_unless_somebody_is_at_them(rumah: Rumah, browser: Browser) -> None:
    with jendela(browser, rumah, 15) as layar:
        page = layar.page
        page.clock.install()
        page.goto("/")
        angka = page.locator("#kartu .angka-besar").first
        semula = int(angka.inner_text())
        berkas(rumah.kantor, 13, "KARPEG")
        page.locator("#kartu a").first.focus()
        page.clock.run_for(61_000)
        expect(angka).to_have_text(str(semula))
        page.locator("#kartu a").first.blur()
        page.clock.run_for(61_000)
        expect(angka).to_have_text(str(semula + 1))
    assert not layar.keluhan
