"""A small office at work: a paper, a proposal, a request and a decree at each stage, for whoever opens a page."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone
from PIL import Image, ImageDraw

from docservice.akun.kabar import kabari
from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen, Halaman, Isian, JenisDokumen
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from docservice.layanan.actions import _bekukan
from docservice.layanan.katalog import periksa
from docservice.layanan.models import Layanan, Permohonan
from docservice.layanan.status import StatusPermohonan
from docservice.naskah import actions as naskah_actions
from docservice.naskah.models import Naskah
from docservice.pegawai.models import Pegawai
from docservice.rekonsiliasi.banding import bandingkan
from docservice.rekonsiliasi.contoh import contoh_ekspor
from docservice.rekonsiliasi.ekspor import baca_ekspor
from docservice.rekonsiliasi.kita import kumpulkan
from docservice.rekonsiliasi.models import Beda, Rekonsiliasi
from docservice.riwayat import actions as riwayat_actions
from docservice.riwayat.klarifikasi import tulis_klarifikasi
from docservice.riwayat.models import Riwayat
from storage import Table
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import DokumenFactory

PEMILIK, TEMAN = 13, 25
SEKDA, KEPALA, KABID, ADMIN, ARSIPARIS, FASILITATOR = 1, 2, 4, 5, 6, 15
RENCANA = {
    "golongan_lama": "III/a",
    "tmt_lama": "2022-02-01",
    "golongan_baru": "III/b",
    "tmt_kp": "2026-12-01",
    "mk_tahun": 4,
    "mk_bulan": 10,
    "gaji_pokok": 3089300,
}
BACAAN = {"nomor": "821.13/0913/BKPSDM/2022", "tanggal": "2022-01-20", "tmt": "2022-02-01", "golongan": "III/a"}
GOLONGAN: dict[str, Any] = {
    "sk_nomor": "821.13/0925/BKPSDM/2022",
    "sk_tanggal": "2022-01-20",
    "tmt_golongan": "2022-02-01",
    "golongan": "III/a",
    "jenis_kp": "211",
    "mk_golongan_tahun": 0,
    "mk_golongan_bulan": 0,
}


@dataclass
class Rumah:
    """The site's address and its people by their number; rows are fetched afresh."""

    kantor: KantorUji
    alamat: str

    def orang(self, nomor: int) -> Pegawai:
        return self.kantor.orang(nomor)

    def dokumen(self, nomor: int, kode: str, /, *, terbaca: bool = False, **lain: Any) -> Dokumen:
        """A paper of this person with a real page image; *terbaca* with the readings of a rank decree."""
        jenis = JenisDokumen.objects.get(pk=kode)
        dokumen = DokumenFactory.create(pegawai=self.orang(nomor), jenis=jenis, **lain)
        versi = dokumen.versi.get()
        Halaman.objects.filter(versi=versi).update(gambar=gambar(dokumen.judul, 1131), kecil=gambar(dokumen.judul, 120))
        for urut, (nama, nilai) in enumerate(BACAAN.items() if terbaca else ()):
            kotak = [0.2, 0.2 + urut / 10, 0.7, 0.24 + urut / 10]
            Isian.objects.create(versi=versi, nama=nama, nilai=nilai, halaman=1, kotak=kotak, keyakinan=60 + 10 * urut)
        return dokumen

    def usulan(self, nomor: int, **data: Any) -> Riwayat:
        """A rank row proposed by this person on a decree of their own."""
        pegawai = self.orang(nomor)
        assert pegawai.pengguna is not None
        bukti = [self.dokumen(nomor, "SK_CPNS", terbaca=True)]
        isi = GOLONGAN | data
        return riwayat_actions.ajukan(
            by=pegawai.pengguna, pegawai=pegawai, jenis="golongan", data=isi, bukti=bukti, pernyataan=True
        )

    def permohonan(self, nomor: int, status: StatusPermohonan) -> Permohonan:
        layanan, pegawai = Layanan.objects.get(pk="l"), self.orang(nomor)
        assert pegawai.pengguna is not None
        hasil = periksa(layanan, pegawai)
        return Permohonan.objects.create(
            layanan=layanan,
            nomor=f"KP-2026-{nomor:04d}",
            varian=hasil.varian,
            pegawai=pegawai,
            status=status,
            data=hasil.data or RENCANA,
            aturan_beku=_bekukan(layanan, hasil),
            pertek_nomor="PG-XX.01.01/00123/KR-VII/2026",
            pertek_tanggal=date(2026, 1, 20),
            dibuat_oleh=pegawai.pengguna,
        )

    def naskah(self, nomor: int, *, paraf: int = 2) -> Naskah:
        """This person's promotion decree, frozen, with so many of its two initials; 2 is ready to be signed."""
        admin = self.kantor.akun(ADMIN)
        permohonan = self.permohonan(nomor, StatusPermohonan.DRAF_NASKAH)
        naskah = naskah_actions.kirim_paraf(by=admin, naskah=naskah_actions.susun(by=admin, permohonan=permohonan))
        for pejabat in (KABID, KEPALA)[:paraf]:
            akun = self.kantor.akun(pejabat)
            naskah = naskah_actions.paraf(by=akun, naskah=naskah, sha256=naskah.draf_sha256)
        return naskah


