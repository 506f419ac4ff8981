"""The pages of roles: the whole life of a fasilitator pressed through, refusals at their field, closed doors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from docservice.akun.models import Kabar, Penugasan
from docservice.akun.peran import Peran
from docservice.naskah import views_tanda_tangan
from docservice.naskah.models import Naskah
from docservice.pengelola import views
from docservice.pengelola.models import ButirPeninjauan, Pembekuan, Pengangkatan
from docservice.pengelola.status import StatusPembekuan, StatusPengangkatan
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import teks, tersembunyi
from tests.docservice.pengelola.alat import (
    ADMIN,
    ADMIN_LAIN,
    CALON,
    FASILITATOR,
    KABAN,
    KEPALA,
    bergolongan,
    ditetapkan,
    peran,
    sk,
    unit,
    usul,
)

pytestmark = pytest.mark.django_db
BACKEND = "docservice.akun.backends.NipAtauSurelBackend"
PASSPHRASE = settings.DEVELOPMENT_PASSPHRASE


def masuk(kantor: KantorUji, nomor: int) -> Client:
    klien = Client()
    klien.force_login(kantor.akun(nomor), backend=BACKEND)
    return klien


@pytest.fixture(autouse=True)
def _seketika(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tray works in a thread of its own; here in the same one, which alone sees this test's rows."""

    @dataclass
    class Seketika:
        target: Any
        args: tuple[Any, ...]
        daemon: bool

        def start(self) -> None:
            self.target(*self.args)

    monkeypatch.setattr(views_tanda_tangan, "threading", SimpleNamespace(Thread=Seketika))
    monkeypatch.setattr(views_tanda_tangan, "close_old_connections", lambda: None)


def isi_usul(kantor: KantorUji, **ubah: Any) -> dict[str, Any]:
    isi = {
        "pegawai": kantor.nip[CALON],
        "unit": unit("BAPPEDA").pk,
        "usul_nomor": "800/41/BAPPEDA/2026",
        "usul_tanggal": "1 Oktober 2026",
        "mampu_komputer": "on",
        "paham_kepegawaian": "on",
    }
    return isi | ubah


