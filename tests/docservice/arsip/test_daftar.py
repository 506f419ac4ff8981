"""Lists taken out of the archive: for a purpose, recommended, marked, noted, harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from docservice.akun.models import Kabar
from docservice.arsip.daftar import hitung
from docservice.arsip.models import PermintaanDaftar
from docservice.arsip.status import StatusDaftar
from docservice.arsip.tanya import Tanya
from docservice.audit.models import Jejak
from docservice.dokumen.indeks import bangun_ulang
from docservice.dokumen.models import Dokumen
from docservice.pegawai.models import Pegawai
from docservice.umum.lembar import aman
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, PEMILIK, TETANGGA, Situs, teks

KEPERLUAN = "rekonsiliasi kenaikan pangkat"
MINTA = reverse("arsip:minta_daftar")


@pytest.fixture
def situs(kantor_contoh: KantorUji, db: None) -> Situs:
    situs = Situs(kantor_contoh)
    situs.dokumen(PEMILIK, "KARPEG", judul="=HYPERLINK(0)", nomor="@A1", isi__teks="kartu pegawai")
    situs.dokumen(TETANGGA, "KARPEG", isi__teks="kartu pegawai")
    bangun_ulang()
    return situs


def minta(situs: Situs, nomor: int, bentuk: str = "csv", tanya: str = "?q=kartu") -> PermintaanDaftar:
    jawaban = situs.masuk(nomor).post(f"{MINTA}{tanya}", {"keperluan": KEPERLUAN, "bentuk": bentuk})
    assert jawaban.status_code == 302, teks(jawaban)
    return PermintaanDaftar.objects.latest("pk")


def unduh(situs: Situs, nomor: int, permintaan: PermintaanDaftar) -> Any:
    return situs.masuk(nomor).post(reverse("arsip:unduh_daftar", args=[permintaan.pk]))


def putuskan(situs: Situs, nomor: int, permintaan: PermintaanDaftar, putusan: str, alasan: str = "") -> Any:
    alamat = reverse("arsip:daftar", args=[permintaan.pk])
    return situs.masuk(nomor).post(alamat, {"putusan": putusan, "alasan": alasan})


def lembar(jawaban: Any) -> list[list[str]]:
    return list(csv.reader(io.StringIO(jawaban.content.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.syarat("BABEL-16", "BABEL-27-2h")
def test_others_data_leave_only_with_an_administrators_recommendation(situs: Situs):
    pemohon = FASILITATOR
    permintaan = minta(situs, pemohon)
    assert permintaan.status == StatusDaftar.DIMINTA
    assert unduh(situs, pemohon, permintaan).status_code == 409
    assert Kabar.objects.filter(pengguna=situs.akun(ADMINISTRATOR), kunci__startswith="daftar:").count() == 1
    assert "Rekomendasi Anda" in teks(situs.masuk(ADMINISTRATOR).get(reverse("arsip:daftar", args=[permintaan.pk])))
    assert putuskan(situs, pemohon, permintaan, "setuju").status_code == 403
    assert putuskan(situs, TETANGGA, permintaan, "setuju").status_code == 404
    assert putuskan(situs, ADMINISTRATOR, permintaan, "setuju").status_code == 302
    assert putuskan(situs, ADMINISTRATOR, permintaan, "tolak", "terlambat").status_code == 409
    assert unduh(situs, ADMINISTRATOR, permintaan).status_code == 403
    isi = lembar(unduh(situs, pemohon, permintaan))
    assert isi[0][:2] == ["No.", "Dokumen"]
    tanda = dict(baris[:2] for baris in isi if len(baris) == 2)
    assert tanda["Keperluan"] == KEPERLUAN
    assert situs.akun(pemohon).nama in tanda["Diunduh oleh"]
    assert situs.akun(ADMINISTRATOR).nama in tanda["Rekomendasi administrator"]
    aksi = list(Jejak.objects.filter(objek=f"permintaandaftar:{permintaan.pk}").values_list("aksi", flat=True))
    assert aksi == ["daftar.diminta", "daftar.direkomendasikan", "daftar.diunduh"]
    assert len(Jejak.objects.get(aksi="daftar.diunduh").rincian["sha256"]) == 64


@pytest.mark.syarat("BABEL-16")
def test_ones_own_papers_need_no_recommendation_and_never_bring_anyone_elses(situs: Situs):
    permintaan = minta(situs, PEMILIK)
    assert permintaan.milik_sendiri
    assert [baris[5] for baris in lembar(unduh(situs, PEMILIK, permintaan)) if len(baris) == 10][1:] == [
        situs.orang(PEMILIK).nip
    ]
    pengunggah = situs.akun(PEMILIK)
    Dokumen.objects.filter(pegawai=situs.orang(TETANGGA)).update(dibuat_oleh=pengunggah)  # now visible to them
    bangun_ulang()
    assert hitung(pengunggah, Tanya("kartu")) == (2, False)
    assert len([b for b in lembar(unduh(situs, PEMILIK, permintaan)) if len(b) == 10]) == 2


def test_an_administrators_own_wish_is_recommended_on_record(situs: Situs):
    permintaan = minta(situs, ADMINISTRATOR)
    assert (permintaan.status, permintaan.diputus_oleh) == (StatusDaftar.DIREKOMENDASIKAN, situs.akun(ADMINISTRATOR))
    assert unduh(situs, ADMINISTRATOR, permintaan).status_code == 200


def test_a_refusal_says_why_and_a_recommendation_grows_old(situs: Situs):
    ditolak, lama = minta(situs, FASILITATOR), minta(situs, FASILITATOR)
    assert putuskan(situs, ADMINISTRATOR, ditolak, "tolak").status_code == 422
    assert putuskan(situs, ADMINISTRATOR, ditolak, "tolak", "Keperluannya belum jelas.").status_code == 302
    halaman = teks(situs.masuk(FASILITATOR).get(reverse("arsip:daftar", args=[ditolak.pk])))
    assert "Keperluannya belum jelas." in halaman
    assert unduh(situs, FASILITATOR, ditolak).status_code == 409
    putuskan(situs, ADMINISTRATOR, lama, "setuju")
    PermintaanDaftar.objects.filter(pk=lama.pk).update(diputus_pada=timezone.now() - timedelta(days=8))
    assert unduh(situs, FASILITATOR, lama).status_code == 409


def test_the_list_holds_what_may_be_seen_when_it_is_fetched(situs: Situs):
    permintaan = minta(situs, FASILITATOR)
    putuskan(situs, ADMINISTRATOR, permintaan, "setuju")
    Dokumen.objects.filter(pegawai=situs.orang(TETANGGA)).update(kelas="R")
    isi = unduh(situs, FASILITATOR, permintaan).content.decode()
    assert situs.orang(TETANGGA).nip not in isi
    assert situs.orang(PEMILIK).nip in isi


def test_no_cell_is_a_formula_in_either_form(situs: Situs):
    Pegawai.objects.filter(pk=situs.orang(PEMILIK).pk).update(nama="+1\x07Nama")
    permintaan = minta(situs, ADMINISTRATOR)
    baris = next(b for b in lembar(unduh(situs, ADMINISTRATOR, permintaan)) if "HYPERLINK" in "".join(b))
    assert (baris[1], baris[3], baris[6]) == ("'=HYPERLINK(0)", "'@A1", "'+1Nama, S.IP.")
    buku = unduh(situs, ADMINISTRATOR, minta(situs, ADMINISTRATOR, "xlsx"))
    assert buku.headers["Content-Disposition"].endswith('.xlsx"')
    with zipfile.ZipFile(io.BytesIO(buku.content)) as isi:
        daftar, kata = isi.read("xl/worksheets/sheet1.xml").decode(), isi.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in daftar
    assert "=HYPERLINK(0)" in kata
    assert KEPERLUAN in kata
    assert [aman(n) for n in ("-1", "\t=1", " =1", "＝1", "biasa", "")] == ["'-1", "'=1", "' =1", "'＝1", "biasa", ""]


def test_a_wish_without_purpose_or_without_papers_is_refused(situs: Situs):
    arsiparis = situs.masuk(FASILITATOR)
    for keperluan in ("", "singkat"):
        assert arsiparis.post(f"{MINTA}?q=kartu", {"keperluan": keperluan, "bentuk": "csv"}).status_code == 422
    assert arsiparis.post(f"{MINTA}?q=kartu", {"keperluan": KEPERLUAN, "bentuk": "exe"}).status_code == 422
    assert "Tidak ada dokumen yang cocok" in teks(arsiparis.get(f"{MINTA}?q=tidakadasamasekali"))
    assert not PermintaanDaftar.objects.exists()


@pytest.mark.dua_ukuran
def test_the_database_itself_refuses_a_list_of_others_without_a_recommender(situs: Situs):
    permintaan = minta(situs, FASILITATOR)
    baris = PermintaanDaftar.objects.filter(pk=permintaan.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        baris.update(status=StatusDaftar.DIREKOMENDASIKAN, diputus_pada=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        baris.update(status=StatusDaftar.DITOLAK)


def test_each_sees_their_own_wishes_and_administrators_all(situs: Situs):
    minta(situs, FASILITATOR)
    semua = reverse("arsip:daftar_semua")
    assert KEPERLUAN in teks(situs.masuk(ADMINISTRATOR).get(semua))
    assert KEPERLUAN in teks(situs.masuk(FASILITATOR).get(semua))
    assert KEPERLUAN not in teks(situs.masuk(PEMILIK).get(semua))
