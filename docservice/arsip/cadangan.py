"""Backup and restore: database first, blobs second, so that every row in the copy has its blob.

Blobs travel as they are stored. The keys that open sealed ones are never in the copy; it names those it needs.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, connections, transaction
from django.utils import timezone

from docservice.audit.jurnal import catat
from docservice.audit.jurnal import periksa as periksa_jurnal
from docservice.audit.models import KepalaJurnal
from docservice.dokumen import gudang
from docservice.dokumen.models import Dokumen
from storage import Shelf, copy_all, shelf_at


class CadanganGagal(Exception):
    """The copy could not be made or proven."""


def cadangkan(tujuan: Path) -> dict[str, Any]:
    """Write ``basisdata``, ``berkas/`` and ``isi.json`` into the new folder *tujuan*; returns the summary."""
    if tujuan.exists() and any(tujuan.iterdir()):
        raise CadanganGagal(f"Folder {tujuan} tidak kosong.")
    tujuan.mkdir(parents=True, exist_ok=True)
    kepala = KepalaJurnal.objects.filter(pk=1).first()
    _salin_basisdata(tujuan)
    for nama in gudang.NAMA:  # what comes in first: it moves on while we copy, and is then met again
        copy_all(gudang.rak(nama), _salinan(tujuan, nama))
    isi = {
        "waktu": timezone.now().isoformat(),
        "mesin": connection.vendor,
        "dokumen": Dokumen.objects.count(),
        "jurnal": {"nomor": kepala.nomor, "hash": kepala.hash} if kepala else None,
        "kunci": gudang.kunci().kids,
    }
    (tujuan / "isi.json").write_text(json.dumps(isi, indent=1))
    with transaction.atomic():
        catat("cadangan.dibuat", by=None, objek="cadangan", dokumen=isi["dokumen"])
    return isi


def pulihkan(sumber: Path) -> dict[str, Any]:
    """Put a copy into an empty installation and prove it: rows, journal head, every blob."""
    from docservice.arsip.keutuhan import periksa_keutuhan
    from docservice.dokumen.indeks import bangun_ulang

    isi: dict[str, Any] = json.loads((sumber / "isi.json").read_text())
    if isi["mesin"] != connection.vendor:
        raise CadanganGagal(f"Cadangan dibuat dari {isi['mesin']}, basis data ini {connection.vendor}.")
    if asing := set(isi["kunci"]) - set(gudang.kunci().kids):
        raise CadanganGagal(
            f"Kunci berkas {', '.join(sorted(asing))} tidak ada di {settings.STORAGE_KEYS}. Salin berkas kunci dari "
            "instalasi asal, lalu ulangi."
        )
    if _berisi():
        raise CadanganGagal("Instalasi ini sudah berisi dokumen. Pulihkan hanya ke instalasi yang kosong.")
    _pulihkan_basisdata(sumber)
    for nama in gudang.NAMA:
        copy_all(_salinan(sumber, nama), gudang.rak(nama))
    kepala = KepalaJurnal.objects.filter(pk=1).first()
    if isi["jurnal"] and (kepala is None or kepala.nomor < isi["jurnal"]["nomor"]):
        raise CadanganGagal("Jurnal di cadangan lebih pendek dari yang dicatat.")
    if rusak := [*periksa_jurnal(), *periksa_keutuhan()]:
        raise CadanganGagal(f"Cadangan tidak utuh: {rusak[0]}")
    return isi | {"indeks": bangun_ulang()}


def _berisi() -> bool:
    """A database whose tables are not there yet is empty too."""
    try:
        return Dokumen.objects.exists()
    except DatabaseError:
        return False


def _salinan(folder: Path, nama: str) -> Shelf:
    return shelf_at((folder / "berkas").resolve().as_uri(), nama)


def _salin_basisdata(tujuan: Path) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(tujuan / "basisdata.sqlite3")])
        return
    _jalankan("pg_dump", "--format=custom", f"--file={tujuan / 'basisdata.dump'}", f"--dbname={_alamat_pg()}")


def _pulihkan_basisdata(sumber: Path) -> None:
    if connection.vendor == "sqlite":
        nama = Path(settings.DATABASES["default"]["NAME"])
        connections.close_all()
        for sisa in nama.parent.glob(f"{nama.name}-*"):
            sisa.unlink()
        shutil.copyfile(sumber / "basisdata.sqlite3", nama)
        return
    _jalankan("pg_restore", "--clean", "--if-exists", f"--dbname={_alamat_pg()}", str(sumber / "basisdata.dump"))


def _alamat_pg() -> str:
    isi = settings.DATABASES["default"]
    return f"postgresql://{isi['USER']}:{isi['PASSWORD']}@{isi['HOST']}:{isi['PORT']}/{isi['NAME']}"


def _jalankan(*perintah: str) -> None:
    program = shutil.which(perintah[0]) or _program_pg(perintah[0])
    hasil = subprocess.run([program, *perintah[1:]], capture_output=True, text=True, check=False)
    if hasil.returncode:
        raise CadanganGagal(f"{perintah[0]}: {hasil.stderr.strip()[-300:]}")


def _program_pg(nama: str) -> str:
    calon = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{nama}"))
    if not calon:
        raise CadanganGagal(f"Program {nama} tidak ada. Pasang paket klien PostgreSQL.")
    return str(calon[-1])
