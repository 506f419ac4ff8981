"""The key of the API: hashed at rest, scoped, expiring, revocable; changes of rights act at the next request."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from docservice.akun.models import Cakupan, Kabar, Penugasan, TokenApi
from docservice.akun.token import LajuToken, TebakanToken
from tests.docservice.api.conftest import Kantor, Klien, KlienApi
from tests.docservice.factories import DokumenFactory, token_untuk


def dengan(teks: str) -> KlienApi:
    klien = KlienApi()
    klien.credentials(HTTP_AUTHORIZATION=f"Bearer {teks}")
    return klien


def test_the_token_tells_who_one_is_and_in_which_roles(kantor: Kantor, klien: Klien):
    isi = klien(kantor.akun("fasilitator"), Cakupan.BACA).get("/api/v1/saya/").json()
    assert isi["nip"] == kantor.orang["fasilitator"].nip
    assert [(p["peran"], p["unit"]) for p in isi["peran"]] == [("fasilitator", kantor.unit.nama)]
    assert isi["token"]["cakupan"] == ["baca"]


def test_without_a_token_the_answer_says_how_to_get_one(kantor: Kantor, klien: Klien):
    jawaban = klien().get("/api/v1/dokumen/")
    assert jawaban.status_code == 401
    assert jawaban.headers["WWW-Authenticate"] == "Bearer"
    assert jawaban.json() == {
        "kode": "token_ditolak",
        "pesan": "Token tidak ada, tidak dikenal, atau sudah berakhir. Buat token baru.",
        "isian": {},
    }


@pytest.mark.parametrize("header", ["Bearer arsip_bukan", "Bearer", "Basic YTpi", "arsip_bukan", "bearer  "])
def test_anything_but_a_known_bearer_token_is_refused(header: str, db: None):
    klien = KlienApi()
    klien.credentials(HTTP_AUTHORIZATION=header)
    assert klien.get("/api/v1/saya/").status_code == 401


def test_an_expired_token_is_refused(kantor: Kantor):
    assert (
        dengan(token_untuk(kantor.akun("pemilik"), masa=-timedelta(seconds=1))).get("/api/v1/saya/").status_code == 401
    )


def test_a_revoked_token_is_refused_at_once(kantor: Kantor):
    teks = token_untuk(kantor.akun("pemilik"))
    nomor = dengan(teks).get("/api/v1/saya/").json()["token"]["id"]
    assert dengan(teks).delete(f"/api/v1/token/{nomor}/").status_code == 200
    assert dengan(teks).get("/api/v1/saya/").status_code == 401


def test_the_token_of_a_disabled_account_is_refused_at_once(kantor: Kantor):
    akun, teks = kantor.akun("pemilik"), token_untuk(kantor.akun("pemilik"))
    akun.is_active = False
    akun.save()
    assert dengan(teks).get("/api/v1/saya/").status_code == 401


def test_a_role_that_ended_yesterday_opens_nothing_today(kantor: Kantor, klien: Klien):
    dokumen = DokumenFactory.create(pegawai=kantor.orang["pemilik"])
    petugas = klien(kantor.akun("fasilitator"))
    assert petugas.get(f"/api/v1/dokumen/{dokumen.pk}/").status_code == 200
    Penugasan.objects.filter(pengguna=kantor.akun("fasilitator")).update(
        berlaku_sampai=timezone.localdate() - timedelta(days=1)
    )
    assert petugas.get(f"/api/v1/dokumen/{dokumen.pk}/").status_code == 404
    assert petugas.get("/api/v1/verifikasi/antrean/").json()["count"] == 0


def test_a_reading_token_writes_nothing(kantor: Kantor, klien: Klien):
    baca = klien(kantor.akun("pemilik"), Cakupan.BACA)
    assert baca.get("/api/v1/kabar/").status_code == 200
    jawaban = baca.post("/api/v1/kabar/dibaca/", {}, format="json")
    assert (jawaban.status_code, jawaban.json()["kode"]) == (403, "cakupan_kurang")


def test_a_writing_token_signs_nothing(kantor: Kantor, klien: Klien):
    tulis = klien(kantor.akun("pejabat"), Cakupan.BACA, Cakupan.TULIS)
    isi = {"naskah": [{"naskah": 1, "draf_sha256": "0" * 64}], "passphrase": "bukan-rahasia"}
    assert tulis.post("/api/v1/tanda-tangan/", isi, format="json").status_code == 403


@pytest.mark.parametrize(
    "alamat",
    [
        "peran/",
        "peran/1/akhiri/",
        "peran/1/bekukan/",
        "pengangkatan/tetapkan/",
        "pembekuan/1/ketahui/",
        "pembekuan/1/cabut/",
        "peninjauan/butir/1/",
        "pegawai/{nip}/akun/",
        "karantina/1/usulkan/",
        "karantina/1/putuskan/",
    ],
)
def test_a_writing_token_does_not_do_what_a_page_asks_proof_for(kantor: Kantor, klien: Klien, alamat: str):
    """The pages ask who one is once more before they do (ASVS 7.5); a key made for uploads is no such proof."""
    alamat = f"/api/v1/{alamat.format(nip=kantor.orang['pemilik'].nip)}"
    tulis = klien(kantor.akun("administrator"), Cakupan.BACA, Cakupan.TULIS, Cakupan.TANDA_TANGAN)
    jawaban = tulis.post(alamat, {}, format="json")
    assert (jawaban.status_code, jawaban.json()["kode"]) == (403, "cakupan_kurang")
    mengatur = klien(kantor.akun("administrator"), Cakupan.BACA, Cakupan.TERJAGA)
    assert mengatur.post(alamat, {}, format="json").status_code in (404, 422)


def test_a_reading_token_takes_no_list_out(kantor: Kantor, klien: Klien):
    membaca, terjaga = (klien(kantor.akun("administrator"), satu) for satu in (Cakupan.BACA, Cakupan.TERJAGA))
    assert membaca.get("/api/v1/arsip/daftar/1/unduh/").status_code == 403
    assert terjaga.get("/api/v1/arsip/daftar/1/unduh/").status_code == 404


def test_who_holds_what_is_read_with_a_reading_token(kantor: Kantor, klien: Klien):
    assert klien(kantor.akun("administrator"), Cakupan.BACA).get("/api/v1/peran/").status_code == 200


def test_a_token_makes_no_token_wider_or_longer_lived_than_itself(kantor: Kantor, klien: Klien):
    tulis = klien(kantor.akun("pejabat"), Cakupan.BACA, Cakupan.TULIS)
    lebih = {"nama": "lebih luas", "cakupan": ["tanda_tangan"]}
    assert tulis.post("/api/v1/token/", lebih, format="json").status_code == 403
    baru = tulis.post("/api/v1/token/", {"nama": "anak", "cakupan": ["baca"], "hari": 365}, format="json").json()
    induk = TokenApi.objects.get(nama="uji")
    assert TokenApi.objects.get(pk=baru["id"]).kedaluwarsa <= induk.kedaluwarsa
    assert dengan(baru["token"]).get("/api/v1/saya/").json()["token"]["cakupan"] == ["baca"]


def test_the_text_of_a_token_is_shown_once_and_stored_nowhere(kantor: Kantor, klien: Klien):
    saya = klien(kantor.akun("pemilik"))
    baru = saya.post("/api/v1/token/", {"nama": "anak", "cakupan": ["baca"]}, format="json").json()
    assert baru["token"] not in saya.get("/api/v1/token/").content.decode()
    baris = TokenApi.objects.get(pk=baru["id"])
    assert baru["token"] not in {str(getattr(baris, bidang.name)) for bidang in TokenApi._meta.fields}


def test_a_token_without_name_scope_or_sensible_life_is_refused_field_by_field(kantor: Kantor, klien: Klien):
    saya = klien(kantor.akun("pemilik"))
    jawaban = saya.post("/api/v1/token/", {"nama": " ", "cakupan": ["semua"], "hari": 0}, format="json")
    assert jawaban.status_code == 422
    assert set(jawaban.json()["isian"]) == {"nama", "cakupan.0", "hari"}
    lama = saya.post("/api/v1/token/", {"nama": "lama", "cakupan": ["baca"], "hari": 5000}, format="json")
    assert lama.json()["isian"] == {"hari": "Masa berlaku 1 sampai 365 hari."}


def test_guessing_tokens_is_slowed_down_but_a_right_one_still_works(kantor: Kantor, monkeypatch):
    monkeypatch.setattr(TebakanToken, "rate", "3/min", raising=False)
    tebak = [dengan(f"arsip_tebakan{n}").get("/api/v1/saya/") for n in range(5)]
    assert [t.status_code for t in tebak] == [401, 401, 401, 429, 429]
    assert int(tebak[-1].headers["Retry-After"]) > 0
    assert tebak[-1].json()["kode"] == "terlalu_sering"
    assert dengan(token_untuk(kantor.akun("pemilik"))).get("/api/v1/saya/").status_code == 200


def test_a_program_that_runs_wild_holds_up_nobody_but_itself(kantor: Kantor, klien: Klien, monkeypatch):
    monkeypatch.setattr(LajuToken, "rate", "2/min", raising=False)
    liar, lain = klien(kantor.akun("pemilik")), klien(kantor.akun("pemilik"))
    status = [liar.get("/api/v1/saya/") for _ in range(3)]
    assert [s.status_code for s in status] == [200, 200, 429]
    assert int(status[-1].headers["Retry-After"]) > 0
    assert status[-1].json()["kode"] == "terlalu_sering"
    assert lain.get("/api/v1/saya/").status_code == 200


def test_a_forwarded_address_made_up_by_the_caller_does_not_reset_the_count(kantor: Kantor, monkeypatch):
    monkeypatch.setattr(TebakanToken, "rate", "2/min", raising=False)
    status = [
        dengan("arsip_salah").get("/api/v1/saya/", headers={"X-Forwarded-For": f"10.0.0.{n}"}).status_code
        for n in range(4)
    ]
    assert status == [401, 401, 429, 429]


def test_notices_are_ones_own_and_can_be_marked_read(kantor: Kantor, klien: Klien):
    milik = Kabar.objects.create(pengguna=kantor.akun("pemilik"), teks="Untuk pemilik", kunci="a")
    orang = Kabar.objects.create(pengguna=kantor.akun("rekan"), teks="Untuk rekan", kunci="b")
    saya = klien(kantor.akun("pemilik"))
    assert [k["id"] for k in saya.get("/api/v1/kabar/").json()["results"]] == [milik.pk]
    assert saya.post("/api/v1/kabar/dibaca/", {"kabar": [milik.pk, orang.pk]}, format="json").json() == {"jumlah": 1}
    assert saya.get("/api/v1/kabar/", {"belum_dibaca": "1"}).json()["count"] == 0
    orang.refresh_from_db()
    assert orang.dibaca_pada is None
