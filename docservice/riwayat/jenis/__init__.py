"""One schema per kind of riwayat: adding a kind is adding a module like ``golongan.py`` and naming it here."""

from docservice.riwayat.jenis.dasar import JenisRiwayat
from docservice.riwayat.jenis.golongan import GOLONGAN
from docservice.riwayat.jenis.kinerja import KINERJA

SEMUA: dict[str, JenisRiwayat] = {jenis.kode: jenis for jenis in (GOLONGAN, KINERJA)}

__all__ = ["SEMUA", "JenisRiwayat"]
