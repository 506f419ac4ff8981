"""Every kind of the catalogue: sound, inside its margins, in order, its draft the same but for number and date."""

import json
import re
from datetime import date
from functools import cache

import pytest

from templates_sk import DataError, compare, kind, kinds, render
from templates_sk.render import validate
from templates_sk.susunan import hukum
from templates_sk.susunan.kata import BENTUK, fields
from templates_sk.susunan.kertas import PAPERS
from tests.templates_sk.letak import EDGE, badan, bertumpuk, halaman, kertas
from tests.templates_sk.struktur import temuan

KODE = [k.code for k in kinds()]
KEPUTUSAN = [k.code for k in kinds() if k.wording.bentuk == "keputusan"]


@cache
def naskah(kode, *, draf=False):
    return render(kode, kind(kode).sample, draft=draf)


@cache
def isi(kode):
    return halaman(naskah(kode).pdf)


def kata(kode):
    return [k for _, _, semua in isi(kode) for k in semua]


@pytest.mark.parametrize("kode", KODE)
@pytest.mark.parametrize("draf", [True, False])
def test_every_kind_is_a_sound_tagged_archive_file(kode, draf):
    assert temuan(naskah(kode, draf=draf).pdf) == []


@pytest.mark.parametrize("kode", KODE)
def test_the_same_data_gives_the_same_bytes(kode):
    assert naskah(kode).pdf == render(kode, kind(kode).sample).pdf


@pytest.mark.parametrize("kode", KODE)
def test_a_draft_differs_from_the_final_only_where_it_may(kode):
    hasil = compare(naskah(kode, draf=True).pdf, naskah(kode).pdf)
    assert hasil.differences == []
    assert set(hasil.varied) <= {"nomor", "tanggal", "qr", "draf"}


@pytest.mark.parametrize("kode", KODE)
def test_all_text_stands_inside_the_margins(kode):
    for lebar, tinggi, semua in isi(kode):
        paper = kertas(kind(kode).paper, lebar)
        assert (lebar, tinggi) == pytest.approx((paper.width, paper.height), abs=0.5)
        assert min(k.kiri for k in semua) >= paper.left - EDGE
        assert max(k.kanan for k in semua) <= paper.width - paper.right + 2 * EDGE
        assert min(k.bawah for k in badan(paper, semua)) >= paper.bottom - EDGE
        assert max(k.atas for k in badan(paper, semua)) <= tinggi - paper.top_first + EDGE


@pytest.mark.parametrize("kode", KODE)
def test_no_text_lies_on_other_text(kode):
    for _, _, semua in isi(kode):
        assert bertumpuk(semua) == []


@pytest.mark.parametrize("kode", KODE)
def test_no_text_lies_in_a_signature_field_and_all_fields_lie_on_the_page(kode):
    for tanda in naskah(kode).signatures:
        lebar, _, semua = isi(kode)[tanda.page]
        x0, y0, x1, y1 = tanda.rect
        assert 0 < x0 < x1 <= lebar - PAPERS[kind(kode).paper].right + EDGE
        assert x1 - x0 > 55
        assert y1 - y0 > 50
        assert [k for k in semua if k.kiri < x1 and k.kanan > x0 and k.bawah < y1 and k.atas > y0] == []


@pytest.mark.parametrize("kode", KEPUTUSAN)
def test_the_parts_of_a_decree_stand_in_the_order_of_the_rule(kode):
    baca = " ".join(k.teks for k in kata(kode))
    urut = [f"KEPUTUSAN {kind(kode).sample['kepala']}", "NOMOR", "TENTANG", "Menimbang"]
    urut += ["Mengingat", *(["Memperhatikan"] if "Memperhatikan" in baca else []), "MEMUTUSKAN:", "Menetapkan"]
    urut += ["KESATU", "KEDUA", "Ditetapkan di", "pada tanggal"]
    mulai = 0
    for satu in urut:
        mulai = baca.index(satu, mulai)


@pytest.mark.parametrize("kode", KEPUTUSAN)
def test_the_grid_of_a_decree_is_one(kode):
    """Labels at the left margin, all texts of grounds and rulings at two columns."""
    kiri = PAPERS[kind(kode).paper].left
    label = [
        k for k in kata(kode) if k.teks in ("Menimbang", "Mengingat", "Memperhatikan", "KESATU", "KEDUA", "KETIGA")
    ]
    assert {round(k.kiri - kiri) for k in label} <= {0, 1}


@pytest.mark.parametrize("kode", KODE)
def test_the_signature_block_stands_with_body_text(kode):
    """At least two lines of the body above it on its page."""
    for tanda in naskah(kode).signatures[:1]:
        _, _, semua = isi(kode)[tanda.page]
        atas = [k for k in semua if k.bawah > tanda.rect[3] + 60 and not re.fullmatch(r"- \d+ -", k.teks)]
        assert len(atas) >= 2


@pytest.mark.parametrize("kode", KODE)
def test_an_empty_form_is_refused_with_every_required_field_named(kode):
    with pytest.raises(DataError) as salah:
        validate(kode, {})
    wajib = {name for name, field in kind(kode).schema.model_fields.items() if field.is_required()}
    assert wajib <= {e.field for e in salah.value.errors}
    assert all("belum diisi" in e.message for e in salah.value.errors if e.field in wajib)


@pytest.mark.parametrize("kode", KODE)
def test_a_character_the_faces_lack_is_refused_by_name(kode):
    data = kind(kode).sample
    data["tempat"] = "Teluk ✓ Permai"
    with pytest.raises(DataError) as salah:
        validate(kode, data)
    assert [(e.field, "✓" in e.message) for e in salah.value.errors] == [("tempat", True)]


@pytest.mark.parametrize("kode", KODE)
def test_every_field_at_every_depth_has_an_indonesian_label_and_help(kode):
    skema = kind(kode).schema.model_json_schema()
    for bagian in (skema, *skema.get("$defs", {}).values()):
        assert "description" not in bagian
        for nama, isian in bagian["properties"].items():
            assert isian["title"], nama
            assert isian["description"].endswith("."), nama
            assert ".." not in isian["description"], nama


@pytest.mark.parametrize("kode", KODE)
def test_the_wording_names_only_fields_that_exist_and_forms_that_are_known(kode):
    teks = json.dumps(kind(kode).wording.model_dump(), ensure_ascii=False)
    model = kind(kode).schema
    for kalimat in re.findall(r"\{[^{}\"]+\}", teks):
        for nama, bentuk in fields(kalimat):
            awal = nama.split(".")[0]
            assert awal in ("n", "baris") or awal in model.model_fields or hasattr(model, awal), kalimat
            assert bentuk in BENTUK, kalimat
    assert set(kind(kode).wording.mengingat) <= hukum.registri().keys()


def test_legal_bases_stand_in_order_of_rank_year_and_number():
    semua = list(hukum.registri().values())
    urut = hukum.mengingat([satu.kunci for satu in reversed(semua)], None)
    rank = [next(s.peringkat for s in semua if f"{s.judul};" == teks) for teks in urut]
    assert rank == sorted(rank)


def test_a_legal_basis_younger_than_the_decree_is_not_cited():
    assert hukum.mengingat(["PP8-2024"], date(2020, 1, 1)) == []
