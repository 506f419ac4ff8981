"""Who judged: the block that every appraisal since DP3 repeats for the appraiser and for who stands above them."""

from __future__ import annotations

from django import forms

from docservice.riwayat.jenis.golongan import golongan_pns
from docservice.riwayat.jenis.isian import berpola, pilih, tanggal, teks

PENILAI, ATASAN = "Pejabat penilai", "Atasan pejabat penilai"
NRP = "{} terdiri atas 5 sampai 18 huruf atau angka."


def blok(awalan: str, sebutan: str) -> tuple[forms.Field, forms.Field, forms.Field, forms.Field]:
    """NIP or NRP, post, unit and rank; *awalan* of BKN's names, *sebutan* the heading they are folded under."""
    nomor, kata = f"NIP atau NRP {sebutan.lower()}", sebutan.lower()
    return (
        berpola(nomor, r"^[0-9A-Za-z]{5,18}$", NRP.format(nomor), 18, bkn=f"{awalan}_nip_nrp", rinci=sebutan),
        teks(f"Jabatan {kata}", 200, bkn=f"{awalan}_jabatan", rinci=sebutan),
        teks(f"Unit kerja {kata}", 200, bkn=f"{awalan}_unor_nama", rinci=sebutan),
        golongan_pns(f"Golongan {kata}", bkn=f"{awalan}_golongan", rinci=sebutan),
    )


def tmt_golongan(awalan: str, sebutan: str) -> forms.Field:
    return tanggal(f"TMT golongan {sebutan.lower()}", bkn=f"{awalan}_tmt_golongan", rinci=sebutan)


def status(sebutan: str, bkn: str) -> forms.Field:
    return pilih(f"Status {sebutan.lower()}", {"ASN": "ASN", "NON ASN": "Bukan ASN"}, bkn=bkn, rinci=sebutan)
