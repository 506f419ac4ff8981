"""Ideas and calls for help: written by anyone, read by their author and the agency, answered once by another."""

from __future__ import annotations

import pytest

from docservice.akun.models import Kabar
from docservice.audit.models import Jejak
from docservice.masukan.actions import jawab, kirim
from docservice.masukan.models import Masukan
from docservice.umum.errors import IsianSalah, SudahBerubah, TidakBerwenang
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, PEMILIK, TETANGGA, Situs, teks

pytestmark = pytest.mark.django_db


def usul(situs: Situs, nomor: int = FASILITATOR) -> Masukan:
    return kirim(by=situs.akun(nomor), jenis="usul", isi="Tambah saringan menurut jabatan.", sebagai="Fasilitator")


@pytest.mark.syarat("POSO-9-2c")
def test_a_fasilitator_proposes_and_an_administrator_answers(situs: Situs):
    klien = situs.masuk(FASILITATOR)
    isi = {"jenis": "usul", "isi": "Tambah saringan <b>jabatan</b>.", "halaman": "/verifikasi/"}
    assert klien.post("/masukan/", isi).status_code == 302
    satu = Masukan.objects.get()
    assert satu.sebagai == "Fasilitator Badan Perencanaan Pembangunan Daerah"
    assert Kabar.objects.filter(pengguna=situs.akun(ADMINISTRATOR), tautan=f"/masukan/{satu.pk}/").exists()
    admin = situs.masuk(ADMINISTRATOR)
    halaman = admin.get(f"/masukan/{satu.pk}/")
    assert "<b>jabatan</b>" in teks(halaman), "shown as it was typed, never as markup"
    assert "/verifikasi/" in teks(halaman)
    assert admin.post(f"/masukan/{satu.pk}/", {"jawaban": "Masuk rencana bulan depan."}).status_code == 302
    assert Kabar.objects.get(pengguna=situs.akun(FASILITATOR)).teks.endswith("bulan depan.")
    assert "Masuk rencana bulan depan." in teks(klien.get(f"/masukan/{satu.pk}/"))
    assert list(Jejak.objects.filter(aksi__startswith="masukan").values_list("aksi", flat=True).order_by("nomor")) == [
        "masukan.dikirim",
        "masukan.dijawab",
    ]


@pytest.mark.syarat("BABEL-9-3b")
def test_an_employee_asks_for_help_and_nobody_else_reads_it(situs: Situs):
    satu = kirim(by=situs.akun(PEMILIK), jenis="bantuan", isi="Foto saya ditolak.", sebagai="Pegawai")
    assert "Foto saya ditolak." in teks(situs.masuk(PEMILIK).get("/masukan/"))
    tetangga = situs.masuk(TETANGGA)
    assert "Foto saya ditolak." not in teks(tetangga.get("/masukan/"))
    assert tetangga.get(f"/masukan/{satu.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("jenis", "isi", "bidang"), [("lain", "Halo.", "jenis"), ("usul", "   ", "isi"), ("usul", "x" * 1001, "isi")]
)
def test_what_cannot_be_kept_is_said_at_its_field(situs: Situs, jenis: str, isi: str, bidang: str):
    jawaban = situs.masuk(PEMILIK).post("/masukan/", {"jenis": jenis, "isi": isi})
    assert jawaban.status_code == 422
    assert bidang in jawaban.context["formulir"].errors
    with pytest.raises(IsianSalah) as salah:
        kirim(by=situs.akun(PEMILIK), jenis=jenis, isi=isi, sebagai="Pegawai")
    assert set(salah.value.isian) == {bidang}
    assert not Masukan.objects.exists()


def test_only_another_administrator_answers_and_only_once(situs: Situs):
    satu = usul(situs)
    with pytest.raises(TidakBerwenang):
        jawab(by=situs.akun(FASILITATOR), masukan=satu, jawaban="Baik.")
    sendiri = usul(situs, ADMINISTRATOR)
    with pytest.raises(TidakBerwenang):
        jawab(by=situs.akun(ADMINISTRATOR), masukan=sendiri, jawaban="Baik.")
    jawab(by=situs.akun(ADMINISTRATOR), masukan=satu, jawaban="Baik.")
    with pytest.raises(SudahBerubah):
        jawab(by=situs.akun(6), masukan=satu, jawaban="Tidak.")
    assert Masukan.objects.get(pk=satu.pk).jawaban == "Baik."


def test_the_menu_counts_what_waits_for_an_answer_of_mine(situs: Situs):
    usul(situs)
    usul(situs, ADMINISTRATOR)
    assert Masukan.objects.menunggu(situs.akun(ADMINISTRATOR)).count() == 1
    assert not Masukan.objects.menunggu(situs.akun(FASILITATOR))
