"""What a hand-made form may hold at the workbench: it is refused or left aside, never an error of ours."""

from __future__ import annotations

from typing import Any

import pytest

from docservice.verifikasi.models import Verifikasi
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import FASILITATOR, Situs, teks

pytestmark = pytest.mark.django_db
RAKSASA, PANJANG = str(10**30), "9" * 5000


@pytest.mark.parametrize("angka", [RAKSASA, PANJANG, "٣", "²", "-1", "\x00"])
def test_numbers_that_are_none_decide_nothing(kantor_contoh: KantorUji, angka: str):
    situs = Situs(kantor_contoh)
    dokumen = situs.dokumen(13, "SK_CPNS")
    klien, meja = situs.masuk(FASILITATOR), f"/verifikasi/{dokumen.pk}/"
    isi: dict[str, Any] = {"sha256": dokumen.versi_terkini.sha256, "detik": angka, "dilihat": angka, "basis": "asli"}
    assert klien.post(meja, isi | {"tindakan": "verifikasi"}).status_code == 422
    assert klien.post(meja, isi | {"tindakan": "kembalikan", "alasan": f"{angka}:tidak-ada"}).status_code == 422
    hantu = klien.post(meja, isi | {"tindakan": "kembalikan", "alasan": [f"{angka}:1", "99:1"]})
    assert (hantu.status_code, "Halaman 99 tidak ada di berkas ini." in teks(hantu)) == (422, True)
    assert klien.post("/verifikasi/", {"pilih": angka}).status_code == 422
    for alamat in ("/verifikasi/", "/usulan/", "/permohonan/"):
        assert klien.get(alamat, {"hal": angka, "unit": angka, "jenis": angka, "q": angka}).status_code in (200, 404)
    for kunci in ("dokumen", "koreksi"):
        assert klien.get("/riwayat/usulan/baru/", {kunci: angka}).status_code in (200, 404)
    assert not Verifikasi.objects.exists()


@pytest.mark.parametrize("tindakan", ["", "verifikasikan", "\x00"])
def test_a_button_that_is_none_of_ours_verifies_nothing(kantor_contoh: KantorUji, tindakan: str):
    situs = Situs(kantor_contoh)
    dokumen = situs.dokumen(13, "SK_CPNS")
    isi = {"sha256": dokumen.versi_terkini.sha256, "dilihat": "1", "basis": "asli", "tindakan": tindakan}
    jawab = situs.masuk(FASILITATOR).post(f"/verifikasi/{dokumen.pk}/", isi)
    assert (jawab.status_code, "Pilihan ini tidak dikenal." in teks(jawab)) == (422, True)
    assert not Verifikasi.objects.exists()
