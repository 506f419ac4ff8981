"""Previews while typing: the words of every kind, and every draft being written, as the server answers them.

Through the very views the editors ask, signed in as an administrator, each word new so that nothing is found drawn
already. CPU milliseconds, those of the process that paints the pages among them (Linux), the mean of a few; against
the smallest page we have in the same run. Run ``seed_demo`` and ``collectstatic`` first. A preview leaves page images
in the work store; nothing else changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from typing import Any

from django.conf import settings
from django.test import Client

import templates_sk
from docservice.akun.models import TokenApi
from docservice.akun.peran import Peran
from docservice.naskah.forms import DrafForm
from docservice.naskah.models import Naskah, jenis_berlaku
from docservice.naskah.status import StatusNaskah
from docservice.peragaan.bangku.cpu import cpu
from docservice.peragaan.bangku.halaman import TERKECIL, TOKEN, masuk, orang
from docservice.umum.errors import BelumLengkap

ULANG, TERBERAT, LAMA_MS = 5, 5, 200
"""Rounds, how many of the heaviest are named, and what a preview may take on the server."""
_BARU = count(1)


def ukur() -> dict[str, Any]:
    """Per preview its milliseconds; raises :class:`BelumLengkap` when nobody is an administrator yet."""
    settings.ALLOWED_HOSTS = ["*"]
    penulis = _administrator()
    kosong = _rata(partial(penulis.get, TERKECIL))
    kata = {satu.code: _rata(partial(_kata, penulis, satu.code)) for satu in templates_sk.kinds()}
    draf = {f"{satu.jenis} {satu.pk}": _rata(partial(_draf, penulis, satu)) for satu in _sedang_ditulis()}
    TokenApi.objects.filter(nama=TOKEN).delete()
    ms = sorted([*kata.values(), *draf.values()])
    return {
        "pratinjau": len(ms),
        "p50_ms": ms[len(ms) // 2],
        "terlama_ms": ms[-1],
        "di_atas_batas": sum(satu > LAMA_MS for satu in ms),
        "kosong_ms": kosong,
        "nisbah_p50": round(ms[len(ms) // 2] / kosong, 1),
        "kenaikan_pangkat_ms": kata["sk_kenaikan_pangkat"],
        "draf_ms": draf,
        "terberat": dict(sorted(kata.items(), key=lambda satu: -satu[1])[:TERBERAT]),
    }


def _administrator() -> Client:
    for peran, pengguna in orang():
        if peran == Peran.ADMINISTRATOR:
            return masuk(pengguna, peran)
    raise BelumLengkap("Belum ada administrator. Jalankan seed_demo lebih dahulu.")


def _kata(penulis: Client, kode: str) -> Any:
    """A word more in the longest sentence, as after a key."""
    teks = templates_sk.teks_kata(jenis_berlaku(kode))
    baris = max(teks.splitlines(), key=lambda satu: len(satu) if satu[:1].isalpha() else 0)
    awal, _, sisa = baris.partition(" ")
    baru = f"{awal} {next(_BARU)} {sisa}" if awal.isalpha() else baris
    return _pasti(penulis.post(f"/naskah/jenis/{kode}/pratinjau/", {"teks": teks.replace(baris, baru, 1)}))


def _draf(penulis: Client, naskah: Naskah) -> Any:
    formulir = DrafForm.dari(naskah)
    isi = {nama: formulir[nama].value() for nama in formulir.fields} | {"tembusan": f"Arsip {next(_BARU)}"}
    return _pasti(penulis.post(f"/naskah/{naskah.pk}/pratinjau/", isi))


def _pasti(jawaban: Any) -> Any:
    """A preview that shows no page measures nothing."""
    if jawaban.status_code != 200 or b"<img" not in jawaban.content:
        raise BelumLengkap(f"Pratinjau tidak tergambar: {jawaban.status_code} {jawaban.content[:300]!r}")
    return jawaban


def _sedang_ditulis() -> Iterator[Naskah]:
    return Naskah.objects.filter(status=StatusNaskah.DRAF).order_by("pk").iterator()


def _rata(minta: Callable[[], Any]) -> float:
    minta()
    mulai = cpu()
    for _ in range(ULANG):
        minta()
    return round((cpu() - mulai) / ULANG * 1000, 1)
