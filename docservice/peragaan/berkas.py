"""Papers the sample office already holds: uploaded, scanned and verified through the real pipeline."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

from docservice.antrean.pekerjaan import jalankan_semua
from docservice.dokumen.actions import unggah
from docservice.dokumen.models import Dokumen, JenisDokumen
from docservice.dokumen.status import Basis, StatusBerkas
from docservice.pegawai.models import Pegawai
from docservice.peragaan.kantor import PEMOHON, Kantor
from docservice.peragaan.pemindai_tiruan import lembar
from docservice.umum.errors import SementaraTerganggu
from docservice.verifikasi.actions import verifikasi

FASILITATOR_BAPPEDA = 15


def isi_arsip(kantor: Kantor, tahun: int, lapor: Callable[[str], None], nomor: int = PEMOHON) -> None:
    """The walker's other papers, so that only what the walk brings is missing."""
    pegawai = kantor.orang[nomor]
    daftar = (
        ("SK_PNS", "", "SK Pengangkatan PNS"),
        ("EKIN", str(tahun - 2), f"Dokumen Evaluasi Kinerja {tahun - 2}"),
        ("KARPEG", "", "Kartu ASN Virtual"),
        ("KTP", "", "Kartu Tanda Penduduk"),
        ("IJAZAH", "", "Ijazah S-1 Ilmu Pemerintahan"),
    )
    for kode, minor, judul in daftar:
        if Dokumen.objects.filter(pegawai=pegawai, jenis=kode, minor=minor).exists():
            continue
        dokumen = _masukkan(pegawai, kode, minor, judul)
        lapor(f"{pegawai.panggilan}: {dokumen.judul}")
        if kode != "KTP":
            _verifikasi(kantor, dokumen)


def _masukkan(pegawai: Pegawai, kode: str, minor: str, judul: str) -> Dokumen:
    pengguna = pegawai.pengguna
    assert pengguna is not None
    isi = lembar(judul, [f"Nama: {pegawai.nama_lengkap}", f"NIP: {pegawai.nip}", f"Unit kerja: {pegawai.unit.nama}"])
    versi = unggah(
        by=pengguna,
        pegawai=pegawai,
        jenis=JenisDokumen.objects.get(pk=kode),
        minor=minor,
        berkas=io.BytesIO(isi),
        nama_berkas=f"{kode.lower()}.pdf",
        kunci=f"contoh:{kode}:{minor}",
    )
    return tunggu(versi.dokumen)


def tunggu(dokumen: Dokumen, detik: float = 90) -> Dokumen:
    """Do the pipeline's work here, or wait for the worker that has taken it; raises when the scanner is away."""
    batas = time.monotonic() + detik
    while time.monotonic() < batas:
        jalankan_semua()
        dokumen.refresh_from_db()
        if dokumen.versi_terkini.status not in (StatusBerkas.DITERIMA, StatusBerkas.BERSIH):
            return dokumen
        time.sleep(0.3)
    raise SementaraTerganggu("Pemindai virus belum menjawab. Nyalakan clamd, lalu ulangi.")


def _verifikasi(kantor: Kantor, dokumen: Dokumen) -> None:
    versi = dokumen.versi_terkini
    halaman = list(range(1, versi.jumlah_halaman + 1))
    petugas = kantor.pengguna(FASILITATOR_BAPPEDA)
    verifikasi(by=petugas, dokumen=dokumen, basis=Basis.ASLI, halaman_dilihat=halaman, sha256=versi.sha256)
