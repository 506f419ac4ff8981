"""Searching with hands: results and offers while typing, keys, facets on a phone, the words on the page image."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from docservice.akun.peran import Peran
from docservice.dokumen.indeks import bangun_ulang
from docservice.dokumen.models import Halaman, VersiDokumen
from tests.docservice.alur.dunia import FASILITATOR, PEMILIK, TEMAN, Rumah, gambar
from tests.docservice.alur.jendela import jendela
from tests.docservice.alur.ukur import keluhan

pytestmark = pytest.mark.peramban


@pytest.fixture(scope="module")
def isi(rumah: Rumah) -> Rumah:
    """Twenty-one cards of one person, and one paper with two pages of another."""
    for urut in range(21):
        rumah.dokumen(PEMILIK, "KARPEG", nomor=f"A.{urut:04d}/KARPEG/2019", isi__teks=f"kartu pegawai nomor {urut}")
    dua = rumah.dokumen(TEMAN, "SK_CPNS", isi__teks="halaman depan")
    versi = dua.versi.get()
    kata = [["diangkat", 0.2, 0.3, 0.4, 0.33, 95], ["menjadi", 0.42, 0.3, 0.55, 0.33, 95]]
    lembar = gambar("diangkat menjadi", 1131)
    Halaman.objects.create(
        versi=versi, nomor=2, lebar=1131, tinggi=1600, gambar=lembar, kecil=lembar, teks="diangkat menjadi", kata=kata
    )
    VersiDokumen.objects.filter(pk=versi.pk).update(jumlah_halaman=2)
    return rumah


@pytest.fixture
def arsip(isi: Rumah) -> Rumah:
    """Its index, which every test begins without."""
    bangun_ulang()
    return isi


def test_results_follow_the_typing_and_keys_lead_to_the_words_on_the_page(arsip: Rumah, browser: Browser) -> None:
    with jendela(browser, arsip, FASILITATOR, peran=Peran.FASILITATOR, tema="terang") as layar:
        page = layar.page
        page.goto("/cari/")
        page.keyboard.press("Tab")
        page.keyboard.press("/")
        page.locator("#kotak-cari").press_sequentially("pengangkatan", delay=20)
        expect(page.locator("#cari-jumlah")).to_contain_text("1 dokumen")
        expect(page).to_have_url(re.compile(r"\?q=pengangkatan"))
        # The address changes a moment before the hits do: those of the last letters but one look the same.
        expect(page.locator("#hasil a.kena").first).to_have_attribute("href", re.compile("pengangkatan"))
        assert not keluhan(layar, ponsel=False)
        page.keyboard.press("Escape")
        page.wait_for_load_state("networkidle")
        tanya: list[str] = []
        page.on("request", lambda satu: tanya.append(satu.url))
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(500)
        assert not tanya  # new hits would take the focus away from the old ones
        expect(page.locator("a.kena").first).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("rect.temuan")).to_have_count(1)
        expect(page.locator("main")).to_contain_text("Halaman 2 dari 2")
        page.go_back()
        expect(page.locator("#cari-jumlah")).to_contain_text("1 dokumen")
        assert page.input_value("#kotak-cari") == "pengangkatan"


def test_offers_are_walked_with_arrows_and_never_steal_enter(arsip: Rumah, browser: Browser) -> None:
    nama = arsip.orang(PEMILIK).nama
    with jendela(browser, arsip, FASILITATOR, peran=Peran.FASILITATOR, tema="gelap") as layar:
        page, kotak = layar.page, layar.page.locator("#kotak-cari")
        page.goto("/cari/")
        kotak.press_sequentially(nama[:5], delay=20)
        expect(page.locator("#saran [role=option]").first).to_contain_text(nama.split()[0])
        expect(kotak).to_have_attribute("aria-expanded", "true")
        assert not keluhan(layar, ponsel=False)
        page.keyboard.press("Enter")  # nothing chosen: the question as typed
        expect(page).to_have_url(re.compile(rf"\?q={nama[:5]}"))
        expect(page.locator("#saran")).to_be_hidden()
        kotak.press_sequentially(nama[5:6], delay=20)
        expect(page.locator("#saran [role=option]").first).to_be_visible()
        page.keyboard.press("ArrowDown")
        expect(kotak).to_have_attribute("aria-activedescendant", "saran-1")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("nip%3A" + arsip.orang(PEMILIK).nip))


def test_on_a_phone_facets_open_apart_and_more_hits_come_below(arsip: Rumah, browser: Browser) -> None:
    with jendela(browser, arsip, FASILITATOR, peran=Peran.FASILITATOR, ponsel=True, tema="terang") as layar:
        page = layar.page
        page.goto("/cari/?q=kartu")
        assert not keluhan(layar, ponsel=True)
        expect(page.locator("a.kena")).to_have_count(20)
        page.get_by_role("link", name="Berikutnya").click()
        expect(page.locator("a.kena")).to_have_count(21)
        expect(page).to_have_url(re.compile(r"\?q=kartu$"))
        assert page.locator("#saring").get_attribute("open") is None
        page.locator("#saring summary").click()
        page.locator("#saring label", has_text="Karpeg").click()
        expect(page.locator(".dipilih a")).to_have_count(1)
        expect(page).to_have_url(re.compile("jenis=KARPEG"))
        assert not keluhan(layar, ponsel=True)
        page.locator("#saring button").click()
        expect(page.locator("#saring")).not_to_have_attribute("open", "")


def test_without_script_the_form_finds_sorts_and_leafs(arsip: Rumah, browser: Browser) -> None:
    with jendela(browser, arsip, FASILITATOR, peran=Peran.FASILITATOR, skrip=False) as layar:
        page = layar.page
        page.goto("/cari/")
        page.fill("#kotak-cari", "kartu")
        page.get_by_role("button", name="Cari", exact=True).click()
        page.get_by_role("link", name="Berikutnya").click()
        expect(page.locator("a.kena")).to_have_count(1)
        expect(page.locator("main")).to_contain_text("Menampilkan 21–21 dari 21")


def test_the_pages_around_a_search_can_be_used_by_everyone(arsip: Rumah, browser: Browser) -> None:
    with jendela(browser, arsip, FASILITATOR, peran=Peran.FASILITATOR, ponsel=True, tema="gelap") as layar:
        page = layar.page
        page.goto("/cari/?q=kartu")
        page.get_by_role("link", name="Simpan").click()
        assert not keluhan(layar, ponsel=True)
        page.get_by_role("button", name="Simpan").click()
        expect(page.locator("main")).to_contain_text("Pencarian tersimpan")
        assert not keluhan(layar, ponsel=True)
        page.get_by_role("link", name="kartu", exact=True).click()
        page.get_by_role("link", name="Unduh daftar").click()
        page.fill("textarea", "rekonsiliasi kartu pegawai")
        assert not keluhan(layar, ponsel=True)
        page.get_by_role("button", name="Lanjutkan").click()
        expect(page.locator("main")).to_contain_text("Menunggu rekomendasi")
        assert not keluhan(layar, ponsel=True)
        page.goto("/cari/daftar/")
        assert not keluhan(layar, ponsel=True)
        page.goto("/cari/?q=tidakadasamasekali")
        assert not keluhan(layar, ponsel=True)
