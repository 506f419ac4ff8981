"""The main job in a real browser, each person at their own screen, phone and desk, light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from docservice.antrean.pekerjaan import jalankan_semua
from docservice.dokumen.models import Dokumen
from docservice.naskah.models import Naskah
from docservice.peragaan import kertas
from docservice.peragaan.berkas import isi_arsip
from docservice.peragaan.kantor import PEMOHON, Kantor
from tests.docservice.alur.orang import PONSEL, Layar, masuk
from tests.docservice.bersama import KantorUji, bersertifikat

pytestmark = [pytest.mark.peramban, pytest.mark.lama]
FASILITATOR, ADMIN, KABID, KEPALA, SEKDA, ORANG_LAIN = 15, 5, 4, 2, 1, 7


@pytest.fixture
def situs(kantor_sementara: KantorUji, live_server: LiveServer, settings: Any) -> tuple[KantorUji, str]:
    """The sample office with the walker's other papers, its jobs done where they are asked for."""
    settings.JOB_EAGER = True
    settings.PUBLIC_URL = live_server.url
    bersertifikat(kantor_sementara)
    kantor = Kantor({n: kantor_sementara.orang(n) for n in (PEMOHON, FASILITATOR)})
    isi_arsip(kantor, timezone.localdate().year, lambda _: None)
    return kantor_sementara, live_server.url


def unggah(layar: Layar, kode: str, isi: bytes, nama: str, tipe: str, minor: str = "") -> None:
    layar.buka(f"/dokumen/unggah/?jenis={kode}&minor={minor}")
    layar.page.set_input_files("input[type=file]", {"name": nama, "mimeType": tipe, "buffer": isi})
    layar.tekan("main form button.utama")
    jalankan_semua()


