"""A stranger's table: what it says, and what is refused."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from storage import Table, TableLimits, TableRefused, read_table

BATAS = TableLimits(rows=5, columns=4, cell=20)


def tulis(tmp_path: Path, isi: bytes) -> Path:
    letak = tmp_path / "tabel"
    letak.write_bytes(isi)
    return letak


def xlsx(*baris: list[object]) -> bytes:
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as buku:
        lembar = buku.add_worksheet()
        for nomor, satu in enumerate(baris):
            lembar.write_row(nomor, 0, satu)
    return keluar.getvalue()


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
def test_csv_with_any_separator(tmp_path, pemisah):
    isi = f'NIP{pemisah}Nama\r\n1{pemisah}"Sari, ""S."""\r\n\r\n2{pemisah}Budi\r\n'
    semua = read_table(tulis(tmp_path, isi.encode("utf-8-sig")))
    assert semua == Table(["NIP", "Nama"], [(2, ["1", 'Sari, "S."']), (4, ["2", "Budi"])])


def test_windows_letters(tmp_path):
    assert read_table(tulis(tmp_path, "a,b\nJosé,x\n".encode("cp1252"))).rows == [(2, ["José", "x"])]


def test_xlsx_gives_text(tmp_path):
    isi = xlsx(["NIP", "Tanggal", "Angka", "Rumus"], ["1990", date(2020, 1, 31), 3.5, "=1+1"], [19900101201501190, ""])
    semua = read_table(tulis(tmp_path, isi))
    assert semua.header == ["NIP", "Tanggal", "Angka", "Rumus"]
    assert semua.rows[0] == (2, ["1990", "2020-01-31", "3.5", "0"])
    assert "e+" in semua.rows[1][1][0], "a rounded number is never taken for exact digits"


def bom() -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as parcel:
        parcel.writestr("xl/workbook.xml", b"<a/>")
        parcel.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
    return keluar.getvalue()


def jauh() -> bytes:
    """One cell in the farthest corner: seventeen thousand million cells to whoever believes it."""
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True}) as buku:
        lembar = buku.add_worksheet()
        lembar.write(0, 0, "NIP")
        lembar.write(1_048_575, 16_383, "x")
    return keluar.getvalue()


def zip_biasa() -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as parcel:
        parcel.writestr("a.pdf", b"%PDF-1.7")
    return keluar.getvalue()


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        (b"%PDF-1.7\n\0\1", "tabel_asing"),
        (zip_biasa(), "tabel_asing"),
        (b"PK\x03\x04 bukan zip", "tabel_rusak"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "tabel_lama"),
        (b"", "tabel_kosong"),
        (b"NIP,Nama\n\n", "tabel_kosong"),
        (b"a,b\n1,2,3\n", "tabel_miring"),
        (b'a,b\n"tak tertutup', "tabel_rusak"),
        (b"a,b,c,d,e\n1,2,3,4,5\n", "tabel_terlalu_besar"),
        (b"a\n" + b"1\n" * 6, "tabel_terlalu_besar"),
        (bom(), "tabel_terlalu_besar"),
        (jauh(), "tabel_rusak"),
    ],
)
def test_refused_with_a_sentence(tmp_path, isi, kode):
    with pytest.raises(TableRefused) as salah:
        read_table(tulis(tmp_path, isi), BATAS)
    assert salah.value.code == kode
    assert str(salah.value).endswith(".")
