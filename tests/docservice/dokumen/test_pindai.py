"""Only the scanner's exact *clean* opens a file; away means waiting; infected means gone from every read path."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from docservice.antrean.models import MAX_TRIES, Job, StatusJob
from docservice.antrean.sapuan import ulangi
from docservice.arsip.pencarian import cari
from docservice.dokumen import baca, gudang, jobs
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.dokumen.permissions import ambil_dokumen, ambil_halaman, ambil_versi, versi_tampak
from docservice.dokumen.proses import kemajuan
from docservice.dokumen.status import ALUR_BERKAS, ALUR_DOKUMEN, StatusBerkas, StatusDokumen
from docservice.peragaan.kertas import berkas_terinfeksi
from docservice.umum.errors import SudahBerubah
from search import Extraction, extract
from storage import ScanResult, ScanVerdict, inspection
from storage.clamd_dev import running
from tests.docservice.bersama import KantorUji
from tests.docservice.dokumen.alat import (
    berhalaman,
    kabar_terakhir,
    kertas,
    kirim,
    olah,
    siap,
    terlalu_besar_diperiksa,
)
from tests.storage.test_phone_photos import photo

pytestmark = pytest.mark.django_db
ORANG_LAIN = (1, 2, 5, 6, 7, 9, 15)
"""Everyone who could see more than their own, and strangers."""


@pytest.mark.parametrize("nomor", [13, *ORANG_LAIN])
def test_unscanned_bytes_are_in_no_read_path_not_even_their_uploaders(kantor_contoh: KantorUji, nomor: int):
    versi = kirim(kantor_contoh)
    for ambil in (ambil_versi, lambda p, pk: ambil_halaman(p, pk, 1)):
        with pytest.raises(Http404):
            ambil(kantor_contoh.akun(nomor), versi.dokumen_id)


@pytest.mark.parametrize("nomor", ORANG_LAIN)
def test_before_the_scan_only_the_uploader_knows_of_the_document(kantor_contoh: KantorUji, nomor: int):
    versi = kirim(kantor_contoh)
    with pytest.raises(Http404):
        ambil_dokumen(kantor_contoh.akun(nomor), versi.dokumen_id)
    assert ambil_dokumen(kantor_contoh.akun(13), versi.dokumen_id)


def test_a_clean_file_opens_for_those_who_may_and_says_which_scanner_judged(kantor_contoh: KantorUji):
    versi = siap(kirim(kantor_contoh))
    assert ambil_versi(kantor_contoh.akun(15), versi.dokumen_id).sha256 == versi.sha256
    assert gudang.arsip().verify(versi.sha256)
    assert versi.pemindai["vonis"] == "clean"
    assert versi.pemindai["mesin"]


def test_an_infected_file_goes_to_quarantine_and_exists_for_nobody_else(kantor_contoh: KantorUji):
    versi = siap(kirim(kantor_contoh, berkas_terinfeksi()))
    assert (versi.status, versi.dokumen.status) == (StatusBerkas.KARANTINA, StatusDokumen.GAGAL)
    assert gudang.karantina().exists(versi.sha256)
    assert not gudang.arsip().exists(versi.sha256)
    assert "dikarantina" in kabar_terakhir(kantor_contoh)
    for nomor in ORANG_LAIN:
        with pytest.raises(Http404):
            ambil_dokumen(kantor_contoh.akun(nomor), versi.dokumen_id)
    with pytest.raises(Http404):
        ambil_versi(kantor_contoh.akun(13), versi.dokumen_id)


def test_a_file_too_deep_or_large_to_be_looked_through_goes_to_quarantine_and_says_so(
    kantor_contoh: KantorUji, monkeypatch: pytest.MonkeyPatch
):
    terlalu_besar_diperiksa(monkeypatch)
    versi = siap(kirim(kantor_contoh))
    assert (versi.status, versi.alasan_kode) == (StatusBerkas.KARANTINA, "tidak_terpindai")
    assert versi.pemindai["tanda"].startswith("Heuristics.Limits.Exceeded")
    assert not gudang.arsip().exists(versi.sha256)
    sebab = "karena tidak dapat diperiksa sampai tuntas oleh pemindai virus"
    assert sebab in kabar_terakhir(kantor_contoh)
    maju = kemajuan(versi)
    assert sebab in maju.kalimat
    assert "berbahaya" not in maju.kalimat
    assert [satu.keterangan for satu in maju.langkah if satu.label == "Dikarantina"] == [
        "Tidak dapat diperiksa sampai tuntas oleh pemindai virus"
    ]
    for ambil in (ambil_dokumen, ambil_versi):
        with pytest.raises(Http404):
            ambil(kantor_contoh.akun(5), versi.dokumen_id)


@pytest.mark.parametrize(
    ("jawaban", "status"),
    [
        ("Heuristics.Encrypted.PDF", StatusBerkas.KARANTINA),
        ("Heuristics.Limits.Exceeded.MaxScanTime", StatusBerkas.KARANTINA),
        ("Can't allocate memory ERROR", StatusBerkas.DITERIMA),
    ],
)
def test_what_the_scanner_will_always_say_is_judged_by_people_and_its_own_trouble_is_waited_out(
    kantor_contoh: KantorUji, monkeypatch: pytest.MonkeyPatch, jawaban: str, status: StatusBerkas
):
    hasil = ScanResult(ScanVerdict.UNSCANNABLE, jawaban)
    monkeypatch.setattr(gudang, "pemindai", lambda: SimpleNamespace(scan=lambda _berkas: hasil))
    assert siap(kirim(kantor_contoh)).status == status


def test_the_page_says_which_page_is_being_read(
    kantor_contoh: KantorUji, monkeypatch: pytest.MonkeyPatch, client: Client
):
    versi, layar = kirim(kantor_contoh, berhalaman(3)), list[str]()
    client.force_login(kantor_contoh.akun(13))

    def dengan_jendela(*isian: Any, done: Callable[[int], None], **lain: Any) -> Extraction:
        def lihat(halaman: int) -> None:
            done(halaman)
            isi = client.get(f"/dokumen/{versi.dokumen_id}/proses/").content.decode()
            layar.append(isi.partition("<b>Sedang dibaca</b><span>")[2].partition("</span>")[0])

        return extract(*isian, done=lihat, **lain)

    monkeypatch.setattr(jobs, "JEDA_KABAR", 0.0)
    monkeypatch.setattr(baca, "extract", dengan_jendela)
    assert siap(versi).status == StatusBerkas.SIAP
    assert layar == ["Halaman 2 dari 3", "Halaman 3 dari 3"]


def test_an_infected_file_is_found_by_no_search(kantor_contoh: KantorUji):
    siap(kirim(kantor_contoh, berkas_terinfeksi(), kode="NPWP"))
    for nomor in (13, 5, 15):
        hasil = cari(kantor_contoh.akun(nomor), "NPWP")
        assert (hasil.jumlah, hasil.temuan) == (0, [])


def test_an_infected_replacement_leaves_the_clean_version_readable_and_unmentioned(kantor_contoh: KantorUji):
    lama = siap(kirim(kantor_contoh))
    baru = siap(kirim(kantor_contoh, berkas_terinfeksi(), dokumen=lama.dokumen))
    assert baru.status == StatusBerkas.KARANTINA
    fasilitator, dokumen = kantor_contoh.akun(15), Dokumen.objects.get()
    assert ambil_versi(fasilitator, dokumen.pk).pk == lama.pk
    assert [v.pk for v in versi_tampak(fasilitator, dokumen)] == [lama.pk]
    with pytest.raises(Http404):
        ambil_versi(fasilitator, dokumen.pk, baru.nomor)


def test_the_same_infected_bytes_may_be_sent_again_and_are_caught_again(kantor_contoh: KantorUji):
    isi = berkas_terinfeksi()
    for _ in range(2):
        assert siap(kirim(kantor_contoh, isi)).status == StatusBerkas.KARANTINA


@pytest.fixture
def clamd_pergi(settings: Any, tmp_path: Path) -> str:
    """Nobody listens; the answer is the address at which the scanner is at home."""
    rumah = settings.CLAMD_URL
    settings.CLAMD_URL = f"unix://{tmp_path}/tidak-ada.sock"
    return rumah


def test_while_the_scanner_is_away_a_file_waits_and_is_not_clean(kantor_contoh: KantorUji, clamd_pergi: str):
    versi = kirim(kantor_contoh)
    for _ in range(MAX_TRIES + 1):  # more often than a failure would be tried
        olah()
    versi.refresh_from_db()
    assert (versi.status, versi.tertunda) == (StatusBerkas.DITERIMA, "pemindai")
    assert Job.objects.get(jenis="dokumen.pindai").status == StatusJob.MENUNGGU
    assert not gudang.arsip().exists(versi.sha256)
    assert "kami lanjutkan sendiri" in kemajuan(versi).kalimat


def test_the_longer_the_scanner_is_away_the_less_often_it_is_asked(kantor_contoh: KantorUji, clamd_pergi: str):
    versi = kirim(kantor_contoh)
    jeda = {}
    for menit in (0, 20, 600):
        VersiDokumen.objects.filter(pk=versi.pk).update(diunggah_pada=timezone.now() - timedelta(minutes=menit))
        olah()
        jeda[menit] = (Job.objects.get(jenis="dokumen.pindai").berikutnya - timezone.now()).total_seconds()
    assert jeda == pytest.approx({0: 5, 20: 120, 600: 300}, abs=5)


def test_when_the_scanner_is_back_the_file_goes_on_by_itself(kantor_contoh: KantorUji, clamd_pergi: str, settings: Any):
    versi = kirim(kantor_contoh)
    olah()
    settings.CLAMD_URL = clamd_pergi
    versi = siap(versi)
    assert (versi.status, versi.tertunda) == (StatusBerkas.SIAP, "")
    assert versi.dokumen.status == StatusDokumen.MENUNGGU


BUKAN_HARGA = re.compile('SAVEPOINT|SET "halaman_dibaca"')
"""A test's own transactions; and what a reader who looks at the clock says on the page."""


