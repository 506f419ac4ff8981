"""Searching with facets, marks and access filter, against plain calls of the engine on the same index in the same run.

Papers are those of the published trial over and over, with names, numbers and units by chance: one page of a decree.
"""

from __future__ import annotations

import itertools
import json
import random
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from docservice.peragaan.bangku.intake import di_rumah_sendiri
from docservice.peragaan.bangku.polos import indeks_polos, indeks_siap, tanya_polos
from search import Entry, Query, SearchIndex, TantivyIndex, open_index
from search.tantivy_document import document
from search.trial.papers import NAMES, papers

UNIT, ORANG = 40, 20
"""Offices; papers of one person."""
ULANG, KALI_BANGUN = 7, 3
PERTANYAAN = (
    "kenaikan pangkat",
    "keputusan",
    "pegawai negeri sipil",
    "pengangkatan jabatan",
    '"kenaikan gaji berkala"',
    "jenis:SK_KP tahun:2019",
    "naik pangkat wulandari",
    "800.1.3",
    "kenaik*",
    "pensiun -meninggal",
    "cuti besar",
    "tugas belajar dinas kesehatan",
)
KETIKAN = ("la", "laras", "sk ken", "800.1.3/00", "197103", "wulan")
LEMBAR = "\n".join(f"Halaman ini memuat ketentuan nomor {n} tentang kepegawaian daerah." for n in range(30))
"""With the paper's own words about what stands on one page."""


def ukur(jumlah: int = 5000, alamat: str = "") -> dict[str, Any]:
    """*alamat* names another engine, whose index is replaced; without it a Tantivy that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        indeks, pembaca = (open_index(alamat or f"tantivy://{folder}/indeks") for _ in range(2))
        isi = list(surat(min(jumlah, 5000)))
        bangun = _cpu(lambda: indeks.rebuild(surat(jumlah)))
        hasil: dict[str, Any] = {"mesin": type(indeks).__name__, "dokumen": indeks.count(), "bangun": _bulat(bangun)}
        hasil["bangun"]["byte_per_dokumen"] = _ukuran(Path(folder, "indeks")) // jumlah if not alamat else None
        hasil["bangun"]["teks_per_dokumen"] = sum(len(e.text) for e in isi) // len(isi)
        polos = _cpu(lambda: indeks_polos(Path(folder, "polos"), isi))
        hasil["bangun"]["rasio_cpu_polos"] = round(bangun[0] / jumlah / (polos[0] / len(isi)), 1)
        hasil["bangun"]["rasio_cpu_dokumen_sama"] = _dokumen_sama(Path(folder), isi)
        for nama, akses in (("satu_unit", {"u7"}), ("semua", {"daerah"}), ("seorang", {"p3"})):
            hasil[nama] = _jalankan(_pencari(indeks, frozenset(akses)), PERTANYAAN)
        hasil["saran"] = _jalankan(lambda q: indeks.suggest(q, ["u7"]), KETIKAN)
        hasil |= _tertinggal(indeks, pembaca)
        if isinstance(indeks, TantivyIndex):
            hasil["polos"] = _banding(indeks, frozenset({"u7"}))
            hasil["rasio"] = round(hasil["satu_unit"]["terbaik"] / hasil["polos"]["terbaik"], 2)
            hasil["halaman"] = halaman(jumlah)
        return hasil


def _dokumen_sama(folder: Path, isi: list[Entry]) -> float:
    """A rebuild against the engine alone, taking in the same documents with the same fields: the best of some runs of
    each in turns, for others work at the machine too."""
    siap = [document(satu) for satu in isi]
    mesin, kami = [], []
    for n in range(KALI_BANGUN):
        mesin.append(_cpu(partial(indeks_siap, folder / f"siap-{n}", siap))[0])
        kami.append(_cpu(partial(TantivyIndex(folder / f"sama-{n}").rebuild, isi))[0])
    return round(min(kami) / min(mesin), 1)


def _pencari(indeks: SearchIndex, akses: frozenset[str]) -> Callable[[str], Any]:
    return lambda teks: indeks.search(Query(teks, akses))


def halaman(jumlah: int) -> dict[str, Any]:
    """Figures of ``cari_anak``: the service's own page over so many papers. Raises ``CalledProcessError``."""
    with tempfile.TemporaryDirectory(prefix="bangku-") as folder:
        isi: dict[str, Any] = json.loads(di_rumah_sendiri(Path(folder), "cari_anak", str(jumlah)))
        return isi


