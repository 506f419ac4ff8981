"""A whole decree from its data and its wording."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from templates_sk.engine.faces import capitals
from templates_sk.engine.tags import Element
from templates_sk.keputusan import batang, kop
from templates_sk.susunan import penutup
from templates_sk.susunan.bagian import Naskah
from templates_sk.susunan.hukum import mengingat
from templates_sk.susunan.isi import Place, alirkan
from templates_sk.susunan.kata import berlaku, isi
from templates_sk.susunan.kepala import tandai_rahasia
from templates_sk.susunan.kertas import GRID
from templates_sk.susunan.kop_perangkat import kop as kop_perangkat
from templates_sk.susunan.lampiran import lampiran
from templates_sk.susunan.susunan import Susunan
from templates_sk.susunan.wording import Kalimat, Wording

DST = ["dst.;"]
DIKTUM = Place(x=GRID.marker, gap=0.2)


def susun(s: Susunan, data: Naskah, kata: Wording) -> None:
    """Adds the decree to *s*; a draft shows dots for number and date and no QR."""
    nomor = data.nomor_draf if s.draft else data.nomor or data.nomor_draf
    tentang = data.tentang or isi(kata.tentang, data)
    tandai_rahasia(s, kata)
    if data.kop:
        kop_perangkat(s, data.kop, kata.lambang or "daerah")
    else:
        kop.kop(s, data.kepala, kata.lambang or "negara")
    tanda = "PETIKAN" if data.petikan else "SALINAN" if data.salinan else ""
    kop.judul(s, kepala=data.kepala, nomor=nomor, tentang=tentang, tanda=tanda)
    _dasar(s, data, kata)
    rulings = batang.memutuskan(s, tentang, data.kepala)
    for number, ruling in enumerate(_urutan(kata.diktum, data), start=1):
        _diktum(s, rulings, number, ruling, data)
    s.blocks[-1].keep_next = s.blocks[-1].yields = True
    _tutup(s, s.body, data, kata, penutup.FIELD)
    penutup.tembusan(s, data.tembusan, judul=s.gaya.judul_tembusan)
    head = [
        ("LAMPIRAN", ""),
        (f"KEPUTUSAN {data.kepala}", ""),
        (kop.nomor_tertulis(s, nomor), "nomor"),
        ("TENTANG", ""),
    ]
    for annex in kata.lampiran:
        for part in lampiran(s, [annex], data, [*head, (capitals(tentang), "")]):
            _tutup(s, part, data, kata, "")


def _dasar(s: Susunan, data: Naskah, kata: Wording) -> None:
    """An extract for one person may shorten its grounds: both, unless it brings considerations of its own."""
    own = [*_kalimat(kata.menimbang, data)]
    short = data.mengingat == "ringkas"
    given = data.menimbang if isinstance(data.menimbang, list) else None
    batang.menimbang(s, given or (DST if short or data.menimbang == "ringkas" else own))
    bases = data.mengingat if isinstance(data.mengingat, list) else mengingat(kata.mengingat, data.tanggal, s.hukum)
    batang.mengingat(s, DST if short else bases)
    batang.memperhatikan(s, _kalimat(kata.memperhatikan, data))


def _berlaku(items: Sequence[Kalimat], data: Any) -> list[Kalimat]:
    return [item for item in items if isinstance(item, str) or berlaku(str(item.get("bila", "")), data)]


def _urutan(items: Sequence[Kalimat], data: Any) -> list[Kalimat]:
    """Rulings in order; ``daftar`` names a list of them in the data, taken literally."""
    found: list[Kalimat] = []
    for item in _berlaku(items, data):
        named = item.get("daftar") if isinstance(item, dict) else None
        found += [{"apa_adanya": text} for text in getattr(data, named)] if named else [item]
    return found


def _kalimat(items: Sequence[Kalimat], data: Any) -> list[str]:
    return [isi(item if isinstance(item, str) else item["teks"], data) for item in _berlaku(items, data)]


def _diktum(s: Susunan, rulings: Element, number: int, ruling: Kalimat, data: Any) -> None:
    if not isinstance(ruling, str) and "apa_adanya" in ruling:
        batang.diktum(s, rulings, number, ruling["apa_adanya"])
        return
    text = ruling if isinstance(ruling, str) else ruling["teks"]
    more = [] if isinstance(ruling, str) else ruling.get("bagian", [])
    body = batang.diktum(s, rulings, number, isi(text, data), keep=bool(more))
    alirkan(s, body, more, data, DIKTUM)


def _tutup(s: Susunan, part: Element, data: Naskah, kata: Wording, bidang: str) -> None:
    """Of a certified extract or copy the official's own place says ``ttd.`` and the certifier signs at the left."""
    closing = part.add("Sect", title="Penandatanganan")
    x = penutup.kolom(s, data.penanda_tangan)
    penutup.tempat_tanggal(s, closing, data.tempat, None if s.draft else data.tanggal, data.nomor_draf, x=x)
    url = None if s.draft else data.verification_url
    if data.pengesah is None:
        penutup.tanda_tangan(s, closing, data.penanda_tangan, x=x, url=url, elektronik=kata.elektronik, bidang=bidang)
        return
    penutup.sudah_ditandatangani(s, closing, data.penanda_tangan, x=x)
    kind = "Petikan" if data.petikan else "Salinan"
    s.add(s.cell(closing.add("P"), 0, f"{kind} sesuai dengan aslinya"), gap=s.line, keep=True)
    penutup.tanda_tangan(s, closing, data.pengesah, x=0, url=url, elektronik=kata.elektronik, bidang=bidang)
