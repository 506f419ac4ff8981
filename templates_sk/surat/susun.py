"""A whole letter from its data and its wording."""

from __future__ import annotations

from typing import Any

from templates_sk.engine.faces import capitals
from templates_sk.engine.tags import Element
from templates_sk.keputusan import kop as kop_kepala
from templates_sk.surat import kepala
from templates_sk.susunan import penutup
from templates_sk.susunan.isi import Place, alirkan
from templates_sk.susunan.kata import isi
from templates_sk.susunan.kepala import tandai_rahasia
from templates_sk.susunan.kertas import CM
from templates_sk.susunan.kop_perangkat import kop as kop_perangkat
from templates_sk.susunan.lampiran import lampiran
from templates_sk.susunan.susunan import Susunan
from templates_sk.susunan.wording import Wording

BADAN = Place(label=5.0 * CM)


def susun(s: Susunan, data: Any, kata: Wording) -> None:
    """Adds the letter to *s*; a draft shows dots for number and date and no QR."""
    nomor = data.nomor_draf if s.draft else data.nomor or data.nomor_draf
    tandai_rahasia(s, kata)
    if kata.bentuk == "kertas_kepala":
        kop_kepala.kop(s, data.kepala, kata.lambang or "negara")
    else:
        kop_perangkat(s, data.kop, kata.lambang or "daerah")
    if kata.bentuk == "surat_dinas":
        kepala.surat_dinas(s, data, nomor, isi(kata.hal, data))
    elif kata.bentuk == "nota_dinas":
        kepala.nota_dinas(s, data, nomor, isi(kata.hal, data))
    elif kata.bentuk == "sertifikat":
        kepala.sertifikat(s, isi(kata.tentang or kata.judul, data), nomor)
    else:
        kepala.berjudul(s, isi(kata.tentang or kata.judul, data), nomor)
    alirkan(s, s.body, kata.isi, data, BADAN)
    s.blocks[-1].keep_next = s.blocks[-1].yields = True
    closing = s.body.add("Sect", title="Penandatanganan")
    _tanda_tangan(s, closing, data, kata)
    penutup.tembusan(s, data.tembusan)
    when = penutup.tanggal_draf(None if s.draft else data.tanggal, data.nomor_draf)
    head = [
        ("LAMPIRAN", ""),
        (capitals(kata.judul), ""),
        (f"NOMOR {nomor}", "nomor"),
        (f"TANGGAL {capitals(when)}", "tanggal"),
    ]
    for annex in kata.lampiran:
        for part in lampiran(s, [annex], data, head):
            _tanda_tangan(s, part.add("Sect", title="Penandatanganan"), data, kata, ulang=True)


def _tanda_tangan(s: Susunan, closing: Element, data: Any, kata: Wording, *, ulang: bool = False) -> None:
    """One official at the right, or several side by side; *ulang* below an annex, without a field of its own."""
    url = None if s.draft else data.verification_url
    if kata.bentuk in ("surat_berjudul", "kertas_kepala", "sertifikat"):
        x = s.paper.text_width / 2 if kata.penanda else penutup.kolom(s, data.penanda_tangan)
        pada = None if s.draft else data.tanggal
        penutup.tempat_tanggal(s, closing, data.tempat, pada, data.nomor_draf, x=x, surat=True)
    if not kata.penanda or ulang:
        x, field = penutup.kolom(s, data.penanda_tangan), "" if ulang else penutup.FIELD
        penutup.tanda_tangan(s, closing, data.penanda_tangan, x=x, url=url, elektronik=kata.elektronik, bidang=field)
        return
    pihak: list[penutup.Pihak] = []
    for caption, name in kata.penanda:
        value = getattr(data, name)
        pihak += [(caption, one, "") for one in (value if isinstance(value, list) else [value])]
    others = iter(range(2, len(pihak) + 1))
    fields = [penutup.FIELD if one is data.penanda_tangan else f"TandaTangan{next(others)}" for _, one, _ in pihak]
    named = [(caption, one, field) for (caption, one, _), field in zip(pihak, fields, strict=True)]
    penutup.berdampingan(s, closing, named, url)
