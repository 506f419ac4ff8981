"""An unknown outcome is looked at again, never tried again, and settled by evidence."""

from __future__ import annotations

import io
from datetime import timedelta
from importlib import import_module
from typing import Any
from unittest.mock import Mock

import pytest
import time_machine
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from docservice.akun.models import Kabar
from docservice.dokumen import gudang
from docservice.dokumen.dikenal import Dikenal
from docservice.dokumen.models import Dokumen
from docservice.naskah import penyelesaian, terbit
from docservice.naskah.models import Naskah, NomorRegister, TautanCek, Upaya
from docservice.naskah.rekonsiliasi import rekonsiliasi
from docservice.naskah.status import StatusNaskah, StatusNomor, StatusUpaya
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah, TidakBerwenang
from signing import Outcome, OutcomeStatus, Secret, SigningRequest
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import Situs, teks
from tests.docservice.naskah.alat import ADMINISTRATOR, KEPALA, PEMOHON, SEKDA, segar, tanda_tangani
from tests.docservice.naskah.penanda_tiruan import PENANDA, PenandaTiruan, pasang

pytestmark = pytest.mark.django_db
N = StatusNaskah
ACUAN = "20261122-7"


class Hilang:
    """A provider that signed, and whose answer was lost on the way."""

    def __init__(self, acuan: str | None = ACUAN) -> None:
        self.acuan, self.pdf = acuan, b""

    def __call__(self, permintaan: SigningRequest, rahasia: Secret) -> Outcome:
        asli = PENANDA().sign_batch("197103141994031901", [permintaan], rahasia, level="B-LTA")[0]
        self.pdf = asli.pdf or b""
        kalimat = "Server tidak memberi jawaban."
        return Outcome(
            permintaan.reference, OutcomeStatus.UNKNOWN, provider_text=kalimat, provider_reference=self.acuan
        )


@pytest.fixture
def hilang() -> Hilang:
    return Hilang()


@pytest.fixture
def tiruan(hilang: Hilang, monkeypatch: pytest.MonkeyPatch) -> PenandaTiruan:
    satu = pasang(monkeypatch, hilang)
    monkeypatch.setattr(penyelesaian, "penanda", lambda: satu)
    return satu


def ditanya(hilang: Hilang, *, ada: bool) -> Any:
    def settle(siapa: str, permintaan: SigningRequest, acuan: str, *, level: str) -> Outcome:
        assert (siapa, acuan, level) == ("197103141994031901", ACUAN, "B-LTA")
        if ada:
            return Outcome(permintaan.reference, OutcomeStatus.SIGNED, pdf=hilang.pdf, level=level)
        return Outcome(permintaan.reference, OutcomeStatus.UNKNOWN)

    return settle


def nanti() -> None:
    """The periodic job, a quarter of an hour later."""
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        rekonsiliasi("", None)  # type: ignore[arg-type]  # it has no effect to fence here


def hasil(kantor: KantorUji, upaya: Upaya) -> str:
    return teks(Situs(kantor).masuk(SEKDA).get(reverse("naskah:hasil", args=[upaya.kelompok])))


def test_a_result_the_provider_still_holds_is_issued(
    kantor: KantorUji, naskah: Naskah, hilang: Hilang, tiruan: PenandaTiruan
):
    tiruan.settle = ditanya(hilang, ada=True)  # type: ignore[attr-defined]
    upaya = tanda_tangani(kantor, naskah)[0]
    assert upaya.status == StatusUpaya.UNKNOWN
    assert "memberi tahu Anda paling lambat pukul " in hasil(kantor, upaya)
    nanti()
    assert segar(naskah).status == N.TERBIT
    assert NomorRegister.objects.get().status == StatusNomor.DIPAKAI
    assert TautanCek.objects.get(naskah=naskah).aktif
    assert "Penyedia menyerahkan hasilnya" in hasil(kantor, upaya)
    assert Kabar.objects.filter(pengguna=kantor.akun(SEKDA), teks__endswith="ternyata sudah ditandatangani.").exists()
    assert tiruan.kali == 1  # asked, never signed again


