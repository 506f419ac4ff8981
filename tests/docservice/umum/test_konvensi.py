"""Habits of the house that no linter knows: verbs, states, and their drawings."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from docservice.arsip.status import StatusDaftar
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from docservice.layanan.status import StatusPermohonan
from docservice.naskah.status import StatusNaskah
from docservice.pengelola.status import StatusPembekuan, StatusPengangkatan
from docservice.riwayat.status import StatusRahasia, StatusRiwayat
from docservice.umum.alur import Alur, Keadaan, semua_alur
from docservice.umum.errors import SudahBerubah

RUANG = sorted(p.parent.name for p in (settings.BASE_DIR / "docservice").glob("*/actions.py"))
PEMBANTU = {
    "dokumen": {"pindah", "perbarui_indeks", "alamat"},  # steps inside the verbs of other rooms
    "riwayat": {"periksa_isian", "peringatan"},  # they only look
}
STATUS = {
    "berkas": StatusBerkas,
    "dokumen": StatusDokumen,
    "riwayat": StatusRiwayat,
    "permohonan": StatusPermohonan,
    "naskah": StatusNaskah,
    "daftar": StatusDaftar,
    "rahasia": StatusRahasia,
    "pengangkatan": StatusPengangkatan,
    "pembekuan": StatusPembekuan,
}
PEMILIK = {"", "sistem", "pegawai", "fasilitator", "administrator", "pejabat"}


def kata_kerja() -> list[tuple[str, str, Callable[..., Any]]]:
    semua: list[tuple[str, str, Callable[..., Any]]] = []
    for ruang in RUANG:
        modul = importlib.import_module(f"docservice.{ruang}.actions")
        for nama, fungsi in inspect.getmembers(modul, inspect.isfunction):
            milik = inspect.unwrap(fungsi).__module__ == modul.__name__
            if milik and not nama.startswith("_") and nama not in PEMBANTU.get(ruang, set()):
                semua.append((ruang, nama, fungsi))
    return semua


@pytest.mark.parametrize(("ruang", "nama", "fungsi"), kata_kerja())
def test_every_verb_is_keyword_only_and_says_by_whom(ruang: str, nama: str, fungsi: Callable[..., Any]):
    isian = inspect.signature(fungsi).parameters
    assert "by" in isian, f"{ruang}.actions.{nama} does not say who acts"
    assert {p.kind for p in isian.values()} == {inspect.Parameter.KEYWORD_ONLY}
    assert inspect.getdoc(fungsi), f"{ruang}.actions.{nama} has no docstring"


def test_the_exceptions_still_exist():
    for ruang, nama in PEMBANTU.items():
        modul = importlib.import_module(f"docservice.{ruang}.actions")
        assert all(hasattr(modul, satu) for satu in nama)


def test_every_status_has_a_table():
    assert {alur.nama for alur in semua_alur()} >= set(STATUS)


@pytest.mark.parametrize("alur", [a for a in semua_alur() if a.nama in STATUS], ids=lambda a: a.nama)
def test_every_state_has_a_label_an_owner_and_a_word_for_the_journal(alur: Alur):
    status = STATUS[alur.nama]
    assert set(alur.keadaan) == set(status.values)
    for kode, keadaan in alur.keadaan.items():
        assert keadaan.label == dict(status.choices)[kode], "the table and the choices name it differently"
        assert keadaan.pemilik in PEMILIK
        assert keadaan.ke or keadaan.pemilik == "", "an end belongs to nobody"
        assert keadaan.jejak.count(".") == 1


@pytest.mark.parametrize("alur", [a for a in semua_alur() if a.nama in STATUS], ids=lambda a: a.nama)
def test_every_state_can_be_reached(alur: Alur):
    awal = next(iter(alur.keadaan))
    tercapai, baru = {awal}, {awal}
    while baru:
        baru = {ke for kode in baru for ke in map(str, alur.keadaan[kode].ke)} - tercapai
        tercapai |= baru
    assert set(alur.keadaan) - tercapai - {"draf"} == set()


def test_the_drawings_are_those_of_the_code(capsys: pytest.CaptureFixture[str]):
    call_command("gambar_alur", "--check")


def test_a_drawing_that_lags_behind_is_found(tmp_path: Path, settings: Any):
    settings.BASE_DIR = tmp_path
    with pytest.raises(CommandError, match="tertinggal"):
        call_command("gambar_alur", "--check")
    call_command("gambar_alur")
    call_command("gambar_alur", "--check")
    assert {p.stem for p in (tmp_path / "docs" / "alur").iterdir()} >= set(STATUS)


def test_a_table_that_leads_nowhere_is_refused_at_once():
    with pytest.raises(ValueError, match="unknown"):
        Alur("uji_buntu", {"a": Keadaan("A", "sistem", "uji.a", ("b",))})


def test_a_move_that_is_not_drawn_names_the_state_as_people_know_it():
    alur = next(a for a in semua_alur() if a.nama == "dokumen")
    with pytest.raises(SudahBerubah, match="“Terverifikasi”"):
        alur.periksa(StatusDokumen.TERVERIFIKASI, StatusDokumen.GAGAL)
