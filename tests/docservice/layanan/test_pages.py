"""The request page: the officer whose turn it is gets the buttons of this stage, and no others."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from docservice.dokumen.status import StatusDokumen
from docservice.layanan import views
from docservice.layanan.models import Layanan, Permohonan, VersiLayanan
from docservice.layanan.status import StatusPermohonan
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, PEJABAT, PEMILIK, Situs, teks
from tests.docservice.layanan.alat import berpangkat, lengkapi, permohonan
from tests.docservice.riwayat.alat import berkas

pytestmark = pytest.mark.django_db
P = StatusPermohonan


def halaman(situs: Situs, nomor: int, satu: Permohonan) -> str:
    return teks(situs.masuk(nomor).get(reverse("layanan:permohonan", args=[satu.pk])))


def putuskan(situs: Situs, nomor: int, satu: Permohonan, tindakan: str, **isi: str) -> Any:
    return situs.masuk(nomor).post(reverse("layanan:putuskan", args=[satu.pk, tindakan]), isi)


KE_BKPSDMD, KE_BKN, BTL, TMS = "Teruskan ke BKPSDMD", "Teruskan ke BKN", "Perlu dilengkapi (BTL)", "syarat (TMS)"
DITOLAK, PERTEK = "Tidak disetujui BKN", "Catat pertek"


@pytest.mark.parametrize(
    ("status", "nomor", "tampak"),
    [
        (P.FASILITATOR, FASILITATOR, {KE_BKPSDMD, BTL}),
        (P.BKPSDM, ADMINISTRATOR, {KE_BKN, BTL, TMS}),
        (P.EKSTERNAL, ADMINISTRATOR, {BTL, DITOLAK, PERTEK}),
        (P.EKSTERNAL, FASILITATOR, set()),
        (P.BKPSDM, PEMILIK, set()),
    ],
)
def test_who_sees_which_buttons(situs: Situs, status: StatusPermohonan, nomor: int, tampak: set[str]):
    isi = halaman(situs, nomor, permohonan(situs.kantor, status))
    assert {tombol for tombol in (KE_BKPSDMD, KE_BKN, BTL, TMS, DITOLAK, PERTEK) if tombol in isi} == tampak


def test_the_queue_is_narrowed_and_comes_fifty_at_a_time(situs: Situs, monkeypatch: pytest.MonkeyPatch):
    satu, klien = permohonan(situs.kantor, P.FASILITATOR), situs.masuk(FASILITATOR)
    alamat = reverse("layanan:antrean")
    for saring, ada in (
        ({}, True),
        ({"q": satu.pegawai.nip}, True),
        ({"q": satu.pegawai.unit.nama, "layanan": satu.layanan_id}, True),
        ({"layanan": "karangan", "hal": "99"}, True),  # what stands for nothing narrows nothing
        ({"q": "karangan"}, False),
    ):
        isi = teks(klien.get(alamat, saring))
        assert ("1 menunggu keputusan Anda" if ada else "Tidak ada yang cocok dengan saringan ini.") in isi, saring
        assert (satu.nomor in isi) is ada
    monkeypatch.setattr(views, "PER_HALAMAN", 1)
    Permohonan.objects.create(
        layanan=Layanan.objects.exclude(pk=satu.layanan_id)[0],
        nomor="LAIN-1",
        pegawai=satu.pegawai,
        dibuat_oleh=satu.dibuat_oleh,
    )
    awal, akhir = (teks(klien.get(alamat, {"hal": n})) for n in (1, 2))
    assert (satu.nomor in awal, "LAIN-1" in awal, "LAIN-1" in akhir) == (True, False, True)


def test_a_refusal_by_bkn_ends_the_request_and_reaches_the_applicant(situs: Situs):
    satu = permohonan(situs.kantor, P.EKSTERNAL)
    tanpa = putuskan(situs, ADMINISTRATOR, satu, "tolak", alasan="", kode="formasi")
    assert tanpa.status_code == 422
    assert "Tulis alasannya agar pemohon tahu yang harus dilakukan." in teks(tanpa)
    jawaban = putuskan(situs, ADMINISTRATOR, satu, "tolak", alasan="Formasi jenjang penuh.", kode="formasi", yakin="1")
    assert jawaban.status_code == 302
    assert "Tidak disetujui: Formasi jenjang penuh." in halaman(situs, PEMILIK, satu)


def test_what_can_be_asked_for_stands_first(situs: Situs):
    isi = teks(situs.masuk(PEMILIK).get(reverse("layanan:katalog")))
    assert isi.index("Biasanya selesai 20 hari kerja") < isi.index("Belum dibuka.")
    assert isi.index("Surat izin cuti") < isi.index("SK pemberhentian dan pemberian pensiun") < isi.index("Lainnya")


def katalog(situs: Situs, nomor: int = PEMILIK, q: str = "") -> str:
    return teks(situs.masuk(nomor).get(reverse("layanan:katalog"), {"q": q} if q else {}))


def cek(situs: Situs, nomor: int = PEMILIK) -> str:
    return teks(situs.masuk(nomor).get(reverse("layanan:cek", args=["l"])))


def test_a_service_says_for_whom_it_is_and_what_to_have_ready(situs: Situs):
    isi = katalog(situs)
    assert "Petikan SK kenaikan pangkat · untuk PNS aktif dalam jabatan pelaksana" in isi
    assert "Yang perlu disiapkan SK CPNS SK PNS" in isi
    assert "2 tahun terakhir" in isi
    assert "hanya bila naik ke golongan berikutnya (dari ruang d)" in isi


def test_the_catalogue_is_searched_by_name_and_by_result(situs: Situs):
    isi = katalog(situs, q="cuti")
    assert "Surat izin cuti" in isi
    assert "Kenaikan pangkat" not in isi
    assert 'Tidak ada layanan yang cocok dengan "kapal". Coba kata lain.' in katalog(situs, q="kapal")


def versi(situs: Situs, kode: str, mulai: int, *, dibuka: bool, sampai: date | None = None) -> None:
    VersiLayanan.objects.create(
        layanan=Layanan.objects.get(pk=kode),
        dibuka=dibuka,
        alasan="Menunggu peraturan baru.",
        berlaku_dari=timezone.localdate() + timedelta(days=mulai),
        berlaku_sampai=sampai,
        keputusan_nomor="800/9",
        keputusan_tanggal=date(2026, 11, 2),
        ditulis_oleh=situs.akun(ADMINISTRATOR),
    )


def test_a_service_that_was_switched_off_names_the_day_and_the_decision(situs: Situs):
    versi(situs, "l", -14, dibuka=False)
    assert "Dinonaktifkan sejak 2 November 2026 (Keputusan 800/9)." in katalog(situs)


def test_a_service_says_when_it_opens_again(situs: Situs):
    versi(situs, "q", 46, dibuka=True)
    assert "Belum dibuka. Dibuka lagi 1 Januari 2027." in katalog(situs)


def test_how_long_it_usually_takes_comes_from_what_was_finished(situs: Situs):
    satu = permohonan(situs.kantor, P.SELESAI)
    for n in range(1, 5):
        satu.pk, satu.nomor = None, f"KP-2026-9{n}"
        satu.save()
    kini = timezone.now()
    Permohonan.objects.update(dibuat_pada=kini - timedelta(days=7), sejak=kini)
    assert "Biasanya selesai 5 hari kerja" in katalog(situs)


def test_what_one_can_ask_for_now_stands_on_top(situs: Situs):
    lengkapi(situs.kantor)
    assert "Untuk Anda sekarang Kenaikan pangkat ke III/b Semua syarat terpenuhi" in katalog(situs)
    assert "Untuk Anda sekarang" not in katalog(situs, PEJABAT)  # an official is promoted another way


def test_a_line_that_time_alone_fulfils_says_from_when(situs: Situs):
    lengkapi(situs.kantor)
    berpangkat(situs.kantor, PEMILIK, "III/a", date(2024, 2, 1))
    kalimat = "Masa dalam pangkat 2 tahun 10 bulan. Paling sedikit 4 tahun. Dapat diajukan mulai 1 Februari 2028."
    assert kalimat in cek(situs)
    assert "Kenaikan pangkat ke III/b Dapat diajukan mulai 1 Februari 2028." in katalog(situs)


def test_a_paper_that_waits_for_others_asks_nothing_of_its_owner(situs: Situs):
    lengkapi(situs.kantor, kecuali="KARPEG")
    berkas(situs.kantor, PEMILIK, "KARPEG", status=StatusDokumen.MENUNGGU)
    isi = cek(situs)
    assert "Semua syarat terpenuhi." in isi
    assert "menunggu verifikasi sejak 16 November 2026. Anda tidak perlu melakukan apa pun." in isi


def test_the_first_missing_thing_is_the_one_filled_button(situs: Situs):
    lengkapi(situs.kantor, kecuali="KARPEG")
    jawaban = situs.masuk(PEMILIK).get(reverse("layanan:cek", args=["l"]))
    assert jawaban.content.decode().count('class="tombol utama"') == 1
    assert "Belum lengkap: kurang 1 dari" in teks(jawaban)
    ajukan = situs.masuk(PEMILIK).post(reverse("layanan:cek", args=["l"]), {"pernyataan": "on"})
    assert ajukan.status_code == 422
    assert "Belum dapat diajukan. Kurang: " in teks(ajukan)


def test_coming_back_to_the_window_checks_again(situs: Situs):
    lengkapi(situs.kantor)
    bagian = situs.masuk(PEMILIK).get(reverse("layanan:cek", args=["l"]), headers={"HX-Request": "true"})
    assert "Semua syarat terpenuhi." in teks(bagian)
    assert b"<html" not in bagian.content
