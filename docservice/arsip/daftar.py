"""The list of what a search finds, as a sheet: safe to open in a spreadsheet, marked with who took it and why."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import xlsxwriter
from django.db.models import prefetch_related_objects
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.arsip.actions import PALING_BANYAK_BARIS
from docservice.arsip.models import PermintaanDaftar
from docservice.arsip.pencarian import jawab
from docservice.arsip.tanya import Tanya
from docservice.dokumen.models import Dokumen
from docservice.umum.errors import SementaraTerganggu
from docservice.umum.lembar import csv_lembar, polos
from docservice.umum.waktu import tanggal_jam

KEPALA = ("No.", "Dokumen", "Jenis", "Nomor", "Tanggal", "NIP", "Nama", "Unit kerja", "Status", "Kerahasiaan")
LEBAR = (6, 34, 26, 30, 12, 22, 30, 34, 20, 14)
SEKALI = 200
TIPE = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Lembar:
    """A finished file: its bytes, how many documents it names, and what to call it."""

    isi: bytes
    baris: int
    nama: str
    tipe: str


def hitung(pengguna: Pengguna, tanya: Tanya) -> tuple[int, bool]:
    """How many documents the list would have now, and whether all of them are the asker's own."""
    hasil = jawab(pengguna, tanya, limit=1)
    if hasil.darurat:
        raise SementaraTerganggu("Pencarian sedang dipulihkan. Daftar dapat diminta lagi sebentar kemudian.")
    if hasil.jumlah > PALING_BANYAK_BARIS:
        return hasil.jumlah, False
    milik = (satu.pegawai.pengguna_id == pengguna.pk for satu in dokumen_daftar(pengguna, tanya))
    return hasil.jumlah, hasil.jumlah > 0 and all(milik)


def dokumen_daftar(pengguna: Pengguna, tanya: Tanya) -> Iterator[Dokumen]:
    """All of them in the order of the search, through the same door as the page."""
    for awal in range(0, PALING_BANYAK_BARIS, SEKALI):
        hasil = jawab(pengguna, tanya, offset=awal, limit=SEKALI)
        if hasil.darurat:
            raise SementaraTerganggu("Pencarian sedang dipulihkan. Unduh lagi sebentar kemudian.")
        yield from (satu.dokumen for satu in hasil.temuan)
        if awal + SEKALI >= hasil.jumlah:
            return


def buat(permintaan: PermintaanDaftar, pengguna: Pengguna) -> Lembar:
    """The sheet as *pengguna* may see it at this moment."""
    dokumen = [
        satu
        for satu in dokumen_daftar(pengguna, Tanya.dari(permintaan.tanya))
        if not permintaan.milik_sendiri or satu.pegawai.pengguna_id == pengguna.pk
    ]
    prefetch_related_objects(dokumen, "jenis")
    baris = [_baris(nomor, satu) for nomor, satu in enumerate(dokumen, start=1)]
    tulis = _csv if permintaan.bentuk == PermintaanDaftar.Bentuk.CSV else _xlsx
    nama = f"daftar-arsip-{permintaan.pk}.{permintaan.bentuk}"
    return Lembar(tulis(baris, keterangan(permintaan, len(baris))), len(baris), nama, TIPE[permintaan.bentuk])


def keterangan(permintaan: PermintaanDaftar, jumlah: int) -> list[tuple[str, str]]:
    """The mark every copy carries: who took it, when, what for, who recommended it."""
    oleh = permintaan.diputus_oleh
    rekomendasi = f"{oleh.nama}, {_saat(permintaan)}" if oleh else "tidak diperlukan: dokumen sendiri"
    return [
        ("Daftar arsip kepegawaian", f"{jumlah} dokumen"),
        ("Diunduh oleh", f"{permintaan.pemohon.nama}, NIP {permintaan.pemohon.nip}"),
        ("Diunduh pada", tanggal_jam(timezone.localtime())),
        ("Keperluan", permintaan.keperluan),
        ("Rekomendasi administrator", rekomendasi),
        ("Nomor permintaan", str(permintaan.pk)),
        ("Ketentuan", "Berisi data pribadi. Unduhan ini dicatat; jangan diteruskan di luar keperluannya."),
    ]


def _saat(permintaan: PermintaanDaftar) -> str:
    return tanggal_jam(timezone.localtime(permintaan.diputus_pada))


def _baris(nomor: int, dokumen: Dokumen) -> list[str]:
    pegawai = dokumen.pegawai
    return [
        str(nomor),
        dokumen.judul,
        dokumen.jenis.nama,
        dokumen.nomor,
        dokumen.tanggal.isoformat() if dokumen.tanggal else "",
        pegawai.nip,
        pegawai.nama_lengkap,
        pegawai.unit.nama,
        dokumen.get_status_display(),
        dokumen.get_kelas_display(),
    ]


def _csv(baris: list[list[str]], tanda: list[tuple[str, str]]) -> bytes:
    return csv_lembar([KEPALA, *baris, [], *tanda])


def _xlsx(baris: list[list[str]], tanda: list[tuple[str, str]]) -> bytes:
    """Every cell is a text cell, whatever it begins with; the mark is on each printed page too."""
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(
        keluar, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as buku:
        tebal = buku.add_format({"bold": True})
        lembar = buku.add_worksheet("Daftar")
        lembar.write_row(0, 0, KEPALA, tebal)
        for urut, satu in enumerate(baris, start=1):
            for kolom, nilai in enumerate(satu):
                lembar.write_string(urut, kolom, polos(nilai))
        for kolom, lebar in enumerate(LEBAR):
            lembar.set_column(kolom, kolom, lebar)
        lembar.freeze_panes(1, 0)
        lembar.set_landscape()
        lembar.set_footer(f"&L{tanda[1][1].replace('&', '&&')}&RHalaman &P dari &N")
        asal = buku.add_worksheet("Keterangan")
        for urut, (nama, nilai) in enumerate(tanda):
            asal.write_string(urut, 0, nama, tebal)
            asal.write_string(urut, 1, polos(nilai))
        asal.set_column(0, 0, 28)
        asal.set_column(1, 1, 90)
    return keluar.getvalue()
