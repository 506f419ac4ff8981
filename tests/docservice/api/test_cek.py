"""The public check over the API: for anyone, slowed down, and no wiser than the page."""

from __future__ import annotations

from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.settings import api_settings

from docservice.naskah.laju import LajuCek, LajuCekBerkas
from docservice.peragaan.pemindai_tiruan import lembar
from tests.docservice.api.conftest import Klien


def unggah(klien, isi: bytes):
    return klien.post("/api/v1/cek/", {"berkas": SimpleUploadedFile("k.pdf", isi)}, format="multipart")


def test_an_unknown_code_is_told_so(db: None, klien: Klien):
    isi = klien().get("/api/v1/cek/tidak-pernah-ada/").json()
    assert (isi["kasus"], isi["fakta"]) == ("tidak_terdaftar", [])


def test_guessing_codes_is_slowed_down(db: None, klien: Klien, monkeypatch):
    monkeypatch.setattr(LajuCek, "rate", "3/min", raising=False)
    status = [klien().get(f"/api/v1/cek/tebak{n}/").status_code for n in range(5)]
    assert status == [200, 200, 200, 429, 429]


def test_the_page_and_the_api_count_together(db: None, klien: Klien, client, monkeypatch):
    monkeypatch.setattr(LajuCek, "rate", "2/min", raising=False)
    jawaban = [client.get("/cek/tebak1"), klien().get("/api/v1/cek/tebak2/"), client.get("/cek/tebak3")]
    assert [j.status_code for j in jawaban] == [404, 200, 429]
    assert "Coba lagi" in jawaban[-1].content.decode()


def test_checking_files_on_the_page_is_slowed_down(db: None, client, monkeypatch):
    monkeypatch.setattr(LajuCekBerkas, "rate", "1/min", raising=False)
    berkas = [SimpleUploadedFile("k.pdf", b"bukan pdf") for _ in range(2)]
    assert [client.post("/cek/", {"berkas": satu}).status_code for satu in berkas] == [200, 429]


def test_behind_a_proxy_the_visitor_counts_and_not_the_proxy(db: None, client, monkeypatch):
    monkeypatch.setattr(LajuCek, "rate", "1/min", raising=False)

    def status(dari: str) -> int:
        return client.get("/cek/tebak", headers={"X-Forwarded-For": f"9.9.9.9, {dari}"}).status_code

    assert [status("1.1.1.1"), status("2.2.2.2")] == [404, 429]  # no proxy: a header anyone may write
    cache.clear()
    monkeypatch.setattr(api_settings, "NUM_PROXIES", 1)
    assert [status("1.1.1.1"), status("2.2.2.2"), status("1.1.1.1")] == [404, 404, 429]


def test_checking_files_is_slowed_down(db: None, klien: Klien, monkeypatch):
    monkeypatch.setattr(LajuCekBerkas, "rate", "1/min", raising=False)
    assert [unggah(klien(), b"bukan pdf").status_code for _ in range(2)] == [200, 429]


def test_a_file_without_signature_and_one_that_is_no_pdf_are_told_apart(db: None, klien: Klien):
    assert unggah(klien(), lembar("Surat", ["isi"])).json()["kasus"] == "tidak_bertanda_tangan"
    assert unggah(klien(), b"bukan pdf").json()["kasus"] == "tak_terbaca"


def test_a_file_over_the_limit_is_refused(db: None, klien: Klien, settings):
    settings.UPLOAD_LIMIT = 1000
    assert unggah(klien(), b"%PDF-1.7" + bytes(1500)).status_code == 413


def test_a_form_without_file_is_refused(db: None, klien: Klien):
    assert klien().post("/api/v1/cek/", {}, format="multipart").json()["isian"] == {"berkas": "Wajib diisi."}
