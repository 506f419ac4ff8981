"""Requests and decrees over the API: each step by whose turn it is, once, with the sentences of the pages."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from docservice.akun.models import Kabar
from docservice.layanan.models import Permohonan
from docservice.layanan.status import StatusPermohonan
from tests.docservice.api import dunia as pembuat
from tests.docservice.api.conftest import Kantor, Klien, KlienApi, badan, kirim
from tests.docservice.api.dunia import Dunia
from tests.docservice.bersama import serentak


@pytest.fixture
def dunia(kantor: Kantor) -> Dunia:
    return pembuat.bangun(kantor)


class TestPermohonan:
    def test_says_exactly_what_is_missing(self, dunia: Dunia, pemilik: KlienApi):
        cek = pemilik.get("/api/v1/layanan/l/periksa/").json()
        assert cek["lengkap"] is False
        assert {"golongan", "kinerja", "dokumen:SK_PNS:"} <= {b["kode"] for b in cek["kurang"]}
        assert {b["kode"] for b in cek["menunggu"]} == {"dokumen:SK_CPNS:", "dokumen:KARPEG:"}
        Permohonan.objects.all().update(status=StatusPermohonan.DIBATALKAN)
        ditolak = kirim(pemilik, "permohonan/", layanan="l", pernyataan=True)
        assert set(ditolak.json()["isian"]) == {b["kode"] for b in cek["kurang"] + cek["tidak_terpenuhi"]}

    def test_a_service_that_is_closed_or_unknown_is_told_so(self, dunia: Dunia, pemilik: KlienApi):
        tutup = kirim(pemilik, "permohonan/", layanan="q", pernyataan=True)
        assert (tutup.status_code, tutup.json()["pesan"]) == (422, "Layanan Cuti belum dibuka.")
        assert kirim(pemilik, "permohonan/", layanan="z", pernyataan=True).status_code == 404

    def test_a_service_shows_its_rules_with_the_decision_that_set_them(self, dunia: Dunia, pemilik: KlienApi):
        kp = pemilik.get("/api/v1/layanan/l/").json()
        masa = next(a for a in kp["aturan"] if a["kode"] == "masa_dalam_pangkat_tahun")
        assert (masa["nilai"], masa["dasar"]) == (4, "PerBKN 2/2025")
        assert masa["keputusan_nomor"]
        assert kp["tahap"][0]["status"] == "verifikasi_fasilitator"

    def test_is_returned_with_a_reason_and_kept_from_coming_back_incomplete(
        self, dunia: Dunia, petugas: KlienApi, pemilik: KlienApi
    ):
        jalur = f"permohonan/{dunia.permohonan.pk}/"
        assert kirim(petugas, f"{jalur}btl/", alasan="", kode="lain").json()["isian"] == {"alasan": "Belum diisi."}
        assert kirim(petugas, f"{jalur}btl/", alasan="SK PNS belum ada.", kode="lain").json()["status"] == "btl"
        assert kirim(petugas, f"{jalur}btl/", alasan="Lagi.", kode="lain").status_code == 403
        assert kirim(pemilik, f"{jalur}lengkapi/").json()["kode"] == "belum_lengkap"
        assert kirim(pemilik, f"{jalur}batalkan/").json()["status"] == "dibatalkan_pemohon"
        assert [p["ke"] for p in pemilik.get(f"/api/v1/{jalur}").json()["putusan"]] == ["btl", "dibatalkan_pemohon"]

    def test_a_fasilitator_cannot_refuse_for_good_nor_note_the_pertek(self, dunia: Dunia, petugas: KlienApi):
        jalur = f"permohonan/{dunia.permohonan.pk}/"
        assert kirim(petugas, f"{jalur}tms/", alasan="Tidak.", kode="lain").status_code == 409
        assert kirim(petugas, f"{jalur}pertek/", nomor="PG-1", tanggal="2026-01-10").status_code == 409

    def test_the_administrator_refuses_for_good_with_a_reason(self, dunia: Dunia, petugas: KlienApi, admin: KlienApi):
        jalur = f"permohonan/{dunia.permohonan.pk}/"
        assert kirim(petugas, f"{jalur}teruskan/").json()["status"] == "verifikasi_bkpsdmd"
        assert (
            kirim(admin, f"{jalur}tms/", alasan="Masa pangkat kurang.", kode="lain").json()["catatan"]
            == "Masa pangkat kurang."
        )

    def test_the_administrator_notes_what_bkn_refused(self, dunia: Dunia, petugas: KlienApi, admin: KlienApi):
        jalur = f"permohonan/{dunia.permohonan.pk}/"
        kirim(petugas, f"{jalur}teruskan/")
        assert kirim(admin, f"{jalur}tolak/", alasan="Belum dikirim ke BKN.", kode="lain").status_code == 409
        kirim(admin, f"{jalur}teruskan/")
        assert kirim(admin, f"{jalur}tolak/", alasan="Formasi penuh.", kode="lain").json()["status"] == "ditolak"

    @pytest.mark.dua_ukuran
    @pytest.mark.django_db(transaction=True)
    def test_is_forwarded_once_however_often_the_button_is_pressed(self, kantor: Kantor, klien: Klien):
        dunia = pembuat.bangun(kantor)
        tangan = [klien(kantor.akun("fasilitator")) for _ in range(4)]
        hasil = serentak([partial(kirim, satu, f"permohonan/{dunia.permohonan.pk}/teruskan/") for satu in tangan])
        assert sorted(h.status_code for h in hasil) == [200, 403, 403, 403]
        assert dunia.permohonan.putusan.count() == 1


class TestNaskah:
    def test_an_initial_names_what_was_seen_and_comes_in_turn(self, kantor: Kantor, dunia: Dunia, klien: Klien):
        pemaraf, jalur = klien(kantor.akun("pemaraf")), f"naskah/{dunia.naskah.pk}/"
        assert pemaraf.get("/api/v1/naskah/menunggu-paraf/").json()["count"] == 2 - 1
        assert kirim(pemaraf, f"{jalur}paraf/", sha256="0" * 64).status_code == 409
        assert kirim(pemaraf, f"{jalur}paraf/", sha256=dunia.naskah.draf_sha256).json()["status"] == "menunggu_tte"
        assert kirim(pemaraf, f"{jalur}paraf/", sha256=dunia.naskah.draf_sha256).status_code == 409

    def test_an_official_sends_it_back_with_a_reason(self, kantor: Kantor, dunia: Dunia, klien: Klien):
        pemaraf, jalur = klien(kantor.akun("pemaraf")), f"naskah/{dunia.naskah.pk}/"
        assert kirim(pemaraf, f"{jalur}kembalikan/", alasan="").status_code == 422
        assert kirim(pemaraf, f"{jalur}kembalikan/", alasan="Tembusan kurang.").json()["catatan"] == "Tembusan kurang."
        assert Kabar.objects.filter(pengguna=kantor.akun("administrator"), nada="kembali").exists()

    def test_what_was_sent_for_initials_is_no_longer_changed(self, dunia: Dunia, admin: KlienApi):
        jalur = f"/api/v1/naskah/{dunia.naskah.pk}/"
        ubah = admin.patch(jalur, {"perubahan": {"mengingat": "ringkas"}}, format="json")
        assert ubah.json()["pesan"] == "Naskah ini sudah dikirim untuk paraf, jadi isinya beku."

    def test_no_draft_before_the_pertek(self, dunia: Dunia, admin: KlienApi):
        assert kirim(admin, "naskah/", permohonan=dunia.permohonan.pk).status_code == 409

    def test_the_tray_says_why_a_decree_cannot_be_signed_today(self, kantor: Kantor, dunia: Dunia, klien: Klien):
        kewenangan = dunia.siap.kewenangan
        assert kewenangan is not None
        kewenangan.berlaku_sampai = timezone.localdate() - timedelta(days=1)
        kewenangan.save()
        pejabat = klien(kantor.akun("pejabat"))
        alasan = pejabat.get("/api/v1/naskah/baki/").json()["results"][0]["alasan_tak_dapat"]
        assert alasan.startswith("Wewenang Anda untuk naskah ini berakhir")
        isi = {"naskah": [{"naskah": dunia.siap.pk, "draf_sha256": dunia.siap.draf_sha256}], "passphrase": "x"}
        ditolak = kirim(pejabat, "tanda-tangan/", **isi)
        assert (ditolak.status_code, ditolak.json()["pesan"]) == (403, alasan)

    def test_a_draft_page_and_file_are_served_from_the_frozen_bytes(self, dunia: Dunia, admin: KlienApi):
        jalur = f"/api/v1/naskah/{dunia.naskah.pk}/"
        draf = admin.get(f"{jalur}draf/")
        assert badan(draf).startswith(b"%PDF-1.7 draf")
        assert draf.headers["Content-Disposition"].startswith("attachment; filename=")
        assert badan(admin.get(f"{jalur}halaman/1/")) == b"RIFF draf"
        assert admin.get(f"{jalur}halaman/2/").status_code == 404