@pytest.mark.syarat("BABEL-9-5", "BABEL-27-1a")
def test_pressed_through_from_proposal_to_the_signed_pledge(kantor: KantorUji):
    kepala, admin, calon = masuk(kantor, KEPALA), masuk(kantor, ADMIN), masuk(kantor, CALON)
    assert "Usulkan fasilitator" in teks(kepala.get("/pengelola/"))
    assert kepala.post("/pengelola/usul/", isi_usul(kantor)).status_code == 302
    satu = Pengangkatan.objects.get()
    assert satu.pegawai.nama in teks(kepala.get(f"/pengelola/?q={satu.pegawai.nip}&bagian=pengangkatan"))
    assert "Tidak ada yang cocok dengan saringan ini." in teks(kepala.get("/pengelola/?q=bukan-siapa-pun"))
    assert "Belum ada pembekuan." in teks(kepala.get("/pengelola/?bagian=pembekuan"))
    assert "Diusulkan" in teks(admin.get("/peran/semua/"))
    admin.post(f"/pengelola/{satu.pk}/", {"tindakan": "tinjau"})
    rancangan = admin.get("/peran/penetapan/rancangan.pdf")
    assert rancangan.content.startswith(b"%PDF")
    berkas = sk(kantor)
    isi = {"pilih": satu.pk, "sk_nomor": "Kep.501/2026", "sk_tanggal": "20-10-2026", "berkas": berkas.pk}
    assert "belum diisi" in teks(admin.post("/peran/penetapan/", isi))
    isi["mulai"] = timezone.localdate().isoformat()
    assert admin.post("/peran/penetapan/", isi).status_code == 302
    assert "Tanda tangani pakta" in Kabar.objects.filter(pengguna=kantor.akun(CALON)).latest("pk").teks
    assert "Tanda tangani pakta integritas" in teks(calon.get("/"))
    assert "Baca dan tanda tangani" in teks(calon.get("/peran-saya/"))
    bergolongan(kantor, CALON)
    halaman = calon.get(f"/pengelola/{satu.pk}/pakta/")
    pakta = Naskah.objects.get()
    gambar = calon.get(f"/naskah/{pakta.pk}/gambar/{pakta.gambar_draf[0][0]}.webp")
    assert b"".join(gambar.streaming_content)[:4] == b"RIFF"  # type: ignore[attr-defined]
    pilihan = tersembunyi(halaman)
    assert "Passphrase belum diisi" in teks(calon.post("/tanda-tangan/", pilihan))
    salah = calon.post("/tanda-tangan/", pilihan | {"passphrase": "bukan-passphrase"})
    assert "Passphrase" in teks(calon.get(salah.headers["Location"]))
    assert Pengangkatan.objects.get().status == StatusPengangkatan.DITETAPKAN
    benar = calon.post("/tanda-tangan/", pilihan | {"passphrase": PASSPHRASE})
    assert "1 dari 1 naskah selesai ditandatangani" in teks(calon.get(benar.headers["Location"]))
    assert Pengangkatan.objects.get().status == StatusPengangkatan.AKTIF
    assert "Fasilitator Badan Perencanaan" in teks(calon.get("/peran-saya/"))


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"pegawai": ""}, "NIP belum diisi"),
        ({"pegawai": "1"}, "Tidak ada pegawai dengan NIP itu"),
        ({"unit": ""}, "belum dipilih"),
        ({"usul_nomor": ""}, "belum diisi"),
        ({"usul_tanggal": "kemarin"}, "Tanggal tidak dikenal"),
        ({"usul_tanggal": "1-1-2099"}, "Tidak boleh sesudah hari ini"),
        ({"mampu_komputer": ""}, "Kedua syarat"),
    ],
)
def test_a_proposal_that_is_not_in_order_says_what_and_keeps_what_was_typed(
    kantor: KantorUji, ubah: dict[str, str], kata: str
):
    jawab = masuk(kantor, KEPALA).post("/pengelola/usul/", isi_usul(kantor, **ubah))
    assert jawab.status_code == 422
    assert kata in teks(jawab)
    assert "Bappeda" in teks(jawab) or "Perencanaan" in teks(jawab)
    assert not Pengangkatan.objects.exists()


def test_a_colleague_of_another_office_is_not_even_confirmed_to_exist(kantor: KantorUji):
    klien = masuk(kantor, KEPALA)
    asing = teks(klien.post("/pengelola/usul/", isi_usul(kantor, pegawai=kantor.nip[9])))
    tiada = teks(klien.post("/pengelola/usul/", isi_usul(kantor, pegawai="199901012024011999")))
    assert "Tidak ada pegawai dengan NIP itu" in asing
    assert asing.replace(kantor.nip[9], "") == tiada.replace("199901012024011999", "")