def test_what_the_provider_does_not_hold_is_asked_again_later(
    kantor: KantorUji, naskah: Naskah, hilang: Hilang, tiruan: PenandaTiruan
):
    tiruan.settle = ditanya(hilang, ada=False)  # type: ignore[attr-defined]
    upaya = tanda_tangani(kantor, naskah)[0]
    rekonsiliasi("", None)  # type: ignore[arg-type]  # too early to ask
    assert not upaya.pemeriksaan.exists()
    nanti()
    assert [satu.temuan for satu in upaya.pemeriksaan.all()] == ["Penyedia belum mempunyai hasilnya."]
    assert segar(naskah).status == N.TAK_PASTI
    isi = hasil(kantor, upaya)
    assert "Lihat pemeriksaan Dikirim " in isi
    assert "Pemeriksaan berikutnya" in isi


def test_what_we_had_stored_before_we_died_is_never_swept_and_is_issued(
    kantor: KantorUji, naskah: Naskah, hilang: Hilang, tiruan: PenandaTiruan, monkeypatch: pytest.MonkeyPatch
):
    hilang.acuan = None  # nobody else can be asked
    upaya = tanda_tangani(kantor, naskah)[0]
    with monkeypatch.context() as mati:
        mati.setattr(terbit, "_akhiri_upaya", Mock(side_effect=SystemExit))
        with pytest.raises(SystemExit):
            terbit.terbitkan(by=upaya.oleh, upaya=upaya, pdf=hilang.pdf, token=None, dari=StatusUpaya.UNKNOWN)
    upaya.refresh_from_db()
    assert upaya.hasil_sha256 in Dikenal("arsip")
    assert upaya.hasil_sha256 not in Dikenal("arsip", janji=True)
    rekonsiliasi("", None)  # type: ignore[arg-type]
    assert segar(naskah).status == N.TERBIT
    assert upaya.hasil_sha256 in Dikenal("arsip", janji=True)
    assert "Hasilnya sudah kami simpan" in hasil(kantor, upaya)
    assert tiruan.kali == 1


def test_a_stored_result_that_our_verifier_does_not_pass_is_left_to_people(
    kantor: KantorUji, naskah: Naskah, hilang: Hilang, tiruan: PenandaTiruan
):
    hilang.acuan = None
    upaya = tanda_tangani(kantor, naskah)[0]
    rusak = gudang.arsip().put(io.BytesIO(hilang.pdf.replace(b"/Sig", b"/Gis", 1))).sha256
    for nama in (rusak, "0" * 64):
        Upaya.objects.filter(pk=upaya.pk).update(hasil_sha256=nama)
        rekonsiliasi("", None)  # type: ignore[arg-type]
        assert segar(naskah).status == N.TAK_PASTI


def test_references_of_before_are_taken_out_of_their_sentences(
    kantor: KantorUji, naskah: Naskah, hilang: Hilang, tiruan: PenandaTiruan
):
    hilang.acuan = None
    upaya = tanda_tangani(kantor, naskah)[0]
    Upaya.objects.filter(pk=upaya.pk).update(pesan="Tidak diketahui. (id dokumen 20261122-7)")
    import_module("docservice.naskah.migrations.0008_acuan_penyedia").dari_kalimat(apps, None)
    upaya.refresh_from_db()
    assert upaya.acuan == ACUAN


def test_a_provider_that_cannot_be_asked_is_looked_at_by_an_administrator(
    kantor: KantorUji, naskah: Naskah, hilang: Hilang, tiruan: PenandaTiruan
):
    hilang.acuan = None
    upaya = tanda_tangani(kantor, naskah)[0]
    nanti()
    assert not upaya.pemeriksaan.exists()
    assert "oleh administrator, pada penyedia" in hasil(kantor, upaya)
    assert Kabar.objects.filter(pengguna=kantor.akun(ADMINISTRATOR), teks__contains="tidak diketahui").exists()
    halaman = Situs(kantor).masuk(ADMINISTRATOR).get(reverse("naskah:draf", args=[naskah.pk]))
    assert "Catat hasilnya" in teks(halaman)


