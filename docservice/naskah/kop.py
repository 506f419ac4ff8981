"""The letterhead of an office."""

from __future__ import annotations

from docservice.pegawai.models import Daerah, UnitKerja


def kop_surat(unit: UnitKerja) -> dict[str, str]:
    """As ``templates_sk`` wants it; an office without an address of its own stands under the region's seat."""
    daerah = Daerah.ini()
    return {
        "pemerintah": f"PEMERINTAH {daerah.nama.upper()}",
        "instansi": unit.nama.upper(),
        "alamat": unit.alamat or daerah.tempat,
        "kontak": unit.kontak,
    }
