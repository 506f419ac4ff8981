"""Uploading through the plain form, and following the file until it rests."""

from __future__ import annotations

import io
import re

import pytest
from django.urls import reverse

from docservice.antrean.pekerjaan import jalankan_semua
from docservice.audit.models import Jejak
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from docservice.peragaan.kertas import berkas_terinfeksi
from docservice.peragaan.pemindai_tiruan import halaman, lembar
from tests.docservice.factories import versi_dari
from tests.docservice.halaman import (
    ADMINISTRATOR,
    FASILITATOR,
    FASILITATOR_LAIN,
    PEMILIK,
    TETANGGA,
    Situs,
    berkas,
    teks,
    tersembunyi,
)

SLOT = "/dokumen/unggah/?jenis=KARPEG&minor="


def kartu(situs: Situs, tambahan: str = "") -> bytes:
    saya = situs.orang(PEMILIK)
    return lembar("KARTU ASN VIRTUAL", [f"Nama : {saya.nama}", f"NIP : {saya.nip}", tambahan])


def test_a_file_sent_from_a_slot_is_kept_and_followed_until_it_is_readable(situs: Situs):
    saya = situs.masuk(PEMILIK)
    jawaban = saya.post(SLOT, {"berkas": berkas(kartu(situs)), "kunci": "k1"})
    dokumen = Dokumen.objects.get(pegawai=situs.orang(PEMILIK), jenis="KARPEG")
    proses = reverse("dokumen:proses", args=[dokumen.pk])
    assert jawaban.headers["Location"] == proses
    menunggu = saya.get(proses)
    assert "Berkas Anda sudah kami terima" in teks(menunggu)
    assert "Anda boleh menutup halaman ini." in teks(menunggu)
    assert b'hx-trigger="every 1s"' in menunggu.content
    assert b'<noscript><meta http-equiv="refresh" content="5"></noscript>' in menunggu.content
    jalankan_semua()
    selesai = saya.get(proses)
    assert "Bebas virus" in teks(selesai)
    assert "Terbaca" in teks(selesai)
    assert b"hx-trigger" not in selesai.content
    assert b"http-equiv" not in selesai.content


def test_who_will_look_through_what_is_read_sees_that_step_from_the_beginning(situs: Situs):
    saya = situs.masuk(PEMILIK)
    isi = lembar("KEPUTUSAN PENGANGKATAN PNS", [f"NIP : {situs.orang(PEMILIK).nip}", "Nomor : 821/1/BKPSDM/2023"])
    saya.post("/dokumen/unggah/?jenis=SK_PNS&minor=", {"berkas": berkas(isi), "kunci": "k1"})
    dokumen = Dokumen.objects.get(pegawai=situs.orang(PEMILIK), jenis="SK_PNS")
    proses = reverse("dokumen:proses", args=[dokumen.pk])
    menunggu = teks(saya.get(proses))
    assert "Periksa isian Anda cocokkan nomor dan tanggal" in menunggu
    assert menunggu.index("Periksa isian") < menunggu.index("Menunggu verifikasi")
    jalankan_semua()
    selesai = saya.get(proses).content.decode()
    assert selesai.count('aria-current="step"') == 1
    assert re.search(r'aria-current="step">.*?Periksa isian', selesai)


