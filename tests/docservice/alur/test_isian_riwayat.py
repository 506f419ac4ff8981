"""Kinds of riwayat with many fields, filled in on a phone and at a desk: what is rare is folded, papers are ticked."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from docservice.akun.peran import Peran
from docservice.riwayat.models import Riwayat
from tests.docservice.alur.dunia import FASILITATOR, PEMILIK, Rumah
from tests.docservice.alur.jendela import jendela
from tests.docservice.alur.orang import Layar
from tests.docservice.alur.ukur import keluhan
from tests.docservice.riwayat.alat_peringatan import baris
from tests.docservice.riwayat.contoh import CONTOH

pytestmark = pytest.mark.peramban
FORMULIR = [("skp", "SKP"), ("pasangan", "AKTA_NIKAH"), ("pindah_instansi", "SK_PINDAH")]


def isikan(layar: Layar, data: dict[str, Any]) -> None:
    """Into whatever stands on the page; what is folded away is opened first, as a hand would."""
    for nama, nilai in data.items():
        isian = layar.page.locator(f"[name='{nama}']")
        if not isian.is_visible():
            layar.page.locator(f"details:has([name='{nama}']) > summary").click()
        if isian.evaluate("el => el.localName") == "select":
            isian.select_option(str(nilai))
        else:
            isian.fill(str(nilai))


def tekan(layar: Layar, tombol: str, tampak: str) -> None:
    """The next step has the same address: it is there when what it says is."""
    layar.tekan(f"text={tombol}")
    expect(layar.page.locator("main")).to_contain_text(tampak, timeout=30_000)


@pytest.mark.parametrize("ponsel", [True, False], ids=["ponsel", "meja"])
@pytest.mark.parametrize(("kode", "kertas"), FORMULIR)
def test_a_kind_with_many_fields_is_filled_in_and_sent(
    rumah: Rumah, browser: Browser, kode: str, kertas: str, ponsel: bool
):
    dokumen = rumah.dokumen(PEMILIK, kertas)
    data = CONTOH[kode][0]
    with jendela(browser, rumah, PEMILIK, peran=Peran.PEGAWAI, ponsel=ponsel) as layar:
        layar.buka(f"/riwayat/usulan/baru/?dokumen={dokumen.pk}&jenis={kode}")
        lipatan = layar.page.locator("details.rinci:has(.isian)")
        assert lipatan.count() >= 2
        assert lipatan.locator("input:visible").count() == 0
        assert not keluhan(layar, ponsel=ponsel)
        isikan(layar, data)
        assert not keluhan(layar, ponsel=ponsel)
        tekan(layar, "Lanjutkan", "Periksa sebelum mengajukan")
        layar.page.get_by_label("Saya menyatakan").check()
        tekan(layar, "Ajukan usulan", "Tarik usulan")
        satu = Riwayat.objects.jenis(kode).filter(bukti__dokumen=dokumen).get()
        assert layar.page.url.endswith(f"/riwayat/usulan/{satu.pk}/")
        assert {nama for nama in data if satu.data[nama] in (None, "")} == set()
        assert not keluhan(layar, ponsel=ponsel)


@pytest.mark.parametrize("ponsel", [True, False], ids=["ponsel", "meja"])
def test_papers_are_told_apart_ticked_and_missed(rumah: Rumah, browser: Browser, ponsel: bool):
    ijazah = rumah.dokumen(PEMILIK, "IJAZAH", minor="45")
    with jendela(browser, rumah, PEMILIK, peran=Peran.PEGAWAI, ponsel=ponsel) as layar:
        alamat = f"/riwayat/usulan/baru/?dokumen={ijazah.pk}&jenis=pendidikan"
        layar.buka(alamat)
        isikan(layar, CONTOH["pendidikan"][0] | {"tingkat": "45", "sk_nomor": f"45/{ijazah.pk}"})
        tekan(layar, "Lanjutkan", "Riwayat pendidikan perlu Transkrip nilai")
        assert not keluhan(layar, ponsel=ponsel)
        layar.page.get_by_label("Mengapa dokumen wajib").fill("Transkripnya hilang saat banjir.")
        tekan(layar, "Lanjutkan", "Periksa sebelum mengajukan")
        assert "Transkripnya hilang saat banjir." in layar.teks
        layar.page.get_by_label("Saya menyatakan").check()
        tekan(layar, "Ajukan usulan", "Belum dilampirkan: Transkrip nilai")
        satu = Riwayat.objects.jenis("pendidikan").get(bukti__dokumen=ijazah)
    with jendela(browser, rumah, FASILITATOR, peran=Peran.FASILITATOR, ponsel=ponsel) as meja:
        meja.buka(f"/usulan/{satu.pk}/")
        assert "Transkrip nilai tidak dilampirkan." in meja.teks
        assert "Tanpa Transkrip nilai: Transkripnya hilang saat banjir." in meja.teks
        assert not keluhan(meja, ponsel=ponsel)


@pytest.mark.parametrize("ponsel", [True, False], ids=["ponsel", "meja"])
def test_the_list_one_kind_and_one_row_read_well(rumah: Rumah, browser: Browser, ponsel: bool):
    for tahun in (2018, 2019):
        ada = Riwayat.objects.jenis("skp").filter(data__tahun=tahun, divalidasi_pada__lt=timezone.now())
        satu = ada.first() or baris(rumah.orang(PEMILIK), "skp", tahun=tahun)
    with jendela(browser, rumah, PEMILIK, peran=Peran.PEGAWAI, ponsel=ponsel) as layar:
        for alamat in ("/riwayat/", "/riwayat/?jenis=skp", f"/riwayat/usulan/{satu.pk}/", "/riwayat/usulan/baru/"):
            layar.buka(alamat)
            assert not keluhan(layar, ponsel=ponsel), alamat
