"""Whose turn it is in the queue: people first, offices by turns, back-pressure, and five tries again."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.utils import timezone

from docservice.antrean import pekerjaan, sapuan
from docservice.antrean.models import MAX_TRIES, Giliran, Job, Prioritas, StatusJob
from docservice.antrean.pekerjaan import daftarkan, jalankan_semua
from docservice.antrean.tasks import jalankan_job
from tests.docservice.antrean.alat import minta, racun, segarkan

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.dua_ukuran]


# --- turns: priorities, offices, pauses ---------------------------------------------------------------------


def urutan_kerja() -> list[str]:
    """The subjects in the order in which they were worked on."""
    hasil: list[str] = []
    daftarkan("uji", lambda subjek, klaim: hasil.append(subjek))
    return hasil


def test_whoever_waits_goes_before_all_that_nobody_waits_for():
    hasil = urutan_kerja()
    for nomor in range(5):
        minta(subjek=f"borongan {nomor}", prioritas=Prioritas.BORONGAN, kelompok="unit:1")
    minta(subjek="malam", prioritas=Prioritas.MALAM)
    minta(subjek="orang")
    jalankan_semua()
    assert (hasil[0], hasil[-1], len(hasil)) == ("orang", "malam", 7)


def test_offices_take_turns_however_much_one_of_them_sent():
    hasil = urutan_kerja()
    for nomor in range(30):
        minta(subjek=f"besar {nomor}", prioritas=Prioritas.BORONGAN, kelompok="unit:1")
    for nomor in range(2):
        minta(subjek=f"kecil {nomor}", prioritas=Prioritas.BORONGAN, kelompok="unit:2")
    jalankan_semua()
    assert hasil[:4] == ["besar 0", "kecil 0", "besar 1", "kecil 1"]
    assert len(hasil) == 32


def test_the_bells_of_one_office_do_not_stand_before_the_only_one_of_another():
    hasil = urutan_kerja()
    bel = [minta(subjek=f"besar {nomor}", kelompok="unit:1") for nomor in range(5)]
    bel.append(minta(subjek="kecil", kelompok="unit:2"))
    for job in bel:
        jalankan_job(job.pk)
    assert hasil == ["besar 0", "kecil", "besar 1", "besar 2", "besar 3", "besar 4"]
    assert not sapuan.jawab_bel(bel[0].pk)


def test_a_bell_for_work_that_nobody_waits_for_is_answered_too():
    hasil = urutan_kerja()
    job = minta(subjek="borongan", prioritas=Prioritas.BORONGAN)
    assert sapuan.jawab_bel(job.pk)
    assert hasil == ["borongan"]


def test_choosing_among_fifty_thousand_is_quick():
    daftarkan("uji", lambda subjek, klaim: None)
    Job.objects.bulk_create(
        Job(jenis="uji", subjek=str(n), kunci=f"b{n}", prioritas=Prioritas.BORONGAN, kelompok=f"unit:{n % 40}")
        for n in range(50_000)
    )
    job = minta(subjek="orang")
    awal = time.process_time()
    assert Job.objects.terdepan() == job.pk
    assert time.process_time() - awal < 0.5
    job.delete()
    dilayani = [Giliran(kelompok=f"unit:{n}", terakhir=timezone.now()) for n in range(40)]
    Giliran.objects.bulk_create(dilayani)
    satu = minta(subjek="satu lembar", prioritas=Prioritas.BORONGAN, kelompok="unit:kecil")
    assert Job.objects.terdepan() == satu.pk  # of an office not served yet, before fifty thousand of the others


def test_only_for_somebody_who_waits_does_the_bell_ring(monkeypatch: pytest.MonkeyPatch):
    bel: list[int] = []
    monkeypatch.setattr(pekerjaan, "bunyikan", bel.append)
    daftarkan("uji", lambda subjek, klaim: None)
    minta(subjek="borongan", prioritas=Prioritas.BORONGAN)
    orang = minta(subjek="orang")
    assert bel == [orang.pk]


def test_work_that_work_asks_for_keeps_its_place_in_the_queue():
    daftarkan("uji", lambda subjek, klaim: None)
    induk = minta(prioritas=Prioritas.BORONGAN, kelompok="unit:7")
    anak = minta(subjek="anak", seperti=induk)
    assert (anak.prioritas, anak.kelompok) == (Prioritas.BORONGAN, "unit:7")


def test_what_somebody_asks_for_moves_to_the_front_though_it_was_asked_for_before():
    hasil = urutan_kerja()
    for subjek in ("satu", "dua", "tiga"):
        minta(subjek=subjek, prioritas=Prioritas.MALAM)
    minta(subjek="tiga")
    minta(subjek="tiga", prioritas=Prioritas.BORONGAN)  # who comes later does not push them back
    jalankan_semua()
    assert hasil == ["tiga", "satu", "dua"]
    assert minta(subjek="tiga", prioritas=Prioritas.MALAM).pk == minta(subjek="tiga", prioritas=Prioritas.MALAM).pk
    assert Job.objects.get(subjek="tiga").prioritas == Prioritas.MALAM


def test_a_full_queue_is_said_and_people_do_not_count_in_it(settings: Any):
    settings.QUEUE_LIMIT = 2
    daftarkan("uji", lambda subjek, klaim: None)
    for nomor in range(3):
        minta(subjek=f"orang {nomor}")
    assert not sapuan.penuh()
    for nomor in range(2):
        minta(subjek=f"malam {nomor}", prioritas=Prioritas.MALAM)
    assert (sapuan.penuh(), sapuan.penuh(Prioritas.MALAM)) == (False, True)  # a bulk sending goes before these
    for nomor in range(2):
        minta(subjek=f"borongan {nomor}", prioritas=Prioritas.BORONGAN)
    assert sapuan.penuh()


def test_a_sweep_ends_with_its_time_and_the_rest_waits_for_the_next():
    hasil = urutan_kerja()
    for nomor in range(3):
        minta(subjek=str(nomor))
    assert sapuan.sapu_selama(0) == 0
    assert sapuan.sapu_selama(30) == len(hasil) == 3


def test_what_was_set_aside_gets_its_five_tries_again():
    daftarkan("uji", racun)
    job = minta()
    assert not sapuan.ulangi(job.pk)
    Job.objects.update(status=StatusJob.MACET, percobaan=MAX_TRIES)
    assert sapuan.ulangi(job.pk)
    assert (segarkan(job).status, job.percobaan) == (StatusJob.MENUNGGU, 0)
