"""Properties of words, numbers, dates, pay and patterns, for all values and not only for the examples."""

import csv
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import templates_sk
from templates_sk import NumberPattern, diktum, gaji_pokok, kgb_berikutnya, masa_kerja, rupiah, tanggal, terbilang
from templates_sk.bahasa import BULAN, HARI, desimal, hari, tanggal_angka, tanggal_kata, terbilang_desimal
from templates_sk.golongan import GOLONGAN_PNS, GOLONGAN_PPPK, _baca, tabel_gaji
from templates_sk.nomor import bulan_romawi

PADA = date(2025, 6, 1)
SEMUA = [*GOLONGAN_PNS, *GOLONGAN_PPPK]
_ANGKA = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
KATA = {kata: angka for angka, kata in enumerate(_ANGKA)}
SINGKAT = {"seribu": "satu ribu", "seratus": "satu ratus", "sepuluh": "satu puluh", "sebelas": "satu belas"}
KELOMPOK = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}


def dibaca(kata: str) -> int:
    """The number a reader understands: written from the grammar, not from the code under test."""
    jumlah = sekarang = satuan = 0
    for singkat, panjang in SINGKAT.items():
        kata = kata.replace(singkat, panjang)
    for satu in kata.split():
        if satu in KATA:
            satuan = KATA[satu]
        elif satu == "belas":
            sekarang, satuan = sekarang + 10 + satuan, 0
        elif satu == "puluh":
            sekarang, satuan = sekarang + 10 * satuan, 0
        elif satu == "ratus":
            sekarang, satuan = sekarang + 100 * satuan, 0
        else:
            jumlah, sekarang, satuan = jumlah + (sekarang + satuan) * KELOMPOK[satu], 0, 0
    return jumlah + sekarang + satuan


@given(st.integers(0, 10**15 - 1))
def test_a_number_in_words_reads_back_as_itself(n):
    assert dibaca(terbilang(n)) == n


@given(st.integers(0, 10**15 - 1))
def test_words_hold_single_spaces_and_no_digits(n):
    assert re.fullmatch(r"[a-z]+( [a-z]+)*", terbilang(n))


@given(st.integers(max_value=-1) | st.integers(min_value=10**15))
def test_a_number_out_of_reach_is_refused(n):
    with pytest.raises(ValueError):
        terbilang(n)


@given(st.integers(0, 10**12))
def test_money_reads_back_as_itself(n):
    teks = rupiah(n)
    assert re.fullmatch(r"Rp\d{1,3}(\.\d{3})*,00", teks)
    assert int(teks[2:-3].replace(".", "")) == n


@given(st.decimals(0, 9999, places=3))
def test_credit_points_are_printed_with_three_places_and_read_digit_by_digit(n):
    assert Decimal(desimal(n).replace(",", ".")) == n
    utuh, _, pecahan = terbilang_desimal(n).partition(" koma ")
    assert dibaca(utuh) == int(n)
    assert Decimal("0." + ("".join(str(KATA[k]) for k in pecahan.split()) or "0")) == n % 1


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_date_reads_back_as_itself_in_every_form(d):
    tgl, bln, thn = tanggal(d).split(" ")
    assert date(int(thn), BULAN.index(bln) + 1, int(tgl)) == d
    assert date.fromisoformat("-".join(reversed(tanggal_angka(d).split("-")))) == d
    cocok = re.fullmatch(r"tanggal (.+) bulan (\w+) tahun (.+)", tanggal_kata(d))
    assert cocok
    assert date(dibaca(cocok[3]), BULAN.index(cocok[2]) + 1, dibaca(cocok[1])) == d
    assert HARI.index(hari(d)) == d.weekday()


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.dates(date(1950, 1, 1), date(2050, 1, 1)))
def test_service_years_grow_with_time_and_never_run_backwards(a, b):
    dari, sampai = min(a, b), max(a, b)
    tahun, bulan = masa_kerja(dari, sampai)
    assert 0 <= bulan <= 11
    utuh = tahun * 12 + bulan
    selisih = (sampai.year - dari.year) * 12 + sampai.month - dari.month
    assert selisih - 1 <= utuh <= selisih
    if a != b:
        with pytest.raises(ValueError):
            masa_kerja(sampai, dari)


@given(st.integers(1, 999), st.integers(1, 999))
def test_two_rulings_never_share_a_name(a, b):
    assert (diktum(a) == diktum(b)) == (a == b)
    assert diktum(a).startswith("KE")


def baris_tabel(nama):
    folder = Path(templates_sk.__file__).parent / "data"
    with (folder / nama).open(newline="") as isi:
        return [(b["golongan"], int(b["mkg"]), int(b["rupiah"])) for b in csv.DictReader(isi)]


@pytest.mark.parametrize("nama", ["pns-pp-5-2024.csv", "pppk-perpres-11-2024.csv"])
def test_every_cell_of_the_pay_table_is_what_the_function_pays(nama):
    for golongan, mkg, nilai in baris_tabel(nama):
        assert gaji_pokok(golongan, mkg, on=PADA) == nilai


