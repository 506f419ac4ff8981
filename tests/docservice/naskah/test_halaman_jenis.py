"""Pages of the catalogue and the editor: pictures, preview while typing, versions, and closed doors."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

import templates_sk
from docservice.naskah.models import DasarHukum, KataNaskah
from docservice.naskah.render import gambar
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, FASILITATOR_LAIN, PEJABAT, PEMILIK, Situs, teks
from tests.docservice.naskah.alat import draf

pytestmark = pytest.mark.django_db
KP = "sk_kenaikan_pangkat"
BAWAAN = templates_sk.teks_kata(templates_sk.kind(KP))


@pytest.fixture
def situs(kantor: KantorUji) -> Situs:
    return Situs(kantor)


def isi(**lain: Any) -> dict[str, Any]:
    hari = timezone.localdate().isoformat()
    tetap = {"teks": BAWAAN, "berlaku_dari": hari, "keputusan_nomor": "800/7", "keputusan_tanggal": hari, "versi": 0}
    return tetap | lain


def badan(jawaban: Any) -> bytes:
    """The streamed file, read to its end: that closes it."""
    return b"".join(jawaban)


def test_the_catalogue_names_every_kind_and_shows_its_picture(situs: Situs):
    klien = situs.masuk(ADMINISTRATOR)
    halaman = klien.get(reverse("naskah:jenis"))
    assert all(satu.title in teks(halaman) for satu in templates_sk.kinds())
    jawaban = klien.get(reverse("naskah:gambar_jenis", args=[KP]))
    assert jawaban.headers["Content-Type"] == "image/webp"
    assert badan(jawaban)[8:12] == b"WEBP"


def test_an_administrator_saves_a_wording_and_sees_its_version(situs: Situs):
    klien, alamat = situs.masuk(ADMINISTRATOR), reverse("naskah:kata", args=[KP])
    assert "= MENIMBANG" in klien.get(alamat).content.decode()
    baru = BAWAAN.replace("akan diadakan perbaikan", "diadakan pembetulan")
    jawaban = klien.post(alamat, isi(teks=baru), follow=True)
    assert "Kata naskah disimpan" in teks(jawaban)
    assert "800/7" in teks(jawaban)
    assert "pembetulan" in KataNaskah.objects.get().teks
    assert "perbaikan" in klien.get(alamat + "?bawaan").content.decode()


def test_what_is_wrong_comes_back_with_the_text_as_typed(situs: Situs):
    klien, alamat = situs.masuk(ADMINISTRATOR), reverse("naskah:kata", args=[KP])
    jawaban = klien.post(alamat, isi(teks=BAWAAN.replace("{nama}", "{namma}")))
    assert jawaban.status_code == 422
    assert "Isian {namma} tidak ada" in teks(jawaban)
    assert "{namma}" in jawaban.content.decode()
    assert klien.post(alamat, isi(keputusan_nomor="")).status_code == 422
    assert not KataNaskah.objects.exists()


def test_the_preview_draws_what_is_typed_or_says_what_is_wrong_and_keeps_nothing(situs: Situs):
    klien, alamat = situs.masuk(ADMINISTRATOR), reverse("naskah:pratinjau_kata", args=[KP])
    jawaban = klien.post(alamat, {"teks": BAWAAN.replace("Nama", "Nama lengkap")})
    (gbr,) = jawaban.context["gambar"]
    assert badan(klien.get(reverse("naskah:gambar_pratinjau", args=[gbr[0]])))[8:12] == b"WEBP"
    assert "Kurung kurawal" in teks(klien.post(alamat, {"teks": BAWAAN.replace("{nama}", "{nama")}))
    assert not KataNaskah.objects.exists()


def test_no_image_is_given_out_that_no_preview_drew(situs: Situs):
    assert situs.masuk(ADMINISTRATOR).get(reverse("naskah:gambar_pratinjau", args=["0" * 64])).status_code == 404


def test_the_draft_is_drawn_again_while_its_form_is_typed(situs: Situs):
    naskah, klien = draf(situs.kantor), situs.masuk(ADMINISTRATOR)
    alamat = reverse("naskah:pratinjau_draf", args=[naskah.pk])
    ketikan = {"nomor_urut": 7, "mengingat": "ringkas", "revisi": naskah.revisi}
    jawaban = klien.post(alamat, ketikan | {"tembusan": "Inspektur"})
    assert "<img" in jawaban.content.decode()
    naskah.refresh_from_db()
    assert naskah.data["nomor_urut"] == 1
    keliru = klien.post(alamat, {"nomor_urut": "x", "revisi": 1})
    assert "Pratinjau menampilkan isian terakhir yang benar." in teks(keliru)
    assert "<img" not in keliru.content.decode()
    assert "tidak dapat dicetak" in teks(klien.post(alamat, ketikan | {"tembusan": "✓"}))
    assert situs.masuk(FASILITATOR).post(alamat, {}).status_code == 404


@pytest.mark.parametrize("nomor", [PEMILIK, FASILITATOR, FASILITATOR_LAIN])
def test_others_find_the_doors_closed(situs: Situs, nomor: int):
    klien = situs.masuk(nomor)
    for nama, args in (("jenis", []), ("kata", [KP]), ("gambar_jenis", [KP]), ("dasar_hukum", [])):
        assert klien.get(reverse(f"naskah:{nama}", args=args)).status_code == 403
    assert klien.post(reverse("naskah:kata", args=[KP]), isi()).status_code == 403
    assert klien.post(reverse("naskah:pratinjau_kata", args=[KP]), isi()).status_code == 403
    assert klien.get(reverse("naskah:gambar_pratinjau", args=["0" * 64])).status_code == 403


def test_an_official_reads_but_does_not_write(situs: Situs):
    klien, alamat = situs.masuk(PEJABAT), reverse("naskah:kata", args=[KP])
    jawaban = klien.get(alamat)
    assert jawaban.status_code == 200
    assert "Simpan kata naskah" not in teks(jawaban)
    assert klien.post(alamat, isi()).status_code == 403
    assert klien.post(reverse("naskah:dasar_hukum"), {}).status_code == 403
    assert not KataNaskah.objects.exists()


def test_an_unknown_kind_is_not_there(situs: Situs):
    assert situs.masuk(ADMINISTRATOR).get(reverse("naskah:kata", args=["sk_lain"])).status_code == 404


def test_a_legal_basis_is_added_ended_and_shown(situs: Situs):
    klien, alamat = situs.masuk(ADMINISTRATOR), reverse("naskah:dasar_hukum")
    baru = {"kunci": "PERDA3-2025", "judul": "Peraturan Daerah Nomor 3 Tahun 2025;", "peringkat": 6, "nomor": 3}
    baru |= {"tahun": 2025, "berlaku_dari": "2025-03-01", "keputusan_nomor": "1", "keputusan_tanggal": "2025-03-01"}
    assert "Dasar hukum ditambahkan" in teks(klien.post(alamat, baru, follow=True))
    dasar = DasarHukum.objects.get()
    assert dasar.judul.endswith("2025")
    assert klien.post(alamat, baru).status_code == 422
    tutup = klien.post(reverse("naskah:akhiri_dasar_hukum", args=[dasar.pk]), {"sampai": "2026-01-31"}, follow=True)
    assert "sampai 31 Januari 2026" in teks(tutup)


def test_a_preview_is_quick(situs: Situs):
    """Drawn in the limited child; its time is that of starting the child and one page."""
    pdf = templates_sk.render(KP, templates_sk.kind(KP).sample).pdf
    gambar(pdf, (1000,))
    mulai = time.process_time()
    gambar(pdf, (1000,))
    assert time.process_time() - mulai < 0.2
