"""Pages of refusals (screens §5.17): what happened, what stays safe, one way on."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from docservice.umum.errors import SudahBerubah
from docservice.umum.galat import gangguan, halaman_kesalahan, terlalu_sering
from docservice.umum.waktu import jam
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, KEPALA, Situs, teks
from tests.docservice.naskah.alat import siap

pytestmark = pytest.mark.django_db


def kirim_terlambat(kantor: KantorUji, **kepala: str) -> Any:
    """Sent back after its last initial: the form is older than the state."""
    naskah = siap(kantor)
    alamat = reverse("naskah:draf", args=[naskah.pk])
    klien = Situs(kantor).masuk(KEPALA)
    kepala = {"referer": f"http://testserver{alamat}"} | kepala
    kembalikan = reverse("naskah:kembalikan", args=[naskah.pk])
    return klien.post(kembalikan, {"alasan": "Gajinya keliru."}, headers=kepala), alamat


def test_what_was_typed_into_a_form_that_came_too_late_is_kept(kantor_contoh: KantorUji):
    jawaban, alamat = kirim_terlambat(kantor_contoh)
    assert jawaban.status_code == 409
    isi = teks(jawaban)
    assert "Data ini sudah berubah" in isi
    assert "Isian Anda tetap ada." in isi
    assert f'href="{alamat}">Bandingkan</a>' in jawaban.content.decode()
    assert jawaban.cookies["isian"].value


def test_without_a_page_of_ours_behind_it_nothing_is_promised(kantor_contoh: KantorUji):
    jawaban, _ = kirim_terlambat(kantor_contoh, referer="https://lain.example/")
    assert "Isian Anda tetap ada." not in teks(jawaban)
    assert "Muat ulang" in teks(jawaban)
    assert "isian" not in jawaban.cookies


def test_when_the_other_one_saved_is_said_where_it_is_known(rf: RequestFactory):
    kini = timezone.now()
    jawaban = halaman_kesalahan(rf.post("/"), SudahBerubah("Data ini baru saja diubah orang lain.", pada=kini))
    assert f"Orang lain menyimpan lebih dulu pada {jam(kini)}." in teks(jawaban)


def test_a_file_too_large_to_be_checked_is_named_with_its_size(client: Client, settings: Any):
    settings.UPLOAD_LIMIT = 1_000_000
    berkas = SimpleUploadedFile("sk.pdf", b"%PDF-1.7" + b"x" * 1_500_000)
    jawaban = client.post("/cek/", {"berkas": berkas}, headers={"referer": "http://testserver/cek/"})
    assert jawaban.status_code == 413
    assert "Berkas 2 MB, batasnya 1 MB. Pakai kode QR pada kertasnya." in teks(jawaban)
    assert 'href="/cek/">Unggah lagi</a>' in jawaban.content.decode()


def test_a_limit_says_when_it_is_over(rf: RequestFactory):
    isi = teks(terlalu_sering(rf.get("/")))
    assert re.search(r"Coba lagi pukul \d\d\.\d\d WIB\. Akun Anda tidak diblokir\.", isi)


def test_a_fault_of_ours_has_a_code_and_blames_nobody(rf: RequestFactory):
    isi = teks(gangguan(rf.get("/")))
    assert re.search(r"Bukan kesalahan Anda\. .* Kode kejadian: [0-9a-f]{8} ?\.", isi)


@pytest.mark.parametrize(
    ("jalur", "status", "kalimat"),
    [
        ("/bukan-halaman/", 404, "Alamatnya keliru, sudah dipindahkan, atau tidak tersedia untuk Anda."),
        ("/paraf/1/", 404, "Cari arsip"),
        ("/tampilan/", 405, "Alamat ini dibuka lewat tombolnya"),
    ],
)
def test_the_others_lead_on(kantor_contoh: KantorUji, jalur: str, status: int, kalimat: str):
    jawaban = Situs(kantor_contoh).masuk(ADMINISTRATOR).get(jalur)
    assert jawaban.status_code == status
    assert kalimat in teks(jawaban)
