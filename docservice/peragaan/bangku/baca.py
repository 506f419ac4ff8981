"""Reading scans against bare Tesseract in the same run: CPU-seconds a page, and letters wrong of a hundred.

Papers of our own catalogue, drawn, and made as bad as offices send them; their own text layer is the truth.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageFilter

from docservice.peragaan.bangku.cpu import cpu, tesseract
from docservice.peragaan.pemindai_tiruan import foto, halaman, pindai
from search import Page, extract
from search.trial.letters import by_place, wrong_letters
from templates_sk import kind, render

JENIS = (
    "sk_kenaikan_pangkat",
    "sk_mutasi",
    "surat_kgb",
    "surat_cuti_tahunan",
    "spmt",
    "evaluasi_kinerja",
    "daftar_keluarga",
    "formulir_cuti",
)


def ukur(jenis: tuple[str, ...] = JENIS) -> dict[str, Any]:
    """For each level of noise ours, Tesseract alone, and the ratio of their CPU-seconds."""
    with tempfile.TemporaryDirectory(prefix="bangku-") as folder:
        berkas = {nama: render(nama, kind(nama).sample).pdf for nama in jenis}
        extract(_simpan(Path(folder, "hangat.pdf"), berkas[jenis[0]]))
        hasil = {nama: _tingkat(buat, berkas, Path(folder)) for nama, buat in TINGKAT.items()}
    kami, mesin = (sum(satu[bagian] for satu in hasil.values()) for bagian in ("kami_cpu_s", "mesin_cpu_s"))
    return {**hasil, "rasio": round(kami / mesin, 2)}


def _tingkat(buat: Callable[[bytes, int], bytes], berkas: dict[str, bytes], folder: Path) -> dict[str, float]:
    salah, salah_mesin, huruf, kami, mesin = 0, 0, 0, 0.0, 0.0
    for nomor, pdf in enumerate(berkas.values()):
        benar = by_place(extract(_simpan(folder / "asli.pdf", pdf)).pages[0])
        pindaian = buat(pdf, nomor)
        path = _simpan(folder / ("foto.jpg" if pindaian.startswith(b"\xff\xd8") else "pindai.pdf"), pindaian)
        awal = cpu()
        kata = _halaman(path, "cepat")
        kami += cpu() - awal
        mesin += _tesseract(path, folder)
        salah += wrong_letters(benar, by_place(kata))
        salah_mesin += wrong_letters(benar, by_place(_halaman(path, "tesseract")))
        huruf += len(benar)
    return {
        "kami_cpu_s": round(kami / len(berkas), 3),
        "mesin_cpu_s": round(mesin / len(berkas), 3),
        "rasio": round(kami / mesin, 2),
        "kami_salah_persen": round(100 * salah / huruf, 2),
        "mesin_salah_persen": round(100 * salah_mesin / huruf, 2),
    }


def _halaman(path: Path, pembaca: Any) -> Page:
    return extract(path, reader=pembaca).pages[0]


def _bersih(pdf: bytes, nomor: int) -> bytes:
    keluar = io.BytesIO()
    halaman(pdf)[0].save(keluar, "PDF", resolution=300, quality=85)
    return keluar.getvalue()


def _pindai(pdf: bytes, nomor: int) -> bytes:
    keluar = io.BytesIO()
    _lembar(pindai(pdf, seed=nomor, miring=(0.6, -1.1, 1.4, -0.3)[nomor % 4])).save(keluar, "PDF", resolution=300)
    return keluar.getvalue()


def _salinan(pdf: bytes, nomor: int) -> bytes:
    """A copy of a copy at 200 dpi: thin strokes broken, dirt, a dark edge."""
    acak = np.random.default_rng(nomor)
    lembar = halaman(pdf, 200)[0].filter(ImageFilter.GaussianBlur(0.9))
    keras = ((np.asarray(lembar, np.float32) - 60) * 2).clip(0, 255)
    debu = acak.random(keras.shape)
    keras[debu < 0.001] = 40
    keras[:, :12] *= 0.3
    keras += acak.normal(0, 12, keras.shape)
    miring = (-1.3, 1.0, -0.7, 1.4)[nomor % 4]
    gambar = Image.fromarray(keras.clip(0, 255).astype(np.uint8))
    keluar = io.BytesIO()
    gambar.rotate(miring, Image.Resampling.BICUBIC, fillcolor=235).save(keluar, "JPEG", quality=70)
    return keluar.getvalue()


def _foto(pdf: bytes, nomor: int) -> bytes:
    return foto(pdf, seed=nomor)


TINGKAT: dict[str, Callable[[bytes, int], bytes]] = {
    "bersih": _bersih,
    "pindai": _pindai,
    "salinan": _salinan,
    "foto": _foto,
}


def _lembar(pdf: bytes) -> Image.Image:
    return halaman(pdf)[0]


def _simpan(path: Path, isi: bytes) -> Path:
    path.write_bytes(isi)
    return path


def _tesseract(path: Path, folder: Path) -> float:
    """CPU-seconds of the bare engine on the same picture."""
    gambar = Image.open(path) if path.suffix == ".jpg" else _lembar(path.read_bytes())
    gambar.save(folder / "p.png", compress_level=1)
    return tesseract(folder / "p.png")
