"""The papers a proposal may be sent with, beside the one it began with: by slot, with what is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen
from docservice.riwayat.bukti import Slot, nama_slot
from docservice.riwayat.tautan import DAPAT_MEMBUKTIKAN
from docservice.riwayat.usulan import Usulan


@dataclass(frozen=True)
class KelompokBukti:
    """One slot on the page. *syarat*: of which rows only."""

    nama: str
    kode: Slot
    calon: list[Dokumen]
    syarat: str = ""


@dataclass(frozen=True)
class PilihanBukti:
    """What the page offers beside the first paper; all but *wajib* is folded away."""

    wajib: list[KelompokBukti]
    bila: list[KelompokBukti]
    lain: KelompokBukti
    dipilih: frozenset[int]

    @property
    def lipatan(self) -> bool:
        return bool(self.bila or self.lain.calon)

    @property
    def terbuka(self) -> bool:
        return any(d.pk in self.dipilih for satu in (*self.bila, self.lain) for d in satu.calon)


def _calon(pengguna: Pengguna, usulan: Usulan) -> list[Dokumen]:
    """What this person sees of the owner's papers that could stand beside the first, the newest first."""
    milik = Dokumen.objects.visible_to(pengguna).milik(usulan.pegawai)
    milik = milik.filter(jenis__in=usulan.jenis.bukti, status__in=DAPAT_MEMBUKTIKAN)
    if usulan.sumber is not None:
        milik = milik.exclude(pk=usulan.sumber.pk)
    return list(milik.select_related("jenis").order_by("-dibuat_pada"))


def dengan_pilihan(pengguna: Pengguna, usulan: Usulan, isi: QueryDict | None) -> Usulan:
    """With what was ticked; before anything was sent with what proves the row already, or what fits by itself."""
    calon = _calon(pengguna, usulan)
    if usulan.sumber is None:
        return replace(usulan, calon=calon)
    if isi is not None:
        dipilih = set(isi.getlist("bukti"))
        tambahan = [d for d in calon if str(d.pk) in dipilih]
    elif semula := usulan.bukti[1:] or _bukti_lama(usulan):
        tambahan = [d for d in calon if d in semula]
    else:
        tambahan = _yang_cocok(usulan, usulan.sumber, calon)
    return replace(usulan, bukti=[usulan.sumber, *tambahan], calon=calon)


def pilihan_bukti(usulan: Usulan) -> PilihanBukti:
    """The slots that the first paper does not fill, then everything that may be added."""
    jenis, calon, utama = usulan.jenis, usulan.calon, usulan.sumber.jenis_id if usulan.sumber else ""
    wajib = [(slot, "") for slot in jenis.bukti_wajib if utama not in slot]
    bila = [(satu.kode, satu.kata) for satu in jenis.bukti_bila if utama not in satu.kode]
    nama = nama_slot(slot for slot, _ in (*wajib, *bila))
    semua = [
        KelompokBukti(judul, slot, [d for d in calon if d.jenis_id in slot], syarat)
        for judul, (slot, syarat) in zip(nama, (*wajib, *bila), strict=True)
    ]
    lain = tuple(kode for kode in jenis.bukti if not any(kode in satu.kode for satu in semua))
    sisa = KelompokBukti("Dokumen lain yang mendukung", lain, [d for d in calon if d.jenis_id in lain])
    dipilih = frozenset(d.pk for d in usulan.bukti)
    return PilihanBukti(semua[: len(wajib)], semua[len(wajib) :], sisa, dipilih)


def _bukti_lama(usulan: Usulan) -> list[Dokumen]:
    return [satu.dokumen for satu in usulan.lama.bukti.select_related("dokumen")] if usulan.lama else []


def _yang_cocok(usulan: Usulan, sumber: Dokumen, calon: Sequence[Dokumen]) -> list[Dokumen]:
    """Per slot the newest paper of the same degree, year or rank as the first; of others none is guessed."""
    kosong = [slot for slot in usulan.jenis.bukti_wajib if sumber.jenis_id not in slot]
    cocok = (next((d for d in calon if d.jenis_id in slot and d.minor == sumber.minor), None) for slot in kosong)
    return [dokumen for dokumen in cocok if dokumen]
