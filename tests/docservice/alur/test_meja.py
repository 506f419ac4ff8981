"""A long sitting by keyboard: every decision kept, nothing piling up in the browser, a broken line survived."""

from __future__ import annotations

import io
import os
import sys
from collections import Counter
from statistics import median, quantiles
from typing import Any

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Page, expect

from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen, Halaman
from docservice.dokumen.status import StatusDokumen
from docservice.verifikasi import sesi
from docservice.verifikasi.models import Verifikasi
from tests.docservice.alur.dunia import Rumah
from tests.docservice.alur.jendela import jendela
from tests.docservice.riwayat.alat import berkas
from tests.docservice.verifikasi.alat import sahkan

pytestmark = pytest.mark.peramban
FASILITATOR, PEMILIK = 15, 13
BERUNTUN = int(os.environ.get("BERUNTUN", "40"))
"""Papers in a row; ``BERUNTUN=300`` for the figures of a whole sitting."""
UKUR = """
  window.langkah = [];
  performance.setResourceTimingBufferSize(100_000);
  let ditekan = 0;
  document.addEventListener("keydown", (e) => { if (e.key === "v") ditekan = e.timeStamp; }, true);
  document.addEventListener("meja", async () => {
    await document.querySelector("#meja .lembar img").decode();
    requestAnimationFrame(() => setTimeout(() => window.langkah.push(performance.now() - ditekan)));
  });
"""
"""From the key as the browser had it to the frame with the next paper's page drawn."""
DI_DEPAN = """(jumlah) => {
  const gambar = performance.getEntriesByType("resource").filter((satu) => satu.name.endsWith(".webp"));
  return new Set(gambar.map((satu) => satu.name)).size >= jumlah;
}"""
"""So many pages were fetched: the next paper lies ready, as after the seconds in which a person compares this one."""


def halaman_nyata(dokumen: Dokumen) -> None:
    """A page image as a scan leaves it, different for each paper."""
    gambar = Image.new("L", (1131, 1600), 250)
    ImageDraw.Draw(gambar).multiline_text((90, 120), f"KARTU PEGAWAI {dokumen.pk}\n" * 60, fill=20)
    isi = io.BytesIO()
    gambar.save(isi, "WEBP", quality=70)
    isi.seek(0)
    Halaman.objects.filter(versi__dokumen=dokumen).update(gambar=gudang.arsip().put(isi).sha256)


def tumpuk(rumah: Rumah, jumlah: int) -> list[Dokumen]:
    semua = [berkas(rumah.kantor, PEMILIK, "KARPEG") for _ in range(jumlah)]
    for satu in semua:
        halaman_nyata(satu)
    return semua


def periksa_isian(page: Page) -> None:
    for _ in page.locator(".bidang[data-bidang]").all():
        page.keyboard.press("ArrowDown")


def ukuran(page: Page) -> dict[str, float]:
    """What the tab holds now, after the garbage is out."""
    klien = page.context.new_cdp_session(page)
    klien.send("HeapProfiler.collectGarbage")
    klien.send("Performance.enable")
    isi: Any = klien.send("Performance.getMetrics")
    klien.detach()
    return {satu["name"]: satu["value"] for satu in isi["metrics"]}


def test_many_in_a_row_leave_every_decision_and_a_browser_as_light_as_before(
    rumah: Rumah, browser: Browser, record_property: Any
) -> None:
    semua = tumpuk(rumah, BERUNTUN)
    with jendela(browser, rumah, FASILITATOR) as layar:
        page = layar.page
        awal: dict[str, float] = {}
        diminta: Counter[str] = Counter()
        page.on("request", lambda minta: diminta.update([minta.url] if minta.url.endswith(".webp") else []))
        sesi.ambil(by=rumah.kantor.akun(FASILITATOR), jumlah=BERUNTUN)
        page.goto(f"/verifikasi/{semua[0].pk}/")
        page.evaluate(UKUR)
        for nomor in range(BERUNTUN - 1):
            periksa_isian(page)
            page.keyboard.press("a")
            page.wait_for_function(DI_DEPAN, arg=nomor + 2)
            page.keyboard.press("v")
            page.wait_for_function("jumlah => langkah.length === jumlah", arg=nomor + 1)
            awal = ukuran(page) if nomor == 2 else awal
        akhir, lama = ukuran(page), page.evaluate("langkah")
        periksa_isian(page)
        page.keyboard.press("a")
        page.keyboard.press("v")
        page.wait_for_url("**/verifikasi/")
    p95 = quantiles(lama, n=20)[-1]
    angka = f"{len(lama)} langkah: median {median(lama):.0f} ms, p95 {p95:.0f} ms; "
    angka += f"heap {awal['JSHeapUsedSize'] / 1e6:.1f} → {akhir['JSHeapUsedSize'] / 1e6:.1f} MB"
    record_property("meja", angka)
    sys.stdout.write(f"{angka}\n")
    assert Verifikasi.objects.filter(versi__dokumen__in=semua).count() == BERUNTUN
    assert Dokumen.objects.filter(pk__in=[d.pk for d in semua], status=StatusDokumen.TERVERIFIKASI).count() == BERUNTUN
    assert not Verifikasi.objects.filter(versi__dokumen__in=semua, detik=None).exists()
    assert set(diminta.values()) == {1}, "a page that was fetched ahead is shown without asking again"
    assert akhir["Nodes"] < 1.3 * awal["Nodes"] + 500
    assert akhir["JSHeapUsedSize"] < 1.3 * awal["JSHeapUsedSize"] + 2e6
    assert akhir["JSEventListeners"] < 1.3 * awal["JSEventListeners"] + 50


