"""Papers of the made-up people, most of them verified, some waiting, a few sent back."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice, product

from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen, Halaman, VersiDokumen
from docservice.dokumen.status import Basis, StatusBerkas, StatusDokumen
from docservice.pegawai.models import Pegawai
from docservice.peragaan.besar.lembaran import Lembar
from docservice.verifikasi.models import Alasan, Verifikasi

SEKALIGUS = 2000
NASIB = (StatusDokumen.TERVERIFIKASI,) * 17 + (StatusDokumen.MENUNGGU,) * 2 + (StatusDokumen.DIKEMBALIKAN,)


def buat_dokumen(orang: list[Pegawai], petugas: dict[int, Pengguna], lembaran: list[Lembar], jumlah: int) -> int:
    """One document of each sheet for each person until there are *jumlah*."""
    acak = random.Random(jumlah)
    rencana = islice(((satu, lembar) for lembar, satu in product(lembaran, orang)), jumlah)
    sudah = 0
    while bagian := list(islice(rencana, SEKALIGUS)):
        sudah += _sebagian(bagian, petugas, acak)
    _sebar_waktu(acak)
    return sudah


def _sebagian(bagian: list[tuple[Pegawai, Lembar]], petugas: dict[int, Pengguna], acak: random.Random) -> int:
    lembaran = [lembar for _, lembar in bagian]
    dokumen = Dokumen.objects.bulk_create(_dokumen(satu, lembar, acak.choice(NASIB)) for satu, lembar in bagian)
    versi = VersiDokumen.objects.bulk_create(map(_versi, dokumen, lembaran))
    Halaman.objects.bulk_create(map(_halaman, versi, lembaran))
    Verifikasi.objects.bulk_create(_putusan(versi, petugas))
    return len(dokumen)


def _dokumen(pegawai: Pegawai, lembar: Lembar, status: StatusDokumen) -> Dokumen:
    return Dokumen(
        pegawai=pegawai,
        jenis=lembar.jenis,
        minor=lembar.minor,
        judul=lembar.judul,
        kelas=lembar.jenis.kelas,
        status=status,
        bersih=True,
        basis=Basis.ASLI if status == StatusDokumen.TERVERIFIKASI else "",
        nomor=f"800.1/{pegawai.pk}/{lembar.jenis.kode}",
        dibuat_oleh=pegawai.pengguna,
    )


def _versi(dokumen: Dokumen, lembar: Lembar) -> VersiDokumen:
    return VersiDokumen(
        dokumen=dokumen,
        pegawai=dokumen.pegawai,
        sha256=lembar.sha256,
        ukuran=lembar.ukuran,
        tipe="pdf",
        nama_berkas=f"{lembar.jenis.kode}_{dokumen.pegawai.nip}.pdf",
        status=StatusBerkas.SIAP,
        pemindai={"vonis": "lembar contoh"},
        jumlah_halaman=1,
        diunggah_oleh=dokumen.dibuat_oleh,
        kunci=f"besar:{dokumen.pk}",
    )


def _halaman(versi: VersiDokumen, lembar: Lembar) -> Halaman:
    pegawai = versi.pegawai
    return Halaman(
        versi=versi,
        nomor=1,
        lebar=lembar.gambar.halaman.width,
        tinggi=lembar.gambar.halaman.height,
        gambar=lembar.gambar.gambar,
        kecil=lembar.gambar.kecil,
        teks=f"{lembar.judul}\nNama {pegawai.nama}\nNIP {pegawai.nip}\nUnit kerja {pegawai.unit.nama}",
        sumber_teks="layer",
        keyakinan=1.0,
    )


def _putusan(versi: list[VersiDokumen], petugas: dict[int, Pengguna]) -> Iterator[Verifikasi]:
    for satu in versi:
        dokumen = satu.dokumen
        if dokumen.status == StatusDokumen.MENUNGGU:
            continue
        sah = dokumen.status == StatusDokumen.TERVERIFIKASI
        yield Verifikasi(
            versi=satu,
            sha256=satu.sha256,
            oleh=_pemeriksa(satu.pegawai, petugas),
            dasar_tugas="Fasilitator",
            hasil=Verifikasi.Hasil.TERVERIFIKASI if sah else Verifikasi.Hasil.DIKEMBALIKAN,
            basis=dokumen.basis,
            halaman_dilihat=[1],
            alasan=[] if sah else [[1, Alasan.BURAM]],
            detik=20,
        )


def _pemeriksa(pegawai: Pegawai, petugas: dict[int, Pengguna]) -> Pengguna:
    """The fasilitator of the office above, or of another office: nobody decides on their own papers."""
    terdekat = [petugas[pk] for pk in reversed(pegawai.unit.leluhur) if pk in petugas]
    return next(satu for satu in (*terdekat, *petugas.values()) if satu != pegawai.pengguna)


def _sebar_waktu(acak: random.Random) -> None:
    """Spread the waiting ones over two months, so that queues have an order."""
    kini = timezone.now()
    menunggu = list(VersiDokumen.objects.filter(dokumen__status=StatusDokumen.MENUNGGU, kunci__startswith="besar:"))
    for satu in menunggu:
        satu.diunggah_pada = kini - timedelta(minutes=acak.randrange(60 * 24 * 60))
    VersiDokumen.objects.bulk_update(menunggu, ["diunggah_pada"], batch_size=500)
