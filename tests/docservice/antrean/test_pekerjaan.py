"""Jobs as rows: claimed once, fenced, never lost, never counted against a dependency that is away (Law 4)."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from docservice.akun.models import Kabar, Pengguna
from docservice.antrean import pekerjaan
from docservice.antrean.errors import CobaLagi, SewaHilang
from docservice.antrean.models import MAX_TRIES, Job, Prioritas, StatusJob
from docservice.antrean.pekerjaan import Klaim, daftarkan, daftarkan_berkala, jalankan, jalankan_semua, taruh
from docservice.antrean.tasks import sapu
from tests.docservice.antrean.alat import SEWA, kabari, kadaluwarsakan, minta, racun, segarkan
from tests.docservice.bersama import serentak

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.dua_ukuran]


def test_a_job_is_done_once_and_closed(pengguna: Pengguna):
    daftarkan("uji", kabari(pengguna))
    job = minta()
    assert jalankan(job.pk)
    assert not jalankan(job.pk)
    assert (segarkan(job).status, job.pemilik, job.sewa_sampai, job.percobaan) == (StatusJob.SELESAI, "", None, 1)
    assert Kabar.objects.count() == 1


def test_many_workers_at_once_claim_a_job_once(pengguna: Pengguna):
    daftarkan("uji", kabari(pengguna))
    job = minta()
    assert sorted(serentak([lambda: jalankan(job.pk)] * 8)) == [False] * 7 + [True]
    assert Kabar.objects.count() == 1


def test_many_sweepers_do_each_of_many_jobs_once(pengguna: Pengguna):
    daftarkan("uji", kabari(pengguna))
    for nomor in range(12):
        minta(subjek=f"nomor {nomor}")
    assert serentak([sapu] * 4) == [None] * 4
    assert Kabar.objects.count() == 12
    assert not Job.objects.exclude(status=StatusJob.SELESAI).exists()


def test_a_living_lease_keeps_others_away_and_an_expired_one_lets_them_in():
    job = minta_saja()
    assert Job.objects.klaim(job.pk, pemilik="a", sewa=SEWA)
    assert not Job.objects.klaim(job.pk, pemilik="b", sewa=SEWA)
    kadaluwarsakan(job)
    assert Job.objects.klaim(job.pk, pemilik="b", sewa=SEWA)
    assert (segarkan(job).pemilik, job.percobaan) == ("b", 2)


def minta_saja() -> Job:
    daftarkan("uji", lambda subjek, klaim: None)
    return minta()


def test_the_effect_of_a_lost_lease_is_not_written(pengguna: Pengguna):
    def lambat(subjek: str, klaim: Klaim) -> None:
        kadaluwarsakan(klaim.job)
        assert Job.objects.klaim(klaim.job.pk, pemilik="lain", sewa=SEWA)
        kabari(pengguna)(subjek, klaim)

    daftarkan("uji", lambat)
    job = minta()
    assert jalankan(job.pk)
    assert not Kabar.objects.exists()
    assert (segarkan(job).status, job.pemilik) == (StatusJob.BERJALAN, "lain")


def test_a_failure_after_the_lease_was_lost_changes_nothing():
    korban: list[str] = []

    def lambat(subjek: str, klaim: Klaim) -> None:
        kadaluwarsakan(klaim.job)
        Job.objects.klaim(klaim.job.pk, pemilik="lain", sewa=SEWA)
        raise ZeroDivisionError

    daftarkan("uji", lambat, bila_macet=korban.append)
    job = minta()
    Job.objects.update(percobaan=MAX_TRIES - 1)
    assert jalankan(job.pk)
    assert (segarkan(job).status, job.pemilik, job.galat) == (StatusJob.BERJALAN, "lain", "")
    assert korban == []


def test_an_effect_that_fails_half_way_leaves_nothing_behind(pengguna: Pengguna):
    def patah(subjek: str, klaim: Klaim) -> None:
        with klaim.selesai():
            Kabar.objects.create(pengguna=pengguna, teks=subjek, kunci=subjek)
            raise ZeroDivisionError

    daftarkan("uji", patah)
    job = minta()
    assert jalankan(job.pk)
    assert not Kabar.objects.exists()
    assert (segarkan(job).status, job.galat) == (StatusJob.MENUNGGU, "ZeroDivisionError")


def test_a_dependency_that_is_away_counts_no_failure_however_often():
    def menunggu(subjek: str, klaim: Klaim) -> None:
        raise CobaLagi("pemindai pergi", timedelta(0))

    daftarkan("uji", menunggu)
    job = minta()
    for _ in range(3 * MAX_TRIES):
        assert jalankan(job.pk)
    assert (segarkan(job).status, job.percobaan, job.galat) == (StatusJob.MENUNGGU, 0, "pemindai pergi")


def test_a_job_that_waits_for_a_dependency_is_not_tried_before_its_time():
    def menunggu(subjek: str, klaim: Klaim) -> None:
        raise CobaLagi("pemindai pergi", timedelta(minutes=5))

    daftarkan("uji", menunggu)
    job = minta()
    assert jalankan(job.pk)
    assert not jalankan(job.pk)
    assert jalankan_semua() == 0


def test_poison_is_set_aside_after_five_tries_and_its_owner_is_told():
    korban: list[str] = []
    daftarkan("uji", racun, bila_macet=korban.append)
    job = minta(subjek="beracun")
    for kali in range(1, MAX_TRIES + 1):
        assert korban == []
        Job.objects.update(berikutnya=timezone.now())
        assert jalankan(job.pk)
        assert segarkan(job).percobaan == kali
    assert (job.status, job.galat, korban) == (StatusJob.MACET, "ZeroDivisionError", ["beracun"])
    assert not jalankan(job.pk)


def test_poison_that_kills_its_worker_each_time_is_set_aside_too():
    dikerjakan: list[str] = []
    daftarkan("uji", lambda subjek, klaim: dikerjakan.append(subjek), bila_macet=dikerjakan.append)
    job = minta(subjek="mematikan")
    for _ in range(MAX_TRIES):
        assert Job.objects.klaim(job.pk, pemilik="mati", sewa=SEWA)
        kadaluwarsakan(job)
    assert jalankan(job.pk)
    assert (segarkan(job).status, job.galat, job.percobaan) == (
        StatusJob.MACET,
        "pekerja selalu mati di tengahnya",
        MAX_TRIES,
    )
    assert dikerjakan == ["mematikan"]  # its owner was told; the work itself was not begun again


def test_the_error_kept_with_a_job_names_its_class_and_never_its_text():
    daftarkan("uji", racun)
    job = minta()
    jalankan(job.pk)
    assert "rahasia" not in segarkan(job).galat


def test_poison_does_not_hold_up_the_others(pengguna: Pengguna):
    daftarkan("uji", kabari(pengguna))
    daftarkan("racun", racun)
    minta("racun")
    minta()
    sapu()
    assert Kabar.objects.count() == 1


def test_asking_twice_is_one_job_and_asking_after_its_end_does_it_again(pengguna: Pengguna):
    daftarkan("uji", kabari(pengguna))
    pertama, kedua = minta(), minta()
    assert pertama.pk == kedua.pk
    jalankan_semua()
    minta()
    jalankan_semua()
    assert Job.objects.count() == 1
    assert Kabar.objects.count() == 2


def test_work_of_a_rolled_back_change_is_not_asked_for():
    daftarkan("uji", racun)
    with transaction.atomic():
        taruh("uji", "satu")
        transaction.set_rollback(True)
    assert not Job.objects.exists()


def test_an_unknown_kind_is_refused_at_once():
    with pytest.raises(LookupError), transaction.atomic():
        taruh("tidak_ada", "satu")


def test_periodic_work_is_one_row_per_period_however_many_sweep():
    kali: list[str] = []
    daftarkan_berkala("uji.berkala", lambda subjek, klaim: kali.append(subjek), tiap=timedelta(hours=1))
    assert serentak([sapu] * 4) == [None] * 4
    sapu()
    assert Job.objects.count() == len(kali) == 1


def test_periodic_work_that_takes_minutes_lets_people_go_first():
    daftarkan_berkala("uji.malam", lambda subjek, klaim: None, tiap=timedelta(hours=1), prioritas=Prioritas.MALAM)
    pekerjaan.taruh_berkala()
    assert Job.objects.get().prioritas == Prioritas.MALAM


def test_periodic_work_returns_in_the_next_period(monkeypatch: pytest.MonkeyPatch):
    kali: list[str] = []
    daftarkan_berkala("uji.berkala", lambda subjek, klaim: kali.append(subjek), tiap=timedelta(hours=1))
    sapu()
    nanti = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr(timezone, "now", lambda: nanti)
    sapu()
    assert len(set(kali)) == 2


def test_finished_rows_are_cleared_after_a_week_and_unfinished_ones_never():
    job, lama = minta_saja(), timezone.now() - timedelta(days=8)
    selesai = minta(subjek="dua")
    jalankan(selesai.pk)
    Job.objects.filter(pk=selesai.pk).update(selesai_pada=lama)
    Job.objects.filter(pk=job.pk).update(dibuat_pada=lama, status=StatusJob.MACET)
    pekerjaan.taruh_berkala()
    assert [j.pk for j in Job.objects.all()] == [job.pk]


def test_a_broker_that_is_away_loses_nothing(pengguna: Pengguna, broker_pergi: None, caplog: pytest.LogCaptureFixture):
    daftarkan("uji", kabari(pengguna))
    minta(subjek="pertama")  # loads the transport
    awal = time.monotonic()
    job = minta()
    assert time.monotonic() - awal < 3, "whoever uploads waits for an absent broker"
    assert "Doorbell silent" in caplog.text
    assert segarkan(job).status == StatusJob.MENUNGGU
    sapu()
    assert segarkan(job).status == StatusJob.SELESAI
    assert Kabar.objects.count() == 2


@pytest.fixture
def broker_pergi() -> Iterator[None]:
    """The doorbell points at a port where nobody listens."""
    from docservice import celery

    app: Any = celery.app

    def arahkan(isi: dict[str, Any]) -> None:
        app.conf.update(isi)
        app._pool = app.amqp._producer_pool = None

    asli = {nama: app.conf[nama] for nama in ("broker_url", "broker_write_url", "broker_transport_options")}
    alamat = "redis://127.0.0.1:1/0"
    arahkan({"broker_url": alamat, "broker_write_url": alamat, "broker_transport_options": celery.BEL_CEPAT})
    yield
    arahkan(asli)


def test_a_long_job_keeps_its_lease_while_it_works(settings: Any):
    settings.JOB_LEASE_SECONDS = 1
    mulai, lanjut = threading.Event(), threading.Event()

    def lama(subjek: str, klaim: Klaim) -> None:
        mulai.set()
        assert lanjut.wait(10)

    daftarkan("uji", lama)
    job = minta()

    def awasi() -> bool:
        mulai.wait()
        for _ in range(8):  # two leases long
            if lanjut.wait(0.25) or jalankan(job.pk):
                break
        lanjut.set()
        return segarkan(job).percobaan == 1

    assert serentak([lambda: jalankan(job.pk), awasi]) == [True, True]
    assert segarkan(job).status == StatusJob.SELESAI


def test_whoever_lost_the_lease_cannot_renew_it():
    job = minta_saja()
    Job.objects.klaim(job.pk, pemilik="a", sewa=SEWA)
    klaim = Klaim(segarkan(job), "a")
    kadaluwarsakan(job)
    Job.objects.klaim(job.pk, pemilik="b", sewa=SEWA)
    with pytest.raises(SewaHilang):
        klaim.perpanjang()
