"""Bad input at the door and at the gate: a clear sentence, and nothing kept that was refused (issue E)."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.http import Http404
from django.utils import timezone

from docservice.antrean.models import Job, StatusJob
from docservice.audit.models import Jejak
from docservice.dokumen import gudang
from docservice.dokumen.actions import BerkasSama
from docservice.dokumen.models import Dokumen
from docservice.dokumen.permissions import ambil_dokumen, ambil_versi
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from docservice.pegawai.models import Pegawai
from docservice.umum.errors import IsianSalah, RuangPenuh, SudahBerubah, TerlaluBesar, TidakBerwenang
from docservice.umum.waktu import tanggal_panjang
from storage import Blob, BlobStore, StorageFull
from tests.docservice.bersama import KantorUji
from tests.docservice.dokumen.alat import (
    berhalaman,
    berskrip,
    jumlah_baris,
    kabar_terakhir,
    kertas,
    kirim,
    siap,
    tanpa_halaman,
    terkunci,
)

pytestmark = pytest.mark.django_db
FASILITATOR, FASILITATOR_LAIN, DIBEKUKAN, ADMINISTRATOR, REKAN = 15, 7, 8, 5, 9


# --- at the door: refused before anything is kept --------------------------------------------------------------


@pytest.mark.parametrize(
    ("isi", "nama", "kode"),
    [
        (b"", "kosong.pdf", "kosong"),
        (b"Ini surat biasa, bukan PDF.\n" * 50, "surat.pdf", "jenis_tidak_dikenal"),
        (b"MZ\x90\x00" + bytes(2000), "program.pdf", "jenis_tidak_dikenal"),
        (b"<html><script>alert(1)</script>" * 50, "halaman.pdf", "jenis_tidak_dikenal"),
        (kertas(), "kartu.jpg", "ekstensi_tidak_sesuai"),
        (kertas(), "kartu.exe", "ekstensi_tidak_sesuai"),
        (b"\xff\xd8\xff\xe0" + bytes(2000), "foto.pdf", "ekstensi_tidak_sesuai"),
    ],
)
def test_what_is_not_a_file_of_ours_is_refused_at_once(kantor_contoh: KantorUji, isi: bytes, nama: str, kode: str):
    with pytest.raises(IsianSalah) as tolakan:
        kirim(kantor_contoh, isi, nama=nama)
    assert tolakan.value.kode == kode
    assert tolakan.value.isian == {"berkas": tolakan.value.pesan}
    assert tolakan.value.pesan.endswith(".")
    assert jumlah_baris() == (0, 0, 0)


def test_a_file_over_the_limit_is_refused_and_names_the_limit(kantor_contoh: KantorUji, settings: Any):
    settings.UPLOAD_LIMIT = 1_000_000
    with pytest.raises(TerlaluBesar, match="1 MB"):
        kirim(kantor_contoh, kertas() + bytes(1_000_000))
    assert jumlah_baris() == (0, 0, 0)


# --- at the gate: kept, looked at in the child, refused with a reason ------------------------------------------


@pytest.mark.parametrize(
    ("isi", "kode", "kata"),
    [
        (terkunci(kertas()), "terenkripsi", "kata sandi"),
        (tanpa_halaman(), "tanpa_halaman", "tidak berisi halaman"),
        (berhalaman(301), "terlalu_banyak_halaman", "301 halaman, batasnya 300"),
        (berskrip(kertas()), "isi_aktif", "bagian aktif"),
        (kertas()[:-200], "rusak", "tidak dapat dibaca"),
        (b"%PDF-1.7\n" + b"tidak ada apa-apa di sini " * 80, "rusak", "tidak dapat dibaca"),
    ],
)
def test_what_the_gate_refuses_tells_its_owner_why_and_enters_no_archive(
    kantor_contoh: KantorUji, isi: bytes, kode: str, kata: str
):
    versi = siap(kirim(kantor_contoh, isi))
    assert (versi.status, versi.alasan_kode) == (StatusBerkas.DITOLAK, kode)
    assert kata in versi.alasan
    assert kata in kabar_terakhir(kantor_contoh)
    assert versi.dokumen.status == StatusDokumen.GAGAL
    assert not versi.dokumen.bersih
    assert not gudang.arsip().exists(versi.sha256)
    with pytest.raises(Http404):
        ambil_versi(kantor_contoh.akun(13), versi.dokumen_id)


def test_behind_a_file_of_five_hundred_pages_the_queue_goes_on(kantor_contoh: KantorUji):
    """Its pages are counted and none is read."""
    tebal, biasa = kirim(kantor_contoh, berhalaman(500)), kirim(kantor_contoh)
    assert siap(biasa).status == StatusBerkas.SIAP
    tebal.refresh_from_db()
    assert (tebal.status, tebal.alasan_kode) == (StatusBerkas.DITOLAK, "terlalu_banyak_halaman")
    assert "500 halaman, batasnya 300" in tebal.alasan
    assert not tebal.halaman.exists()
    assert not Job.objects.exclude(status=StatusJob.SELESAI).exists()


def test_nobody_but_its_uploader_knows_of_a_refused_file(kantor_contoh: KantorUji):
    versi = siap(kirim(kantor_contoh, tanpa_halaman()))
    assert ambil_dokumen(kantor_contoh.akun(13), versi.dokumen_id).pk == versi.dokumen_id
    for nomor in (FASILITATOR, ADMINISTRATOR, REKAN):
        with pytest.raises(Http404):
            ambil_dokumen(kantor_contoh.akun(nomor), versi.dokumen_id)


def test_after_a_refusal_the_owner_uploads_again_into_the_same_place(kantor_contoh: KantorUji):
    versi = siap(kirim(kantor_contoh, terkunci(kertas())))
    ulang = siap(kirim(kantor_contoh, dokumen=versi.dokumen))
    assert (ulang.nomor, ulang.status) == (2, StatusBerkas.SIAP)
    assert ulang.dokumen.status == StatusDokumen.MENUNGGU
    assert Dokumen.objects.count() == 1


def test_a_refused_file_may_be_sent_once_more_under_its_own_name(kantor_contoh: KantorUji):
    isi = terkunci(kertas())
    siap(kirim(kantor_contoh, isi))
    assert siap(kirim(kantor_contoh, isi)).status == StatusBerkas.DITOLAK


def test_three_hundred_pages_are_within_the_limit_of_the_gate(kantor_contoh: KantorUji, settings: Any):
    settings.UPLOAD_PAGES = 3
    assert siap(kirim(kantor_contoh, berhalaman(3))).status != StatusBerkas.DITOLAK
    assert siap(kirim(kantor_contoh, berhalaman(4))).status == StatusBerkas.DITOLAK


@pytest.mark.syarat("BABEL-9-3a", "POSO-1-12")
def test_a_good_file_is_durable_when_it_is_acknowledged_and_waits_for_the_fasilitator(kantor_contoh: KantorUji):
    versi = kirim(kantor_contoh)
    assert gudang.masuk().verify(versi.sha256)
    assert Jejak.objects.filter(aksi="dokumen.diunggah", objek=f"dokumen:{versi.dokumen_id}").count() == 1
    versi = siap(versi)
    assert (versi.status, versi.dokumen.status) == (StatusBerkas.SIAP, StatusDokumen.MENUNGGU)
    assert versi.halaman.count() == 1


# --- the same file twice ---------------------------------------------------------------------------------------


def test_the_same_file_twice_names_where_and_when_it_already_is(kantor_contoh: KantorUji):
    isi = kertas()
    pertama = kirim(kantor_contoh, isi)
    with pytest.raises(BerkasSama) as tolakan:
        kirim(kantor_contoh, isi, kode="KTP")
    assert tolakan.value.dokumen.pk == pertama.dokumen_id
    assert tanggal_panjang(timezone.localdate(pertama.diunggah_pada)) in tolakan.value.pesan
    assert jumlah_baris()[:2] == (1, 1)


def test_the_same_file_from_another_hand_is_not_said_to_be_ones_own(kantor_contoh: KantorUji):
    isi = kertas()
    kirim(kantor_contoh, isi)
    with pytest.raises(BerkasSama, match="sudah ada di arsip ini, diunggah pada"):
        kirim(kantor_contoh, isi, oleh=FASILITATOR, milik=13)


@pytest.mark.parametrize("minor", ["", "25", "tahun lalu"])
def test_a_yearly_paper_without_its_year_is_refused(kantor_contoh: KantorUji, minor: str):
    with pytest.raises(IsianSalah) as tolakan:
        kirim(kantor_contoh, kode="EKIN", minor=minor)
    assert "minor" in tolakan.value.isian
    assert jumlah_baris()[:2] == (0, 0)


def test_the_same_file_of_another_person_is_another_document(kantor_contoh: KantorUji):
    isi = kertas()
    kirim(kantor_contoh, isi)
    kirim(kantor_contoh, isi, oleh=REKAN)
    assert jumlah_baris()[:2] == (2, 2)


@pytest.mark.parametrize("putusan", [StatusDokumen.MENUNGGU, StatusDokumen.DIKEMBALIKAN])
def test_the_same_file_as_a_replacement_is_refused_too(kantor_contoh: KantorUji, putusan: str):
    isi = kertas()
    versi = siap(kirim(kantor_contoh, isi))
    Dokumen.objects.update(status=putusan)
    with pytest.raises(BerkasSama):
        kirim(kantor_contoh, isi, dokumen=Dokumen.objects.get(pk=versi.dokumen_id))


def test_a_double_press_is_one_version(kantor_contoh: KantorUji):
    isi = kertas()
    satu, dua = (kirim(kantor_contoh, isi, kunci="formulir-1") for _ in range(2))
    assert satu.pk == dua.pk
    assert jumlah_baris() == (1, 1, 1)


def test_a_used_form_takes_no_other_file(kantor_contoh: KantorUji):
    kirim(kantor_contoh, kunci="formulir-1")
    with pytest.raises(SudahBerubah) as tolakan:
        kirim(kantor_contoh, kunci="formulir-1")
    assert tolakan.value.kode == "kunci_terpakai"
    assert jumlah_baris() == (1, 1, 1)


def test_another_persons_form_of_the_same_name_is_another_form(kantor_contoh: KantorUji):
    kirim(kantor_contoh, kunci="formulir-1")
    kirim(kantor_contoh, kunci="formulir-1", oleh=REKAN)
    assert jumlah_baris()[:2] == (2, 2)


# --- someone else's file ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("oleh", [REKAN, FASILITATOR_LAIN, DIBEKUKAN, 21])
def test_nobody_uploads_into_a_strangers_archive(kantor_contoh: KantorUji, oleh: int):
    with pytest.raises(TidakBerwenang, match="milik Anda sendiri"):
        kirim(kantor_contoh, oleh=oleh, milik=13)
    assert jumlah_baris() == (0, 0, 0)


@pytest.mark.syarat("BABEL-9-3b")
@pytest.mark.parametrize("oleh", [FASILITATOR, ADMINISTRATOR])
def test_the_units_fasilitator_and_the_administrator_upload_for_an_employee(kantor_contoh: KantorUji, oleh: int):
    versi = kirim(kantor_contoh, oleh=oleh, milik=13)
    assert versi.dokumen.pegawai == kantor_contoh.orang(13)
    assert versi.diunggah_oleh == kantor_contoh.akun(oleh)


def test_a_suspended_fasilitator_does_nothing_for_the_unit(kantor_contoh: KantorUji):
    with pytest.raises(TidakBerwenang):
        kirim(kantor_contoh, oleh=DIBEKUKAN, milik=18)
    assert kirim(kantor_contoh, oleh=DIBEKUKAN).dokumen.pegawai == kantor_contoh.orang(DIBEKUKAN)


@pytest.mark.syarat("BABEL-9-2c")
def test_confidential_kinds_are_entered_by_administrators_only(kantor_contoh: KantorUji):
    for oleh in (13, FASILITATOR):
        with pytest.raises(TidakBerwenang, match="administrator"):
            kirim(kantor_contoh, oleh=oleh, milik=13, kode="SK_HUKDIS")
    assert kirim(kantor_contoh, oleh=ADMINISTRATOR, milik=13, kode="SK_HUKDIS", minor="2025").dokumen.kelas == "R"


def test_a_strangers_document_is_not_replaced(kantor_contoh: KantorUji):
    dokumen = siap(kirim(kantor_contoh)).dokumen
    with pytest.raises(TidakBerwenang):
        kirim(kantor_contoh, oleh=REKAN, dokumen=dokumen)
    assert dokumen.versi.count() == 1


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [({"status": StatusDokumen.TERVERIFIKASI}, "sudah terverifikasi"), ({"sumber": "terbitan"}, "diterbitkan di sini")],
)
def test_what_was_verified_or_issued_here_is_not_replaced(kantor_contoh: KantorUji, ubah: dict[str, str], kata: str):
    dokumen = siap(kirim(kantor_contoh)).dokumen
    Dokumen.objects.filter(pk=dokumen.pk).update(**ubah)
    with pytest.raises(TidakBerwenang, match=kata):
        kirim(kantor_contoh, dokumen=Dokumen.objects.get(pk=dokumen.pk))


@pytest.mark.syarat("POSO-1-12")
def test_a_replacement_is_a_new_version_and_the_old_bytes_stay(kantor_contoh: KantorUji):
    lama = siap(kirim(kantor_contoh))
    baru = kirim(kantor_contoh, dokumen=lama.dokumen)
    assert Dokumen.objects.get().status == StatusDokumen.DIPROSES
    assert ambil_versi(kantor_contoh.akun(FASILITATOR), lama.dokumen_id).pk == lama.pk  # the new one is unscanned
    baru = siap(baru)
    assert (baru.nomor, Dokumen.objects.get().status) == (2, StatusDokumen.MENUNGGU)
    assert gudang.arsip().exists(lama.sha256)


# --- disk full -------------------------------------------------------------------------------------------------


@pytest.fixture
def gudang_sempit(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The stores on a real disk of two megabytes; only where mounting is refused, a store that says it is full."""
    folder = tmp_path / "sempit"
    folder.mkdir()
    perintah = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    terpasang = subprocess.run(perintah, capture_output=True, check=False).returncode == 0
    if not terpasang:
        monkeypatch.setattr(BlobStore, "put", penuh_di_dua_mega(BlobStore.put))
    settings.STORAGE_URL = f"file://{folder}"
    for satu in (gudang.masuk, gudang.arsip, gudang.karantina, gudang.kerja):
        satu.cache_clear()
    yield folder
    for satu in (gudang.masuk, gudang.arsip, gudang.karantina, gudang.kerja):
        satu.cache_clear()
    if terpasang:
        subprocess.run(["umount", str(folder)], check=True)