@pytest.mark.syarat("BABEL-1-16", "POSO-4-e", "POSO-9-2a", "BABEL-10-6", "POSO-1-21")
def test_a_promotion_from_the_phone_photo_to_the_public_check(situs: tuple[KantorUji, str], browser: Browser) -> None:
    kantor, alamat = situs
    pemohon = kantor.orang(PEMOHON)
    tahun = timezone.localdate().year - 1

    with masuk(browser, alamat, pemohon.nip, layar=PONSEL) as layar:
        assert "Langkah berikutnya" in layar.periksa().teks
        unggah(layar, "SK_CPNS", kertas.pindaian_sk_cpns(pemohon), "sk-cpns.pdf", "application/pdf")
        foto = kertas.foto_kinerja(pemohon, tahun, buram=False)
        unggah(layar, "EKIN", foto, "kinerja.jpg", "image/jpeg", str(tahun))
        layar.buka("/layanan/l/")
        layar.tekan("main form button.penuh")
        assert "Belum dapat diajukan" in layar.teks
        sk = Dokumen.objects.get(pegawai=pemohon, jenis="SK_CPNS")
        layar.buka(f"/riwayat/usulan/baru/?dokumen={sk.pk}")
        for pilihan in layar.page.locator("input[type=radio][value=sesuai]").all():
            pilihan.check()
        layar.page.select_option("select[name=jenis_kp]", "211")
        layar.tekan("main form button.utama")
        layar.periksa().page.locator("input[name=pernyataan]").check()
        layar.tekan("main form button.utama")
        assert "Diajukan" in layar.periksa().teks

    with masuk(browser, alamat, kantor.orang(FASILITATOR).nip) as layar:
        layar.periksa().buka("/verifikasi/")
        layar.page.keyboard.press("a")
        layar.page.wait_for_url("**/verifikasi/*/")
        for _ in range(3):  # SK CPNS, EKIN, KTP: keyboard only
            layar.periksa()
            while layar.page.locator("[data-dilihat]:not(:checked)").count():
                layar.page.locator(".bidang-daftar").focus()
                layar.page.keyboard.press(" ")
            for _ in layar.page.locator(".bidang[data-bidang]").all():
                layar.page.keyboard.press("ArrowDown")
            layar.page.keyboard.press("a")
            sebelum = layar.page.url
            layar.page.keyboard.press("v")
            expect(layar.page).not_to_have_url(sebelum)
        assert "Tidak ada yang menunggu" in layar.teks

    with masuk(browser, alamat, kantor.orang(ADMIN).nip, tema="gelap") as layar:
        layar.periksa().buka("/validasi/").tekan("main .daftar a.baris")
        layar.periksa().tekan("main button.utama")

    with masuk(browser, alamat, pemohon.nip, layar=PONSEL) as layar:
        layar.buka("/layanan/l/").page.locator("input[name=pernyataan]").check()
        layar.tekan("main form button.utama")
        assert "Diperiksa fasilitator" in layar.periksa().teks

    with masuk(browser, alamat, kantor.orang(FASILITATOR).nip, layar=PONSEL) as layar:
        layar.buka("/permohonan/").tekan("main .daftar a.baris")
        layar.periksa().tekan("main button.utama")
        assert "diteruskan" in layar.teks

    with masuk(browser, alamat, kantor.orang(ADMIN).nip) as layar:
        layar.buka("/permohonan/").tekan("main .daftar a.baris").tekan("main button.utama")
        layar.page.fill("[name=pertek_nomor]", "PG-XX.01.01/00123/KR-VII/2026")
        layar.page.fill("[name=pertek_tanggal]", "1 November 2026")
        layar.tekan("main button.utama")
        layar.tekan("main button.utama")  # Susun SK
        layar.periksa().tekan("button[name=kirim]")
        assert "Menunggu paraf" in layar.periksa().teks

    naskah = Naskah.objects.get(pegawai=pemohon)
    for nomor in (KABID, KEPALA):
        with masuk(browser, alamat, kantor.orang(nomor).nip) as layar:
            layar.buka("/paraf/").tekan("main .daftar a.baris")
            layar.periksa().tekan("main button.utama")

    with masuk(browser, alamat, kantor.orang(SEKDA).nip, layar=PONSEL) as layar:
        layar.periksa().buka("/tanda-tangan/").tekan("button[name=lanjut]")
        layar.periksa().page.fill("#passphrase", "bukan ini")
        layar.tekan("main .kartu-utama button.utama")
        expect(layar.page.locator("main")).to_contain_text("Passphrase salah", timeout=60_000)
        layar.periksa().buka("/tanda-tangan/").tekan("button[name=lanjut]")
        layar.page.fill("#passphrase", settings.DEVELOPMENT_PASSPHRASE)
        layar.tekan("main .kartu-utama button.utama")
        expect(layar.page.locator("h1")).to_contain_text("1 dari 1 naskah selesai", timeout=60_000)
        layar.periksa()
    jalankan_semua()
    naskah.refresh_from_db()
    nomor_sk = Dokumen.objects.get(naskah=naskah).nomor

    with masuk(browser, alamat, pemohon.nip, tema="gelap") as layar:
        layar.buka(f"/cari/?q={nomor_sk}")
        assert "1 dokumen" in layar.teks
        layar.buka(f"/dokumen/{naskah.dokumen_id}/")
        with layar.page.expect_download() as unduhan:
            layar.page.locator("main a:has-text('Unduh PDF asli')").click()
        pdf = Path(unduhan.value.path()).read_bytes()

    with masuk(browser, alamat, kantor.orang(ORANG_LAIN).nip) as layar:
        layar.buka(f"/cari/?q={nomor_sk}")
        assert "Tidak ada dokumen yang cocok" in layar.teks
        jawab = layar.page.goto(f"/dokumen/{naskah.dokumen_id}/")
        assert jawab is not None
        assert jawab.status == 404

    siapa_pun = browser.new_context(base_url=alamat, viewport=PONSEL, locale="id-ID")
    layar = Layar(siapa_pun.new_page()).buka("/cek/")
    for isi, kata in ((pdf, "Berkas Anda asli"), (ubah_satu_byte(pdf), "Dokumen ini tidak asli")):
        berkas: Any = {"name": "sk.pdf", "mimeType": "application/pdf", "buffer": isi}
        layar.page.set_input_files("input[type=file]", berkas)
        layar.tekan("main button.penuh:has-text('Periksa')")
        expect(layar.page.locator("h1")).to_have_text(kata, timeout=60_000)
        layar.periksa()
    siapa_pun.close()


def ubah_satu_byte(pdf: bytes) -> bytes:
    letak = pdf.index(b"stream") + 40
    return pdf[:letak] + bytes([pdf[letak] ^ 1]) + pdf[letak + 1 :]
