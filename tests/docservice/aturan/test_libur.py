"""Days off: taken over from a decision, withdrawn with a reason, and no working day for any clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from docservice.aturan import libur as atur
from docservice.aturan.libur import Libur
from docservice.audit.models import Jejak
from docservice.pegawai.models import HariLibur
from docservice.pegawai.models_libur import lupakan_libur
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah, TidakBerwenang
from docservice.umum.waktu import hari_kerja, maju_hari_kerja, mundur_hari_kerja
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, KEPALA, PEJABAT, PEMILIK, Situs, teks

pytestmark = pytest.mark.django_db
SENIN = date(2026, 11, 23)
SKB: dict[str, Any] = {"keputusan_nomor": "1497 Tahun 2025", "keputusan_tanggal": date(2025, 9, 19)}


@pytest.fixture(autouse=True)
def jam() -> Iterator[None]:
    """The day on which these tests stand; what the clocks remember of the table is forgotten behind them."""
    with time_machine.travel(f"{SENIN.isoformat()}T03:00:00Z"):
        lupakan_libur()
        yield
        lupakan_libur()


def catat(kantor: KantorUji, *hari: Libur, by: int = ADMINISTRATOR, **lain: Any) -> list[HariLibur]:
    satu = atur.catat_libur(by=kantor.akun(by), daftar=hari, **(SKB | lain))
    lupakan_libur()  # what the commit does
    return satu


# --- the clocks ------------------------------------------------------------------------------------------------


def test_every_clock_steps_over_a_day_off(kantor_contoh: KantorUji):
    assert hari_kerja(SENIN, SENIN + timedelta(days=7)) == 5
    assert maju_hari_kerja(SENIN, 2) == date(2026, 11, 25)
    catat(kantor_contoh, Libur(date(2026, 11, 24), "Libur uji"), Libur(date(2026, 11, 25), "Cuti", "cuti_bersama"))
    assert hari_kerja(SENIN, SENIN + timedelta(days=7)) == 3
    assert maju_hari_kerja(SENIN, 2) == date(2026, 11, 27)
    kamis = timezone.make_aware(timezone.datetime(2026, 11, 26, 9))  # type: ignore[attr-defined]
    assert mundur_hari_kerja(kamis, 1).date() == SENIN


def test_a_saturday_off_is_no_second_day_off(kantor_contoh: KantorUji):
    catat(kantor_contoh, Libur(date(2026, 11, 28), "Sabtu"))
    assert hari_kerja(SENIN, SENIN + timedelta(days=7)) == 5


def test_a_day_that_is_withdrawn_is_a_working_day_again_and_stays_to_be_seen(kantor_contoh: KantorUji):
    (satu,) = catat(kantor_contoh, Libur(date(2026, 11, 24), "Libur uji"))
    atur.cabut_libur(by=kantor_contoh.akun(ADMINISTRATOR), libur=satu, alasan="Digeser pemerintah.")
    lupakan_libur()
    assert maju_hari_kerja(SENIN, 1) == date(2026, 11, 24)
    assert HariLibur.objects.get().alasan == "Digeser pemerintah."
    assert list(Jejak.objects.filter(aksi__startswith="libur.").values_list("aksi", flat=True).order_by("nomor")) == [
        "libur.dicatat",
        "libur.dicabut",
    ]
    assert len(catat(kantor_contoh, Libur(date(2026, 11, 24), "Nama lain"))) == 1


def test_the_table_is_asked_once_until_it_changes(
    kantor_contoh: KantorUji, django_assert_num_queries: Any, django_capture_on_commit_callbacks: Any
):
    with django_assert_num_queries(1):
        assert [maju_hari_kerja(SENIN, 1) for _ in range(3)] == [date(2026, 11, 24)] * 3
    with django_capture_on_commit_callbacks(execute=True):
        atur.catat_libur(by=kantor_contoh.akun(ADMINISTRATOR), daftar=[Libur(date(2026, 11, 24), "Libur uji")], **SKB)
    assert maju_hari_kerja(SENIN, 1) == date(2026, 11, 25)


# --- the page --------------------------------------------------------------------------------------------------


def test_a_list_is_pasted_and_may_be_pasted_again(kantor_contoh: KantorUji):
    klien, alamat = Situs(kantor_contoh).masuk(ADMINISTRATOR), reverse("aturan:libur")
    assert "Senin sampai Jumat semuanya dihitung hari kerja." in teks(klien.get(alamat))
    daftar = "24-12-2026; Cuti bersama Natal; cuti bersama\n\n25 Desember 2026;Hari Raya Natal\n"
    isi = {"keputusan_nomor": "1497", "keputusan_tanggal": "19-9-2025", "daftar": daftar}
    for _ in range(2):
        assert klien.post(alamat, isi).status_code == 302
    assert list(HariLibur.objects.values_list("tanggal", "jenis")) == [
        (date(2026, 12, 24), "cuti_bersama"),
        (date(2026, 12, 25), "nasional"),
    ]
    halaman = teks(klien.get(alamat))
    assert "Jumat, 25 Desember 2026" in halaman
    assert "Hari Raya Natal" in halaman
    assert "Belum ada." in teks(klien.get(f"{alamat}?tahun=2027"))


@pytest.mark.parametrize(
    ("daftar", "kata"),
    [
        ("30 Februari 2026; Uji", "Baris 1: tanggal “30 Februari 2026” tidak dikenal."),
        ("1-12-2026", "Baris 1: nama harinya belum ditulis sesudah titik koma."),
        ("2-12-2026; Uji\n1-12-2026; Uji; libur", "Baris 2: bagian ketiga hanya boleh “cuti bersama”."),
        ("1-12-2026; A\n1-12-2026; B", "Ada tanggal yang tertulis dua kali."),
        ("1-12-2062; Uji", "1 Desember 2062 terlalu jauh dari tahun ini. Periksa tahunnya."),
        ("   \n", "Tulis hari liburnya, satu baris satu hari."),
    ],
)
def test_what_cannot_be_read_is_named_and_nothing_is_taken_over(kantor_contoh: KantorUji, daftar: str, kata: str):
    isi = {"keputusan_nomor": "1497", "keputusan_tanggal": "19-9-2025", "daftar": f"{daftar}"}
    jawaban = Situs(kantor_contoh).masuk(ADMINISTRATOR).post(reverse("aturan:libur"), isi)
    assert jawaban.status_code == 422
    assert kata in teks(jawaban)
    assert not HariLibur.objects.exists()


def test_another_name_for_the_same_day_is_a_contradiction(kantor_contoh: KantorUji):
    catat(kantor_contoh, Libur(date(2026, 12, 25), "Hari Raya Natal"))
    with pytest.raises(IsianSalah) as salah:
        catat(kantor_contoh, Libur(date(2026, 12, 25), "Natal"), Libur(date(2026, 12, 24), "Cuti"))
    assert "sudah tercatat dengan nama lain" in salah.value.isian["daftar"]
    assert HariLibur.objects.count() == 1


@pytest.mark.parametrize(
    ("lain", "bidang"),
    [({"keputusan_nomor": " "}, "keputusan_nomor"), ({"keputusan_tanggal": date(2027, 1, 1)}, "keputusan_tanggal")],
)
def test_without_its_decision_no_day_is_off(kantor_contoh: KantorUji, lain: dict[str, Any], bidang: str):
    with pytest.raises(IsianSalah) as salah:
        catat(kantor_contoh, Libur(date(2026, 12, 25), "Hari Raya Natal"), **lain)
    assert set(salah.value.isian) == {bidang}


@pytest.mark.parametrize("nomor", [PEMILIK, FASILITATOR, KEPALA, PEJABAT])
def test_only_administrators_set_days_off(kantor_contoh: KantorUji, nomor: int):
    (satu,) = catat(kantor_contoh, Libur(date(2026, 12, 25), "Hari Raya Natal"))
    with pytest.raises(TidakBerwenang):
        catat(kantor_contoh, Libur(date(2026, 12, 24), "Cuti"), by=nomor)
    with pytest.raises(TidakBerwenang):
        atur.cabut_libur(by=kantor_contoh.akun(nomor), libur=satu, alasan="x")


def test_withdrawing_has_a_reason_and_happens_once(kantor_contoh: KantorUji):
    (satu,) = catat(kantor_contoh, Libur(date(2026, 12, 25), "Hari Raya Natal"))
    admin = kantor_contoh.akun(ADMINISTRATOR)
    with pytest.raises(BelumLengkap):
        atur.cabut_libur(by=admin, libur=satu, alasan=" ")
    klien = Situs(kantor_contoh).masuk(ADMINISTRATOR)
    jawaban = klien.post(reverse("aturan:cabut_libur", args=[satu.pk]), {"alasan": ""}, follow=True)
    assert "Tulis mengapa hari ini bukan hari libur." in teks(jawaban)
    atur.cabut_libur(by=admin, libur=satu, alasan="Keliru.")
    with pytest.raises(SudahBerubah):
        atur.cabut_libur(by=admin, libur=satu, alasan="Keliru.")
    with pytest.raises(IntegrityError):
        HariLibur.objects.filter(pk=satu.pk).update(alasan="")


def test_the_administrator_is_asked_for_a_missing_year_and_finds_the_decision_filled_in(kantor_contoh: KantorUji):
    klien = Situs(kantor_contoh).masuk(ADMINISTRATOR)
    beranda = teks(klien.get("/"))
    assert "Hari libur 2026 belum dicatat" in beranda
    assert "Hari libur 2027 belum dicatat" in beranda
    alamat = reverse("aturan:libur")
    halaman = klien.get(f"{alamat}?tahun=2026")
    assert "Sudah kami isi dari keputusan bersama tentang 2026." in teks(halaman)
    assert not HariLibur.objects.exists(), "nothing counts before somebody compared it"
    formulir = halaman.context["formulir"]
    isi = {nama: formulir.get_initial_for_field(f, nama) for nama, f in formulir.fields.items()}
    assert klien.post(alamat, isi).status_code == 302
    assert HariLibur.objects.filter(jenis="nasional").count() == 17
    assert HariLibur.objects.filter(jenis="cuti_bersama").count() == 8
    lupakan_libur()
    assert "Hari libur 2026" not in teks(klien.get("/"))
    assert "Sudah kami isi" not in teks(klien.get(alamat))


def test_of_a_year_we_know_nothing_about_the_form_is_empty(kantor_contoh: KantorUji):
    assert "Sudah kami isi" not in teks(
        Situs(kantor_contoh).masuk(ADMINISTRATOR).get(f"{reverse('aturan:libur')}?tahun=2031")
    )
