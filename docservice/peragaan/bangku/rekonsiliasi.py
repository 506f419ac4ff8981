"""An export of everybody here, compared field by field, against merely reading it and fetching the people.

On the database as it is (``seed_demo --besar`` makes a large one); what is written is taken back.
"""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import python_calamine
from django.db import transaction
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.pegawai.models import Pegawai
from docservice.rekonsiliasi.banding import bandingkan
from docservice.rekonsiliasi.contoh import contoh_ekspor
from docservice.rekonsiliasi.ekspor import baca_ekspor
from docservice.rekonsiliasi.hasil import ke_json, ke_xlsx, susun
from docservice.rekonsiliasi.jobs import SEKALI
from docservice.rekonsiliasi.kita import kumpulkan
from docservice.rekonsiliasi.models import Beda, OrangRekonsiliasi, Rekonsiliasi
from docservice.umum.errors import BelumLengkap
from docservice.umum.lembar import xlsx_lembar
from storage import Table, read_table


def ukur() -> dict[str, Any]:
    """CPU-seconds of this process; what the limited child reads is told by the clock.

    Raises :class:`BelumLengkap` on an empty installation.
    """
    pengguna = Pengguna.objects.order_by("pk").first()
    if pengguna is None:
        raise BelumLengkap("Belum ada pegawai. Isi dahulu dengan seed_demo.")
    with tempfile.TemporaryDirectory() as folder, transaction.atomic():
        letak = Path(folder) / "siasn.xlsx"
        letak.write_bytes(xlsx_lembar({"Data": list(contoh_ekspor())}, dibuat=timezone.now()))
        polos = _cpu(lambda: _polos(letak))
        satu = Rekonsiliasi.objects.create(
            nama=letak.name, sumber="0" * 64, kunci="bench", per_tanggal=timezone.localdate(), oleh=pengguna
        )
        mulai = time.monotonic()
        tabel = read_table(letak)
        baca = time.monotonic() - mulai
        banding = _cpu(lambda: _banding(satu, tabel))
        satu.ditutup_oleh, satu.ditutup_pada = pengguna, timezone.now()
        hasil = _cpu(lambda: (ke_json(susun(satu)), ke_xlsx(susun(satu))))
        isi = {"orang": satu.orang.count(), "beda": satu.beda.count(), "byte": letak.stat().st_size}
        transaction.set_rollback(True)
    return {
        **isi,
        "baca_di_anak_detik": round(baca, 3),
        "polos_cpu": round(polos, 3),
        "banding_cpu": round(banding, 3),
        "hasil_cpu": round(hasil, 3),
        "nisbah": round(banding / polos, 2),
        "memori_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000,
    }


def _cpu(kerja: Callable[[], object]) -> float:
    awal = time.process_time()
    kerja()
    return time.process_time() - awal


def _polos(letak: Path) -> None:
    """What any program must do: read the cells, fetch the people."""
    python_calamine.CalamineWorkbook.from_path(str(letak)).get_sheet_by_index(0).to_python()
    kumpulkan(list(Pegawai.objects.values_list("nip", flat=True)))


def _banding(satu: Rekonsiliasi, tabel: Table) -> None:
    ekspor = baca_ekspor(tabel)
    for awal in range(0, len(ekspor.orang), SEKALI):
        sekali = ekspor.orang[awal : awal + SEKALI]
        kita = kumpulkan([orang.nip for orang in sekali])
        pasangan = [bandingkan(satu, orang, kita.get(orang.nip), ekspor.kolom) for orang in sekali]
        OrangRekonsiliasi.objects.bulk_create([orang for orang, _ in pasangan])
        Beda.objects.bulk_create([beda for _, semua in pasangan for beda in semua])
