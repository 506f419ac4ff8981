"""How lines and rows break: headings in a pyramid, numbers at their seams, nothing left alone at the edge of a page."""

import io
import re

import pikepdf
import pytest

from templates_sk import Gaya, kind, render
from templates_sk.engine.blocks import Frame
from templates_sk.engine.faces import capitals
from templates_sk.engine.flow import paginate
from templates_sk.engine.tags import Element
from templates_sk.engine.text import pyramid, wrap
from templates_sk.susunan.isi import Place, alirkan, baris
from templates_sk.susunan.kertas import F4
from templates_sk.susunan.susunan import Susunan
from tests.templates_sk.letak import halaman

LEBAR = F4.text_width
JUDUL = [
    "Pemindahan Pegawai Negeri Sipil di Lingkungan Pemerintah Daerah",
    "Kenaikan Gaji Berkala Pegawai Pemerintah dengan Perjanjian Kerja",
    "Pemberian Kenaikan Pangkat Pengabdian, Pemberhentian dan Pemberian Pensiun Pegawai Negeri Sipil yang Mencapai "
    "Batas Usia Pensiun",
    "Penjatuhan Hukuman Disiplin Tingkat Sedang Berupa Pemotongan Tunjangan Kinerja Sebesar 25% (Dua Puluh Lima "
    "Persen) Selama 6 (Enam) Bulan atas Nama Yoga Prasetyo Nugroho NIP 198512062009011919",
]


@pytest.mark.parametrize("judul", JUDUL)
def test_a_heading_over_several_lines_never_grows_and_leaves_no_word_alone(judul):
    baris_judul = pyramid(capitals(judul), LEBAR, 12.0, "regular")
    lebar = [satu.width for satu in baris_judul]
    assert lebar == sorted(lebar, reverse=True)
    assert lebar[0] <= LEBAR
    assert lebar[-1] * 3 >= lebar[0]
    assert "".join(satu.text for satu in baris_judul).split() == capitals(judul).split()


def test_a_heading_that_can_be_no_pyramid_is_broken_as_any_text():
    satu = "a " + "b" * 60
    assert [one.text for one in pyramid(satu, 300.0, 12.0, "regular")] == [
        one.text for one in wrap(satu, 300.0, 12.0, "regular", True)
    ]


@pytest.mark.parametrize("lebar", [70.0, 100.0, 130.0])
def test_a_number_too_wide_for_its_column_is_broken_behind_a_stroke(lebar):
    nomor = "800.1.13.1/0266/BKPSDM/2024"
    bagian = [one.text.strip() for one in wrap(nomor, lebar, 12.0)]
    assert "".join(bagian) == nomor
    assert all(satu[-1] in "/." for satu in bagian[:-1])
    assert all(one.width <= lebar for one in wrap(nomor, lebar, 12.0))


def test_a_word_without_a_seam_is_broken_between_letters():
    bagian = [one.text.strip() for one in wrap("x" * 50, 100.0, 12.0)]
    assert "".join(bagian) == "x" * 50
    assert len(bagian) > 2


def susunan():
    return Susunan(draft=False)


def lembar(s, tinggi):
    """Texts of the first cells, page by page, on sheets that hold *tinggi* lines."""
    bingkai = Frame(F4.width, 500, F4.left, F4.right, 450, 450 - tinggi * s.line - 1)
    pages = paginate(s.blocks, bingkai, first_top=450)
    return [[one.block.cells[0].lines[0].text.strip() for one in page.placed] for page in pages]


@pytest.mark.parametrize("tinggi", range(3, 12))
def test_neither_the_first_nor_the_last_row_of_a_list_stands_alone(tinggi):
    s = susunan()
    baris(s, s.body, [(f"Baris {n}", "isi") for n in range(9)], Place())
    semua = lembar(s, tinggi)
    assert [satu for halaman_ in semua for satu in halaman_] == [f"Baris {n}" for n in range(9)]
    assert all(len(satu) > 1 for satu in (semua[0], semua[-1]))


def test_a_sentence_that_announces_a_list_stays_with_it_and_an_empty_one_takes_no_room():
    s = susunan()
    alirkan(s, s.body, ["Satu.", "Dua.", "Sebagai berikut:", {"baris": [["A", "1"], ["B", "2"]]}, "[[{kosong}]]"],
            type("Isi", (), {"kosong": ""})(), Place(gap=0))  # fmt: skip
    assert lembar(s, 4)[1][0] == "Sebagai berikut:"
    assert len(s.blocks) == 5


def test_rows_counted_past_nine_keep_their_numbers_off_their_labels():
    s = susunan()
    baris(s, s.body, [("Baris", "isi")] * 12, Place(), nomor=1)
    for block in s.blocks:
        angka, label, *_ = sorted(block.cells, key=lambda cell: cell.x)
        assert angka.x + angka.lines[0].width + 2 <= label.x