def penuh_di_dua_mega(put: Callable[..., Blob]) -> Callable[..., Blob]:
    def sempit(gudang: BlobStore, sumber: io.BytesIO, **lain: Any) -> Blob:
        if len(sumber.getvalue()) > 2_000_000:
            raise StorageFull
        return put(gudang, sumber, **lain)

    return sempit


def acak(banyak: int) -> bytes:
    return kertas() + b"%" + bytes(banyak)


def test_a_full_disk_accepts_nothing_loses_nothing_and_says_so(kantor_contoh: KantorUji, gudang_sempit: Path):
    ada = kirim(kantor_contoh, acak(100_000))
    with pytest.raises(RuangPenuh, match="belum diterima"):
        kirim(kantor_contoh, acak(3_000_000))
    assert jumlah_baris()[:2] == (1, 1)
    assert gudang.masuk().verify(ada.sha256)
    assert list(gudang.masuk().digests()) == [ada.sha256]
    sisa = [p for p in (gudang_sempit / "masuk").rglob("*") if p.is_file() and p.name != ".kunci"]
    assert {p.stem for p in sisa} == {ada.sha256}, "a half-written file stayed behind"
    kirim(kantor_contoh, acak(200_000))  # what fits is accepted again


def test_too_little_free_disk_is_seen_before_an_upload_is_read(gudang_sempit: Path, settings: Any):
    bebas = shutil.disk_usage(gudang_sempit).free
    settings.MINIMUM_FREE_DISK = 1_000_000
    assert gudang.ruang_cukup(bebas - 1_100_000)
    assert not gudang.ruang_cukup(bebas - 900_000)


# --- odd people ------------------------------------------------------------------------------------------------


def test_an_account_without_an_employee_uploads_nothing(kantor_contoh: KantorUji):
    Pegawai.objects.filter(nip=kantor_contoh.nip[21]).update(pengguna=None)
    with pytest.raises(TidakBerwenang):
        kirim(kantor_contoh, oleh=21, milik=13)


@pytest.mark.parametrize("nama", ["../../etc/passwd.pdf", "a" * 400 + ".pdf", "C:\\kartu\\saya.pdf"])
def test_the_senders_file_name_never_becomes_a_path(kantor_contoh: KantorUji, nama: str):
    versi = kirim(kantor_contoh, nama=nama)
    assert "/" not in versi.nama_berkas
    assert len(versi.nama_berkas) <= 200
    assert versi.nama_berkas.endswith(".pdf")
