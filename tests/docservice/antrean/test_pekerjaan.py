"""Jobs as rows: claimed once, fenced, never lost, never counted against a dependency that is away (Law 4)."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from docservice.akun.models import Kabar, Pengguna
from docservice.antrean import pekerjaan, sapuan
from docservice.antrean.errors import CobaLagi, SewaHilang
from docservice.antrean.models import MAX_ABANDONED, MAX_TRIES, Job, Prioritas, StatusJob
from docservice.antrean.pekerjaan import Klaim, daftarkan, daftarkan_berkala, jalankan, jalankan_semua, taruh
from docservice.antrean.tasks import sapu
from tests.docservice.bersama import serentak
from tests.docservice.factories import PenggunaFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.dua_ukuran]
SEWA = timedelta(seconds=30)


@pytest.fixture(autouse=True)
def _hanya_uji(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kinds of the rooms stay out of these tests; what a test registers goes with it."""
    for nama in ("_jenis", "_gagal", "_berkala"):
        monkeypatch.setattr(pekerjaan, nama, {})


@pytest.fixture
def pengguna() -> Pengguna:
    orang: Pengguna = PenggunaFactory.create()
    return orang


def kabari(pengguna: Pengguna) -> Callable[[str, Klaim], None]:
    """A job with one visible effect, which a second run would double."""

    def kerja(subjek: str, klaim: Klaim) -> None:
        with klaim.selesai():
            urut = Kabar.objects.filter(teks=subjek).count()
            Kabar.objects.create(pengguna=pengguna, teks=subjek, kunci=f"{subjek}:{urut}")

    return kerja


def minta(jenis: str = "uji", subjek: str = "satu", **lain: Any) -> Job:
    with transaction.atomic():
        return taruh(jenis, subjek, **lain)


def kadaluwarsakan(job: Job) -> None:
    Job.objects.filter(pk=job.pk).update(sewa_sampai=timezone.now() - timedelta(seconds=1))


def segarkan(job: Job) -> Job:
    job.refresh_from_db()
    return job


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


def racun(subjek: str, klaim: Klaim) -> None:
    raise ZeroDivisionError("isi rahasia berkas")


def test_poison_that_kills_its_worker_each_time_is_set_aside_too():
    dikerjakan: list[str] = []
    daftarkan("uji", lambda subjek, klaim: dikerjakan.append(subjek), bila_macet=dikerjakan.append)
    job = minta(subjek="mematikan")
    for _ in range(MAX_ABANDONED):
        assert Job.objects.klaim(job.pk, pemilik="mati", sewa=SEWA)
        kadaluwarsakan(job)
    assert jalankan(job.pk)
    assert (segarkan(job).status, job.galat) == (StatusJob.MACET, "pekerja selalu mati di tengahnya")
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
