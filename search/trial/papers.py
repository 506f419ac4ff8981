"""The papers of the trial: twenty-four people of an invented office, one paper of each kind for each of them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from search.index import Entry

HERE = Path(__file__).parent
_NAMES = """Laras Kinanti Wulandari|Bramasta Pattinama|Wirya Saputra|Yoga Prasetyo|Sekar Ayuningtyas|Dirgantara Lumowa|
Maharani Tobelo|Ferdinan Sumampouw|Nurhayati Daeng|Gusti Ngurah Adnyana|Ratih Kusumaningrum|Hendrik Tolando|
Siti Zubaidah|Marlina Poluan|Teguh Wicaksono|Andi Baso Makkasau|Yuliana Lamusu|Rizky Ramadhan|Christina Manoppo|
Agustinus Pelealu|Wahyuningsih Hartono|Zulkifli Lahadalia|Desak Putu Mirah|Benyamin Kaligis"""
_UNITS = """Dinas Pendidikan|Dinas Kesehatan|Dinas Sosial|Dinas Perhubungan|Badan Perencanaan Pembangunan Daerah|
Dinas Kependudukan dan Pencatatan Sipil|Sekretariat Daerah|Rumah Sakit Umum Daerah"""
_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
NAMES, UNITS = ([one.strip() for one in text.split("|")] for text in (_NAMES, _UNITS))
MONTHS = _MONTHS.split()
SEEN_BY = "arsip"


def papers() -> list[Entry]:
    """Ids are ``KIND-person``; everybody with :data:`SEEN_BY` may see them all."""
    blocks = re.findall(r"^\[(\w+)\] (.*)\n(.*)$", (HERE / "papers.txt").read_text(encoding="utf-8"), re.MULTILINE)
    return [
        _paper(kind, title, text, place, person)
        for place, (kind, title, text) in enumerate(blocks)
        for person in range(len(NAMES))
    ]


def facts(place: int, person: int) -> dict[str, str]:
    """What stands on the paper of kind number *place* of *person*."""
    born = date(1966 + person, person % 12 + 1, person + 2)
    begun = born.year + 24
    day = date(2012 + place % 13, (place + person) % 12 + 1, (3 * person + place) % 27 + 1)
    nip = f"{born:%Y%m%d}{begun}03{person % 2 + 1}{100 + 7 * person}"
    return {
        "nama": NAMES[person],
        "nip": nip,
        "nip_spasi": f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}",
        "unit": UNITS[person % len(UNITS)],
        "nomor": f"800.1.{place + 1}/{place * 40 + person + 11:04d}/BKPSDM/{day.year}",
        "tanggal": f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        "tmt": f"{day + timedelta(days=31):%d-%m-%Y}",
        "lahir": f"{born:%d-%m-%Y}",
        "golongan": ("III/a", "III/b", "II/c", "IV/a")[person % 4],
        "kepala_daerah": "Gubernur" if person % 2 else "Bupati",
        "iso": day.isoformat(),
    }


def _paper(kind: str, title: str, text: str, place: int, person: int) -> Entry:
    known = facts(place, person)
    return Entry(
        id=f"{kind}-{person:02d}",
        revision="1",
        title=title.format(**known),
        text=text.format(**known),
        numbers=[known["nomor"]],
        nip=known["nip"],
        nama=known["nama"],
        akses=[SEEN_BY],
        facets={"jenis": kind, "unit": known["unit"], "tahun": known["iso"][:4], "golongan": known["golongan"]},
        date=known["iso"],
    )
