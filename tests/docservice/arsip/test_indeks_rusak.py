"""An index that is lost, damaged, behind, locked or away: said plainly, listed by the database, mended by itself."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from docservice.antrean.models import Job, StatusJob
from docservice.antrean.pekerjaan import jalankan, jalankan_semua, taruh
from docservice.arsip.darurat import PULIH, TERTINGGAL
from docservice.arsip.kesehatan import periksa_semua
from docservice.arsip.pencarian import cari
from docservice.dokumen.actions import perbarui_indeks
from docservice.dokumen.indeks import bangun_ulang, indeks
from docservice.dokumen.models import Dokumen, PesanIndeks
from docservice.dokumen.rekonsiliasi import bandingkan, rekonsiliasi
from docservice.dokumen.status import Kelas
from docservice.pegawai.models import Pegawai
from search import Entry, IndexBusy, TantivyIndex, open_index
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import DokumenFactory, UnitKerjaFactory
from tests.docservice.halaman import FASILITATOR, PEMILIK, STAF_ARSIP, TETANGGA, Situs, teks

CARI = reverse("arsip:cari")


@pytest.fixture
def situs(kantor_contoh: KantorUji, db: None) -> Situs:
    situs = Situs(kantor_contoh)
    situs.dokumen(PEMILIK, "KARPEG", isi__teks="kenaikan pangkat")
    situs.dokumen(TETANGGA, "KTP", isi__teks="gaji berkala")
    bangun_ulang()
    return situs


@pytest.fixture
def lain(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Another engine in place of the configured one, for every room that asks."""

    def pasang(mesin: Any) -> Any:
        for ruang in ("dokumen.indeks", "dokumen.rekonsiliasi", "arsip.pencarian", "arsip.darurat", "arsip.saran"):
            monkeypatch.setattr(f"docservice.{ruang}.indeks", lambda: mesin)
        monkeypatch.setattr("docservice.arsip.kesehatan.indeks", lambda: mesin)
        return mesin

    return pasang


def rusak(mesin: TantivyIndex, folder: Path) -> None:
    mesin.write([Entry("1", "1", "", "")], [])
    for satu in folder.rglob("meta.json"):
        satu.write_text("rusak")


def periksa_darurat(situs: Situs) -> None:
    """Said on the page, and what the database knows is still found, each within their view."""
    nama = situs.orang(PEMILIK).nama.split()[0]
    for nomor, jumlah in ((STAF_ARSIP, 1), (PEMILIK, 1), (TETANGGA, 0)):
        hasil = cari(situs.akun(nomor), nama)
        assert (hasil.darurat, hasil.jumlah) == (True, jumlah)
    halaman = situs.masuk(STAF_ARSIP).get(CARI, {"q": nama})
    assert PULIH in teks(halaman)
    assert halaman.content.count(b'class="baris kena"') == 1
    assert "Unduh daftar" not in teks(halaman)
    assert situs.masuk(STAF_ARSIP).get(reverse("arsip:saran"), {"q": nama}).status_code == 200
    assert situs.masuk(STAF_ARSIP).get(reverse("arsip:minta_daftar"), {"q": nama}).status_code == 503


@pytest.mark.syarat("POSO-3-a")
def test_a_damaged_index_is_said_worked_around_and_built_anew(situs: Situs, lain: Any, tmp_path: Path):
    mesin = lain(TantivyIndex(tmp_path))
    rusak(mesin, tmp_path)
    periksa_darurat(situs)
    assert next(b for b in periksa_semua() if b.nama == "Indeks pencarian").keadaan == "mati"
    assert jalankan(taruh("dokumen.jaga_indeks", "1").pk)
    assert not cari(situs.akun(PEMILIK), "naik").darurat
    assert cari(situs.akun(PEMILIK), "naik").jumlah == 1


