"""Which table of BKN the choices of a kind's form come from: for the report of local codes (POSO 3c)."""

from __future__ import annotations

from collections.abc import Iterator

from django import forms

from docservice.dokumen.models import JenisDokumen
from docservice.pegawai.models import Pegawai
from docservice.pegawai.muat import KodePakai
from docservice.riwayat.jenis import RAHASIA, SEMUA, JenisRiwayat
from docservice.riwayat.jenis.tanda import tanda


def kode_riwayat() -> Iterator[KodePakai]:
    """Every choice offered, every kind of paper BKN numbers, every standing people have."""
    for jenis in (*SEMUA.values(), *RAHASIA.values()):
        yield from _kode_jenis(jenis)
    for satu in JenisDokumen.objects.exclude(siasn_id=""):
        yield KodePakai("dokumen", satu.siasn_id, f"Jenis dokumen {satu.kode}")
    for kedudukan in Pegawai.objects.values_list("kedudukan_hukum", flat=True).distinct().order_by():
        yield KodePakai("kedudukanHukum", kedudukan, "Kedudukan hukum pegawai")


def _kode_jenis(jenis: JenisRiwayat) -> Iterator[KodePakai]:
    for isian in jenis.skema.base_fields.values():
        ciri = tanda(isian)
        if ciri.tabel and isinstance(isian, forms.ChoiceField):
            for nilai, kata in isian.choices:  # type: ignore[misc, union-attr]
                if nilai:
                    yield KodePakai(ciri.tabel, ciri.kode.get(str(nilai), str(nilai)), f"{jenis.nama}: {kata}")
