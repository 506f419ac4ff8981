"""Signing for real: development CA, TSA and verifier; what comes of it, and every way it is refused (Laws 6 and 7)."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from docservice.akun.models import Kabar
from docservice.audit.models import Jejak
from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import StatusDokumen
from docservice.layanan.status import StatusPermohonan
from docservice.naskah import penyedia, render, tanda_tangan
from docservice.naskah.models import Kewenangan, Naskah, NomorRegister, Penghitung, TautanCek, Upaya
from docservice.naskah.permissions import alasan_tak_dapat
from docservice.naskah.rekonsiliasi import rekonsiliasi
from docservice.naskah.status import StatusNaskah, StatusNomor, StatusUpaya
from docservice.naskah.tanda_tangan import kerjakan, siapkan
from docservice.riwayat.models import Riwayat
from docservice.umum.errors import BelumLengkap, SementaraTerganggu, SudahBerubah, TidakBerwenang
from signing import Identity, Outcome, OutcomeStatus, Secret, SigningRequest, validate
from signing.errors import SecretWiped
from storage import StorageFull
from tests.docservice.bersama import KantorUji
from tests.docservice.naskah.alat import (
    KEPALA,
    PASSPHRASE,
    PEMOHON,
    SEKDA,
    isi,
    segar,
    siap,
    tanda_tangani,
)

pytestmark = pytest.mark.django_db
N = StatusNaskah


def tak_terjadi(naskah: Naskah) -> None:
    """Nothing was signed: the decree is where it was, the number free, no link alive, no record made."""
    naskah = segar(naskah)
    assert (naskah.status, naskah.dokumen) == (N.TTE, None)
    assert naskah.asal.status == StatusPermohonan.TTE
    assert Penghitung.objects.get().terakhir == 0
    assert set(NomorRegister.objects.values_list("status", flat=True)) <= {StatusNomor.DIKEMBALIKAN}
    assert not TautanCek.objects.exists()
    assert not Dokumen.objects.exists()


# --- it works --------------------------------------------------------------------------------------------------


@pytest.mark.syarat("BABEL-10-6", "BABEL-14-2j")
def test_a_signature_brings_number_record_rank_and_word_in_one_stroke(kantor: KantorUji, naskah: Naskah):
    upaya = tanda_tangani(kantor, naskah)[0]
    assert (upaya.status, upaya.kode) == (StatusUpaya.SIGNED, "")
    naskah, tahun = segar(naskah), timezone.localdate().year
    dokumen = naskah.dokumen
    assert dokumen is not None
    assert dokumen.nomor == upaya.nomor.nomor == f"800.1.3.2/0001/BKPSDMD/{tahun}"
    assert (dokumen.tanggal, dokumen.status, dokumen.sumber) == (
        timezone.localdate(),
        StatusDokumen.TERVERIFIKASI,
        "terbitan",
    )
    assert (naskah.status, naskah.asal.status) == (N.TERBIT, StatusPermohonan.SELESAI)
    assert NomorRegister.objects.get().status == StatusNomor.DIPAKAI
    baris = Riwayat.objects.milik(naskah.pegawai).jenis("golongan").tervalidasi().get()
    assert (baris.data["golongan"], baris.bukti.get().dokumen) == ("III/b", dokumen)
    assert "sudah terbit" in Kabar.objects.filter(pengguna=kantor.akun(PEMOHON)).latest("pk").teks
    assert Jejak.objects.filter(aksi="naskah.terbit").count() == 1


def test_the_file_is_b_lta_by_the_named_official_and_only_appended_to(kantor: KantorUji, naskah: Naskah):
    upaya = tanda_tangani(kantor, naskah)[0]
    pdf, final = isi(gudang.arsip(), upaya.hasil_sha256), isi(gudang.kerja(), upaya.final_sha256)
    assert pdf.startswith(final)
    laporan = validate(pdf, trust=penyedia.percaya())
    (tanda,) = laporan.signatures
    assert (laporan.verdict, tanda.level, tanda.signer_nip) == ("valid", "B-LTA", kantor.nip[SEKDA])


def test_what_was_seen_and_what_was_signed_differ_only_where_they_may(kantor: KantorUji, naskah: Naskah):
    upaya = tanda_tangani(kantor, naskah)[0]
    assert upaya.perbandingan["sama"] is True
    assert upaya.perbandingan["beda"] == []
    assert upaya.draf_sha256 == naskah.draf_sha256 != upaya.final_sha256


def test_a_signed_decree_is_not_signed_again(kantor: KantorUji, naskah: Naskah):
    tanda_tangani(kantor, naskah)
    with pytest.raises(SudahBerubah, match="tidak sedang menunggu"):
        tanda_tangani(kantor, naskah)
    assert NomorRegister.objects.count() == Upaya.objects.count() == Dokumen.objects.count() == 1


# --- who may not -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nomor", [PEMOHON, 5, KEPALA, 4, 15])
def test_nobody_but_the_named_official_signs(kantor: KantorUji, naskah: Naskah, nomor: int):
    from django.http import Http404

    with pytest.raises((TidakBerwenang, Http404)):
        tanda_tangani(kantor, naskah, oleh=nomor)
    assert not Upaya.objects.exists()
    assert not NomorRegister.objects.exists()


def test_an_authority_that_ended_yesterday_signs_nothing_today(kantor: KantorUji, naskah: Naskah):
    kemarin = timezone.localdate() - timedelta(days=1)
    Kewenangan.objects.update(berlaku_sampai=kemarin)
    assert "berakhir" in alasan_tak_dapat(kantor.akun(SEKDA), segar(naskah))
    with pytest.raises(TidakBerwenang, match="Wewenang Anda untuk naskah ini berakhir"):
        tanda_tangani(kantor, naskah)
    assert not NomorRegister.objects.exists()


def test_on_its_last_day_an_authority_still_signs(kantor: KantorUji, naskah: Naskah):
    Kewenangan.objects.update(berlaku_sampai=timezone.localdate())
    assert alasan_tak_dapat(kantor.akun(SEKDA), segar(naskah)) == ""


def test_an_authority_that_begins_tomorrow_does_not_sign_today(kantor: KantorUji, naskah: Naskah):
    Kewenangan.objects.update(berlaku_dari=timezone.localdate() + timedelta(days=1))
    with pytest.raises(TidakBerwenang, match="tidak berlaku hari ini"):
        tanda_tangani(kantor, naskah)


def test_an_acting_official_signs_only_where_the_rule_allows_it(kantor: KantorUji, naskah: Naskah):
    Kewenangan.objects.update(plt_plh="Plh.", boleh_plt_plh=False)
    with pytest.raises(TidakBerwenang, match=r"Plh\. tidak boleh"):
        tanda_tangani(kantor, naskah)


def test_nobody_signs_a_decree_about_themselves(kantor: KantorUji, naskah: Naskah):
    Naskah.objects.update(pegawai=kantor.orang(SEKDA))
    with pytest.raises(TidakBerwenang, match="diri Anda sendiri"):
        tanda_tangani(kantor, naskah)


@pytest.mark.parametrize("status", [N.DRAF, N.PARAF, N.SEDANG, N.TAK_PASTI])
def test_a_decree_that_does_not_wait_in_the_tray_is_not_signed(kantor: KantorUji, naskah: Naskah, status: str):
    Naskah.objects.update(status=status)
    with pytest.raises(SudahBerubah):
        tanda_tangani(kantor, naskah)


def test_a_draft_that_changed_since_it_was_opened_is_named_and_not_signed(kantor: KantorUji, naskah: Naskah):
    naskah.draf_sha256 = "0" * 64
    with pytest.raises(SudahBerubah, match="Damar Panuluh berubah sejak Anda buka"):
        tanda_tangani(kantor, naskah)
    assert not NomorRegister.objects.exists()


def test_an_empty_tray_is_not_signed(kantor: KantorUji):
    with pytest.raises(BelumLengkap):
        tanda_tangani(kantor)


# --- refused, away, broken -------------------------------------------------------------------------------------


def test_a_wrong_passphrase_signs_nothing_and_gives_every_number_back(kantor: KantorUji, naskah: Naskah):
    dua = siap(kantor, 25)
    hasil = tanda_tangani(kantor, naskah, dua, passphrase="salah sama sekali")
    assert {(u.status, u.kode) for u in hasil} == {(StatusUpaya.REFUSED, "passphrase_salah")}
    assert all("Passphrase salah" in u.pesan for u in hasil)
    tak_terjadi(naskah)
    tak_terjadi(dua)
    assert tanda_tangani(kantor, naskah)[0].nomor.urut == 1


def test_an_absent_timestamp_authority_signs_nothing_not_even_at_a_lower_level(
    kantor: KantorUji, naskah: Naskah, settings: Any
):
    hidup = settings.TSA_URLS
    settings.TSA_URLS = ["http://127.0.0.1:1/tsa"]
    upaya = tanda_tangani(kantor, naskah)[0]
    assert (upaya.status, upaya.kode) == (StatusUpaya.RETRYABLE, "tsa_tidak_tersedia")
    assert upaya.hasil_sha256 == ""
    tak_terjadi(naskah)
    settings.TSA_URLS = hidup
    assert tanda_tangani(kantor, naskah)[0].status == StatusUpaya.SIGNED


def test_without_a_certificate_nothing_is_signed(kantor: KantorUji, naskah: Naskah, settings: Any, tmp_path: Path):
    settings.SIGNING_URL = f"software://{tmp_path}"
    upaya = tanda_tangani(kantor, naskah)[0]
    assert (upaya.status, upaya.kode) == (StatusUpaya.REFUSED, "sertifikat_tidak_ada")
    tak_terjadi(naskah)


def test_an_unknown_provider_is_refused_before_a_number_is_taken(kantor: KantorUji, naskah: Naskah, settings: Any):
    settings.SIGNING_URL = "pkcs11:slot-0://x"
    with pytest.raises(SementaraTerganggu):
        tanda_tangani(kantor, naskah)
    assert not NomorRegister.objects.exists()


def test_data_that_changed_behind_the_frozen_draft_is_not_signed(kantor: KantorUji, naskah: Naskah):
    Naskah.objects.update(data={**naskah.data, "nama": "Damar Panuluh, S.H."})
    upaya = tanda_tangani(kantor, naskah)[0]
    assert (upaya.status, upaya.kode) == (StatusUpaya.REFUSED, "beda_dari_draf")
    assert upaya.perbandingan["sama"] is False
    assert upaya.perbandingan["beda"]
    tak_terjadi(naskah)


def test_one_decree_that_cannot_be_drawn_does_not_stop_the_others(kantor: KantorUji, naskah: Naskah):
    dua = siap(kantor, 25)
    Naskah.objects.filter(pk=naskah.pk).update(data={**naskah.data, "golongan_baru": "X/z"})
    rusak, baik = tanda_tangani(kantor, naskah, dua)
    assert (rusak.status, rusak.kode) == (StatusUpaya.REFUSED, "tidak_dapat_disusun")
    assert baik.status == StatusUpaya.SIGNED
    assert NomorRegister.objects.get(naskah=naskah).status == StatusNomor.BATAL  # a later number is in use
    assert segar(naskah).status == N.TTE


def test_a_full_archive_issues_nothing_and_says_try_later(
    kantor: KantorUji, naskah: Naskah, monkeypatch: pytest.MonkeyPatch
):
    class Penuh:
        def put(self, isi: object) -> None:
            raise StorageFull

    monkeypatch.setattr(gudang, "arsip", lambda *, rahasia: Penuh())
    upaya = tanda_tangani(kantor, naskah)[0]
    assert (upaya.status, upaya.kode) == (StatusUpaya.RETRYABLE, "penyimpanan")
    tak_terjadi(naskah)


# --- a stand-in at the signer's port: only for what a real key file never does --------------------------------


class PenandaTiruan:
    """Answers as told; *dengan* is asked for the real thing first."""

    name = "bsre"

    def __init__(self, jawab: Callable[[SigningRequest, Secret], Outcome]) -> None:
        self.jawab, self.kali = jawab, 0

    def identity(self, who: str) -> Identity:
        return PENANDA().identity(who)

    def sign_batch(
        self, who: str, requests: Sequence[SigningRequest], secret: Secret, *, level: str, progress: Any
    ) -> list[Outcome]:
        self.kali += 1
        hasil = [self.jawab(satu, secret) for satu in requests]
        for satu in hasil:
            progress(satu)
        return hasil


def pasang(monkeypatch: pytest.MonkeyPatch, jawab: Callable[[SigningRequest, Secret], Outcome]) -> PenandaTiruan:
    tiruan = PenandaTiruan(jawab)
    for modul in (penyedia, tanda_tangan):
        monkeypatch.setattr(modul, "penanda", lambda: tiruan)
    return tiruan


def tak_tahu(permintaan: SigningRequest, rahasia: Secret) -> Outcome:
    return Outcome(permintaan.reference, OutcomeStatus.UNKNOWN, provider_code="waktu_habis", provider_text="Tak tentu.")


def test_an_unknown_outcome_keeps_its_number_and_is_never_tried_again_by_itself(
    kantor: KantorUji, naskah: Naskah, monkeypatch: pytest.MonkeyPatch
):
    tiruan = pasang(monkeypatch, tak_tahu)
    upaya = tanda_tangani(kantor, naskah)[0]
    assert (upaya.status, upaya.nomor.status) == (StatusUpaya.UNKNOWN, StatusNomor.DICADANGKAN)
    assert segar(naskah).status == N.TAK_PASTI
    Upaya.objects.update(denyut=timezone.now() - timedelta(hours=1))
    rekonsiliasi("", None)  # type: ignore[arg-type]  # it has no effect to fence here
    with pytest.raises(SudahBerubah):
        tanda_tangani(kantor, naskah)
    assert tiruan.kali == 1
    assert NomorRegister.objects.get().status == StatusNomor.DICADANGKAN
    assert not Dokumen.objects.exists()


PENANDA = penyedia.penanda
"""The true one, also while a test has put another in its place."""


def asli(siapa: str, level: str) -> Callable[[SigningRequest, Secret], Outcome]:
    """A true signature, but by another person or at another level than was asked for."""

    def jawab(permintaan: SigningRequest, rahasia: Secret) -> Outcome:
        return PENANDA().sign_batch(siapa, [permintaan], rahasia, level=level)[0]

    return jawab


def tanpa_tanda(permintaan: SigningRequest, rahasia: Secret) -> Outcome:
    return Outcome(permintaan.reference, OutcomeStatus.SIGNED, pdf=permintaan.pdf, level="B-LTA")


def berkas_lain(permintaan: SigningRequest, rahasia: Secret) -> Outcome:
    return Outcome(permintaan.reference, OutcomeStatus.SIGNED, pdf=b"%PDF-1.7 lain", level="B-LTA")


def tertukar(permintaan: SigningRequest, rahasia: Secret) -> Outcome:
    """Truly signed, then one byte of the signed text changed."""
    hasil = asli("197103141994031901", "B-LTA")(permintaan, rahasia)
    ubah = bytearray(hasil.pdf or b"")
    ubah[len(permintaan.pdf) + 200] ^= 1
    return dataclasses.replace(hasil, pdf=bytes(ubah))


@pytest.mark.parametrize(
    ("jawab", "kode"),
    [
        (tanpa_tanda, "bukan_lanjutan"),
        (berkas_lain, "bukan_lanjutan"),
        (tertukar, "tidak_sah"),
        (asli("197408221998032902", "B-LTA"), "penanda_tangan_lain"),
        (asli("197103141994031901", "B-T"), "tingkat_kurang"),
    ],
    ids=["tanpa tanda tangan", "berkas lain", "satu byte berubah", "pejabat lain", "tingkat B-T"],
)
def test_what_our_verifier_does_not_pass_is_not_issued(
    kantor: KantorUji, naskah: Naskah, monkeypatch: pytest.MonkeyPatch, jawab: Any, kode: str
):
    pasang(monkeypatch, jawab)
    upaya = tanda_tangani(kantor, naskah)[0]
    assert upaya.status == StatusUpaya.REFUSED
    assert upaya.kode in (kode, "tidak_sah")
    assert "tidak lulus pemeriksaan" in upaya.pesan
    tak_terjadi(naskah)


# --- a process that died ---------------------------------------------------------------------------------------


def terbuka(kantor: KantorUji, naskah: Naskah, diam: timedelta) -> Upaya:
    _, buka = siapkan(by=kantor.akun(SEKDA), naskah=[(naskah.pk, naskah.draf_sha256)])
    Upaya.objects.update(denyut=timezone.now() - diam)
    return buka[0].upaya


def test_an_attempt_whose_process_died_is_closed_and_the_decree_can_be_signed(kantor: KantorUji, naskah: Naskah):
    upaya = terbuka(kantor, naskah, timedelta(minutes=3))
    assert segar(naskah).status == N.SEDANG
    rekonsiliasi("", None)  # type: ignore[arg-type]
    upaya.refresh_from_db()
    assert (upaya.status, upaya.kode) == (StatusUpaya.RETRYABLE, "proses_terhenti")
    tak_terjadi(naskah)
    assert tanda_tangani(kantor, naskah)[0].status == StatusUpaya.SIGNED


def test_a_living_attempt_is_left_alone(kantor: KantorUji, naskah: Naskah):
    upaya = terbuka(kantor, naskah, timedelta(seconds=30))
    rekonsiliasi("", None)  # type: ignore[arg-type]
    upaya.refresh_from_db()
    assert upaya.status == StatusUpaya.TERBUKA


def test_with_a_remote_provider_a_dead_process_leaves_the_outcome_unknown(
    kantor: KantorUji, naskah: Naskah, monkeypatch: pytest.MonkeyPatch
):
    upaya = terbuka(kantor, naskah, timedelta(minutes=3))
    pasang(monkeypatch, tak_tahu)
    rekonsiliasi("", None)  # type: ignore[arg-type]
    upaya.refresh_from_db()
    assert (upaya.status, upaya.nomor.status) == (StatusUpaya.UNKNOWN, StatusNomor.DICADANGKAN)


def test_the_whole_batch_counts_as_living_while_each_decree_is_drawn(
    kantor: KantorUji, naskah: Naskah, monkeypatch: pytest.MonkeyPatch
):
    """Two hundred decrees take longer to draw than a dead attempt is waited for."""
    dua, diam = siap(kantor, 25), timedelta(minutes=10)
    gambar = render.final
    tertua: list[timedelta] = []

    def lambat(*args: Any, **kwargs: Any) -> Any:
        tertua.append(timezone.now() - Upaya.objects.earliest("denyut").denyut)
        Upaya.objects.update(denyut=timezone.now() - diam)  # so long did this one take
        return gambar(*args, **kwargs)

    monkeypatch.setattr(render, "final", lambat)
    tanda_tangani(kantor, naskah, dua)
    assert len(tertua) == 2
    assert max(tertua) < timedelta(minutes=1)


def test_a_late_result_of_an_attempt_that_was_closed_is_not_issued(kantor: KantorUji, naskah: Naskah):
    _, buka = siapkan(by=kantor.akun(SEKDA), naskah=[(naskah.pk, naskah.draf_sha256)])
    Upaya.objects.update(denyut=timezone.now() - timedelta(minutes=3))
    rekonsiliasi("", None)  # type: ignore[arg-type]
    with pytest.raises(SudahBerubah, match="sudah ditutup"):
        kerjakan(by=kantor.akun(SEKDA), siap=buka, passphrase=Secret(PASSPHRASE))
    tak_terjadi(naskah)


# --- the secret ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("passphrase", [PASSPHRASE, "salah sama sekali"])
def test_the_passphrase_is_wiped_and_left_nowhere(
    kantor: KantorUji, naskah: Naskah, caplog: pytest.LogCaptureFixture, passphrase: str
):
    rahasia = Secret(passphrase)
    with caplog.at_level("DEBUG"):
        tanda_tangan.tandatangani(by=kantor.akun(SEKDA), naskah=[(naskah.pk, naskah.draf_sha256)], passphrase=rahasia)
    with pytest.raises(SecretWiped):
        rahasia.reveal()
    assert passphrase not in caplog.text
    tertulis = [str(j.rincian) for j in Jejak.objects.all()] + [str(u.__dict__) for u in Upaya.objects.all()]
    assert passphrase not in " ".join(tertulis)
    assert passphrase not in str(connection.queries)
