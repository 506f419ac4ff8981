"""Workers killed at every moment, and hands that are too quick: nothing lost, nothing twice (Laws 1 and 4)."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.antrean.models import MAX_TRIES, Job, StatusJob
from docservice.antrean.tasks import sapu
from docservice.arsip.pencarian import cari
from docservice.arsip.perawatan import macet, ulangi
from docservice.audit.jurnal import periksa
from docservice.audit.models import Jejak
from docservice.dokumen import gudang
from docservice.dokumen.actions import BerkasSama
from docservice.dokumen.models import Dokumen, Halaman, PesanIndeks, VersiDokumen
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from docservice.peragaan.kertas import berkas_terinfeksi
from tests.docservice.bersama import KantorUji, anak, serentak
from tests.docservice.dokumen.alat import kartu_tetap, kertas, kirim
from tests.docservice.factories import JenisDokumenFactory, PegawaiFactory, PenugasanFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.dua_ukuran]
PROGRAM = "tests.docservice.dokumen.pekerja_fana:utama"
SEWA = 1
BERSIH = ["dokumen.diunggah", "berkas.bersih", "berkas.siap"]
Bunuh = Callable[[str], None]


@pytest.fixture
def kantor() -> KantorUji:
    """Four employees and an administrator: all that these tests need, and quickly made."""
    nip = {5: "198506172010011905", 9: "198002112005011909", 13: "199710022022021913"}
    nip |= {15: "198608082010011915", 16: "199304042022032916"}
    for satu in nip.values():
        PegawaiFactory(pengguna__nip=satu)
    PenugasanFactory(pengguna=Pengguna.objects.get(nip=nip[5]))
    for kode in ("KARPEG", "NPWP"):
        JenisDokumenFactory(kode=kode, nama=kode)
    return KantorUji(nip)


@pytest.fixture(scope="module")
def pabrik(django_db_setup: None, django_db_blocker: object) -> Iterator[subprocess.Popen[str]]:
    """Forks workers on demand; only the first pays for starting Python."""
    with anak(PROGRAM, JOB_LEASE_SECONDS=str(SEWA)) as proses:
        assert proses.stdout is not None
        assert proses.stdout.readline() == "siap\n"
        yield proses


@pytest.fixture
def bunuh_di(pabrik: subprocess.Popen[str]) -> Bunuh:
    """Start a worker, wait until it stands at that moment, and kill it there."""

    def bunuh(titik: str) -> None:
        assert pabrik.stdin is not None
        assert pabrik.stdout is not None
        pabrik.stdin.write(f"{titik}\n")
        pabrik.stdin.flush()
        os.kill(int(pabrik.stdout.readline()), signal.SIGKILL)

    return bunuh


def selesaikan(detik: float = 120) -> None:
    """What another worker's sweeper does: takes over when the lease has run out."""
    batas = time.monotonic() + detik
    while Job.objects.exclude(status=StatusJob.SELESAI).exclude(jenis__in=BERKALA).exists():
        assert time.monotonic() < batas, list(Job.objects.values("jenis", "status", "galat"))
        sapu()
        time.sleep(0.1)


BERKALA = (
    "naskah.rekonsiliasi",
    "arsip.cap_jurnal",
    "akun.bersihkan_kunci",
    "dokumen.sapu_kiriman",
    "dokumen.sapu_malam",
    "dokumen.jaga_pemindai",
    "dokumen.pindai_lama",
    "arsip.keutuhan",
    "dokumen.rekonsiliasi_indeks",
    "dokumen.jaga_indeks",
)


def jejak() -> list[str]:
    return list(Jejak.objects.order_by("nomor").values_list("aksi", flat=True))


def tepat_sekali(kantor: KantorUji) -> None:
    """One document with one version, one page, one journal line each, found once."""
    dokumen = Dokumen.objects.get()
    versi = VersiDokumen.objects.get()
    assert (dokumen.status, dokumen.bersih, versi.status) == (StatusDokumen.MENUNGGU, True, StatusBerkas.SIAP)
    assert Halaman.objects.count() == versi.jumlah_halaman == 1
    assert gudang.arsip().verify(versi.sha256)
    assert jejak() == BERSIH
    assert list(periksa()) == []
    assert not PesanIndeks.objects.exists()
    assert [t.dokumen.pk for t in cari(kantor.akun(13), "kartu").temuan] == [dokumen.pk]


