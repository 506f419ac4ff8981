"""The two verbs of the package: check the data of a naskah, draw it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from templates_sk.engine.document import Info
from templates_sk.errors import DataError
from templates_sk.gambar import Rendered, terbitkan
from templates_sk.kartu import susun as susun_kartu
from templates_sk.katalog import Kind, kind
from templates_sk.keputusan.susun import susun as susun_keputusan
from templates_sk.periksa import temuan
from templates_sk.surat.susun import susun as susun_surat
from templates_sk.susunan.bagian import Dasar
from templates_sk.susunan.gaya import BAKU, CATATAN_KAKI, Gaya
from templates_sk.susunan.kertas import CARD_TYPE, DECREE, LETTER, kertas
from templates_sk.susunan.susunan import Susunan


def validate(code: str | Kind, data: Mapping[str, Any], *, draft: bool = True, today: date | None = None) -> Dasar:
    """The data as its model. Raises ``DataError`` with every finding; a final version also needs number and date.

    *today* (default: the machine's date) bounds dates that cannot lie ahead.
    """
    one = kind(code) if isinstance(code, str) else code
    model, findings = temuan(one, data, draft=draft, today=today or date.today())  # noqa: DTZ011 - a bound, not a stamp
    if findings or model is None:
        raise DataError(findings)
    return model


def render(code: str | Kind, data: Mapping[str, Any], *, draft: bool = False, gaya: Gaya = BAKU) -> Rendered:
    """The naskah as PDF/A-2a and PDF/UA-1; the same data in the same style gives the same bytes.

    *code* names a kind as we ship it; a kind itself brings an office's own wording (:mod:`.perkataan`).

    A draft carries dots for number and date, a DRAF mark and no QR; all else stands where the final version
    has it. Raises ``DataError`` (data), ``LayoutError`` (too long for the paper), ``UnknownKind``.
    """
    one = kind(code) if isinstance(code, str) else code
    model = validate(one, data, draft=draft)
    s = susun(one, model, draft=draft, gaya=gaya)
    title = f"{one.title} – {getattr(model, 'nama', '')}".strip(" –")
    number = model.nomor_draf if draft else model.nomor or ""
    info = Info(title=title, author=model.penerbit, subject=one.classification, keywords=number)
    footer = model.footer or gaya.catatan_kaki or CATATAN_KAKI["uji"]
    return terbitkan(s, code=one.code, info=info, footer=footer if one.electronic else "")


_TYPES = {"keputusan": DECREE, "kertas_kepala": DECREE, "kartu": CARD_TYPE}
_TITLES = {"keputusan": "Keputusan", "kartu": "Kartu", "sertifikat": "Sertifikat"}
_LAYOUTS: dict[str, Callable[..., None]] = {"keputusan": susun_keputusan, "kartu": susun_kartu}


def susun(one: Kind, model: Dasar, *, draft: bool, gaya: Gaya = BAKU) -> Susunan:
    """The naskah as blocks and structure, before pages."""
    form = one.wording.bentuk
    s = Susunan(
        draft=draft,
        paper=kertas(one.paper, gaya),
        type=_TYPES.get(form, LETTER),
        title=_TITLES.get(form, "Surat"),
        gaya=gaya,
        hukum=one.hukum,
    )
    layout: Callable[..., None] = _LAYOUTS.get(form, susun_surat)
    layout(s, model, one.wording)
    return s
