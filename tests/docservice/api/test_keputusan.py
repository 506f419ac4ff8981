"""Decisions over the API: on what was seen, once, by whose turn it is, with the sentences of the pages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from docservice.akun.models import Kabar
from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import jalankan_semua
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.riwayat.status import StatusRiwayat
from docservice.verifikasi.models import Verifikasi
from tests.docservice.api import benda
from tests.docservice.api import dunia as pembuat
from tests.docservice.api.benda import GOLONGAN
from tests.docservice.api.conftest import Kantor, Klien, KlienApi, kirim
from tests.docservice.api.dunia import Dunia


@pytest.fixture
def dunia(kantor: Kantor) -> Dunia:
    return pembuat.bangun(kantor)


def putuskan(klien: KlienApi, dokumen: Dokumen, **ganti: Any) -> Any:
    isi = {"basis": "asli", "halaman_dilihat": [1], "sha256": dokumen.versi_terkini.sha256}
    return kirim(klien, f"dokumen/{dokumen.pk}/verifikasi/", **(isi | ganti))


class TestVerifikasi:
    def test_needs_a_basis_every_page_and_the_bytes_that_were_seen(self, dunia: Dunia, petugas: KlienApi):
        assert putuskan(petugas, dunia.dokumen, basis="katanya").json()["isian"] == {
            "basis": "Bukan salah satu pilihan yang ada."
        }
        kurang = putuskan(petugas, dunia.dokumen, halaman_dilihat=[])
        assert (kurang.status_code, kurang.json()["pesan"]) == (422, "Halaman 1 belum dibuka.")
        assert putuskan(petugas, dunia.dokumen, sha256="0" * 64).status_code == 409
        assert putuskan(petugas, dunia.dokumen).status_code == 201

    def test_a_signature_is_no_basis_for_a_file_without_one(self, dunia: Dunia, petugas: KlienApi):
        assert putuskan(petugas, dunia.bukti, basis="tte").status_code == 422

    def test_happens_once(self, dunia: Dunia, petugas: KlienApi):
        assert putuskan(petugas, dunia.dokumen).status_code == 201
        lagi = putuskan(petugas, dunia.dokumen)
        assert (lagi.status_code, lagi.json()["pesan"]) == (409, "Berkas ini sudah diputuskan.")

    def test_moves_the_proposal_on_whose_last_paper_it_was(self, dunia: Dunia, petugas: KlienApi):
        putuskan(petugas, dunia.bukti)
        dunia.riwayat.refresh_from_db()
        assert dunia.riwayat.status == StatusRiwayat.DIVERIFIKASI

    def test_waits_while_another_fasilitator_of_the_unit_holds_the_paper(
        self, kantor: Kantor, dunia: Dunia, petugas: KlienApi, klien: Klien
    ):
        benda.jadikan_fasilitator(kantor, "rekan")
        assert len(kirim(klien(kantor.akun("rekan")), "verifikasi/ambil/", jumlah=5).json()) == 2
        ditolak = putuskan(petugas, dunia.dokumen)
        assert (ditolak.status_code, ditolak.json()["pesan"]) == (409, "Berkas ini sedang diperiksa orang lain.")
        assert kirim(petugas, "verifikasi/ambil/").json() == []

    def test_the_queue_is_narrowed_and_what_was_chosen_is_taken(self, dunia: Dunia, petugas: KlienApi):
        def nomor(saring: str = "") -> list[int]:
            return [satu["id"] for satu in petugas.get(f"/api/v1/verifikasi/antrean/?{saring}").json()["results"]]

        semua = {dunia.dokumen.pk, dunia.bukti.pk}
        assert set(nomor()) == semua
        assert set(nomor(f"unit={dunia.dokumen.pegawai.unit_id}&umur=baru")) == semua
        assert nomor(f"jenis={dunia.dokumen.jenis_id}") == [dunia.dokumen.pk]
        assert nomor("umur=terlambat") == nomor("pengunggah=karangan") == []
        assert petugas.get("/api/v1/verifikasi/antrean/?umur=purba").status_code == 422
        diambil = kirim(petugas, "verifikasi/ambil/", pilihan=[dunia.bukti.pk, 10**9], jumlah=1).json()
        assert [satu["id"] for satu in diambil] == [dunia.bukti.pk]
        assert "pilihan" in kirim(petugas, "verifikasi/ambil/", pilihan=list(range(1, 99))).json()["isian"]

    def test_can_be_undone_by_its_maker_within_seconds(self, dunia: Dunia, petugas: KlienApi, admin: KlienApi):
        nomor = putuskan(petugas, dunia.dokumen).json()["id"]
        assert kirim(admin, f"verifikasi/{nomor}/urungkan/").status_code == 403
        assert kirim(petugas, f"verifikasi/{nomor}/urungkan/").json()["dokumen_status"] == "menunggu_verifikasi"
        assert kirim(petugas, f"verifikasi/{nomor}/urungkan/").status_code == 409
        assert petugas.get(f"/api/v1/dokumen/{dunia.dokumen.pk}/verifikasi/").json()["count"] == 0

    def test_cannot_be_undone_later(self, dunia: Dunia, petugas: KlienApi):
        nomor = putuskan(petugas, dunia.dokumen).json()["id"]
        Verifikasi.objects.filter(pk=nomor).update(pada=timezone.now() - timedelta(minutes=1))
        assert kirim(petugas, f"verifikasi/{nomor}/urungkan/").status_code == 409

    def test_a_return_needs_a_reason_and_sometimes_a_note_and_tells_the_owner(
        self, dunia: Dunia, petugas: KlienApi, pemilik: KlienApi
    ):
        jalur, sidik = f"dokumen/{dunia.dokumen.pk}/kembalikan/", dunia.dokumen.versi_terkini.sha256
        kosong = kirim(petugas, jalur, alasan=[], sha256=sidik)
        assert kosong.status_code == 422
        catat = kirim(petugas, jalur, alasan=[{"halaman": 1, "kode": "0"}], sha256=sidik)
        assert catat.json()["kode"] == "catatan_kosong"
        isi = {"alasan": [{"halaman": 1, "kode": "2"}], "catatan": "Bagian bawah.", "sha256": sidik}
        kembali = kirim(petugas, jalur, **isi).json()
        assert kembali["kalimat"].endswith("Bagian bawah.")
        riwayat = pemilik.get(f"/api/v1/dokumen/{dunia.dokumen.pk}/verifikasi/").json()["results"]
        assert [p["kalimat"] for p in riwayat] == [kembali["kalimat"]]

    def test_reasons_are_listed_with_those_that_need_a_note(self, db: None, kantor: Kantor, petugas: KlienApi):
        alasan = {a["kode"]: a["perlu_catatan"] for a in petugas.get("/api/v1/verifikasi/alasan/").json()}
        assert (len(alasan), alasan["1"], alasan["0"]) == (10, False, True)


class TestUsulan:
    def test_the_queue_is_narrowed(self, dunia: Dunia, petugas: KlienApi):
        def banyak(saring: str) -> int:
            jumlah: int = petugas.get(f"/api/v1/riwayat/antrean/?{saring}").json()["count"]
            return jumlah

        orang = dunia.riwayat.pegawai
        cocok = f"jenis={dunia.riwayat.jenis}&unit={orang.unit_id}&pegawai={orang.nip}&status=diajukan"
        assert (banyak(""), banyak(cocok)) == (1, 1)
        assert [
            banyak(s) for s in ("jenis=saudara", "unit=999999", "pegawai=1", f"status={StatusRiwayat.DIVERIFIKASI}")
        ] == [0] * 4

    def test_a_kind_tells_its_fields_and_what_proves_it(self, dunia: Dunia, pemilik: KlienApi):
        golongan = next(j for j in pemilik.get("/api/v1/jenis-riwayat/").json() if j["kode"] == "golongan")
        bidang = {b["nama"]: b for b in golongan["bidang"]}
        assert (bidang["tmt_golongan"]["tipe"], bidang["sk_nomor"]["wajib"]) == ("tanggal", True)
        assert {"nilai": "III/b", "kata": "III/b, Penata Muda Tingkat I"} in bidang["golongan"]["pilihan"]
        assert "SK_KP" in golongan["bukti"]

    def test_wrong_values_are_refused_field_by_field_in_the_words_of_the_form(self, dunia: Dunia, pemilik: KlienApi):
        data = GOLONGAN | {"tmt_golongan": "2022-02-15", "sk_tanggal": "entah", "sk_nomor": ""}
        jawaban = kirim(pemilik, "riwayat/", jenis="golongan", data=data, bukti=[dunia.bukti.pk], pernyataan=True)
        assert (jawaban.status_code, jawaban.json()["kode"]) == (422, "isian_salah")
        assert jawaban.json()["isian"]["tmt_golongan"] == "TMT golongan harus tanggal 1. Ubah tanggalnya."
        assert set(jawaban.json()["isian"]) == {"tmt_golongan", "sk_tanggal", "sk_nomor"}

    def test_the_same_paper_proves_no_second_open_proposal(self, dunia: Dunia, pemilik: KlienApi):
        isi = {"jenis": "golongan", "data": GOLONGAN, "bukti": [dunia.bukti.pk], "pernyataan": True}
        assert kirim(pemilik, "riwayat/", **isi).status_code == 409

    def test_a_paper_of_another_kind_proves_nothing(self, dunia: Dunia, pemilik: KlienApi):
        isi = {"jenis": "golongan", "data": GOLONGAN, "bukti": [dunia.dokumen.pk], "pernyataan": True}
        assert kirim(pemilik, "riwayat/", **isi).json()["pesan"].endswith("bukan bukti untuk riwayat golongan.")

    def test_returned_it_keeps_its_values_and_is_sent_again_unless_stale(
        self, dunia: Dunia, petugas: KlienApi, pemilik: KlienApi
    ):
        jalur = f"riwayat/{dunia.riwayat.pk}/"
        assert kirim(petugas, f"{jalur}kembalikan/", catatan=" ").status_code == 422
        kembali = kirim(petugas, f"{jalur}kembalikan/", catatan="Nomor keliru.").json()
        assert (kembali["status"], kembali["catatan"], kembali["data"]) == ("draf", "Nomor keliru.", GOLONGAN)
        isi = {"data": GOLONGAN | {"sk_nomor": "823/0043"}, "bukti": [dunia.bukti.pk], "pernyataan": True}
        basi = kirim(pemilik, f"{jalur}ajukan/", **isi, revisi=kembali["revisi"] - 1)
        assert basi.json()["pesan"].startswith("Data ini baru saja diubah orang lain.")
        assert (
            kirim(pemilik, f"{jalur}ajukan/", **isi, revisi=kembali["revisi"]).json()["data"]["sk_nomor"] == "823/0043"
        )
        assert kirim(pemilik, f"{jalur}ajukan/", **isi).status_code == 409

    def test_is_validated_once_or_refused_with_a_reason(
        self, dunia: Dunia, petugas: KlienApi, admin: KlienApi, pemilik: KlienApi
    ):
        putuskan(petugas, dunia.bukti)
        jalur = f"riwayat/{dunia.riwayat.pk}/"
        assert [r["id"] for r in admin.get("/api/v1/riwayat/antrean/").json()["results"]] == [dunia.riwayat.pk]
        assert kirim(admin, f"{jalur}tolak/", catatan="").status_code == 422
        assert kirim(admin, f"{jalur}validasi/").json()["status"] == "divalidasi_admin"
        assert kirim(admin, f"{jalur}validasi/").status_code == 409
        assert kirim(admin, f"{jalur}tolak/", catatan="Terlambat.").status_code == 409
        assert Kabar.objects.filter(teks__startswith="Riwayat golongan Anda").exists()
        assert kirim(pemilik, f"{jalur}batalkan/").status_code == 409

    def test_nobody_validates_before_the_fasilitator_has_verified(self, dunia: Dunia, admin: KlienApi):
        assert kirim(admin, f"riwayat/{dunia.riwayat.pk}/validasi/").status_code == 409

    def test_is_withdrawn_by_its_owner(self, dunia: Dunia, pemilik: KlienApi, petugas: KlienApi):
        assert kirim(pemilik, f"riwayat/{dunia.riwayat.pk}/batalkan/").json()["status"] == "dibatalkan"
        assert petugas.get("/api/v1/riwayat/antrean/").json()["count"] == 0

    def test_an_administrator_never_decides_on_their_own(self, kantor: Kantor, admin: KlienApi):
        benda.muat_aturan()
        sendiri = kantor.orang["administrator"]
        bukti = benda.buat_dokumen(sendiri, "SK_CPNS", status=StatusDokumen.TERVERIFIKASI)
        usulan = benda.buat_usulan(sendiri, bukti)
        usulan.status = StatusRiwayat.DIVERIFIKASI
        usulan.save()
        assert admin.get("/api/v1/riwayat/antrean/").json()["count"] == 0
        jawaban = kirim(admin, f"riwayat/{usulan.pk}/validasi/")
        assert jawaban.json()["pesan"] == "Anda tidak dapat memvalidasi data sendiri. Petugas lain yang menanganinya."


def test_nothing_of_the_walk_left_a_job_behind_that_fails(dunia: Dunia, petugas: KlienApi):
    putuskan(petugas, dunia.dokumen)
    jalankan_semua()
    assert not Job.objects.exclude(galat="").exists()
