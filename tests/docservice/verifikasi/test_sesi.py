"""A sitting: hold, skip, extend, undo, end; what it leaves behind (screens §5.1, §5.2, §5.4)."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from docservice.akun.models import Kabar
from docservice.audit.models import Jejak
from docservice.dokumen.models import Dokumen, Halaman
from docservice.dokumen.status import StatusDokumen
from docservice.umum.errors import BelumLengkap, SudahBerubah, TidakBerwenang
from docservice.umum.waktu import tanggal_panjang
from docservice.verifikasi import actions, sesi
from docservice.verifikasi.models import Pegang, Sesi, Verifikasi
from docservice.verifikasi.status import StatusSesi
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import FASILITATOR, FASILITATOR_LAIN, Situs, teks, tersembunyi
from tests.docservice.riwayat.alat import ajukan, berkas
from tests.docservice.verifikasi.alat import balikkan, sahkan

pytestmark = pytest.mark.django_db


def test_the_first_decision_opens_a_sitting_and_later_ones_join_it(kantor_contoh: KantorUji):
    satu, dua = sahkan(kantor_contoh, berkas(kantor_contoh, 13)), balikkan(kantor_contoh, berkas(kantor_contoh, 13))
    assert satu.sesi == dua.sesi == Sesi.objects.get(oleh=kantor_contoh.akun(FASILITATOR))
    assert sesi.putusan_sesi(Sesi.objects.get()) == [satu, dua]


def test_what_was_put_aside_is_not_offered_again_until_the_end(kantor_contoh: KantorUji):
    by = kantor_contoh.akun(FASILITATOR)
    satu, dua = berkas(kantor_contoh, 13), berkas(kantor_contoh, 13)
    sesi.ambil(by=by)
    sesi.lewati(by=by, dokumen=satu)
    assert [d.pk for d in sesi.ambil(by=by)] == [dua.pk, satu.pk]  # skipped ones last
    sahkan(kantor_contoh, dua)
    akhir = sesi.akhiri(by=by)
    assert (akhir.status, akhir.dilewati, akhir.selesai is not None) == (StatusSesi.BERAKHIR, 1, True)
    assert not Pegang.objects.exists()
    assert Jejak.objects.get(aksi="sesi.diakhiri").rincian == {"putusan": 1, "dilewati": 1}


def test_a_sitting_without_a_decision_leaves_no_minutes(kantor_contoh: KantorUji):
    by = kantor_contoh.akun(FASILITATOR)
    berkas(kantor_contoh, 13)
    sesi.ambil(by=by)
    with pytest.raises(BelumLengkap, match="Belum ada berkas yang Anda putuskan"):
        sesi.akhiri(by=by)
    assert not Pegang.objects.exists(), "others may take them at once"
    assert sesi.ambil(by=by)
    klien = Situs(kantor_contoh).masuk(FASILITATOR)
    assert "Tumpukan Anda dikembalikan ke antrean." in teks(klien.post("/verifikasi/akhiri/", follow=True))
    actions.urungkan(by=by, putusan=sahkan(kantor_contoh, Dokumen.objects.get()))
    with pytest.raises(BelumLengkap):
        sesi.akhiri(by=by)


def test_after_its_end_nothing_of_it_is_undone(kantor_contoh: KantorUji):
    by = kantor_contoh.akun(FASILITATOR)
    putusan = sahkan(kantor_contoh, berkas(kantor_contoh, 13))
    sesi.akhiri(by=by)
    with pytest.raises(SudahBerubah, match="Sesi ini sudah diakhiri"):
        actions.urungkan(by=by, putusan=putusan)


def test_a_new_day_is_a_new_sitting(kantor_contoh: KantorUji):
    with time_machine.travel("2026-11-16 03:00Z", tick=False):
        lama = sahkan(kantor_contoh, berkas(kantor_contoh, 13)).sesi
    with time_machine.travel("2026-11-17 03:00Z", tick=False):
        baru = sahkan(kantor_contoh, berkas(kantor_contoh, 13)).sesi
    assert lama
    assert baru
    assert lama != baru
    assert Sesi.objects.get(pk=lama.pk).status == StatusSesi.BERAKHIR


def test_what_was_left_running_is_ended_and_reminded_of_once_a_day(kantor_contoh: KantorUji):
    by = kantor_contoh.akun(FASILITATOR)
    with time_machine.travel("2026-11-16 03:00Z", tick=False):
        sahkan(kantor_contoh, berkas(kantor_contoh, 13))
    for jam in ("2026-11-17 00:00Z", "2026-11-17 06:00Z", "2026-11-18 00:00Z"):
        with time_machine.travel(jam, tick=False):
            assert sesi.ingatkan() == 1
    kabar = Kabar.objects.filter(pengguna=by, teks__contains="menunggu tanda tangan")
    assert kabar.count() == 2
    assert kabar[0].tautan == f"/verifikasi/sesi/{Sesi.objects.get().pk}/"


def test_an_extension_holds_for_another_half_hour_but_not_what_ran_out(kantor_contoh: KantorUji):
    by = kantor_contoh.akun(FASILITATOR)
    berkas(kantor_contoh, 13)
    sesi.ambil(by=by)
    Pegang.objects.update(sampai=timezone.now() + timedelta(minutes=1))
    assert sesi.perpanjang(by=by) == 1
    assert Pegang.objects.get().sampai > timezone.now() + timedelta(minutes=29)
    Pegang.objects.update(sampai=timezone.now() - timedelta(minutes=1))
    with pytest.raises(SudahBerubah, match="sudah habis"):
        sesi.perpanjang(by=by)


def test_only_the_units_fasilitator_puts_a_paper_aside(kantor_contoh: KantorUji):
    with pytest.raises(TidakBerwenang):
        sesi.lewati(by=kantor_contoh.akun(FASILITATOR_LAIN), dokumen=berkas(kantor_contoh, 13))


def test_whose_task_ended_gives_the_batch_back_and_is_told(situs: Situs):
    by = situs.akun(FASILITATOR)
    dokumen = situs.dokumen(13, "SK_CPNS")
    klien = situs.masuk(FASILITATOR)
    sesi.ambil(by=by)
    kemarin = timezone.localdate() - timedelta(days=1)
    by.penugasan.filter(peran="fasilitator").update(berlaku_sampai=kemarin)
    for cara in (klien.get, klien.post):
        Pegang.objects.get_or_create(
            dokumen=dokumen, oleh=by, defaults={"sampai": timezone.now() + timedelta(minutes=9)}
        )
        jawaban = cara(f"/verifikasi/{dokumen.pk}/", follow=True)
        assert f"Tugas fasilitator Anda berakhir {tanggal_panjang(kemarin)}. Tumpukan dikembalikan" in teks(jawaban)
        assert not Pegang.objects.exists()
    assert klien.get(f"/verifikasi/{dokumen.pk}/").status_code in (403, 404)
    assert not Verifikasi.objects.exists()


def test_the_desk_says_how_far_the_sitting_is_and_what_it_decided(situs: Situs):
    satu, dua, _ = (situs.dokumen(13, "SK_CPNS") for _ in range(3))
    sesi.ambil(by=situs.akun(FASILITATOR))
    sahkan(situs.kantor, satu)
    isi = teks(situs.masuk(FASILITATOR).get(f"/verifikasi/{dua.pk}/"))
    assert "2 dari 3" in isi
    assert "Terverifikasi: " in isi


# --- on the page -----------------------------------------------------------------------------------------------


def putuskan(klien: Client, dokumen: Dokumen, **isi: Any) -> Any:
    alamat = f"/verifikasi/{dokumen.pk}/"
    bawaan = tersembunyi(klien.get(alamat)) | {"basis": "asli", "dilihat": "1", "tindakan": "verifikasi"}
    return klien.post(alamat, {**bawaan, **isi})


def test_a_value_that_was_not_found_must_be_looked_up_first(situs: Situs):
    riwayat = ajukan(situs.kantor)
    dokumen = Dokumen.objects.get(bukti_riwayat__riwayat=riwayat)
    klien = situs.masuk(FASILITATOR)
    ditolak = putuskan(klien, dokumen)
    assert ditolak.status_code == 422
    assert "Periksa dulu" in teks(ditolak)
    assert 'value="asli" data-tombol="A|a" checked' in ditolak.content.decode()
    assert putuskan(klien, dokumen, diperiksa=_perlu_dicari(klien, dokumen)).status_code == 302
    dokumen.refresh_from_db()
    assert dokumen.status == StatusDokumen.TERVERIFIKASI


def _perlu_dicari(klien: Client, dokumen: Dokumen) -> list[str]:
    isi = klien.get(f"/verifikasi/{dokumen.pk}/").content.decode()
    return re.findall(r'name="diperiksa" value="([^"]+)"', isi)


def test_a_marked_reason_stops_a_verification(situs: Situs):
    dokumen = situs.dokumen(13, "SK_CPNS")
    jawaban = putuskan(situs.masuk(FASILITATOR), dokumen, alasan="1:1", diperiksa=["nama", "nip"])
    assert jawaban.status_code == 422
    assert "Ada alasan yang ditandai. Tekan T untuk mengembalikan" in teks(jawaban)


def test_reasons_stand_by_page_and_the_agency_may_be_told(situs: Situs):
    dokumen = situs.dokumen(13, "SK_CPNS")
    isi = {"tindakan": "kembalikan", "alasan": ["1:1", "1:7"], "diteruskan": "1", "detik": "12"}
    assert putuskan(situs.masuk(FASILITATOR), dokumen, **isi).status_code == 302
    putusan = sesi.putusan_sesi(Sesi.objects.get())[0]
    assert (putusan.alasan, putusan.diteruskan, putusan.detik) == ([[1, "1"], [1, "7"]], True, 12)


def test_the_way_leads_on_and_to_the_minutes(situs: Situs):
    satu, dua = situs.dokumen(13, "SK_CPNS"), situs.dokumen(13, "IJAZAH")
    klien = situs.masuk(FASILITATOR)
    assert klien.post("/verifikasi/").headers["Location"] == f"/verifikasi/{satu.pk}/"
    assert klien.post(f"/verifikasi/{satu.pk}/lewati/").headers["Location"] == f"/verifikasi/{dua.pk}/"
    lanjut = putuskan(klien, dua, diperiksa=["nama", "nip"])
    assert lanjut.headers["Location"] == "/verifikasi/"
    assert "Akhiri sesi" in teks(klien.get("/verifikasi/"))
    akhir = klien.post("/verifikasi/akhiri/")
    assert akhir.headers["Location"] == f"/verifikasi/sesi/{Sesi.objects.get().pk}/"


def test_the_verified_paper_of_the_same_kind_lies_beside(situs: Situs):
    acuan = situs.dokumen(13, "SK_CPNS", status=StatusDokumen.TERVERIFIKASI)
    dokumen = situs.dokumen(13, "SK_CPNS")
    klien = situs.masuk(FASILITATOR)
    assert "Bandingkan" in teks(klien.get(f"/verifikasi/{dokumen.pk}/"))
    assert f"/dokumen/{acuan.pk}/" in klien.get(f"/verifikasi/{dokumen.pk}/bandingkan/").content.decode()


def test_after_a_paper_in_the_middle_the_next_one_lies_on_the_desk(situs: Situs):
    satu, dua, tiga = (situs.dokumen(13, kode) for kode in ("SK_CPNS", "IJAZAH", "KARPEG"))
    klien = situs.masuk(FASILITATOR)
    klien.post("/verifikasi/")
    klien.defaults["HTTP_HX_REQUEST"] = "true"
    isi = {"diperiksa": ["nama", "nip"], "depan": tiga.versi_terkini.sha256}
    jawaban = putuskan(klien, dua, **isi)
    assert jawaban.headers["HX-Push-Url"] == f"/verifikasi/{tiga.pk}/"
    halaman = jawaban.content.decode()
    assert "Ijazah" in halaman, "what was decided, while it can be undone"
    assert 'id="meja"' not in halaman, "the browser shows that very version"
    lain = putuskan(klien, tiga, diperiksa=["nama", "nip"], depan="0" * 64)
    assert lain.headers["HX-Push-Url"] == f"/verifikasi/{satu.pk}/"
    assert 'id="meja"' in lain.content.decode(), "another one than it thinks"


def test_beside_it_lie_all_pages_of_the_verified_one(situs: Situs):
    acuan = situs.dokumen(13, "SK_CPNS", status=StatusDokumen.TERVERIFIKASI)
    satu = acuan.versi_terkini.halaman.get()
    Halaman.objects.create(versi=satu.versi, nomor=2, lebar=satu.lebar, tinggi=satu.tinggi, gambar=satu.gambar)
    dokumen = situs.dokumen(13, "SK_CPNS")
    isi = situs.masuk(FASILITATOR).get(f"/verifikasi/{dokumen.pk}/bandingkan/").content.decode()
    assert "Halaman 1 dari 2, pembanding" in isi
    assert "Halaman 2 dari 2, pembanding" in isi
