"""A decree signed with a key that never leaves its token: the same record, the same refusals."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from docservice.arsip.kesehatan import BAIK, MATI, periksa_semua
from docservice.naskah import penyedia
from docservice.naskah.models import Naskah, NomorRegister
from docservice.naskah.status import StatusNaskah, StatusNomor, StatusUpaya
from docservice.umum.errors import SementaraTerganggu
from signing import DevPki, Person, validate
from tests.docservice.bersama import KantorUji
from tests.docservice.naskah.alat import SEKDA, isi, segar, tanda_tangani
from tests.server import softhsm

pytestmark = pytest.mark.django_db


@cache
def token(nip: str, nama: str) -> softhsm.Token:
    """The official's key is made once in a process, as it is in life."""
    ada = softhsm.siapkan()
    ada.pemegang(DevPki.load(settings.PKI_DIR), Person(nip, nama, nip=nip))
    return ada


@pytest.fixture
def bertoken(kantor: KantorUji, settings: Any) -> softhsm.Token:
    ada = token(kantor.nip[SEKDA], kantor.orang(SEKDA).nama)
    settings.SIGNING_URL = f"pkcs11:token={softhsm.NAMA}?module-path={ada.modul}"
    return ada


def keadaan() -> tuple[str, str]:
    bagian = next(b for b in periksa_semua() if b.nama == "Penyedia tanda tangan")
    return bagian.keadaan, bagian.rincian


def test_a_decree_signed_on_a_token_becomes_a_record_at_b_lta(
    kantor: KantorUji, naskah: Naskah, bertoken: softhsm.Token
):
    from docservice.dokumen import gudang

    salah = tanda_tangani(kantor, naskah, passphrase="000000")[0]
    assert (salah.status, salah.kode) == (StatusUpaya.REFUSED, "passphrase_salah")
    upaya = tanda_tangani(kantor, segar(naskah), passphrase=softhsm.PIN)[0]
    assert (upaya.status, upaya.kode) == (StatusUpaya.SIGNED, ""), upaya.pesan
    assert segar(naskah).status == StatusNaskah.TERBIT
    laporan = validate(isi(gudang.arsip(), upaya.hasil_sha256), trust=penyedia.percaya())
    assert [(s.verdict, s.level, s.signer_nip) for s in laporan.signatures] == [("valid", "B-LTA", kantor.nip[SEKDA])]


def test_a_token_that_was_pulled_out_signs_nothing_and_the_decree_waits(
    kantor: KantorUji, naskah: Naskah, bertoken: softhsm.Token
):
    assert keadaan() == (BAIK, "token PKCS#11")
    with bertoken.tercabut() as cabut:
        cabut()
        assert keadaan() == (MATI, "token PKCS#11")
        upaya = tanda_tangani(kantor, naskah, passphrase=softhsm.PIN)[0]
    assert (upaya.status, upaya.kode) == (StatusUpaya.RETRYABLE, "token_tidak_ada")
    assert segar(naskah).status == StatusNaskah.TTE
    assert NomorRegister.objects.get().status == StatusNomor.DIKEMBALIKAN


def test_an_address_with_one_persons_key_is_refused_before_a_number_is_taken(
    kantor: KantorUji, naskah: Naskah, settings: Any, tmp_path: Path
):
    settings.SIGNING_URL = f"pkcs11:token=a;object=b?module-path={tmp_path}/a.so"
    with pytest.raises(SementaraTerganggu, match="belum siap"):
        tanda_tangani(kantor, naskah)
    assert not NomorRegister.objects.exists()
