"""A draft that saves itself, and a decree signed with the thumb."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Route, expect

from docservice.naskah.models import Naskah
from docservice.naskah.status import StatusNaskah
from tests.docservice.alur.dunia import ADMIN, SEKDA, Rumah, passphrase
from tests.docservice.alur.jendela import jendela
from tests.docservice.naskah import alat

pytestmark = pytest.mark.peramban


def test_a_draft_saves_itself_and_is_not_stale_to_its_own_writer(rumah: Rumah, browser: Browser) -> None:
    naskah = alat.draf(rumah.kantor, 16)
    with jendela(browser, rumah, ADMIN, peran="administrator") as layar:
        page = layar.page
        page.goto(f"/naskah/{naskah.pk}/")
        page.fill("[name=nomor_urut]", "7")
        expect(page.locator("#id_revisi")).to_have_value(str(naskah.revisi + 1))
        expect(page.locator("#tersimpan")).to_contain_text("Tersimpan")
        assert alat.segar(naskah).data["nomor_urut"] == 7
        page.fill("[name=nomor_urut]", "")
        expect(page.locator("#tersimpan")).to_contain_text("Belum tersimpan. Perbaiki dulu isiannya.")
        page.fill("[name=nomor_urut]", "8")
        page.keyboard.press("Control+s")
        expect(page.get_by_text("Draf tersimpan.")).to_be_visible()
    assert alat.segar(naskah).data["nomor_urut"] == 8


def test_a_button_pressed_while_the_draft_saves_itself_is_no_conflict(rumah: Rumah, browser: Browser) -> None:
    naskah = alat.draf(rumah.kantor, 20)
    tertahan: list[Route] = []
    with jendela(browser, rumah, ADMIN, peran="administrator") as layar:
        page = layar.page
        page.goto(f"/naskah/{naskah.pk}/")
        page.route("**/simpan/", lambda satu: tertahan.append(satu))
        with page.expect_request("**/simpan/"):
            page.fill("[name=nomor_urut]", "7")
        page.keyboard.press("Control+s")
        page.keyboard.press("Control+s")
        tertahan[0].continue_()
        expect(page.get_by_text("Draf tersimpan.")).to_be_visible()
    assert alat.segar(naskah).data["nomor_urut"] == 7


def test_on_a_phone_the_passphrase_has_its_own_page(rumah: Rumah, browser: Browser) -> None:
    naskah = alat.siap(rumah.kantor, 18)
    with jendela(browser, rumah, SEKDA, ponsel=True, peran="pejabat_penandatangan") as layar:
        page = layar.page
        page.goto("/tanda-tangan/")
        if "/masuk/ulang" in page.url:
            page.fill("[name=password]", settings.DEVELOPMENT_PASSWORD)
            page.keyboard.press("Enter")
        expect(page.locator("#passphrase")).to_be_hidden()
        page.get_by_role("button", name="Tanda tangani 1 naskah").click()
        expect(page.get_by_role("heading", name="Tanda tangani 1 naskah")).to_be_visible()
        page.fill("#passphrase", passphrase())
        page.get_by_role("button", name="Tanda tangani").click()
        page.wait_for_url(re.compile("/tanda-tangan/hasil/"))
        expect(page.get_by_text("1 dari 1 naskah selesai ditandatangani")).to_be_visible(timeout=60_000)
    assert Naskah.objects.get(pk=naskah.pk).status == StatusNaskah.TERBIT