@pytest.mark.parametrize(
    "titik",
    [
        "pindai: sebelum dipindai",
        "pindai: sesudah dipindai",
        "pindai: bytes di arsip",
        "pindai: sebelum commit",
        "baca: sebelum dibaca",
        "baca: gambar tersimpan",
        "baca: sebelum commit",
        "indeks: sebelum ditulis",
        "indeks: sesudah ditulis",
    ],
)
def test_a_worker_killed_in_any_step_loses_and_doubles_nothing(kantor: KantorUji, bunuh_di: Bunuh, titik: str):
    kartu_tetap()
    bunuh_di(titik)
    assert Job.objects.filter(status=StatusJob.BERJALAN).count() == 1  # its lease still stands
    selesaikan()
    tepat_sekali(kantor)
    assert Job.objects.filter(percobaan=2).count() == 1


def test_a_worker_killed_while_it_quarantines_leaves_one_quarantine_and_one_word(kantor: KantorUji, bunuh_di: Bunuh):
    kirim(kantor, berkas_terinfeksi())
    bunuh_di("pindai: karantina sebelum commit")
    selesaikan()
    assert VersiDokumen.objects.get().status == StatusBerkas.KARANTINA
    assert jejak() == ["dokumen.diunggah", "berkas.karantina"]
    assert kantor.akun(13).kabar.count() == 1


@pytest.mark.parametrize("titik", ["unggah: bytes tersimpan", "unggah: sebelum commit"])
def test_an_upload_killed_before_its_acknowledgement_never_happened_and_can_be_sent_again(
    kantor: KantorUji, bunuh_di: Bunuh, titik: str
):
    bunuh_di(titik)
    assert not Dokumen.objects.exists()
    assert not Job.objects.exists()
    kartu_tetap()
    selesaikan()
    tepat_sekali(kantor)


def test_two_killed_in_a_row_are_outlived_by_the_third(kantor: KantorUji, bunuh_di: Bunuh):
    kartu_tetap()
    bunuh_di("baca: gambar tersimpan")
    while not Job.objects.siap().exists():
        time.sleep(0.1)
    bunuh_di("baca: sebelum commit")
    selesaikan()
    tepat_sekali(kantor)


def test_a_file_that_kills_each_worker_is_set_aside_after_five_and_waits_for_an_operator(
    kantor: KantorUji, bunuh_di: Bunuh
):
    versi = kartu_tetap()
    for _ in range(MAX_TRIES):
        bunuh_di("pindai: sebelum dipindai")
        assert Job.objects.update(sewa_sampai=timezone.now() - timedelta(seconds=1)) == 1
    sapu()
    versi.refresh_from_db()
    assert (versi.status, versi.tertunda) == (StatusBerkas.DITERIMA, "macet")
    job = macet(by=kantor.akun(5)).get()
    assert (job.percobaan, job.galat) == (MAX_TRIES, "pekerja selalu mati di tengahnya")
    ulangi(by=kantor.akun(5), job=job)
    selesaikan()
    versi.refresh_from_db()
    assert (versi.status, versi.tertunda) == (StatusBerkas.SIAP, "")


def test_two_presses_at_the_same_moment_are_one_upload(kantor: KantorUji):
    hasil = serentak([kartu_tetap] * 6)
    assert len({v.pk for v in hasil}) == 1
    assert VersiDokumen.objects.count() == Dokumen.objects.count() == 1
    assert jejak() == ["dokumen.diunggah"]


def test_the_same_file_from_two_forms_at_once_is_one_document_and_one_refusal(kantor: KantorUji):
    isi = kertas()
    hasil = serentak([lambda: kirim(kantor, isi)] * 4)
    assert sorted(type(h).__name__ for h in hasil) == ["BerkasSama"] * 3 + ["VersiDokumen"]
    assert len({h.dokumen.pk for h in hasil if isinstance(h, BerkasSama)} | {Dokumen.objects.get().pk}) == 1


def test_two_replacements_at_once_become_two_versions_in_a_row(kantor: KantorUji):
    kartu_tetap()
    selesaikan()
    dokumen = Dokumen.objects.get()
    hasil = serentak([lambda: kirim(kantor, kertas(), dokumen=dokumen)] * 3)
    assert [h for h in hasil if isinstance(h, Exception)] == []
    assert sorted(VersiDokumen.objects.values_list("nomor", flat=True)) == [1, 2, 3, 4]
    selesaikan()
    assert Dokumen.objects.get().status == StatusDokumen.MENUNGGU


def test_many_workers_on_many_files_end_each_exactly_once(kantor: KantorUji):
    for nomor in (9, 13, 15, 16):
        kirim(kantor, oleh=nomor)
    for _ in range(3):
        assert serentak([sapu] * 3) == [None] * 3
    selesaikan()
    assert set(VersiDokumen.objects.values_list("status", flat=True)) == {StatusBerkas.SIAP}
    assert sorted(jejak()) == sorted(BERSIH * 4)
    assert list(periksa()) == []
    assert cari(kantor.akun(5), "").jumlah == 4
