"""With script switched off everything can still be finished: it makes the service quicker, never possible."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from playwright.sync_api import Browser

from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen
from docservice.riwayat.models import Riwayat
from tests.docservice.alur.dunia import FASILITATOR, PEMILIK, SEKDA, Rumah, passphrase
from tests.docservice.alur.jendela import jendela
from tests.docservice.alur.orang import Layar
from tests.docservice.dokumen.alat import kertas, olah

pytestmark = pytest.mark.peramban
KOSONG = "button[type=button], [data-semua], [data-hitung]:has-text('{n}')"
"""What does nothing without script must not be seen without it."""


def tanpa_tombol_kosong(layar: Layar) -> None:
    tampak = [
        el.inner_text() or el.get_attribute("aria-label") for el in layar.page.locator(KOSONG).all() if el.is_visible()
    ]
    assert not tampak, f"{layar.page.url}: {tampak}"


def test_signing_in_and_sending_a_paper(rumah: Rumah, browser: Browser) -> None:
    with jendela(browser, rumah, skrip=False, ponsel=True) as layar:
        page = layar.page
        page.goto("/dokumen/unggah/?jenis=KTP")
        tanpa_tombol_kosong(layar)
        page.fill("#id_username", rumah.orang(PEMILIK).nip)
        page.fill("#id_password", "contoh-masuk-2026")
        page.click("main form button.utama")
        tanpa_tombol_kosong(layar)
        isi: Any = {"name": "ktp.pdf", "mimeType": "application/pdf", "buffer": kertas("KTP")}
        page.set_input_files("#id_berkas", isi)
        page.click("main form button.utama")
        assert "Berkas Anda sudah kami terima" in layar.teks
        segarkan = page.locator("text=Segarkan").get_attribute("href")
        olah()
        page.goto(segarkan or "")  # the page itself may have come again meanwhile, and has no such link then
        assert "Menunggu verifikasi" in layar.teks
        assert page.locator("main a.utama").is_visible()
        page.click("summary:has(.bulat)")
        page.click("button:has-text('Gelap')")
        assert page.locator("html").get_attribute("data-tema") == "gelap"


def test_proposing_a_row(rumah: Rumah, browser: Browser) -> None:
    sk = rumah.dokumen(PEMILIK, "SK_CPNS", terbaca=True)
    with jendela(browser, rumah, PEMILIK, skrip=False, ponsel=True) as layar:
        page = layar.page
        page.goto(f"/riwayat/usulan/baru/?dokumen={sk.pk}")
        tanpa_tombol_kosong(layar)
        page.click("button:has-text('Lanjutkan')")
        assert "hal yang perlu diperbaiki" in layar.teks
        for satu in page.locator("input[type=radio][value=sesuai]").all():
            satu.check()
        page.check("[name=asal_sk_nomor][value=diperbaiki]")
        page.fill("[name=sk_nomor]", "821.13/0001/BKPSDM/2022")
        page.select_option("[name=jenis_kp]", "211")
        page.click("button:has-text('Lanjutkan')")
        page.check("[name=pernyataan]")
        page.click("button:has-text('Ajukan usulan')")
        assert "Usulan Anda diajukan" in layar.teks
    assert Riwayat.objects.get(bukti__dokumen=sk).data["sk_nomor"] == "821.13/0001/BKPSDM/2022"


def test_verifying_one_paper_and_returning_another(rumah: Rumah, browser: Browser) -> None:
    sk, kartu = rumah.dokumen(25, "SK_PNS"), rumah.dokumen(25, "KARPEG")
    Dokumen.objects.exclude(pk__in=[sk.pk, kartu.pk]).filter(status="menunggu_verifikasi").update(
        status="terverifikasi"
    )
    with jendela(browser, rumah, FASILITATOR, skrip=False) as layar:
        page = layar.page
        page.goto("/verifikasi/")
        page.click("button:has-text('Ambil 20')")
        tanpa_tombol_kosong(layar)
        page.click("[value=verifikasi]")
        assert "Pilih dulu apa yang Anda lihat." in layar.teks
        page.check("[name=basis][value=asli]")
        page.click("[value=verifikasi]")
        assert "Periksa dulu" in layar.teks
        for bidang in page.locator("[name=diperiksa]").all():
            bidang.check()
        page.click("[value=verifikasi]")
        assert page.locator("button:has-text('Urungkan')").is_visible()
        page.click("summary:has-text('Kembalikan')")
        page.check("[name=alasan][value='1:1']")
        page.click("#kembali button:has-text('Kembalikan')")
        assert "Anda selesai" in layar.teks
    sk.refresh_from_db()
    kartu.refresh_from_db()
    assert (sk.status, kartu.status) == ("terverifikasi", "dikembalikan")


def test_signing_and_checking(rumah: Rumah, browser: Browser) -> None:
    naskah = rumah.naskah(14)
    with jendela(browser, rumah, SEKDA, skrip=False) as layar:
        page = layar.page
        page.goto("/tanda-tangan/")
        tanpa_tombol_kosong(layar)
        page.fill("#passphrase", passphrase())
        page.click(".kartu-utama button.utama")
        batas = time.monotonic() + 60
        while "1 dari 1 naskah selesai" not in layar.teks and time.monotonic() < batas:
            page.reload()  # what its <meta refresh> does every three seconds
        assert "1 dari 1 naskah selesai" in layar.teks
    naskah.refresh_from_db()
    assert naskah.dokumen is not None
    with gudang.arsip().open(naskah.dokumen.versi_terkini.sha256) as berkas:
        pdf: Any = {"name": "sk.pdf", "mimeType": "application/pdf", "buffer": berkas.read()}
    with jendela(browser, rumah, skrip=False, ponsel=True) as layar:
        layar.page.goto("/cek/")
        tanpa_tombol_kosong(layar)
        layar.page.set_input_files("input[type=file]", pdf)
        layar.page.click("button:has-text('Periksa')")
        assert layar.page.inner_text("h1") == "Berkas Anda asli"
        assert re.search(r"disamarkan", layar.teks)
