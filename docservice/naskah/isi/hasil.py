"""The result of a service as a naskah: what its fields are filled from, and what follows its issue.

A field comes from validated rows when a fact of its name is known (:mod:`.fakta`), else from the request. What the
request brought may still be changed in the draft; what was validated is corrected where it was validated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen
from docservice.layanan.actions import pindahkan
from docservice.layanan.models import Permohonan
from docservice.layanan.status import StatusPermohonan
from docservice.naskah.isi import fakta
from docservice.naskah.models import Kewenangan, Naskah, NomorRegister
from docservice.naskah.nomor import nomor_bertitik
from docservice.riwayat.actions import periksa_isian, tulis_dari_keputusan
from docservice.umum.errors import IsianSalah
from docservice.umum.waktu import tanggal_panjang
from templates_sk import DataError, kind, validate

Baris = Callable[[Naskah, NomorRegister], tuple[str, dict[str, Any]]]
"""The kind of riwayat a naskah creates, and its data."""
_PANJANG_MINOR = 20
_BUKAN_NAMA = re.compile(r"[^0-9A-Za-z]+")
"""It becomes part of a file's name."""
_KANTOR = {"nomor", "nomor_draf", "tanggal", "verification_url", "footer", "penanda_tangan", "pengesah", "salinan"}
"""Set by the office's own rules or at the signature, never by a request."""


@dataclass(frozen=True)
class Hasil:
    """One kind of naskah of one service. ``singkat`` names the fields that tell one from another in a list."""

    layanan: str
    jenis: str
    DOKUMEN: str
    singkat: tuple[str, ...] = ()
    khusus: Mapping[str, fakta.Fakta] = field(default_factory=dict)
    riwayat: Baris | None = None
    minta: frozenset[str] = frozenset()
    """Fields that are asked although a fact of their name is known: it is somebody else's."""

    @property
    def _dari_riwayat(self) -> dict[str, fakta.Fakta]:
        """Facts of this kind by field."""
        one = kind(self.jenis)
        kop = {"kop": fakta.kop_keputusan} if one.wording.bentuk == "keputusan" else {}
        boleh = set(one.schema.model_fields) - self.minta
        return {nama: satu for nama, satu in {**fakta.UMUM, **kop, **self.khusus}.items() if nama in boleh}

    @property
    def BOLEH_DIUBAH(self) -> frozenset[str]:
        return frozenset(kind(self.jenis).schema.model_fields) - set(self._dari_riwayat) - _KANTOR

    def isi(self, permohonan: Permohonan, kewenangan: Kewenangan) -> dict[str, Any]:
        """Raises BelumLengkap (nothing validated to draw from) and IsianSalah (what the request lacks)."""
        one, pada = kind(self.jenis), timezone.localdate()
        minta = {nama: nilai for nama, nilai in permohonan.data.items() if nama in self.BOLEH_DIUBAH}
        data = minta | {nama: satu(permohonan, kewenangan) for nama, satu in self._dari_riwayat.items()}
        surat = one.wording.bentuk != "keputusan"
        oleh = fakta.penanda_tangan_surat if surat else fakta.penanda_tangan
        data["penanda_tangan"] = oleh(permohonan, kewenangan)
        data["nomor_draf"] = nomor_bertitik(self.jenis, pada)
        data.setdefault("tembusan", [])
        self._periksa(data)
        return data

    def _periksa(self, data: dict[str, Any]) -> None:
        try:
            validate(self.jenis, data, draft=True)
        except DataError as salah:
            isian = {satu.field: satu.message for satu in salah.errors}
            raise IsianSalah(
                f"Naskah belum dapat disusun: ada {len(isian)} hal yang perlu dilengkapi.", isian=isian
            ) from None

    def minor(self, naskah: Naskah) -> str:
        """Apart from the person's other papers of this kind: the first distinguishing field, or the year."""
        for nama in self.singkat:
            if nilai := naskah.data.get(nama):
                return _BUKAN_NAMA.sub("-", str(nilai))[:_PANJANG_MINOR].strip("-")
        return str(timezone.localdate().year)

    def ringkas(self, naskah: Naskah) -> str:
        return " · ".join(_tampil(naskah.data[nama]) for nama in self.singkat if naskah.data.get(nama)) or "–"

    def terbit(self, *, by: Pengguna, naskah: Naskah, nomor: NomorRegister, dokumen: Dokumen) -> None:
        """The row it creates, and the request is done."""
        if self.riwayat is not None:
            jenis, data = self.riwayat(naskah, nomor)
            tulis_dari_keputusan(by=by, pegawai=naskah.pegawai, jenis=jenis, data=data, dokumen=dokumen)
        pindahkan(
            by=by, permohonan=naskah.asal, ke=StatusPermohonan.SELESAI, alasan=f"{kind(self.jenis).title} sudah terbit."
        )

    def siap_terbit(self, naskah: Naskah) -> None:
        """Raises IsianSalah now when its row could not be written after the signature."""
        if self.riwayat is not None:
            contoh = NomorRegister(nomor=str(naskah.data["nomor_draf"]), tanggal=timezone.localdate())
            periksa_isian(*self.riwayat(naskah, contoh))


def _tampil(nilai: Any) -> str:
    try:
        return tanggal_panjang(date.fromisoformat(str(nilai)))
    except ValueError:
        return str(nilai)
