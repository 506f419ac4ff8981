"""The safe copy: offered where the document itself is honest, judged like any upload, refused where it would lie."""

from __future__ import annotations

import io

import pikepdf
import pytest
from django.test import Client

from docservice.antrean.pekerjaan import jalankan, jalankan_semua, taruh
from docservice.audit.models import Jejak
from docservice.dokumen.models import Dokumen, VersiDokumen
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from storage import UnsafeToRender
from tests.docservice.dokumen.alat import berskrip, kertas, kirim, siap, terkunci
from tests.docservice.factories import token_untuk
from tests.docservice.halaman import FASILITATOR, PEMILIK, Situs, teks


@pytest.fixture
def ditolak(situs: Situs) -> VersiDokumen:
    versi = siap(kirim(situs.kantor, berskrip(kertas("KARTU PEGAWAI", "Nama Damar"))))
    assert (versi.status, versi.alasan_kode) == (StatusBerkas.DITOLAK, "isi_aktif")
    return versi


def test_pages_come_in_as_pictures_and_are_read(situs: Situs, ditolak: VersiDokumen):
    saya, proses = situs.masuk(PEMILIK), f"/dokumen/{ditolak.dokumen_id}/proses/"
    assert "Buatkan salinan aman" in teks(saya.get(proses))
    assert saya.post(f"/dokumen/{ditolak.dokumen_id}/salinan/").headers["Location"] == proses
    menunggu = saya.get(proses)
    assert "Salinan aman sedang dibuat" in teks(menunggu)
    assert b"hx-trigger" in menunggu.content
    jalankan_semua()
    dokumen = Dokumen.objects.get(pk=ditolak.dokumen_id)
    versi = dokumen.versi_terkini
    assert (versi.nomor, versi.status, dokumen.status) == (2, "siap", StatusDokumen.MENUNGGU)
    assert "Damar" in versi.halaman.get().teks
    with pikepdf.open(io.BytesIO(b"".join(saya.get(f"/dokumen/{dokumen.pk}/unduh/")))) as pdf:
        assert "/OpenAction" not in pdf.Root
    assert Jejak.objects.filter(aksi="dokumen.salinan_diminta").count() == 1


def test_asking_and_running_twice_is_one_copy(situs: Situs, ditolak: VersiDokumen):
    saya = situs.masuk(PEMILIK)
    for _ in range(2):
        saya.post(f"/dokumen/{ditolak.dokumen_id}/salinan/")
    jalankan_semua()
    jalankan(taruh("dokumen.salinan", ditolak.pk).pk)
    assert VersiDokumen.objects.filter(dokumen=ditolak.dokumen_id).count() == 2


def test_an_encrypted_file_has_no_safe_copy(situs: Situs):
    versi = siap(kirim(situs.kantor, terkunci(kertas())))
    saya = situs.masuk(PEMILIK)
    assert "salinan aman" not in teks(saya.get(f"/dokumen/{versi.dokumen_id}/proses/"))
    jawaban = saya.post(f"/dokumen/{versi.dokumen_id}/salinan/")
    assert jawaban.status_code == 409
    assert "tidak dapat dibuat salinan aman" in teks(jawaban)


def test_a_copy_that_cannot_be_made_is_said_so(situs: Situs, ditolak: VersiDokumen, monkeypatch: pytest.MonkeyPatch):
    def gagal(*args: object, **kwargs: object) -> None:
        raise UnsafeToRender

    saya = situs.masuk(PEMILIK)
    saya.post(f"/dokumen/{ditolak.dokumen_id}/salinan/")
    monkeypatch.setattr("docservice.dokumen.salinan.safe_copy", gagal)
    jalankan_semua()
    isi = teks(saya.get(f"/dokumen/{ditolak.dokumen_id}/proses/"))
    assert "salinan aman" not in isi
    assert "tidak dapat dibuat salinan aman" in situs.akun(PEMILIK).kabar.order_by("pk").last().teks  # type: ignore[union-attr]


def test_it_is_the_uploaders_to_ask_by_every_door(situs: Situs, ditolak: VersiDokumen):
    assert situs.masuk(FASILITATOR).post(f"/dokumen/{ditolak.dokumen_id}/salinan/").status_code == 404
    klien = {
        n: Client(headers={"Authorization": f"Bearer {token_untuk(situs.akun(n))}"}) for n in (PEMILIK, FASILITATOR)
    }
    alamat = f"/api/v1/dokumen/{ditolak.dokumen_id}/salinan-aman/"
    assert klien[FASILITATOR].post(alamat).status_code == 404
    jawaban = klien[PEMILIK].post(alamat)
    assert (jawaban.status_code, jawaban.json()["tertunda"]) == (202, "salinan")
