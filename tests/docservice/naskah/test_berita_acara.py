"""The minutes of a verification sitting: made of what was decided, signed by its holder through the same walk."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pytest
from django.utils import timezone

from docservice.akun.models import Kabar
from docservice.antrean.models import Job
from docservice.antrean.pekerjaan import jalankan
from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen
from docservice.naskah.berita_acara import INGATKAN, JEDA, berita_acara
from docservice.naskah.models import Naskah, PolaNomor
from docservice.naskah.penyedia import percaya
from docservice.naskah.status import StatusNaskah, StatusUpaya
from docservice.umum.errors import SudahBerubah, TidakBerwenang
from docservice.umum.waktu import jam
from docservice.verifikasi import sesi
from docservice.verifikasi.models import Alasan, Sesi
from docservice.verifikasi.status import StatusSesi
from signing import validate
from tests.docservice.bersama import KantorUji, bersertifikat
from tests.docservice.halaman import FASILITATOR, FASILITATOR_LAIN, PEMILIK, Situs, teks
from tests.docservice.naskah.alat import isi, segar, tanda_tangani
from tests.docservice.riwayat.alat import berkas
from tests.docservice.verifikasi.alat import balikkan, sahkan

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def kantor(kantor_contoh: KantorUji, django_db_blocker: Any) -> KantorUji:
    with django_db_blocker.unblock():
        bersertifikat(kantor_contoh, FASILITATOR)
    return kantor_contoh


@pytest.fixture
def berakhir(kantor: KantorUji) -> Sesi:
    """A sitting in which one paper was accepted and one returned."""
    sahkan(kantor, berkas(kantor, 13))
    balikkan(kantor, berkas(kantor, 13, "IJAZAH"), alasan=[(1, Alasan.TERPOTONG)])
    return sesi.akhiri(by=kantor.akun(FASILITATOR))


def kata(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as berkas_pdf:
        return " ".join(" ".join(h.get_textpage().get_text_bounded() for h in berkas_pdf).split())


def test_without_a_timestamp_authority_what_was_decided_stays_and_one_is_reminded(
    kantor: KantorUji, berakhir: Sesi, settings: Any
):
    settings.TSA_URLS = ["http://127.0.0.1:1/tsa"]
    naskah = berita_acara(berakhir)
    upaya = tanda_tangani(kantor, naskah, oleh=FASILITATOR)[0]
    nanti = jam(timezone.now() + JEDA)
    assert upaya.pesan == (
        "Penanda waktu sedang tidak tersedia. Berita acara belum ditandatangani; hasil pemeriksaan tetap tersimpan. "
        f"Kami ingatkan Anda lagi pukul {nanti}."
    )
    pekerjaan = Job.objects.get(jenis=INGATKAN)
    assert timezone.now() < pekerjaan.berikutnya <= timezone.now() + JEDA
    Job.objects.filter(pk=pekerjaan.pk).update(berikutnya=timezone.now())
    jalankan(pekerjaan.pk)
    kabar = Kabar.objects.get(pengguna=kantor.akun(FASILITATOR), kunci=f"upaya:{upaya.pk}:ingat")
    assert kabar.tautan == f"/verifikasi/sesi/{berakhir.pk}/"


@pytest.mark.syarat("BABEL-1-16", "BABEL-10-6")
def test_the_minutes_list_every_version_by_its_hash_and_are_signed_to_b_lta(kantor: KantorUji, berakhir: Sesi):
    naskah = berita_acara(berakhir)
    assert (naskah.status, naskah.mandiri, naskah.judul) == (StatusNaskah.TTE, True, "Berita acara sesi verifikasi")
    upaya = tanda_tangani(kantor, naskah, oleh=FASILITATOR)[0]
    assert upaya.status == StatusUpaya.SIGNED, upaya.pesan
    pdf = isi(gudang.arsip(), upaya.hasil_sha256)
    tanda = validate(pdf, trust=percaya()).signatures
    assert [(s.verdict, s.level, s.signer_nip) for s in tanda] == [("valid", "B-LTA", kantor.nip[FASILITATOR])]
    tercetak = kata(pdf)
    for satu in sesi.putusan_sesi(berakhir):
        assert satu.sha256[:16] in tercetak
        assert satu.sha256[48:] in tercetak
    assert "Terverifikasi, kertas asli dilihat" in tercetak
    assert "Dikembalikan: terpotong (halaman 1)" in tercetak


def test_signed_it_is_a_document_of_its_signer_and_the_sitting_is_closed(kantor: KantorUji, berakhir: Sesi):
    naskah = berita_acara(berakhir)
    tanda_tangani(kantor, naskah, oleh=FASILITATOR)
    dokumen = segar(naskah).dokumen
    assert dokumen is not None
    assert (dokumen.jenis_id, dokumen.pegawai.nip) == ("BA_VERIFIKASI", kantor.nip[FASILITATOR])
    assert dokumen.nomor.startswith("800.1.9.3/0001/BAV/")
    assert Sesi.objects.get(pk=berakhir.pk).status == StatusSesi.DITANDATANGANI
    halaman = teks(Situs(kantor).masuk(FASILITATOR).get(f"/verifikasi/sesi/{berakhir.pk}/"))
    assert f"Berita acara nomor {dokumen.nomor} ditandatangani" in halaman
    assert sesi.ingatkan() == 0


def test_asked_twice_it_is_the_same_letter(berakhir: Sesi):
    assert berita_acara(berakhir) == berita_acara(berakhir) == Naskah.objects.get()


def test_a_wrong_passphrase_leaves_it_waiting(kantor: KantorUji, berakhir: Sesi):
    naskah = berita_acara(berakhir)
    assert tanda_tangani(kantor, naskah, oleh=FASILITATOR, passphrase="salah")[0].kode == "passphrase_salah"
    assert segar(naskah).status == StatusNaskah.TTE
    assert Sesi.objects.get(pk=berakhir.pk).status == StatusSesi.BERAKHIR


def test_the_page_shows_the_list_and_asks_for_the_passphrase(kantor: KantorUji, berakhir: Sesi):
    situs = Situs(kantor)
    halaman = situs.masuk(FASILITATOR).get(f"/verifikasi/sesi/{berakhir.pk}/")
    assert "1 terverifikasi · 1 dikembalikan · 0 dilewati" in teks(halaman)
    assert f"{Naskah.objects.get().pk}:{Naskah.objects.get().draf_sha256}" in halaman.content.decode()
    assert "Berita acara sesi verifikasi" in teks(situs.masuk(FASILITATOR).get("/tanda-tangan/"))


@pytest.mark.parametrize("nomor", [FASILITATOR_LAIN, PEMILIK])
def test_nobody_else_sees_or_signs_it(kantor: KantorUji, berakhir: Sesi, nomor: int):
    naskah = berita_acara(berakhir)
    assert Situs(kantor).masuk(nomor).get(f"/verifikasi/sesi/{berakhir.pk}/").status_code == 404
    assert naskah not in Naskah.objects.visible_to(kantor.akun(nomor))
    from docservice.naskah.permissions import check_may_tandatangani

    with pytest.raises(TidakBerwenang):
        check_may_tandatangani(kantor.akun(nomor), naskah)


def test_it_is_not_returned_to_anyone(kantor: KantorUji, berakhir: Sesi):
    from docservice.naskah import actions

    with pytest.raises(SudahBerubah):
        actions.kembalikan(by=kantor.akun(FASILITATOR), naskah=berita_acara(berakhir), alasan="coba")


def test_without_a_number_pattern_the_page_says_so_and_nothing_is_lost(kantor: KantorUji, berakhir: Sesi):
    PolaNomor.objects.filter(jenis_naskah="ba_sesi_verifikasi").delete()
    halaman = teks(Situs(kantor).masuk(FASILITATOR).get(f"/verifikasi/sesi/{berakhir.pk}/"))
    assert "Pola nomor untuk naskah ini belum ditetapkan" in halaman
    assert "Hasil pemeriksaan tetap tersimpan" in halaman
    assert Dokumen.objects.filter(status="terverifikasi").exists()
