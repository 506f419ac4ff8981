"""One person on both sides: what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docservice.rekonsiliasi.bidang import ADA, KEBERADAAN, MENURUT_KODE, TIDAK_ADA
from docservice.rekonsiliasi.ekspor import OrangBkn
from docservice.rekonsiliasi.kita import Kita
from docservice.rekonsiliasi.models import Beda, OrangRekonsiliasi, Rekonsiliasi

K = OrangRekonsiliasi.Keadaan


def bandingkan(
    rekonsiliasi: Rekonsiliasi, bkn: OrangBkn, kita: Kita | None, kolom: Sequence[str]
) -> tuple[OrangRekonsiliasi, list[Beda]]:
    """Unsaved rows of someone BKN has: the person, and a row per field of *kolom* that differs."""
    orang = OrangRekonsiliasi(rekonsiliasi=rekonsiliasi, nip=bkn.nip, nama=bkn.nama, keadaan=K.HANYA_BKN)
    if kita is None:
        return orang, [_keberadaan(rekonsiliasi, orang, TIDAK_ADA, ADA)]
    orang.pegawai, orang.unit, orang.nama = kita.pegawai, kita.pegawai.unit, kita.pegawai.nama
    beda = [
        Beda(rekonsiliasi=rekonsiliasi, orang=orang, bidang=kode, kita=ini, bkn=itu)
        for kode, ini, itu in perbedaan(bkn, kita, kolom)
    ]
    orang.keadaan = K.BEDA if beda else K.SAMA
    return orang, beda


def perbedaan(bkn: OrangBkn, kita: Kita, kolom: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """(field, ours, BKN's); of sealed numbers only whether there is one."""
    for kode in kolom:
        bidang = MENURUT_KODE[kode]
        ini, itu = bidang.kita(kita), bkn.nilai[kode]
        if bidang.kunci(ini) != bidang.kunci(itu):
            yield (kode, "ada" if ini else "", "ada" if itu else "") if bidang.sandi else (kode, ini[:250], itu)


def hanya_sini(rekonsiliasi: Rekonsiliasi, kita: Kita) -> tuple[OrangRekonsiliasi, list[Beda]]:
    """Someone who works here and whom BKN's export does not name."""
    pegawai = kita.pegawai
    orang = OrangRekonsiliasi(
        rekonsiliasi=rekonsiliasi,
        nip=pegawai.nip,
        nama=pegawai.nama,
        pegawai=pegawai,
        unit=pegawai.unit,
        keadaan=K.HANYA_SINI,
    )
    return orang, [_keberadaan(rekonsiliasi, orang, ADA, TIDAK_ADA)]


def _keberadaan(rekonsiliasi: Rekonsiliasi, orang: OrangRekonsiliasi, kita: str, bkn: str) -> Beda:
    return Beda(rekonsiliasi=rekonsiliasi, orang=orang, bidang=KEBERADAAN, kita=kita, bkn=bkn)
