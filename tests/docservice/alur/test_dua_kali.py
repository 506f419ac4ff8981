"""Pressed twice, in two tabs, without script to hold it back: one effect, and a page that says what happened."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from docservice.dokumen.models import VersiDokumen
from docservice.dokumen.status import StatusDokumen
from docservice.layanan.katalog import periksa
from docservice.layanan.models import Layanan, Permohonan
from docservice.naskah.models import Upaya
from docservice.pegawai.models import Pegawai
from docservice.verifikasi.models import Verifikasi
from tests.docservice.alur.dunia import FASILITATOR, PEMILIK, SEKDA, Rumah, passphrase
from tests.docservice.alur.jendela import jendela
from tests.docservice.alur.orang import Layar
from tests.docservice.dokumen.alat import kertas

pytestmark = pytest.mark.peramban
BERSAMAAN = """(pemilih) => {
  const formulir = document.querySelector(pemilih);
  const kirim = () => fetch(formulir.action, { method: "POST", body: new FormData(formulir) })
    .then(async (jawab) => [jawab.status, new URL(jawab.url).pathname, await jawab.text()]);
  return Promise.all([kirim(), kirim()]);
}"""
"""The same form sent twice at the same moment, as by a line that stutters: script in our pages would prevent it."""


def dua_kali(layar: Layar, pemilih: str) -> tuple[list[Any], list[Any]]:
    """Both answers (status, path, HTML), the one that led further first."""
    satu, dua = sorted(layar.page.evaluate(BERSAMAAN, pemilih), key=lambda jawab: int(jawab[0]))
    return satu, dua


def siap_diajukan(rumah: Rumah, nomor: int) -> Pegawai:
    """Everything a promotion needs, whatever this person's job was."""
    pemohon = rumah.orang(nomor)
    pemohon.jenis_jabatan = Pegawai.JenisJabatan.PELAKSANA
    pemohon.save()
    pemohon.halangan.all().delete()
    hasil = periksa(Layanan.objects.get(pk="l"), pemohon)
    for butir in hasil.kurang:
        rumah.dokumen(nomor, butir.jenis_dokumen, minor=butir.minor, status=StatusDokumen.TERVERIFIKASI)
    assert not hasil.tidak, hasil.tidak
    return pemohon


def test_a_button_pressed_twice_sends_once(rumah: Rumah, browser: Browser) -> None:
    kiriman: list[str] = []
    sebelum = VersiDokumen.objects.count()
    with jendela(browser, rumah, PEMILIK) as layar:
        layar.page.on("request", lambda r: kiriman.append(r.url) if r.method == "POST" else None)
        unggah(layar, "KK")
        layar.page.dblclick("main form button.utama")
        layar.page.wait_for_url("**/proses/")
        assert "Berkas Anda sudah kami terima" in layar.teks
    assert len(kiriman) == 1
    assert VersiDokumen.objects.count() == sebelum + 1


def test_an_upload_sent_twice_is_one_paper(rumah: Rumah, browser: Browser) -> None:
    with jendela(browser, rumah, PEMILIK) as layar:
        unggah(layar, "KTP")
        satu, dua = dua_kali(layar, "form[data-unggah]")
        versi = VersiDokumen.objects.get(dokumen__jenis="KTP")
        assert satu[:2] == dua[:2] == [200, f"/dokumen/{versi.dokumen_id}/proses/"]


def unggah(layar: Layar, kode: str) -> None:
    layar.page.goto(f"/dokumen/unggah/?jenis={kode}")
    isi: Any = {"name": "kartu.pdf", "mimeType": "application/pdf", "buffer": kertas(kode)}
    layar.page.set_input_files("#id_berkas", isi)


def test_a_request_sent_twice_is_one_request(rumah: Rumah, browser: Browser) -> None:
    pemohon = siap_diajukan(rumah, 16)
    with jendela(browser, rumah, 16) as layar:
        layar.page.goto("/layanan/l/")
        layar.page.check("[name=pernyataan]")
        satu, dua = dua_kali(layar, "main form")
        permohonan = Permohonan.objects.get(pegawai=pemohon)
        assert satu[:2] == [200, f"/permohonan/{permohonan.pk}/"]
        assert dua[:2] == [200, f"/permohonan/{permohonan.pk}/"]


def test_a_decree_signed_twice_is_one_attempt(rumah: Rumah, browser: Browser) -> None:
    naskah = rumah.naskah(12)
    with jendela(browser, rumah, SEKDA) as layar:
        layar.page.goto("/tanda-tangan/")
        layar.page.fill("#passphrase", passphrase())
        satu, dua = dua_kali(layar, "form:has(#passphrase)")
        upaya = Upaya.objects.get(naskah=naskah)
        assert satu[:2] == dua[:2] == [200, f"/tanda-tangan/hasil/{upaya.kelompok}/"]
        layar.page.goto(f"/tanda-tangan/hasil/{upaya.kelompok}/")
        expect(layar.page.locator("h1")).to_contain_text("1 dari 1 naskah selesai", timeout=60_000)
    assert Upaya.objects.filter(naskah=naskah).count() == 1


def test_two_tabs_decide_once_about_one_paper(rumah: Rumah, browser: Browser) -> None:
    dokumen = rumah.dokumen(PEMILIK, "KARPEG")
    with jendela(browser, rumah, FASILITATOR) as layar:
        satu, dua = layar.page, layar.page.context.new_page()
        for tab in (satu, dua):
            tab.goto(f"/verifikasi/{dokumen.pk}/")
            tab.check("[name=basis][value=asli]")
            for bidang in tab.locator("[name=diperiksa]").all():
                bidang.check()
        satu.click("[value=verifikasi]")
        satu.wait_for_url("**/verifikasi/")
        dua.click("[value=verifikasi]")
        expect(dua.locator("main")).to_contain_text("Berkas ini sudah diputuskan di tab lain.")
    assert Verifikasi.objects.filter(versi__dokumen=dokumen).count() == 1
