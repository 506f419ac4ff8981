"""Cards of the home: each falls alone, and they renew themselves without keeping a session awake (screens §4.1)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from docservice.akun.models import Penugasan
from docservice.akun.peran import Peran
from docservice.akun.sesi import TERAKHIR
from docservice.arsip.models import PencarianTersimpan
from docservice.beranda import views
from docservice.beranda.keputusan import perlu_keputusan
from docservice.beranda.langkah import langkah_berikutnya
from docservice.dokumen.ketiadaan import nyatakan, tarik
from docservice.dokumen.status import StatusDokumen
from docservice.laporan.kelengkapan import kelengkapan
from docservice.layanan.kelayakan import Butir, Hasil, Pemeriksaan
from docservice.layanan.models import Layanan, Permohonan
from docservice.layanan.status import StatusPermohonan
from docservice.naskah.palsu import laporkan
from docservice.naskah.pencabutan import usulkan
from docservice.pengelola.tugas import unit_tanpa_fasilitator
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, FASILITATOR, KEPALA, PEMILIK, STAF_ARSIP, Situs, teks
from tests.docservice.riwayat.alat import semua_wajib

pytestmark = pytest.mark.django_db
GAGAL = "Bagian ini belum dapat dimuat."
KARTU: list[tuple[int, str, str, str]] = [
    (FASILITATOR, "kelengkapan_unit", "Kelengkapan arsip per unit", "Usulan riwayat"),
    (ADMINISTRATOR, "periksa_semua", "Kesehatan", "Naskah perlu disusun"),
    (PEMILIK, "kelengkapan", "Kelengkapan arsip", "Layanan Anda"),
    (STAF_ARSIP, "_terakhir_dibuka", "Terakhir dibuka", "Baru masuk arsip"),
]


def berperan(situs: Situs, nomor: int) -> Client:
    """The archivist is an administrator too; here they work as archivist."""
    klien = situs.masuk(nomor)
    if nomor == STAF_ARSIP:
        sesi = klien.session
        sesi["peran"] = str(situs.akun(nomor).penugasan.get(peran=Peran.STAF_ARSIP).pk)
        sesi.save()
    return klien


@pytest.mark.parametrize("nomor", [PEMILIK, FASILITATOR, ADMINISTRATOR, KEPALA, STAF_ARSIP])
def test_every_card_of_every_home_can_be_drawn(situs: Situs, nomor: int):
    situs.dokumen(PEMILIK, "SK_CPNS")
    assert GAGAL not in teks(berperan(situs, nomor).get("/"))


@pytest.mark.parametrize(("nomor", "sumber", "judul", "lain"), KARTU)
def test_a_card_that_fails_says_so_and_the_others_stand(
    situs: Situs, monkeypatch: pytest.MonkeyPatch, caplog: Any, nomor: int, sumber: str, judul: str, lain: str
):
    def rusak(*_: Any) -> None:
        raise OSError("indeks tidak terbaca")

    monkeypatch.setattr(views, sumber, rusak)
    jawaban = berperan(situs, nomor).get("/")
    assert jawaban.status_code == 200
    assert f"{judul} {GAGAL} Muat ulang" in teks(jawaban)
    assert lain in teks(jawaban)
    assert "indeks tidak terbaca" in caplog.text


def test_what_is_under_way_stands_apart_from_what_one_could_ask_for(situs: Situs):
    assert "Tidak ada usulan, permohonan, atau berkas yang sedang diproses." in teks(situs.masuk(PEMILIK).get("/"))
    situs.dokumen(PEMILIK, "KTP", status=StatusDokumen.DIPROSES)
    layanan = Layanan.objects.get(pk="l")
    Permohonan.objects.create(
        layanan=layanan,
        nomor="KP-2026-0001",
        pegawai=situs.orang(PEMILIK),
        status=StatusPermohonan.FASILITATOR,
        dibuat_oleh=situs.akun(PEMILIK),
    )
    anda, _, berjalan = teks(situs.masuk(PEMILIK).get("/")).partition("Yang sedang berjalan")
    assert "No. KP-2026-0001 Diperiksa fasilitator" in berjalan
    assert "Sedang dipindai dan dibaca Sedang diproses" in berjalan
    assert "KP-2026-0001" not in anda
    assert "Bagaimana dihitung?" in anda


def test_an_archivists_own_searches_are_at_hand(situs: Situs):
    PencarianTersimpan.objects.create(pengguna=situs.akun(STAF_ARSIP), nama="SK tahun ini", tanya="q=sk&tahun=2026")
    PencarianTersimpan.objects.create(pengguna=situs.akun(PEMILIK), nama="Milik orang lain", tanya="q=sk")
    isi = berperan(situs, STAF_ARSIP).get("/").content.decode()
    assert 'href="/cari/?q=sk&amp;tahun=2026"' in isi
    assert "SK tahun ini" in isi
    assert "Milik orang lain" not in isi


def test_a_paper_everyone_should_have_is_asked_for_until_it_is_there_or_explained(situs: Situs):
    kantor, orang, akun = situs.kantor, situs.orang(PEMILIK), situs.akun(PEMILIK)
    semua_wajib(kantor, PEMILIK, kecuali="KTP")
    langkah = langkah_berikutnya(akun, orang, [])
    assert langkah is not None
    isi = (langkah.judul, langkah.keadaan, langkah.alamat)
    assert isi == ("Unggah Kartu Tanda Penduduk", "belum_ada", "/dokumen/unggah/?jenis=KTP&minor=")
    tanpa = nyatakan(by=akun, pegawai=orang, jenis="KTP", minor="", alasan="Hilang, sedang diurus.")
    assert langkah_berikutnya(akun, orang, []) is None
    tarik(by=akun, ketiadaan=tanpa)
    semua_wajib(kantor, PEMILIK)
    assert langkah_berikutnya(akun, orang, []) is None


def test_whoever_lacks_nothing_is_told_so(situs: Situs, monkeypatch: pytest.MonkeyPatch):
    kosong = kelengkapan(situs.orang(PEMILIK), situs.akun(PEMILIK))
    monkeypatch.setattr(type(kosong), "belum_ada", [])
    monkeypatch.setattr(views, "langkah_berikutnya", lambda *_: None)
    assert "Arsip Anda lengkap. Tidak ada yang perlu dikerjakan hari ini." in teks(situs.masuk(PEMILIK).get("/"))


def test_a_page_that_renews_itself_does_not_keep_the_session_awake(situs: Situs):
    klien = situs.masuk(FASILITATOR)
    klien.get("/")
    mula = klien.session[TERAKHIR]
    with time_machine.travel(timezone.now() + timedelta(minutes=3), tick=False):
        klien.get("/", headers={"X-Segar": "1"})
        assert klien.session[TERAKHIR] == mula
        klien.get("/")
        assert klien.session[TERAKHIR] > mula


# --- what waits for an administrator's own word ------------------------------------------------------------------


def test_what_two_people_decide_waits_on_the_home_of_the_second(situs: Situs):
    isi = {"status": "terverifikasi", "nomor": "800/1", "tanggal": timezone.localdate()}
    lama = situs.dokumen(PEMILIK, "SK_JAB", sumber="terbitan", **isi)
    baru = situs.dokumen(PEMILIK, "SK_JAB", **isi)
    hari = timezone.localdate()
    usulkan(by=situs.akun(STAF_ARSIP), dokumen=lama, keputusan=baru, cara="dicabut", berlaku=hari, alasan="Keliru.")
    laporkan(uraian="Kop suratnya lain dan nomornya ditulis tangan.")
    milik = {satu.label: satu.jumlah for satu in perlu_keputusan(situs.akun(ADMINISTRATOR))}
    assert milik == {"Pencabutan keputusan": 1, "Laporan pemalsuan": 1}
    assert [satu.label for satu in perlu_keputusan(situs.akun(STAF_ARSIP))] == ["Laporan pemalsuan"]
    assert "Perlu keputusan Anda Pencabutan keputusan 1" in teks(situs.masuk(ADMINISTRATOR).get("/"))


def test_offices_without_a_fasilitator_are_counted(situs: Situs):
    Penugasan.objects.filter(peran=Peran.FASILITATOR).delete()
    banyak = len(unit_tanpa_fasilitator())
    assert f"Unit tanpa fasilitator {banyak}" in teks(situs.masuk(ADMINISTRATOR).get("/"))


def test_nothing_to_decide_shows_no_empty_card(situs: Situs):
    assert "Perlu keputusan Anda" not in teks(situs.masuk(ADMINISTRATOR).get("/"))


def test_the_step_names_the_service_that_needs_the_paper(kantor_contoh: KantorUji):
    orang = kantor_contoh.orang(13)
    kurang = Butir("dokumen:SK_KGB:", "Surat KGB", Hasil.KURANG, "Belum ada di arsip.", jenis_dokumen="SK_KGB")
    cek = Pemeriksaan(orang, "", [kurang])
    langkah = langkah_berikutnya(kantor_contoh.akun(13), orang, [(Layanan(nama="Gaji berkala"), cek)])
    assert langkah is not None
    assert (langkah.judul, langkah.kalimat) == (
        "Unggah Surat KGB",
        "Dokumen ini diperlukan untuk layanan gaji berkala.",
    )
