"""Real ids of other people's rows where a form wants one's own: refused, and nothing is written.

The numbers exist; they only belong to somebody whom the sender may not reach. What is sent is otherwise right.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from docservice.akun.models import Kabar
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.layanan.status import StatusPermohonan
from docservice.naskah.status import StatusNaskah
from tests.docservice.api import benda, isian
from tests.docservice.api import dunia as pembuat
from tests.docservice.api.benda import GOLONGAN, HUKDIS
from tests.docservice.api.conftest import Kantor, Klien, KlienApi, badan
from tests.docservice.api.dunia import Dunia
from tests.docservice.api.matriks import tanpa_akibat
from tests.docservice.api.test_formulir_aneh import Tulisan
from tests.docservice.halaman import BACKEND

TOLAK = (400, 403, 404, 409, 422)
Isi = dict[str, Any]


@pytest.fixture
def dunia(kantor_lengkap: Kantor) -> Dunia:
    return pembuat.bangun(kantor_lengkap)


@pytest.fixture
def asing(kantor_lengkap: Kantor, dunia: Dunia) -> dict[str, Any]:
    """Rows of somebody of the other unit: their papers, their person."""
    orang = kantor_lengkap.orang["orang_lain"]
    sk = benda.buat_dokumen(orang, "SK_CPNS", nomor="821/99")
    wewenang = dunia.kewenangan
    return {
        "nip": orang.nip,
        "dokumen": benda.buat_dokumen(orang, "KARPEG"),
        "sk": sk,
        "rahasia": benda.buat_dokumen(orang, "SK_HUKDIS", status=StatusDokumen.TERVERIFIKASI),
        "usulan": benda.buat_usulan(orang, sk),
        "permohonan": benda.buat_permohonan(orang, StatusPermohonan.FASILITATOR),
        "naskah": benda.buat_naskah(kantor_lengkap, wewenang, orang, StatusPermohonan.PARAF, StatusNaskah.PARAF),
        "kabar": Kabar.objects.create(pengguna=kantor_lengkap.akun("orang_lain"), teks="x", kunci="asing"),
    }


def ditolak(kirim: Callable[[], Any]) -> str:
    """Empty when it was refused and nothing was written."""
    tulisan = Tulisan()
    with tanpa_akibat(), connection.execute_wrapper(tulisan):
        jawaban = kirim()
        badan(jawaban)
    tabel = tulisan.tabel - {"akun_tokenapi"}  # when a key was used last
    keluh = "" if jawaban.status_code in TOLAK else f"{jawaban.status_code} {getattr(jawaban, 'data', '')}"
    return f"{keluh} menulis {sorted(tabel)}" if tabel else keluh


def usulan(dunia: Dunia, **ubah: Any) -> Isi:
    return isian.isi(dunia, "POST", "riwayat/") | ubah


def lewat_api(dunia: Dunia, asing: dict[str, Any]) -> list[tuple[str, str, Isi]]:
    """Who, where, with what: each of them reaches their own thing through that very door."""
    dokumen, sk, rahasia = asing["dokumen"].pk, asing["sk"].pk, asing["rahasia"].pk
    hukdis = {"pegawai": dunia.pemilik.nip, "jenis": "hukdis", "data": HUKDIS}
    peran = isian.isi(dunia, "POST", "peran/")
    usul = isian.isi(dunia, "POST", "pengangkatan/")
    cabut, tetapkan = (isian.isi(dunia, "POST", satu) for satu in ("pencabutan/", "pengangkatan/tetapkan/"))
    baki = {"naskah": asing["naskah"].pk, "draf_sha256": asing["naskah"].draf_sha256}
    return [
        ("pemilik", "riwayat/", usulan(dunia, bukti=[sk])),
        ("pemilik", "riwayat/", usulan(dunia, bukti=[dunia.bukti.pk, sk])),
        ("pemilik", f"riwayat/{dunia.riwayat.pk}/ajukan/", usulan(dunia, bukti=[sk])),
        ("pemilik", f"riwayat/{asing['usulan'].pk}/ajukan/", usulan(dunia, data=GOLONGAN)),
        ("pemilik", f"riwayat/{asing['usulan'].pk}/batalkan/", {}),
        ("fasilitator", f"riwayat/{asing['usulan'].pk}/verifikasi/", {}),
        (
            "fasilitator",
            f"dokumen/{dokumen}/verifikasi/",
            {"basis": "asli", "halaman_dilihat": [1], "sha256": "0" * 64},
        ),
        ("fasilitator", "verifikasi/ambil/", {"pilihan": [dokumen]}),
        ("fasilitator", "pengangkatan/", usul | {"nip": asing["nip"]}),
        ("fasilitator", "pengangkatan/", usul | {"unit": dunia.tugas.unit_id}),
        ("fasilitator", f"permohonan/{asing['permohonan'].pk}/teruskan/", {}),
        ("pemilik", f"permohonan/{asing['permohonan'].pk}/batalkan/", {}),
        ("pemilik", f"permohonan/{asing['permohonan'].pk}/pesan/", {"isi": "Halo."}),
        ("administrator", "riwayat-rahasia/", {**hukdis, "bukti": [rahasia]}),
        ("administrator", "peran/", peran | {"berkas": dokumen}),
        ("administrator", "pengangkatan/tetapkan/", tetapkan | {"berkas": sk}),
        ("administrator", "pencabutan/", cabut | {"dokumen": dokumen}),
        ("administrator", "pencabutan/", cabut | {"keputusan": dokumen}),
        ("pejabat", "tanda-tangan/", {"naskah": [baki], "passphrase": "bukan-rahasia"}),
        ("pemilik", f"naskah/{asing['naskah'].pk}/paraf/", {"sha256": asing["naskah"].draf_sha256}),
    ]


def test_the_api_takes_nothing_of_somebody_else(kantor_lengkap: Kantor, dunia: Dunia, asing: Any, klien: Klien):
    salah = []
    for siapa, jalur, isi in lewat_api(dunia, asing):
        orang: KlienApi = klien(kantor_lengkap.akun(siapa))
        if keluh := ditolak(partial(orang.post, f"/api/v1/{jalur}", isi, format="json")):
            salah.append(f"{siapa} {jalur}: {keluh}")
    assert not salah, "\n".join(salah)


def lewat_halaman(dunia: Dunia, asing: dict[str, Any]) -> list[tuple[str, str, Isi]]:
    dokumen, sk = asing["dokumen"], asing["sk"]
    meja = {"sha256": dokumen.versi_terkini.sha256, "basis": "asli", "dilihat": "1", "tindakan": "verifikasi"}
    sk_peran = {"sk_nomor": "SK-1", "sk_tanggal": "2026-01-10", "berkas": str(sk.pk)}
    beri = {"pegawai": asing["nip"], "peran": "staf_arsip", "dari": "2026-01-10"}
    baki = f"{asing['naskah'].pk}:{asing['naskah'].draf_sha256}"
    return [
        ("fasilitator", "verifikasi/", {"pilih": str(dokumen.pk)}),
        ("fasilitator", "verifikasi/", {"pilih": "entah"}),
        ("fasilitator", "verifikasi/", {"pilih": ["entah", str(dunia.dokumen.pk)]}),
        ("fasilitator", f"verifikasi/{dokumen.pk}/", meja),
        ("fasilitator", f"usulan/{asing['usulan'].pk}/", {"tindakan": "verifikasi", "revisi": "1"}),
        ("fasilitator", f"permohonan/{asing['permohonan'].pk}/teruskan/", {}),
        ("fasilitator", "pengelola/usul/", {"pegawai": asing["nip"], "unit": str(dunia.unit.pk)}),
        ("fasilitator", f"riwayat/usulan/baru/?dokumen={sk.pk}&jenis=golongan", dict(GOLONGAN)),
        ("pemilik", f"riwayat/usulan/baru/?dokumen={sk.pk}&jenis=golongan", dict(GOLONGAN)),
        ("pemilik", f"riwayat/usulan/{asing['usulan'].pk}/tarik/", {}),
        ("pemilik", f"dokumen/{dokumen.pk}/jenis/", {"tindakan": "ganti", "jenis": "KTP"}),
        ("pemilik", f"dokumen/{dokumen.pk}/penjelasan/", {"penjelasan": "Ini milik saya."}),
        ("pemilik", f"akun/sesi/{10**6}/akhiri/", {}),
        ("administrator", "peran/beri/", {**sk_peran, **beri}),
        ("administrator", "peran/penetapan/", {**sk_peran, "pilih": str(dunia.pengangkatan.pk), "mulai": "2026-01-10"}),
        ("pemaraf", f"naskah/{asing['naskah'].pk}/kembalikan/", {"alasan": ""}),
        (
            "pejabat",
            "tanda-tangan/",
            {"naskah": baki, "passphrase": "x"},
        ),
    ]


@pytest.mark.ignore_template_errors  # what stands on the pages is other tests'
def test_pages_take_nothing_of_somebody_else(kantor_lengkap: Kantor, dunia: Dunia, asing: Any):
    salah = []
    for siapa, jalur, isi in lewat_halaman(dunia, asing):
        peramban = Client()
        peramban.force_login(kantor_lengkap.akun(siapa), backend=BACKEND)
        if keluh := ditolak(partial(peramban.post, f"/{jalur}", isi)):
            salah.append(f"{siapa} {jalur}: {keluh}")
    assert not salah, "\n".join(salah)
    assert Dokumen.objects.get(pk=asing["dokumen"].pk).status == StatusDokumen.MENUNGGU


def test_notices_of_others_stay_unread(kantor_lengkap: Kantor, dunia: Dunia, asing: Any, klien: Klien):
    saya = klien(kantor_lengkap.akun("pemilik"))
    assert saya.post("/api/v1/kabar/dibaca/", {"kabar": [asing["kabar"].pk]}, format="json").json() == {"jumlah": 0}
    asing["kabar"].refresh_from_db()
    assert asing["kabar"].dibaca_pada is None
