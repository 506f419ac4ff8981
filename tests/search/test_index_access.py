"""Nobody finds, counts or reads a word of what they may not see."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import Results, SearchIndex
from tests.search.conftest import Ask, entry, found, opener

pytestmark = pytest.mark.dua_ukuran
SECRET = "penjatuhan hukuman disiplin Yoga Prasetyo NIP 198512062009011919"
QUESTIONS = [
    "",
    "hukuman",
    "menghukum",
    "yoga",
    "yuga",
    '"hukuman disiplin"',
    "198512062009011919",
    "19851206 200901 1 919",
    "800.1.6.2/0071/DISHUB/2025",
    "0071",
    "3 Oktober 2025",
    "jenis:SK_HUKDIS",
    "-pensiun",
    "kelas:rahasia tahun:2025",
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    """Two offices and a paper of nobody's. The last test changes it."""
    index = next(made := opener(tmp_path_factory.mktemp("indeks")))()
    index.write(
        [
            entry(
                "rahasia",
                SECRET,
                title="SK Hukuman Disiplin",
                numbers=["800.1.6.2/0071/DISHUB/2025"],
                nip="198512062009011919",
                nama="Yoga Prasetyo",
                date="2025-10-03",
                akses=["unit:dishub", "orang:7"],
                facets={"jenis": "SK_HUKDIS", "kelas": "rahasia", "tahun": "2025", "unit": "Dishub"},
            ),
            entry("biasa", "undangan rapat", akses=["unit:dinkes"], facets={"jenis": "SURAT", "unit": "Dinkes"}),
            entry("tanpa", SECRET, akses=[], facets={"jenis": "SK_HUKDIS"}),
        ],
        [],
    )
    yield index
    next(made, None)


def is_silent(results: Results) -> bool:
    """Not in the hits, not in the total, not in a facet, not in a snippet."""
    counted = {value for rows in results.facets.values() for value, _ in rows}
    shown = " ".join(text for hit in results.hits for text, _ in hit.snippet)
    return (
        found(results) <= {"biasa"}
        and results.total == len(results.hits)
        and not counted & {"SK_HUKDIS", "rahasia", "2025", "Dishub"}
        and "Yoga" not in shown
    )


@pytest.mark.parametrize("text", QUESTIONS)
@pytest.mark.parametrize("akses", [(), ("",), ("unit:dinkes",), ("unit:dishu", "unit:*", "orang:77", "unit")])
def test_a_stranger_learns_nothing(text: str, akses: tuple[str, ...], ask: Ask) -> None:
    assert is_silent(ask(text, akses))
    assert is_silent(ask(text, akses, filters={"jenis": ["SK_HUKDIS", "SURAT"]}))


@pytest.mark.parametrize("akses", [(), ("",)])
def test_without_tokens_nothing_is_found_and_nothing_counted(akses: tuple[str, ...], ask: Ask) -> None:
    results = ask("", akses)
    assert (results.total, results.hits) == (0, [])
    assert not any(results.facets.values())


@pytest.mark.parametrize("akses", [("unit:dishub",), ("orang:7",), ("unit:dinkes", "orang:7")])
def test_one_token_that_fits_is_enough(akses: tuple[str, ...], ask: Ask) -> None:
    assert found(ask("hukuman", akses)) == {"rahasia"}


def test_what_nobody_may_see_is_found_by_nobody(ask: Ask) -> None:
    everyone = ("unit:dishub", "unit:dinkes", "orang:7", "semua", "")
    assert found(ask("", everyone)) == {"rahasia", "biasa"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_no_wording_gets_around_the_filter(text: str, ask: Ask) -> None:
    assert is_silent(ask(text, ("unit:dinkes",)))


def test_access_follows_the_document_at_the_next_write(index: SearchIndex, ask: Ask) -> None:
    index.write([entry("rahasia", SECRET, revision="2", akses=["unit:dinkes"])], [])
    assert found(ask("hukuman", ("unit:dinkes",))) == {"rahasia"}
    assert found(ask("hukuman", ("unit:dishub",))) == set()
