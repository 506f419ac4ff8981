"""Who was quicker: told to whoever comes second, out of the journal."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Model

from docservice.akun.models import Pengguna
from docservice.audit.models import Jejak
from docservice.umum.kalimat import oleh_pada


def terakhir(objek: Model, *aksi: str) -> tuple[str, datetime | None]:
    """Name and moment of the newest of these entries about *objek*; the system has no name of its own."""
    semua = Jejak.objects.filter(objek=f"{objek._meta.model_name}:{objek.pk}", aksi__in=aksi)
    jejak = semua.order_by("-nomor").first()
    if jejak is None:
        return "", None
    pelaku = Pengguna.objects.filter(pk=jejak.pelaku).first() if jejak.pelaku else None
    return pelaku.nama if pelaku else "", jejak.waktu


def oleh_siapa(objek: Model, *aksi: str) -> str:
    """The same as it follows a verb: ``oleh Yosafat Wirabuana, 2 November 2026, 09.42 WIB``."""
    return oleh_pada(*terakhir(objek, *aksi))


def akun_berubah(orang: Pengguna) -> str:
    """For whoever saw the account in its other state."""
    kata = "diaktifkan" if orang.is_active else "dinonaktifkan"
    return f"Akun ini sudah {kata} {oleh_siapa(orang, f'akun.{kata}')}. Periksa keadaannya sekarang."
