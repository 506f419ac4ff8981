"""Open statistics tell how many, never who: no group below five, not even by subtraction."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docservice.integrasi.statistik import GABUNGAN, TERKECIL, samarkan
from docservice.pegawai.models import Pegawai
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat
from tests.docservice.api.conftest import Klien
from tests.docservice.factories import PegawaiFactory, UnitKerjaFactory

JALUR = "/api/v1/statistik/pegawai/"


@pytest.mark.syarat("BABEL-9-2a")
@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(1, 40), max_size=12))
def test_no_line_is_below_five_and_the_sum_is_whole(isi: dict[str, int]):
    cacah = Counter(isi)
    baris = samarkan(cacah)
    assert sum(b.jumlah for b in baris) == sum(cacah.values())
    if sum(cacah.values()) >= TERKECIL:
        assert all(b.jumlah >= TERKECIL for b in baris)
    for satu in baris:
        assert satu.gabungan or cacah[satu.nama] == satu.jumlah


def test_a_single_small_group_takes_the_next_one_along():
    hasil = samarkan(Counter({"III/a": 20, "III/b": 9, "IV/e": 1}))
    assert [(b.nama, b.jumlah) for b in hasil] == [("III/a", 20), (GABUNGAN, 10)]


@pytest.fixture
def dinas(db: None) -> None:
    provinsi = UnitKerjaFactory.create(nama="Provinsi")
    besar, kecil = (
        UnitKerjaFactory.create(nama="Dinas Besar", induk=provinsi),
        UnitKerjaFactory.create(nama="Kecil", induk=provinsi),
    )
    sekolah = UnitKerjaFactory.create(nama="SMA Satu", induk=besar)
    for urut in range(9):
        pegawai = PegawaiFactory.create(unit=sekolah if urut < 2 else besar)
        golongan(pegawai, "III/a", date(2020, 1, 1))
        golongan(pegawai, "III/b", date(2024, 1, 1))
    PegawaiFactory.create_batch(6, unit=provinsi, jenis_asn="PPPK")
    PegawaiFactory.create_batch(2, unit=kecil)
    PegawaiFactory.create(unit=besar, kedudukan_hukum="99")  # retired


def golongan(pegawai, kode: str, tmt: date, status: str = StatusRiwayat.TERVALIDASI) -> None:
    Riwayat.objects.create(
        pegawai=pegawai,
        jenis="golongan",
        tmt=tmt,
        data={"golongan": kode},
        status=status,
        dibuat_oleh=pegawai.pengguna,
        divalidasi_pada="2026-01-01T00:00Z",
    )


@pytest.mark.syarat("BABEL-21-2")
def test_anyone_may_ask_without_a_token(dinas: None, klien: Klien):
    assert klien().get(JALUR, {"per": "unit"}).status_code == 200


def test_units_are_counted_by_office_and_a_small_one_is_not_named(dinas: None, klien: Klien):
    isi = klien().get(JALUR, {"per": "unit"})
    hasil = {b["nama"]: b["jumlah"] for b in isi.json()["baris"]}
    assert hasil == {"Dinas Besar": 9, GABUNGAN: 8}
    assert isi.json()["jumlah"] == 17
    assert "Kecil" not in isi.content.decode()


def test_golongan_is_that_of_the_latest_validated_row(dinas: None, klien: Klien):
    hasil = {b["nama"]: b["jumlah"] for b in klien().get(JALUR, {"per": "golongan"}).json()["baris"]}
    assert hasil == {"III/b": 9, "Belum tercatat": 8}


def test_kinds_of_employment_are_counted(dinas: None, klien: Klien):
    hasil = {b["nama"]: b["jumlah"] for b in klien().get(JALUR, {"per": "jenis_asn"}).json()["baris"]}
    assert hasil == {"PNS": 11, "PPPK": 6}


def test_a_handful_of_people_is_not_told_at_all(db: None, klien: Klien):
    PegawaiFactory.create_batch(4)
    assert klien().get(JALUR, {"per": "jenis_asn"}).json() == {"per": "jenis_asn", "jumlah": None, "baris": []}


def test_another_measure_is_refused(db: None, klien: Klien):
    assert klien().get(JALUR, {"per": "agama"}).status_code == 422


def test_no_name_nip_or_id_is_in_any_answer(dinas: None, klien: Klien):
    semua = "".join(klien().get(JALUR, {"per": per}).content.decode() for per in ("unit", "golongan", "jenis_asn"))
    for pegawai in Pegawai.objects.all():
        assert pegawai.nip not in semua
        assert pegawai.nama not in semua
