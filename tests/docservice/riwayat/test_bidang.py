"""The fields of C.1 and C.3 and the evidence slots of C.7, as data, against the schemas: none is missing silently."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.core.management import call_command
from django.core.management.base import CommandError

from docservice.riwayat import actions
from docservice.riwayat.bidang import bidang_dari
from docservice.riwayat.jenis import RAHASIA, SEMUA
from docservice.riwayat.jenis.dasar import baku
from docservice.riwayat.jenis.isian import NomorTersandi
from docservice.riwayat.jenis.tanda import tanda
from docservice.riwayat.pertukaran import isi_bkn
from tests.docservice.riwayat.contoh import CONTOH, LENGKAP
from tests.docservice.riwayat.test_rahasia import CONTOH as CONTOH_RAHASIA

JENIS = SEMUA | RAHASIA
DI_LUAR_C3 = {"profesi", "potensi", "prestasi", "kepanitiaan", "harta", "izin_cerai", "perbaikan_data"}
"""C.3.23 names no fields; the others are services. Those of data utama are C.1."""
TIPE = {
    "s": {"teks"},
    "d": {"tanggal"},
    "i": {"bilangan", "pilihan"},
    "n": {"desimal", "bilangan"},
    "b": {"pilihan"},
    "e": {"pilihan"},
    "F": {"pilihan", "teks"},
}
"""C.3's letters; e: one of a few words, F: a reference, whose table may be too long to choose from."""


def tabel(nama: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / nama).open(newline="") as berkas:
        return list(csv.DictReader(berkas, delimiter="\t"))


BIDANG = tabel("bidang.tsv")


@pytest.mark.parametrize("satu", BIDANG, ids=lambda satu: f"{satu['jenis']}-{satu['bkn']}-{satu['bidang']}")
@pytest.mark.syarat("POSO-3-c")
def test_every_field_of_c3_is_there_with_its_type_and_its_name_at_bkn(satu: dict[str, str]):
    jenis = JENIS[satu["jenis"]]
    if satu["bidang"] == "+":  # follows from the others
        data, _ = (CONTOH | CONTOH_RAHASIA)[jenis.kode]
        formulir = jenis.skema(data | LENGKAP.get(jenis.kode, {}))
        assert formulir.is_valid(), formulir.errors
        assert satu["bkn"] in isi_bkn(jenis, baku(formulir.cleaned_data))
        return
    bidang = {b.nama: b for b in bidang_dari(jenis)}[satu["bidang"]]
    assert bidang.tipe in TIPE[satu["tipe"]]
    assert (bidang.bkn or "-") == satu["bkn"]
    assert bidang.wajib is (satu["wajib"] == "1")


@pytest.mark.parametrize("kode", sorted(JENIS))
def test_every_field_of_a_schema_is_in_the_table(kode: str):
    ditulis = {satu["bidang"] for satu in BIDANG if satu["jenis"] == kode} - {"+"}
    assert (kode in DI_LUAR_C3) is (not ditulis)
    assert not ditulis or ditulis == set(JENIS[kode].skema.base_fields)


@pytest.mark.parametrize("kode", sorted(JENIS))
def test_no_two_fields_of_a_kind_have_one_name_at_bkn(kode: str):
    nama = [bkn for isian in JENIS[kode].skema.base_fields.values() if (bkn := tanda(isian).bkn)]
    assert len(nama) == len(set(nama))


@pytest.mark.parametrize("kode", sorted(JENIS))
def test_what_is_folded_away_can_stay_empty(kode: str):
    assert not [n for n, isian in JENIS[kode].skema.base_fields.items() if tanda(isian).rinci and isian.required]


def test_the_evidence_slots_are_those_of_c7():
    slot: dict[str, dict[str, list[Any]]] = defaultdict(lambda: {"wajib": [], "bila": [], "lain": []})
    for satu in tabel("bukti.tsv"):
        semua = satu["kode"].split(" ") if satu["sifat"] == "lain" else [tuple(satu["kode"].split("|"))]
        slot[satu["jenis"]][satu["sifat"]] += semua
    for kode, isi in slot.items():
        jenis = JENIS[kode]
        ada = {"wajib": jenis.bukti_wajib, "bila": [b.kode for b in jenis.bukti_bila], "lain": jenis.bukti_lain}
        assert {sifat: list(isinya) for sifat, isinya in ada.items()} == isi, kode


