"""The matrix of access: every operation of the schema × every kind of person, and nothing told to outsiders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import transaction
from drf_spectacular.generators import SchemaGenerator

from tests.docservice.api import dunia as pembuat
from tests.docservice.api import isian
from tests.docservice.api.conftest import Kantor, Klien, badan
from tests.docservice.api.dunia import Dunia

MATRIKS = Path(__file__).parent / "matriks.txt"
_BARIS = [b.split() for b in MATRIKS.read_text().splitlines() if b.strip() and not b.startswith("#")]
AKTOR, BARIS = _BARIS[0][2:], _BARIS[1:]
UNGGAHAN = ("dokumen/", "cek/", "borongan/", "rekonsiliasi/", "naskah/{naskah}/hasil-penyedia/")


@pytest.fixture
def dunia(kantor: Kantor) -> Dunia:
    return pembuat.bangun(kantor)


@contextmanager
def tanpa_akibat() -> Iterator[None]:
    """Whatever the request does is taken back, so that each meets the same world."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def bentuk(jalur: str) -> str:
    """Path with nameless places, as both the schema and the matrix can be written."""
    jalur = re.sub(r"\{\w+\}", "{}", jalur.removeprefix("/api/v1/"))
    return re.sub(r"^layanan/l/", "layanan/{}/", re.sub(r"halaman/1/", "halaman/{}/", jalur))


def test_every_operation_of_the_schema_is_in_the_matrix():
    skema = SchemaGenerator().get_schema(request=None, public=True)
    ada = {(cara.upper(), bentuk(jalur)) for jalur, semua in skema["paths"].items() for cara in semua}
    assert ada == {(cara, bentuk(jalur)) for cara, jalur, *_ in BARIS}


@pytest.mark.parametrize("aktor", AKTOR)
def test_each_door_opens_for_whom_it_should(aktor: str, kantor: Kantor, dunia: Dunia, klien: Klien):
    orang = klien(kantor.akun(aktor)) if aktor != "anonim" else klien()
    salah = []
    for cara, pola, *harap in BARIS:
        perlu = harap[AKTOR.index(aktor)]
        isi = isian.isi(dunia, cara, pola)
        bentuk_isi = "multipart" if pola in UNGGAHAN and cara == "POST" else "json"
        alamat = f"/api/v1/{dunia.jalur(pola)}"
        with tanpa_akibat():
            jawaban = orang.get(alamat, isi) if cara == "GET" else orang.generic_isi(cara, alamat, isi, bentuk_isi)
            badan(jawaban)
        didapat = str(jawaban.status_code)
        if (didapat if didapat in ("401", "403", "404") else "ya") != perlu or didapat.startswith("5"):
            salah.append(f"{cara} {pola}: {didapat}, seharusnya {perlu} {getattr(jawaban, 'data', '')}")
    assert not salah, "\n".join(salah)


@pytest.mark.parametrize("aktor", ["rekan", "orang_lain", "fasilitator_lain"])
def test_nothing_of_anothers_papers_is_in_any_answer_to_an_outsider(
    aktor: str, kantor: Kantor, dunia: Dunia, klien: Klien
):
    orang = klien(kantor.akun(aktor))
    terlarang = [
        dunia.pemilik.nip,
        dunia.pemilik.nama,
        dunia.bukti.nomor,
        dunia.dokumen.versi_terkini.sha256,
        dunia.siap.draf_sha256,
    ]
    for cara, pola, *_ in BARIS:
        if pola in UNGGAHAN and cara == "POST":
            continue  # the body itself names the person
        with tanpa_akibat():
            alamat, isi = f"/api/v1/{dunia.jalur(pola)}", isian.isi(dunia, cara, pola)
            jawaban = orang.get(alamat, isi) if cara == "GET" else orang.generic_isi(cara, alamat, isi, "json")
            semua = badan(jawaban).decode(errors="replace") + str(dict(jawaban.headers))
        assert not [kata for kata in terlarang if kata in semua], (cara, pola)
