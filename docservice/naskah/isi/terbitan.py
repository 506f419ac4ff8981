"""The rows of riwayat that decrees other than promotions create when they are issued."""

from __future__ import annotations

from typing import Any

from docservice.naskah.models import Naskah, NomorRegister
from docservice.riwayat.jenis.jabatan import JENJANG

_PELAKSANA, _FUNGSIONAL = "4", "2"
_SEBAB_PENSIUN = {"bup": "1", "aps": "3"}
_CLTN = "1"


def _sk(naskah: Naskah, nomor: NomorRegister) -> dict[str, Any]:
    wewenang = naskah.kewenangan
    return {
        "sk_nomor": nomor.nomor,
        "sk_tanggal": nomor.tanggal,
        "pejabat_penetap": wewenang.jabatan if wewenang else "",
    }


def pelaksana(naskah: Naskah, nomor: NomorRegister) -> tuple[str, dict[str, Any]]:
    """The new post and office of a pelaksana."""
    data = naskah.data
    return "jabatan", {
        **_sk(naskah, nomor),
        "jenis_perubahan": "pindah",
        "jenis_jabatan": _PELAKSANA,
        "nama_jabatan": data["jabatan_baru"],
        "unit_kerja": data["unit_baru"],
        "tmt_jabatan": data["tmt"],
    }


def jf(naskah: Naskah, nomor: NomorRegister) -> tuple[str, dict[str, Any]]:
    """The functional post with its level."""
    data = naskah.data
    jenjang = next(kode for kode, nama in JENJANG.items() if nama == data["jenjang"])
    return "jabatan", {
        **_sk(naskah, nomor),
        "jenis_perubahan": "angkat",
        "jenis_jabatan": _FUNGSIONAL,
        "jenjang": jenjang,
        "nama_jabatan": f"{data['jf_nama']} {data['jenjang']}",
        "unit_kerja": data["unit_kerja"],
        "tmt_jabatan": data["tmt"],
    }


def cltn(naskah: Naskah, nomor: NomorRegister) -> tuple[str, dict[str, Any]]:
    """The leave outside the state's burden, with BKN's consent."""
    data, setuju = naskah.data, naskah.data["persetujuan_bkn"]
    return "cltn", {
        **_sk(naskah, nomor),
        "jenis": _CLTN,
        "mulai": data["mulai"],
        "selesai": data["selesai"],
        "no_pertek_bkn": setuju["nomor"],
        "tgl_pertek_bkn": setuju["tanggal"],
    }


def pensiun(naskah: Naskah, nomor: NomorRegister) -> tuple[str, dict[str, Any]]:
    """The end of service."""
    data = naskah.data
    return "pemberhentian", {
        **_sk(naskah, nomor),
        "jenis": _SEBAB_PENSIUN[data.get("jenis", "bup")],
        "tmt": data["tmt_pensiun"],
    }
