"""A passphrase sent to the API is nowhere afterwards: no row, no file, no log, no answer (Law 7)."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings

from docservice.naskah import api_tanda_tangan
from docservice.naskah.models import NomorRegister
from docservice.umum.errors import SudahBerubah
from signing import Secret
from tests.docservice.api import dunia as pembuat
from tests.docservice.api.conftest import Kantor, Klien

FRASA = "kata-rahasia-yang-unik-7731"


@pytest.fixture
def isi(kantor: Kantor) -> dict[str, Any]:
    siap = pembuat.bangun(kantor).siap
    return {"naskah": [{"naskah": siap.pk, "draf_sha256": siap.draf_sha256}], "passphrase": FRASA}


def test_a_crash_while_signing_tells_the_passphrase_to_nobody(
    kantor: Kantor, klien: Klien, isi: dict[str, Any], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    diterima: list[Secret] = []

    def jatuh(*, passphrase: Secret, **lain: Any) -> None:
        diterima.append(passphrase)
        raise RuntimeError("jatuh di tengah")

    monkeypatch.setattr(api_tanda_tangan, "tandatangani", jatuh)
    caplog.set_level(logging.DEBUG)
    pejabat = klien(kantor.akun("pejabat"))
    pejabat.raise_request_exception = False
    jawaban = pejabat.post("/api/v1/tanda-tangan/", isi, format="json")
    assert jawaban.status_code == 500
    assert jawaban.json()["kode"] == "gangguan"
    assert not diterima[0]  # wiped
    assert FRASA not in jawaban.content.decode() + caplog.text
    assert "jatuh di tengah" in caplog.text
    _tidak_tersimpan()


def test_a_refusal_keeps_no_passphrase_and_takes_no_number(
    kantor: Kantor, klien: Klien, isi: dict[str, Any], caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    isi["naskah"][0]["draf_sha256"] = "0" * 64
    jawaban = klien(kantor.akun("pejabat")).post("/api/v1/tanda-tangan/", isi, format="json")
    assert (jawaban.status_code, jawaban.json()["kode"]) == (409, SudahBerubah.kode)
    assert not NomorRegister.objects.exists()
    assert FRASA not in jawaban.content.decode() + caplog.text
    _tidak_tersimpan()


def test_an_incomplete_form_is_refused_without_repeating_the_passphrase(
    kantor: Kantor, klien: Klien, isi: dict[str, Any]
):
    pejabat = klien(kantor.akun("pejabat"))
    kurang = pejabat.post("/api/v1/tanda-tangan/", {"naskah": [], "passphrase": FRASA * 9}, format="json")
    assert kurang.json()["isian"] == {"naskah": "Tidak boleh kosong.", "passphrase": "Terlalu panjang."}
    assert FRASA not in kurang.content.decode()
    tanpa = pejabat.post("/api/v1/tanda-tangan/", {"naskah": isi["naskah"]}, format="json")
    assert tanpa.json()["isian"] == {"passphrase": "Wajib diisi."}


def test_a_form_body_is_not_taken_because_it_would_be_kept_with_the_fields(
    kantor: Kantor, klien: Klien, isi: dict[str, Any]
):
    jawaban = klien(kantor.akun("pejabat")).post("/api/v1/tanda-tangan/", {"passphrase": FRASA}, format="multipart")
    assert jawaban.status_code == 415


def _tidak_tersimpan() -> None:
    for model in apps.get_models():
        for baris in model._default_manager.values():
            assert FRASA not in str(baris), model
    for berkas in Path(settings.VAR_DIR).rglob("*"):
        if berkas.is_file() and berkas.stat().st_size < 5_000_000:
            assert FRASA.encode() not in berkas.read_bytes(), berkas
