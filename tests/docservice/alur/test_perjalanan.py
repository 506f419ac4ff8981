"""The main job in a real browser, each person at their own screen, phone and desk, light and dark."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from docservice.antrean.pekerjaan import jalankan_semua
from docservice.dokumen.models import Dokumen
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


@dataclass
class Perjalanan:
    """Who sits down at which screen, step after step."""

    kantor: KantorUji
    alamat: str
    browser: Browser

    def layar(self, nomor: int, **lain: Any) -> AbstractContextManager[Layar]:
        return masuk(self.browser, self.alamat, self.kantor.orang(nomor).nip, **lain)

    def mengunggah_dan_mengusulkan(self) -> None:
        pemohon, tahun = self.kantor.orang(PEMOHON), timezone.localdate().year - 1
        with self.layar(PEMOHON, layar=PONSEL) as layar:
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

    def memverifikasi_tanpa_tetikus(self) -> None:
        with self.layar(FASILITATOR) as layar:
            layar.periksa().buka("/verifikasi/")
            layar.page.keyboard.press("a")
            layar.page.wait_for_url("**/verifikasi/*/")
            for _ in range(3):  # SK CPNS, EKIN, KTP
                bandingkan(layar)
                sebelum = layar.page.url
                layar.page.keyboard.press("v")
                expect(layar.page).not_to_have_url(sebelum)
            assert "Tidak ada yang menunggu" in layar.teks

    def memvalidasi(self) -> None:
        with self.layar(ADMIN, tema="gelap") as layar:
            layar.periksa().buka("/validasi/").tekan("main .daftar a.baris")
            layar.periksa().tekan("main button.utama")

    def bermohon(self) -> None:
        with self.layar(PEMOHON, layar=PONSEL) as layar:
            layar.buka("/layanan/l/").page.locator("input[name=pernyataan]").check()
            layar.tekan("main form button.utama")
            assert "Diperiksa fasilitator" in layar.periksa().teks
        with self.layar(FASILITATOR, layar=PONSEL) as layar:
            layar.buka("/permohonan/").tekan("main .daftar a.baris")
            layar.periksa().tekan("main button.utama")
            assert "diteruskan" in layar.teks

    def menyusun_sk(self) -> None:
        with self.layar(ADMIN) as layar:
            layar.buka("/permohonan/").tekan("main .daftar a.baris").tekan("main button.utama")
            layar.page.fill("[name=pertek_nomor]", "PG-XX.01.01/00123/KR-VII/2026")
            layar.page.fill("[name=pertek_tanggal]", "1 November 2026")
            layar.tekan("main button.utama")
            layar.tekan("main button.utama")  # Susun SK
            layar.periksa().tekan("button[name=kirim]")
            assert "Menunggu paraf" in layar.periksa().teks
        for nomor in (KABID, KEPALA):
            with self.layar(nomor) as layar:
                layar.buka("/paraf/").tekan("main .daftar a.baris")
                layar.periksa().tekan("main button.utama")

    def menandatangani(self) -> None:
        with self.layar(SEKDA, layar=PONSEL) as layar:
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

    def mencari_dan_mengunduh(self, sk: Dokumen) -> bytes:
        with self.layar(PEMOHON, tema="gelap") as layar:
            layar.buka(f"/cari/?q={sk.nomor}")
            assert "1 dokumen" in layar.teks
            layar.buka(f"/dokumen/{sk.pk}/")
            with layar.page.expect_download() as unduhan:
                layar.page.locator("main a:has-text('Unduh PDF asli')").click()
            return Path(unduhan.value.path()).read_bytes()

    def tidak_diketahui_orang_lain(self, sk: Dokumen) -> None:
        with self.layar(ORANG_LAIN) as layar:
            layar.buka(f"/cari/?q={sk.nomor}")
            assert "Tidak ada dokumen yang cocok" in layar.teks
            jawab = layar.page.goto(f"/dokumen/{sk.pk}/")
            assert jawab is not None
            assert jawab.status == 404

    def diperiksa_siapa_pun(self, pdf: bytes) -> None:
        siapa_pun = self.browser.new_context(base_url=self.alamat, viewport=PONSEL, locale="id-ID")
        layar = Layar(siapa_pun.new_page()).buka("/cek/")
        for isi, kata in ((pdf, "Berkas Anda asli"), (ubah_satu_byte(pdf), "Dokumen ini tidak asli")):
            berkas: Any = {"name": "sk.pdf", "mimeType": "application/pdf", "buffer": isi}
            layar.page.set_input_files("input[type=file]", berkas)
            layar.tekan("main button.penuh:has-text('Periksa')")
            expect(layar.page.locator("h1")).to_have_text(kata, timeout=60_000)
            layar.periksa()
        siapa_pun.close()


def bandingkan(layar: Layar) -> None:
    """Every page looked at, every field walked through, the paper in the hand; by keys."""
    layar.periksa()
    while layar.page.locator("[data-dilihat]:not(:checked)").count():
        layar.page.locator(".bidang-daftar").focus()
        layar.page.keyboard.press(" ")
    for _ in layar.page.locator(".bidang[data-bidang]").all():
        layar.page.keyboard.press("ArrowDown")
    layar.page.keyboard.press("a")


@pytest.mark.syarat("BABEL-1-16", "POSO-4-e", "POSO-9-2a", "BABEL-10-6", "POSO-1-21")
def test_a_promotion_from_the_phone_photo_to_the_public_check(situs: tuple[KantorUji, str], browser: Browser) -> None:
    kantor, alamat = situs
    jalan = Perjalanan(kantor, alamat, browser)
    jalan.mengunggah_dan_mengusulkan()
    jalan.memverifikasi_tanpa_tetikus()
    jalan.memvalidasi()
    jalan.bermohon()
    jalan.menyusun_sk()
    jalan.menandatangani()
    sk = Dokumen.objects.get(naskah__pegawai=kantor.orang(PEMOHON))
    pdf = jalan.mencari_dan_mengunduh(sk)
    jalan.tidak_diketahui_orang_lain(sk)
    jalan.diperiksa_siapa_pun(pdf)


def ubah_satu_byte(pdf: bytes) -> bytes:
    letak = pdf.index(b"stream") + 40
    return pdf[:letak] + bytes([pdf[letak] ^ 1]) + pdf[letak + 1 :]
