"""Advice about a paper, answered with the buttons beside it: on a phone and at a desk."""

from __future__ import annotations

import io

import pikepdf
import pytest
from playwright.sync_api import Browser, expect

from docservice.antrean.pekerjaan import jalankan_semua
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.peragaan.pemindai_tiruan import lembar
from tests.docservice.alur.dunia import FASILITATOR, PEMILIK, Rumah
from tests.docservice.alur.jendela import jendela
from tests.docservice.dokumen.alat import kirim
from tests.docservice.halaman import TETANGGA

pytestmark = pytest.mark.peramban


def kertas(rumah: Rumah, seri: str) -> VersiDokumen:
    """A diploma in the slot of a card, with a neighbour's number and an empty back."""
    keluar = io.BytesIO()
    isi = lembar("IJAZAH SARJANA", [f"NIP : {rumah.kantor.orang(TETANGGA).nip}", f"Seri : {seri}"])
    with pikepdf.open(io.BytesIO(isi)) as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(keluar)
    versi = kirim(rumah.kantor, keluar.getvalue(), nama="kertas.pdf")
    jalankan_semua()
    VersiDokumen.objects.filter(pk=versi.pk).update(tebakan_jenis="IJAZAH")
    return versi


@pytest.mark.parametrize("ponsel", [True, False], ids=["phone", "desk"])
def test_each_advice_is_answered_where_it_stands(rumah: Rumah, browser: Browser, ponsel: bool) -> None:
    versi = kertas(rumah, f"seri {ponsel}")
    with jendela(browser, rumah, PEMILIK, ponsel=ponsel) as layar:
        layar.buka(f"/dokumen/{versi.dokumen_id}/proses/")
        layar.periksa().page.get_by_text("Tetap kirim, saya jelaskan").click()
        layar.periksa().page.get_by_role("button", name="Tetap kirim dengan penjelasan ini").click()
        expect(layar.page.get_by_text("Penjelasan belum diisi.")).to_be_visible()
        layar.page.get_by_label("Mengapa NIP di kertas ini berbeda?").fill("Ijazah ini memuat nama dua orang.")
        layar.periksa().page.get_by_role("button", name="Tetap kirim dengan penjelasan ini").click()
        expect(layar.page.get_by_text("Penjelasan Anda: “Ijazah ini memuat")).to_be_visible()
        layar.page.get_by_role("button", name="Simpan sebagai Ijazah").click()
        expect(layar.page.get_by_text("Jenis dokumen diganti menurut kertasnya.")).to_be_visible()
        layar.page.get_by_role("button", name="Hapus halaman ini").click()
        expect(layar.page.get_by_text("Halaman 2 dihapus.")).to_be_visible()
        layar.periksa()
    jalankan_semua()
    dokumen = Dokumen.objects.get(pk=versi.dokumen_id)
    assert (dokumen.jenis_id, dokumen.versi_terkini.jumlah_halaman) == ("IJAZAH", 1)


def test_the_fasilitator_reads_what_the_uploader_said(rumah: Rumah, browser: Browser) -> None:
    versi = kertas(rumah, "untuk meja")
    VersiDokumen.objects.filter(pk=versi.pk).update(penjelasan="Ijazah ini memuat nama dua orang.")
    with jendela(browser, rumah, FASILITATOR) as layar:
        layar.buka(f"/verifikasi/{versi.dokumen_id}/")
        expect(layar.page.get_by_text("“Ijazah ini memuat nama dua orang.”")).to_be_visible()
        layar.periksa()
