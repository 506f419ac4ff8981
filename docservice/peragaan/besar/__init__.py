"""A region as large as a real one, made by chance from a fixed seed: to see every page with its true weight.

Rows go in by bulk, without the walk each would take in life; the journal says once that they were made up.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from docservice.audit.jurnal import catat
from docservice.pegawai.models import UnitKerja
from docservice.peragaan.besar.arsip import buat_dokumen
from docservice.peragaan.besar.lembaran import buat_lembaran
from docservice.peragaan.besar.orang import buat_orang, buat_unit
from docservice.peragaan.besar.riwayat import buat_riwayat

PENANDA = "OPD01"
"""Abbreviation of the first office that is made up; where it stands, nothing is left to do."""


def bangun_besar(pegawai: int, dokumen: int, lapor: Callable[[str], None]) -> bool:
    """*pegawai* people beside the named ones with *dokumen* papers between them; False when they are there already."""
    if UnitKerja.objects.filter(singkatan=PENANDA).exists():
        return False
    lembaran = buat_lembaran(-(-dokumen // pegawai))
    lapor(f"{len(lembaran)} lembar contoh")
    with transaction.atomic():
        unit = buat_unit()
        lapor(f"{len(unit)} unit kerja")
        orang, petugas = buat_orang(unit, pegawai)
        lapor(f"{len(orang)} pegawai, {len(petugas)} fasilitator")
        lapor(f"{buat_riwayat(orang)} baris riwayat")
        lapor(f"{buat_dokumen(orang, petugas, lembaran, dokumen)} dokumen")
        catat("peragaan.besar", by=None, objek="peragaan:besar", pegawai=pegawai, dokumen=dokumen)
    return True
