"""Two offices with twin people and papers, and a client for each person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from rest_framework.test import APIClient

from docservice.akun.models import Pengguna
from docservice.akun.penugasan import BERUNIT
from docservice.akun.peran import Peran
from docservice.pegawai.models import Pegawai, UnitKerja
from tests.docservice.factories import PegawaiFactory, PenugasanFactory, UnitKerjaFactory, token_untuk

TUS = {
    "Tus-Resumable": "1.0.0",
    "Upload-Length": "9",
    "Upload-Offset": "0",
    "Upload-Metadata": "filename ay5wZGY=",  # k.pdf
}


class KlienApi(APIClient):
    """Speaks to the API as one person."""

    def generic_isi(self, cara: str, alamat: str, isi: dict[str, Any], bentuk: str = "json") -> Any:
        if "/kiriman/" in alamat:  # speaks in headers (tus)
            return self.generic(cara, alamat, "%PDF-1.7 ", "application/offset+octet-stream", headers=TUS)
        return getattr(self, cara.lower())(alamat, isi, format=bentuk)


def badan(jawaban: Any) -> bytes:
    """The whole body, streamed or not."""
    return b"".join(jawaban) if jawaban.streaming else bytes(jawaban.content)


Klien = Callable[..., KlienApi]


@dataclass
class Kantor:
    """``orang`` by role; *lain* belong to the other unit."""

    unit: UnitKerja
    unit_lain: UnitKerja
    orang: dict[str, Pegawai] = field(default_factory=dict)

    def akun(self, nama: str) -> Pengguna:
        pengguna = self.orang[nama].pengguna
        assert pengguna is not None
        return Pengguna.objects.get(pk=pengguna.pk)


@pytest.fixture
def kantor(db: None) -> Kantor:
    provinsi = UnitKerjaFactory.create(nama="Provinsi Uji")
    kantor = Kantor(UnitKerjaFactory.create(induk=provinsi), UnitKerjaFactory.create(induk=provinsi))
    for nama, unit in (
        ("pemilik", kantor.unit),
        ("rekan", kantor.unit),
        ("orang_lain", kantor.unit_lain),
        ("fasilitator", kantor.unit),
        ("fasilitator_lain", kantor.unit_lain),
        ("administrator", provinsi),
        ("staf_arsip", provinsi),
        ("pejabat", provinsi),
        ("pemaraf", provinsi),
    ):
        kantor.orang[nama] = PegawaiFactory.create(unit=unit, pengguna__nama=f"{nama.replace('_', ' ').title()} Uji")
    _tugaskan(kantor)
    return kantor


def _tugaskan(kantor: Kantor) -> None:
    for nama, peran, unit in (
        ("fasilitator", Peran.FASILITATOR, kantor.unit),
        ("fasilitator_lain", Peran.FASILITATOR, kantor.unit_lain),
        ("administrator", Peran.ADMINISTRATOR, None),
        ("staf_arsip", Peran.STAF_ARSIP, None),
        ("pejabat", Peran.PEJABAT, None),
    ):
        PenugasanFactory.create(pengguna=kantor.akun(nama), peran=peran, unit=unit)


@pytest.fixture
def klien() -> Klien:
    """A client of this person; further arguments are the token's scopes."""

    def buat(pengguna: Pengguna | None = None, *cakupan: str) -> KlienApi:
        klien = KlienApi()
        if pengguna is not None:
            klien.credentials(HTTP_AUTHORIZATION=f"Bearer {token_untuk(pengguna, *cakupan)}")
        return klien

    return buat


@pytest.fixture
def kantor_lengkap(kantor: Kantor) -> Kantor:
    """With one person for each of the remaining roles, and a head of the other office too."""
    for nama, unit in (
        ("kepala_pd", kantor.unit),
        ("kepala_pd_lain", kantor.unit_lain),
        ("atasan_langsung", kantor.unit),
        ("kepala_bkpsdm", kantor.unit_lain),
        ("ppk", kantor.unit_lain),
        ("diskominfo", kantor.unit_lain),
        ("auditor_internal", kantor.unit_lain),
    ):
        peran = Peran(nama.removesuffix("_lain"))
        kantor.orang[nama] = PegawaiFactory.create(unit=unit, pengguna__nama=f"{nama} Uji")
        PenugasanFactory.create(pengguna=kantor.akun(nama), peran=peran, unit=unit if peran in BERUNIT else None)
    return kantor


def kirim(klien: KlienApi, jalur: str, **isi: Any) -> Any:
    return klien.post(f"/api/v1/{jalur}", isi, format="json")


@pytest.fixture
def petugas(kantor: Kantor, klien: Klien) -> KlienApi:
    return klien(kantor.akun("fasilitator"))


@pytest.fixture
def pemilik(kantor: Kantor, klien: Klien) -> KlienApi:
    return klien(kantor.akun("pemilik"))


@pytest.fixture
def admin(kantor: Kantor, klien: Klien) -> KlienApi:
    return klien(kantor.akun("administrator"))
