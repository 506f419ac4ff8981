"""Many papers at once in a browser: a folder chosen whole, a line that breaks, the table that is corrected."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from docservice.antrean.pekerjaan import jalankan_semua
from docservice.borongan.models import BarisBorongan, Borongan
from tests.docservice.alur.dunia import FASILITATOR, Rumah
from tests.docservice.alur.jendela import jendela
from tests.docservice.alur.ukur import keluhan
from tests.docservice.dokumen.alat import kertas

pytestmark = pytest.mark.peramban
NIP = "199710022022021913"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two papers of one size, one in a folder of its own, and what a computer leaves beside them."""
    akar = tmp_path / "pindaian"
    (akar / "lama").mkdir(parents=True)
    isi = kertas("KARTU PEGAWAI")
    (akar / f"KARPEG_{NIP}.pdf").write_bytes(isi)
    (akar / "lama" / "pindai0001.pdf").write_bytes(isi[:-1] + b"\n" if isi[-1:] != b"\n" else isi[:-1] + b" ")
    for sampah in ("Thumbs.db", ".DS_Store", "catatan.txt"):
        (akar / sampah).write_bytes(b"bukan kertas")
    return akar


def test_a_folder_is_chosen_whole_and_goes_on_where_the_line_broke(
    rumah: Rumah, browser: Browser, folder: Path
) -> None:
    with jendela(browser, rumah, FASILITATOR) as layar:
        terkirim: list[str] = []
        putus = True

        def lewat(rute: Any) -> None:
            if rute.request.method == "PATCH":
                if putus and terkirim:
                    rute.abort("connectionreset")
                    return
                terkirim.append(rute.request.url)
            rute.continue_()

        layar.page.route("**/kiriman/**", lewat)
        layar.buka("/borongan/")
        layar.page.set_input_files("#id_folder", folder)
        expect(layar.page.locator("[data-terpilih=id_folder]")).to_contain_text(
            "Terpilih dari folder pindaian: 2 berkas, 0,0 MB. 3 berkas lain dilewati: bukan PDF atau foto."
        )
        layar.page.locator("main form button.utama").click()
        expect(layar.page.locator("[data-kemajuan]")).to_contain_text("Sambungan terputus.")
        assert len(terkirim) == 1

        layar.keluhan.clear()  # the line that broke
        putus = False  # the window was closed meanwhile; the person chooses the same folder again
        layar.buka("/borongan/")
        layar.page.set_input_files("#id_folder", folder)
        layar.page.locator("main form button.utama").click()
        layar.page.wait_for_url("**/borongan/*/")
        assert len(set(terkirim)) == 2
        assert len(terkirim) == 2  # what had arrived did not travel again
        jalankan_semua()
        borongan = Borongan.objects.latest("pk")
        baris = {b.nama: (b.jenis, b.nip, b.status) for b in BarisBorongan.objects.filter(borongan=borongan)}
        assert baris == {f"KARPEG_{NIP}.pdf": ("KARPEG", NIP, "siap"), "pindai0001.pdf": ("", "", "perlu")}


def terurai(rumah: Rumah, *, kunci: str) -> Borongan:
    """Two files, one of which must be corrected."""
    akun = rumah.kantor.akun(FASILITATOR)
    borongan = Borongan.objects.create(oleh=akun, nama="2 berkas", kunci=kunci, jumlah=2, status="diperiksa")
    siap = {"nama": f"KARPEG_{NIP}.pdf", "jenis": "KARPEG", "nip": NIP, "status": "siap"}
    perlu = {"nama": "pindai0001.pdf", "masalah": "Di nama berkas NIP 18 angka belum ada."}
    for urutan, isi in enumerate((siap, perlu)):
        BarisBorongan.objects.create(borongan=borongan, urutan=urutan, sha256=f"{urutan}" * 64, **isi)
    return borongan


@pytest.mark.parametrize("ponsel", [False, True])
def test_the_table_is_corrected_with_fields_of_a_thumbs_height(rumah: Rumah, browser: Browser, ponsel: bool) -> None:
    with jendela(browser, rumah, FASILITATOR, ponsel=ponsel) as layar:
        layar.buka(f"/borongan/{terurai(rumah, kunci=f'tabel {ponsel}').pk}/")
        isian = layar.page.locator("table input:not([type=hidden], [type=checkbox])").all()
        assert len(isian) == 6
        assert min(satu.bounding_box()["height"] for satu in isian) >= (48 if ponsel else 40)  # type: ignore[index]
        assert {"Siap dikirim", "Perlu diperbaiki"} <= set(layar.page.locator("table .chip").all_inner_texts())
        assert not keluhan(layar, ponsel=ponsel)


def test_without_papers_in_it_a_folder_says_so(rumah: Rumah, browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    (tmp_path / "kosong" / "catatan.txt").write_text("bukan kertas")
    with jendela(browser, rumah, FASILITATOR) as layar:
        layar.buka("/borongan/")
        layar.page.set_input_files("#id_folder", tmp_path / "kosong")
        expect(layar.page.locator("[data-terpilih=id_folder]")).to_have_text(
            "Tidak ada PDF atau foto di folder kosong. Pilih folder lain."
        )
        layar.page.locator("main form button.utama").click()
        expect(layar.page.get_by_role("alert")).to_contain_text("ZIP")