@pytest.mark.parametrize("nama", ["pns-pp-5-2024.csv", "pppk-perpres-11-2024.csv"])
def test_each_step_is_the_one_before_times_the_factor_of_the_regulation(nama):
    """×1.0315 per two years: a mistyped digit of the table stands out."""
    lalu: dict[str, tuple[int, int]] = {}
    for golongan, mkg, nilai in baris_tabel(nama):
        if golongan in lalu:
            tahun, gaji = lalu[golongan]
            assert mkg > tahun
            if mkg - tahun == 2:
                assert abs(nilai - gaji * 1.0315) <= 120
            else:
                assert (golongan, mkg - tahun) in {("II/a", 1), ("V", 1)}
        lalu[golongan] = (mkg, nilai)
    assert len(lalu) == 17


@given(st.sampled_from(SEMUA), st.integers(0, 40), st.integers(0, 40))
def test_longer_service_never_pays_less(golongan, a, b):
    awal = min(_baca(tabel_gaji(PADA, golongan)[1])[golongan])
    kurang, lebih = sorted((max(a, awal), max(b, awal)))
    assert gaji_pokok(golongan, kurang, on=PADA) <= gaji_pokok(golongan, lebih, on=PADA)


@given(st.integers(0, 32), st.integers(1, 16))
def test_a_higher_rank_pays_more_at_the_same_service(tahun, tempat):
    for semua in (GOLONGAN_PNS, GOLONGAN_PPPK):
        bawah, atas = semua[tempat - 1], semua[tempat]
        mulai = max(min(_baca(tabel_gaji(PADA, g)[1])[g]) for g in (bawah, atas))
        if tahun >= mulai:
            assert gaji_pokok(bawah, tahun, on=PADA) < gaji_pokok(atas, tahun, on=PADA)


@given(st.sampled_from(SEMUA), st.integers(0, 40), st.integers(0, 11), st.dates(date(2024, 1, 1), date(2040, 1, 1)))
def test_the_next_rise_is_the_first_step_not_yet_reached(golongan, tahun, bulan, per):
    per = per.replace(day=1)
    naik = kgb_berikutnya(golongan, tahun, bulan, per=per)
    langkah = sorted(_baca(tabel_gaji(per, golongan)[1])[golongan])
    if naik is None:
        assert tahun >= langkah[-1]
        return
    assert naik.tahun_mkg == next(satu for satu in langkah if satu > tahun)
    assert (naik.tmt.day, naik.gaji) == (1, gaji_pokok(golongan, naik.tahun_mkg, on=naik.tmt))
    jarak = (naik.tmt.year - per.year) * 12 + naik.tmt.month - per.month
    assert jarak == naik.tahun_mkg * 12 - (tahun * 12 + bulan)


def test_the_next_rise_of_the_sample_letter():
    naik = kgb_berikutnya("III/c", 12, 0, per=date(2023, 1, 1).replace(year=2024))
    assert naik is not None
    assert (naik.tmt, naik.tahun_mkg, naik.gaji) == (date(2026, 1, 1), 14, 3760100)
    assert kgb_berikutnya("III/c", 32, 0, per=PADA) is None


BAGIAN = {
    "klasifikasi": st.lists(st.integers(0, 999).map(str), min_size=1, max_size=4).map(".".join),
    "unit": st.from_regex(r"[A-Z][A-Z.\-]{0,9}", fullmatch=True),
    "tahun": st.integers(1900, 2199),
    "bulan_romawi": st.integers(1, 12).map(bulan_romawi),
    "jenis": st.from_regex(r"[A-Z]{1,5}", fullmatch=True),
}
POLA = [
    "{klasifikasi}/{urut}/{unit}/{tahun}",
    "{klasifikasi}/{urut:04d}/{unit}/{tahun}",
    "{klasifikasi}/{unit}/{jenis}/{urut}/{tahun}",
    "{klasifikasi}/{urut}/{unit}/{bulan_romawi}/{tahun}",
    "{klasifikasi}/{urut:02d}/{tahun}",
    "{klasifikasi}/{urut}",
]


@given(st.sampled_from(POLA), st.integers(1, 10**6), st.fixed_dictionaries(BAGIAN))
def test_writing_and_reading_a_number_are_inverse(pola, urut, bagian):
    satu = NumberPattern(pola)
    dipakai = {nama: nilai for nama, nilai in bagian.items() if nama in satu.parts}
    assert satu.parse(satu.format(urut=urut, **dipakai)) == {"urut": urut, **dipakai}


@given(st.sampled_from(POLA), st.integers(1, 10**6), st.fixed_dictionaries(BAGIAN))
def test_reading_and_writing_gives_the_same_text(pola, urut, bagian):
    satu = NumberPattern(pola)
    teks = satu.format(urut=urut, **{n: v for n, v in bagian.items() if n in satu.parts})
    assert satu.format(**satu.parse(teks)) == teks


@given(st.sampled_from(POLA), st.fixed_dictionaries(BAGIAN))
def test_the_dotted_number_is_the_number_but_for_its_count(pola, bagian):
    satu = NumberPattern(pola)
    dipakai = {nama: nilai for nama, nilai in bagian.items() if nama in satu.parts}
    depan, titik, belakang = satu.dotted(**dipakai).partition("……")
    assert titik
    nomor = satu.format(urut=7, **dipakai)
    assert nomor.startswith(depan)
    assert nomor.endswith(belakang)


@pytest.mark.parametrize(
    "pola",
    ["{unit}/{tahun}", "{urut}/{urut}", "{urut}/{lain}", "{urut}/{tahun:02d}", "{klasifikasi}{urut}", "{urut}{tahun}"],
)
def test_a_pattern_that_could_not_be_read_back_is_refused(pola):
    with pytest.raises(ValueError):
        NumberPattern(pola)
