"""Data utama that its owner keeps up (riwayat-layanan C.0, C.1; BABEL 5(2); SIASN data-utama-update).

Name, birth, NIP and the like are corrected by BKN's procedure and are no fields here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils import timezone

from docservice.pegawai.acuan import acuan
from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import nomor_tersandi, pilih, tanggal, teks
from docservice.riwayat.jenis.sanding import Kaidah, Sanding
from docservice.riwayat.sandi import buka, tersegel
from docservice.umum.waktu import tanggal_panjang

TELEPON = r"^\+?[\d ()\-]{8,20}$"
SURAT = ("cpns_sk", "cpns_spmt", "pns_sk", "sttpl", "dokter", "pertek", "sehat", "narkoba", "skck")
"""Papers of which number and day are kept."""


def _berpola(label: str, pola: str, pesan: str, panjang: int = 30, bantuan: str = "") -> forms.CharField:
    isian = teks(label, panjang, wajib=False, bantuan=bantuan)
    isian.validators.append(RegexValidator(pola, pesan))
    return isian


def _bagian(judul: str, isian: Any) -> Any:
    """The first field of a part, which stands under its title."""
    isian.judul = judul
    return isian


def _surat(kata: str, pendek: str = "", judul: str = "") -> tuple[forms.CharField, Any]:
    """Number and day of a paper."""
    nomor = teks(f"Nomor {kata}", wajib=False)
    return _bagian(judul, nomor), tanggal(f"Tanggal {pendek or kata}", wajib=False, lampau=True)


PENGENAL = {"paspor": "Paspor", "sim": "Surat Izin Mengemudi", "kitas": "KITAS"}
"""Beside the KTP, whose number is the NIK."""
KELAS = {str(n): str(n) for n in range(1, 18)}


class IsianDataUtama(forms.Form):
    """NIK and address are always said; of the rest whatever applies, each with the paper that proves it."""

    nik = _bagian(
        "Kependudukan",
        nomor_tersandi("nik", "NIK", 16, wajib=True, bantuan="Enam belas angka di KTP. Disimpan tersandi."),
    )
    no_kk = nomor_tersandi("no_kk", "Nomor Kartu Keluarga", 16)
    jenis_pengenal = pilih("Pengenal lain", PENGENAL, wajib=False, bantuan="Selain KTP, bila ada.")
    nomor_pengenal = nomor_tersandi("nomor_pengenal", "Nomor pengenal lain", *range(6, 21))
    akta_lahir = teks("Nomor akta kelahiran", 60, wajib=False)
    agama = pilih("Agama", acuan("agama"), wajib=False)
    status_kawin = pilih("Status perkawinan", acuan("kawin"), wajib=False)

    alamat = _bagian("Alamat dan kontak", teks("Alamat", 250))
    kabupaten = teks("Kabupaten atau kota", 80, wajib=False)
    kode_pos = _berpola("Kode pos", r"^\d{5}$", "Kode pos terdiri atas 5 angka.", 5)
    no_hp = _berpola("Nomor HP", TELEPON, "Nomor HP tidak dikenal. Tulis seperti 0812-3456-7890.", 20)
    no_telp = _berpola("Nomor telepon rumah", TELEPON, "Nomor telepon tidak dikenal. Tulis seperti (0717) 123-456.", 20)
    email = forms.EmailField(
        label="Email pribadi",
        required=False,
        max_length=120,
        error_messages={"invalid": "Email tidak dikenal. Tulis seperti nama@contoh.id."},
    )

    nip_lama = _bagian("Kartu dan jaminan", _berpola("NIP lama", r"^\d{9}$", "NIP lama terdiri atas 9 angka.", 9))
    karpeg = _berpola(
        "Nomor seri Karpeg", r"^[A-Za-z]{1,2} ?\d{5,9}$", "Tulis seperti di kartu, misalnya A 01234567.", 12
    )
    karis_karsu = teks("Nomor Karis atau Karsu", 40, wajib=False)
    npwp = nomor_tersandi("npwp", "NPWP", 15, 16, bantuan="Lima belas angka, atau enam belas sejak 2024.")
    npwp_tanggal = tanggal("Tanggal NPWP", wajib=False, lampau=True)
    bpjs = _berpola("Nomor BPJS Kesehatan", r"^\d{13}$", "Nomor BPJS terdiri atas 13 angka.", 13)
    taspen = teks("Nomor Taspen", 40, wajib=False)
    taspen_tanggal = tanggal("Tanggal kartu Taspen", wajib=False, lampau=True)
    taspen_kantor = pilih("Kantor cabang Taspen", acuan("taspen"), wajib=False)
    tapera = teks("Nomor Tapera", 40, wajib=False)
    bank = teks("Bank", 60, wajib=False)
    rekening = nomor_tersandi("rekening", "Nomor rekening", *range(8, 21))

    cpns_sk_nomor, cpns_sk_tanggal = _surat("SK CPNS", judul="Pengangkatan sebagai CPNS")
    cpns_spmt_nomor, cpns_spmt_tanggal = _surat("SPMT CPNS")
    cpns_jabatan = teks("Jabatan saat diangkat CPNS", 200, wajib=False)
    pns_sk_nomor, pns_sk_tanggal = _surat("SK PNS", judul="Pengangkatan sebagai PNS")
    tmt_pns = tanggal("TMT PNS", wajib=False)
    sttpl_nomor, sttpl_tanggal = _surat("STTPL latsar atau prajabatan", "STTPL")
    dokter_nomor, dokter_tanggal = _surat("surat uji kesehatan untuk PNS", "uji kesehatan")
    pertek_nomor, pertek_tanggal = _surat("pertek BKN untuk PNS", "pertek BKN")

    sehat_nomor, sehat_tanggal = _surat("surat keterangan dokter", judul="Surat keterangan")
    narkoba_nomor, narkoba_tanggal = _surat("surat bebas narkoba")
    skck_nomor, skck_tanggal = _surat("SKCK")

    kelas_jabatan = _bagian("Penempatan", pilih("Kelas jabatan", KELAS, wajib=False))
    lokasi_kerja = teks("Lokasi kerja", 80, wajib=False, bantuan="Kabupaten atau kota tempat Anda bekerja.")
    kppn = teks("KPPN atau kas daerah pembayar gaji", 80, wajib=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("rekening") and not data.get("bank"):
            self.add_error("bank", "Nama bank belum diisi.")
        if data.get("nomor_pengenal") and not data.get("jenis_pengenal"):
            self.add_error("jenis_pengenal", "Pilih jenis pengenalnya.")
        if data.get("tmt_pns") and data["tmt_pns"].day != 1:
            self.add_error("tmt_pns", "TMT PNS harus tanggal 1.")
        for nama in SURAT:
            if data.get(f"{nama}_tanggal") and not data.get(f"{nama}_nomor"):
                self.add_error(f"{nama}_nomor", f"{self.fields[f'{nama}_nomor'].label} belum diisi.")
        return {**data, "sejak": timezone.localdate()}


def urutan_angkat(s: Sanding) -> Iterator[str]:
    """CPNS before PNS; where the number of the person's own row says when they entered, by that day."""
    tmt, masuk = s.hari("tmt_pns"), s.pegawai.tmt_cpns
    if tmt and masuk and tmt <= masuk:
        yield f"TMT PNS tidak sesudah TMT CPNS yang tercatat ({tanggal_panjang(masuk)})."
    if tmt and s.pegawai.jenis_asn == "PPPK":
        yield "Pegawai ini PPPK, jadi tidak mempunyai TMT PNS."


