"""Classification codes as data."""

import pytest

from templates_sk import kinds, klasifikasi
from templates_sk.klasifikasi import LAMA, daftar


def test_every_kind_files_under_a_code_of_the_table():
    assert [k.code for k in kinds() if k.classification not in daftar()] == []


def test_codes_are_numbers_between_dots_in_ascending_order_and_each_says_how_sure_it_is():
    kode = [tuple(map(int, satu.split("."))) for satu in daftar()]
    assert kode == sorted(kode)
    assert {satu.yakin for satu in daftar().values()} == {"H", "M", "L"}
    assert all(satu.nama for satu in daftar().values())


@pytest.mark.parametrize(
    ("kode", "nama"),
    [
        ("800.1.3.2", "Kenaikan pangkat/golongan"),
        ("800.1.11.13", "Kenaikan gaji berkala"),
        ("800.1.1.7", "Perencanaan kebutuhan pegawai"),
        ("822", "Kenaikan gaji berkala"),
    ],
)
def test_a_code_is_read_also_through_the_one_above_it_and_as_old_decrees_wrote_it(kode, nama):
    assert klasifikasi(kode) == nama


@pytest.mark.parametrize("kode", ["", "999", "800", "abc", "8210"])
def test_an_unknown_code_is_refused(kode):
    with pytest.raises(ValueError, match="tidak dikenal"):
        klasifikasi(kode)


def test_no_kind_files_under_a_code_of_the_old_rule():
    assert not {k.classification.split(".")[0] for k in kinds()} & LAMA.keys()
