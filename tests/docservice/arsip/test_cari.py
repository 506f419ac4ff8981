"""The search page: what it finds, offers, remembers and says, to whom."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from docservice.arsip.models import PencarianTersimpan
from docservice.arsip.orang import cari_orang
from docservice.arsip.pencarian import cari
from docservice.arsip.saran import sarankan, terakhir_dibuka
from docservice.dokumen.indeks import bangun_ulang, indeks
from docservice.dokumen.models import AksesBaca, Dokumen, Halaman, VersiDokumen
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

ALAMAT = reverse("arsip:cari")


@pytest.fixture
def kartu(situs: Situs) -> Dokumen:
    """Two pages, the words on the second."""
    dokumen = situs.dokumen(PEMILIK, "KARPEG", nomor="A.0142/KARPEG/2019", isi__teks="halaman depan kartu")
    tambah_halaman(dokumen, "kenaikan pangkat pembina")
    situs.dokumen(TETANGGA, "KTP", isi__teks="kenaikan gaji berkala")
    bangun_ulang()
    return dokumen


def tambah_halaman(dokumen: Dokumen, isi: str) -> None:
    versi = dokumen.versi_terkini
    satu = versi.halaman.get(nomor=1)
    kata = [[k, 0.1 + i / 10, 0.2, 0.18 + i / 10, 0.25, 95] for i, k in enumerate(isi.split())]
    Halaman.objects.create(
        versi=versi, nomor=2, lebar=9, tinggi=9, gambar=satu.gambar, kecil=satu.kecil, teks=isi, kata=kata
    )
    VersiDokumen.objects.filter(pk=versi.pk).update(jumlah_halaman=2)


def buka(situs: Situs, nomor: int, tanya: str = "", **header: str) -> str:
    jawaban = situs.masuk(nomor).get(f"{ALAMAT}{tanya}", headers=header or None)
    assert jawaban.status_code == 200
    return jawaban.content.decode()


@pytest.mark.syarat("POSO-1-12")
def test_a_hit_names_its_page_and_opens_there_with_the_words_boxed(situs: Situs, kartu: Dokumen):
    isi = buka(situs, PEMILIK, "?q=pangkat")
    assert "Buka di halaman 2" in isi
    tujuan = re.search(r'class="baris kena" href="([^"]+)"', isi)
    assert tujuan is not None
    alamat = tujuan[1].replace("&amp;", "&")
    assert parse_qs(urlsplit(alamat).query) == {"q": ["pangkat"], "hal": ["2"]}
    dokumen = situs.masuk(PEMILIK).get(alamat)
    assert "Halaman 2 dari 2" in teks(dokumen)
    assert dokumen.content.count(b'<rect class="temuan"') == 1


def test_no_word_of_a_paper_a_person_or_a_question_becomes_part_of_the_page(situs: Situs):
    jahat = "<i onclick='x'>\"&"
    orang = situs.orang(PEMILIK)
    orang.nama, orang.gelar_belakang, orang.unit.nama = f"Laras {jahat}", jahat, f"Dinas {jahat}"
    orang.save()
    orang.unit.save()
    situs.dokumen(PEMILIK, "KARPEG", judul=f"Kartu {jahat}", nomor=f"A/{jahat}", isi__teks=f"pangkat {jahat} laras")
    bangun_ulang()
    for tanya in ("?q=pangkat", f"?q={quote('pangkat ' + jahat)}", f"?unit={quote(orang.unit.nama)}", "?q=laras"):
        isi = buka(situs, STAF_ARSIP, tanya)
        assert isi.count('class="baris kena"') == 1
        assert "<i onclick" not in isi
        assert "&lt;i onclick" in isi


def test_words_are_boxed_as_the_archive_understands_them(situs: Situs, kartu: Dokumen):
    def kotak(q: str) -> int:
        jawaban = situs.masuk(PEMILIK).get(reverse("dokumen:dokumen", args=[kartu.pk]), {"q": q})
        return jawaban.content.count(b'<rect class="temuan"')

    assert (kotak("dinaikkan"), kotak('"kenaikan pangkat"'), kotak("pemb"), kotak("pensiun")) == (1, 2, 1, 0)


@pytest.mark.dua_ukuran
def test_counts_facets_and_people_stay_within_ones_own_view(situs: Situs, kartu: Dokumen):
    jumlah = {
        n: cari(situs.akun(n), "kenaikan").jumlah
        for n in (PEMILIK, TETANGGA, FASILITATOR, FASILITATOR_LAIN, ADMINISTRATOR, STAF_ARSIP)
    }
    lihat = {n: Dokumen.objects.visible_to(situs.akun(n)).count() for n in jumlah}
    assert jumlah == lihat
    assert (jumlah[PEMILIK], jumlah[TETANGGA], jumlah[STAF_ARSIP]) == (1, 1, 2)
    nama = situs.orang(PEMILIK).nama
    assert [p.nip for p in cari_orang(situs.akun(STAF_ARSIP), nama)] == [situs.orang(PEMILIK).nip]
    assert not cari_orang(situs.akun(TETANGGA), nama).exists()
    assert nama in buka(situs, STAF_ARSIP, f"?q={nama}")


@pytest.mark.dua_ukuran
def test_people_are_found_by_name_nip_and_unit_from_the_same_box(situs: Situs, kartu: Dokumen):
    orang, arsiparis = situs.orang(PEMILIK), situs.akun(STAF_ARSIP)
    nip = f"{orang.nip[:8]} {orang.nip[8:14]} {orang.nip[14]} {orang.nip[15:]}"
    for tanya in (orang.nama, orang.nip, nip, f"nip:{orang.nip[8:]}", f"{orang.nama.split()[0]} {orang.unit.nama}"):
        assert orang in cari_orang(arsiparis, tanya), tanya
    for tanya in ("", "-", f"-{orang.nama.split()[0]}", "jenis:KTP", "19", "tidak ada orang ini", "\0"):
        assert not cari_orang(arsiparis, tanya).exists(), tanya


def test_offers_hold_people_kinds_numbers_and_kept_searches_and_nothing_hidden(situs: Situs, kartu: Dokumen):
    saya, rekan = situs.akun(PEMILIK), situs.akun(TETANGGA)
    PencarianTersimpan.objects.create(pengguna=saya, nama="Kartu saya", tanya="q=kartu&jenis=KARPEG")
    assert {s.macam for s in sarankan(saya, "kart")} >= {"tersimpan", "jenis"}
    assert "jenis" not in {s.macam for s in sarankan(saya, "artu")}  # kinds by the beginnings of their words
    assert [s.teks for s in sarankan(saya, "A.0142")] == ["A.0142/KARPEG/2019"]
    assert sarankan(rekan, "A.0142") == sarankan(saya, "k") == sarankan(saya, "x" * 300) == []
    assert "Kartu saya" not in {s.teks for s in sarankan(rekan, "kartu")}
    isi = situs.masuk(PEMILIK).get(reverse("arsip:saran"), {"q": "kartu s"}).content.decode()
    assert 'role="option"' in isi
    assert "?q=kartu&amp;jenis=KARPEG" in isi


@pytest.mark.dua_ukuran
def test_a_search_is_kept_reopened_and_forgotten_by_its_owner_alone(situs: Situs, kartu: Dokumen):
    saya, rekan = situs.masuk(PEMILIK), situs.masuk(TETANGGA)
    simpan = f"{reverse('arsip:simpan')}?q=pangkat&jenis=KARPEG&urut=baru"
    assert "pangkat" in teks(saya.get(simpan))
    assert saya.post(simpan, {"nama": " "}).status_code == 422
    for _ in range(2):  # the same name twice is one
        assert saya.post(simpan, {"nama": "Pangkat saya"}).status_code == 302
    satu = PencarianTersimpan.objects.get()
    assert satu.tanya == "q=pangkat&jenis=KARPEG&urut=baru"
    assert "Pangkat saya" in buka(situs, PEMILIK)
    assert "Pangkat saya" not in buka(situs, TETANGGA)
    hapus = reverse("arsip:hapus", args=[satu.pk])
    assert rekan.post(hapus).status_code == 404
    assert saya.get(hapus).status_code == 405
    assert saya.post(hapus).status_code == 302
    assert not PencarianTersimpan.objects.exists()


@pytest.mark.dua_ukuran
def test_what_was_open_last_is_offered_while_it_may_still_be_seen(situs: Situs, kartu: Dokumen):
    fasilitator = situs.masuk(FASILITATOR)
    fasilitator.get(reverse("dokumen:dokumen", args=[kartu.pk]))
    assert terakhir_dibuka(situs.akun(FASILITATOR)) == [kartu]
    assert kartu.judul in buka(situs, FASILITATOR)
    Dokumen.objects.filter(pk=kartu.pk).update(kelas="R")
    assert terakhir_dibuka(situs.akun(FASILITATOR)) == []


def test_small_pictures_leave_no_trace_and_obey_the_rule_of_access(situs: Situs, kartu: Dokumen):
    mini = reverse("arsip:mini", args=[kartu.pk, 1])
    boleh = {PEMILIK: 200, FASILITATOR: 200, STAF_ARSIP: 200, FASILITATOR_LAIN: 404, TETANGGA: 404}
    for nomor, status in boleh.items():
        jawaban = situs.masuk(nomor).get(mini)
        badan(jawaban)
        assert jawaban.status_code == status
    assert mini in buka(situs, STAF_ARSIP, "?q=pangkat")
    assert not AksesBaca.objects.exists()


def test_htmx_gets_the_part_under_the_box_and_further_hits_come_alone(situs: Situs):
    for urut in range(23):
        situs.dokumen(PEMILIK, "KARPEG", isi__teks=f"kartu nomor {urut}")
    bangun_ulang()
    htmx = {"HX-Request": "true"}
    bagian = buka(situs, PEMILIK, "?q=kartu", **htmx)
    assert "<html" not in bagian
    assert 'hx-swap-oob="true"' in bagian
    assert "Menampilkan 1–20 dari 23" in bagian
    lanjut = buka(situs, PEMILIK, "?q=kartu&hal=2&bagian=temuan", **htmx)
    assert lanjut.count('class="baris kena"') == 3
    assert "Menampilkan 21–23 dari 23" in lanjut
    assert "saring" not in lanjut
    assert "<html" in buka(situs, PEMILIK, "?q=kartu", **htmx, **{"HX-History-Restore-Request": "true"})
    assert "Halaman hasil ini tidak ada" in buka(situs, PEMILIK, "?q=kartu&hal=9")
    for aneh in ("0", "-1", "x", "9" * 40, "²"):
        assert "Menampilkan" in buka(situs, PEMILIK, f"?q=kartu&hal={aneh}") or len(aneh) > 2


def test_a_full_page_of_hits_asks_the_database_no_more_than_a_single_hit(
    situs: Situs, django_assert_max_num_queries: Any
):
    situs.dokumen(PEMILIK, "NPWP", isi__teks="tunggal")
    for urut in range(20):
        situs.dokumen(PEMILIK, "KARPEG", isi__teks=f"kartu nomor {urut}")
    bangun_ulang()
    klien = situs.masuk(STAF_ARSIP)
    klien.get(ALAMAT, {"q": "tunggal"})
    with CaptureQueriesContext(connection) as satu:
        klien.get(ALAMAT, {"q": "tunggal"})
    with django_assert_max_num_queries(len(satu)):
        assert klien.get(ALAMAT, {"q": "kartu"}).content.count(b'class="baris kena"') == 20


def test_nothing_found_shows_the_ways_out(situs: Situs, kartu: Dokumen):
    isi = buka(situs, PEMILIK, "?q=pangkat&tahun=1999")
    assert "Tidak ada dokumen yang cocok dengan “pangkat”." in isi
    assert "Hapus saringan Tahun 1999 (1 hasil)" in isi
    assert 'value="1999" checked' in isi
    assert 'href="?q=pangkat">Hapus saringan</a>' in isi
    assert ">pembina</a>" in buka(situs, PEMILIK, "?q=pembinna")


def test_sort_and_exact_words_are_part_of_the_address(situs: Situs, kartu: Dokumen):
    isi = buka(situs, PEMILIK, "?q=naik&urut=lama&persis=1")
    assert 'value="lama" selected' in isi or "Tidak ada dokumen" in isi
    assert "Cari juga bentuk lainnya" in isi
    assert "Dicari juga: KP." in buka(situs, PEMILIK, "?q=naik+pangkat")
    assert cari(situs.akun(PEMILIK), "naik", persis=True).jumlah == 0
    assert cari(situs.akun(PEMILIK), "naik").jumlah == 1


def test_a_hit_whose_row_has_changed_is_left_out_and_said_so(situs: Situs, kartu: Dokumen):
    Dokumen.objects.filter(pk=kartu.pk).update(kelas="R")
    hasil = cari(situs.akun(FASILITATOR), "pangkat")
    assert (hasil.temuan, hasil.jumlah) == ([], 1)
    assert "1 dokumen baru saja berubah dan tidak ditampilkan." in hasil.catatan
    indeks().drop()


@pytest.mark.parametrize(
    "aneh", ["%00", "%22", "-", "((((", "a" * 5000, "*" * 200, "%E2%80%AE%E2%80%8F", "jenis:", "nip:", "%ED%A0%80"]
)
def test_bad_questions_get_a_page(situs: Situs, kartu: Dokumen, aneh: str):
    assert "Cari arsip" in buka(situs, STAF_ARSIP, f"?q={aneh}")
    assert situs.masuk(STAF_ARSIP).get(f"{reverse('arsip:saran')}?q={aneh}").status_code == 200


def test_a_choice_in_use_stands_first_among_its_facet(situs: Situs, kartu: Dokumen):
    jenis = cari(situs.akun(ADMINISTRATOR), "", {"jenis": ["KTP"]}).saringan["jenis"]
    assert [satu.nilai for satu in jenis if satu.dipilih] == ["KTP"]
    assert jenis[0].dipilih
    assert "KARPEG" in [satu.nilai for satu in jenis[1:]]
