"""Paper as an office really sends it: a PDF page turned into a slightly skewed, noisy scan or a phone photo.

Deterministic for a seed, so that the walk and the tests read the same paper every time.
"""

from __future__ import annotations

import io
import time
from collections.abc import Sequence

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFilter
from reportlab.pdfgen.canvas import Canvas

DPI = 300


def halaman(pdf: bytes, dpi: int = DPI) -> list[Image.Image]:
    """Pages of our own sample PDF as grey images."""
    dokumen = pdfium.PdfDocument(pdf)
    try:
        return [dokumen[i].render(scale=dpi / 72).to_pil().convert("L") for i in range(len(dokumen))]
    finally:
        dokumen.close()


def pindai(pdf: bytes, *, seed: int = 13, miring: float = 0.6) -> bytes:
    """The PDF a scanner makes: one JPEG page image per page at 300 dpi, no text layer."""
    acak = np.random.default_rng(seed)
    return _pdf_gambar([_derau(_putar(h, miring), acak) for h in halaman(pdf)])


def foto(pdf: bytes, *, seed: int = 7) -> bytes:
    """A phone photo (JPEG) of the first page on a table: perspective, uneven light, soft edges."""
    acak = np.random.default_rng(seed)
    lembar = halaman(pdf, 200)[0]
    meja = Image.new("L", (lembar.width + 260, lembar.height + 260), 96)
    meja.paste(lembar, (130, 130))
    w, h = meja.size
    sudut = (30, 12, 0, h - 20, w - 14, h, w - 44, 26)
    gambar = meja.transform((w, h), Image.Transform.QUAD, sudut, Image.Resampling.BICUBIC)
    terang = np.asarray(gambar, dtype=np.float32) * np.linspace(0.82, 1.0, w, dtype=np.float32)
    derau = terang + acak.normal(0, 3, terang.shape)
    hasil = Image.fromarray(np.clip(derau, 0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.6))
    return _jpeg(hasil.convert("RGB"), 82)


def foto_buram(pdf: bytes) -> bytes:
    """A photo whose title is sharp and the rest out of focus: what a fasilitator sends back."""
    lembar = halaman(pdf, 150)[0]
    batas = lembar.height // 8
    lembar.paste(lembar.crop((0, batas, *lembar.size)).filter(ImageFilter.GaussianBlur(7)), (0, batas))
    return _jpeg(lembar.convert("RGB"), 70)


def lembar(judul: str, baris: Sequence[str]) -> bytes:
    """A plain born-digital sheet for papers whose exact form does not matter to the sample office."""
    keluar = io.BytesIO()
    kanvas = Canvas(keluar, pagesize=(595, 842), invariant=True)
    kanvas.setTitle(judul)
    kanvas.setFont("Helvetica-Bold", 15)
    kanvas.drawCentredString(297, 770, judul)
    kanvas.setFont("Helvetica", 12)
    for nomor, teks in enumerate(baris):
        kanvas.drawString(72, 720 - 22 * nomor, teks)
    kanvas.drawString(72, 90, "Contoh untuk lingkungan uji. Bukan dokumen resmi.")
    kanvas.save()
    return keluar.getvalue()


def _putar(gambar: Image.Image, derajat: float) -> Image.Image:
    return gambar.rotate(derajat, resample=Image.Resampling.BICUBIC, expand=False, fillcolor=252)


def _derau(gambar: Image.Image, acak: np.random.Generator) -> Image.Image:
    """Paper tone, sensor noise and a few specks of dust."""
    isi = np.asarray(gambar, dtype=np.float32) * 0.94 + 8
    isi += acak.normal(0, 5, isi.shape)
    hasil = Image.fromarray(np.clip(isi, 0, 255).astype(np.uint8))
    kuas = ImageDraw.Draw(hasil)
    for x, y in zip(acak.integers(0, hasil.width, 40), acak.integers(0, hasil.height, 40), strict=True):
        kuas.point((int(x), int(y)), fill=90)
    return hasil


def _pdf_gambar(gambar: Sequence[Image.Image]) -> bytes:
    """The bytes of each JPEG as they are: no scanner turns them into letters first, as reportlab does."""
    keluar, kapan = io.BytesIO(), time.gmtime(0)
    gambar[0].save(
        keluar,
        "PDF",
        save_all=True,
        append_images=gambar[1:],
        resolution=DPI,
        quality=75,
        producer="Pemindai kantor contoh",
        creationDate=kapan,
        modDate=kapan,
    )
    return keluar.getvalue()


def _jpeg(gambar: Image.Image, mutu: int) -> bytes:
    keluar = io.BytesIO()
    gambar.save(keluar, "JPEG", quality=mutu, dpi=(DPI, DPI))
    return keluar.getvalue()
