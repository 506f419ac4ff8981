"""How often one address may use the public check: as a page or over the API, counted together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework.throttling import SimpleRateThrottle

from docservice.umum.alamat import alamat_klien
from docservice.umum.errors import TerlaluSering

if TYPE_CHECKING:
    from django.http import HttpRequest


class _LajuPerAlamat(SimpleRateThrottle):
    kata = "Terlalu banyak pemeriksaan"

    def get_cache_key(self, request: Any, view: Any) -> str:
        return f"throttle_{self.scope}_{alamat_klien(request)}"


class LajuCek(_LajuPerAlamat):
    """Guessing a 128-bit code stays hopeless; a queue at a counter does not wait."""

    scope = "cek"


class LajuCekBerkas(_LajuPerAlamat):
    """A signature check costs seconds of a processor."""

    scope = "cek_berkas"


class LajuLapor(_LajuPerAlamat):
    """A report is read by a person."""

    scope, kata = "lapor", "Terlalu banyak laporan"


def batasi(laju: type[_LajuPerAlamat], request: HttpRequest) -> None:
    """Count one check of a page; raises :class:`TerlaluSering` with the seconds to wait."""
    penghitung = laju()
    if not penghitung.allow_request(request, None):  # type: ignore[arg-type]  # its key needs the address only
        tunggu = max(1, round(penghitung.wait() or 60))
        kapan = f"{-(-tunggu // 60)} menit" if tunggu >= 60 else f"{tunggu} detik"
        raise TerlaluSering(f"{laju.kata} dari jaringan ini. Coba lagi {kapan} lagi.")
