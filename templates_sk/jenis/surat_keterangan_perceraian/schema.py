"""Data of the certificate for a defendant in divorce (PP 10/1983 jo. PP 45/1990)."""

from __future__ import annotations

from templates_sk.surat.pejabat import Pejabat
from templates_sk.susunan.bagian import Bagian, Pegawai, Pendek, Rujukan, Surat, Teks, isian


class Pasangan(Bagian):
    """The husband or wife."""

    nama: Teks = isian("Nama")
    pekerjaan: Teks = isian("Pekerjaan/NIP")
    agama: Pendek = isian("Agama")
    alamat: Teks = isian("Alamat")


class Data(Surat, Pegawai):
    """The civil servant, the spouse, the ground."""

    agama: Pendek = isian("Agama")
    alamat: Teks = isian("Alamat")
    pasangan: Pasangan = isian("Istri/suami")
    akta_nikah: Rujukan = isian("Akta nikah")
    pejabat: Pejabat = isian("Yang menerangkan")
