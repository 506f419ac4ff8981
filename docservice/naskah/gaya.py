"""How this region sets its naskah: settings, and its own emblems where the placeholders stand.

``NASKAH_GAYA`` is JSON with the fields of :class:`templates_sk.Gaya`; ``NASKAH_LAMBANG_NEGARA``, ``_DAERAH`` and
``_KORPRI`` are files, PNG without transparency or JPEG.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from pydantic import ValidationError

from templates_sk import Gaya, Picture, PictureError, read_picture
from templates_sk.susunan.gaya import Lambang

ALT: dict[Lambang, str] = {
    "negara": "Lambang negara Garuda Pancasila",
    "daerah": "Lambang daerah",
    "korpri": "Lambang KORPRI",
}


@cache
def gaya() -> Gaya:
    """Read once per process. Raises :class:`ImproperlyConfigured` with the setting that is wrong."""
    try:
        return Gaya(**json.loads(settings.NASKAH_GAYA), lambang=_lambang())
    except (ValidationError, TypeError, json.JSONDecodeError) as salah:
        raise ImproperlyConfigured(f"NASKAH_GAYA tidak terbaca: {salah}") from None


def _lambang() -> dict[Lambang, Picture]:
    ada = {nama: settings.NASKAH_LAMBANG[nama] for nama in ALT if settings.NASKAH_LAMBANG[nama]}
    try:
        return {nama: read_picture(Path(berkas).read_bytes(), alt=ALT[nama]) for nama, berkas in ada.items()}
    except (OSError, PictureError) as salah:
        raise ImproperlyConfigured(f"Berkas lambang tidak dapat dipakai: {salah}") from None
