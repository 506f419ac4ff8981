"""The way of a proposal keeps every return and every word, and is read by those it was meant for."""

from __future__ import annotations

from typing import Any

import pytest

from docservice.riwayat import actions
from docservice.riwayat.atas_nama import isikan, konfirmasi, tolak_konfirmasi
from docservice.riwayat.models import LangkahUsulan, Riwayat
from docservice.riwayat.perjalanan import perjalanan
from docservice.riwayat.status import StatusRiwayat
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, FASILITATOR_LAIN, KEPALA, PEJABAT, PEMILIK, TETANGGA
from tests.docservice.riwayat.alat import GOLONGAN, ajukan, berkas, usulan
from tests.docservice.riwayat.alat_klarifikasi import JAWAB, TANYA, staf_arsip, tulis

pytestmark = pytest.mark.django_db
S = StatusRiwayat


# --- the way ---------------------------------------------------------------------------------------------------


def test_every_return_and_every_word_stays_on_the_way(kantor_contoh: KantorUji):
    fasilitator, pemilik = kantor_contoh.akun(FASILITATOR), kantor_contoh.akun(PEMILIK)
    satu = usulan(kantor_contoh, S.DIAJUKAN)
    tulis(kantor_contoh, FASILITATOR, satu)
    tulis(kantor_contoh, PEMILIK, satu, JAWAB)
    actions.kembalikan(by=fasilitator, riwayat=satu, catatan="Tulis nomor SK seperti di kertas.")
    bukti = [b.dokumen for b in satu.bukti.all()]
    ajukan(kantor_contoh, riwayat=satu, bukti=bukti)
    actions.kembalikan(by=fasilitator, riwayat=Riwayat.objects.get(pk=satu.pk), catatan="Sekarang TMT-nya.")
    ajukan(kantor_contoh, riwayat=satu, bukti=bukti)
    actions.verifikasi(by=fasilitator, riwayat=satu)
    satu = actions.validasi(by=kantor_contoh.akun(ADMINISTRATOR), riwayat=satu)
    titik = [(t.label, t.kelas, t.isi) for t in perjalanan(satu, pemilik)]
    assert titik == [
        ("Diajukan", "lewat", ""),
        (fasilitator.nama, "pesan", TANYA),
        (pemilik.nama, "pesan", JAWAB),
        ("Dikembalikan", "lewat", "Tulis nomor SK seperti di kertas."),
        ("Diajukan lagi", "lewat", ""),
        ("Dikembalikan", "lewat", "Sekarang TMT-nya."),
        ("Diajukan lagi", "lewat", ""),
        ("Diverifikasi fasilitator", "lewat", ""),
        ("Tervalidasi", "lewat", ""),
    ]
    assert [t.oleh for t in perjalanan(satu, pemilik)][-2:] == [
        fasilitator.nama,
        kantor_contoh.akun(ADMINISTRATOR).nama,
    ]


def test_a_decision_taken_back_leaves_no_step(kantor_contoh: KantorUji):
    satu = usulan(kantor_contoh, S.DIAJUKAN)
    satu = actions.verifikasi(by=kantor_contoh.akun(FASILITATOR), riwayat=satu)
    satu = actions.urungkan(by=kantor_contoh.akun(FASILITATOR), riwayat=satu)
    assert [t.label for t in perjalanan(satu, kantor_contoh.akun(PEMILIK))] == [
        "Diajukan",
        "Diperiksa fasilitator",
        "Tervalidasi",
    ]


def test_what_was_filled_in_and_disowned_says_why(kantor_contoh: KantorUji):
    isi: dict[str, Any] = {
        "jenis": "golongan",
        "data": GOLONGAN,
        "pernyataan": True,
        "pegawai": kantor_contoh.orang(PEMILIK),
    }
    fasilitator, pemilik = kantor_contoh.akun(FASILITATOR), kantor_contoh.akun(PEMILIK)
    satu = isikan(by=fasilitator, bukti=[berkas(kantor_contoh, PEMILIK)], **isi)
    satu = tolak_konfirmasi(by=pemilik, riwayat=satu, catatan="Itu SK kakak saya.")
    akhir = perjalanan(satu, pemilik)[-1]
    assert (akhir.label, akhir.kelas, akhir.isi) == ("Tidak benar menurut pegawainya", "gagal", "Itu SK kakak saya.")
    lain = konfirmasi(
        by=pemilik, riwayat=isikan(by=fasilitator, bukti=[berkas(kantor_contoh, PEMILIK)], **isi), pernyataan=True
    )
    assert [t.label for t in perjalanan(lain, pemilik)][:2] == [f"Diisikan {fasilitator.nama}", "Dikonfirmasi pegawai"]


@pytest.mark.parametrize(
    ("nomor", "lihat"),
    [(PEMILIK, True), (FASILITATOR, True), (ADMINISTRATOR, True), (KEPALA, True), (9, False)],
)
def test_the_words_are_read_only_by_those_they_were_meant_for(kantor_contoh: KantorUji, nomor: int, lihat: bool):
    satu = ajukan(kantor_contoh)
    tulis(kantor_contoh, FASILITATOR, satu)
    staf_arsip(kantor_contoh)
    assert Riwayat.objects.visible_to(kantor_contoh.akun(nomor)).filter(pk=satu.pk).exists()
    terbaca = [t.isi for t in perjalanan(satu, kantor_contoh.akun(nomor))]
    assert (TANYA in terbaca) is lihat


@pytest.mark.parametrize("nomor", [TETANGGA, FASILITATOR_LAIN, PEJABAT])
def test_to_outsiders_there_is_no_way_at_all(kantor_contoh: KantorUji, nomor: int):
    satu = ajukan(kantor_contoh)
    tulis(kantor_contoh, FASILITATOR, satu)
    assert not LangkahUsulan.objects.visible_to(kantor_contoh.akun(nomor)).filter(riwayat=satu).exists()
