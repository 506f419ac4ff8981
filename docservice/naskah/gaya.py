"""How this region sets its naskah: what its administrators laid down, else the settings of the installation.

``NASKAH_GAYA`` is JSON with the fields of :class:`templates_sk.Gaya`; ``NASKAH_LAMBANG_NEGARA``, ``_DAERAH`` and
``_KORPRI`` are files, PNG without transparency or JPEG. A naskah keeps the style it was drafted in (``bekukan``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from pydantic import ValidationError

from docservice.naskah.models_gaya import BerkasLambang, GayaNaskah
from templates_sk import Gaya, Picture, PictureError, read_picture
from templates_sk.susunan.gaya import Lambang

ALT: dict[Lambang, str] = {
    "negara": "Lambang negara Garuda Pancasila",
    "daerah": "Lambang daerah",
    "korpri": "Lambang KORPRI",
}


@cache
def bawaan() -> Gaya:
    """Of the settings; read once per process. Raises :class:`ImproperlyConfigured` with the setting that is wrong."""
    try:
        lambang = {nama: read_picture(isi, alt=ALT[nama]) for nama, isi in _berkas().items()}
        return Gaya(**json.loads(settings.NASKAH_GAYA), lambang=lambang)
    except (ValidationError, TypeError, json.JSONDecodeError) as salah:
        raise ImproperlyConfigured(f"NASKAH_GAYA tidak terbaca: {salah}") from None
    except (OSError, PictureError) as salah:
        raise ImproperlyConfigured(f"Berkas lambang tidak dapat dipakai: {salah}") from None


def _berkas() -> dict[Lambang, bytes]:
    ada = {nama: settings.NASKAH_LAMBANG[nama] for nama in ALT if settings.NASKAH_LAMBANG[nama]}
    return {nama: Path(berkas).read_bytes() for nama, berkas in ada.items()}


def baris_berlaku() -> GayaNaskah | None:
    baris: GayaNaskah | None = GayaNaskah.objects.berlaku().order_by("-berlaku_dari", "-pk").first()
    return baris


def gaya() -> Gaya:
    """In force today."""
    baris = baris_berlaku()
    return cairkan({"isi": baris.isi, "lambang": baris.lambang}) if baris else bawaan()


def bekukan() -> dict[str, Any]:
    """The style in force today as JSON: what a naskah keeps for its life."""
    if baris := baris_berlaku():
        return {"isi": baris.isi, "lambang": baris.lambang}
    return {"isi": bawaan().model_dump(), "lambang": {nama: simpan(isi) for nama, isi in _berkas().items()}}


def cairkan(beku: Mapping[str, Any]) -> Gaya:
    """The style as it was frozen; of a naskah older than styles by row, that of the settings."""
    if not beku:
        return bawaan()
    lambang = {nama: _gambar(nama, sidik) for nama, sidik in beku["lambang"].items()}
    return Gaya(**beku["isi"], lambang=lambang)


def simpan(isi: bytes) -> str:
    """Keeps an emblem; returns its SHA-256."""
    sidik = hashlib.sha256(isi).hexdigest()
    BerkasLambang.objects.get_or_create(sidik=sidik, defaults={"isi": isi})
    return sidik


@lru_cache(maxsize=16)
def _gambar(nama: Lambang, sidik: str) -> Picture:
    """Immutable, so read once per process."""
    return read_picture(bytes(BerkasLambang.objects.get(pk=sidik).isi), alt=ALT[nama])
