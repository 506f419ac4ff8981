"""A rule set as an administrator would: the decision that is always given, and today's setting to start from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from docservice.aturan import jenis as atur_jenis
from docservice.aturan import layanan as atur_layanan
from docservice.aturan.penetapan import Penetapan
from docservice.dokumen.models import JenisDokumen, VersiJenisDokumen
from docservice.layanan.models import VersiLayanan
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR
from tests.docservice.layanan.alat import kp

NANTI = timedelta(days=14)


def penetapan(mulai: date | None = None, **lain: Any) -> Penetapan:
    isi: dict[str, Any] = {
        "berlaku_dari": mulai or timezone.localdate(),
        "keputusan_nomor": "800.1.9/Kep.44/BKPSDMD/2026",
        "keputusan_tanggal": date(2026, 11, 2),
        "alasan": "Rapat evaluasi layanan.",
    }
    return Penetapan(**isi | lain)


def isian(mulai: str = "16-11-2026", **lain: Any) -> dict[str, Any]:
    """The same as a form sends it."""
    tetap = {"keputusan_nomor": "800/44", "keputusan_tanggal": "2-11-2026", "alasan": "Rapat evaluasi layanan."}
    return {"berlaku_dari": mulai, **tetap, **lain}


def atur(kantor: KantorUji, kode: str, mulai: date | None = None, **ubah: Any) -> VersiJenisDokumen:
    jenis = JenisDokumen.objects.get(pk=kode)
    isi = atur_jenis.isi_terakhir(jenis) | ubah
    return atur_jenis.tetapkan_jenis(by=kantor.akun(ADMINISTRATOR), jenis=jenis, isi=isi, penetapan=penetapan(mulai))


def atur_kp(kantor: KantorUji, mulai: date | None = None, **ubah: Any) -> VersiLayanan:
    baru = replace(atur_layanan.aturan_terakhir(kp()), **ubah)
    return atur_layanan.tetapkan_layanan(
        by=kantor.akun(ADMINISTRATOR), layanan=kp(), baru=baru, penetapan=penetapan(mulai)
    )
