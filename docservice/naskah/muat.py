"""The number patterns that come with the service; an office sets its own with a later decision (Law 10)."""

from __future__ import annotations

from docservice.layanan.muat import KEPUTUSAN
from docservice.naskah.isi import JENIS
from docservice.naskah.models import PolaNomor


def muat_pola_nomor() -> int:
    """One for every letter in one's own name whose kind has none yet. Returns how many were added."""
    kurang = set(JENIS) - set(PolaNomor.objects.values_list("jenis_naskah", flat=True))
    baru = [(jenis, *JENIS[jenis].NOMOR) for jenis in sorted(kurang) if hasattr(JENIS[jenis], "NOMOR")]
    for jenis, klasifikasi, seri in baru:
        PolaNomor.objects.create(jenis_naskah=jenis, klasifikasi=klasifikasi, unit=seri, lingkup=seri, **KEPUTUSAN)
    return len(baru)