def test_a_lost_index_is_noticed_and_comes_back_within_minutes(situs: Situs, lain: Any, tmp_path: Path):
    mesin = lain(TantivyIndex(tmp_path))
    bangun_ulang()
    assert not cari(situs.akun(PEMILIK), "naik").darurat
    shutil.rmtree(tmp_path)
    periksa_darurat(situs)
    assert "berisi 0 dari 2" in next(b for b in periksa_semua() if b.nama == "Indeks pencarian").rincian
    assert jalankan(taruh("dokumen.jaga_indeks", "2").pk)
    assert mesin.count() == 2


def test_a_silent_server_costs_no_page(situs: Situs, lain: Any):
    lain(open_index("http://127.0.0.1:1"))
    periksa_darurat(situs)
    perbarui_indeks(Dokumen.objects.all()[0])
    jalankan_semua()
    assert (PesanIndeks.objects.count(), Job.objects.get(jenis="dokumen.indeks").status) == (1, StatusJob.MENUNGGU)
    with pytest.raises(CommandError, match="Jalankan lagi"):
        call_command("reindex", stdout=StringIO(), stderr=StringIO())


class Penuh(TantivyIndex):
    """A server whose disk is full: it answers, and takes nothing."""

    def write(self, entries: Any, deletes: Any) -> None:
        raise IndexBusy("penuh")


def test_a_full_engine_is_read_while_the_outbox_waits_and_catches_up(situs: Situs, lain: Any, tmp_path: Path):
    lain(Penuh(tmp_path))
    bangun_ulang()
    satu = situs.dokumen(PEMILIK, "NPWP", isi__teks="wajib pajak")
    perbarui_indeks(satu)
    jalankan_semua()
    PesanIndeks.objects.update(dibuat_pada=timezone.now() - timedelta(minutes=5))
    hasil = cari(situs.akun(PEMILIK), "naik")
    assert (hasil.jumlah, hasil.darurat) == (1, False)
    assert TERTINGGAL in hasil.catatan
    lain(TantivyIndex(tmp_path))
    Job.objects.update(berikutnya=timezone.now())
    jalankan_semua()
    assert cari(situs.akun(PEMILIK), "pajak").jumlah == 1
    assert TERTINGGAL not in cari(situs.akun(PEMILIK), "naik").catatan


@pytest.mark.dua_ukuran
def test_every_planted_difference_is_found_and_mended(situs: Situs):
    """Changes that passed the outbox by: rows and index edited behind the application's back."""
    unit = UnitKerjaFactory.create()
    tambahan = [DokumenFactory.create(isi__teks=f"tambahan {n}") for n in range(9)]
    bangun_ulang()
    assert bandingkan().basi == bandingkan().lebih == []
    diubah: dict[int, dict[str, Any]] = {
        0: {"kelas": Kelas.RAHASIA},
        1: {"judul": "Judul lain"},
        2: {"status": "terverifikasi"},
        3: {"nomor": "B.9"},
        4: {"tanggal": date(2001, 1, 1)},
        5: {"bersih": False},
    }
    for urut, isi in diubah.items():
        Dokumen.objects.filter(pk=tambahan[urut].pk).update(**isi)
    Pegawai.objects.filter(pk=tambahan[6].pegawai_id).update(unit=unit)
    Pegawai.objects.filter(pk=tambahan[7].pegawai_id).update(nama="Nama Baru")
    indeks().write([Entry("999999", "1", "hantu", "hantu")], [str(tambahan[8].pk)])
    beda = bandingkan()
    assert set(beda.basi) == {satu.pk for n, satu in enumerate(tambahan) if n != 5}
    assert set(beda.lebih) == {999999, tambahan[5].pk}
    assert jalankan(taruh("dokumen.rekonsiliasi_indeks", "malam").pk)
    assert (bandingkan().basi, bandingkan().lebih) == ([], [])
    assert cari(situs.akun(STAF_ARSIP), "Nama Baru").jumlah == 1
    assert rekonsiliasi().basi == []