def gambar(judul: str, lebar: int) -> str:
    """The hash of a page image with some words on it, stored as ours are."""
    lembar = Image.new("RGB", (lebar, lebar * 1600 // 1131), "white")
    ImageDraw.Draw(lembar).text((lebar // 6, lebar // 6), judul, fill="black")
    isi = io.BytesIO()
    lembar.save(isi, "WEBP")
    return gudang.arsip().put(io.BytesIO(isi.getvalue())).sha256


def bandingkan_semua(rumah: Rumah) -> None:
    """Everybody against the sample export, waiting for decisions."""
    judul, *baris = contoh_ekspor()
    ekspor = baca_ekspor(Table(list(judul), [(n, list(satu)) for n, satu in enumerate(baris, start=2)]))
    satu = Rekonsiliasi.objects.create(
        nama="siasn-november.xlsx",
        sumber="0" * 64,
        kunci="uji",
        per_tanggal=date(2026, 11, 1),
        oleh=rumah.kantor.akun(ADMIN),
        status="diputuskan",
        jumlah=len(ekspor.orang),
        asing=ekspor.asing,
        dibandingkan_pada=timezone.now(),
    )
    kita = kumpulkan([orang.nip for orang in ekspor.orang])
    for orang in ekspor.orang:
        hasil, beda = bandingkan(satu, orang, kita.get(orang.nip), ekspor.kolom)
        hasil.save()
        Beda.objects.bulk_create(beda)


def isi(rumah: Rumah) -> None:
    """Something on every page of every role."""
    tahun = timezone.localdate().year - 1
    rumah.dokumen(PEMILIK, "SK_CPNS", terbaca=True)
    rumah.dokumen(PEMILIK, "KTP")
    rumah.dokumen(PEMILIK, "KARPEG", status=StatusDokumen.TERVERIFIKASI)
    rumah.dokumen(PEMILIK, "EKIN", minor=str(tahun), status=StatusDokumen.DIKEMBALIKAN)
    rumah.dokumen(PEMILIK, "NPWP", status=StatusDokumen.GAGAL, bersih=False, isi__status=StatusBerkas.KARANTINA)
    usulan = rumah.usulan(TEMAN)
    tulis_klarifikasi(by=rumah.kantor.akun(FASILITATOR), riwayat=usulan, isi="TMT di kertas 1 Februari atau 1 Maret?")
    rumah.permohonan(TEMAN, StatusPermohonan.FASILITATOR)
    rumah.permohonan(18, StatusPermohonan.EKSTERNAL)
    rumah.permohonan(20, StatusPermohonan.DRAF_NASKAH)
    rumah.naskah(16, paraf=0)
    rumah.naskah(14)
    bandingkan_semua(rumah)
    akun = rumah.kantor.akun(PEMILIK)
    kabari(akun, "KTP Anda sudah terverifikasi.", kunci="uji:kabar", tautan="/arsip-saya/", nada="baik")


def passphrase() -> str:
    return str(settings.DEVELOPMENT_PASSPHRASE)