def test_rows_may_go_on_counting_where_others_stopped():
    isi = [k.teks for _, _, semua in halaman(render("surat_kgb", kind("surat_kgb").sample).pdf) for k in semua]
    nomor = [int(satu[:-1]) for satu in isi if re.fullmatch(r"\d+\.", satu)][:10]
    assert nomor == list(range(1, 11))


def test_the_boxed_rows_of_a_pension_are_those_its_sentences_point_at():
    (isi,) = [[k.teks for k in semua] for _, _, semua in halaman(render("sk_pensiun", kind("sk_pensiun").sample).pdf)
              if any("A. PENERIMA PENSIUN" in k.teks for k in semua)]  # fmt: skip
    lajur = isi[isi.index("A. PENERIMA PENSIUN") :]
    for nomor, label in ((1, "NAMA"), (9, "BERHENTI AKHIR BULAN"), (10, "PENSIUN TMT"), (11, "PENSIUN POKOK")):
        assert lajur[lajur.index(str(nomor)) + 1].startswith(label.split()[0])
    assert {"lajur 1 pada", "lajur 9,"} <= {pot for satu in isi for pot in ("lajur 1 pada", "lajur 9,") if pot in satu}


def berkelompok(banyak):
    """Lines in groups of four with a blank line above each: 64 of them fill two sheets of forty lines."""
    s = susunan()
    for n in range(banyak):
        s.add(s.cell(Element("P"), 0, f"Baris {n}"), gap=s.line if n % 4 == 0 else 0)
    bingkai = Frame(F4.width, 700, F4.left, F4.right, 650, 650 - 40 * s.line - 1)
    return bingkai, paginate(s.blocks, bingkai, first_top=650)


@pytest.mark.parametrize("banyak", [66, 67, 68])
def test_a_few_lines_left_over_are_taken_in_by_narrower_gaps(banyak):
    bingkai, pages = berkelompok(banyak)
    assert len(pages) == 2
    assert all(one.top - one.block.height_of(1) >= bingkai.bottom - 0.01 for page in pages for one in page.placed)


def test_more_than_a_few_lines_keep_their_own_sheet_and_all_gaps():
    _, pages = berkelompok(80)
    assert len(pages) == 3
    tops = [one.top for one in pages[0].placed]
    line = pages[0].placed[0].block.leading
    assert round(tops[3] - tops[4], 2) == round(2 * line, 2)


def test_the_closing_of_a_form_stands_below_something_that_was_filled_in():
    akhir = [k.teks for k in halaman(render("formulir_cuti", kind("formulir_cuti").sample).pdf)[-1][2]]
    assert akhir.index("VIII. KEPUTUSAN PEJABAT YANG BERWENANG MEMBERIKAN CUTI") < akhir.index("Yang mengajukan")


def test_each_row_of_a_table_is_named_by_its_cell():
    with pikepdf.open(io.BytesIO(render("surat_tugas", kind("surat_tugas").sample).pdf)) as pdf:
        sel = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/TH"]
        arah = [str(satu.A.Scope) for satu in sel]
    assert arah == ["/Column"] * 4 + ["/Row"] * 2


@pytest.mark.parametrize("kode", ["surat_cuti_tahunan", "surat_cuti_sakit", "surat_cuti_melahirkan"])
def test_a_leave_permit_of_a_pppk_names_no_rank_and_cites_its_own_rules(kode):
    def isi(**ubah):
        hasil = render(kode, kind(kode).sample | ubah)
        return " ".join(k.teks for _, _, semua in halaman(hasil.pdf) for k in semua)

    pppk = isi(golongan="IX")
    for ada in ("Pegawai Pemerintah dengan Perjanjian Kerja:", "NI PPPK", "Nomor 49 Tahun 2018", "Nomor 7 Tahun 2022"):
        assert ada in pppk
        assert ada not in isi()
    assert "Pangkat" not in pppk
    assert "Nomor 24 Tahun 2017" not in pppk


def test_a_card_bears_no_catchword():
    gaya = Gaya(kata_penyambung=True)
    hasil = render("kartu_karis_karsu", kind("kartu_karis_karsu").sample | {"nama": "Raden Roro " * 25}, gaya=gaya)
    assert hasil.pages > 1
    assert not [k for _, _, semua in halaman(hasil.pdf) for k in semua if k.teks.endswith(" …")]


def test_a_heading_of_the_longest_names_leaves_its_grounds_for_the_next_sheet():
    panjang = {"nama": "Raden Mas " * 30, "jabatan": "Pengadministrasi " * 17, "kepala": "KEPALA DINAS " * 23}
    contoh = kind("sk_hukuman_disiplin").sample
    kop = contoh["kop"] | {"instansi": "DINAS PERHUBUNGAN " * 16, "pemerintah": "PEMERINTAH " * 27}
    hasil = render("sk_hukuman_disiplin", contoh | panjang | {"kop": kop}, gaya=Gaya(tepi_kiri=4, tepi_kanan=4))
    assert any(k.teks.startswith("Menimbang") for k in halaman(hasil.pdf)[1][2])
