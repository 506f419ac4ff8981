"""Input that is odd, huge or hostile ends in a refusal, never in an error of ours."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.docservice.api import dunia as pembuat
from tests.docservice.api.conftest import Kantor, Klien, KlienApi

RAKSASA = 10**30


@pytest.fixture
def saya(kantor: Kantor, klien: Klien) -> KlienApi:
    pembuat.bangun(kantor)
    return klien(kantor.akun("pemilik"))


@pytest.mark.dua_ukuran
@pytest.mark.parametrize(
    "jalur",
    [
        f"dokumen/{RAKSASA}/",
        f"dokumen/1/halaman/{RAKSASA}/",
        f"dokumen/1/unduh/?versi={RAKSASA}",
        f"riwayat/{RAKSASA}/",
        f"riwayat/saran/?jenis=golongan&dokumen={RAKSASA}",
        f"permohonan/{RAKSASA}/",
        f"naskah/{RAKSASA}/",
        "dokumen/-1/",
        "dokumen/?jenis=%00",
        "dokumen/?pegawai=%00",
        "pegawai/%00/",
        "pegawai/?q=%00",
        "layanan/%00/",
        "layanan/l/periksa/?pegawai=%00",
        "arsip/cari/?q=%00",
        "arsip/cari/?q=%22%22%20AND%20(*&jenis=%00",
        f"arsip/cari/?offset={RAKSASA}",
        f"dokumen/?limit={RAKSASA}&offset={RAKSASA}",
        "dokumen/?limit=-5&offset=abc",
        "cek/%00/",
        "cek/%F0%9F%A6%A5/",
        "tanda-tangan/hasil/?kelompok=%00",
    ],
)
def test_odd_addresses_are_answered_and_never_crash(saya: KlienApi, jalur: str):
    assert saya.get(f"/api/v1/{jalur}").status_code in (200, 404, 422)


@pytest.mark.dua_ukuran
@pytest.mark.parametrize(
    ("jalur", "isi"),
    [
        ("kabar/dibaca/", {"kabar": [RAKSASA]}),
        ("riwayat/", {"jenis": "golongan", "data": {"golongan": {"a": []}}, "bukti": [RAKSASA], "pernyataan": True}),
        ("riwayat/", {"jenis": "golongan", "data": {"golongan": {"a": []}}, "bukti": [], "pernyataan": True}),
        ("riwayat/", {"jenis": "golongan", "data": {"sk_nomor": "\x00"}, "bukti": [], "pernyataan": True}),
        ("riwayat/", {"jenis": "kinerja", "data": {"tahun": RAKSASA}, "bukti": [], "pernyataan": True}),
        ("riwayat/", [1, 2, 3]),
        ("riwayat/", "teks"),
        ("riwayat/", None),
        ("permohonan/", {"layanan": "\x00", "pernyataan": True}),
        ("permohonan/", {"layanan": ["l"], "pernyataan": "ya"}),
        ("naskah/", {"permohonan": RAKSASA}),
        ("token/", {"nama": "\x00", "cakupan": ["baca"], "hari": RAKSASA}),
        ("token/", {"nama": "a", "cakupan": [["baca"]]}),
        ("verifikasi/ambil/", {"jumlah": -1}),
        ("tanda-tangan/", {"naskah": [{"naskah": RAKSASA, "draf_sha256": "x"}], "passphrase": "y"}),
        ("tanda-tangan/", {"naskah": "semua", "passphrase": {"a": 1}}),
    ],
)
def test_odd_bodies_are_refused_and_never_crash(saya: KlienApi, jalur: str, isi: Any):
    jawaban = saya.post(f"/api/v1/{jalur}", data=json.dumps(isi), content_type="application/json")
    assert jawaban.status_code in (200, 404, 422), jawaban.content
    assert jalur == "kabar/dibaca/" or jawaban.json()["pesan"].endswith(".")


def test_a_body_nested_too_deep_is_told_to_be_unreadable(saya: KlienApi):
    dalam = "[" * 100_000 + "]" * 100_000
    jawaban = saya.post("/api/v1/token/", data=dalam, content_type="application/json")
    assert (jawaban.status_code, jawaban.json()["kode"]) == (400, "tidak_terbaca")


def test_a_body_beyond_the_limit_is_refused_before_it_is_read(saya: KlienApi, settings):
    isi = json.dumps({"nama": "a" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE})
    jawaban = saya.post("/api/v1/token/", data=isi, content_type="application/json")
    assert (jawaban.status_code, jawaban.json()["kode"]) == (413, "terlalu_besar")


@pytest.mark.parametrize("isi", [b"\xff\xfe", b"{'a': 1}", b'{"a": NaN}', b"<a/>"])
def test_what_is_no_json_is_told_so(saya: KlienApi, isi: bytes):
    assert saya.post("/api/v1/token/", data=isi, content_type="application/json").status_code == 400


def test_a_form_whose_parts_are_broken_is_refused(saya: KlienApi):
    rusak = "multipart/form-data; boundary=x"
    assert saya.post("/api/v1/dokumen/", data=b"--y\r\n", content_type=rusak).status_code in (400, 422)
    assert saya.post("/api/v1/dokumen/", data=b"a", content_type="multipart/form-data").status_code == 400


@pytest.mark.parametrize(
    "nama", ["x" * 500 + ".pdf", "../../etc/passwd.pdf", "a\x00b.pdf", "naskah‮fdp.exe.pdf", ".pdf"]
)
def test_an_odd_file_name_is_kept_short_and_harmless_or_refused(saya: KlienApi, nama: str):
    batas = "b0undary"
    badan = (
        f'--{batas}\r\nContent-Disposition: form-data; name="jenis"\r\n\r\nKTP\r\n'
        f'--{batas}\r\nContent-Disposition: form-data; name="berkas"; filename="{nama}"\r\n\r\n%PDF-1.7 a\r\n'
        f"--{batas}--\r\n"
    ).encode()
    jenis = f"multipart/form-data; boundary={batas}"
    jawaban = saya.post("/api/v1/dokumen/", data=badan, content_type=jenis)
    assert jawaban.status_code in (201, 400, 422), jawaban.content
