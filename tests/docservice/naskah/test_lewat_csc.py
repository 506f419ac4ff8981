"""A decree signed by a CSC provider, against the simulator: the same record, the same refusals."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docservice.arsip.kesehatan import BAIK, MATI, periksa_semua
from docservice.naskah import penyedia
from docservice.naskah.models import Naskah, NomorRegister
from docservice.naskah.status import StatusNaskah, StatusNomor, StatusUpaya
from docservice.umum.errors import SementaraTerganggu
from signing import DevPki, validate
from signing.remote.breaker import breaker_of
from signing.simulator_csc import Fault, Office, Settings, Simulator
from tests.docservice.bersama import KantorUji
from tests.docservice.naskah.alat import PASSPHRASE, SEKDA, isi, segar, tanda_tangani

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(kantor: KantorUji, settings: Any, tmp_path: Path) -> Iterator[Simulator]:
    office = Office(DevPki.load(settings.PKI_DIR), PASSPHRASE, Settings(pin=PASSPHRASE))
    with Simulator(office) as simulator:
        settings.SIGNING_URL = f"csc+{simulator.url}/csc/v2?timeout=20"
        settings.SIGNING_USER, settings.SIGNING_PASSWORD = office.settings.user, office.settings.password
        settings.SIGNING_ACCOUNTS = tmp_path
        dikenal(kantor, settings, kantor.nip[SEKDA])
        yield simulator
    breaker_of(f"{simulator.url}/csc/v2").succeeded()


def dikenal(kantor: KantorUji, settings: Any, kunci: str) -> None:
    (settings.SIGNING_ACCOUNTS / f"{kantor.nip[SEKDA]}.json").write_text(json.dumps({"credential": kunci}))


def keadaan() -> tuple[str, str]:
    bagian = next(b for b in periksa_semua() if b.nama == "Penyedia tanda tangan")
    return bagian.keadaan, bagian.rincian


def test_a_decree_signed_by_a_provider_becomes_a_record_at_b_lta(kantor: KantorUji, naskah: Naskah, server: Simulator):
    from docservice.dokumen import gudang

    upaya = tanda_tangani(kantor, naskah)[0]
    assert (upaya.status, upaya.kode) == (StatusUpaya.SIGNED, ""), upaya.pesan
    assert segar(naskah).status == StatusNaskah.TERBIT
    laporan = validate(isi(gudang.arsip(), upaya.hasil_sha256), trust=penyedia.percaya())
    assert [(s.verdict, s.level, s.signer_nip) for s in laporan.signatures] == [("valid", "B-LTA", kantor.nip[SEKDA])]
    assert sum(entry.signed for entry in server.office.entries()) == 1


def test_a_lost_answer_keeps_the_number_and_the_decree_waits_for_a_person(
    kantor: KantorUji, naskah: Naskah, server: Simulator, settings: Any
):
    dikenal(kantor, settings, f"{kantor.nip[SEKDA]}.{Fault.GATEWAY_504}")
    upaya = tanda_tangani(kantor, naskah)[0]
    assert (upaya.status, segar(naskah).status) == (StatusUpaya.UNKNOWN, StatusNaskah.TAK_PASTI)
    assert NomorRegister.objects.get().status == StatusNomor.DICADANGKAN
    assert sum(entry.signed for entry in server.office.entries()) == 1


def test_a_wrong_pin_signs_nothing(kantor: KantorUji, naskah: Naskah, server: Simulator, settings: Any):
    server.office.settings = Settings(pin="111222")
    upaya = tanda_tangani(kantor, naskah)[0]
    assert (upaya.status, upaya.kode) == (StatusUpaya.REFUSED, "passphrase_salah")
    assert sum(entry.signed for entry in server.office.entries()) == 0


def test_the_health_page_knows_whether_the_service_answers_and_knows_us(server: Simulator, settings: Any):
    assert keadaan() == (BAIK, "CSC API v2")
    settings.SIGNING_PASSWORD = "salah"
    assert keadaan() == (MATI, "menolak akun aplikasi")
    settings.SIGNING_URL = "csc+http://127.0.0.1:1"
    assert keadaan() == (MATI, "tidak menjawab")


def test_a_wrong_address_is_refused_before_a_number_is_taken(kantor: KantorUji, naskah: Naskah, settings: Any):
    settings.SIGNING_URL = "csc://nama:sandi@tsp.contoh.id/csc/v2"
    with pytest.raises(SementaraTerganggu, match="belum siap"):
        tanda_tangani(kantor, naskah)
    assert not NomorRegister.objects.exists()
