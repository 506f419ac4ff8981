"""What is confidential lies encrypted: while it waits, in the archive, its page images and the quarantine."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import Kelas
from storage import BlobStore, KeyRing
from tests.docservice.dokumen.alat import gudang_sendiri


def baca(toko: BlobStore, sidik: str) -> bytes:
    with toko.open(sidik) as isi:
        return isi.read()


def isi_disk(nama: str) -> list[bytes]:
    akar = gudang._akar() / nama
    return [jalur.read_bytes() for jalur in akar.rglob("*") if jalur.is_file()]


STORES = [("masuk", gudang.masuk), ("karantina", gudang.karantina), ("bagian", gudang.bagian), ("kerja", gudang.kerja)]


@pytest.mark.parametrize(("nama", "toko"), STORES)
def test_what_waits_is_drafted_or_quarantined_cannot_be_read_on_the_disk(nama, toko) -> None:
    sidik = toko().put([b"gaji pokok rahasia " + nama.encode()]).sha256
    assert baca(toko(), sidik).startswith(b"gaji pokok")
    assert not any(b"gaji pokok rahasia " + nama.encode() in isi for isi in isi_disk(nama))


def test_the_archive_closes_only_what_is_confidential_and_reads_both() -> None:
    terbuka = gudang.arsip().put([b"ijazah biasa"]).sha256
    rahasia = gudang.arsip(rahasia=True).put([b"hukuman disiplin"]).sha256
    for toko in (gudang.arsip(), gudang.arsip(rahasia=True)):
        assert [baca(toko, sidik) for sidik in (terbuka, rahasia)] == [b"ijazah biasa", b"hukuman disiplin"]
    assert any(b"ijazah biasa" in isi for isi in isi_disk("arsip"))
    assert not any(b"hukuman disiplin" in isi for isi in isi_disk("arsip"))


def test_only_the_secret_class_is_confidential() -> None:
    assert [kelas for kelas in Kelas if Dokumen(kelas=kelas).rahasia] == [Kelas.RAHASIA]


def test_the_key_file_is_private() -> None:
    gudang.masuk()
    assert settings.STORAGE_KEYS.stat().st_mode & 0o777 == 0o600
    assert KeyRing.read(settings.STORAGE_KEYS).current


def test_drafts_that_were_stored_open_are_closed_by_a_command(settings: Any, tmp_path: Path) -> None:
    with gudang_sendiri(settings, tmp_path):
        settings.STORAGE_ENCRYPT = "tidak"
        sidik = gudang.kerja().put([b"draf hukuman disiplin"]).sha256
        assert any(b"draf hukuman" in isi for isi in isi_disk("kerja"))
        settings.STORAGE_ENCRYPT = "rahasia"
        gudang.kerja.cache_clear()
        kata = StringIO()
        for _ in range(2):
            call_command("segel_kerja", stdout=kata)
        assert kata.getvalue().split() == ["1", "berkas", "disandikan.", "0", "berkas", "disandikan."]
        assert not any(b"draf hukuman" in isi for isi in isi_disk("kerja"))
        assert baca(gudang.kerja(), sidik) == b"draf hukuman disiplin"