def test_the_file_found_at_the_provider_is_issued_when_it_passes(
    kantor: KantorUji, naskah: Naskah, hilang: Hilang, tiruan: PenandaTiruan
):
    tanda_tangani(kantor, naskah)
    klien, alamat = Situs(kantor).masuk(ADMINISTRATOR), reverse("naskah:selesaikan", args=[naskah.pk])
    palsu = klien.post(alamat, {"berkas": SimpleUploadedFile("a.pdf", b"%PDF-1.7 lain")})
    assert palsu.status_code == 422
    assert penyelesaian.KALIMAT_CACAT in teks(palsu)
    assert klien.post(alamat, {"berkas": SimpleUploadedFile("a.pdf", hilang.pdf)}).status_code == 302
    assert segar(naskah).status == N.TERBIT
    assert Dokumen.objects.filter(sumber=Dokumen.Sumber.TERBITAN).count() == 1


def test_proven_not_signed_may_be_signed_again(
    kantor: KantorUji, naskah: Naskah, hilang: Hilang, tiruan: PenandaTiruan, monkeypatch: pytest.MonkeyPatch
):
    upaya = tanda_tangani(kantor, naskah)[0]
    admin = kantor.akun(ADMINISTRATOR)
    with pytest.raises(BelumLengkap):
        penyelesaian.nyatakan_tidak(by=admin, naskah=naskah, bukti=" ")
    klien, alamat = Situs(kantor).masuk(ADMINISTRATOR), reverse("naskah:selesaikan", args=[naskah.pk])
    assert klien.post(alamat, {"bukti": "Portal penyedia, 10.40."}).status_code == 302
    upaya.refresh_from_db()
    assert (upaya.status, segar(naskah).status) == (StatusUpaya.RETRYABLE, N.TTE)
    assert "Terbukti tidak ditandatangani. Aman untuk ditandatangani lagi." in hasil(kantor, upaya)
    assert not TautanCek.objects.filter(naskah=naskah).exists()
    with pytest.raises(SudahBerubah):
        penyelesaian.nyatakan_tidak(by=admin, naskah=naskah, bukti="Lagi.")
    monkeypatch.undo()
    assert tanda_tangani(kantor, naskah)[0].status == StatusUpaya.SIGNED


@pytest.mark.parametrize("nomor", [SEKDA, KEPALA, PEMOHON])
def test_only_administrators_settle(
    kantor: KantorUji, naskah: Naskah, hilang: Hilang, tiruan: PenandaTiruan, nomor: int
):
    tanda_tangani(kantor, naskah)
    with pytest.raises(TidakBerwenang):
        penyelesaian.nyatakan_tidak(by=kantor.akun(nomor), naskah=naskah, bukti="Portal.")
    with pytest.raises(TidakBerwenang):
        penyelesaian.terima_hasil(by=kantor.akun(nomor), naskah=naskah, pdf=hilang.pdf)
    alamat = reverse("naskah:selesaikan", args=[naskah.pk])
    assert Situs(kantor).masuk(nomor).get(alamat).status_code in (403, 404)
    assert segar(naskah).status == N.TAK_PASTI


def test_somebody_elses_signed_file_is_refused(
    kantor: KantorUji, naskah: Naskah, hilang: Hilang, tiruan: PenandaTiruan
):
    tanda_tangani(kantor, naskah)
    with pytest.raises(IsianSalah):
        penyelesaian.terima_hasil(by=kantor.akun(ADMINISTRATOR), naskah=naskah, pdf=hilang.pdf[:-40])
    assert segar(naskah).status == N.TAK_PASTI
