"""A backup that was restored elsewhere is the same archive: rows, journal, files, search (BABEL 19(3), 27(2)e)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from docservice.arsip.cadangan import CadanganGagal, cadangkan
from docservice.audit.models import Jejak
from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen
from storage import KeyRing, add_key
from tests.docservice.bersama import lingkungan_anak
from tests.docservice.dokumen.alat import kartu_tetap, olah
from tests.docservice.factories import JenisDokumenFactory, PegawaiFactory, PenugasanFactory

pytestmark = pytest.mark.django_db(transaction=True)
TANYA = """
import json
from docservice.akun.models import Pengguna
from docservice.arsip.keutuhan import periksa_keutuhan
from docservice.arsip.pencarian import cari
from docservice.audit.jurnal import periksa
from docservice.audit.models import Jejak
from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen
orang = Pengguna.objects.get(nip="199710022022021913")
print(json.dumps({
    "dokumen": Dokumen.objects.count(),
    "jurnal": Jejak.objects.latest("nomor").hash,
    "rusak": [str(satu) for satu in (*periksa(), *periksa_keutuhan())],
    "berkas": sorted(gudang.arsip().digests()),
    "cari": cari(orang, "kartu").jumlah,
}))
"""


@dataclass(frozen=True)
class Tempat:
    """Another installation: its own folder, database and index."""

    folder: Path
    basis_data: str

    def jalankan(self, *perintah: str) -> subprocess.CompletedProcess[str]:
        lain = {
            "VAR_DIR": str(self.folder),
            "DATABASE_URL": self.basis_data,
            "STORAGE_URL": (self.folder / "berkas").as_uri(),
        }
        argumen = [sys.executable, "-W", "ignore", "manage.py", *perintah]
        lingkungan = lingkungan_anak(**lain)
        return subprocess.run(
            argumen, env=lingkungan, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False
        )


@pytest.fixture
def arsip() -> None:
    """One paper that went through the real pipeline, and one that still waits for its scan."""
    PegawaiFactory(pengguna__nip="199710022022021913")
    PenugasanFactory()
    JenisDokumenFactory()
    for toko in (gudang.masuk(), gudang.arsip(), gudang.karantina(), gudang.kerja()):
        toko.sweep_orphans(lambda sidik: False, older_than=timedelta(0))  # what earlier tests left
    kartu_tetap()
    olah()


@pytest.fixture
def cadangan(arsip: None, tmp_path: Path) -> Path:
    tujuan = tmp_path / "cadangan"
    call_command("backup", str(tujuan), stdout=StringIO())
    return tujuan


@pytest.fixture
def tempat(tmp_path: Path, transactional_db: None) -> Iterator[Tempat]:
    folder = tmp_path / "baru"
    folder.mkdir()
    shutil.copy(settings.STORAGE_KEYS, folder / "kunci-berkas")
    if connection.vendor == "sqlite":
        yield Tempat(folder, f"sqlite:///{folder}/db.sqlite3")
        return
    isi, nama = connection.settings_dict, f"pulih_{os.getpid()}"
    with connection.cursor() as kursor:
        kursor.execute(f'CREATE DATABASE "{nama}"')
    yield Tempat(folder, f"postgres://{isi['USER']}@{isi['HOST']}:{isi['PORT']}/{nama}")
    with connection.cursor() as kursor:
        kursor.execute(f'DROP DATABASE "{nama}" WITH (FORCE)')


@pytest.mark.dua_ukuran
@pytest.mark.syarat("BABEL-19-3a", "BABEL-19-3b", "BABEL-27-2e")
def test_a_restored_backup_is_the_same_archive(cadangan: Path, tempat: Tempat):
    hasil = tempat.jalankan("restore", str(cadangan))
    assert hasil.returncode == 0, hasil.stderr
    assert "1 dokumen" in hasil.stdout
    assert Jejak.objects.latest("nomor").aksi == "cadangan.dibuat"
    isi = json.loads(tempat.jalankan("shell", "--no-imports", "-c", TANYA).stdout)
    assert isi == {
        "dokumen": 1,
        "jurnal": Jejak.objects.latest("nomor").hash_sebelum,  # the last entry says that the copy was made
        "rusak": [],
        "berkas": sorted(gudang.arsip().digests()),
        "cari": 1,
    }


def test_a_backup_with_a_damaged_file_is_not_called_restored(cadangan: Path, tempat: Tempat):
    sidik = Dokumen.objects.get().versi_terkini.sha256
    (path,) = (cadangan / "berkas" / "arsip").rglob(sidik)
    path.write_bytes(b"%PDF-1.7 lain")
    hasil = tempat.jalankan("restore", str(cadangan))
    assert hasil.returncode != 0
    assert "tidak utuh" in hasil.stderr


def test_a_backup_whose_journal_was_cut_is_not_called_restored(cadangan: Path, tempat: Tempat):
    isi = json.loads((cadangan / "isi.json").read_text())
    isi["jurnal"]["nomor"] += 1
    (cadangan / "isi.json").write_text(json.dumps(isi))
    hasil = tempat.jalankan("restore", str(cadangan))
    assert hasil.returncode != 0
    assert "Jurnal" in hasil.stderr


def test_a_backup_holds_no_key_and_is_not_restored_without_it(
    cadangan: Path, tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
):
    kunci = settings.STORAGE_KEYS.read_bytes()
    assert not any(kunci in jalur.read_bytes() for jalur in cadangan.rglob("*") if jalur.is_file())
    add_key(tmp_path / "kunci-lain")
    monkeypatch.setattr(gudang, "kunci", lambda: KeyRing.read(tmp_path / "kunci-lain"))
    with pytest.raises(CommandError, match="Salin berkas kunci dari instalasi asal"):
        call_command("restore", str(cadangan), stdout=StringIO())


def test_restoring_over_a_living_archive_is_refused(cadangan: Path):
    with pytest.raises(CommandError, match="sudah berisi dokumen"):
        call_command("restore", str(cadangan), stdout=StringIO())
    assert Dokumen.objects.count() == 1


def test_a_backup_never_overwrites_another(arsip: None, tmp_path: Path):
    (tmp_path / "ada.txt").write_text("x")
    with pytest.raises(CadanganGagal, match="tidak kosong"):
        cadangkan(tmp_path)


def test_a_backup_of_another_database_engine_is_refused(cadangan: Path):
    isi = json.loads((cadangan / "isi.json").read_text())
    (cadangan / "isi.json").write_text(json.dumps({**isi, "mesin": "oracle"}))
    with pytest.raises(CommandError, match="Cadangan dibuat dari oracle"):
        call_command("restore", str(cadangan), stdout=StringIO())
