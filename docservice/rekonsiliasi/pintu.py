"""*Data BKN benar*: the person is asked to prove it by the ordinary door. Nothing validated is touched here."""

from __future__ import annotations

from collections.abc import Sequence

from docservice.akun.models import Pengguna
from docservice.rekonsiliasi.bidang import KEBERADAAN, MENURUT_KODE
from docservice.rekonsiliasi.models import Beda, OrangRekonsiliasi, Rekonsiliasi
from docservice.riwayat.jenis.perbaikan_data import KOSONGKAN
from docservice.riwayat.permintaan import siapkan_perbaikan
from docservice.umum.waktu import tanggal_panjang

PPPK = {("golongan", "golongan"): ("kontrak_pppk", "golongan"), ("golongan", "tmt_golongan"): ("kontrak_pppk", "mulai")}
"""Their golongan stands in the contract."""


def buka_usulan(*, by: Pengguna, rekonsiliasi: Rekonsiliasi, orang: OrangRekonsiliasi, beda: Sequence[Beda]) -> None:
    """One draft per kind of riwayat for all of *beda*, noted on each; somebody who is missing has no door."""
    per_jenis: dict[str, list[tuple[str, Beda]]] = {}
    for satu in beda:
        if satu.bidang != KEBERADAAN:
            jenis, isian = _pintu(orang, satu)
            per_jenis.setdefault(jenis, []).append((isian, satu))
    if orang.pegawai is None:
        return
    for jenis, isi in per_jenis.items():
        label = ", ".join(MENURUT_KODE[satu.bidang].label for _, satu in isi)
        catatan = f"Menurut data BKN per {tanggal_panjang(rekonsiliasi.per_tanggal)} berbeda: {label}."
        catatan += " Periksa isinya, lampirkan buktinya, lalu ajukan."
        data = {isian: _nilai(satu) for isian, satu in isi if not MENURUT_KODE[satu.bidang].sandi}
        if jenis == "perbaikan_data":
            data["alasan"] = f"Sesuai data BKN per {tanggal_panjang(rekonsiliasi.per_tanggal)}"
        if jenis == "unor":
            data["unit_lama"] = orang.pegawai.unit.nama
        usulan = siapkan_perbaikan(by=by, pegawai=orang.pegawai, jenis=jenis, data=data, catatan=catatan)
        for _, satu in isi:
            satu.usulan = usulan


def _pintu(orang: OrangRekonsiliasi, beda: Beda) -> tuple[str, str]:
    pintu = MENURUT_KODE[beda.bidang].pintu
    return PPPK.get(pintu, pintu) if orang.pegawai and orang.pegawai.jenis_asn == "PPPK" else pintu


def _nilai(beda: Beda) -> str:
    return beda.bkn or (KOSONGKAN if beda.bidang.startswith("gelar") else "")
