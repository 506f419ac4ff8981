"""Golden pictures: each kind's sample as it looked when somebody last looked at it next to the rule.

``python -m tests.templates_sk.emas [KIND …]`` (``make emas``) draws them again; look at the difference before
committing it. Pages stand side by side, 36 dots per inch, sixteen greys: small, yet a changed word shows.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from PIL import Image

from templates_sk import kind, kinds, render

FOLDER = Path(__file__).parent / "emas"
CELL = 8
"""Pixels: pictures are compared by the mean grey of cells of this side."""
TOLERANCE = 10.0
"""Of 255 greys. A rasteriser's rounding stays far below, a moved or changed word far above."""


def lukis(kode: str) -> Image.Image:
    """The pages of the sample, at most four of them, side by side."""
    with pdfium.PdfDocument(render(kode, kind(kode).sample).pdf) as dokumen:
        lembar = [dokumen[n].render(scale=0.5, grayscale=True).to_pil() for n in range(min(len(dokumen), 4))]
    papan = Image.new("L", (sum(satu.width for satu in lembar), max(satu.height for satu in lembar)), 255)
    kiri = 0
    for satu in lembar:
        papan.paste(satu.convert("L"), (kiri, 0))
        kiri += satu.width
    return papan.point([round(grey / 17) * 17 for grey in range(256)])


def beda(lama: Image.Image, baru: Image.Image) -> float:
    """The largest difference between cells; infinite when the pictures are of different sizes."""
    if lama.size != baru.size:
        return float("inf")
    return float(np.abs(_sel(lama) - _sel(baru)).max())


def _sel(gambar: Image.Image) -> np.ndarray:
    isi = np.asarray(gambar.convert("L"), dtype=float)
    tinggi, lebar = (sisi // CELL * CELL for sisi in isi.shape)
    return isi[:tinggi, :lebar].reshape(tinggi // CELL, CELL, lebar // CELL, CELL).mean(axis=(1, 3))


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    pilihan = sys.argv[1:] or [satu.code for satu in kinds()]
    for kode in pilihan:
        lukis(kode).quantize(16).save(FOLDER / f"{kode}.png", optimize=True, bits=4)
    ukuran = sum(satu.stat().st_size for satu in FOLDER.iterdir()) // 1024
    sys.stdout.write(f"{len(pilihan)} gambar di {FOLDER}, {ukuran} KB\n")


if __name__ == "__main__":
    main()
