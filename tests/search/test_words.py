"""Stems, numerals, dates, NIPs, tokens."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import stem
from search.analysis import VERSION
from search.words import neighbours, synonyms
from search.words.dates import find_dates
from search.words.nip import find_nips, is_nip
from search.words.numerals import read_numerals
from search.words.spelling import respelt
from search.words.tokens import WORD, canonical, tokenise

STEMS = {
    "nilai": "nilai penilaian menilai dinilai",
    "naik": "naik kenaikan menaikkan dinaikkan",
    "pegawai": "pegawai kepegawaian pegawainya",
    "pensiun": "pensiun memensiunkan pensiunan dipensiunkan",
    "sekolah": "sekolah persekolahan bersekolah",
    "tetap": "tetap ditetapkan penetapan menetapkan ketetapan",
    "tugas": "tugas penugasan petugas bertugas menugaskan ditugaskan",
    "laku": "berlaku berlakunya memberlakukan pemberlakuan",
    "angkat": "angkat pengangkatan diangkat mengangkat",
    "jabat": "jabatan pejabat menjabat",
    "putus": "putusan keputusan memutuskan diputuskan pemutusan",
    "mutasi": "mutasi dimutasi memutasikan",
    "didik": "pendidikan mendidik dididik terdidik",
    "bayar": "pembayaran membayar dibayarkan",
    "henti": "berhenti pemberhentian diberhentikan memberhentikan",
    "remaja": "remaja peremajaan",
    "serta": "serta peserta",
    "berkala": "berkala",
    "pindah": "pindah pemindahan memindahkan kepindahan perpindahan dipindahkan",
    "layan": "layanan pelayanan melayani",
    "atur": "aturan peraturan mengatur pengaturan",
    "syarat": "syarat persyaratan",
    "kerja": "kerja pekerjaan bekerja dipekerjakan",
    "hukum": "hukuman menghukum",
    "kelola": "kelola pengelolaan mengelola pengelola dikelola",
    "ubah": "ubah perubahan mengubah diubah",
    "ajar": "belajar pembelajaran mengajar pengajar pelajar",
    "tempat": "tempat penempatan ditempatkan menempati",
    "timbang": "pertimbangan dipertimbangkan menimbang",
    "tandatangan": "tandatangan menandatangani ditandatangani penandatanganan",
    "wakil": "wakil perwakilan mewakili",
    "lahir": "lahir kelahiran melahirkan",
    "setuju": "setuju persetujuan menyetujui disetujui",
    "verifikasi": "verifikasi memverifikasi diverifikasi",
    "usul": "usul usulan pengusulan diusulkan mengusulkan",
}
NAMES = (
    "Setiawan Kartini Wulandari Sekarwangi Pertiwi Suryani Permadi Dirgantara Kusumawardhani Penggawa "
    "Berliana Kertanegara Menara Ayuningdyah Anggraini Hartati Gunawan Irawan Budiman Sekar Dewi"
)


@pytest.mark.parametrize(("root", "forms"), STEMS.items())
def test_forms_of_a_word_meet_in_its_root(root: str, forms: str) -> None:
    assert {stem(form) for form in forms.split()} == {root}


@pytest.mark.parametrize("name", NAMES.split())
def test_names_are_not_stemmed(name: str) -> None:
    assert stem(name) == name.lower()


@pytest.mark.parametrize("word", ["199305122019032911", "800", "iii/b", "2025", "S.Kom.", ""])
def test_numbers_and_signs_are_not_stemmed(word: str) -> None:
    assert stem(word) == word.lower()


@given(st.text(max_size=30))
def test_a_stem_is_its_own_stem(word: str) -> None:
    assert stem(stem(word)) == stem(word)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("nol", 0),
        ("sebelas", 11),
        ("sembilan belas", 19),
        ("seratus satu", 101),
        ("seribu seratus", 1_100),
        ("seratus satu ribu", 101_000),
        ("satu juta seribu", 1_001_000),
        ("dua ribu dua puluh lima", 2_025),
        ("tiga juta seratus delapan puluh enam ribu enam ratus", 3_186_600),
        ("satu miliar", 1_000_000_000),
        ("dua dua", None),
        ("ribu", None),
        ("bukan angka", None),
        ("", None),
    ],
)
def test_numbers_in_words(words: str, number: int | None) -> None:
    assert read_numerals(words.split()) == number


@pytest.mark.parametrize(
    "text",
    [
        "1 Juli 2024",
        "01-07-2024",
        "1/7/2024",
        "01.07.2024",
        "2024-07-01",
        "1 (satu) Juli 2024",
        "1 JULI 2024",
        "O1-O7-2O24",
        "satu bulan Juli tahun dua ribu dua puluh empat",
    ],
)
def test_a_date_in_every_shape(text: str) -> None:
    (span,) = find_dates(f"pada {text}, di Poso")
    assert span.value == date(2024, 7, 1)


@pytest.mark.parametrize("text", ["31-02-2024", "01-13-2024", "1 Juli 1850", "800.1.11.2024", "12345-07-2024", ""])
def test_what_is_no_date_is_none(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("digits", "valid"),
    [
        ("199305122019032911", True),
        ("199406152025211920", True),
        ("199305122019152911", False),
        ("199302302019032911", False),
        ("199305122019033911", False),
        ("199305122019032000", False),
        ("199305121999032911", False),
        ("19930512201903291", False),
        ("１９９３０５１２２０１９０３２９１１", False),
    ],
)
def test_the_parts_of_a_nip_must_make_sense(digits: str, valid: bool) -> None:
    assert is_nip(digits) is valid


def test_a_nip_is_not_cut_out_of_a_longer_number() -> None:
    assert find_nips("1199305122019032911") == []
    assert find_nips("800/199305122019032911") == []


def test_a_nip_and_a_date_are_found_under_every_writing() -> None:
    with_spaces = {token.text for token in tokenise("NIP 19930512 201903 2 911 tanggal 1 Juli 2024")}
    without = {token.text for token in tokenise("NIP 199305122019032911 tanggal 01-07-2024")}
    assert {"199305122019032911", "19930512", "201903", "tgl20240701"} <= with_spaces & without


@given(st.text(max_size=200))
def test_tokens_are_folded_and_in_order(text: str) -> None:
    tokens = tokenise(text)
    assert [token.position for token in tokens] == sorted(token.position for token in tokens)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("pembinna", "pembina"),
        ("keptusan kenaikan", "keputusan kenaikan"),
        ("jenis:SK_KP golongn", "jenis:SK_KP golongan"),
        ("kenaikan pangkat", ""),
        ("dinaikkan pangkatnya", ""),
        ("wulandari", ""),
        ('"pembinna" -pembinna', ""),
        ("", ""),
    ],
)
def test_a_better_spelling_is_offered_from_the_offices_own_words(typed: str, better: str) -> None:
    assert respelt(typed) == better


def test_common_words_side_by_side_are_one_term() -> None:
    words = ["800", "1", "3", "142", "bkpsdm", "laras", "12345", "pegawai", "negeri"]
    assert neighbours.rows(words) == [
        *("800_1", "1_3", "800_1_3", "3_142", "1_3_142", "142_bkpsdm", "3_142_bkpsdm"),
        "pegawai_negeri",
    ]
    assert neighbours.covering(words) == ["800_1_3", "1_3_142", "3_142_bkpsdm", "pegawai_negeri"]


def test_only_two_or_three_common_words_say_as_much_as_the_phrase() -> None:
    assert neighbours.is_row(["800", "1"])
    assert neighbours.is_row(["pegawai", "negeri", "sipil"])
    for words in (["800"], ["800", "laras"], ["800", "1", "laras"], ["800", "1", "3", "2"], ["19930512", "1"]):
        assert not neighbours.is_row(words)


def test_common_words_are_written_as_they_are_compared() -> None:
    assert all(canonical(word) == word and WORD.fullmatch(word) for word in neighbours.common())


SOME_WORDS = st.lists(st.sampled_from(["800", "1", "12", "pegawai", "negeri", "laras", "12345"]), max_size=9)


@given(SOME_WORDS, SOME_WORDS)
def test_who_has_a_phrase_has_its_rows_and_a_row_is_the_phrase(text: list[str], phrase: list[str]) -> None:
    stored, size = set(neighbours.rows(text)), len(phrase)
    stands = any(text[at : at + size] == phrase for at in range(len(text) - size + 1))
    if neighbours.is_row(phrase):
        assert stands == ("_".join(phrase) in stored)
    if stands:
        assert stored.issuperset(neighbours.covering(phrase))


def test_what_the_index_holds_as_one_term_changes_with_its_version_only() -> None:
    named = {name for words in ("sk", "kgb", "bkpsdm", "mutasi") for name in synonyms.others([words])}
    assert ("surat", "keputusan") in named
    stored = [*sorted(neighbours.common()), *sorted(" ".join(map(stem, words)) for words in synonyms.members())]
    digest = hashlib.sha256("\n".join(stored).encode()).hexdigest()[:12]
    assert (VERSION, digest) == ("v5", "e90e4befdc56")


def test_a_name_of_several_words_is_one_term_by_its_stems() -> None:
    words = ["menimbang", "kenaikan", "pangkat", "pegawai", "negeri", "sipil", "pangkat"]
    assert synonyms.named([stem(word) for word in words]) == ["naik+pangkat", "pegawai+negeri+sipil"]
