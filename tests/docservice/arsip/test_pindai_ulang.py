"""The archive scanned again: what the scanner of yesterday called clean."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from docservice.antrean.models import Job, StatusJob
from docservice.antrean.pekerjaan import jalankan, taruh
from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from docservice.peragaan.kertas import berkas_terinfeksi
from storage import ScannerHealth, ScanResult, ScanVerdict
from tests.docservice.dokumen.alat import (
    kabar_terakhir,
    kirim,
    pindai_lagi,
    siap,
)
from tests.docservice.halaman import FASILITATOR, Situs


@pytest.fixture
def diam_diam_terinfeksi(situs: Situs) -> VersiDokumen:
    """A file the scanner of yesterday called clean."""
    versi = siap(kirim(situs.kantor))
    isi = berkas_terinfeksi()
    sidik = gudang.arsip().put([isi]).sha256
    VersiDokumen.objects.filter(pk=versi.pk).update(sha256=sidik, basis_pindai="ClamAV 1.0/1")
    Dokumen.objects.filter(pk=versi.dokumen_id).update(status=StatusDokumen.TERVERIFIKASI)
    return VersiDokumen.objects.get(pk=versi.pk)


def test_new_signatures_find_what_old_ones_missed(
    situs: Situs, diam_diam_terinfeksi: VersiDokumen, monkeypatch: pytest.MonkeyPatch
):
    bersih = siap(kirim(situs.kantor, kode="KTP"))
    pindai_lagi()
    versi = VersiDokumen.objects.select_related("dokumen").get(pk=diam_diam_terinfeksi.pk)
    assert (versi.status, versi.dokumen.bersih, versi.dokumen.status) == ("karantina", False, StatusDokumen.GAGAL)
    assert gudang.karantina().exists(versi.sha256)
    assert situs.masuk(FASILITATOR).get(f"/dokumen/{versi.dokumen_id}/unduh/").status_code == 404
    assert "pemindai virus yang diperbarui menemukan bahaya" in kabar_terakhir(situs.kantor)
    monkeypatch.setattr("docservice.dokumen.yatim.usia", lambda _: timedelta(seconds=-1))
    jalankan(taruh("dokumen.sapu_kiriman", "uji").pk)
    assert not gudang.arsip().exists(versi.sha256)
    assert gudang.karantina().exists(versi.sha256)
    assert gudang.arsip().exists(bersih.sha256)
    assert siap(bersih).status == StatusBerkas.SIAP
    assert not Job.objects.filter(jenis="dokumen.pindai_ulang", subjek=str(bersih.pk)).exists()  # judged today


def test_an_archive_judged_with_todays_signatures_is_left_alone(situs: Situs):
    siap(kirim(situs.kantor))
    pindai_lagi()
    assert not Job.objects.filter(jenis="dokumen.pindai_ulang").exists()


def test_the_newest_are_scanned_again_first(situs: Situs):
    versi = [siap(kirim(situs.kantor, kode=kode)).pk for kode in ("KARPEG", "KTP")]
    VersiDokumen.objects.update(basis_pindai="ClamAV 1.0/1")
    jalankan(taruh("dokumen.pindai_lama", "uji").pk)
    diminta = Job.objects.filter(jenis="dokumen.pindai_ulang").order_by("pk").values_list("subjek", flat=True)
    assert list(diminta) == [str(pk) for pk in reversed(versi)]


def test_while_the_scanner_is_away_nothing_is_asked_for(situs: Situs, settings: Any, tmp_path: Path):
    siap(kirim(situs.kantor))
    VersiDokumen.objects.update(basis_pindai="lama")
    settings.CLAMD_URL = f"unix://{tmp_path}/tidak-ada.sock"
    pindai_lagi()
    assert Job.objects.get(jenis="dokumen.pindai_lama").galat == "pemindai virus belum menjawab"
    assert not Job.objects.filter(jenis="dokumen.pindai_ulang").exists()


@pytest.mark.parametrize(
    ("jawaban", "basis"),
    [("Can't allocate memory ERROR", "lama"), ("Heuristics.Limits.Exceeded.MaxScanTime", "ClamAV baru")],
)
def test_an_error_of_the_scanner_does_not_count_as_scanned_again_and_a_limit_does(
    situs: Situs, monkeypatch: pytest.MonkeyPatch, jawaban: str, basis: str
):
    versi = siap(kirim(situs.kantor))
    VersiDokumen.objects.update(basis_pindai="lama")
    hasil = ScanResult(ScanVerdict.UNSCANNABLE, jawaban, "ClamAV baru")
    sehat = ScannerHealth(True, "ClamAV baru")
    tiruan = SimpleNamespace(scan=lambda _berkas: hasil, health=lambda **_: sehat)
    monkeypatch.setattr(gudang, "pemindai", lambda: tiruan)
    pindai_lagi()
    versi.refresh_from_db()
    assert (versi.status, versi.basis_pindai) == (StatusBerkas.SIAP, basis)
    status = StatusJob.MENUNGGU if basis == "lama" else StatusJob.SELESAI
    assert Job.objects.get(jenis="dokumen.pindai_ulang").status == status
