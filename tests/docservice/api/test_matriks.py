"""The matrix of access: every operation of the schema × every kind of person, and nothing told to outsiders."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.cache import cache
from drf_spectacular.generators import SchemaGenerator

from tests.docservice.api import dunia as pembuat
from tests.docservice.api import isian
from tests.docservice.api.conftest import Kantor, Klien, KlienApi, badan
from tests.docservice.api.dunia import Dunia
from tests.docservice.api.matriks import LUAR, Tabel, pemegang_token, sebagai, tanpa_akibat

TABEL = Tabel.baca("matriks.txt")
UNGGAHAN = ("dokumen/", "cek/", "borongan/", "rekonsiliasi/", "naskah/{naskah}/hasil-penyedia/")


def bentuk(jalur: str) -> str:
    """Path with nameless places, as both the schema and the matrix can be written."""
    jalur = re.sub(r"\{\w+\}", "{}", jalur.removeprefix("/api/v1/"))
    return re.sub(r"^layanan/l/", "layanan/{}/", re.sub(r"halaman/1/", "halaman/{}/", jalur))


def test_every_operation_of_the_schema_is_in_the_matrix():
    skema = SchemaGenerator().get_schema(request=None, public=True)
    ada = {(cara.upper(), bentuk(jalur)) for jalur, semua in skema["paths"].items() for cara in semua}
    assert ada == {(cara, bentuk(jalur)) for cara, jalur, *_ in TABEL.baris}


@pytest.mark.lama
@pytest.mark.parametrize("bagian", TABEL.bertiga())
def test_each_door_opens_for_whom_it_should(bagian: list[str], kantor_lengkap: Kantor, klien: Klien):
    dunia = pembuat.bangun(kantor_lengkap)
    salah = []
    for aktor in bagian:
        with sebagai(kantor_lengkap, aktor) as akun:
            salah += ketuk_semua(aktor, pemegang_token(klien, aktor, akun), dunia)
    assert not salah, "\n".join(salah)


def ketuk_semua(aktor: str, orang: KlienApi, dunia: Dunia) -> list[str]:
    """What is not as the table says, and what an outsider was told."""
    semua, rahasia, salah = isian.semua(dunia), ciri(dunia), []
    for cara, pola, perlu in TABEL.untuk(aktor):
        isi = isian.dari(semua, cara, pola)
        if aktor == "habis":
            cache.clear()  # where wrong tokens are counted
        with tanpa_akibat():
            jawaban = kirim(orang, dunia, cara, pola, isi)
            tubuh = badan(jawaban).decode(errors="replace") + str(dict(jawaban.headers))
        didapat = str(jawaban.status_code)
        if (didapat if didapat in ("401", "403", "404") else "ya") != perlu or didapat.startswith("5"):
            salah.append(f"{aktor} {cara} {pola}: {didapat}, seharusnya {perlu} {getattr(jawaban, 'data', '')}")
        unggahan = cara == "POST" and pola in UNGGAHAN  # the body itself names the person
        if aktor in LUAR and not unggahan and pola != "jurnal/" and any(kata in tubuh for kata in rahasia):
            salah.append(f"{aktor} {cara} {pola}: memuat data orang lain")
    return salah


def kirim(orang: KlienApi, dunia: Dunia, cara: str, pola: str, isi: dict[str, Any]) -> Any:
    alamat = f"/api/v1/{dunia.jalur(pola)}"
    if cara == "GET":
        return orang.get(alamat, isi)
    return orang.generic_isi(cara, alamat, isi, "multipart" if pola in UNGGAHAN and cara == "POST" else "json")


def ciri(dunia: Dunia) -> list[str]:
    """By what the owner and their papers would be known."""
    sidik = [dunia.dokumen.versi_terkini.sha256, dunia.siap.draf_sha256]
    return [dunia.pemilik.nip, dunia.pemilik.nama, dunia.bukti.nomor, *sidik]
