"""One file of a sending against the archive: whose it is, what it is, and what is still missing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docservice.akun.models import Pengguna
from docservice.borongan.models import BarisBorongan
from docservice.borongan.status import StatusBaris
from docservice.dokumen.models import TAHUN, TAHUN_TAK_DIKENAL, JenisDokumen
from docservice.dokumen.nama_berkas import tebak
from docservice.dokumen.permissions import check_may_unggah
from docservice.pegawai.models import Pegawai
from docservice.umum.errors import TidakBerwenang

ORANG_TAK_DIKENAL = "Tidak ada pegawai dengan NIP ini yang berkasnya boleh Anda unggah."


class Pemeriksa:
    """Judges rows for one person; kinds are read once, people a batch at a time."""

    def __init__(self, by: Pengguna) -> None:
        self.by = by
        self.jenis = {satu.pk: satu for satu in JenisDokumen.objects.all()}
        self._nama = {satu.nama.casefold(): satu.pk for satu in self.jenis.values()}

    def kode(self, teks: str) -> str:
        """A kind as someone typed it: its code or its name, or ``KODE · Nama`` as the list offers it."""
        teks = teks.partition(" · ")[0].strip()
        return teks.upper() if teks.upper() in self.jenis else self._nama.get(teks.casefold(), teks[:30])

    def orang(self, nip: Iterable[str]) -> dict[str, Pegawai]:
        """Those of *nip* whom this person may know of."""
        terlihat = Pegawai.objects.visible_to(self.by).select_related("unit", "pengguna")
        return {satu.nip: satu for satu in terlihat.filter(nip__in=set(nip) - {""})}

    def terka(self, baris: BarisBorongan) -> BarisBorongan:
        """Fill in what the file's name says."""
        kata = tebak(baris.nama)
        baris.jenis, baris.minor, baris.nip, baris.masalah = kata.jenis, kata.minor, kata.nip, kata.masalah
        return baris

    def nilai(self, semua: list[BarisBorongan]) -> list[BarisBorongan]:
        """Set state and sentence of each row that has bytes; a sentence of the name itself stands first."""
        orang = self.orang(baris.nip for baris in semua)
        for baris in semua:
            baris.masalah = self._masalah(baris, orang.get(baris.nip))
            baris.status = StatusBaris.PERLU if baris.masalah else StatusBaris.SIAP
        return semua

    def _masalah(self, baris: BarisBorongan, pegawai: Pegawai | None) -> str:
        jenis = self.jenis.get(baris.jenis)
        if jenis is None:
            return tebak(baris.nama).masalah if not baris.jenis else "Jenis dokumen tidak dikenal. Pilih dari daftar."
        if pegawai is None:
            return ORANG_TAK_DIKENAL
        if jenis.per_tahun and not re.match(TAHUN, baris.minor):
            return TAHUN_TAK_DIKENAL
        try:
            check_may_unggah(self.by, pegawai, jenis)
        except TidakBerwenang as salah:
            return salah.pesan
        return ""
