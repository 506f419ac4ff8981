"""The language engine: words, money, dates, ranks, pay."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates_sk import (
    GOLONGAN_PNS,
    DataError,
    NumberPattern,
    TanpaTabel,
    diktum,
    gaji_pokok,
    gaji_pokok_pns,
    kgb_berikutnya,
    kind,
    masa_kerja,
    mkg_sesudah_naik,
    nama_lengkap,
    next_golongan,
    nip_tampil,
    pangkat,
    rupiah,
    tanggal,
    tanggal_angka,
    terbilang,
    validate,
)

TERBILANG = {
    0: "nol",
    11: "sebelas",
    19: "sembilan belas",
    100: "seratus",
    101: "seratus satu",
    111: "seratus sebelas",
    1000: "seribu",
    1001: "seribu satu",
    1100: "seribu seratus",
    1999: "seribu sembilan ratus sembilan puluh sembilan",
    11000: "sebelas ribu",
    100000: "seratus ribu",
    101000: "seratus satu ribu",
    1000000: "satu juta",
    1001000: "satu juta seribu",
    1100000: "satu juta seratus ribu",
    2485900: "dua juta empat ratus delapan puluh lima ribu sembilan ratus",
    3186600: "tiga juta seratus delapan puluh enam ribu enam ratus",
    1000000000: "satu miliar",
}


@pytest.mark.parametrize(("angka", "kata"), TERBILANG.items())
def test_numbers_are_read_as_the_rules_of_the_language_want(angka, kata):
    assert terbilang(angka) == kata


@given(st.integers(0, 10**12))
def test_no_number_is_read_with_a_double_space_or_as_satu_ratus(angka):
    kata = terbilang(angka)
    assert "  " not in kata
    assert kata == kata.strip()
    assert "satu ratus" not in kata.replace("puluh satu ratus", "")
    assert not kata.startswith("satu ribu")


def test_money_and_dates_are_printed_as_office_letters_print_them():
    assert rupiah(3089300) == "Rp3.089.300,00"
    assert tanggal(date(2026, 12, 1)) == "1 Desember 2026"
    assert tanggal_angka(date(2026, 12, 1)) == "01-12-2026"


def test_a_name_keeps_its_letters_and_gets_commas_only_before_trailing_titles():
    assert nama_lengkap("Dr. Ir.", "I Gusti Ma'ruf", "M.T.") == "Dr. Ir. I Gusti Ma'ruf, M.T."
    assert nama_lengkap("", "Damar Panuluh", "") == "Damar Panuluh"


def test_a_nip_is_shown_in_its_four_parts():
    assert nip_tampil("199710022022021913") == "19971002 202202 1 913"


def test_every_rank_has_its_word_and_its_successor():
    assert pangkat("III/b") == "Penata Muda Tingkat I"
    for kini, berikut in itertools.pairwise(GOLONGAN_PNS):
        assert next_golongan(kini) == berikut
        assert pangkat(kini)


def test_the_rulings_are_counted_in_words():
    assert [diktum(n) for n in (1, 2, 3, 10, 11)] == ["KESATU", "KEDUA", "KETIGA", "KESEPULUH", "KESEBELAS"]


@pytest.mark.parametrize(
    ("golongan", "tahun", "gaji"), [("III/b", 4, 3089300), ("III/b", 5, 3089300), ("III/b", 6, 3186600)]
)
def test_base_pay_is_the_highest_step_reached(golongan, tahun, gaji):
    assert gaji_pokok_pns(golongan, tahun, on=date(2026, 12, 1)) == gaji


def test_pay_before_the_first_table_is_refused_and_not_guessed():
    for golongan in ("III/a", "IX"):
        with pytest.raises(TanpaTabel, match="31 Desember 2023 tidak tersedia"):
            gaji_pokok(golongan, 0, on=date(2023, 12, 31))


def test_a_rise_from_before_the_first_table_is_paid_by_the_table_of_its_own_day():
    naik = kgb_berikutnya("III/c", 12, 0, per=date(2023, 1, 1))
    assert naik is not None
    assert (naik.tmt, naik.tahun_mkg, naik.gaji) == (date(2025, 1, 1), 14, 3760100)
    with pytest.raises(TanpaTabel):
        kgb_berikutnya("III/c", 12, 0, per=date(2021, 1, 1))


@pytest.mark.parametrize("kode", ["surat_kgb", "sk_kgb_pppk"])
def test_a_rise_whose_table_is_missing_is_refused_at_its_field(kode):
    with pytest.raises(DataError) as salah:
        validate(kode, kind(kode).sample | {"tmt_kgb": "2023-01-01", "kgb_berikutnya": "2025-01-01"})
    assert [(e.field, "tidak tersedia" in e.message) for e in salah.value.errors] == [("tmt_kgb", True)]


@pytest.mark.parametrize(
    ("lama", "baru", "bulan", "sesudah"),
    [
        ("II/d", "III/a", 22 * 12 + 7, 17 * 12 + 7),
        ("I/d", "II/a", 12 * 12, 6 * 12),
        ("III/d", "IV/a", 100, 100),
        ("II/a", "II/b", 50, 50),
        ("I/a", "III/a", 200, 200 - 132),
        ("II/c", "III/a", 36, 0),
    ],
)
def test_service_in_the_golongan_runs_on_but_a_higher_group_costs_years(lama, baru, bulan, sesudah):
    assert mkg_sesudah_naik(lama, baru, bulan) == sesudah


@given(st.dates(date(1970, 1, 1), date(2030, 1, 1)), st.integers(0, 40), st.integers(0, 11))
def test_service_years_count_whole_months(dari, tahun, bulan):
    total = dari.year * 12 + dari.month - 1 + tahun * 12 + bulan
    sampai = date(total // 12, total % 12 + 1, 1)
    assert masa_kerja(dari.replace(day=1), sampai) == (tahun, bulan)


@given(st.integers(1, 99999), st.integers(2000, 2099), st.sampled_from(["BKPSDMD", "BKD"]))
def test_reading_a_number_is_the_inverse_of_writing_it(urut, tahun, unit):
    pola = NumberPattern("{klasifikasi}/{urut:04d}/{unit}/{tahun}")
    teks = pola.format(klasifikasi="800.1.3.2", urut=urut, unit=unit, tahun=tahun)
    bagian = pola.parse(teks)
    assert int(bagian["urut"]) == urut
    assert (str(bagian["tahun"]), bagian["unit"], bagian["klasifikasi"]) == (str(tahun), unit, "800.1.3.2")


def test_a_draft_shows_dots_for_the_number():
    pola = NumberPattern("{klasifikasi}/{urut:04d}/{unit}/{tahun}")
    assert pola.dotted(klasifikasi="800.1.3.2", unit="BKPSDMD", tahun="2026") == "800.1.3.2/……/BKPSDMD/2026"
