"""Outcomes nobody knows or our verifier does not pass, and attempts whose process died (Laws 6 and 7)."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from docservice.dokumen.models import Dokumen
from docservice.naskah import render
from docservice.naskah.models import Naskah, NomorRegister, Upaya
from docservice.naskah.rekonsiliasi import rekonsiliasi
from docservice.naskah.status import StatusNaskah, StatusNomor, StatusUpaya
from docservice.naskah.tanda_tangan import kerjakan, siapkan
from docservice.umum.errors import SudahBerubah
from signing import Outcome, OutcomeStatus, Secret, SigningRequest
from tests.docservice.bersama import KantorUji
from tests.docservice.naskah.alat import PASSPHRASE, SEKDA, segar, siap, tak_terjadi, tanda_tangani
from tests.docservice.naskah.penanda_tiruan import asli, pasang, tak_tahu

pytestmark = pytest.mark.django_db
N = StatusNaskah


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
