"""Papers over the API: in through the real scanner and reader, out as images and downloads, hidden from others."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from docservice.antrean.pekerjaan import jalankan_semua, taruh
from docservice.audit.models import Jejak
from docservice.dokumen import gudang
from docservice.dokumen.models import AksesBaca, Dokumen, VersiDokumen
from docservice.dokumen.status import StatusDokumen
from docservice.peragaan.kertas import berkas_terinfeksi
from docservice.peragaan.pemindai_tiruan import halaman, lembar
from tests.docservice.api import benda
from tests.docservice.api.conftest import Kantor, Klien, KlienApi, badan
from tests.docservice.factories import DokumenFactory, versi_dari


@pytest.fixture(autouse=True)
def _aturan(db: None) -> None:
    benda.muat_aturan()


def unggah(klien: KlienApi, isi: bytes, nama: str = "kartu.pdf", **data: Any) -> Any:
    berkas = SimpleUploadedFile(nama, isi, content_type="application/octet-stream")
    return klien.post("/api/v1/dokumen/", {"berkas": berkas, **data}, format="multipart")


def test_an_upload_is_acknowledged_scanned_read_and_shown(kantor: Kantor, klien: Klien):
    saya, pegawai = klien(kantor.akun("pemilik")), kantor.orang["pemilik"]
    isi = lembar("KARTU ASN VIRTUAL", [f"Nama: {pegawai.nama}", f"NIP: {pegawai.nip}"])
    diakui = unggah(saya, isi, jenis="KARPEG").json()
    assert gudang.masuk().exists(diakui["sha256"])
    assert (diakui["status"], diakui["dokumen_status"]) == ("diterima", "diproses")
    jalankan_semua()
    jalur = f"/api/v1/dokumen/{diakui['dokumen']}/"
    kemajuan = saya.get(f"{jalur}status/").json()
    assert (kemajuan["status_kata"], kemajuan["dokumen_status_kata"]) == ("Terbaca", "Menunggu verifikasi")
    rinci = saya.get(jalur).json()
    versi = rinci["versi"][0]
    assert versi["jumlah_halaman"] == len(versi["halaman"]) == 1
    assert pegawai.nip in [i["nilai"] for i in versi["isian"] if i["nama"] == "nip"]
    gambar = saya.get(f"{jalur}halaman/1/")
    assert gambar.headers["Content-Type"] == "image/webp"
    assert badan(gambar)[:4] == b"RIFF"
    assert "KARTU ASN" in saya.get(f"{jalur}halaman/1/teks/").json()["teks"]


def test_photos_sent_together_are_the_pages_of_one_paper(kantor: Kantor, klien: Klien):
    foto = []
    for kata in ("Satu", "Dua"):
        keluar = io.BytesIO()
        halaman(lembar(kata, [f"Isi {kata}"]), 110)[0].save(keluar, "JPEG")
        foto.append(SimpleUploadedFile(f"{kata}.jpg", keluar.getvalue()))
    diakui = klien(kantor.akun("pemilik")).post(
        "/api/v1/dokumen/", {"berkas": foto, "jenis": "KARPEG"}, format="multipart"
    )
    jalankan_semua()
    versi = VersiDokumen.objects.get(dokumen=diakui.json()["dokumen"])
    assert ["Satu" in h.teks for h in versi.halaman.order_by("nomor")] == [True, False]


def test_the_original_is_a_download_that_nothing_shows_caches_or_runs(kantor: Kantor, klien: Klien):
    isi = b"%PDF-1.7 asli sekali"
    dokumen = DokumenFactory.create(pegawai=kantor.orang["pemilik"], isi=isi, isi__nama_berkas='../../a";b.html')
    jawaban = klien(kantor.akun("pemilik")).get(f"/api/v1/dokumen/{dokumen.pk}/unduh/")
    assert badan(jawaban) == isi
    nama = f"KARPEG_{kantor.orang['pemilik'].nip}_v1.pdf"
    assert jawaban.headers["Content-Disposition"] == f'attachment; filename="{nama}"'
    assert jawaban.headers["Content-Type"] == "application/pdf"
    assert jawaban.headers["Content-Length"] == str(len(isi))
    assert jawaban.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in jawaban.headers["Cache-Control"]
    assert jawaban.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert jawaban.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_reading_anothers_paper_leaves_a_trace_that_its_owner_sees(kantor: Kantor, klien: Klien):
    dokumen = DokumenFactory.create(pegawai=kantor.orang["pemilik"])
    petugas, pemilik = klien(kantor.akun("fasilitator")), klien(kantor.akun("pemilik"))
    jalur = f"/api/v1/dokumen/{dokumen.pk}/"
    for alamat in ("", "halaman/1/", "halaman/1/teks/", "halaman/1/?kecil=1", "unduh/"):
        badan(petugas.get(jalur + alamat))
        badan(pemilik.get(jalur + alamat))
    pembaca = pemilik.get(f"{jalur}pembaca/").json()["results"]
    assert sorted((p["pengguna"], p["cara"]) for p in pembaca) == [
        ("Fasilitator Uji", "lihat"),  # one look, however many pages
        ("Fasilitator Uji", "unduh"),
    ]
    assert kantor.unit.nama in pembaca[0]["peran"]
    assert Jejak.objects.filter(aksi="dokumen.unduh", pelaku=kantor.akun("fasilitator").pk).count() == 1
    assert petugas.get(f"{jalur}pembaca/").json()["count"] == 0


def test_a_refused_download_leaves_no_trace(kantor: Kantor, klien: Klien):
    dokumen = DokumenFactory.create(pegawai=kantor.orang["pemilik"])
    assert klien(kantor.akun("orang_lain")).get(f"/api/v1/dokumen/{dokumen.pk}/unduh/").status_code == 404
    assert not AksesBaca.objects.exists()


def test_an_infected_file_goes_to_quarantine_and_is_known_to_its_uploader_only(kantor: Kantor, klien: Klien):
    saya = klien(kantor.akun("pemilik"))
    diakui = unggah(saya, berkas_terinfeksi(), jenis="NPWP").json()
    jalankan_semua()
    jalur = f"/api/v1/dokumen/{diakui['dokumen']}/"
    assert saya.get(f"{jalur}status/").json()["status"] == "karantina"
    assert gudang.karantina().exists(diakui["sha256"])
    assert not gudang.arsip().exists(diakui["sha256"])
    for alamat in ("unduh/", "halaman/1/", "unduh/?versi=1"):
        assert saya.get(jalur + alamat).status_code == 404
    for lain in ("fasilitator", "administrator", "staf_arsip"):
        assert klien(kantor.akun(lain)).get(jalur).status_code == 404
        assert klien(kantor.akun(lain)).get("/api/v1/dokumen/").json()["count"] == 0


def test_an_unscanned_file_is_readable_by_nobody(kantor: Kantor, klien: Klien):
    saya = klien(kantor.akun("pemilik"))
    nomor = unggah(saya, b"%PDF-1.7 belum dipindai", jenis="KARPEG").json()["dokumen"]
    assert saya.get(f"/api/v1/dokumen/{nomor}/").json()["versi"][0]["status"] == "diterima"
    assert saya.get(f"/api/v1/dokumen/{nomor}/unduh/").status_code == 404
    assert klien(kantor.akun("fasilitator")).get(f"/api/v1/dokumen/{nomor}/").status_code == 404


def test_a_new_version_that_waits_for_the_scanner_is_hidden_behind_the_old_one(kantor: Kantor, klien: Klien):
    dokumen = DokumenFactory.create(
        pegawai=kantor.orang["pemilik"], status=StatusDokumen.DIKEMBALIKAN, isi=b"%PDF-1.7 lama"
    )
    saya, petugas = klien(kantor.akun("pemilik")), klien(kantor.akun("fasilitator"))
    baru = unggah(saya, b"%PDF-1.7 baru", dokumen=dokumen.pk).json()
    assert (baru["dokumen"], baru["nomor"]) == (dokumen.pk, 2)
    jalur = f"/api/v1/dokumen/{dokumen.pk}/"
    assert [v["nomor"] for v in petugas.get(jalur).json()["versi"]] == [1]
    assert [v["nomor"] for v in saya.get(jalur).json()["versi"]] == [2, 1]
    assert petugas.get(f"{jalur}status/").json()["nomor"] == 1
    assert badan(petugas.get(f"{jalur}unduh/")) == b"%PDF-1.7 lama"
    assert petugas.get(f"{jalur}unduh/?versi=2").status_code == 404


def test_an_old_version_that_is_read_late_does_not_make_an_unscanned_one_ready_to_verify(kantor: Kantor):
    dokumen = DokumenFactory.create(
        pegawai=kantor.orang["pemilik"], status=StatusDokumen.DIPROSES, isi__status="bersih"
    )
    versi_dari(dokumen, b"%PDF-1.7 dua", status="diterima")
    taruh("dokumen.baca", VersiDokumen.objects.get(nomor=1).pk)
    jalankan_semua()
    dokumen.refresh_from_db()
    assert dokumen.status == StatusDokumen.DIPROSES


@pytest.mark.parametrize(
    ("isi", "nama", "kode"),
    [
        (b"", "kosong.pdf", 422),
        (b"bukan pdf sama sekali", "surat.pdf", 422),
        (b"%PDF-1.7 x", "surat.exe", 422),
        (b"PK\x03\x04 zip", "surat.docx", 422),
    ],
)
def test_a_file_that_is_not_what_we_keep_is_refused_with_a_sentence(
    isi: bytes, nama: str, kode: int, kantor: Kantor, klien: Klien
):
    jawaban = unggah(klien(kantor.akun("pemilik")), isi, nama, jenis="KARPEG")
    assert jawaban.status_code == kode
    assert jawaban.json()["isian"]["berkas"].endswith(".")
    assert not Dokumen.objects.exists()


def test_a_file_over_the_limit_is_refused_while_it_arrives(kantor: Kantor, klien: Klien, settings):
    settings.UPLOAD_LIMIT = 1_000_000
    jawaban = unggah(klien(kantor.akun("pemilik")), b"%PDF-1.7" + b"x" * 1_200_000, jenis="KARPEG")
    assert jawaban.status_code == 413
    assert (
        jawaban.json()["pesan"] == "Berkas 2 MB, batasnya 1 MB. Foto ulang di halaman unggah agar dikecilkan sendiri."
    )


def test_a_body_far_beyond_an_honest_form_is_not_even_read(kantor: Kantor, klien: Klien, settings):
    settings.UPLOAD_LIMIT = 100_000
    jawaban = unggah(klien(kantor.akun("pemilik")), b"%PDF-1.7" + b"x" * 500_000, jenis="KARPEG")
    assert (jawaban.status_code, jawaban.json()["kode"]) == (413, "terlalu_besar")


def test_a_full_disk_refuses_the_upload_and_keeps_nothing(kantor: Kantor, klien: Klien, settings):
    settings.MINIMUM_FREE_DISK = 1 << 60
    jawaban = unggah(klien(kantor.akun("pemilik")), b"%PDF-1.7 isi", jenis="KARPEG")
    assert (jawaban.status_code, jawaban.json()["kode"]) == (507, "ruang_penuh")
    assert not Dokumen.objects.exists()


def test_a_form_without_file_or_known_kind_is_refused_field_by_field(kantor: Kantor, klien: Klien):
    saya = klien(kantor.akun("pemilik"))
    assert saya.post("/api/v1/dokumen/", {}, format="multipart").json()["isian"] == {"berkas": "Wajib diisi."}
    tak_dikenal = unggah(saya, b"%PDF-1.7 isi", jenis="SURAT_CINTA")
    assert tak_dikenal.json()["isian"] == {"jenis": "Jenis dokumen tidak dikenal."}


def test_only_an_administrator_brings_in_a_confidential_kind(kantor: Kantor, klien: Klien):
    nip = kantor.orang["pemilik"].nip
    for nama, harap in (("pemilik", 403), ("fasilitator", 403), ("administrator", 201)):
        jawaban = unggah(klien(kantor.akun(nama)), b"%PDF-1.7 hukdis", jenis="SK_HUKDIS", minor="2025", pegawai=nip)
        assert jawaban.status_code == harap


def test_a_verified_document_is_not_replaced(kantor: Kantor, klien: Klien):
    dokumen = DokumenFactory.create(pegawai=kantor.orang["pemilik"], status=StatusDokumen.TERVERIFIKASI)
    jawaban = unggah(klien(kantor.akun("pemilik")), b"%PDF-1.7 ganti", dokumen=dokumen.pk)
    assert (jawaban.status_code, jawaban.json()["kode"]) == (403, "tidak_berwenang")


def test_json_instead_of_a_form_is_told_so(kantor: Kantor, klien: Klien):
    jawaban = klien(kantor.akun("pemilik")).post("/api/v1/dokumen/", {"jenis": "KTP"}, format="json")
    assert (jawaban.status_code, jawaban.json()["kode"]) == (415, "jenis_salah")


def test_a_list_can_be_filtered_and_paged_and_has_a_ceiling(kantor: Kantor, klien: Klien):
    for kode in ("KARPEG", "KTP", "KK"):
        benda.buat_dokumen(kantor.orang["pemilik"], kode)
    saya = klien(kantor.akun("pemilik"))
    assert saya.get("/api/v1/dokumen/", {"jenis": "KTP"}).json()["count"] == 1
    assert saya.get("/api/v1/dokumen/", {"status": "terverifikasi"}).json()["count"] == 0
    halaman = saya.get("/api/v1/dokumen/", {"limit": 2}).json()
    assert (halaman["count"], len(halaman["results"])) == (3, 2)
    assert saya.get("/api/v1/dokumen/", {"status": "entah"}).json()["isian"] == {
        "status": "Bukan salah satu pilihan yang ada."
    }


def test_images_and_text_of_a_page_that_is_not_there_are_not_found(kantor: Kantor, klien: Klien):
    dokumen = DokumenFactory.create(pegawai=kantor.orang["pemilik"])
    saya = klien(kantor.akun("pemilik"))
    for alamat in ("halaman/2/", "halaman/0/teks/", "halaman/1/?versi=9", "unduh/?versi=2"):
        assert saya.get(f"/api/v1/dokumen/{dokumen.pk}/{alamat}").status_code == 404


def test_bytes_that_vanished_from_the_store_are_not_found_rather_than_a_crash(kantor: Kantor, klien: Klien):
    dokumen = DokumenFactory.create(pegawai=kantor.orang["pemilik"])
    VersiDokumen.objects.filter(dokumen=dokumen).update(sha256="0" * 64)
    assert klien(kantor.akun("pemilik")).get(f"/api/v1/dokumen/{dokumen.pk}/unduh/").status_code == 404


def test_a_download_comes_in_pieces(kantor: Kantor, klien: Klien):
    isi = b"%PDF-1.7" + bytes(300_000)
    dokumen = DokumenFactory.create(pegawai=kantor.orang["pemilik"], isi=isi)
    jawaban = klien(kantor.akun("pemilik")).get(f"/api/v1/dokumen/{dokumen.pk}/unduh/")
    potong = list(jawaban)
    assert len(potong) > 1
    assert b"".join(potong) == isi


def test_unknown_addresses_answer_in_the_shape_of_the_api(kantor: Kantor, klien: Klien):
    jawaban = klien(kantor.akun("pemilik")).get("/api/v1/tidak-ada/")
    assert (jawaban.status_code, jawaban.json()["kode"]) == (404, "tidak_ditemukan")
    assert klien(kantor.akun("pemilik")).put("/api/v1/saya/", {}, format="json").json()["kode"] == "cara_salah"


def test_broken_json_is_told_so(kantor: Kantor, klien: Klien):
    jawaban = klien(kantor.akun("pemilik")).post("/api/v1/token/", data=b"{", content_type="application/json")
    assert (jawaban.status_code, jawaban.json()["kode"]) == (400, "tidak_terbaca")
