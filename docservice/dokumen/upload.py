"""Counts an upload while it arrives and stops it at the limit; Django alone limits no file."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler
from django.http import HttpRequest

from docservice.akun.models import Pengguna
from docservice.dokumen.gudang import ruang_cukup
from docservice.dokumen.kuota import kuota_penuh, muat
from docservice.umum.errors import RuangPenuh, TerlaluBesar

FOTO_ULANG = "Foto ulang di halaman unggah agar dikecilkan sendiri."


def terlalu_besar(batas: int = 0, *, ukuran: int = 0, jalan: str = FOTO_ULANG) -> TerlaluBesar:
    """Both in bytes: *batas*, without it the limit of one paper; *ukuran* where it is known. *jalan* leads on."""
    borongan = batas > settings.UPLOAD_LIMIT
    batas = batas if borongan else settings.UPLOAD_LIMIT
    apa, jalan = ("Kiriman", "Bagi menjadi beberapa ZIP.") if borongan else ("Berkas", jalan)
    lebih = f"{-(-ukuran // 1_000_000)} MB, batasnya" if ukuran > batas else "lebih dari"
    return TerlaluBesar(f"{apa} {lebih} {batas // 1_000_000} MB. {jalan}")


def ruang_penuh() -> RuangPenuh:
    return RuangPenuh("Unggahan belum diterima. Simpan kertas Anda; coba lagi besok.")


def check_terhenti(request: HttpRequest, jalan: str = FOTO_ULANG) -> None:
    """After reading the form: raise what made the handler stop, if anything did."""
    match getattr(request, "unggahan_ditolak", ""):
        case "terlalu_besar":
            raise terlalu_besar(ukuran=getattr(request, "unggahan_ukuran", 0), jalan=jalan)
        case "ruang_penuh":
            raise ruang_penuh()
        case "kuota_penuh":
            raise kuota_penuh()


class CountingUploadHandler(TemporaryFileUploadHandler):
    """Leaves the reason in ``request.unggahan_ditolak`` (``terlalu_besar``, ``ruang_penuh`` or ``kuota_penuh``)."""

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *args: Any, **kwargs: Any) -> None:
        """Django lets nobody stop here; what is known already is acted upon when the first file begins."""
        self.jumlah, self.alasan, self.panjang, self.ke = 0, "", content_length, 0
        self.terlalu_jauh = content_length > 4 * settings.UPLOAD_LIMIT
        if self.terlalu_jauh:
            self.alasan = "terlalu_besar"
        elif not ruang_cukup(content_length):
            self.alasan = "ruang_penuh"
        elif self._kuota_penuh(content_length):
            self.alasan = "kuota_penuh"

    def _kuota_penuh(self, panjang: int) -> bool:
        """Only what is meant for the archive counts: anyone may have a decree checked. This spares the reading; what
        may stay is decided when it is written (``ambil_ruang``)."""
        cocok = self.request.resolver_match if self.request else None
        pengguna = getattr(self.request, "user", None)
        untuk_arsip = cocok is not None and any(kata in cocok.route for kata in ("dokumen/", "borongan/"))
        if not untuk_arsip or not isinstance(pengguna, Pengguna):
            return False
        return not muat(pengguna, panjang)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self.jumlah += len(raw_data)
        if self.jumlah > settings.UPLOAD_LIMIT:
            self._tolak("terlalu_besar")
        super().receive_data_chunk(raw_data, start)
        return None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        self.jumlah, self.ke = 0, self.ke + 1
        if self.alasan:
            self._tolak(self.alasan)
        super().new_file(*args, **kwargs)

    def _tolak(self, alasan: str) -> None:
        if self.request is not None:
            self.request.unggahan_ditolak = alasan  # type: ignore[attr-defined]
            # A form with one file is as large as that file; of several nobody knows which.
            self.request.unggahan_ukuran = self.panjang if self.ke <= 1 else 0  # type: ignore[attr-defined]
        # Far beyond one honest form we do not even read the rest.
        raise StopUpload(connection_reset=self.terlalu_jauh)
