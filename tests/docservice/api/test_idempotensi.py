"""The same request twice has one effect and one answer; the same key for something else is refused."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from docservice.akun.models import KunciPermintaan
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.layanan import actions as layanan
from docservice.layanan.models import Permohonan
from docservice.riwayat.models import Riwayat
from tests.docservice.api import benda
from tests.docservice.api.benda import GOLONGAN
from tests.docservice.api.conftest import Kantor, Klien, KlienApi
from tests.docservice.bersama import serentak

KUNCI = {"Idempotency-Key": "kunci-0001"}


def unggah(klien: KlienApi, isi: bytes, *, kunci: dict[str, str] = KUNCI, **lain: str) -> Any:
    berkas = SimpleUploadedFile("kartu.pdf", isi, content_type="application/pdf")
    data = {"berkas": berkas, "jenis": "KARPEG", **lain}
    return klien.post("/api/v1/dokumen/", data, format="multipart", headers=kunci)


@pytest.fixture
def saya(kantor: Kantor, klien: Klien) -> KlienApi:
    benda.muat_aturan()
    return klien(kantor.akun("pemilik"))


def test_an_upload_sent_twice_is_one_document_with_one_answer(saya: KlienApi):
    pertama, kedua = unggah(saya, b"%PDF-1.7 satu"), unggah(saya, b"%PDF-1.7 satu")
    assert (pertama.status_code, kedua.status_code) == (201, 201)
    assert pertama.json() == kedua.json()
    assert Dokumen.objects.count() == VersiDokumen.objects.count() == 1


def test_the_answer_stays_the_same_after_the_file_has_moved_on(saya: KlienApi):
    pertama = unggah(saya, b"%PDF-1.7 satu").json()
    VersiDokumen.objects.update(status="siap")
    assert unggah(saya, b"%PDF-1.7 satu").json() == pertama


@pytest.mark.parametrize("beda", [{"isi": b"%PDF-1.7 dua"}, {"minor": "2025"}, {"jenis": "KTP"}])
def test_the_key_of_an_upload_with_another_body_is_refused(saya: KlienApi, beda: dict[str, Any]):
    unggah(saya, b"%PDF-1.7 satu")
    jawaban = unggah(saya, **{"isi": b"%PDF-1.7 satu", **beda})
    assert (jawaban.status_code, jawaban.json()["kode"]) == (409, "kunci_terpakai")
    assert VersiDokumen.objects.count() == 1


def test_other_bytes_are_refused_even_when_only_the_document_remembers_the_key(saya: KlienApi):
    unggah(saya, b"%PDF-1.7 satu")
    KunciPermintaan.objects.all().delete()  # cleared after a week
    assert unggah(saya, b"%PDF-1.7 dua").status_code == 409
    assert unggah(saya, b"%PDF-1.7 satu").status_code == 201
    assert VersiDokumen.objects.count() == 1


def test_another_persons_key_is_another_key(saya: KlienApi, kantor: Kantor, klien: Klien):
    unggah(saya, b"%PDF-1.7 satu")
    assert unggah(klien(kantor.akun("rekan")), b"%PDF-1.7 dua").status_code == 201
    assert Dokumen.objects.count() == 2


def test_a_refused_request_may_be_sent_again_with_its_key_once_put_right(saya: KlienApi):
    salah = unggah(saya, b"bukan pdf")
    assert salah.status_code == 422
    assert not KunciPermintaan.objects.exists()
    assert unggah(saya, b"%PDF-1.7 satu").status_code == 201


def test_without_a_key_the_same_file_is_named_as_there_already(saya: KlienApi):
    pertama = unggah(saya, b"%PDF-1.7 satu", kunci={}).json()
    kedua = unggah(saya, b"%PDF-1.7 satu", kunci={})
    assert (kedua.status_code, kedua.json()["kode"]) == (409, "berkas_sama")
    assert kedua.json()["rujukan"] == {"dokumen": pertama["dokumen"]}


def test_a_key_longer_than_we_keep_is_refused(saya: KlienApi):
    assert unggah(saya, b"%PDF-1.7 satu", kunci={"Idempotency-Key": "x" * 121}).status_code == 422


def test_a_proposal_sent_twice_is_one_row_with_one_answer(saya: KlienApi, kantor: Kantor):
    bukti = benda.buat_dokumen(kantor.orang["pemilik"], "SK_CPNS")
    isi = {"jenis": "golongan", "data": GOLONGAN, "bukti": [bukti.pk], "pernyataan": True}
    pertama, kedua = (saya.post("/api/v1/riwayat/", isi, format="json", headers=KUNCI) for _ in range(2))
    assert (pertama.status_code, kedua.status_code) == (201, 201)
    assert pertama.json() == kedua.json()
    assert Riwayat.objects.count() == 1


@pytest.mark.dua_ukuran
@pytest.mark.django_db(transaction=True)
def test_two_twin_uploads_at_the_same_moment_are_one_document(kantor: Kantor, klien: Klien):
    benda.muat_aturan()
    orang = [klien(kantor.akun("pemilik")) for _ in range(4)]
    hasil = serentak([partial(unggah, satu, b"%PDF-1.7 kembar") for satu in orang])
    assert {h.status_code for h in hasil} == {201}
    assert len({h.content for h in hasil}) == 1
    assert Dokumen.objects.count() == VersiDokumen.objects.count() == 1


@pytest.mark.dua_ukuran
@pytest.mark.django_db(transaction=True)
def test_twin_requests_at_the_same_moment_are_one_request_with_one_answer(kantor: Kantor, klien: Klien, monkeypatch):
    benda.muat_aturan()
    monkeypatch.setattr(layanan, "_tolak_bila_kurang", lambda hasil: None)  # the check has its own tests
    orang = [klien(kantor.akun("pemilik")) for _ in range(4)]
    isi = {"layanan": "l", "pernyataan": True}
    kirim = [partial(satu.post, "/api/v1/permohonan/", isi, format="json", headers=KUNCI) for satu in orang]
    hasil = serentak(kirim)
    assert {h.status_code for h in hasil} == {201}
    assert len({h.content for h in hasil}) == 1
    assert Permohonan.objects.count() == 1


@pytest.mark.dua_ukuran
@pytest.mark.django_db(transaction=True)
def test_many_people_who_apply_at_the_same_moment_all_get_a_number(kantor: Kantor, klien: Klien, monkeypatch):
    benda.muat_aturan()
    monkeypatch.setattr(layanan, "_tolak_bila_kurang", lambda hasil: None)
    orang = [klien(kantor.akun(nama)) for nama in ("pemilik", "rekan", "orang_lain", "pemaraf")]
    isi = {"layanan": "l", "pernyataan": True}
    hasil = serentak([partial(satu.post, "/api/v1/permohonan/", isi, format="json") for satu in orang])
    assert {h.status_code for h in hasil} == {201}
    assert len({h.json()["nomor"] for h in hasil}) == 4
