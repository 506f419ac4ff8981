"""Declared values against the words on the page: green, amber, red. It helps; it never decides (Law 9)."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from docservice.dokumen.models import Dokumen, Isian, VersiDokumen
from docservice.riwayat.kata import kata
from docservice.riwayat.models import Riwayat
from docservice.riwayat.status import StatusRiwayat

MIRIP = 0.8
"""From this likeness a differing reading is *mirip*, below it is not found."""


@dataclass(frozen=True)
class Bidang:
    """One value to compare with the paper."""

    kode: str
    label: str
    nilai: str
    hasil: str
    terbaca: str = ""
    halaman: int = 1
    kotak: tuple[float, ...] = ()

    @property
    def perlu_dicari(self) -> bool:
        """The reader did not find it as declared: a person must look it up on the paper."""
        return self.hasil in ("mirip", "tidak_ditemukan")


def bidang_pencocokan(dokumen: Dokumen, versi: VersiDokumen) -> list[Bidang]:
    """Name and NIP of the owner, and the fields of the proposal this document proves."""
    usulan = Riwayat.objects.filter(bukti__dokumen=dokumen, status=StatusRiwayat.DIAJUKAN).first()
    return bidang_usulan(dokumen, versi, usulan)


def bidang_usulan(dokumen: Dokumen, versi: VersiDokumen, usulan: Riwayat | None) -> list[Bidang]:
    """The same with the proposal already fetched."""
    terbaca: dict[str, list[Isian]] = {}
    for isian in versi.isian.all():
        terbaca.setdefault(isian.nama, []).append(isian)
    hasil = [
        _bandingkan("nama", "Nama", dokumen.pegawai.nama_lengkap, dokumen.pegawai.nama, terbaca.get("nama", [])),
        _bandingkan("nip", "NIP", dokumen.pegawai.nip, dokumen.pegawai.nip, terbaca.get("nip", [])),
    ]
    return hasil + (_dari_usulan(usulan, terbaca) if usulan else [])


def _dari_usulan(usulan: Riwayat, terbaca: dict[str, list[Isian]]) -> list[Bidang]:
    skema = usulan.skema
    hasil = []
    for nama, isian in skema.skema.base_fields.items():
        nilai: Any = usulan.data.get(nama)
        if nilai in (None, ""):
            continue
        baca = terbaca.get(skema.dari_bacaan.get(nama, ""), [])
        tampil = kata(nama, isian, nilai)
        if nama in skema.dari_bacaan:
            hasil.append(_bandingkan(nama, str(isian.label), tampil, str(nilai), baca))
        else:
            hasil.append(Bidang(nama, str(isian.label), tampil, "tidak_diperiksa"))
    return hasil


def _bandingkan(kode: str, label: str, tampil: str, cari: str, terbaca: list[Isian]) -> Bidang:
    sama = next((i for i in terbaca if _baku(i.nilai) == _baku(cari)), None)
    if sama:
        return Bidang(kode, label, tampil, "cocok", sama.nilai, sama.halaman, tuple(sama.kotak))
    dekat = max(terbaca, key=lambda i: _kemiripan(i.nilai, cari), default=None)
    if dekat is None or _kemiripan(dekat.nilai, cari) < MIRIP:
        return Bidang(kode, label, tampil, "tidak_ditemukan")
    return Bidang(kode, label, tampil, "mirip", dekat.nilai, dekat.halaman, tuple(dekat.kotak))


def _baku(teks: str) -> str:
    """Titles, case and spaces do not make a name another name."""
    return "".join(c for c in teks.split(",")[0].casefold() if c.isalnum())


def _kemiripan(a: str, b: str) -> float:
    return SequenceMatcher(None, _baku(a), _baku(b)).ratio()