def test_pages_and_papers_that_were_there_before_cost_no_statements(kantor_contoh: KantorUji):
    """Some seventy for a paper from its upload to the index: each is half a millisecond of the processor."""
    jumlah = []
    for halaman in (1, 2, 5):
        with CaptureQueriesContext(connection) as kueri:
            versi = siap(kirim(kantor_contoh, berhalaman(halaman)))
        assert versi.status == StatusBerkas.SIAP
        jumlah.append(sum(not BUKAN_HARGA.search(satu["sql"]) for satu in kueri))
    assert jumlah[1] == jumlah[2] <= 76


TANPA_WAKTU = (
    ("storage.inspection", "PDF_LIMITS", "berkas.pdf"),
    ("docservice.dokumen.baca", "PAGE_LIMITS", "berkas.pdf"),
    ("storage.render", "LIMITS", "foto.webp"),
    ("search.extract", "PAGE_LIMITS", "foto.webp"),
)
"""A phone's photo is read from its PDF and drawn from itself, in two children; everything else in one."""


@pytest.mark.parametrize(("kamar", "batas", "nama"), TANPA_WAKTU)
def test_a_machine_without_time_makes_a_file_wait_and_never_refuses_it(
    kantor_contoh: KantorUji, monkeypatch: pytest.MonkeyPatch, kamar: str, batas: str, nama: str
):
    versi = kirim(kantor_contoh, photo("WEBP") if nama == "foto.webp" else None, nama=nama)
    modul = importlib.import_module(kamar)
    with monkeypatch.context() as sibuk:
        sibuk.setattr(modul, batas, replace(getattr(modul, batas), wall_seconds=0.0))
        for _ in range(MAX_TRIES - 1):
            olah()
        versi.refresh_from_db()
        assert versi.status in (StatusBerkas.DITERIMA, StatusBerkas.BERSIH)
        assert versi.tertunda == "sibuk"
        assert "Server sedang sibuk; kami lanjutkan sendiri" in kemajuan(versi).kalimat
        assert "Menunggu giliran" in [satu.label for satu in kemajuan(versi).langkah]
    versi = siap(versi)
    assert (versi.status, versi.tertunda, versi.dokumen.status) == (StatusBerkas.SIAP, "", StatusDokumen.MENUNGGU)


