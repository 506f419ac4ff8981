"""What does not fit on the first page of a list stands on the next, once."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from docservice.akun import views as akun
from docservice.akun.models import Kabar, Pengguna
from docservice.borongan import views as borongan
from docservice.borongan.models import Borongan
from docservice.pengelola import views_tinjau as tinjau
from docservice.pengelola.models import Peninjauan
from docservice.riwayat import views_rahasia as rahasia
from docservice.riwayat.models import RiwayatRahasia
from tests.docservice.bersama import KantorUji

pytestmark = pytest.mark.django_db
ADMIN, PEMILIK = 5, 6


def buat_kabar(admin: Pengguna, nama: str, kantor: KantorUji) -> None:
    Kabar.objects.create(pengguna=admin, teks=nama, kunci=nama)


def buat_borongan(admin: Pengguna, nama: str, kantor: KantorUji) -> None:
    Borongan.objects.create(oleh=admin, nama=nama, kunci=nama)


def buat_peninjauan(admin: Pengguna, nama: str, kantor: KantorUji) -> None:
    Peninjauan.objects.create(oleh=admin, nama=nama, batas=date(2030, 1, 1))


def buat_rahasia(admin: Pengguna, nama: str, kantor: KantorUji) -> None:
    isi = {"jenis": "hukdis", "tmt": date(2026, 1, 1), "data": {}, "dicatat_oleh": kantor.akun(4)}
    RiwayatRahasia.objects.create(pegawai=kantor.orang(PEMILIK), **isi)


@pytest.mark.parametrize(
    ("alamat", "ruang", "ukuran", "buat"),
    [
        ("/kabar/", akun, "KABAR_PER_HALAMAN", buat_kabar),
        ("/borongan/", borongan, "SEHALAMAN", buat_borongan),
        ("/peran/peninjauan/", tinjau, "PER_HALAMAN", buat_peninjauan),
        ("/rahasia/", rahasia, "PER_HALAMAN", buat_rahasia),
    ],
)
def test_every_row_is_on_one_of_the_pages(
    kantor_contoh: KantorUji,
    monkeypatch: pytest.MonkeyPatch,
    alamat: str,
    ruang: object,
    ukuran: str,
    buat: Callable[[Pengguna, str, KantorUji], None],
):
    monkeypatch.setattr(ruang, ukuran, 2)
    admin, klien = kantor_contoh.akun(ADMIN), Client()
    for n in range(3):
        buat(admin, f"Butir {n}", kantor_contoh)
    klien.force_login(admin, backend="docservice.akun.backends.NipAtauSurelBackend")
    lembar = [klien.get(alamat, {"hal": n}).content.decode() for n in (1, 2)]
    assert "Halaman 1 dari 2" in lembar[0]
    assert "hal=2" in lembar[0]
    assert "Halaman 2 dari 2" in lembar[1]
    if buat is not buat_rahasia:  # whose rows have no names of their own
        assert [sum(f"Butir {n}" in isi for isi in lembar) for n in range(3)] == [1, 1, 1]