def test_an_index_that_lacks_most_is_built_beside_instead_of_bit_by_bit(
    situs: Situs, lain: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("docservice.dokumen.rekonsiliasi.BATCH", 1)
    mesin = lain(TantivyIndex(tmp_path))
    mesin.write([], [])
    assert len(rekonsiliasi().basi) == 2
    assert (bandingkan().basi, mesin.count()) == ([], 2)
    assert not list(tmp_path.rglob("awal"))


def test_reindex_shows_progress_goes_on_where_it_stopped_and_mends_what_changed(
    situs: Situs, lain: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("search.tantivy_index.BATCH", 1)
    mesin = lain(TantivyIndex(tmp_path))

    def putus(sudah: int, semua: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bangun_ulang(putus)
    begun = mesin.unfinished()
    assert len(begun) == 2
    Dokumen.objects.filter(pk=min(map(int, begun))).update(judul="Sesudah putus")
    kata, kemajuan = StringIO(), StringIO()
    call_command("reindex", stdout=kata, stderr=kemajuan)
    assert "Indeks berisi 2 dokumen." in kata.getvalue()
    assert "2 dari 2 dokumen" in kemajuan.getvalue()
    assert bandingkan().basi == []
    assert mesin.unfinished() == {}
    assert cari(situs.akun(STAF_ARSIP), "sesudah putus").jumlah == 1


@pytest.mark.dua_ukuran
def test_in_an_emergency_choices_still_narrow_and_leafing_stays_honest(situs: Situs, lain: Any):
    lain(open_index("http://127.0.0.1:1"))
    arsiparis = situs.akun(STAF_ARSIP)
    assert cari(arsiparis, "", {"jenis": ["KTP"]}).jumlah == 1
    assert cari(arsiparis, "jenis:KTP").jumlah == 1
    assert cari(arsiparis, "", {"tahun": [str(timezone.localdate().year), "x"]}).jumlah == 2
    assert cari(arsiparis, "", {"tahun": ["1950"]}).jumlah == 0
    satu = cari(arsiparis, "", offset=1, limit=1)
    assert (satu.jumlah, len(satu.temuan)) == (2, 1)
    assert (
        cari(situs.akun(FASILITATOR), '\0 " -x').jumlah == Dokumen.objects.visible_to(situs.akun(FASILITATOR)).count()
    )


@pytest.mark.dua_ukuran
def test_in_an_emergency_a_question_means_what_it_always_means(situs: Situs, lain: Any):
    lain(open_index("http://127.0.0.1:1"))
    arsiparis, nama = situs.akun(STAF_ARSIP), situs.orang(PEMILIK).nama
    depan = nama.split()[0]
    assert {s.dokumen.jenis_id for s in cari(arsiparis, f"-{depan}").temuan} == {"KTP"}
    assert {s.dokumen.jenis_id for s in cari(arsiparis, f'-"{nama}"').temuan} == {"KTP"}
    assert {s.dokumen.jenis_id for s in cari(arsiparis, "-jenis:KTP").temuan} == {"KARPEG"}
    assert {s.dokumen.jenis_id for s in cari(arsiparis, f'"{nama}"').temuan} == {"KARPEG"}
    assert cari(arsiparis, f'"{nama[::-1]}"').jumlah == 0
    assert cari(arsiparis, f"{depan[:4]}*").jumlah == 1
    assert cari(arsiparis, "-a").jumlah == 2


@pytest.mark.parametrize("tanya", ["x" * 10_000, "( -" * 60, '"' * 199, "\0" * 199, "\u202e" * 150, "a* " * 66])
def test_a_hostile_question_is_answered_in_words_without_the_index_too(situs: Situs, lain: Any, tanya: str):
    lain(open_index("http://127.0.0.1:1"))
    halaman = situs.masuk(STAF_ARSIP).get(CARI, {"q": tanya, "jenis": "\0", "tahun": "\0"})
    assert halaman.status_code == 200
    panjang = "Pencarian terlalu panjang. Pakai paling banyak 200 huruf." in teks(halaman)
    assert panjang == (len(tanya) > 200)
    assert panjang or PULIH in teks(halaman)
