"""Random data for a kind, as wild as its schema allows: long and short texts of every printable letter, extreme
dates, empty and full lists, every choice. What a rule across fields refuses goes back to the sample's value."""

from __future__ import annotations

import types
import typing
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from pydantic import BaseModel

from templates_sk import DataError, Gaya, kind, validate
from templates_sk.engine.faces import FILES, face
from templates_sk.susunan.gaya import CATATAN_KAKI

HURUF = sorted(frozenset.intersection(*(face(style).drawable for style in FILES)) - {"*", "\u00ad", "\u00a0"})
BIASA = "aaaaabcdeeeefghiiijklmnnnopqrsstuuvwxyz"
FULL = "Raden Mas Ngabehi Haryo Notokusumo Wiryodiningrat Purboyo Danurwenda"
_TETAP = {"verification_url", "footer"}


def data(kode: str, acak: Random) -> dict[str, Any]:
    """Data that the kind accepts in its final version."""
    one = kind(kode)
    asal = one.sample
    isi = _bagian(one.schema, asal, acak, 60 if one.paper == "Kartu" else 300)
    for _ in range(len(asal) + 2):
        try:
            validate(kode, isi, draft=False, today=date(9999, 12, 31))
        except DataError as salah:
            buruk = {e.field.split(".")[0] for e in salah.errors}
            buruk |= {satu for rule in one.rules if buruk & set(rule.needs) for satu in rule.needs}
            kembali = buruk if any(isi.get(n) != asal.get(n) for n in buruk) else set(isi)
            isi = {n: asal[n] if n in kembali else v for n, v in isi.items() if n in asal or n not in kembali}
        else:
            return isi
    return asal


def gaya(acak: Random) -> Gaya:
    """A region's style, as far from the formal one as it may be."""
    ya = [acak.random() < 0.5 for _ in range(6)]
    return Gaya(
        kertas_keputusan=acak.choice(["F4", "F4 21 cm"]),
        kertas_surat=acak.choice(["A4", "F4", "F4 21 cm"]),
        tepi_kiri=acak.choice([1.5, 3.0, 4.0]),
        tepi_kanan=acak.choice([1.5, 2.0, 4.0]),
        baris_kedua=teks(acak, 60),
        nomor_bertitik_dua=ya[0],
        rahmat_tuhan=ya[1],
        memutuskan_renggang=ya[2],
        kata_penyambung=ya[3],
        tembusan_yth=ya[4],
        nip_berspasi=ya[5],
        catatan_kaki=acak.choice([None, *CATATAN_KAKI.values()]),
    )


def _bagian(model: type[BaseModel], asal: dict[str, Any], acak: Random, paling: int) -> dict[str, Any]:
    isi = {}
    for nama, bidang in model.model_fields.items():
        if nama not in asal and (nama in _TETAP or acak.random() < 0.5):
            continue
        lama = asal.get(nama)
        isi[nama] = lama if nama in _TETAP or acak.random() < 0.2 else _nilai(bidang, lama, acak, paling)
        if nama not in asal and isi[nama] is None:
            del isi[nama]
    return isi


def _nilai(bidang: Any, lama: Any, acak: Random, paling: int) -> Any:
    batas = _batas(bidang)
    jenis = bidang.annotation
    if isinstance(jenis, types.UnionType) or typing.get_origin(jenis) is typing.Union:
        pilihan = [satu for satu in typing.get_args(jenis) if satu is not type(None)]
        if type(None) in typing.get_args(jenis) and not bidang.is_required() and acak.random() < 0.3:
            return None
        jenis = pilihan[0]
    if hasattr(jenis, "__metadata__"):
        batas |= _dari(jenis.__metadata__)
        jenis = jenis.__origin__
    if typing.get_origin(jenis) is typing.Literal:
        return acak.choice(typing.get_args(jenis))
    if typing.get_origin(jenis) is list:
        return _daftar(typing.get_args(jenis)[0], batas, lama, acak, paling)
    return _tunggal(jenis, batas, lama, acak, paling)


def _tunggal(jenis: Any, batas: dict[str, Any], lama: Any, acak: Random, paling: int) -> Any:
    if isinstance(jenis, type) and issubclass(jenis, BaseModel):
        return _bagian(jenis, lama, acak, paling) if isinstance(lama, dict) else lama
    if jenis is bool:
        return acak.random() < 0.5
    if jenis is date:
        return (date(1900, 1, 1) + timedelta(days=acak.choice([0, acak.randrange(90_000), 2_900_000]))).isoformat()
    if jenis is int:
        return acak.choice([batas.get("ge", 0), batas.get("le", 10**9), acak.randint(batas.get("ge", 0), 10**6)])
    if jenis is Decimal:
        return str(acak.choice([batas.get("ge", 0), batas.get("le", 10**6)]))
    if jenis is str and "pattern" not in batas:
        return teks(acak, min(batas.get("max_length", 60), paling), batas.get("min_length", 0))
    return lama


def _daftar(satuan: Any, batas: dict[str, Any], lama: Any, acak: Random, paling: int) -> Any:
    contoh = (lama or [None])[0]
    if contoh is None and isinstance(satuan, type):
        return lama or []
    banyak = acak.randint(batas.get("min_length", 0), min(batas.get("max_length", 12), 12))
    lain = _dari(getattr(satuan, "__metadata__", ()))
    dasar = getattr(satuan, "__origin__", satuan)
    return [_tunggal(dasar, lain, contoh, acak, paling) for _ in range(banyak)]


def _batas(bidang: Any) -> dict[str, Any]:
    return _dari(bidang.metadata)


def _dari(tanda: Any) -> dict[str, Any]:
    nama = ("ge", "le", "max_length", "min_length", "pattern")
    ketemu: dict[str, Any] = {}
    for satu in tanda:
        ketemu |= {n: getattr(satu, n) for n in nama if getattr(satu, n, None) is not None}
        ketemu |= _dari(getattr(satu, "metadata", ()))
    return ketemu


def teks(acak: Random, paling: int, sedikit: int = 0) -> str:
    """Words, one letter, one endless word, every printable letter, or full names."""
    macam = acak.randrange(5)
    panjang = acak.choice([1, 8, 40, paling])
    if macam == 0:
        isi = "".join(acak.choice(BIASA) for _ in range(panjang))
    elif macam == 1:
        isi = "".join(acak.choice(HURUF) for _ in range(panjang))
    elif macam == 2:
        isi = (FULL + " ") * 5
    else:
        isi = " ".join("".join(acak.choice(BIASA) for _ in range(acak.randint(1, 14))) for _ in range(panjang // 5))
    return isi[: min(panjang, paling)].strip() or "x" * max(sedikit, 1)
