"""Data of a refusal of divorce permission (PP 10/1983 jo. PP 45/1990 Ps. 7); its nature is rahasia."""

from __future__ import annotations

from datetime import date

from templates_sk.jenis.sk_izin_perceraian.schema import Pasangan
from templates_sk.susunan.bagian import Naskah, Panjang, Pegawai, Pendek, Rujukan, Teks, isian


class Data(Naskah, Pegawai):
    """The civil servant, the spouse, why it is refused."""

    petikan: bool = isian("Petikan", default=False)
    agama: Pendek = isian("Agama")
    alamat: Teks = isian("Alamat")
    pasangan: Pasangan = isian("Istri/suami")
    akta_nikah: Rujukan = isian("Akta nikah")
    permohonan: date = isian("Tanggal surat permintaan izin")
    bap: Rujukan = isian("Berita acara pemeriksaan")
    sebab_penolakan: Panjang = isian("Sebab penolakan", "Tanpa kata karena di depan.")
