"""Papers are cut into words by short ways: each finds what the long way finds."""

from __future__ import annotations

import random
from datetime import date

from search import stem
from search.words import dates, neighbours, nip, synonyms
from search.words.analyser import Analyser
from search.words.dates import find_dates
from search.words.nip import find_nips, is_nip
from search.words.tokens import canonical, cut, tokenise


def test_cutting_for_the_index_gives_the_words_of_cutting_for_people() -> None:
    chance = random.Random(3)
    signs = [
        "19930512 201903 2 911",
        "199305122019032911",
        "x199305122019032911",
        "1 Juli 2024",
        "01-07-2024",
        "tanggal satu Juli dua ribu dua puluh empat",
        "800.1.3/0142/BKPSDM/2025",
        "Élan",
        "dinaikkan",
        "_",
        "²",
        "O1-07-2024",
    ]
    for _ in range(500):
        text = chance.choice([" ", "\n", ", ", "."]).join(chance.choices(signs, k=chance.randint(0, 8)))
        tokens = tokenise(text)
        words, joined = cut(text)
        assert list(map(canonical, words)) == [token.text for token in tokens if not token.joined], text
        assert sorted(joined) == sorted(token.text for token in tokens if token.joined), text


def test_a_date_is_found_wherever_it_stands_in_a_long_text() -> None:
    filler = " perjanjian kerja pegawai negeri sipil tentang marwah" * 9 + " "
    dates = [
        "1 Juli 2024",
        "satu Januari dua ribu dua puluh enam",
        "tiga puluh satu bulan Desember tahun dua ribu dua puluh empat",
    ]
    text = filler + filler.join(dates) + filler
    values = [span.value.isoformat() for span in find_dates(text)]
    assert values == ["2024-07-01", "2026-01-01", "2024-12-31"]


def test_looking_where_the_signs_stand_finds_what_looking_everywhere_finds() -> None:
    chance = random.Random(7)
    signs = ["1", "01", "31", "O1", "2024", "1999", "-", "/", ".", " Juli ", " mei ", "bulan", "tahun", "dua", "puluh"]
    signs += [" ribu ", "satu", "(satu)", "tgl", "kata", "jan.", "07", "ſ", "01-07-2024", "2024-07-01", "1/7/1999"]
    found = 0
    for _ in range(20_000):
        text = "".join(chance.choice(signs) + chance.choice(["", " ", "-", "/", "."]) for _ in range(12))
        spans = [(span.start, span.end) for span in find_dates(text)]
        assert spans == _everywhere(text), text
        found += len(spans)
    assert found > 200


def _everywhere(text: str) -> list[tuple[int, int]]:
    """Every expression over the whole text, the longer of two that begin together."""
    spans = [
        match.span()
        for pattern in dates._PATTERNS
        for match in pattern.finditer(text)
        if dates._date(match["d"], match["m"], match["y"]) is not None
    ]
    kept: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def test_a_bar_of_a_table_before_a_date_is_no_digit_of_it() -> None:
    assert [span.value for span in find_dates("|2024-07-01|01-07-2024|")] == [date(2024, 7, 1)] * 2


def test_looking_for_digits_in_a_row_finds_every_nip_that_looking_everywhere_finds() -> None:
    chance, found = random.Random(11), 0
    signs = [
        "19930512 201903 2 911",
        "199305122019032911",
        "1993 0512 2019 03 2 911",
        "l99305122O19032911",
        "|",
        "x",
        ":",
    ]
    signs += ["1", "O", "l", ". ", "\u00a0", "\n", "é", "kata", "1993051220190329110", "199302302019032911", "/", "-"]
    for _ in range(5_000):
        text = "".join(chance.choice(signs) + chance.choice(["", "", " "]) for _ in range(10))
        values = [span.value for span in find_nips(text)]
        assert values == _nips_everywhere(text), text
        found += len(values)
    assert found > 2_000


def _nips_everywhere(text: str) -> list[str]:
    values: list[str] = []
    match = nip._RUN.search(text)
    while match:
        digits = "".join(sign for sign in match[0] if sign not in " .\u00a0")
        right = digits.translate(nip._CONFUSED)
        good = sum(sign.isdigit() for sign in digits) >= nip._FEWEST_DIGITS and is_nip(right)
        values += [right] if good else []
        match = nip._RUN.search(text, match.end() if good else match.start() + 1)
    return values


def test_a_page_is_stored_as_its_words_their_stems_and_what_stands_side_by_side() -> None:
    chance = random.Random(5)
    signs = [
        "kenaikan",
        "Pangkat",
        "pegawai",
        "negeri",
        "sipil",
        "0142",
        "800",
        "Élan",
        "1 Juli 2024",
        "surat",
        "keputusan",
    ]
    analyser = Analyser(stem)
    for _ in range(300):
        text = chance.choice([" ", "\n", ", "]).join(chance.choices(signs, k=chance.randint(0, 12)))
        words = [token.text for token in tokenise(text) if not token.joined]
        stems = [stem(word) for word in words]
        made = analyser.page(text)
        assert made.words.split() == words
        assert made.stems.split() == [root for word, root in zip(words, stems, strict=True) if root != word]
        assert set(made.rows.split()) == {*neighbours.rows(words), *synonyms.named(stems)}
        assert sorted(made.joined.split()) == sorted(token.text for token in tokenise(text) if token.joined)
