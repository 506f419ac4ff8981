"""Who judged: the block that every appraisal since DP3 repeats for the appraiser and for who stands above them."""

from __future__ import annotations

from django import forms

from docservice.riwayat.jenis.golongan import golongan_pns
from docservice.riwayat.jenis.isian import berpola, pilih, tanggal, teks

PENILAI, ATASAN = "pejabat penilai", "atasan pejabat penilai"
NRP = "{} terdiri atas 5 sampai 18 huruf atau angka."


def rincian(sebutan: str) -> str:
    """The heading under which the form folds what few sheets say of them."""
    return f"Rincian {sebutan}"


def blok(awalan: str, sebutan: str) -> tuple[forms.Field, forms.Field, forms.Field, forms.Field]:
    """NIP or NRP, post, unit and rank; *awalan* begins BKN's names, *sebutan* is what people call them."""
    nomor, lipatan = f"NIP atau NRP {sebutan}", rincian(sebutan)
    return (
        berpola(nomor, r"^[0-9A-Za-z]{5,18}$", NRP.format(nomor), 18, bkn=f"{awalan}_nip_nrp", rinci=lipatan),
        teks(f"Jabatan {sebutan}", 200, bkn=f"{awalan}_jabatan", rinci=lipatan),
        teks(f"Unit kerja {sebutan}", 200, bkn=f"{awalan}_unor_nama", rinci=lipatan),
        golongan_pns(f"Golongan {sebutan}", bkn=f"{awalan}_golongan", rinci=lipatan),
    )


def tmt_golongan(awalan: str, sebutan: str) -> forms.Field:
    return tanggal(f"TMT golongan {sebutan}", bkn=f"{awalan}_tmt_golongan", rinci=rincian(sebutan))


def status(sebutan: str, bkn: str) -> forms.Field:
    pilihan = {"ASN": "ASN", "NON ASN": "Bukan ASN"}
    return pilih(f"Status {sebutan}", pilihan, bkn=bkn, rinci=rincian(sebutan))
