"""The wrong file: at the gate and behind it one sentence that says what is wrong and what to do."""

from __future__ import annotations

import pytest
from django.test import override_settings
from django.utils import timezone
from playwright.sync_api import Browser, expect

from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.umum.waktu import tanggal_panjang
from tests.docservice.alur.dunia import PEMILIK, Rumah
from tests.docservice.alur.jendela import jendela
from tests.docservice.alur.orang import Layar
from tests.docservice.alur.ukur import keluhan
from tests.docservice.dokumen.alat import kertas, olah, terkunci

pytestmark = pytest.mark.peramban
DITOLAK = (
    (
        "surat.pdf",
        b"Ini surat biasa.\n" * 90,
        "Ini bukan PDF atau foto. Pilih berkas PDF, JPG, PNG, TIFF, HEIC, atau WebP.",
    ),
    ("kosong.pdf", b"", "Berkas ini kosong. Pilih berkas lain atau foto ulang kertasnya."),
    ("foto.jpg", b"%PDF-1.7\n" + bytes(2000), "Akhiran nama berkas tidak sesuai dengan isinya (PDF)."),
)


def pilih(layar: Layar, nama: str, isi: bytes) -> None:
    layar.page.goto("/dokumen/unggah/?jenis=KTP")
    layar.page.set_input_files("#id_berkas", {"name": nama, "mimeType": "application/pdf", "buffer": isi})


def kirim(layar: Layar, nama: str, isi: bytes) -> str:
    pilih(layar, nama, isi)
    return layar.tekan("main form button.utama").teks


def test_the_gate_says_in_one_sentence_what_is_wrong_with_a_file(rumah: Rumah, browser: Browser) -> None:
    with jendela(browser, rumah, PEMILIK, ponsel=True) as layar:
        for nama, isi, kalimat in DITOLAK:
            assert kalimat in kirim(layar, nama, isi), nama
            assert layar.page.title().startswith("Perlu diperbaiki: ")
            assert layar.page.locator("[data-fokus]").evaluate("el => el === document.activeElement")
            assert not keluhan(layar, ponsel=True)
        layar.page.goto("/dokumen/unggah/?jenis=KTP")
        layar.page.click("main form button.utama")
        assert "Berkas belum dipilih. Foto kertasnya atau pilih berkas." in layar.teks
    assert not VersiDokumen.objects.exists()


def test_a_file_over_the_limit_is_stopped_with_the_way_out(rumah: Rumah, browser: Browser) -> None:
    besar = b"%PDF-1.7\n" + bytes(2_000_000)
    with override_settings(UPLOAD_LIMIT=2_000_000), jendela(browser, rumah, PEMILIK) as layar:
        pilih(layar, "besar.pdf", besar)
        layar.page.click("main form button.utama")
        kalimat = "Berkas 3 MB, batasnya 2 MB. Foto ulang di halaman unggah agar dikecilkan sendiri."
        expect(layar.page.get_by_role("alert")).to_have_text(kalimat)  # said before the first byte travels
        assert layar.page.title().startswith("Perlu diperbaiki: ")
        assert "PDF atau foto, paling besar 2 MB." in layar.teks
    assert not VersiDokumen.objects.exists()


def test_the_same_file_again_leads_to_where_it_is(rumah: Rumah, browser: Browser) -> None:
    isi, hari = kertas("KTP"), tanggal_panjang(timezone.localdate())
    with jendela(browser, rumah, PEMILIK) as layar:
        kirim(layar, "ktp.pdf", isi)
        assert f"Berkas yang sama sudah Anda unggah pada {hari}." in kirim(layar, "ktp-lagi.pdf", isi)
        layar.page.click("text=Lihat berkas itu")
        assert layar.page.url.startswith(f"{rumah.alamat}/dokumen/{Dokumen.objects.get().pk}/")
        assert "Berkas Anda sudah kami terima" in layar.teks
        assert not keluhan(layar, ponsel=False)


def test_a_file_with_a_password_is_refused_behind_the_gate_on_its_own_page(rumah: Rumah, browser: Browser) -> None:
    with jendela(browser, rumah, PEMILIK, ponsel=True) as layar:
        kirim(layar, "terkunci.pdf", terkunci(kertas("KTP")))
        olah()
        kalimat = "Berkas ini memakai kata sandi. Simpan ulang tanpa kata sandi, lalu unggah lagi."
        expect(layar.page.locator("main")).to_contain_text(kalimat)
        assert layar.page.locator("a:has-text('Foto ulang')").is_visible()
        assert not keluhan(layar, ponsel=True)
        layar.page.goto("/arsip-saya/")
        assert "Tidak dapat diterima" in layar.teks
