"""One's own archive: what is there, what is missing, who looked."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from docservice.audit.models import Jejak
from docservice.dokumen import gudang, views
from docservice.dokumen.status import Kelas, StatusBerkas, StatusDokumen
from docservice.riwayat.models import Riwayat
from docservice.riwayat.sandi import segel
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, PEMILIK, STAF_ARSIP, TETANGGA, Situs, badan, teks
from tests.docservice.riwayat.alat import ajukan


@pytest.mark.syarat("POSO-9-3b", "BABEL-1-17")
def test_slots_show_what_is_missing_and_lead_to_its_upload(situs: Situs):
    situs.dokumen(PEMILIK, "KARPEG", status=StatusDokumen.TERVERIFIKASI)
    situs.dokumen(PEMILIK, "KTP", status=StatusDokumen.DIKEMBALIKAN)
    jawaban = situs.masuk(PEMILIK).get("/arsip-saya/")
    isi = teks(jawaban)
    assert "1 dari 8 dokumen wajib terverifikasi" in isi
    assert "Unggah yang belum ada (6)" in isi
    assert 'href="/dokumen/unggah/?jenis=SK_CPNS&amp;minor="' in jawaban.content.decode()
    assert "Dikembalikan Foto ulang" in isi


def test_an_empty_archive_says_where_to_begin(situs: Situs):
    awal = "Belum ada dokumen. Mulai dari SK CPNS."
    jawaban = situs.masuk(PEMILIK).get("/arsip-saya/")
    assert f"{awal} Foto SK CPNS" in teks(jawaban)
    assert jawaban.content.decode().count("tombol utama") == 1
    situs.dokumen(PEMILIK, "NPWP")
    assert awal not in teks(situs.masuk(PEMILIK).get("/arsip-saya/"))


def test_papers_beside_the_slots_are_listed_too(situs: Situs):
    situs.dokumen(PEMILIK, "NPWP")
    for urut in ("", "?urut=jenis"):
        assert "NPWP" in teks(situs.masuk(PEMILIK).get(f"/arsip-saya/{urut}"))


@pytest.mark.syarat("BABEL-14-2j")
def test_decrees_stand_by_their_kind_with_number_and_date(situs: Situs):
    sah = {"status": StatusDokumen.TERVERIFIKASI, "tanggal": date(2026, 1, 5)}
    berkala = situs.dokumen(PEMILIK, "SK_KGB", nomor="800.1.11.13/0318/BKPSDMD/2026", minor="2026", **sah)
    pangkat = situs.dokumen(PEMILIK, "SK_KP", nomor="800.1.3.2/0142/BKPSDMD/2026", minor="III/b", **sah)
    isi = situs.masuk(PEMILIK).get("/arsip-saya/?urut=jenis").content.decode()
    for satu in (berkala, pangkat):
        bagian = isi.partition(f"/dokumen/{satu.pk}/")[0].rpartition("<h2>")[2]
        assert bagian.startswith(satu.jenis.nama), bagian[:80]
        assert satu.nomor in teks(situs.masuk(PEMILIK).get(f"/dokumen/{satu.pk}/"))


def test_nobodys_papers_but_ones_own_are_there(situs: Situs):
    lain = situs.dokumen(TETANGGA, "NPWP")
    for nomor in (PEMILIK, ADMINISTRATOR):
        assert f"/dokumen/{lain.pk}/" not in situs.masuk(nomor).get("/arsip-saya/").content.decode()


def test_signing_in_comes_first(situs: Situs):
    jawaban = situs.masuk(PEMILIK)
    jawaban.logout()
    assert jawaban.get("/arsip-saya/").status_code == 302


def test_the_owner_sees_who_looked_and_in_what_capacity(situs: Situs):
    dokumen = situs.dokumen(PEMILIK, "KARPEG")
    saya, alamat = situs.masuk(PEMILIK), reverse("dokumen:dokumen", args=[dokumen.pk])
    assert "Belum ada yang membuka arsip Anda selain Anda." in teks(saya.get("/arsip-saya/siapa-yang-melihat/"))
    situs.masuk(FASILITATOR).get(alamat)
    saya.get(alamat)
    isi = teks(saya.get("/arsip-saya/siapa-yang-melihat/"))
    assert situs.orang(FASILITATOR).nama in isi
    assert "Fasilitator Badan Perencanaan Pembangunan Daerah" in isi
    assert isi.count("Melihat") == 1


def test_those_who_looked_long_ago_are_on_a_later_page(situs: Situs, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(views, "PEMBACA_PER_HALAMAN", 1)
    alamat = reverse("dokumen:dokumen", args=[situs.dokumen(PEMILIK, "KARPEG").pk])
    for nomor in (FASILITATOR, STAF_ARSIP):
        situs.masuk(nomor).get(alamat)
    awal, akhir = (teks(situs.masuk(PEMILIK).get("/arsip-saya/siapa-yang-melihat/", {"hal": n})) for n in (1, 2))
    assert situs.orang(STAF_ARSIP).nama in awal
    assert situs.orang(STAF_ARSIP).nama not in akhir
    assert situs.orang(FASILITATOR).nama in akhir


def test_the_list_asks_the_database_no_more_for_many_papers_than_for_few(situs: Situs):
    saya = situs.masuk(PEMILIK)
    situs.dokumen(PEMILIK, "NPWP")
    saya.get("/arsip-saya/")
    jumlah = []
    for kode in ("", "SPMT", "TASPEN", "BPJS"):
        if kode:
            situs.dokumen(PEMILIK, kode)
        with CaptureQueriesContext(connection) as tanya:
            saya.get("/arsip-saya/")
        jumlah.append(len(tanya))
    assert len(set(jumlah)) == 1


def zip_saya(situs: Situs, nomor: int = PEMILIK) -> zipfile.ZipFile:
    jawaban = situs.masuk(nomor).get(reverse("dokumen:unduh_semua"))
    isi = badan(jawaban)
    assert len(isi) == int(jawaban["Content-Length"])
    return zipfile.ZipFile(io.BytesIO(isi))


@pytest.mark.syarat("BABEL-19-1")
def test_the_owner_takes_everything_along_with_a_list_and_fingerprints(situs: Situs):
    milik = [situs.dokumen(PEMILIK, "KARPEG"), situs.dokumen(PEMILIK, "NPWP"), situs.dokumen(PEMILIK, "NPWP")]
    milik[1].judul = '=HYPERLINK("http://jahat")'
    milik[1].save()
    for urut, satu in enumerate(milik):
        blob = gudang.arsip().put([b"isi %d" % urut])
        satu.versi.update(sha256=blob.sha256, ukuran=blob.size)
    situs.dokumen(TETANGGA, "KARPEG")
    situs.dokumen(PEMILIK, "KTP", status=StatusDokumen.DIPROSES).versi.update(status=StatusBerkas.DITERIMA)
    arsip = zip_saya(situs)
    nip = situs.orang(PEMILIK).nip
    berkas = [f"KARPEG_{nip}_v1.pdf", f"NPWP_{nip}_v1.pdf", f"NPWP_{nip}_v1_2.pdf"]
    assert [*berkas, "riwayat.csv", "daftar.csv", "SHA256SUMS"] == arsip.namelist()
    assert [arsip.read(nama) for nama in berkas] == [b"isi 0", b"isi 1", b"isi 2"]
    for baris, nama in zip(arsip.read("SHA256SUMS").decode().splitlines(), [*berkas, "riwayat.csv"], strict=True):
        assert baris == f"{hashlib.sha256(arsip.read(nama)).hexdigest()}  {nama}"
    daftar = arsip.read("daftar.csv").decode("utf-8-sig")
    assert "'=HYPERLINK" in daftar
    assert Jejak.objects.get(aksi="dokumen.unduh_semua").rincian == {"jumlah": 3}


def test_ones_rows_go_along_and_nobody_elses(situs: Situs):
    """With numbers by their last digits: a parcel is soon on a shared computer."""
    blob = gudang.arsip().put([b"isi"])
    situs.dokumen(PEMILIK, "KARPEG").versi.update(sha256=blob.sha256, ukuran=blob.size)
    ajukan(situs.kantor, PEMILIK)
    tersandi = {"alamat": "Jalan Contoh 1", "nik": segel("nik", "1901010101900001")}
    for nomor, jalan in ((PEMILIK, "Jalan Contoh 1"), (TETANGGA, "Jalan Lain 2")):
        data = tersandi | {"alamat": jalan}
        Riwayat.objects.create(pegawai=situs.orang(nomor), jenis="data_utama", data=data, dibuat_oleh=situs.akun(nomor))
    isi = zip_saya(situs).read("riwayat.csv").decode("utf-8-sig")
    assert '"Golongan";"Diajukan";"Golongan ruang";"III/a, Penata Muda"' in isi
    assert '"Alamat";"Jalan Contoh 1"' in isi
    assert "•••• 0001" in isi
    assert not any(kata in isi for kata in ("1901010101900001", "sandi:", "Jalan Lain 2"))


def test_confidential_papers_are_not_in_ones_own_parcel(situs: Situs):
    situs.dokumen(PEMILIK, "BAP", kelas=Kelas.RAHASIA, dibuat_oleh=situs.akun(ADMINISTRATOR))
    jawaban = situs.masuk(PEMILIK).get(reverse("dokumen:unduh_semua"))
    assert jawaban.status_code == 422
    assert "Belum ada berkas yang dapat diunduh" in teks(jawaban)
    assert not Jejak.objects.filter(aksi="dokumen.unduh_semua").exists()
