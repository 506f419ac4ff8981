"""File names by BKN's rules: kind, minor and NIP, or the sentence about what is missing."""

from __future__ import annotations

import pytest

from docservice.dokumen.models import JenisDokumen
from docservice.dokumen.muat import muat_jenis_dokumen
from docservice.dokumen.nama_berkas import BERKAS, _terdaftar, tebak

NIP = "199001012015011901"


@pytest.fixture(autouse=True)
def _jenis(db: None) -> None:
    muat_jenis_dokumen()


@pytest.mark.parametrize(
    ("nama", "jenis", "minor"),
    [
        (f"SK_CPNS_{NIP}.pdf", "SK_CPNS", ""),
        (f"SK_KP_{NIP}_32.pdf", "SK_KP", "III/b"),
        (f"SK_33_{NIP}.pdf", "SK_KP", "III/c"),
        (f"PERTEK_KP_{NIP}_41.pdf", "PERTEK_KP", "IV/a"),
        (f"IJAZAH_40_{NIP}.pdf", "IJAZAH", "40"),
        (f"skp_2024_{NIP}.PDF", "SKP", "2024"),
        (f"Kantor A/2024/SKP_{NIP}_2024.jpg", "SKP", "2024"),
        (f"C:\\pindai\\SK_JABATAN_{NIP}_20240101.pdf", "SK_JAB", "20240101"),
        (f"SK_PG_40_{NIP}.pdf", "SK_GELAR", "40"),
        (f"KARSU_{NIP}.pdf", "KARIS_KARSU", ""),
        (f"SK CPNS {NIP}.pdf", "SK_CPNS", ""),
        (f"AKTA_ANAK_2_{NIP}.pdf", "AKTA_ANAK", "2"),
    ],
)
def test_registered_names_are_read_with_the_minor_on_either_side(nama: str, jenis: str, minor: str):
    kata = tebak(nama)
    assert (kata.jenis, kata.minor, kata.nip, kata.masalah) == (jenis, minor, NIP, "")


@pytest.mark.parametrize(
    "nama",
    [
        f"SURAT_{NIP}.pdf",
        f"SK_{NIP}.pdf",
        f"SK_CPNS_TAHUN_{NIP}.pdf",
        f"SKP_TAHUN_{NIP}.pdf",
        f"SKP_1024_{NIP}.pdf",
        f"SK_KP_99_{NIP}.pdf",
        f"SK_JABATAN_20241301_{NIP}.pdf",
        f"SK_KP_32_33_{NIP}.pdf",
        f"X_SK_CPNS_{NIP}.pdf",
    ],
)
def test_what_is_not_registered_is_left_to_a_person_but_keeps_its_nip(nama: str):
    kata = tebak(nama)
    assert (kata.jenis, kata.nip) == ("", NIP)
    assert "Pilih jenisnya" in kata.masalah


@pytest.mark.parametrize("nama", ["SK_CPNS.pdf", "SK_CPNS_12345.pdf", f"SK_CPNS_{NIP}_{NIP}.pdf", f"SK_{NIP}9.pdf", ""])
def test_without_exactly_one_nip_nothing_is_guessed(nama: str):
    kata = tebak(nama)
    assert (kata.jenis, kata.nip) == ("", "")
    assert "NIP" in kata.masalah


def test_every_registered_name_leads_to_a_kind_that_exists():
    assert {kode for kode, _, _ in _terdaftar()} <= set(JenisDokumen.objects.values_list("pk", flat=True)), BERKAS
