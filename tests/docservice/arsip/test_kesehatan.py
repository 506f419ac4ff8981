"""The health page: officials' certificates and who ends first, the authority, the scanner, the reader."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.utils import timezone

import sandbox
from docservice.arsip.kesehatan import BAIK, MATI, PAGAR, TERGANGGU, periksa_semua
from docservice.dokumen.models import VersiDokumen
from docservice.naskah.penyedia import penanda
from docservice.umum.waktu import tanggal_jam
from storage import ScannerHealth
from tests.docservice.bersama import KantorUji, bersertifikat
from tests.docservice.dokumen.alat import kirim
from tests.signing.conftest import free_port

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _sertifikat(kantor_contoh: KantorUji) -> None:
    bersertifikat(kantor_contoh)


def bagian(nama: str = "Sertifikat pejabat") -> tuple[str, str, str]:
    satu = next(b for b in periksa_semua() if b.nama == nama)
    return satu.keadaan, satu.rincian, satu.tindakan


def test_the_first_to_end_is_named():
    keadaan, rincian, tindakan = bagian()
    assert (keadaan, tindakan) == (BAIK, "")
    assert rincian.startswith("paling dahulu berakhir ")


def test_a_month_before_the_end_somebody_is_told(kantor_contoh: KantorUji):
    habis = penanda().identity(kantor_contoh.nip[1]).not_after
    with time_machine.travel(habis - timedelta(days=20), tick=False):
        keadaan, _, tindakan = bagian()
    assert (keadaan, tindakan != "") == (TERGANGGU, True)


def test_who_has_none_is_named(kantor_contoh: KantorUji, settings: Any, tmp_path: Path):
    settings.SIGNING_URL = f"software://{tmp_path}"
    keadaan, rincian, _ = bagian()
    assert keadaan == TERGANGGU
    assert kantor_contoh.orang(1).nama in rincian


def test_the_timestamping_authority_is_named_with_the_end_of_its_certificate(monkeypatch: pytest.MonkeyPatch):
    keadaan, rincian, _ = bagian("Penanda waktu (TSA)")
    assert (keadaan, "/tsa; sertifikatnya sampai " in rincian) == (BAIK, True)
    monkeypatch.setattr("docservice.arsip.kesehatan.SEBELUM_HABIS", timedelta(days=40_000))
    keadaan, _, tindakan = bagian("Penanda waktu (TSA)")
    assert (keadaan, "sertifikat TSA" in tindakan) == (TERGANGGU, True)


def test_an_authority_that_does_not_answer_is_down(settings: Any):
    settings.TSA_URLS = [f"http://127.0.0.1:{free_port()}/tsa"]
    keadaan, _, tindakan = bagian("Penanda waktu (TSA)")
    assert (keadaan, "tidak dapat ditandatangani" in tindakan) == (MATI, True)


def test_which_reader_reads_is_said(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert bagian("Pembaca tulisan")[:2] == (BAIK, "cepat, dengan Tesseract untuk halaman yang sulit")
    monkeypatch.setattr("search.quick.model.FOLDER", tmp_path)
    keadaan, rincian, tindakan = bagian("Pembaca tulisan")
    assert (keadaan, "belum disiapkan" in rincian) == (TERGANGGU, True)
    assert "search prepare" in tindakan
    settings.PEMBACA = "tesseract"
    assert bagian("Pembaca tulisan") == (BAIK, "Tesseract saja", "")


@pytest.mark.parametrize(("umur", "keadaan"), [(1, BAIK), (8, TERGANGGU)])
def test_signatures_a_week_old_are_too_old(monkeypatch: pytest.MonkeyPatch, umur: int, keadaan: str):
    terbit = timezone.now() - timedelta(days=umur)
    sehat = ScannerHealth(True, "ClamAV 1.4.6/27500", terbit)
    monkeypatch.setattr("docservice.dokumen.gudang.pemindai", lambda: SimpleNamespace(health=lambda **_: sehat))
    hasil = bagian("Pemindai virus")
    assert (hasil[0], tanggal_jam(terbit) in hasil[1], "perbarui tanda virusnya" in hasil[2]) == (
        keadaan,
        True,
        keadaan == TERGANGGU,
    )


def test_signatures_too_old_to_call_anything_clean_are_an_outage(monkeypatch: pytest.MonkeyPatch, settings: Any):
    settings.CLAMD_MAX_AGE_DAYS = 7
    sehat = ScannerHealth(True, "ClamAV 1.4.6/27500", timezone.now() - timedelta(days=8), stale=True)
    monkeypatch.setattr("docservice.dokumen.gudang.pemindai", lambda: SimpleNamespace(health=lambda **_: sehat))
    keadaan, rincian, tindakan = bagian("Pemindai virus")
    assert (keadaan, "tidak ada yang dinyatakan bersih" in rincian, "perbarui" in tindakan) == (MATI, True, True)


def test_a_scanner_that_calls_clean_what_it_did_not_look_at_is_disturbed(monkeypatch: pytest.MonkeyPatch):
    sehat = ScannerHealth(True, "ClamAV 1.4.6/27500", timezone.now(), fails_open=True)
    monkeypatch.setattr("docservice.dokumen.gudang.pemindai", lambda: SimpleNamespace(health=lambda **_: sehat))
    keadaan, rincian, _ = bagian("Pemindai virus")
    assert (keadaan, "AlertExceedsMax yes" in rincian) == (TERGANGGU, True)


def test_a_scanner_that_is_well_but_leaves_files_unjudged_is_disturbed(kantor_contoh: KantorUji):
    versi = kirim(kantor_contoh)
    assert bagian("Pemindai virus")[0] == BAIK
    lama = timezone.now() - timedelta(minutes=16)
    VersiDokumen.objects.filter(pk=versi.pk).update(tertunda="pemindai", diunggah_pada=lama)
    keadaan, rincian, _ = bagian("Pemindai virus")
    assert (keadaan, "1 berkas belum dijawab lebih dari 15 menit" in rincian) == (TERGANGGU, True)


def test_how_the_parsers_are_kept_apart_is_said():
    keadaan, rincian, _ = bagian("Isolasi pengurai")
    tertutup, _, terbuka = rincian.partition("tidak tersedia di mesin ini: ")
    for nama, kata in PAGAR.items():
        assert (kata in tertutup, kata in terbuka) == (ada := sandbox.capabilities()[nama], not ada)
    assert keadaan == BAIK
    assert rincian.startswith("batas sumber daya")


@pytest.mark.parametrize(
    ("ada", "rincian"),
    [
        ({}, "batas sumber daya; tidak tersedia di mesin ini: jaringan, berkas lain, panggilan sistem"),
        (
            {"no_network": True, "filter": True},
            "batas sumber daya; tertutup: jaringan, panggilan sistem; tidak tersedia di mesin ini: berkas lain",
        ),
        (dict.fromkeys(PAGAR, True), "batas sumber daya; tertutup: jaringan, berkas lain, panggilan sistem"),
    ],
)
def test_what_a_machine_cannot_keep_apart_is_never_passed_over(
    ada: dict[str, bool], rincian: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sandbox, "capabilities", lambda: dict.fromkeys(PAGAR, False) | ada)
    assert bagian("Isolasi pengurai")[:2] == (BAIK, rincian)


def test_a_parser_that_does_not_start_is_an_outage(monkeypatch: pytest.MonkeyPatch):
    def gagal() -> None:
        raise sandbox.Unsafe("crashed")

    monkeypatch.setattr(sandbox, "capabilities", gagal)
    keadaan, rincian, saran = bagian("Isolasi pengurai")
    assert (keadaan, rincian) == (MATI, "proses anak tidak menjawab")
    assert saran
