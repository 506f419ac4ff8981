"""BKN's tables by version: dated, never overwritten; and which codes of ours they do not have (POSO 3c)."""

from __future__ import annotations

import json
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from docservice.pegawai.acuan import FOLDER, nama_bkn
from docservice.pegawai.models import Referensi, VersiReferensi
from docservice.pegawai.muat import AWAL, kode_lokal, muat_referensi
from docservice.riwayat.jenis import RAHASIA, SEMUA
from docservice.riwayat.jenis.golongan import JENIS_KP
from docservice.riwayat.jenis.tanda import tanda
from templates_sk import GOLONGAN_PPPK
from tests.docservice.bersama import KantorUji

pytestmark = pytest.mark.django_db
HARI = date(2026, 11, 20)
DI_LUAR_TABEL = {("kgb", "golongan"): set(GOLONGAN_PPPK)}
"""BKN has no table of the grades of PPPK."""


def tabel(folder: Path, *baris: dict[str, Any]) -> None:
    (folder / "agama.json").write_text(json.dumps(baris))


def berlaku(pada: date) -> dict[str, str]:
    return dict(Referensi.objects.berlaku(pada).filter(tabel="agama").values_list("kode", "nama"))


@pytest.mark.syarat("POSO-3-c")
def test_a_newer_version_ends_rows_and_begins_others_and_the_past_stays(tmp_path: Path):
    tabel(tmp_path, {"id": "1", "nama": "Satu"}, {"id": "2", "nama": "Dua"})
    assert muat_referensi(tmp_path, HARI) == 2
    assert set(Referensi.objects.values_list("berlaku_dari", flat=True)) == {AWAL}
    besok = HARI + timedelta(days=1)
    tabel(tmp_path, {"id": "1", "nama": "Satu baru"}, {"id": "3", "nama": "Tiga"})
    muat_referensi(tmp_path, besok)
    assert berlaku(HARI) == {"1": "Satu", "2": "Dua"}
    assert berlaku(besok) == {"1": "Satu baru", "3": "Tiga"}
    versi = VersiReferensi.objects.first()
    assert versi is not None
    assert (versi.baru, versi.berubah, versi.berakhir) == (1, 1, 1)


def test_loading_the_same_again_changes_nothing(tmp_path: Path):
    tabel(tmp_path, {"id": "1", "nama": "Satu"})
    for _ in range(2):
        muat_referensi(tmp_path, HARI)
    assert (Referensi.objects.count(), VersiReferensi.objects.count()) == (1, 1)


def test_two_versions_on_one_day_leave_the_later(tmp_path: Path):
    for nama in ("Satu", "Dua", "Tiga"):
        tabel(tmp_path, {"id": "1", "nama": nama})
        muat_referensi(tmp_path, HARI)
    assert berlaku(HARI) == {"1": "Tiga"}


def test_the_vendored_tables_are_all_read(kantor_contoh: KantorUji):
    keluar = StringIO()
    call_command("muat_referensi", stdout=keluar)
    assert "subJabatan: 2521 baru" in keluar.getvalue()
    assert VersiReferensi.objects.count() == 38
    assert Referensi.objects.filter(tabel="jenisDiklat", nama="").count() == 0
    lagi = StringIO()
    call_command("muat_referensi", stdout=lagi)
    assert "baru," not in lagi.getvalue()


@pytest.mark.syarat("POSO-3-c")
def test_codes_that_bkn_does_not_have_are_reported_where_they_are_used(kantor_contoh: KantorUji):
    muat_referensi()
    lokal = kode_lokal()
    assert not [satu for satu in lokal if satu.tabel in ("agama", "kawin", "jenisHukuman", "kedudukanHukum", "cltn")]
    satu = kantor_contoh.orang(13)
    satu.kedudukan_hukum = "Z9"
    satu.save()
    assert ("kedudukanHukum", "Z9") in {(s.tabel, s.kode) for s in kode_lokal()}
    keluar = StringIO()
    call_command("muat_referensi", "--laporan", stdout=keluar)
    assert "kedudukanHukum Z9: Kedudukan hukum pegawai" in keluar.getvalue()


@pytest.mark.syarat("POSO-3-c")
def test_every_table_a_field_names_is_one_of_bkn_and_every_choice_of_it_has_an_id_there():
    for jenis in (*SEMUA.values(), *RAHASIA.values()):
        for nama, isian in jenis.skema.base_fields.items():
            ciri = tanda(isian)
            if ciri.tabel:
                bkn = nama_bkn(ciri.tabel)
                pilihan = [str(kode) for kode, _ in getattr(isian, "choices", ()) if kode]
                asing = {ciri.kode.get(kode, kode) for kode in pilihan} - bkn.keys()
                assert asing <= DI_LUAR_TABEL.get((jenis.kode, nama), set()), (jenis.kode, nama, asing)


def test_an_empty_folder_is_refused(tmp_path: Path):
    with pytest.raises(CommandError, match="Tidak ada tabel"):
        call_command("muat_referensi", str(tmp_path))


def test_every_promotion_that_bkn_numbers_can_be_recorded():
    """SIASN may hand over a row of any of them (C.3.1)."""
    bkn = {satu["id"] for satu in json.loads((FOLDER / "kenaikanPangkat.json").read_text())}
    assert bkn == set(JENIS_KP)