@pytest.mark.syarat("BABEL-9-7")
def test_a_freeze_pressed_through_to_its_lifting(kantor: KantorUji):
    admin, fasilitator, kepala = masuk(kantor, ADMIN), masuk(kantor, FASILITATOR), masuk(kantor, KEPALA)
    alamat = f"/peran/{peran(kantor, FASILITATOR).pk}/bekukan/"
    assert admin.post(alamat, {"temuan": ""}).status_code == 422
    isi = {"temuan": "Antrean terbengkalai.", "bukti": "Daftar antrean", "pengganti": kantor.akun(ADMIN_LAIN).pk}
    assert admin.post(alamat, isi).status_code == 302
    satu = Pembekuan.objects.get()
    assert "dibekukan sementara sejak" in teks(fasilitator.get("/peran-saya/"))
    assert "Tanda tangani surat kesanggupan" in teks(fasilitator.get("/"))
    assert fasilitator.get("/verifikasi/").status_code in (200, 403)
    surat = fasilitator.get(f"/pembekuan/{satu.pk}/kesanggupan/")
    assert fasilitator.post("/tanda-tangan/", tersembunyi(surat) | {"passphrase": PASSPHRASE}).status_code == 302
    lembar = kepala.get(f"/pembekuan/{satu.pk}/")
    assert "Mengetahui" in teks(lembar)
    kepala.post(f"/pembekuan/{satu.pk}/", tersembunyi(lembar) | {"tindakan": "mengetahui"})
    assert kepala.post(f"/pembekuan/{satu.pk}/", {"tindakan": "cabut"}).status_code == 403
    admin.post(f"/pembekuan/{satu.pk}/", {"tindakan": "cabut"})
    assert Pembekuan.objects.get().status == StatusPembekuan.DICABUT
    assert kantor.akun(FASILITATOR).berperan(Peran.FASILITATOR)


@pytest.mark.syarat("BABEL-27-2a")
def test_a_review_pressed_through(kantor: KantorUji):
    admin = masuk(kantor, ADMIN)
    assert admin.post("/peran/peninjauan/", {"nama": "", "batas": ""}).status_code == 422
    besok = timezone.localdate() + timedelta(days=1)
    admin.post("/peran/peninjauan/", {"nama": "Semester II", "batas": besok.isoformat()})
    butir = ButirPeninjauan.objects.get(penugasan=peran(kantor, 7))
    halaman = teks(admin.get(f"/peran/peninjauan/{butir.peninjauan_id}/"))
    assert "belum dijawab" in halaman
    assert "Dijawab oleh orang lain" in halaman, "one's own role has no buttons"
    admin.post(f"/peran/peninjauan/butir/{butir.pk}/", {"putusan": "cabut", "alasan": "pensiun"})
    butir.refresh_from_db()
    assert butir.putusan == "cabut"
    assert not kantor.akun(7).berperan(Peran.FASILITATOR)


def test_a_role_is_given_and_ended_on_its_pages(kantor: KantorUji):
    admin, hari = masuk(kantor, ADMIN), timezone.localdate()
    isi = {
        "pegawai": kantor.nip[14],
        "peran": "kepala_pd",
        "unit": unit("DINSOS").pk,
        "dari": hari.isoformat(),
        "sk_nomor": "Kep.7/2026",
        "sk_tanggal": "1-11-2026",
    }
    assert "Berkas SK belum dipilih" in teks(admin.post("/peran/beri/", isi))
    assert admin.post("/peran/beri/", isi | {"berkas": sk(kantor).pk}).status_code == 302
    tugas = peran(kantor, 14, Peran.KEPALA_PD)
    assert "Ratna" in teks(admin.get("/peran/semua/?peran=kepala_pd"))
    akhir = {"terakhir": (hari - timedelta(days=1)).isoformat(), "alasan": ""}
    assert admin.post(f"/peran/{tugas.pk}/akhiri/", akhir).status_code == 422
    assert admin.post(f"/peran/{tugas.pk}/akhiri/", akhir | {"alasan": "SK 8/2026"}).status_code == 302
    assert not kantor.akun(14).berperan(Peran.KEPALA_PD)


