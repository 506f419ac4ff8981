"""From a request to the data of its decree: one module per kind of naskah, named in ``JENIS``."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from docservice.layanan.models import Permohonan
from docservice.naskah.isi import kenaikan_pangkat
from docservice.naskah.models import Kewenangan, Naskah, NomorRegister
from templates_sk import Kind, tembusan_baku

JENIS: dict[str, Any] = {"sk_kenaikan_pangkat": kenaikan_pangkat}
DOKUMEN_TERBIT = {"sk_kenaikan_pangkat": "SK_KP"}
"""The kind of document each decree becomes."""


def isi_naskah(permohonan: Permohonan, kewenangan: Kewenangan, kata: Kind) -> dict[str, Any]:
    """The data of the draft, from validated rows, the authority in force and the copies its wording names."""
    data: dict[str, Any] = JENIS[permohonan.layanan.jenis_naskah].isi(permohonan, kewenangan)
    if tembusan := tembusan_baku(kata, SimpleNamespace(**data)):
        data["tembusan"] = tembusan
    return data


def ubah_isi(data: dict[str, Any], perubahan: dict[str, Any]) -> dict[str, Any]:
    """What the drafter may change, and nothing else."""
    boleh = {k: v for k, v in perubahan.items() if k in kenaikan_pangkat.BOLEH_DIUBAH}
    return {**data, **boleh}


def riwayat_dari(naskah: Naskah, nomor: NomorRegister) -> tuple[str, dict[str, Any]]:
    """Kind and data of the riwayat row that the issued decree creates."""
    baris: tuple[str, dict[str, Any]] = JENIS[naskah.jenis].riwayat(naskah, nomor)
    return baris