def test_a_file_that_finds_no_time_five_times_is_kept_for_the_operator(
    kantor_contoh: KantorUji, monkeypatch: pytest.MonkeyPatch
):
    versi = kirim(kantor_contoh)
    with monkeypatch.context() as sibuk:
        sibuk.setattr(inspection, "PDF_LIMITS", replace(inspection.PDF_LIMITS, wall_seconds=0.0))
        for _ in range(MAX_TRIES + 1):
            olah()
    job = Job.objects.get(jenis="dokumen.pindai")
    assert (job.status, job.galat) == (StatusJob.MACET, "server sibuk")
    versi.refresh_from_db()
    assert (versi.status, versi.tertunda) == (StatusBerkas.DITERIMA, "macet")
    assert ulangi(job.pk)
    assert siap(versi).status == StatusBerkas.SIAP


def test_a_scanner_that_dies_and_starts_again_is_waited_for(
    kantor_contoh: KantorUji, settings: Any, tmp_path_factory: pytest.TempPathFactory
):
    folder = tmp_path_factory.mktemp("c")
    with running(folder) as alamat:
        settings.CLAMD_URL = alamat
        assert siap(kirim(kantor_contoh)).status == StatusBerkas.SIAP
    versi = kirim(kantor_contoh)
    assert siap(versi).tertunda == "pemindai"
    with running(folder):
        assert siap(versi).status == StatusBerkas.SIAP


