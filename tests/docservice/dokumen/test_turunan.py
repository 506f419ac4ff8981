"""Photos as phones make them: the original is kept as it came, and a PDF of it for everyone who cannot open that."""

from __future__ import annotations

import io

import pikepdf
import pytest

from docservice.audit.models import Jejak
from docservice.dokumen import gudang
from docservice.dokumen.dikenal import Dikenal
from docservice.dokumen.segel import _sidik
from docservice.dokumen.status import StatusBerkas
from tests.docservice.bersama import KantorUji
from tests.docservice.dokumen.alat import kertas, kirim, siap
from tests.docservice.factories import token_untuk
from tests.docservice.halaman import PEMILIK, TETANGGA, Situs, badan
from tests.storage.test_phone_photos import photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def situs(kantor_contoh: KantorUji) -> Situs:
    return Situs(kantor_contoh)


@pytest.mark.parametrize(("bentuk", "nama"), [("HEIF", "foto.heic"), ("WEBP", "foto.webp")])
def test_a_phone_photo_is_kept_and_downloaded_as_pdf_too(situs: Situs, bentuk: str, nama: str):
    isi = photo(bentuk, (1240, 1754))
    versi = siap(kirim(situs.kantor, isi, nama=nama))
    assert versi.status == StatusBerkas.SIAP
    saya, unduh = situs.masuk(PEMILIK), f"/dokumen/{versi.dokumen_id}/unduh/"
    assert badan(saya.get(unduh)) == isi
    assert "Unduh sebagai PDF" in saya.get(f"/dokumen/{versi.dokumen_id}/").content.decode()
    jawaban = saya.get(f"{unduh}?bentuk=pdf")
    assert jawaban.headers["Content-Type"] == "application/pdf"
    assert jawaban.headers["Content-Disposition"].endswith('_v1.pdf"')
    with pikepdf.open(io.BytesIO(badan(jawaban))) as pdf:
        assert len(pdf.pages) == 1
    kunci = {"Authorization": f"Bearer {token_untuk(situs.akun(PEMILIK))}"}
    lewat_api = saya.get(f"/api/v1/dokumen/{versi.dokumen_id}/unduh/?bentuk=pdf", headers=kunci)
    assert badan(lewat_api).startswith(b"%PDF-")
    assert situs.masuk(TETANGGA).get(f"{unduh}?bentuk=pdf").status_code == 404
    assert versi.turunan in Dikenal("arsip", janji=True)
    assert versi.turunan in set(_sidik(versi.dokumen))
    assert gudang.arsip().verify(versi.turunan)
    assert not Jejak.objects.filter(aksi__startswith="keutuhan.").exists()


def test_a_pdf_is_its_own_pdf_and_a_jpeg_has_none(situs: Situs):
    isi = kertas()
    pdf, jpeg = siap(kirim(situs.kantor, isi)), siap(kirim(situs.kantor, photo("JPEG"), nama="foto.jpg", kode="KTP"))
    saya = situs.masuk(PEMILIK)
    assert badan(saya.get(f"/dokumen/{pdf.dokumen_id}/unduh/?bentuk=pdf")) == isi
    assert (pdf.turunan, jpeg.turunan) == ("", "")
    assert saya.get(f"/dokumen/{jpeg.dokumen_id}/unduh/?bentuk=pdf").status_code == 404
    assert "Unduh sebagai PDF" not in saya.get(f"/dokumen/{jpeg.dokumen_id}/").content.decode()
