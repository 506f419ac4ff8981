"""Decisions at the desk, as a fasilitator makes them."""

from __future__ import annotations

from typing import Any

from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import Basis
from docservice.pegawai.models import UnitKerja
from docservice.verifikasi import actions
from docservice.verifikasi.models import Alasan, Verifikasi
from tests.docservice.bersama import KantorUji
from tests.docservice.factories import PenugasanFactory

FASILITATOR, ADMINISTRATOR = 15, 5


def sahkan(kantor: KantorUji, dokumen: Dokumen, oleh: int = FASILITATOR, **lain: Any) -> Verifikasi:
    isi: dict[str, Any] = {"basis": Basis.ASLI, "halaman_dilihat": [1], "sha256": dokumen.versi_terkini.sha256}
    return actions.verifikasi(by=kantor.akun(oleh), dokumen=dokumen, **(isi | lain))


def balikkan(kantor: KantorUji, dokumen: Dokumen, oleh: int = FASILITATOR, **lain: Any) -> Verifikasi:
    isi: dict[str, Any] = {"alasan": [(1, Alasan.BURAM)], "catatan": "", "sha256": dokumen.versi_terkini.sha256}
    return actions.kembalikan(by=kantor.akun(oleh), dokumen=dokumen, **(isi | lain))


def status(dokumen: Dokumen) -> str:
    return Dokumen.objects.get(pk=dokumen.pk).status


def rekan_baru(kantor: KantorUji, nomor: int = 21) -> None:
    """A second fasilitator of Bappeda."""
    bappeda = UnitKerja.objects.get(singkatan="BAPPEDA")
    PenugasanFactory(pengguna=kantor.akun(nomor), peran="fasilitator", unit=bappeda)
