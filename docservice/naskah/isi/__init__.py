"""Each kind's own part, one module per kind of naskah, named in ``JENIS``; rooms above add theirs with ``daftarkan``.

A module has ``DOKUMEN`` (the kind of document it becomes), ``BOLEH_DIUBAH`` (what its drafter may change), ``minor``
and ``ringkas`` (of one naskah: its place in the archive, a few words for the tray) and ``terbit`` (what follows its
issue). Kinds that come from a request also have ``isi``: the data of the draft. A letter that holds from the day it is
signed has ``basi``, a kind whose number an office need not think about ``NOMOR``: classification and series.
"""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from docservice.layanan.models import Permohonan
from docservice.naskah.isi import ba_sesi_verifikasi, kenaikan_pangkat
from docservice.naskah.isi.fakta import golongan_wewenang as golongan_wewenang
from docservice.naskah.isi.layanan import MENURUT_JENIS, hasil_untuk
from docservice.naskah.models import Kewenangan, Naskah
from templates_sk import Kind, tembusan_baku

_PANGKAT = "l"
JENIS: dict[str, Any] = {
    **MENURUT_JENIS,
    "ba_sesi_verifikasi": ba_sesi_verifikasi,
    "sk_kenaikan_pangkat": kenaikan_pangkat,
}


def jenis_untuk(permohonan: Permohonan) -> str:
    """The kind of naskah this request ends with. Raises BelumLengkap for one its service does not give."""
    if permohonan.layanan_id == _PANGKAT:
        return permohonan.layanan.jenis_naskah
    return hasil_untuk(permohonan).jenis


def daftarkan(jenis: str, modul: Any) -> None:
    """A kind whose consequences lie in a room above this one."""
    JENIS[jenis] = modul


def basi(naskah: Naskah, hari: date) -> str:
    """Why a letter must be drawn again before it is signed on *hari*; empty when it need not."""
    periksa = getattr(JENIS[naskah.jenis], "basi", None)
    return periksa(naskah, hari) if periksa else ""


def isi_naskah(permohonan: Permohonan, kewenangan: Kewenangan, kata: Kind) -> dict[str, Any]:
    """The data of the draft, from validated rows, the authority in force and the copies its wording names."""
    data: dict[str, Any] = JENIS[kata.code].isi(permohonan, kewenangan)
    if tembusan := tembusan_baku(kata, SimpleNamespace(**data)):
        data["tembusan"] = tembusan
    return data


def ubah_isi(naskah: Naskah, perubahan: dict[str, Any]) -> dict[str, Any]:
    """What the drafter may change, and nothing else; leaving out what was never there is no change."""
    dapat, data = JENIS[naskah.jenis].BOLEH_DIUBAH, naskah.data
    boleh = {k: v for k, v in perubahan.items() if k in dapat and (k in data or v is not None)}
    return {**naskah.data, **boleh}


def siap_terbit(naskah: Naskah) -> None:
    """Raises IsianSalah when what follows the issue could not be written: after the signature it is too late."""
    if periksa := getattr(JENIS[naskah.jenis], "siap_terbit", None):
        periksa(naskah)