def periksa_nik(pegawai: Any, isian: Mapping[str, Any]) -> list[str]:
    """Digits 7–12 are the birth date, forty added to the day of women."""
    nik = isian.get("nik", "")
    if not tersegel(nik):
        return []
    return [] if buka("nik", nik)[6:12] == tengah_nik(pegawai.tanggal_lahir, pegawai.jenis_kelamin) else [TAK_COCOK]


TAK_COCOK = "NIK ini tidak sesuai dengan tanggal lahir atau jenis kelamin yang tercatat."


def tengah_nik(lahir: date, kelamin: str) -> str:
    return f"{lahir.day + (40 if kelamin == 'P' else 0):02d}{lahir:%m%y}"


DATA_UTAMA = JenisRiwayat(
    kode="data_utama",
    nama="Data utama",
    kelompok=Kelompok.LAIN,
    skema=IsianDataUtama,
    bidang_tmt="sejak",
    bukti=(
        *("KTP", "KK", "AKTA_LAHIR", "NPWP", "BPJS", "TASPEN", "BUKU_REK", "KARPEG", "KARIS_KARSU"),
        *("SK_CPNS", "SPMT_CPNS", "SK_PNS", "STTPL", "SKCK"),
    ),
    ringkas=lambda data: str(data["alamat"]),
    kaidah=(Kaidah(lambda s: periksa_nik(s.pegawai, s.data)), Kaidah(urutan_angkat)),
    kata_tmt="Sejak",
    tunggal=True,
    siasn="data-utama-update",
)
