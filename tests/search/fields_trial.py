"""What is read of the drawn papers at four levels of noise, against what is printed on them.

``python -m tests.search.fields_trial`` prints, per level, values found and right, wrong and absent (two minutes);
``--tesseract`` in front of the levels does it with Tesseract alone.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from search import extract
from search.extract import Reader
from tests.search.drawing import Paper, grained, image, jpeg, worn
from tests.search.papers import all_papers
from tests.search.papers_more import further_papers

Noise = Callable[[Image.Image, int], Image.Image]


def clean(picture: Image.Image, seed: int) -> Image.Image:
    return picture


def office_scan(picture: Image.Image, seed: int) -> Image.Image:
    return worn(picture, turn=(0.7, -1.0, 1.5, -0.4)[seed % 4], seed=seed)


def bad_copy(picture: Image.Image, seed: int) -> Image.Image:
    """A copy of a copy: contrast pushed until thin strokes break, dirt, a dark edge, one degree and a half askew."""
    soft = np.asarray(picture.filter(ImageFilter.GaussianBlur(0.9)), dtype=np.float32)
    hard = ((soft - 60) * 2.0).clip(0, 255)
    chance = np.random.default_rng(seed)
    dirt = chance.random(hard.shape)
    hard[dirt < 0.002] = 30
    hard[dirt > 0.997] = 255
    hard[:, : 10 + seed] *= 0.3
    turned = Image.fromarray(hard.astype(np.uint8)).rotate(
        (-1.5, 1.2, -0.8, 1.5)[seed % 4], resample=Image.Resampling.BICUBIC, fillcolor=235
    )
    return grained(turned, 14, seed)


def phone_photo(picture: Image.Image, seed: int) -> Image.Image:
    """On a dark table, from above but not quite, a shadow over one corner, slightly out of focus."""
    wide, high = picture.size
    table = Image.new("L", (int(wide * 1.16), int(high * 1.12)), 70)
    table.paste(picture, (int(wide * 0.08), int(high * 0.06)))
    wide, high = table.size
    lean = 0.015 + 0.005 * (seed % 3)
    corners = (lean * wide, 0, 0, high, wide, high * (1 - lean / 2), wide * (1 - lean), lean * high / 2)
    seen = table.transform((wide, high), Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)
    rows, columns = np.mgrid[0:high, 0:wide]
    light = 1.0 - 0.45 / (1 + np.exp(-(columns / wide + rows / high - 1.25 - 0.05 * (seed % 3)) * 12))
    shaded = (np.asarray(seen, dtype=np.float32) * light).clip(0, 255).astype(np.uint8)
    return grained(Image.fromarray(shaded).filter(ImageFilter.GaussianBlur(0.7)), 6, seed)


GREEN = 80.0
"""Confidence from which a value that agrees with the archive is shown green."""
LEVELS: dict[str, Noise] = {
    "clean": clean,
    "office scan": office_scan,
    "bad copy": bad_copy,
    "phone photo": phone_photo,
}


def read(paper: Paper, noise: Noise, seed: int, folder: Path, reader: Reader = "cepat") -> dict[str, tuple[str, float]]:
    """Field names with value and confidence, out of a picture at 200 dpi."""
    file = folder / "halaman.jpg"
    file.write_bytes(jpeg(noise(image(paper, dpi=200), seed), quality=75))
    return {field.name: (field.value, field.confidence) for field in extract(file, reader=reader).fields}


def trial(papers: Iterable[Paper], names: Iterable[str] = LEVELS, reader: Reader = "cepat") -> dict[str, Counter[str]]:
    """Per level how many values were ``right``, ``wrong`` or ``absent``; prints what was not right."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in names}
    for name, count in counts.items():
        green = 0
        for seed, paper in enumerate(papers):
            with tempfile.TemporaryDirectory() as folder:
                got = read(paper, LEVELS[name], seed, Path(folder), reader)
            for field in sorted({*paper.facts, *got}):
                value, sure = got.get(field, ("", 0.0))
                verdict = "right" if value == paper.facts.get(field) else "wrong" if value else "absent"
                count[verdict] += 1
                green += verdict == "wrong" and sure >= GREEN
                if verdict != "right":
                    sys.stdout.write(
                        f"  {name}, {paper.kind} {seed}: {field} {verdict}: {value!r} ({sure}) "
                        f"for {paper.facts.get(field)!r}\n"
                    )
        sys.stdout.write(
            f"{name}: {dict(count)}, right {count['right'] / count.total():.1%}, wrong and green {green}\n"
        )
        sys.stdout.flush()
    return counts


if __name__ == "__main__":
    levels = [name for name in sys.argv[1:] if name != "--tesseract"]
    chosen: Reader = "tesseract" if "--tesseract" in sys.argv else "cepat"
    trial([*all_papers(), *further_papers()], levels or LEVELS, chosen)
