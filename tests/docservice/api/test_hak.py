"""The matrix B.1/B.2, cell by cell: pages, API, files and search open exactly what ``pengelola.hak`` names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from drf_spectacular.generators import SchemaGenerator

from docservice.akun.models import Pengguna, Penugasan
from docservice.akun.peran import Peran
from docservice.arsip.pencarian import cari
from docservice.dokumen.indeks import bangun_ulang
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.layanan.models import Permohonan
from docservice.layanan.status import StatusPermohonan
from docservice.pengelola.hak import HAK, Aksi
from tests.docservice.api import dunia as pembuat
from tests.docservice.api import isian
from tests.docservice.api.benda import HUKDIS, buat_dokumen
from tests.docservice.api.conftest import Kantor, Klien, KlienApi, badan
from tests.docservice.api.dunia import Dunia
from tests.docservice.api.matriks import tanpa_akibat
from tests.docservice.factories import PenugasanFactory

BACKEND = "docservice.akun.backends.NipAtauSurelBackend"
ORANG = {Peran.PEGAWAI: "pemilik", Peran.PEJABAT: "pejabat", Peran.STAF_ARSIP: "staf_arsip"}
"""Who stands for a role; the others are called like it."""
TERTUTUP = (401, 403, 404)


@dataclass
class Pengetuk:
    """One person at every door."""

    akun: Pengguna
    halaman: Client
    api: KlienApi
    dunia: Dunia
    terbitan: Dokumen

    def lihat(self, *alamat: str) -> Iterator[tuple[str, bool]]:
        for satu in alamat:
            klien = self.api if satu.startswith("/api/") else self.halaman
            jawab = klien.get(satu)
            badan(jawab)
            yield satu, jawab.status_code not in TERTUTUP

    def kirim(self, jalur: str, isi: dict[str, Any], cara: str = "POST", bentuk: str = "json") -> Any:
        yield jalur, self.api.generic_isi(cara, f"/api/v1/{jalur}", isi, bentuk).status_code not in TERTUTUP

    def dokumen(self, satu: Dokumen) -> Iterator[tuple[str, bool]]:
        """Page, page image, file, API of each, and search."""
        pk, versi = satu.pk, satu.versi_terkini.nomor
        yield from self.lihat(
            f"/dokumen/{pk}/",
            f"/dokumen/{pk}/v{versi}/halaman/1.webp",
            f"/dokumen/{pk}/v{versi}/kecil/1.webp",
            f"/dokumen/{pk}/unduh/",
            f"/api/v1/dokumen/{pk}/",
            f"/api/v1/dokumen/{pk}/unduh/",
            f"/api/v1/dokumen/{pk}/halaman/1/",
            f"/api/v1/dokumen/{pk}/halaman/1/teks/",
        )
        yield "search", pk in {temuan.dokumen.pk for temuan in cari(self.akun, "", limit=100).temuan}
        yield "list", str(pk) in [str(b["id"]) for b in self.api.get("/api/v1/dokumen/?limit=200").json()["results"]]

    def unggah(self, kode: str) -> Any:
        berkas = SimpleUploadedFile("k.pdf", f"%PDF-1.7 {self.akun.pk} {kode}".encode())
        isi = {"berkas": berkas, "jenis": kode, "pegawai": self.dunia.pemilik.nip, "minor": "2026"}
        return self.kirim("dokumen/", isi, bentuk="multipart")


Ketuk = Callable[[Pengetuk], Iterator[tuple[str, bool]]]


def _isi(cara: str, pola: str) -> Ketuk:
    """The door of the API matrix with its body."""
    return lambda p: p.kirim(p.dunia.jalur(pola), isian.isi(p.dunia, cara, pola), cara)


def _beri(peran: str) -> Ketuk:
    def ketuk(p: Pengetuk) -> Any:
        isi = isian.isi(p.dunia, "POST", "peran/") | {"peran": peran}
        return p.kirim("peran/", isi)

    return ketuk


def _akhiri(peran: str) -> Ketuk:
    def ketuk(p: Pengetuk) -> Any:
        tugas = Penugasan.objects.filter(peran=peran).order_by("pk").first()
        assert tugas is not None
        return p.kirim(f"peran/{tugas.pk}/akhiri/", {"terakhir": "2026-01-10", "alasan": "SK 1"})

    return ketuk


def _lihat(*pola: str) -> Ketuk:
    return lambda p: p.lihat(*(p.dunia.jalur(satu) for satu in pola))


def _di_badan(p: Pengetuk) -> Pengetuk:
    """As if the office had passed the request on; taken back with the knock."""
    Permohonan.objects.filter(pk=p.dunia.permohonan.pk).update(status=StatusPermohonan.BKPSDM)
    return p


BTL = {"alasan": "Perbaiki.", "kode": "lain"}
R, C, U, V, A, S = Aksi
PINTU: dict[tuple[str, Aksi], Ketuk] = {
    ("riwayat", R): _lihat(
        "/riwayat/?pegawai={nip}",
        "/data-utama/?pegawai={nip}",
        "/pegawai/{nip}/",
        "/riwayat/usulan/{riwayat}/",
        "/api/v1/riwayat/{riwayat}/",
        "/api/v1/pegawai/{nip}/",
        "/api/v1/pegawai/{nip}/data-utama/",
    ),
    ("riwayat", C): _isi("POST", "riwayat/"),
    ("riwayat", V): _isi("POST", "riwayat/{riwayat}/verifikasi/"),
    ("riwayat", A): _isi("POST", "riwayat/{riwayat}/validasi/"),
    ("dokumen", R): lambda p: p.dokumen(p.dunia.dokumen),
    ("dokumen", C): lambda p: p.unggah("KARPEG"),
    ("dokumen", V): _isi("POST", "dokumen/{dokumen}/verifikasi/"),
    ("dokumen_rahasia", R): lambda p: p.dokumen(p.dunia.rahasia),
    ("dokumen_rahasia", C): lambda p: p.unggah("SK_HUKDIS"),
    ("sk_rahasia", R): lambda p: p.dokumen(p.terbitan),
    ("riwayat_rahasia", R): _lihat("/rahasia/{catatan}/", "/api/v1/riwayat-rahasia/{catatan}/"),
    ("riwayat_rahasia", C): lambda p: p.kirim(
        "riwayat-rahasia/", {"pegawai": p.dunia.pemilik.nip, "jenis": "hukdis", "data": HUKDIS, "bukti": []}
    ),
    ("riwayat_rahasia", A): _isi("POST", "riwayat-rahasia/{catatan}/sahkan/"),
    ("naskah", R): _lihat("/api/v1/naskah/{siap}/", "/api/v1/naskah/{siap}/draf/", "/api/v1/naskah/{siap}/halaman/1/"),
    ("naskah", C): _isi("POST", "naskah/"),
    ("naskah", U): _isi("PATCH", "naskah/{naskah}/"),
    ("naskah", S): _isi("POST", "tanda-tangan/"),
    ("pencabutan", R): _lihat("/pencabutan/", "/api/v1/pencabutan/"),
    ("pencabutan", C): _isi("POST", "pencabutan/"),
    ("pencabutan", A): _isi("POST", "pencabutan/{pencabutan}/sahkan/"),
    ("peran", R): _lihat("/peran/semua/", "/peran/peninjauan/", "/api/v1/peran/"),
    ("peran", C): _beri("kepala_pd"),
    ("peran", U): _akhiri("staf_arsip"),
    ("administrator", R): _lihat("/peran/semua/?peran=administrator", "/api/v1/peran/?peran=administrator"),
    ("administrator", C): _beri("administrator"),
    ("administrator", U): _akhiri("administrator"),
    ("fasilitator", R): _lihat("/pengelola/{pengangkatan}/", "/api/v1/pengangkatan/{pengangkatan}/"),
    ("fasilitator", C): _isi("POST", "pengangkatan/"),
    ("fasilitator", A): _isi("POST", "pengangkatan/{pengangkatan}/tinjau/"),
    ("unit", R): _lihat("/unit/", "/unit/{unit}/", "/api/v1/unit/", "/api/v1/unit/{unit}/"),
    ("unit", C): _isi("POST", "unit/"),
    ("unit", U): _isi("POST", "unit/{unit}/nama/"),
    ("jurnal", R): _lihat("/jurnal/", "/api/v1/jurnal/"),
    ("gangguan", R): _lihat("/api/v1/pekerjaan-macet/"),
    ("gangguan", U): _isi("POST", "pekerjaan-macet/{macet}/ulangi/"),
    ("perpindahan", R): _lihat("/api/v1/pegawai/{nip}/perpindahan/"),
    ("perpindahan", C): _isi("POST", "pegawai/{nip}/perpindahan/"),
    ("permohonan", R): _lihat(
        "/permohonan/{permohonan}/", *(f"/api/v1/permohonan/{{permohonan}}/{satu}" for satu in ("", "pesan/"))
    ),
    ("permohonan", U): _isi("POST", "permohonan/{permohonan}/lengkapi/"),
    ("permohonan", V): _isi("POST", "permohonan/{permohonan}/teruskan/"),
    ("permohonan_badan", R): lambda p: _di_badan(p).lihat(p.dunia.jalur("/api/v1/permohonan/{permohonan}/")),
    ("permohonan_badan", V): lambda p: _di_badan(p).kirim(p.dunia.jalur("permohonan/{permohonan}/btl/"), BTL),
    ("layanan", R): _lihat("/layanan/", "/api/v1/layanan/", "/api/v1/layanan/l/"),
    ("layanan", C): _isi("POST", "aturan/layanan/{kode_layanan}/versi/"),
    ("layanan", U): _isi("POST", "aturan/layanan/{kode_layanan}/akhiri/"),
    ("aturan", R): _lihat(
        "/aturan/",
        "/aturan/jenis-dokumen/",
        "/aturan/hari-libur/",
        "/api/v1/aturan/hari-libur/",
        "/api/v1/aturan/jenis-dokumen/{kertas}/versi/",
    ),
    ("aturan", C): _isi("POST", "aturan/hari-libur/"),
    ("aturan", U): _isi("POST", "aturan/jenis-dokumen/{kertas}/akhiri/"),
    ("acuan", R): _lihat("/acuan/", "/acuan/{tabel}/", "/api/v1/acuan/", "/api/v1/acuan/{tabel}/"),
    ("wewenang", R): _lihat("/naskah/wewenang/", "/api/v1/naskah/wewenang/pola/"),
    ("wewenang", C): _isi("POST", "naskah/wewenang/{macam}/"),
    ("wewenang", U): _isi("POST", "naskah/wewenang/{macam}/{kewenangan}/akhiri/"),
    ("daftar", R): _lihat("/cari/daftar/{daftar}/", "/api/v1/arsip/daftar/{daftar}/"),
    ("daftar", C): _isi("POST", "arsip/daftar/"),
    ("daftar", A): _isi("POST", "arsip/daftar/{daftar}/putuskan/"),
    ("pegawai_baru", C): _isi("POST", "penerimaan/"),
    ("surel_pertama", C): _isi("POST", "peran/orang/{tanpa_surel}/surel/"),
    ("akun", U): _isi("POST", "pegawai/{nip}/akun/"),
    ("daerah", R): _lihat("/api/v1/daerah/"),
    ("daerah", U): _isi("PUT", "daerah/"),
    ("rekonsiliasi", R): _lihat("/api/v1/rekonsiliasi/{rekonsiliasi}/", "/api/v1/rekonsiliasi/{rekonsiliasi}/beda/"),
    ("rekonsiliasi", C): _isi("POST", "rekonsiliasi/{rekonsiliasi}/tutup/"),
    ("rekonsiliasi", U): _isi("POST", "rekonsiliasi/{rekonsiliasi}/putuskan/"),
    ("hasil_rekonsiliasi", R): _lihat(
        "/api/v1/rekonsiliasi/{ditutup}/", "/api/v1/rekonsiliasi/{ditutup}/hasil/{bentuk}/"
    ),
    ("kelengkapan", R): _lihat("/kelengkapan/{unit}/", "/api/v1/laporan/kelengkapan/{unit}/"),
    ("evaluasi", R): _lihat("/api/v1/laporan/evaluasi/{unit}/"),
    ("evaluasi", C): _isi("POST", "laporan/evaluasi/{unit}/"),
    ("karantina", R): _lihat("/api/v1/karantina/"),
    ("karantina", C): _isi("POST", "karantina/{karantina}/usulkan/"),
    ("karantina", A): _isi("POST", "karantina/{karantina}/putuskan/"),
}
"""Every way in to every cell that any role has."""


def test_every_cell_that_anybody_has_is_knocked_at():
    ada = {(objek, aksi) for objek, baris in HAK.items() for peran in Peran for aksi in baris.boleh(peran)}
    assert ada == set(PINTU)


@pytest.fixture
def lengkap(kantor_lengkap: Kantor) -> Kantor:
    """With a second administrator to be ended."""
    PenugasanFactory.create(pengguna=kantor_lengkap.akun("pemaraf"), peran=Peran.ADMINISTRATOR)
    return kantor_lengkap


@pytest.mark.ignore_template_errors  # what stands on the pages is other tests'
@pytest.mark.syarat("BABEL-7-a", "BABEL-7-b", "BABEL-7-c", "POSO-1-11", "POSO-1-17", "POSO-1-18", "BABEL-26-3")
@pytest.mark.parametrize("peran", list(Peran))
def test_each_role_opens_its_cells_and_no_other(peran: str, lengkap: Kantor, klien: Klien):
    dunia = pembuat.bangun(lengkap)
    admin = lengkap.akun("administrator")
    terbitan = buat_dokumen(
        dunia.pemilik, "SK_HUKDIS", sumber="terbitan", dibuat_oleh=admin, status=StatusDokumen.TERVERIFIKASI
    )
    bangun_ulang()
    akun = lengkap.akun(ORANG.get(Peran(peran), peran))
    halaman = Client()
    halaman.force_login(akun, backend=BACKEND)
    pengetuk = Pengetuk(akun, halaman, klien(akun), dunia, terbitan)
    salah = []
    for (objek, aksi), ketuk in PINTU.items():
        seharusnya = aksi in HAK[objek].boleh(peran)
        with tanpa_akibat():
            for pintu, terbuka in ketuk(pengetuk):
                if terbuka != seharusnya:
                    salah.append(f"{peran} {aksi} {objek}: {pintu} {'terbuka' if terbuka else 'tertutup'}")
    assert not salah, "\n".join(salah)


ALAMAT_PERTAMA = {"/api/v1/penerimaan/", "/api/v1/peran/orang/{id}/surel/"}
"""Of a person who has none: tests/docservice/akun/test_surel_pertama.py proves that nobody's own is ever touched."""


@pytest.mark.syarat("BABEL-27-2j")
def test_no_door_takes_another_persons_password_mail_or_phone(kantor: Kantor, klien: Klien):
    """Not over the API: no operation on a person or role has such a field."""
    skema = SchemaGenerator().get_schema(request=None, public=True)
    bentuk = skema["components"]["schemas"]
    terlarang = {"password", "kata_sandi", "surel", "email", "telepon", "no_hp", "hp"}
    for jalur, semua in skema["paths"].items():
        if jalur in ALAMAT_PERTAMA:
            continue
        for operasi in semua.values():
            isi = operasi.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
            nama = isi.get("$ref", "").rpartition("/")[2]
            assert not terlarang & set(bentuk.get(nama, {}).get("properties", {})), jalur
