"""The register: numbers without gaps or doubles, given back or voided visibly, never back-dated (sk-format §6.3)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from docservice.audit.models import Jejak
from docservice.naskah.models import Naskah, NomorRegister, Penghitung, PolaNomor
from docservice.naskah.nomor import cadangkan, lepaskan, nomor_bertitik
from docservice.naskah.status import StatusNomor
from docservice.umum.errors import BelumLengkap, SudahBerubah
from tests.docservice.bersama import KantorUji, serentak
from tests.docservice.naskah.alat import draf

pytestmark = pytest.mark.django_db
HARI = date(2026, 11, 16)


@pytest.fixture
def satu(kantor_contoh: KantorUji) -> Naskah:
    return draf(kantor_contoh)


def ambil(naskah: Naskah, tanggal: date = HARI) -> NomorRegister:
    with transaction.atomic():
        return cadangkan(naskah, tanggal)


def test_numbers_follow_the_pattern_and_rise_by_one(satu: Naskah):
    assert [ambil(satu).nomor for _ in range(3)] == [f"800.1.3.2/000{n}/BKPSDMD/2026" for n in (1, 2, 3)]


def test_a_draft_shows_dots_where_the_count_will_stand(satu: Naskah):
    titik = nomor_bertitik("sk_kenaikan_pangkat", HARI)
    assert titik.startswith("800.1.3.2/")
    assert titik.endswith("/BKPSDMD/2026")
    assert "0001" not in titik


def test_each_year_counts_from_one(satu: Naskah):
    ambil(satu, date(2026, 12, 31))
    assert ambil(satu, date(2027, 1, 2)).nomor == "800.1.3.2/0001/BKPSDMD/2027"


def test_without_a_pattern_there_is_no_number(satu: Naskah):
    PolaNomor.objects.update(berlaku_sampai=date(2026, 1, 31))
    with pytest.raises(BelumLengkap, match="Pola nomor"):
        ambil(satu)


def test_a_clock_that_went_back_gets_no_number(satu: Naskah):
    ambil(satu)
    with pytest.raises(SudahBerubah, match="mundur"):
        ambil(satu, HARI - timedelta(days=1))
    assert NomorRegister.objects.count() == 1


def test_the_last_number_is_given_back_and_used_again(satu: Naskah):
    ambil(satu)
    dua = lepaskan(ambil(satu), "Passphrase salah.")
    assert (dua.status, dua.alasan) == (StatusNomor.DIKEMBALIKAN, "Passphrase salah.")
    assert ambil(satu).urut == dua.urut == 2
    assert NomorRegister.objects.filter(urut=2).count() == 2  # both rows stay readable
    assert Jejak.objects.get(aksi="nomor.dikembalikan").rincian["nomor"] == dua.nomor


def test_a_number_with_a_later_one_after_it_is_voided_and_never_used_again(satu: Naskah):
    satu_nomor, _ = ambil(satu), ambil(satu)
    batal = lepaskan(satu_nomor, "Passphrase salah.")
    assert batal.status == StatusNomor.BATAL
    assert [ambil(satu).urut for _ in range(2)] == [3, 4]
    assert Jejak.objects.get(aksi="nomor.batal").rincian["alasan"] == "Passphrase salah."


def test_a_batch_released_from_its_end_gives_everything_back(satu: Naskah):
    semua = [ambil(satu) for _ in range(4)]
    assert {lepaskan(n, "x").status for n in reversed(semua)} == {StatusNomor.DIKEMBALIKAN}
    assert Penghitung.objects.get().terakhir == 0


@pytest.mark.parametrize("status", [StatusNomor.DIPAKAI, StatusNomor.BATAL, StatusNomor.DIKEMBALIKAN])
def test_releasing_what_is_not_reserved_changes_nothing(satu: Naskah, status: str):
    nomor = ambil(satu)
    NomorRegister.objects.update(status=status)
    assert lepaskan(nomor, "lagi").status == status
    assert Penghitung.objects.get().terakhir == 1


def test_the_database_itself_refuses_the_same_number_twice(satu: Naskah):
    nomor = ambil(satu)
    nomor.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        nomor.save()


@pytest.mark.dua_ukuran
@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_get_twenty_numbers_without_gap_or_double(kantor_sementara: KantorUji):
    naskah, hari = draf(kantor_sementara), timezone.localdate()
    hasil: list[Any] = serentak([lambda: ambil(naskah, hari)] * 20)
    assert [h for h in hasil if isinstance(h, Exception)] == []
    assert sorted(n.urut for n in hasil) == list(range(1, 21))
