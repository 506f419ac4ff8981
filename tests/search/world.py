"""A small archive by chance, and what people by chance ask of it."""

from __future__ import annotations

import random

from search import Entry, Query

_WORDS = """
keputusan bupati kenaikan pangkat dinaikkan pangkatnya gaji berkala kgb kp sk surat tugas belajar tubel pensiun
memensiunkan penetapan ditetapkan pengangkatan diangkat dinas pendidikan diknas kesehatan ijazah sarjana nilai
penilaian hukuman disiplin cuti tahunan di luar tanggungan negara dan yang untuk pegawai negeri sipil 0142 2024 800
nomor 1 3
"""
_NAMES = "Laras Kinanti Wulandari Bramasta Pattinama Yoga Prasetyo Wirya Saputra Sekar Dewi Larasati Bramesta"
WORDS, NAMES = _WORDS.split(), _NAMES.split()
KINDS = ("SK_KP", "SK_KGB", "IJAZAH", "SK_PENSIUN", "SURAT_CUTI")
UNITS = ("Dinas Kesehatan", "Dinas Pendidikan", "Dinas Sosial", "BKPSDM")
TOKENS = (*(f"unit:{number}" for number in range(5)), *(f"orang:{number}" for number in range(8)), "kelas:rahasia")
DATES = ("1 Juli 2024", "01-07-2024", "20 Agustus 2015", "2024-03-31")


def entries(chance: random.Random, number: int) -> list[Entry]:
    return [_entry(chance, f"d{place:03d}") for place in range(number)]


def question(chance: random.Random, rows: list[Entry]) -> Query:
    """One to four pieces, each of them made for something that some row holds, seen or not."""
    row = chance.choice(rows)
    text = " ".join(_piece(chance, chance.choice([row, chance.choice(rows)])) for _ in range(chance.randint(0, 4)))
    filters = {}
    if chance.random() < 0.3:
        filters = {chance.choice(("jenis", "unit", "tahun", "kelas")): [chance.choice(list(row.facets.values()))]}
    return Query(text[:200], person(chance), filters, exact=chance.random() < 0.2, limit=200)


def person(chance: random.Random) -> frozenset[str]:
    return frozenset(chance.sample(TOKENS, chance.randint(0, 3)))


def beginning(chance: random.Random, rows: list[Entry]) -> str:
    """What somebody types who looks for a name, a number or a title."""
    row = chance.choice(rows)
    text = chance.choice([row.nama, row.numbers[0], row.title, row.nip, chance.choice(NAMES)])
    return text[: chance.randint(1, len(text))]


def _entry(chance: random.Random, id_: str) -> Entry:
    words = chance.choices(WORDS, k=chance.randint(3, 30))
    born, serial = f"19{chance.randint(60, 99)}0{chance.randint(1, 9)}1{chance.randint(0, 9)}", chance.randint(1, 999)
    year = str(chance.randint(2019, 2025))
    return Entry(
        id=id_,
        revision=str(chance.randint(1, 9)),
        title=" ".join(chance.choices(WORDS, k=3)),
        text=" ".join([*words, chance.choice(DATES), *chance.choices(WORDS, k=4)]),
        numbers=[f"800.1.{chance.randint(1, 9)}/{chance.randint(1, 400):04d}/BKPSDM/{year}"],
        nip=f"{born}2019032{serial:03d}",
        nama=" ".join(chance.sample(NAMES, 2)),
        akses=chance.sample(TOKENS, chance.randint(0, 3)),
        facets={
            "jenis": chance.choice(KINDS),
            "unit": chance.choice(UNITS),
            "tahun": year,
            "kelas": chance.choice(("terbatas", "rahasia")),
        },
        date=f"{year}-0{chance.randint(1, 9)}-11",
    )


def _piece(chance: random.Random, row: Entry) -> str:
    word, name = chance.choice(WORDS), chance.choice(row.nama.split())
    start = chance.randint(0, 12)
    pieces = [
        word,
        word,
        name,
        chance.choice(row.text.split()),
        f"-{word}",
        f'"{" ".join(row.text.split()[: chance.randint(2, 5)])}"',
        row.numbers[0].split("/")[0],
        f"{word[:3]}*",
        f"{name[:2]}?{name[3:]}",
        name[:1] + name[2:],
        row.nip,
        f"nip:{row.nip[start : start + 6]}",
        row.numbers[0].split("/")[1],
        row.numbers[0],
        chance.choice(DATES),
        f"jenis:{row.facets['jenis']}",
        f"jenis:{row.facets['jenis'].split('_')[-1]}",
        f'unit:"{row.facets["unit"]}"',
        "unit:diknas",
        f"tahun:{row.facets['tahun']}",
        "kelas:rahasia",
    ]
    return chance.choice(pieces)
