"""Honest files with random damage: each ends in exactly one verdict, none in an exception."""

from __future__ import annotations

import io
import random
import time
from pathlib import Path

import pytest
from PIL import Image

from storage import UnsafeToRender, inspect, render_pages
from storage.reasons import REASONS
from tests.storage import pdf_buatan as buat


def picture(kind: str) -> bytes:
    made = io.BytesIO()
    Image.effect_noise((120, 160), 50).save(made, kind)
    return made.getvalue()


SEEDS = {
    "pdf": buat.in_object_streams(buat.pages(3)),
    "plain.pdf": buat.pdf({4: buat.stream(b"BT ET", flate=1)}, page=b"/Contents 4 0 R"),
    "jpeg": picture("JPEG"),
    "png": picture("PNG"),
    "tiff": picture("TIFF"),
}


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Flip, cut out or double some places; the first bytes stay, so that a parser gets to see it."""
    wreck = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(8, len(wreck))
        match chance.randrange(4):
            case 0:
                wreck[at] = chance.randrange(256)
            case 1:
                wreck[at] ^= 1 << chance.randrange(8)
            case 2:
                del wreck[at : at + chance.randint(1, 30)]
            case _:
                wreck[at:at] = wreck[at : at + chance.randint(1, 200)]
        if len(wreck) < 20:
            break
    return bytes(wreck)


@pytest.mark.parametrize("kind", SEEDS)
def test_damage_never_ends_in_an_exception_nor_takes_long(tmp_path: Path, kind: str) -> None:
    chance = random.Random(f"{kind} 14/2023")
    suffix = "." + kind.rpartition(".")[2]
    verdicts = set()
    for number in range(25):
        path = tmp_path / f"{number}{suffix}"
        path.write_bytes(damaged(SEEDS[kind], chance))
        before = time.monotonic()
        seen = inspect(path, filename=path.name)
        assert time.monotonic() - before < 10
        assert seen.accepted == (seen.reason_code is None)
        assert seen.accepted or seen.reason_code in REASONS
        verdicts.add(seen.reason_code)
        if seen.accepted and seen.type and number % 5 == 0:
            drawn_or_refused(path, seen.type, tmp_path / "halaman")
    assert verdicts


def drawn_or_refused(path: Path, kind: str, out: Path) -> None:
    try:
        pages = render_pages(path, type=kind, out=out)
    except UnsafeToRender:
        return
    assert all(page.path.is_file() for page in pages)