def test_the_waiting_page_stops_asking_at_an_end_state(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG")
    jawaban = situs.masuk(PEMILIK).get(reverse("dokumen:proses", args=[dokumen.pk]), headers={"HX-Request": "true"})
    assert jawaban.status_code == 286
    assert b"<html" not in jawaban.content


def test_pressing_twice_makes_one_document(situs: Situs):
    saya, isi = situs.masuk(PEMILIK), kartu(situs)
    kunci = tersembunyi(saya.get(SLOT))["kunci"]
    alamat = {saya.post(SLOT, {"berkas": berkas(isi), "kunci": kunci}).headers["Location"] for _ in range(2)}
    assert len(alamat) == 1
    assert VersiDokumen.objects.filter(pegawai=situs.orang(PEMILIK)).count() == 1


def test_the_same_bytes_again_lead_to_the_document_that_has_them(situs: Situs):
    saya, isi = situs.masuk(PEMILIK), kartu(situs)
    saya.post(SLOT, {"berkas": berkas(isi), "kunci": "a"})
    jawaban = saya.post("/dokumen/unggah/?jenis=KTP&minor=", {"berkas": berkas(isi), "kunci": "b"})
    assert jawaban.status_code == 409
    assert "Berkas yang sama sudah Anda unggah pada" in teks(jawaban)
    lama = Dokumen.objects.get(pegawai=situs.orang(PEMILIK))
    assert f'href="{reverse("dokumen:dokumen", args=[lama.pk])}">Lihat berkas itu' in jawaban.content.decode()


def foto(kata: str) -> bytes:
    """A sharp photo of one line of writing."""
    keluar = io.BytesIO()
    halaman(lembar(kata, [f"Isi {kata}"]), 150)[0].save(keluar, "JPEG", quality=80)
    return keluar.getvalue()


def test_photos_sent_together_are_the_pages_of_one_paper(situs: Situs):
    saya, foto_foto = situs.masuk(PEMILIK), [foto("Halaman depan"), foto("Halaman belakang")]
    alamat = set()
    for _ in range(2):
        kiriman = {"berkas": [berkas(isi, "f.jpg") for isi in foto_foto], "kunci": "k"}
        alamat.add(saya.post(SLOT, kiriman).headers["Location"])
    assert len(alamat) == 1  # pressed twice
    jalankan_semua()
    versi = VersiDokumen.objects.get(pegawai=situs.orang(PEMILIK))
    assert (versi.tipe, versi.nama_berkas) == ("pdf", "f.pdf")
    teks_halaman = [h.teks for h in versi.halaman.order_by("nomor")]
    assert ["depan" in teks_halaman[0], "belakang" in teks_halaman[1]] == [True, True]


def test_a_photo_taken_here_follows_the_chosen_ones(situs: Situs):
    kiriman = {"berkas": berkas(foto("Satu"), "1.jpg"), "kamera": berkas(foto("Dua"), "2.jpg"), "kunci": "k"}
    situs.masuk(PEMILIK).post(SLOT, kiriman)
    jalankan_semua()
    versi = VersiDokumen.objects.get(pegawai=situs.orang(PEMILIK))
    assert ["Satu" in h.teks for h in versi.halaman.order_by("nomor")] == [True, False]


@pytest.mark.parametrize(
    ("kiriman", "kalimat"),
    [
        ([b"%PDF-1.7 satu", b"%PDF-1.7 dua"], "hanya dapat disatukan bila semuanya foto"),
        ([b"\xff\xd8\xff\xe0rusak", b"\xff\xd8\xff\xe0rusak"], "Ada foto yang tidak dapat dibuka"),
        ([b"\xff\xd8\xff\xe0"] * 31, "Paling banyak 30 foto"),
    ],
)
def test_what_makes_no_paper_together_is_refused(situs: Situs, kiriman: list[bytes], kalimat: str):
    isi = [berkas(satu, f"{n}.jpg" if satu[:1] == b"\xff" else f"{n}.pdf") for n, satu in enumerate(kiriman)]
    jawaban = situs.masuk(PEMILIK).post(SLOT, {"berkas": isi, "kunci": "k"})
    assert jawaban.status_code == 422
    assert kalimat in teks(jawaban)
    assert not VersiDokumen.objects.filter(pegawai=situs.orang(PEMILIK)).exists()


@pytest.mark.parametrize(
    ("isi", "nama", "kalimat"),
    [
        (b"MZ\x90\x00" + b"\0" * 2000, "sk.pdf", "bukan PDF atau foto"),
        (b"", "sk.pdf", "kosong"),
    ],
)
def test_what_is_no_paper_is_refused_with_a_sentence_at_once(situs: Situs, isi: bytes, nama: str, kalimat: str):
    jawaban = situs.masuk(PEMILIK).post(SLOT, {"berkas": berkas(isi, nama), "kunci": "k"})
    assert jawaban.status_code == 422
    assert kalimat in teks(jawaban)
    assert not VersiDokumen.objects.filter(pegawai=situs.orang(PEMILIK)).exists()


def test_sending_nothing_says_what_is_missing(situs: Situs):
    jawaban = situs.masuk(PEMILIK).post(SLOT, {"kunci": "k"})
    assert jawaban.status_code == 422
    assert teks(jawaban).count("Berkas belum dipilih. Foto kertasnya atau pilih berkas.") == 2


def test_a_photo_from_the_camera_field_is_taken_as_the_file(situs: Situs):
    situs.masuk(PEMILIK).post(SLOT, {"kamera": berkas(kartu(situs)), "kunci": "k"})
    assert VersiDokumen.objects.filter(pegawai=situs.orang(PEMILIK)).count() == 1


def test_a_file_beyond_the_limit_answers_413_with_a_way_out(situs: Situs, settings):
    settings.UPLOAD_LIMIT = 1_000_000
    isi = kartu(situs) + b"%" * 1_500_000
    jawaban = situs.masuk(PEMILIK).post(SLOT, {"kunci": "k", "berkas": berkas(isi)})
    assert jawaban.status_code == 413
    assert "Berkas 2 MB, batasnya 1 MB. Foto ulang di halaman unggah agar dikecilkan sendiri." in teks(jawaban)
    assert not VersiDokumen.objects.filter(pegawai=situs.orang(PEMILIK)).exists()


def test_a_file_far_beyond_the_limit_is_not_even_read(situs: Situs, settings):
    settings.UPLOAD_LIMIT = 100_000
    jawaban = situs.masuk(PEMILIK).post(SLOT, {"kunci": "k", "berkas": berkas(b"%PDF-" + b"x" * 900_000)})
    assert jawaban.status_code == 413


def test_a_full_disk_answers_507_and_accepts_nothing(situs: Situs, settings):
    settings.MINIMUM_FREE_DISK = 10**15
    jawaban = situs.masuk(PEMILIK).post(SLOT, {"kunci": "k", "berkas": berkas(kartu(situs))})
    assert jawaban.status_code == 507
    assert "Unggahan belum diterima." in teks(jawaban)


def test_a_yearly_kind_without_a_year_asks_for_it(situs: Situs):
    saya, alamat = situs.masuk(PEMILIK), "/dokumen/unggah/?jenis=EKIN&minor="
    jawaban = saya.post(alamat, {"berkas": berkas(kartu(situs)), "kunci": "k", "minor": "dua ribu"})
    assert jawaban.status_code == 422
    saya.post(alamat, {"berkas": berkas(kartu(situs)), "kunci": "k", "minor": "2025"})
    assert Dokumen.objects.get(pegawai=situs.orang(PEMILIK)).judul == "Evaluasi kinerja 2025"


def test_without_a_slot_one_chooses_what_is_missing_first(situs: Situs):
    jawaban = situs.masuk(PEMILIK).get("/dokumen/unggah/")
    assert "Yang belum ada Kartu Tanda Penduduk" in teks(jawaban)
    assert "SK hukuman disiplin" not in teks(jawaban)  # entered by administrators only


def test_confidential_kinds_are_refused_to_employees_with_the_reason(situs: Situs):
    jawaban = situs.masuk(PEMILIK).get("/dokumen/unggah/?jenis=SK_HUKDIS&minor=")
    assert jawaban.status_code == 403
    assert "hanya dapat dimasukkan oleh administrator" in teks(jawaban)


def test_only_the_fasilitator_of_the_unit_and_administrators_upload_for_others(situs: Situs):
    alamat = f"/dokumen/unggah/?jenis=KARPEG&minor=&pegawai={situs.orang(PEMILIK).nip}"
    boleh = {
        n: situs.masuk(n).get(alamat).status_code for n in (FASILITATOR, ADMINISTRATOR, FASILITATOR_LAIN, TETANGGA)
    }
    assert boleh == {FASILITATOR: 200, ADMINISTRATOR: 200, FASILITATOR_LAIN: 404, TETANGGA: 404}
    situs.masuk(FASILITATOR).post(alamat, {"berkas": berkas(kartu(situs)), "kunci": "k"})
    assert Dokumen.objects.get(jenis="KARPEG").pegawai == situs.orang(PEMILIK)


def test_a_returned_paper_is_replaced_by_its_next_version(situs: Situs):
    lama = situs.dokumen(PEMILIK, "KARPEG", status=StatusDokumen.DIKEMBALIKAN)
    saya = situs.masuk(PEMILIK)
    assert f'href="/dokumen/{lama.pk}/unggah/">Foto ulang berkas itu' in saya.get(SLOT).content.decode()
    saya.post(reverse("dokumen:unggah_ulang", args=[lama.pk]), {"berkas": berkas(kartu(situs)), "kunci": "k"})
    lama.refresh_from_db()
    assert (lama.versi_terkini.nomor, lama.status) == (2, StatusDokumen.DIPROSES)


def test_a_verified_paper_is_not_replaced(situs: Situs):
    sah = situs.dokumen(PEMILIK, "KARPEG", status=StatusDokumen.TERVERIFIKASI)
    jawaban = situs.masuk(PEMILIK).get(reverse("dokumen:unggah_ulang", args=[sah.pk]))
    assert jawaban.status_code == 403
    assert "sudah terverifikasi" in teks(jawaban)


def test_an_infected_file_is_named_to_its_uploader_and_exists_for_nobody_else(situs: Situs):
    saya = situs.masuk(PEMILIK)
    proses = saya.post(SLOT, {"berkas": berkas(berkas_terinfeksi()), "kunci": "k"}).headers["Location"]
    jalankan_semua()
    assert "dikarantina karena terdeteksi berbahaya" in teks(saya.get(proses))
    dokumen = Dokumen.objects.get(jenis="KARPEG")
    assert saya.get(f"/dokumen/{dokumen.pk}/unduh/").status_code == 404
    for lain in (FASILITATOR, ADMINISTRATOR):
        assert situs.masuk(lain).get(proses).status_code == 404


def test_while_the_scanner_is_away_the_page_says_the_file_is_safe(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG", status=StatusDokumen.DIPROSES, bersih=False)
    VersiDokumen.objects.filter(dokumen=dokumen).update(status=StatusBerkas.DITERIMA, tertunda="pemindai")
    isi = teks(situs.masuk(PEMILIK).get(reverse("dokumen:proses", args=[dokumen.pk])))
    assert "Menunggu giliran" in isi
    assert "Berkas aman. Pemindai virus sedang tidak tersedia; kami lanjutkan sendiri." in isi


@pytest.mark.syarat("BABEL-1-12")
def test_a_page_that_reads_badly_is_advised_before_anyone_returns_it(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG")
    dokumen.versi_terkini.halaman.update(temuan=["buram:bawah", "terpotong"])
    saya, proses = situs.masuk(PEMILIK), reverse("dokumen:proses", args=[dokumen.pk])
    isi = teks(saya.get(proses))
    assert "Halaman 1 belum terbaca jelas" in isi
    assert "Tahan ponsel diam, ketuk layar pada tulisan, lalu foto." in isi
    assert "Pilihan ini dicatat dan dilihat fasilitator Anda." in isi
    saya.post(reverse("dokumen:pakai", args=[dokumen.pk]))
    jejak = Jejak.objects.get(aksi="dokumen.saran_diabaikan")
    assert jejak.rincian["temuan"] == {"1": ["buram:bawah", "terpotong"]}
    petugas = teks(situs.masuk(FASILITATOR).get(reverse("dokumen:dokumen", args=[dokumen.pk])))
    assert "Pengunggah tetap memakai foto ini. Halaman 1: Bagian bawah buram." in petugas


@pytest.mark.syarat("BABEL-1-12")
def test_a_page_without_one_readable_word_is_advised_unless_it_is_a_portrait(situs: Situs):
    for kode, kalimat in (("KARPEG", True), ("FOTO", False)):
        dokumen = situs.dokumen(PEMILIK, kode)
        dokumen.versi_terkini.halaman.update(sumber_teks="ocr", teks=" ")
        isi = teks(situs.masuk(PEMILIK).get(reverse("dokumen:proses", args=[dokumen.pk])))
        assert ("Tulisannya belum terbaca." in isi) is kalimat


def test_only_the_uploader_may_keep_a_bad_photo(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG")
    assert situs.masuk(FASILITATOR).post(reverse("dokumen:pakai", args=[dokumen.pk])).status_code == 403
    assert dokumen.versi_terkini.saran_diabaikan_pada is None


def test_another_persons_nip_and_another_kind_on_the_page_are_said(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG")
    dokumen.versi_terkini.isian.update(nilai=situs.orang(TETANGGA).nip)
    VersiDokumen.objects.filter(dokumen=dokumen).update(tebakan_jenis="IJAZAH")
    isi = teks(situs.masuk(PEMILIK).get(reverse("dokumen:proses", args=[dokumen.pk])))
    assert "NIP di berkas ini bukan NIP Anda." in isi
    assert "Ini tampak seperti Ijazah, bukan Karpeg atau Kartu ASN." in isi


def test_someone_elses_upload_cannot_be_followed(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG", bersih=False)
    versi_dari(dokumen, b"%PDF-1.7 baru", status=StatusBerkas.DITERIMA)
    assert situs.masuk(TETANGGA).get(reverse("dokumen:proses", args=[dokumen.pk])).status_code == 404


def test_no_page_of_this_room_carries_inline_style_or_script(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG")
    saya = situs.masuk(PEMILIK)
    for alamat in (
        SLOT,
        "/dokumen/unggah/",
        "/arsip-saya/",
        f"/dokumen/{dokumen.pk}/",
        f"/dokumen/{dokumen.pk}/proses/",
    ):
        isi = saya.get(alamat).content.decode()
        assert not re.search(r"\sstyle=|\son\w+=|<script>|<style", isi), alamat
