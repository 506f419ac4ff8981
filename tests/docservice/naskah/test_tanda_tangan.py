"""Signing for real: development CA, TSA and verifier; what comes of it, and every way it is refused (Laws 6 and 7)."""

from __future__ import annotations

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
from docservice.naskah import penyedia, tanda_tangan
from docservice.naskah.models import Kewenangan, Naskah, NomorRegister, Upaya
from docservice.naskah.permissions import alasan_tak_dapat
from docservice.naskah.status import StatusNaskah, StatusNomor, StatusUpaya
from docservice.riwayat.models import Riwayat
from docservice.umum.errors import BelumLengkap, SementaraTerganggu, SudahBerubah, TidakBerwenang
from signing import Secret, validate
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
    tak_terjadi,
    tanda_tangani,
)

pytestmark = pytest.mark.django_db
N = StatusNaskah


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
