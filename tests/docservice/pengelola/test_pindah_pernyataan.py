"""Statements made before they were naskah keep their paper, number and every attempt when the tables move."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from docservice.naskah.models import Naskah, NomorRegister, Penghitung, Upaya
from docservice.pengelola.models import Pembekuan, Pernyataan
from tests.docservice.factories import DokumenFactory, PegawaiFactory, PenggunaFactory

pytestmark = pytest.mark.django_db(transaction=True)
pindahkan = import_module("docservice.pengelola.migrations.0003_pindahkan_pernyataan").pindahkan
HARI, BULAN_LALU = date(2026, 10, 20), date(2025, 11, 2)


@pytest.fixture
def dahulu() -> tuple[Any, Any]:
    """The tables as they were: the old apps, and the step that brings them to today."""
    semua = MigrationLoader(connection)
    langkah = semua.get_migration("pengelola", "0004_satu_jalan_tanda_tangan")
    lain = [simpul for simpul in semua.graph.leaf_nodes() if simpul[0] != "pengelola"]  # as they are in this database
    lama = semua.project_state([*lain, ("pengelola", "0003_pindahkan_pernyataan")])
    with connection.schema_editor() as penyusun:
        langkah.unapply(lama.clone(), penyusun)

    def maju() -> None:
        with connection.schema_editor() as penyusun:
            langkah.apply(lama.clone(), penyusun)

    return lama.apps, maju


def test_every_statement_finds_its_place(dahulu: tuple[Any, Any]):
    apps, maju = dahulu
    pegawai = PegawaiFactory.create(pengguna=PenggunaFactory.create())
    dokumen = DokumenFactory.create(pegawai=pegawai)
    Lama, Attempt = apps.get_model("pengelola", "Pernyataan"), apps.get_model("pengelola", "UpayaPernyataan")
    angkat = apps.get_model("pengelola", "Pengangkatan").objects.create(
        pegawai_id=pegawai.pk,
        peran="fasilitator",
        unit_id=pegawai.unit_id,
        status="ditetapkan_sk",
        oleh_id=pegawai.pengguna_id,
    )
    isi = {"pegawai_id": pegawai.pk, "jenis": "pakta_integritas", "sha256": "a" * 64, "kolom": "T", "tanggal": HARI}
    terbit = Lama.objects.create(
        **isi,
        pengangkatan_id=angkat.pk,
        status="terbit",
        nomor="800.1.9.3/0007/PAKTA/2026",
        dokumen_id=dokumen.pk,
        berlaku_sampai=HARI,
    )
    for hasil in ("refused", "signed"):
        Attempt.objects.create(
            pernyataan=terbit, sha256="a" * 64, hasil=hasil, hasil_sha256="b" * 64 if hasil == "signed" else ""
        )
    ragu = Lama.objects.create(
        **isi, pengangkatan_id=angkat.pk, status="tak_pasti", nomor="800.1.9.3/0007/PAKTA/2026", berlaku_sampai=HARI
    )
    Attempt.objects.create(pernyataan=ragu, sha256="a" * 64, hasil="unknown")
    hanya_digambar = Lama.objects.create(**isi, status="siap_tte", nomor="800.1.9.3/0009/PAKTA/2026")
    pindahkan(apps, None)
    maju()
    satu = Pernyataan.objects.get()
    assert (satu.dokumen.pk, satu.pengangkatan_id, satu.berlaku_sampai) == (dokumen.pk, angkat.pk, HARI)
    assert (satu.naskah.status, satu.naskah.rujukan) == ("terbit", f"pakta:{angkat.pk}:1")
    assert list(satu.naskah.upaya.order_by("pk").values_list("status", flat=True)) == ["refused", "signed"]
    menggantung = Naskah.objects.get(rujukan=f"pakta:{angkat.pk}:2")
    assert (menggantung.status, menggantung.upaya.get().status) == ("tak_pasti", "unknown")
    nomor = NomorRegister.objects.order_by("urut").values_list("urut", "nomor", "status")
    assert list(nomor) == [(7, terbit.nomor, "dipakai"), (8, terbit.nomor, "dicadangkan")]
    assert Penghitung.objects.get(lingkup="PAKTA", tahun=2026).terakhir == 8, "no printed number comes twice"
    assert Naskah.objects.count() == 2, hanya_digambar
    assert Upaya.objects.count() == 3
    assert not Pembekuan.objects.exists()
