"""A paper looked at with the keys: its pages, its size, the words searched on it, on paper; the card of signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from docservice.akun.peran import Peran
from docservice.dokumen import tanda_tangan
from docservice.dokumen.models import Dokumen, Halaman, VersiDokumen
from signing import Report, SignatureReport, Verdict
from tests.docservice.alur.dunia import FASILITATOR, PEMILIK, Rumah, gambar
from tests.docservice.alur.jendela import jendela
from tests.docservice.alur.ukur import keluhan

pytestmark = pytest.mark.peramban


@pytest.fixture(scope="module")
def bertiga(rumah: Rumah) -> Dokumen:
    """A paper of three pages; *diangkat* stands on the first and the last."""
    dokumen = rumah.dokumen(PEMILIK, "SK_CPNS", isi__teks="halaman depan")
    versi = dokumen.versi.get()
    kata = [["diangkat", 0.2, 0.3, 0.4, 0.33, 95]]
    Halaman.objects.filter(versi=versi).update(kata=kata)
    for nomor, isi in ((2, []), (3, kata)):
        lembar = gambar(f"halaman {nomor}", 1131)
        Halaman.objects.create(versi=versi, nomor=nomor, lebar=1131, tinggi=1600, gambar=lembar, kecil=lembar, kata=isi)
    VersiDokumen.objects.filter(pk=versi.pk).update(jumlah_halaman=3)
    return dokumen


@pytest.fixture
def page(bertiga: Dokumen, rumah: Rumah, browser: Browser) -> Iterator[Page]:
    with jendela(browser, rumah, FASILITATOR, peran=Peran.FASILITATOR, tema="terang") as layar:
        layar.page.goto(f"/dokumen/{bertiga.pk}/?q=diangkat&hal=1")
        yield layar.page


def test_keys_lead_through_hits_and_pages(page: Page) -> None:
    for tombol, nomor, kotak in (("n", 3, 1), ("p", 1, 1), ("]", 2, 0), ("]", 3, 1), ("[", 2, 0)):
        page.keyboard.press(tombol)
        expect(page).to_have_url(re.compile(rf"hal={nomor}&q=diangkat"))
        expect(page.locator(".bilah-gambar")).to_contain_text(f"Halaman {nomor} dari 3")
        expect(page.locator("rect.temuan")).to_have_count(kotak)


def test_keys_change_the_picture_and_fetch_the_file(page: Page, bertiga: Dokumen) -> None:
    meja = page.locator(".meja-gambar")
    for tombol, nama, nilai in (
        ("+", "data-besar", "1"),
        ("+", "data-besar", "2"),
        ("-", "data-besar", "1"),
        ("f", "data-besar", "0"),
        ("r", "data-putar", "90"),
    ):
        page.keyboard.press(tombol)
        expect(meja).to_have_attribute(nama, nilai)
    with page.expect_request(re.compile(rf"/dokumen/{bertiga.pk}/unduh/")):  # the sample has no bytes to be saved
        page.keyboard.press("Shift+D")


def test_on_paper_stands_the_page_and_no_tool(page: Page) -> None:
    page.evaluate("window.print = () => { document.title = 'dicetak'; }")
    page.keyboard.press("+")
    page.get_by_role("button", name="Cetak").click()
    expect(page).to_have_title("dicetak")
    page.emulate_media(media="print")
    expect(page.locator(".lembar img")).to_be_visible()
    for alat in (".alat-lembar", ".cari-kecil", ".hasil-cari a", ".tombol-baris"):
        expect(page.locator(alat).first).to_be_hidden()
    lembar, kartu = page.locator(".lembar").bounding_box(), page.locator("section[aria-label=Halaman]").bounding_box()
    assert lembar is not None
    assert kartu is not None
    assert lembar["x"] + lembar["width"] <= kartu["x"] + kartu["width"]  # however large it was on screen


@pytest.mark.parametrize("ponsel", [False, True])
def test_the_card_of_signatures_says_who_when_and_what_was_checked(
    rumah: Rumah, browser: Browser, monkeypatch: pytest.MonkeyPatch, ponsel: bool
) -> None:
    sah = SignatureReport(
        "Tanda1",
        "Raditya Anggarista",
        Verdict.VALID,
        [],
        level="B-LTA",
        timestamp="2026-11-02T03:14:27+00:00",
        trust="trusted",
        revocation="good",
    )
    laporan = Report(Verdict.VALID, [], [sah], development=True)
    monkeypatch.setattr(tanda_tangan, "_pemeriksa", [lambda path: laporan])
    dokumen = rumah.dokumen(PEMILIK, "SK_KP", isi__bertanda_tangan=1)
    with jendela(browser, rumah, PEMILIK, ponsel=ponsel, tema="gelap") as layar:
        layar.page.goto(f"/dokumen/{dokumen.pk}/")
        expect(layar.page.locator("main")).to_contain_text("Unduh PDF asli")
        kartu = layar.page.locator("section.kartu", has_text="Laporan lengkap")
        for kata in (
            "Raditya Anggarista",
            "2 November 2026, 10.14.27 WIB (TSA)",
            "Isi tidak berubah sejak ditandatangani",
            "Sertifikat berlaku saat ditandatangani",
            "Bukti jangka panjang tersimpan",
            "Sertifikat lingkungan uji",
        ):
            expect(kartu).to_contain_text(kata)
        assert not keluhan(layar, ponsel=ponsel)
        layar.page.get_by_role("link", name="Laporan lengkap").click()
        expect(layar.page.locator("h1")).to_contain_text("Laporan tanda tangan")
        assert not keluhan(layar, ponsel=ponsel)
