"""The drawn papers with everything on them exchanged: other people, dates, numbers, ranks, posts, offices and letters.

No threshold of the readers was chosen on these.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date, timedelta

from search.fields.rank import RANKS
from search.words.dates import MONTHS
from tests.search.drawing import SERIF, Face, Paper
from tests.search.papers import PEOPLE, all_papers, long_date, short_date, spaced
from tests.search.papers_more import further_papers

HELD_OUT = "lain"
FACES: tuple[Face, ...] = (SERIF, ("Helvetica", "Helvetica-Bold", 10.5), ("Courier", "Courier-Bold", 9.5), SERIF)
_OTHERS = """Melkianus Tandi Rerung|Ni Luh Sukmawati|Abdul Gafur Lasimpala|Yosephine Kairupan|Slamet Raharjo|
Fitriani Mokodompit|Imanuel Wuisan|Dian Permatasari|Hasanuddin Pakaya|Octavia Rumengan|Joko Purnomo|
Rosmiati Lamadjido|Stenly Wowor|Endang Sulistyowati|Ridwan Abdjul|Grace Tumbelaka"""
OTHERS = [name.strip() for name in _OTHERS.split("|")]
POSTS = ("Analis Kebijakan Ahli Muda", "Perawat Ahli Pertama", "Penyuluh Pertanian Mahir", "Arsiparis Ahli Madya")
UNITS = ("Badan Keuangan dan Aset Daerah", "SMA Negeri 2 Ampana Kota", "Dinas Pangan", "UPTD Puskesmas Tentena")
KNOWN_POSTS = ("Pranata Komputer Ahli Pertama", "Pranata Komputer Ahli Muda", "Guru Ahli Madya")
KNOWN_UNITS = ("Dinas Komunikasi dan Informatika", "UPTD Puskesmas Bukit Asri", "SMP Negeri 3 Teluk Permai")
_LONG = rf"\d{{1,2}} (?:{'|'.join(MONTHS)}) (?:19|20)\d\d"
_DATE = re.compile(rf"\b(?:{_LONG}|\d\d-\d\d-(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\b", re.IGNORECASE)
_NIP = re.compile(r"\b(?:19|20)\d{6} ?\d{6} ?\d ?\d{3}\b")
_PEOPLE_NAMES = [name.partition(",")[0] for name, *_ in PEOPLE]
_PEOPLE_NAMES += ["Nadira Puspa Ayu", "Wisnu Tandiono", "Suryo Adi Nugraha", "Sekar Ayuning Palupi", "Yoga Prasetyo"]


def other_papers(rounds: int = 1, chances: str = HELD_OUT) -> list[tuple[Paper, Face]]:
    """Each drawn paper *rounds* times with other facts, and the letters it is printed in; *chances* seeds them."""
    papers = [*all_papers(), *further_papers()]
    return [
        (_exchanged(papers[number % len(papers)], random.Random(f"{chances}-{number}")), FACES[number * 7 % len(FACES)])
        for number in range(rounds * len(papers))
    ]


def _exchanged(paper: Paper, chance: random.Random) -> Paper:
    new = _Exchange(chance, paper)
    return replace(
        paper,
        title=[new(line) for line in paper.title],
        rows=[(new(label), new(value)) for label, value in paper.rows],
        closing=[new(line) for line in paper.closing],
        head=[new(line) for line in paper.head],
        facts={name: new(value) for name, value in paper.facts.items()},
    )


class _Exchange:
    """The same old text always becomes the same new one, within one paper."""

    def __init__(self, chance: random.Random, paper: Paper) -> None:
        self._chance = chance
        self._days = timedelta(days=chance.randrange(-900, 900))
        self._born = timedelta(days=chance.randrange(-3000, 3000))
        names = dict(zip(_PEOPLE_NAMES, chance.sample(OTHERS, len(_PEOPLE_NAMES)), strict=True))
        self._texts = names | {old.upper(): new.upper() for old, new in names.items()}
        self._texts |= dict(zip(KNOWN_POSTS, chance.sample(POSTS, len(KNOWN_POSTS)), strict=True))
        self._texts |= dict(zip(KNOWN_UNITS, chance.sample(UNITS, len(KNOWN_UNITS)), strict=True))
        self._texts |= _ranks(chance.randrange(1, 5))
        if nomor := paper.facts.get("nomor"):
            self._texts[nomor] = self._number(nomor)
        self._births = {value for name, value in paper.facts.items() if name == "tanggal_lahir"}
        self._births |= {f"{nip[:4]}-{nip[4:6]}-{nip[6:8]}" for nip in [paper.facts.get("nip", "")] if nip}
        if nik := paper.facts.get("nik"):
            self._texts[nik] = self._nik(nik, next(iter(self._births)))
        longest = sorted(self._texts, key=len, reverse=True)
        self._pattern = re.compile("|".join(rf"(?<!\w){re.escape(old)}(?!\w)" for old in longest))

    def __call__(self, text: str) -> str:
        text = _NIP.sub(lambda nip: self._nip(nip[0]), text)
        text = _DATE.sub(lambda day: self._date(day[0]), text)
        return self._pattern.sub(lambda old: self._texts[old[0]], text)

    def _nip(self, printed: str) -> str:
        """Born as the other dates say; begun and number by chance of its own."""
        digits = printed.replace(" ", "")
        born = self._moved(date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])))
        own = random.Random(f"{digits}{self._born}")
        begun = f"{born.year + 22 + own.randrange(8)}{own.randrange(1, 13):02d}"
        other = f"{born:%Y%m%d}{begun}{digits[14]}{own.randrange(1, 999):03d}"
        return spaced(other) if " " in printed else other

    def _date(self, printed: str) -> str:
        iso = _iso(printed)
        moved = self._moved(date.fromisoformat(iso)).isoformat()
        if printed == iso:
            return moved
        return short_date(moved) if "-" in printed else long_date(moved)

    def _moved(self, day: date) -> date:
        return day + (self._born if day.year < 2000 else self._days)

    def _number(self, nomor: str) -> str:
        """Its longest run of digits anew; the year stays a year."""
        runs = [run for run in re.finditer(r"\d+", nomor) if not re.fullmatch("(19|20)\\d\\d", run[0])]
        run = max(runs, key=lambda run: len(run[0]))
        low = 10 ** (len(run[0]) - 1)
        return f"{nomor[: run.start()]}{self._chance.randrange(low, 10 * low)}{nomor[run.end() :]}"

    def _nik(self, nik: str, born: str) -> str:
        day = self._moved(date.fromisoformat(born))
        return f"{self._chance.randrange(710101, 769999)}{day.day + 40}{day:%m%y}{self._chance.randrange(1, 9999):04d}"


def _ranks(step: int) -> dict[str, str]:
    """Each pangkat with its golongan as another one, *step* up or down the ladder, around its ends."""
    names = [name.title() for name in RANKS]
    moved = names[step:] + names[:step]
    grades = dict(zip(names, RANKS.values(), strict=True))
    return dict(zip(names, moved, strict=True)) | {
        grades[old]: grades[new] for old, new in zip(names, moved, strict=True)
    }


def _iso(printed: str) -> str:
    parts = printed.replace("-", " ").split()
    if len(parts[0]) == 4:
        return printed
    month = parts[1] if parts[1].isdigit() else f"{MONTHS[parts[1].lower()]:02d}"
    return f"{parts[2]}-{month}-{int(parts[0]):02d}"
