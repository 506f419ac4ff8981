"""What every new rule needs: a first day that is not past, a decision, a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from django.utils import timezone

from docservice.umum.errors import IsianSalah, SudahBerubah
from docservice.umum.kalimat import oleh_pada


@dataclass(frozen=True)
class Penetapan:
    """``versi`` is the id of the version that was being followed, 0 for the rule we ship."""

    berlaku_dari: date
    keputusan_nomor: str
    keputusan_tanggal: date
    alasan: str
    versi: int | None = None

    def baris(self) -> dict[str, Any]:
        """As the fields of a version."""
        return {
            "berlaku_dari": self.berlaku_dari,
            "keputusan_nomor": self.keputusan_nomor.strip(),
            "keputusan_tanggal": self.keputusan_tanggal,
            "alasan": self.alasan.strip(),
        }

    def salah(self) -> dict[str, str]:
        """Per field: its sentence."""
        hari, salah = timezone.localdate(), {}
        if self.berlaku_dari < hari:
            salah["berlaku_dari"] = "Aturan tidak berlaku surut. Pilih hari ini atau tanggal sesudahnya."
        if self.berlaku_dari > hari + timedelta(days=3 * 366):
            salah["berlaku_dari"] = "Tanggal berlakunya terlalu jauh. Periksa tahunnya."
        if not self.keputusan_nomor.strip():
            salah["keputusan_nomor"] = "Nomor keputusan belum diisi."
        if self.keputusan_tanggal > hari:
            salah["keputusan_tanggal"] = "Tanggal keputusan tidak boleh sesudah hari ini."
        if not 5 <= len(self.alasan.strip()) <= 300:
            salah["alasan"] = "Tulis alasannya, 5 sampai 300 huruf."
        return salah


class Berversi(Protocol):
    pk: Any
    berlaku_dari: date
    ditulis_oleh: Any
    dibuat_pada: datetime


def check_urutan(lama: Berversi | None, penetapan: Penetapan) -> None:
    """Raises :class:`SudahBerubah` when another version came meanwhile, :class:`IsianSalah` before its first day."""
    if penetapan.versi is not None and penetapan.versi != (lama.pk if lama else 0):
        diubah = f"diubah {oleh_pada(lama.ditulis_oleh, lama.dibuat_pada)}" if lama else "diubah orang lain"
        raise SudahBerubah(f"Aturan ini baru saja {diubah}. Isian Anda tetap ada; bandingkan dulu.")
    if lama and lama.berlaku_dari > penetapan.berlaku_dari:
        raise IsianSalah(
            "Sudah ada versi yang berlaku sesudah tanggal itu.",
            isian={"berlaku_dari": "Pilih tanggal yang sama atau sesudah versi terakhir."},
        )


def tolak_bila(salah: dict[str, str]) -> None:
    if salah:
        raise IsianSalah(*salah.values(), isian=salah) if len(salah) == 1 else IsianSalah.pada(salah)
