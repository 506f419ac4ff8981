"""Fixity: one flipped bit and one missing file are found, named and journalled."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from docservice.arsip.keutuhan import periksa_keutuhan
from docservice.audit.models import Jejak
from docservice.dokumen import gudang
from docservice.dokumen.models import Halaman
from tests.docservice.factories import DokumenFactory

pytestmark = pytest.mark.django_db


def letak(sidik: str) -> Path:
    with gudang.arsip().local_path(sidik) as path:
        return path


@pytest.fixture
def sidik() -> str:
    """The bytes of one document among three."""
    return [DokumenFactory.create().versi_terkini.sha256 for _ in range(3)][1]


@pytest.fixture
def terbalik(sidik: str) -> str:
    path = letak(sidik)
    isi = bytearray(path.read_bytes())
    isi[len(isi) // 2] ^= 1
    path.chmod(0o600)
    path.write_bytes(isi)
    return sidik


@pytest.mark.syarat("BABEL-26-4")
def test_an_untouched_archive_is_whole(sidik: str):
    kata = StringIO()
    call_command("fixity", "--json", stdout=kata)
    assert json.loads(kata.getvalue()) == {"diperiksa": 6, "temuan": []}  # three files, three page images


def test_one_flipped_bit_is_found_and_journalled(terbalik: str):
    assert [(t.sha256, t.jenis) for t in periksa_keutuhan()] == [(terbalik, "rusak")]
    assert Jejak.objects.get(aksi="keutuhan.rusak").objek == f"blob:{terbalik}"


def test_a_missing_file_is_found_and_journalled(sidik: str):
    letak(sidik).unlink()
    assert [(t.sha256, t.jenis) for t in periksa_keutuhan()] == [(sidik, "hilang")]
    assert Jejak.objects.get(aksi="keutuhan.hilang").objek == f"blob:{sidik}"


def test_a_damaged_page_image_is_found_too(sidik: str):
    gambar = Halaman.objects.order_by("pk").values_list("gambar", flat=True)[0]
    letak(gambar).write_bytes(b"RIFF lain")
    assert [t.sha256 for t in periksa_keutuhan()] == [gambar]


def test_the_command_fails_and_names_what_it_found(terbalik: str):
    kata = StringIO()
    with pytest.raises(CommandError, match=f"rusak {terbalik[:16]}"):
        call_command("fixity", "--json", stdout=kata)
    assert json.loads(kata.getvalue())["temuan"] == [{"sha256": terbalik, "jenis": "rusak"}]


def test_the_same_bytes_uploaded_again_heal_the_damage(terbalik: str):
    from io import BytesIO

    from docservice.dokumen.models import VersiDokumen

    pk = VersiDokumen.objects.get(sha256=terbalik).dokumen_id
    gudang.arsip().put(BytesIO(f"%PDF-1.7 berkas {pk}".encode()))
    assert list(periksa_keutuhan()) == []