def test_roles_beyond_the_first_page_are_on_the_next(kantor: KantorUji, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(views, "PER_HALAMAN", 1)
    semua = Penugasan.objects.berlaku().filter(peran=Peran.ADMINISTRATOR)
    admin, orang = masuk(kantor, ADMIN), [reverse("pengelola:orang", args=[satu.pengguna_id]) for satu in semua]
    alamat = [f"/peran/semua/?peran=administrator&hal={n + 1}" for n in range(len(orang))]
    lembar = [admin.get(satu).content.decode() for satu in alamat]
    assert len(orang) > 1
    assert [sum(satu in isi for isi in lembar) for satu in orang] == [1] * len(orang)


def test_the_two_administrators_rule_is_said_on_the_page(kantor: KantorUji):
    peran(kantor, 4, Peran.ADMINISTRATOR).delete()
    isi = {"terakhir": timezone.localdate().isoformat(), "alasan": "pindah"}
    jawab = masuk(kantor, KABAN).post(f"/peran/{peran(kantor, 5, Peran.ADMINISTRATOR).pk}/akhiri/", isi)
    assert jawab.status_code == 422
    assert "Perlu paling sedikit dua administrator aktif" in teks(jawab)


@pytest.mark.parametrize(
    "alamat",
    ["/peran/semua/", "/peran/beri/", "/peran/penetapan/", "/peran/penetapan/rancangan.pdf", "/peran/peninjauan/"],
)
@pytest.mark.parametrize("nomor", [1, 7, KEPALA, CALON])
def test_the_administration_of_roles_is_closed_to_everybody_else(kantor: KantorUji, alamat: str, nomor: int):
    assert masuk(kantor, nomor).get(alamat).status_code == 403


def test_what_concerns_another_office_or_person_does_not_exist(kantor: KantorUji):
    satu = ditetapkan(kantor)
    bergolongan(kantor, CALON)
    masuk(kantor, CALON).get(f"/pengelola/{satu.pk}/pakta/")
    pakta = Naskah.objects.get()
    for nomor in (7, 9, 3):
        assert masuk(kantor, nomor).get(f"/pengelola/{satu.pk}/").status_code == 404
    for nomor in (7, KEPALA):
        klien = masuk(kantor, nomor)
        assert klien.get(f"/pengelola/{satu.pk}/pakta/").status_code in (403, 404)
        assert klien.get(f"/naskah/{pakta.pk}/gambar/{pakta.gambar_draf[0][0]}.webp").status_code == 404
    assert masuk(kantor, ADMIN).get(f"/pengelola/{satu.pk}/pakta/").status_code == 403


def test_where_the_provider_sends_codes_the_letter_asks_for_one_and_goes_on_in_the_tray(
    kantor: KantorUji, settings: Any
):
    satu, klien = ditetapkan(kantor), masuk(kantor, CALON)
    bergolongan(kantor, CALON)
    settings.SIGNING_URL = "bsre://penyedia.invalid?secret=totp"
    halaman = klien.get(f"/pengelola/{satu.pk}/pakta/")
    assert "Kode TOTP" in teks(halaman)
    assert 'name="kirim_kode"' in halaman.content.decode()
    baki = klien.post("/tanda-tangan/", tersembunyi(halaman) | {"kirim_kode": "1"})
    assert f'value="{tersembunyi(halaman)["naskah"]}"' in baki.content.decode(), "ticked as it was on the letter"


def test_what_hinders_a_pledge_is_said_on_its_page(kantor: KantorUji):
    satu = ditetapkan(kantor)
    halaman = masuk(kantor, CALON).get(f"/pengelola/{satu.pk}/pakta/")
    assert halaman.status_code == 422
    assert "Riwayat golongan Anda belum tervalidasi" in teks(halaman)
    assert not Naskah.objects.exists()


def test_a_role_that_ends_between_page_and_click_opens_nothing(kantor: KantorUji):
    satu, admin = usul(kantor), masuk(kantor, ADMIN)
    assert admin.get(f"/pengelola/{satu.pk}/").status_code == 200
    peran(kantor, ADMIN, Peran.ADMINISTRATOR).delete()
    assert admin.post(f"/pengelola/{satu.pk}/", {"tindakan": "tinjau"}).status_code == 404
    satu.refresh_from_db()
    assert satu.status == StatusPengangkatan.DIUSULKAN


def test_who_may_do_what_is_open_to_everybody(kantor: KantorUji):
    isi = teks(masuk(kantor, CALON).get("/peran/hak/"))
    assert "Dokumen rahasia" in isi
    assert "memverifikasi" in isi
