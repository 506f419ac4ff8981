"""The page of one document: what it shows to whom, and what it leaves behind."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from docservice.audit.models import Jejak
from docservice.dokumen import gudang, tanda_tangan
from docservice.dokumen.models import AksesBaca, Dokumen, Halaman, VersiDokumen
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from docservice.dokumen.tautan import Tautan, daftarkan_tautan, tautan
from signing import Report, SignatureReport, Verdict
from tests.docservice.factories import versi_dari
from tests.docservice.halaman import (
    ADMINISTRATOR,
    FASILITATOR,
    FASILITATOR_LAIN,
    PEMILIK,
    STAF_ARSIP,
    TETANGGA,
    Situs,
    badan,
    teks,
)


def alamat(dokumen: Dokumen, akhir: str = "") -> str:
    return reverse("dokumen:dokumen", args=[dokumen.pk]) + akhir


def status(situs: Situs, nomor: int, jalur: str) -> int:
    jawaban = situs.masuk(nomor).get(jalur)
    badan(jawaban)
    return int(jawaban.status_code)


BOLEH = {PEMILIK: 200, FASILITATOR: 200, ADMINISTRATOR: 200, STAF_ARSIP: 200, FASILITATOR_LAIN: 404, TETANGGA: 404}


@pytest.mark.parametrize("akhir", ["", "unduh/", "v1/halaman/1.webp", "v1/kecil/1.webp"])
def test_who_may_not_know_of_a_paper_finds_nothing_at_any_of_its_addresses(situs: Situs, akhir: str):
    dokumen = situs.dokumen(PEMILIK, "KARPEG")
    assert {n: status(situs, n, alamat(dokumen, akhir)) for n in BOLEH} == BOLEH


def test_page_and_original_are_sent_without_being_cached_guessed_or_run(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG", isi=b"%PDF-1.7 asli")
    saya = situs.masuk(PEMILIK)
    gambar, asli = saya.get(alamat(dokumen, "v1/halaman/1.webp")), saya.get(alamat(dokumen, "unduh/"))
    for jawaban in (gambar, asli):
        assert jawaban.headers["X-Content-Type-Options"] == "nosniff"
        assert "private" in jawaban.headers["Cache-Control"]
        assert jawaban.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "no-store" in asli.headers["Cache-Control"]
    assert gambar.headers["Content-Type"] == "image/webp"
    assert badan(gambar)[:4] == b"RIFF"
    assert badan(asli) == b"%PDF-1.7 asli"
    nama = f"KARPEG_{situs.orang(PEMILIK).nip}_v1.pdf"
    assert asli.headers["Content-Disposition"] == f'attachment; filename="{nama}"'


@pytest.mark.parametrize("akhir", ["unduh/", "v1/halaman/1.webp", "v1/kecil/1.webp"])
def test_a_server_in_front_sends_the_bytes_with_the_same_headers(situs: Situs, settings: Any, akhir: str):
    dokumen = situs.dokumen(PEMILIK, "KARPEG", isi=b"%PDF-1.7 asli")
    biasa = situs.masuk(PEMILIK).get(alamat(dokumen, akhir))
    isi = badan(biasa)
    settings.ACCEL_REDIRECT = "/berkas-dalam/"
    lewat = situs.masuk(PEMILIK).get(alamat(dokumen, akhir))
    tujuan = lewat.headers.pop("X-Accel-Redirect")[1]
    assert (badan(lewat), tujuan[:20]) == (b"", "/berkas-dalam/arsip/")
    assert Path(gudang._akar(), tujuan.removeprefix("/berkas-dalam/")).read_bytes() == isi
    for jawaban in (biasa, lewat):
        jawaban.headers.pop("Content-Length")
    assert dict(lewat.headers) == dict(biasa.headers)
    assert situs.masuk(TETANGGA).get(alamat(dokumen, akhir)).status_code == 404
    assert "X-Accel-Redirect" not in situs.masuk(TETANGGA).get(alamat(dokumen, akhir)).headers


def test_sealed_and_missing_bytes_are_nobody_elses_to_send(situs: Situs, settings: Any):
    settings.ACCEL_REDIRECT = "/berkas-dalam/"
    isi = b"%PDF-1.7 rahasia"
    dokumen = situs.dokumen(PEMILIK, "KARPEG", isi=b"%PDF-1.7 hilang")
    versi = dokumen.versi_terkini
    VersiDokumen.objects.filter(pk=versi.pk).update(sha256=gudang.arsip(rahasia=True).put(io.BytesIO(isi)).sha256)
    jawaban = situs.masuk(PEMILIK).get(alamat(dokumen, "unduh/"))
    assert (badan(jawaban), jawaban.headers["Content-Length"]) == (isi, str(len(isi)))
    assert "X-Accel-Redirect" not in jawaban.headers
    VersiDokumen.objects.filter(pk=versi.pk).update(sha256="0" * 64)
    assert situs.masuk(PEMILIK).get(alamat(dokumen, "unduh/")).status_code == 404


def test_a_page_is_kept_by_the_browser_but_asked_for_each_time(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG")
    tujuan, petugas = alamat(dokumen, "v1/halaman/1.webp"), situs.masuk(FASILITATOR)
    pertama = petugas.get(tujuan)
    badan(pertama)
    assert pertama.headers["Cache-Control"] == "private, no-cache"
    kepala = {"If-None-Match": pertama.headers["ETag"]}
    assert petugas.get(tujuan, headers=kepala).status_code == 304
    assert situs.masuk(TETANGGA).get(tujuan, headers=kepala).status_code == 404


def test_looking_is_noted_once_for_others_and_never_for_oneself(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG")
    petugas, saya = situs.masuk(FASILITATOR), situs.masuk(PEMILIK)
    for klien in (petugas, saya):
        for akhir in ("", "v1/halaman/1.webp", "v1/kecil/1.webp"):
            badan(klien.get(alamat(dokumen, akhir)))
    baris = AksesBaca.objects.get()
    assert (baris.pengguna, baris.cara) == (situs.akun(FASILITATOR), "lihat")
    assert Jejak.objects.filter(aksi="dokumen.lihat").count() == 1
    assert situs.orang(FASILITATOR).nama in teks(saya.get(alamat(dokumen)))
    assert "Siapa yang melihat" not in teks(petugas.get(alamat(dokumen)))


def test_an_older_version_says_so_and_leads_to_the_one_in_force(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG")
    versi_dari(dokumen, b"%PDF-1.7 kedua")
    isi = teks(situs.masuk(FASILITATOR).get(alamat(dokumen, "?v=1")))
    assert "Anda melihat versi 1. Versi yang berlaku: 2." in isi
    assert "Anda melihat versi" not in teks(situs.masuk(FASILITATOR).get(alamat(dokumen)))


def test_an_unscanned_version_is_on_no_page(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG")
    versi_dari(dokumen, b"%PDF-1.7 belum", status=StatusBerkas.DITERIMA)
    for nomor in (PEMILIK, FASILITATOR):
        klien = situs.masuk(nomor)
        assert "Versi 2" not in teks(klien.get(alamat(dokumen)))
        assert klien.get(alamat(dokumen, "?v=2")).status_code == 404
        assert klien.get(alamat(dokumen, "unduh/?v=2")).status_code == 404


def test_before_the_scan_its_uploader_is_led_to_its_progress(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG", bersih=False, status=StatusDokumen.DIPROSES)
    VersiDokumen.objects.filter(dokumen=dokumen).update(status=StatusBerkas.DITERIMA)
    jawaban = situs.masuk(PEMILIK).get(alamat(dokumen))
    assert jawaban.headers["Location"] == reverse("dokumen:proses", args=[dokumen.pk])
    assert situs.masuk(FASILITATOR).get(alamat(dokumen)).status_code == 404


def test_pages_have_an_address_each_and_words_are_boxed_on_them(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG")
    versi = dokumen.versi_terkini
    satu = versi.halaman.get()
    kata = [["Kenaikan", 0.1, 0.2, 0.3, 0.25, 95], ["pangkat", 0.4, 0.2, 0.5, 0.25, 95]]
    Halaman.objects.create(versi=versi, nomor=2, lebar=9, tinggi=9, gambar=satu.gambar, kecil=satu.kecil, kata=kata)
    VersiDokumen.objects.filter(pk=versi.pk).update(jumlah_halaman=2)
    saya = situs.masuk(PEMILIK)
    jawaban = saya.get(alamat(dokumen, "?q=PANGKAT"))
    assert "Halaman 2 dari 2" in teks(jawaban)
    assert "1 kata ditemukan di 1 halaman." in teks(jawaban)
    assert jawaban.content.count(b'<rect class="temuan"') == 1
    assert "tidak ditemukan di dokumen ini" in teks(saya.get(alamat(dokumen, "?q=cuti")))
    assert "Halaman 7 tidak ada." in teks(saya.get(alamat(dokumen, "?hal=7")))


def test_what_cannot_be_shown_safely_says_so_and_stays_a_download(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG")
    dokumen.versi_terkini.halaman.all().delete()
    VersiDokumen.objects.filter(dokumen=dokumen).update(status=StatusBerkas.TAK_TERBACA)
    jawaban = teks(situs.masuk(PEMILIK).get(alamat(dokumen)))
    assert "Halaman ini tidak dapat ditampilkan dengan aman. Berkas aslinya dapat diunduh." in jawaban


def test_a_returned_paper_offers_its_owner_to_photograph_it_again(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG", status=StatusDokumen.DIKEMBALIKAN)
    ulang = f'href="/dokumen/{dokumen.pk}/unggah/"'
    assert ulang in situs.masuk(PEMILIK).get(alamat(dokumen)).content.decode()
    assert ulang not in situs.masuk(ADMINISTRATOR).get(alamat(dokumen)).content.decode()


@pytest.fixture
def pemeriksa() -> Iterator[list[Report]]:
    """What the verifier will answer, asked through the real registry and cache."""
    semula = list(tanda_tangan._pemeriksa)
    jawaban: list[Report] = []
    dipanggil: list[Path] = []

    def periksa(path: Path) -> Report:
        dipanggil.append(path)
        return jawaban[0]

    tanda_tangan.daftarkan_pemeriksa(periksa)
    yield jawaban
    assert len(dipanggil) <= 1, "one look per hash"
    tanda_tangan._pemeriksa[:] = semula


def test_signatures_are_judged_once_and_shown_with_the_authoritys_time(situs: Situs, pemeriksa: list[Report]):
    satu = SignatureReport(
        "Tanda1",
        "Raditya Anggarista",
        Verdict.VALID,
        [],
        level="B-LTA",
        timestamp="2026-11-02T03:14:27+00:00",
        trust="trusted",
        revocation="good",
    )
    pemeriksa.append(Report(Verdict.VALID, [], [satu], development=True))
    dokumen = situs.dokumen(PEMILIK, "SK_KP", isi__bertanda_tangan=1)
    saya, laporan = situs.masuk(PEMILIK), reverse("dokumen:tanda_tangan", args=[dokumen.pk])
    assert f'hx-get="{laporan}?v=1"' in saya.get(alamat(dokumen)).content.decode()
    kartu = teks(saya.get(laporan, headers={"HX-Request": "true"}))
    assert "Sah" in kartu
    assert "2 November 2026, 10.14.27 WIB (TSA)" in kartu
    assert "Isi tidak berubah sejak ditandatangani" in kartu
    assert "Bukti jangka panjang tersimpan (B-LTA)" in kartu
    assert "Raditya Anggarista" in teks(saya.get(alamat(dokumen)))  # from the cache now
    assert "Laporan tanda tangan" in teks(saya.get(laporan))


def test_an_invalid_signature_shows_its_reason_and_no_reassuring_check(situs: Situs, pemeriksa: list[Report]):
    buruk = SignatureReport("Tanda1", None, Verdict.INVALID, ["Isi berubah sesudah ditandatangani."])
    pemeriksa.append(Report(Verdict.INVALID, ["Isi berubah sesudah ditandatangani."], [buruk]))
    dokumen = situs.dokumen(PEMILIK, "SK_KP", isi__bertanda_tangan=1)
    isi = teks(situs.masuk(PEMILIK).get(reverse("dokumen:tanda_tangan", args=[dokumen.pk])))
    assert "Tidak sah" in isi
    assert "Isi berubah sesudah ditandatangani." in isi
    assert "Isi tidak berubah" not in isi


def test_an_unsigned_file_has_no_signature_report(situs: Situs, pemeriksa: list[Report]):
    dokumen = situs.dokumen(PEMILIK, "KARPEG")
    assert situs.masuk(PEMILIK).get(reverse("dokumen:tanda_tangan", args=[dokumen.pk])).status_code == 404


def test_an_upper_room_adds_its_links_through_the_registry(situs: Situs):
    dokumen, semula = situs.dokumen(PEMILIK, "KARPEG"), tautan.__globals__["_terhubung"]
    daftarkan_tautan(lambda satu, siapa: [Tautan(f"Layanan {satu.pk}", "hasil", "/layanan/")])
    try:
        isi = situs.masuk(PEMILIK).get(alamat(dokumen)).content.decode()
    finally:
        semula.pop()
    assert f'<a href="/layanan/">Layanan {dokumen.pk}</a>' in isi
