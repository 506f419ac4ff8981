"""Every page a person comes to by clicking, in each role, and every list of the API: time on the server and questions
to the database.

Measured on the database as it is (``seed_demo --besar`` makes a large one), against the smallest page we have in the
same run. Reading leaves what reading leaves: rows of who looked at what.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, resolve
from drf_spectacular.generators import SchemaGenerator
from lxml import html

from docservice.akun.middleware import daftar_peran
from docservice.akun.models import Cakupan, Pengguna, Penugasan, TokenApi
from docservice.akun.peran import Peran
from docservice.umum.errors import BelumLengkap

ULANG, TERBERAT = 3, 25
TOKEN = "bench halaman"
TERKECIL = "/kunci-layar/hidup/"
LAMA_MS = 300
"""What a page may take on the server."""


@dataclass(frozen=True)
class Halaman:
    """One address of the house as one role sees it."""

    peran: str
    pola: str
    alamat: str
    kueri: int


def ukur() -> dict[str, Any]:
    """CPU milliseconds, the best of three of each; raises :class:`BelumLengkap` when nobody holds a role yet."""
    settings.ALLOWED_HOSTS = ["*"]
    kosong, semua = [], []
    for peran, pengguna in orang():
        pembaca = masuk(pengguna, peran)
        kosong.append(_terbaik(pembaca, TERKECIL))
        semua += [(_terbaik(pembaca, satu.alamat), satu) for satu in jelajah(pembaca, peran)]
    TokenApi.objects.filter(nama=TOKEN).delete()
    semua.sort(key=lambda pasangan: -pasangan[0])
    ms = [satu for satu, _ in semua]
    return {
        "halaman": len(ms),
        "p50_ms": ms[len(ms) // 2],
        "p95_ms": ms[len(ms) // 20],
        "terlama_ms": ms[0],
        "di_atas_batas": sum(satu > LAMA_MS for satu in ms),
        "kosong_ms": min(kosong),
        "nisbah_p95": round(ms[len(ms) // 20] / min(kosong), 1),
        "kueri_terbanyak": max(satu.kueri for _, satu in semua),
        "terberat": [{"ms": lama, **asdict(satu)} for lama, satu in semua[:TERBERAT]],
    }


def orang() -> Iterator[tuple[str, Pengguna]]:
    """Whoever was given each role last, and an employee who holds none."""
    tugas = Penugasan.objects.berlaku().select_related("pengguna").order_by("pk")
    if not tugas:
        raise BelumLengkap("Belum ada pemegang peran. Jalankan seed_demo lebih dahulu.")
    for peran in Peran:
        if satu := tugas.filter(peran=peran).last():
            yield peran, satu.pengguna
    yield Peran.PEGAWAI, Pengguna.objects.filter(penugasan=None, pegawai__dokumen__isnull=False).distinct()[:1].get()


def masuk(pengguna: Pengguna, peran: str) -> Client:
    """A browser in which *pengguna* works as *peran*, with a key for the API."""
    _, token = TokenApi.terbitkan(pengguna, nama=TOKEN, cakupan=[Cakupan.BACA])
    pembaca = Client(headers={"Authorization": f"Bearer {token}"})
    pembaca.force_login(pengguna)
    sesi = pembaca.session
    sesi["peran"] = next(satu.kunci for satu in daftar_peran(pengguna) if satu.kode == peran)
    sesi.save()
    return pembaca


def jelajah(pembaca: Client, peran: str) -> Iterator[Halaman]:
    """One of each address, found by following links from the front page; then the lists of the API."""
    menunggu, sudah = ["/", *_daftar_api()], set()
    while menunggu:
        alamat = menunggu.pop(0)
        pola = _pola(alamat)
        if pola is None or pola in sudah:
            continue
        sudah.add(pola)
        jawaban, kueri = buka(pembaca, alamat)
        if jawaban.status_code != 200 or jawaban.streaming:
            continue
        if "html" in jawaban.headers["Content-Type"]:
            menunggu += _tautan(jawaban.content, alamat)
        yield Halaman(peran, pola, alamat, kueri)


def buka(pembaca: Client, alamat: str) -> tuple[Any, int]:
    """The answer, and how many questions it took."""
    with CaptureQueriesContext(connection) as kueri:
        jawaban = pembaca.get(alamat)
        if jawaban.streaming:  # a download: read to its end, it closes itself
            deque(jawaban, maxlen=0)
    return jawaban, len(kueri)


def _daftar_api() -> list[str]:
    jalur = SchemaGenerator().get_schema(request=None, public=True)["paths"]  # type: ignore[no-untyped-call]
    return [satu for satu, cara in jalur.items() if "get" in cara and "{" not in satu]


def _pola(alamat: str) -> str | None:
    try:
        return resolve(urlsplit(alamat).path).route
    except Resolver404:
        return None


def _tautan(isi: bytes, alamat: str) -> list[str]:
    semua = (urljoin(alamat, satu) for satu in html.fromstring(isi).xpath("//a/@href"))
    return [satu for satu in semua if satu.startswith("/")]


def _terbaik(pembaca: Client, alamat: str) -> float:
    lama = []
    for _ in range(ULANG):
        mulai = time.process_time()
        pembaca.get(alamat)
        lama.append((time.process_time() - mulai) * 1000)
    return round(min(lama), 1)