@pytest.mark.syarat("POSO-3-c")
def test_exchange_says_names_ids_and_days_as_bkn_writes_them():
    data = CONTOH["golongan"][0] | {"is_cpns": "0", "no_pertek_bkn": ""}
    isi = isi_bkn(SEMUA["golongan"], baku(actions.periksa_isian("golongan", data)))
    assert isi["golongan"] == {"id": "32", "nama": "III/b"}
    assert isi["jenis_kp"] == {"id": "101", "nama": "Reguler"}
    assert isi["tmt_golongan"] == "01-02-2024"
    assert isi["is_cpns"] is False
    assert not {"no_pertek_bkn", "pejabat_penetap"} & isi.keys()


def test_a_name_out_of_a_long_table_has_its_id_where_the_table_knows_it():
    data = CONTOH["pindah_instansi"][0] | {"instansi_lama": "pemerintah kab. entah", "kpkn_baru": "Garut"}
    isi = isi_bkn(SEMUA["pindah_instansi"], baku(actions.periksa_isian("pindah_instansi", data)))
    assert isi["kpkn_baru"] == {"id": "A5EB03E21CE7F6A0E040640A040252AD", "nama": "Garut"}
    assert isi["instansi_kerja_lama"] == {"id": "", "nama": "pemerintah kab. entah"}


def test_sealed_numbers_never_leave_with_the_exchange():
    data = CONTOH["pasangan"][0] | {"nik": "9901014707970001"}
    isi = isi_bkn(SEMUA["pasangan"], baku(actions.periksa_isian("pasangan", data)))
    assert "nomor_identitas" not in isi
    assert isi["jenis_identitas"] == "KTP"
    assert isinstance(SEMUA["pasangan"].skema.base_fields["nik"], NomorTersandi)


def test_a_row_of_an_old_system_is_exchanged_as_far_as_it_goes():
    assert isi_bkn(SEMUA["angka_kredit"], {"sk_nomor": "821/1"}) == {"nomor_sk": "821/1"}
    for jenis in JENIS.values():
        assert isi_bkn(jenis, {}) == {}, jenis.kode


def test_every_post_of_bkn_has_its_own_name_in_the_exchange():
    for jenis, nama in (("1", "jabatan_struktural"), ("2", "jabatan_fungsional"), ("4", "jabatan_pelaksana")):
        data = CONTOH["jabatan"][0] | {"jenis_jabatan": jenis, "eselon": "41"}
        assert nama in isi_bkn(SEMUA["jabatan"], baku(actions.periksa_isian("jabatan", data)))


def test_the_data_dictionary_is_not_behind(tmp_path: Path, settings: Any):
    call_command("kamus_data", "--check")
    settings.BASE_DIR = tmp_path
    (tmp_path / "docs").mkdir()
    with pytest.raises(CommandError, match="tertinggal"):
        call_command("kamus_data", "--check")


def test_choices_are_complete():
    def kode(jenis: str, bidang: str) -> set[str]:
        isian = JENIS[jenis].skema.base_fields[bidang]
        assert isinstance(isian, forms.ChoiceField)
        return {str(nilai) for nilai, _ in isian.choices if nilai}  # type: ignore[misc, union-attr]

    assert len(kode("penghargaan", "harga")) == 29
    assert kode("cltn", "jenis") == {str(n) for n in range(1, 13)}
    assert kode("jabatan", "jenis_jabatan") == {"1", "2", "3", "4"}
    biasa, khusus = kode("pemberhentian", "jenis"), kode("henti_khusus", "jenis")
    assert sorted([*biasa, *khusus], key=int) == [str(n) for n in range(1, 17)]
    assert len(kode("kursus", "jenis")) == 25
    assert len(kode("hukdis", "hukuman")) == 21
    assert len(kode("hukdis", "alasan")) == 44
    assert {"III/b", "IX"} <= kode("kgb", "golongan")
