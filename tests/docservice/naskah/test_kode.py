"""A code sent on request: for whom, how often, and what is said about it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from docservice.audit.models import Jejak
from docservice.naskah import kode
from docservice.naskah.kode import minta_kode
from docservice.naskah.models import Naskah, Upaya
from docservice.naskah.status import StatusUpaya
from docservice.naskah.tanda_tangan import tandatangani
from docservice.umum.errors import BelumLengkap, SementaraTerganggu, TerlaluSering
from signing import DevPki, Secret, simulator_bsre, simulator_csc
from signing.remote.breaker import breaker_of
from signing.simulator_bsre.people import State, nik_of
from tests.docservice.bersama import KantorUji
from tests.docservice.naskah.alat import PASSPHRASE, SEKDA

pytestmark = pytest.mark.django_db
KIRIM = b'name="kirim_kode"'


@pytest.fixture(autouse=True)
def tanpa_jeda_lama(kantor: KantorUji) -> Iterator[None]:
    yield
    cache.delete(kode._kunci(kantor.akun(SEKDA)))


@pytest.fixture
def bsre(kantor: KantorUji, settings: Any, tmp_path: Path) -> Iterator[simulator_bsre.Simulator]:
    office = simulator_bsre.Office(DevPki.load(settings.PKI_DIR), PASSPHRASE)
    with simulator_bsre.Simulator(office) as simulator:
        pakai(settings, tmp_path, f"bsre+{simulator.url}?secret=totp&timeout=20", office.settings)
        dikenal(kantor, settings, {"nik": nik_of(kantor.nip[SEKDA])})
        yield simulator
    breaker_of(simulator.url).succeeded()


@pytest.fixture
def csc(kantor: KantorUji, settings: Any, tmp_path: Path) -> Iterator[simulator_csc.Simulator]:
    office = simulator_csc.Office(DevPki.load(settings.PKI_DIR), PASSPHRASE, simulator_csc.Settings(ways=("OTP",)))
    with simulator_csc.Simulator(office) as simulator:
        pakai(settings, tmp_path, f"csc+{simulator.url}/csc/v2?timeout=20", office.settings)
        dikenal(kantor, settings, {"credential": kantor.nip[SEKDA]})
        yield simulator
    breaker_of(f"{simulator.url}/csc/v2").succeeded()


def pakai(settings: Any, folder: Path, url: str, akun: Any) -> None:
    settings.SIGNING_URL, settings.SIGNING_ACCOUNTS = url, folder
    settings.SIGNING_USER, settings.SIGNING_PASSWORD = akun.user, akun.password


def dikenal(kantor: KantorUji, settings: Any, isi: dict[str, str]) -> None:
    (settings.SIGNING_ACCOUNTS / f"{kantor.nip[SEKDA]}.json").write_text(json.dumps(isi))


def masuk(client: Client, kantor: KantorUji) -> Client:
    client.force_login(kantor.akun(SEKDA))
    return client


def tekan(client: Client, kantor: KantorUji, naskah: Naskah, pilih: bool = True) -> Any:
    pilihan = [f"{naskah.pk}:{naskah.draf_sha256}"] if pilih else []
    return masuk(client, kantor).post(reverse("naskah:baki"), {"naskah": pilihan, "kirim_kode": "1"})


def test_the_tray_sends_a_code_and_the_code_signs(
    bsre: simulator_bsre.Simulator, kantor: KantorUji, naskah: Naskah, client: Client
):
    jawab = tekan(client, kantor, naskah)
    assert jawab.status_code == 200
    halaman = jawab.content.decode()
    assert "Kode untuk 1 naskah sudah diminta" in halaman
    assert "berlakunya hanya sebentar" in halaman
    assert "Kode TOTP</label>" in halaman
    assert f'value="{naskah.pk}:{naskah.draf_sha256}"' in halaman
    assert not Upaya.objects.exists(), "a code signs nothing by itself"
    assert Jejak.objects.get(aksi="naskah.kode_diminta").rincian == {"jumlah": 1}
    penerima, rahasia = bsre.office.mail[-1]
    assert penerima == nik_of(kantor.nip[SEKDA])
    (upaya,) = tandatangani(by=kantor.akun(SEKDA), naskah=[(naskah.pk, naskah.draf_sha256)], passphrase=Secret(rahasia))
    assert upaya.status == StatusUpaya.SIGNED, upaya.pesan


def test_a_second_code_waits(bsre: simulator_bsre.Simulator, kantor: KantorUji, naskah: Naskah, client: Client):
    tekan(client, kantor, naskah)
    kedua = tekan(client, kantor, naskah)
    assert kedua.status_code == 429
    assert "Tunggu" in kedua.content.decode()
    assert len(bsre.office.mail) == 1


def test_no_code_without_a_decree(bsre: simulator_bsre.Simulator, kantor: KantorUji, naskah: Naskah, client: Client):
    jawab = tekan(client, kantor, naskah, pilih=False)
    assert (jawab.status_code, bsre.office.mail) == (422, [])
    assert "Pilih dulu naskah" in jawab.content.decode()


def test_the_provider_s_refusal_is_told_and_may_be_followed_by_another_try(
    bsre: simulator_bsre.Simulator, kantor: KantorUji, settings: Any
):
    dikenal(kantor, settings, {"nik": State.SUSPEND.nik})
    for _ in range(2):
        with pytest.raises(BelumLengkap, match="Kode tidak terkirim"):
            minta_kode(by=kantor.akun(SEKDA), jumlah=1)


def test_a_provider_that_is_away(bsre: simulator_bsre.Simulator, kantor: KantorUji, settings: Any):
    settings.SIGNING_URL = "bsre+http://127.0.0.1:1?secret=totp"
    with pytest.raises(SementaraTerganggu, match="Kode tidak terkirim"):
        minta_kode(by=kantor.akun(SEKDA), jumlah=1)
    breaker_of("http://127.0.0.1:1").succeeded()


def test_a_csc_key_with_a_code(csc: simulator_csc.Simulator, kantor: KantorUji, naskah: Naskah, client: Client):
    halaman = masuk(client, kantor).get(reverse("naskah:baki")).content
    assert KIRIM in halaman
    assert b"PIN atau kode</label>" in halaman
    assert "sudah diminta" in tekan(client, kantor, naskah).content.decode()
    with pytest.raises(TerlaluSering):
        minta_kode(by=kantor.akun(SEKDA), jumlah=1)
    (upaya,) = tandatangani(
        by=kantor.akun(SEKDA), naskah=[(naskah.pk, naskah.draf_sha256)], passphrase=Secret(csc.office.mail[-1][1])
    )
    assert upaya.status == StatusUpaya.SIGNED, upaya.pesan


def test_a_csc_key_with_a_pin_only_says_so(kantor: KantorUji, settings: Any, tmp_path: Path):
    office = simulator_csc.Office(DevPki.load(settings.PKI_DIR), PASSPHRASE, simulator_csc.Settings(pin=PASSPHRASE))
    with simulator_csc.Simulator(office) as simulator:
        pakai(settings, tmp_path, f"csc+{simulator.url}/csc/v2?timeout=20", office.settings)
        dikenal(kantor, settings, {"credential": kantor.nip[SEKDA]})
        assert "tidak memerlukan kode" in minta_kode(by=kantor.akun(SEKDA), jumlah=1)
        assert office.mail == []


def test_a_passphrase_needs_no_button_and_no_code(kantor: KantorUji, naskah: Naskah, client: Client):
    halaman = masuk(client, kantor).get(reverse("naskah:baki")).content
    assert KIRIM not in halaman
    assert b"Passphrase</label>" in halaman
    with pytest.raises(BelumLengkap, match="tidak mengirim kode"):
        minta_kode(by=kantor.akun(SEKDA), jumlah=1)
