"""The golongan of a person: from the rank rows of a PNS (III/a), from the contract of a PPPK (IX; PP 49/2018)."""

from __future__ import annotations

from docservice.pegawai.models import Pegawai
from docservice.riwayat.kini import kini


def jenis_golongan(pegawai: Pegawai) -> str:
    """The kind of row that names it."""
    return "kontrak_pppk" if pegawai.jenis_asn == Pegawai.JenisAsn.PPPK else "golongan"


def golongan_berlaku(pegawai: Pegawai) -> str:
    """The one in force; empty while no row that names it is validated."""
    baris = kini(pegawai, jenis_golongan(pegawai))
    return str(baris.data["golongan"]) if baris else ""
