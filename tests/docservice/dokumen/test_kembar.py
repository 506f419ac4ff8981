"""Near-duplicates: another scan of a sheet is a hint to the fasilitator, another sheet of the same form is not."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageEnhance

from docservice.dokumen.kembar import kembaran
from docservice.dokumen.models import VersiDokumen
from docservice.peragaan.pemindai_tiruan import halaman, lembar
from storage.render_child import fingerprint
from tests.docservice.dokumen.alat import kirim, siap
from tests.docservice.halaman import FASILITATOR, PEMILIK, TETANGGA, Situs, teks

BARIS = ["Nomor 821.2/1043/BKPSDM/2022", "Nama Damar Panuluh", "Terhitung mulai tanggal 1 Februari 2022"]
LAIN = ["Predikat kinerja sangat baik", "Pejabat penilai Sekretaris Dinas", "Hasil kerja di atas ekspektasi tahun ini"]


def pindaian(baris: list[str], *, terang: float = 1.0, mutu: int = 80, dpi: int = 110) -> bytes:
    keluar = io.BytesIO()
    gambar = ImageEnhance.Brightness(halaman(lembar("SURAT KEPUTUSAN", baris), dpi)[0]).enhance(terang)
    gambar.save(keluar, "JPEG", quality=mutu)
    return keluar.getvalue()


def masuk(situs: Situs, isi: bytes, kode: str, oleh: int = PEMILIK) -> VersiDokumen:
    versi = siap(kirim(situs.kantor, isi, kode=kode, nama="foto.jpg", oleh=oleh))
    assert versi.status == "siap"
    return versi


def test_another_scan_of_the_same_sheet_is_said_on_the_workbench(situs: Situs):
    lama = masuk(situs, pindaian(BARIS), "KARPEG")
    baru = masuk(situs, pindaian(BARIS, terang=0.85, mutu=60, dpi=130), "KTP")
    (satu,) = kembaran(baru.dokumen, situs.akun(FASILITATOR))
    assert 84 <= satu.persen <= 100
    assert (satu.dokumen.pk, satu.halaman, satu.lain) == (lama.dokumen_id, 1, 1)
    isi = teks(situs.masuk(FASILITATOR).get(f"/verifikasi/{baru.dokumen_id}/"))
    assert f"Halaman 1 mirip {satu.persen}% dengan halaman 1 dari {lama.dokumen.judul} versi" in isi


def test_another_paper_and_another_persons_paper_are_no_hint(situs: Situs):
    baru = masuk(situs, pindaian(BARIS), "KARPEG")
    masuk(situs, pindaian(LAIN), "KTP")
    masuk(situs, pindaian(BARIS, terang=0.9), "KARPEG", oleh=TETANGGA)
    assert kembaran(baru.dokumen, situs.akun(FASILITATOR)) == []


@pytest.mark.parametrize("mutu", [40, 95])
def test_a_fingerprint_outlives_size_light_and_compression(mutu: int):
    asli = halaman(lembar("SURAT KEPUTUSAN", BARIS), 150)[0]
    keluar = io.BytesIO()
    ImageEnhance.Brightness(asli.resize((700, 990))).enhance(0.8).save(keluar, "JPEG", quality=mutu)
    beda = int(fingerprint(asli), 16) ^ int(fingerprint(Image.open(keluar)), 16)
    assert beda.bit_count() <= 12
