"""A member of the family: what orang tua, saudara and anak have in common (riwayat-layanan C.3.7; POSO 4a)."""

from __future__ import annotations

from django import forms

from docservice.riwayat.jenis.isian import nip, tanggal, teks

KELAMIN = {"L": "Laki-laki", "P": "Perempuan"}
HIDUP = {"1": "Masih hidup", "0": "Sudah meninggal"}
KELAMIN_BKN = {"L": "M", "P": "F"}


class Orang(forms.Form):
    nama = teks("Nama", bkn="nama")
    tempat_lahir = teks("Tempat lahir", wajib=False, bkn="tempat_lahir")
    tgl_lahir = tanggal("Tanggal lahir", lampau=True, bkn="tgl_lahir")
    nip = nip("NIP bila ASN", bkn="nip")
