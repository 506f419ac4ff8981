"""What keeps a person from work or from a service on a day: as it was recorded, and as their rows say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.utils import timezone

from docservice.pegawai.models import Halangan, Pegawai
from docservice.riwayat.jenis.kaidah import masa_cuti
from docservice.riwayat.jenis.sanding import Tetangga
from docservice.riwayat.models import Riwayat


def halangan_pada(pegawai: Pegawai, pada: date | None = None) -> list[Halangan]:
    """Discipline and suspension by their own rows; leave and study also where only the riwayat knows of them."""
    pada = pada or timezone.localdate()
    masih = Q(sampai__isnull=True) | Q(sampai__gte=pada)
    tercatat = list(pegawai.halangan.filter(masih, dari__lte=pada))
    dari_baris = [h for h in _dari_riwayat(pegawai) if h.dari <= pada and (h.sampai is None or pada <= h.sampai)]
    return [*tercatat, *(satu for satu in dari_baris if satu.jenis not in {lain.jenis for lain in tercatat})]


def _dari_riwayat(pegawai: Pegawai) -> Iterator[Halangan]:
    sah = Riwayat.objects.milik(pegawai).tervalidasi().filter(jenis__in=("cltn", "tubel"), tmt__isnull=False)
    baris = [
        (satu.jenis, Tetangga(satu.tmt, satu.data, satu.ringkas)) for satu in sah.order_by("tmt", "pk") if satu.tmt
    ]
    for dari, sampai in masa_cuti([satu for jenis, satu in baris if jenis == "cltn"]):
        yield Halangan(pegawai=pegawai, jenis=Halangan.Jenis.CLTN, dari=dari, sampai=sampai)
    for jenis, satu in baris:
        if jenis == "tubel" and satu.data.get("status_jabatan") == "henti":
            yield Halangan(pegawai=pegawai, jenis=Halangan.Jenis.TUBEL, dari=satu.tmt, sampai=satu.hari("selesai"))