def surat(jumlah: int) -> Iterator[Entry]:
    """The papers of the trial again and again, with people, units, numbers and years by chance."""
    asal, acak = papers(), random.Random(jumlah)
    kata = [bagian for nama in NAMES for bagian in nama.split()]
    nama = nip = ""
    for n in range(jumlah):
        satu, unit = asal[n % len(asal)], acak.randrange(UNIT)
        tahun = str(2000 + acak.randrange(26))
        if n % ORANG == 0:
            nama, nip = f"{acak.choice(kata)} {acak.choice(kata)}", _nip(acak, n)
        yield replace(
            satu,
            id=str(n),
            text=f"{satu.text}\n{LEMBAR}",
            nama=nama,
            nip=nip,
            numbers=[f"800.1.{n % 9}/{n:05d}/BKPSDM/{tahun}"],
            akses=["daerah", f"u{unit}", f"p{n // ORANG}"],
            facets=satu.facets | {"unit": f"Dinas {unit}", "tahun": tahun, "status": str(n % 3), "kelas": "BT"[n % 2]},
            date=f"{tahun}-0{acak.randrange(1, 9)}-11",
        )


def _nip(acak: random.Random, n: int) -> str:
    lahir = f"19{acak.randrange(60, 99)}0{acak.randrange(1, 9)}1{acak.randrange(9)}"
    return f"{lahir}201903{acak.randrange(1, 3)}{n % 900:03d}"


def _jalankan(kerja: Callable[[str], Any], pertanyaan: tuple[str, ...]) -> dict[str, float]:
    """Milliseconds of each, warm. ``terbaik`` is the mean over the questions of each one's quickest run: what the
    work costs when nobody else is at the machine, and so what ratios are made of."""
    lama: dict[str, list[float]] = {satu: [] for satu in pertanyaan}
    for satu in pertanyaan:
        kerja(satu)
        for _ in range(ULANG):
            mulai = time.perf_counter()
            kerja(satu)
            lama[satu].append((time.perf_counter() - mulai) * 1000)
    semua = sorted(ukuran for satu in lama.values() for ukuran in satu)
    terbaik = sum(map(min, lama.values())) / len(lama)
    p = {f"p{bagian}": round(semua[len(semua) * bagian // 100], 2) for bagian in (50, 95)}
    return p | {"terbaik": round(terbaik, 2), "terlama": round(max(map(min, lama.values())), 2)}


def _banding(indeks: TantivyIndex, akses: frozenset[str]) -> dict[str, float]:
    """The same questions as the engine's own calls: one search, one aggregation, the texts of the hits."""
    pencari = indeks.searcher()
    return _jalankan(lambda q: tanya_polos(pencari, q, akses), PERTANYAAN)


def _tertinggal(indeks: SearchIndex, pembaca: SearchIndex) -> dict[str, float]:
    """From the call that writes one document, while others search without a pause, the 95th of a hundred, of twenty at
    most: until another reader's answer holds it (``tampak_ms``), and until the writer, having merged what it wrote with
    what was there, could take the next (``tertinggal_ms``)."""
    tampak, selesai = [], []
    with _dicari_terus(indeks), ThreadPoolExecutor(1) as penulis:
        for n in range(20):
            satu = Entry(f"baru-{n}", "1", f"barusaja{n}", "isi", akses=["u7"])
            mulai = time.perf_counter()
            menulis = penulis.submit(indeks.write, [satu], [])
            while not (pembaca.search(Query(f"barusaja{n}", frozenset({"u7"}))).total or menulis.done()):
                time.sleep(0.01)
            tampak.append((time.perf_counter() - mulai) * 1000)
            menulis.result()
            selesai.append((time.perf_counter() - mulai) * 1000)
            assert pembaca.search(Query(f"barusaja{n}", frozenset({"u7"}))).total == 1
    return {"tampak_ms": round(sorted(tampak)[-2], 1), "tertinggal_ms": round(sorted(selesai)[-2], 1)}


@contextmanager
def _dicari_terus(indeks: SearchIndex) -> Iterator[None]:
    """Two people who ask one question after the other."""
    selesai = threading.Event()

    def bertanya() -> None:
        for teks in itertools.cycle(PERTANYAAN):
            if selesai.is_set():
                return
            indeks.search(Query(teks, frozenset({"daerah"})))

    with ThreadPoolExecutor(2) as orang:
        sedang = [orang.submit(bertanya) for _ in range(2)]
        try:
            yield
        finally:
            selesai.set()
        for satu in sedang:
            satu.result()


def _cpu(kerja: Callable[[], Any]) -> tuple[float, float]:
    cpu, jam = time.process_time(), time.perf_counter()
    kerja()
    return time.process_time() - cpu, time.perf_counter() - jam


def _bulat(ukuran: tuple[float, float]) -> dict[str, Any]:
    return {"cpu_s": round(ukuran[0], 1), "detik": round(ukuran[1], 1)}


def _ukuran(folder: Path) -> int:
    return sum(satu.stat().st_size for satu in folder.rglob("*") if satu.is_file())
