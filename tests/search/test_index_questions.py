"""What a person asks: every wording finds what it should and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from search import QueryTooLong
from search.question import OPEN_QUOTE
from tests.search.conftest import Ask, asker, entry, found, opener

pytestmark = pytest.mark.dua_ukuran
NUMBER = "800.1.3.2/0142/BKPSDM/2025"


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    index = next(made := opener(tmp_path_factory.mktemp("indeks")))()
    index.write(
        [
            entry(
                "sk",
                "KEPUTUSAN BUPATI terhitung mulai tanggal 01-07-2024 dinaikkan pangkatnya 19930512 201903 2 911",
                title="SK Kenaikan Pangkat",
                numbers=[NUMBER],
                nip="199305122019032911",
                nama="Laras Kinanti Wulandari",
                date="2024-06-20",
                facets={"jenis": "SK_KP", "tahun": "2024", "unit": "Dinas Kesehatan"},
            ),
            entry(
                "ijazah",
                "Ijazah sarjana komputer, lulus 20 Agustus 2015",
                title="Ijazah",
                nama="Bramasta Pattinama",
                facets={"jenis": "IJAZAH", "tahun": "2015", "unit": "Dinas Kesehatan"},
            ),
            entry(
                "pensiun",
                "Pemberhentian dengan hormat dengan hak pensiun, penilaian baik",
                title="SK Pensiun",
                nama="Wirya Saputra",
                facets={"jenis": "SK_PENSIUN", "tahun": "2024", "unit": "Dinas Sosial"},
            ),
        ],
        [],
    )
    yield asker(index)
    next(made, None)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("keputusan", {"sk"}),
        ("kenaikan", {"sk"}),
        ("naik pangkat", {"sk"}),
        ("memensiunkan", {"pensiun"}),
        ("menilai", {"pensiun"}),
        ("PANGKATNYA", {"sk"}),
        ("199305122019032911", {"sk"}),
        ("19930512 201903 2 911", {"sk"}),
        ("nip:199305122019032911", {"sk"}),
        ("NIP 19930512 201903 2 911", {"sk"}),
        ("nomor: 0142", {"sk"}),
        ("tanggal:2024-07-01", {"sk"}),
        ("-nip:199305122019032911", {"ijazah", "pensiun"}),
        ("19930512", {"sk"}),
        (NUMBER, {"sk"}),
        ("800-1-3-2/0142/BKPSDM-2025", {"sk"}),
        ("800.1.3.2", {"sk"}),
        ("0142", {"sk"}),
        ("142", {"sk"}),
        ("0142/BKPSDM", {"sk"}),
        ("bkpsdm 2025", {"sk"}),
        ("800.1.3.3", set()),
        ("1 Juli 2024", {"sk"}),
        ("01-07-2024", {"sk"}),
        ("20 Juni 2024", {"sk"}),
        ("1 Juli 2023", set()),
        ('"dinaikkan pangkatnya"', {"sk"}),
        ('"pangkatnya dinaikkan"', set()),
        ('"kenaikan pangkatnya"', set()),
        ("laras", {"sk"}),
        ("-pensiun", {"sk", "ijazah"}),
        ("hormat -sarjana", {"pensiun"}),
        ("sarjana -komputer", set()),
        ("jenis:SK_KP", {"sk"}),
        ("jenis:sk_kp tahun:2024", {"sk"}),
        ("jenis:sk_kp jenis:ijazah", {"sk", "ijazah"}),
        ("jenis:sk_kp tahun:2015", set()),
        ('unit:"dinas kesehatan"', {"sk", "ijazah"}),
        ("ijazah dan sarjana yang", {"ijazah"}),
        ("", {"sk", "ijazah", "pensiun"}),
        ("   ", {"sk", "ijazah", "pensiun"}),
        ("tidakada", set()),
        ("KP", {"sk"}),
        ("memensiunkan dinsos", set()),
        ("unit:dinsos memensiunkan", {"pensiun"}),
        ("unit:kesehatan ijazah", {"ijazah"}),
        ("jenis:kp", {"sk"}),
        ("terhitung mulai tanggal", {"sk"}),
        ("TMT pangkat", {"sk"}),
        ("ijazah S1", {"ijazah"}),
        ('"KP"', set()),
        ("pangk*", {"sk"}),
        ("bk*dm", {"sk"}),
        ("lar?s", {"sk"}),
        ("-pangk*", {"ijazah", "pensiun"}),
        ("-penilai", {"sk", "ijazah", "pensiun"}),
        ("nip:1993", {"sk"}),
        ("nip:2911", {"sk"}),
        ("nip:19930512 2019", {"sk"}),
        ("19930512 201903 2", {"sk"}),
        ("201903291", {"sk"}),
        ('"nip 199305122019032911"', {"sk"}),
        ("-nip:1993", {"ijazah", "pensiun"}),
        ("nip:1994", set()),
    ],
)
def test_a_question_finds_what_it_should_and_nothing_else(text: str, ids: set[str], ask: Ask) -> None:
    results = ask(text)
    assert found(results) == ids
    assert results.total == len(ids)


def test_exact_leaves_stems_and_similar_names_out(ask: Ask) -> None:
    assert found(ask("kenaikan", exact=True)) == {"sk"}
    assert found(ask("menaikkan")) == {"sk"}
    assert found(ask("menaikkan", exact=True)) == set()
    assert found(ask("larus", exact=True)) == set()


def test_a_misspelt_name_is_found_when_nothing_else_is_and_says_so(ask: Ask) -> None:
    results = ask("bramesta")
    assert found(results) == {"ijazah"}
    assert results.notes == ["Tidak ada yang persis. Kami menampilkan nama yang mirip."]


@pytest.mark.parametrize("text", ["patinama", "pattniama", "bramastta sarjana", "wiyra hormat"])
def test_letters_lost_added_and_swapped_in_a_name(text: str, ask: Ask) -> None:
    assert len(found(ask(text))) == 1
    assert found(ask(text, exact=True)) == set()


def test_synonyms_and_wildcards_are_marked_in_the_snippet(ask: Ask) -> None:
    for text, marks in (
        ("kp", {"dinaikkan pangkatnya"}),
        ("dinaik* tmt", {"dinaikkan", "terhitung mulai tanggal"}),
        ("naik pangkat", {"dinaikkan", "pangkatnya"}),
        ("2024-07-01", {"01-07-2024"}),
    ):
        (hit,) = ask(text).hits
        assert {piece for piece, marked in hit.snippet if marked} >= marks


def test_an_open_quote_is_forgiven_with_a_word_about_it(ask: Ask) -> None:
    results = ask('"hak pensiun')
    assert found(results) == {"pensiun"}
    assert results.notes == [OPEN_QUOTE]


def test_an_unknown_prefix_is_an_ordinary_word_with_a_word_about_it(ask: Ask) -> None:
    results = ask("judul:ijazah")
    assert results.total == 0
    assert "judul:" in results.notes[0]


def test_two_hundred_letters_are_a_question_and_one_more_is_too_many(ask: Ask) -> None:
    assert ask("a" * 200).total == 0
    with pytest.raises(QueryTooLong, match="201 huruf"):
        ask("a" * 201)


@pytest.mark.parametrize(
    "text",
    [
        '""',
        "-",
        '-""',
        ":",
        "jenis:",
        "***",
        "(((",
        "a AND (b OR",
        "/.*/",
        "\0",
        "🙂",
        "tgl",
        "[1 TO 2]",
        '"',
        "'",
    ],
)
def test_no_text_breaks_the_search(text: str, ask: Ask) -> None:
    assert ask(text).total >= 0


def test_facets_count_and_a_chosen_one_still_shows_its_other_choices(ask: Ask) -> None:
    everything = ask().facets
    assert everything["tahun"] == [("2024", 2), ("2015", 1)]
    assert everything["kelas"] == []
    chosen = ask(filters={"jenis": ["SK_KP"]})
    assert chosen.total == 1
    assert chosen.facets["jenis"] == [("IJAZAH", 1), ("SK_KP", 1), ("SK_PENSIUN", 1)]
    assert chosen.facets["tahun"] == [("2024", 1)]


def test_choices_in_one_facet_widen_and_other_facets_narrow(ask: Ask) -> None:
    assert found(ask(filters={"jenis": ["SK_KP", "SK_PENSIUN"]})) == {"sk", "pensiun"}
    assert found(ask(filters={"jenis": ["SK_KP", "SK_PENSIUN"], "unit": ["Dinas Sosial"]})) == {"pensiun"}
    assert found(ask(filters={"jenis": []})) == {"sk", "ijazah", "pensiun"}
    assert found(ask(filters={"rahasia": ["x"]})) == set()