def test_a_file_that_was_refused_is_refused_though_the_scanner_is_away(kantor_contoh: KantorUji, clamd_pergi: str):
    versi = siap(kirim(kantor_contoh, kertas()[:-200]))
    assert versi.status == StatusBerkas.DITOLAK


def test_a_job_that_runs_twice_changes_nothing(kantor_contoh: KantorUji):
    versi = siap(kirim(kantor_contoh))
    sebelum = list(VersiDokumen.objects.values()), versi.halaman.count()
    Job.objects.update(status=StatusJob.MENUNGGU)
    olah()
    assert (list(VersiDokumen.objects.values()), versi.halaman.count()) == sebelum


def test_a_replaced_version_that_finishes_late_no_longer_moves_its_document(kantor_contoh: KantorUji):
    lama = kirim(kantor_contoh)
    baru = kirim(kantor_contoh, dokumen=Dokumen.objects.get(), isi=kertas())
    Job.objects.exclude(subjek=str(lama.pk)).update(berikutnya="2999-01-01T00:00:00Z")
    from docservice.antrean.pekerjaan import jalankan_semua

    jalankan_semua(paling_banyak=1)  # pindai
    assert VersiDokumen.objects.get(pk=lama.pk).status == StatusBerkas.BERSIH
    assert Dokumen.objects.get().status == StatusDokumen.DIPROSES
    assert siap(baru).dokumen.status == StatusDokumen.MENUNGGU


@pytest.mark.parametrize("alur", [ALUR_BERKAS, ALUR_DOKUMEN])
def test_moves_that_are_not_drawn_are_refused(alur: Any):
    for dari in alur.keadaan:
        for ke in alur.keadaan:
            if ke in alur.keadaan[dari].ke:
                alur.periksa(dari, ke)
            else:
                with pytest.raises(SudahBerubah):
                    alur.periksa(dari, ke)
