"""Any data a kind accepts makes a page: no exception, no overflow, no overlap, a sound file."""

import os
from random import Random

import pytest

from templates_sk import compare, kind, kinds, render
from tests.templates_sk import acak, geometri
from tests.templates_sk.letak import EDGE, bertumpuk, halaman, kertas
from tests.templates_sk.struktur import temuan

KODE = [k.code for k in kinds()]
BANYAK = int(os.environ.get("ACAK", "20"))
"""Data sets per kind, laid out; thousands of them by ``make siksa``."""


@pytest.mark.parametrize("kode", KODE)
def test_any_data_in_any_style_stands_inside_its_page_and_its_column(kode):
    for benih in range(BANYAK):
        r = Random(f"{kode} {benih}")
        data, gaya = acak.data(kode, r), acak.gaya(r)
        assert (benih, geometri.temuan(kode, data, gaya=gaya)) == (benih, [])


@pytest.mark.parametrize("kode", KODE)
def test_any_data_makes_a_sound_file_and_a_draft_that_differs_only_where_it_may(kode):
    r = Random(f"{kode} berkas")
    data, gaya = acak.data(kode, r), acak.gaya(r)
    akhir = render(kode, data, gaya=gaya)
    assert temuan(akhir.pdf) == []
    for _, _, semua in halaman(akhir.pdf):
        assert bertumpuk(semua) == []
    assert compare(render(kode, data, draft=True, gaya=gaya).pdf, akhir.pdf).differences == []


def test_a_letter_without_a_capital_in_the_faces_is_kept_as_it_is():
    hasil = render("sk_bebas", kind("sk_bebas").sample | {"tentang": "Ambang 5 µg per liter"})
    assert any("AMBANG 5 µG PER LITER" in k.teks for _, _, semua in halaman(hasil.pdf) for k in semua)


def test_a_number_and_a_place_too_wide_for_their_line_never_leave_it():
    data = kind("surat_kgb").sample | {"nomor": "8" * 45, "tempat": "Teluk Permai di Pesisir Selatan " * 8}
    for lebar, _, semua in halaman(render("surat_kgb", data).pdf):
        assert bertumpuk(semua) == []
        assert max(k.kanan for k in semua) <= lebar - kertas("A4", lebar).right + EDGE


def test_two_hundred_copies_and_a_table_of_three_hundred_people_flow_over_pages():
    tugas = kind("surat_tugas").sample
    tugas["petugas"] *= 150
    tugas["tembusan"] = [f"Kepala Perangkat Daerah ke-{n}" for n in range(1, 201)]
    hasil = render("surat_tugas", tugas)
    assert hasil.pages > 10
    assert temuan(hasil.pdf) == []
    paper = kertas("A4", 595.28)
    for nomor, (_, _, semua) in enumerate(halaman(hasil.pdf)):
        assert bertumpuk(semua) == []
        assert min(k.bawah for k in semua if k.bawah > 57) >= paper.bottom - EDGE
        if any("NIP" in k.teks for k in semua) and nomor < 8:
            assert any("Nama/NIP" in k.teks for k in semua), "the header row stands on every page of the table"
