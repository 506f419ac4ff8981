"""The lock of the screen in a real browser: a warning, nothing left to read, and every typed word back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.conf import settings
from playwright.sync_api import Browser, expect

from tests.docservice.alur.dunia import PEMILIK, Rumah
from tests.docservice.alur.jendela import jendela
from tests.docservice.alur.orang import Layar
from tests.docservice.alur.ukur import keluhan

pytestmark = pytest.mark.peramban


DIAM = timedelta(minutes=settings.IDLE_MINUTES)
"""Passes on the page's own clock: the server's stands still beside it, however busy the machine is."""


@contextmanager
def pegawai(browser: Browser, rumah: Rumah) -> Iterator[Layar]:
    with jendela(browser, rumah, PEMILIK) as layar:
        layar.page.clock.install()
        yield layar


def lewat(layar: Layar, waktu: timedelta) -> None:
    layar.page.clock.fast_forward(round(waktu.total_seconds() * 1000))


def test_idle_the_page_steps_aside_and_comes_back_with_what_was_typed(rumah: Rumah, browser: Browser) -> None:
    with pegawai(browser, rumah) as layar:
        page = layar.page
        page.goto("/token/")
        page.fill("#id_nama", "Aplikasi kinerja, setengah jad")
        lewat(layar, DIAM - timedelta(minutes=1))
        expect(page.locator(".kunci-pita")).to_be_visible()
        expect(page.locator(".kunci-pita")).to_contain_text("Layar akan dikunci")
        lewat(layar, timedelta(minutes=1))
        expect(page.locator("h1")).to_have_text("Layar dikunci")
        assert "Aplikasi kinerja" not in page.content()
        assert not page.locator("nav").count()
        assert page.title().startswith("Layar dikunci")
        assert not keluhan(layar, ponsel=False)
        page.fill("#id_password", "salah")
        page.click("main button.utama")
        expect(page.locator("main")).to_contain_text("Kata sandi tidak sesuai.")
        page.fill("#id_password", settings.DEVELOPMENT_PASSWORD)
        page.click("main button.utama")
        expect(page.locator("h1")).to_have_text("Token API")
        assert page.input_value("#id_nama") == "Aplikasi kinerja, setengah jad"
        page.check("[name=cakupan][value=baca]")
        page.click("main button.utama")
        expect(page.locator("main")).to_contain_text("Token baru Anda")


def test_a_locked_page_that_is_loaded_again_is_still_locked(rumah: Rumah, browser: Browser) -> None:
    with pegawai(browser, rumah) as layar:
        layar.page.goto("/token/")
        layar.page.goto("/kabar/")
        for pindah in (lambda: lewat(layar, DIAM), lambda: layar.page.reload(), lambda: layar.page.go_back()):
            pindah()
            expect(layar.page.locator("h1")).to_have_text("Layar dikunci")


def test_who_works_is_not_locked_out(rumah: Rumah, browser: Browser) -> None:
    with pegawai(browser, rumah) as layar:
        layar.page.goto("/token/")
        for _ in range(9):
            layar.page.locator("#id_nama").press_sequentially("a")
            lewat(layar, DIAM / 6)
        expect(layar.page.locator("h1")).to_have_text("Token API")
        assert layar.page.locator(".kunci-pita").is_hidden()