def test_a_broken_line_keeps_the_decision_and_sends_it_once(rumah: Rumah, browser: Browser) -> None:
    dokumen, _ = tumpuk(rumah, 2)
    with jendela(browser, rumah, FASILITATOR) as layar:
        page = layar.page
        page.goto("/verifikasi/")
        page.keyboard.press("a")
        page.wait_for_url("**/verifikasi/*/")
        periksa_isian(page)
        page.keyboard.press("a")
        page.context.set_offline(True)
        page.keyboard.press("v")
        expect(page.locator("#putus")).to_contain_text("Keputusan terakhir belum terkirim")
        assert not Verifikasi.objects.filter(versi__dokumen=dokumen).exists()
        page.context.set_offline(False)
        page.click("text=Kirim lagi")
        expect(page).not_to_have_url(f"{rumah.alamat}/verifikasi/{dokumen.pk}/")
        expect(page.locator("#urungkan")).to_contain_text("Urungkan")
    assert Verifikasi.objects.filter(versi__dokumen=dokumen).count() == 1


def test_a_refused_decision_brings_its_paper_back_with_the_sentence(rumah: Rumah, browser: Browser) -> None:
    satu, dua, tiga = tumpuk(rumah, 3)
    sesi.ambil(by=rumah.kantor.akun(FASILITATOR), pilihan=[satu.pk, dua.pk, tiga.pk])
    with jendela(browser, rumah, FASILITATOR) as layar:
        page = layar.page
        page.goto(f"/verifikasi/{satu.pk}/")
        page.wait_for_load_state("networkidle")  # the papers ahead are there
        periksa_isian(page)
        page.keyboard.press("a")
        sahkan(rumah.kantor, satu)  # in another tab
        page.keyboard.press("v")
        expect(page.locator("[data-galat]")).to_have_text("Berkas ini sudah diputuskan di tab lain.")
        expect(page).to_have_url(f"{rumah.alamat}/verifikasi/{satu.pk}/")
        page.goto(f"/verifikasi/{dua.pk}/")
        page.wait_for_load_state("networkidle")
        page.keyboard.press("t")
        page.keyboard.press("1")
        page.locator("#kembali button.utama").click()
        expect(page).to_have_url(f"{rumah.alamat}/verifikasi/{tiga.pk}/")
        page.locator("#urungkan button").click()
        expect(page).to_have_url(f"{rumah.alamat}/verifikasi/{dua.pk}/")
        page.go_back()
        expect(page.locator("h1")).to_be_visible()
        sesi.ambil(by=rumah.kantor.akun(FASILITATOR), pilihan=[dua.pk])
        page.goto(f"/verifikasi/{tiga.pk}/")
        page.wait_for_load_state("networkidle")
        page.keyboard.press("s")
        expect(page).not_to_have_url(f"{rumah.alamat}/verifikasi/{tiga.pk}/")
        expect(page.locator("#tumpukan")).to_contain_text("dilewati")
    assert Verifikasi.objects.filter(versi__dokumen=satu).count() == 1
    assert Verifikasi.objects.get(versi__dokumen=dua).diurungkan_pada is not None


def test_keys_mark_reasons_on_the_page_in_view_and_show_the_sentence(rumah: Rumah, browser: Browser) -> None:
    (dokumen,) = tumpuk(rumah, 1)
    with jendela(browser, rumah, FASILITATOR) as layar:
        page = layar.page
        page.goto(f"/verifikasi/{dokumen.pk}/")
        page.locator(".bidang-daftar").focus()
        page.keyboard.press("1")
        expect(page.locator("[data-pratinjau]")).to_contain_text("Halaman 1 buram atau tidak terbaca.")
        page.keyboard.press("a")
        page.keyboard.press("v")
        expect(page.locator("[role=alert][data-galat]")).to_be_visible()  # a marked reason, or a field unseen
        assert page.locator("[name=basis][value=asli]").is_checked()
        page.keyboard.press("?")
        expect(page.locator("#daftar-tombol")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator("#daftar-tombol")).to_be_hidden()
        page.keyboard.press("t")
        expect(page.locator("#kembali")).to_have_attribute("open", "")
        page.keyboard.press("Escape")
        expect(page.locator("#kembali")).not_to_have_attribute("open", "")
        expect(page).to_have_url(f"{rumah.alamat}/verifikasi/{dokumen.pk}/")
        page.keyboard.press("Escape")
        page.wait_for_url("**/verifikasi/")
