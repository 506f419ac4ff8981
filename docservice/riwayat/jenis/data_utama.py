"""Data utama that its owner keeps up (riwayat-layanan C.0, C.1; BABEL 5(2); SIASN data-utama-update).

Name, birth, NIP and the like are corrected by BKN's procedure and are no fields here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from docservice.pegawai.acuan import acuan
from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import berpola, nomor_tersandi, pilih, surel, tanggal, teks, telepon
from docservice.riwayat.jenis.sanding import Kaidah, Sanding
from docservice.riwayat.sandi import buka, tersegel
from docservice.umum.waktu import tanggal_panjang

ANGKA_NPWP = "Lima belas angka, atau enam belas sejak 2024."
DIRI, KARTU, CPNS, PNS = "Pengenal lain", "Kartu dan jaminan", "Pengangkatan sebagai CPNS", "Pengangkatan sebagai PNS"
KETERANGAN, TEMPAT = "Surat keterangan", "Penempatan"
PENGENAL = {"paspor": "Paspor", "sim": "Surat Izin Mengemudi", "kitas": "KITAS"}
"""Beside the KTP, whose number is the NIK."""
KELAS = {str(n): str(n) for n in range(1, 18)}
SURAT = ("cpns_sk", "cpns_spmt", "pns_sk", "sttpl", "dokter", "pertek", "sehat", "narkoba", "skck")
"""Papers of which number and day are kept."""


def _surat(kata: str, rinci: str, bkn: tuple[str, str], pendek: str = "") -> tuple[Any, Any]:
    """Number and day of a paper."""
    hari = tanggal(f"Tanggal {pendek or kata}", lampau=True, bkn=bkn[1], rinci=rinci)
    return teks(f"Nomor {kata}", bkn=bkn[0], rinci=rinci), hari


class IsianDataUtama(forms.Form):
    """NIK and address are always said; of the rest whatever applies, each with the paper that proves it."""

    nik = nomor_tersandi("nik", "NIK", 16, wajib=True, bantuan="Enam belas angka di KTP. Disimpan tersandi.", bkn="nik")
    no_kk = nomor_tersandi("no_kk", "Nomor Kartu Keluarga", 16)
    agama = pilih("Agama", acuan("agama"), wajib=False, bkn="agama_id", tabel="agama")
    status_kawin = pilih("Status perkawinan", acuan("kawin"), wajib=False, bkn="jenis_kawin_id", tabel="kawin")
    alamat = teks("Alamat", 250, bkn="alamat")
    kabupaten = teks("Kabupaten atau kota", 80, wajib=False, bkn="kabupaten_id")
    kode_pos = berpola("Kode pos", r"^\d{5}$", "Kode pos terdiri atas 5 angka.", 5, bkn="kode_pos")
    no_hp = telepon("Nomor HP", bkn="no_hp")
    no_telp = telepon("Nomor telepon rumah", bkn="no_telp")
    email = surel("Email pribadi", bkn="email")

    akta_lahir = teks("Nomor akta kelahiran", 60, bkn="akte_kelahiran", rinci=DIRI)
    jenis_pengenal = pilih("Jenis pengenal", PENGENAL, bantuan="Selain KTP.", bkn="jenis_id_dokumen", rinci=DIRI)
    nomor_pengenal = nomor_tersandi(
        "nomor_pengenal", "Nomor pengenal", *range(6, 21), bkn="nomor_id_document", rinci=DIRI
    )

    nip_lama = berpola("NIP lama", r"^\d{9}$", "NIP lama terdiri atas 9 angka.", 9, bkn="nip_lama", rinci=KARTU)
    karpeg = berpola(
        "Nomor seri Karpeg",
        r"^[A-Za-z]{1,2} ?\d{5,9}$",
        "Tulis seperti di kartu, misalnya A 01234567.",
        12,
        bkn="no_seri_karpeg",
        rinci=KARTU,
    )
    karis_karsu = teks("Nomor Karis atau Karsu", 40, bkn="karis_karsu", rinci=KARTU)
    npwp = nomor_tersandi("npwp", "NPWP", 15, 16, bantuan=ANGKA_NPWP, bkn="npwp_nomor", rinci=KARTU)
    npwp_tanggal = tanggal("Tanggal NPWP", lampau=True, bkn="npwp_tanggal", rinci=KARTU)
    bpjs = berpola(
        "Nomor BPJS Kesehatan", r"^\d{13}$", "Nomor BPJS terdiri atas 13 angka.", 13, bkn="bpjs", rinci=KARTU
    )
    taspen = teks("Nomor Taspen", 40, bkn="taspen_nomor", rinci=KARTU)
    taspen_tanggal = tanggal("Tanggal kartu Taspen", lampau=True, bkn="tanggal_taspen", rinci=KARTU)
    taspen_kantor = pilih("Kantor cabang Taspen", acuan("taspen"), bkn="taspen_id", tabel="taspen", rinci=KARTU)
    tapera = teks("Nomor Tapera", 40, bkn="tapera_nomor", rinci=KARTU)
    bank = teks("Bank", 60, rinci=KARTU)
    rekening = nomor_tersandi("rekening", "Nomor rekening", *range(8, 21), rinci=KARTU)

    cpns_sk_nomor, cpns_sk_tanggal = _surat("SK CPNS", CPNS, ("nomor_sk_cpns", "tgl_sk_cpns"))
    cpns_spmt_nomor, cpns_spmt_tanggal = _surat("SPMT CPNS", CPNS, ("no_spmt", "tgl_spmt"))
    cpns_jabatan = teks("Jabatan saat diangkat CPNS", 200, bkn="nama_jabatan_angkat_cpns", rinci=CPNS)
    pns_sk_nomor, pns_sk_tanggal = _surat("SK PNS", PNS, ("nomor_sk_pns", "tgl_sk_pns"))
    tmt_pns = tanggal("TMT PNS", bkn="tmt_pns", rinci=PNS)
    sttpl_nomor, sttpl_tanggal = _surat("STTPL latsar atau prajabatan", PNS, ("nomor_sttpl", "tgl_sttpl"), "STTPL")
    dokter_nomor, dokter_tanggal = _surat(
        "surat uji kesehatan untuk PNS", PNS, ("nomor_dokter_pns", "tanggal_dokter_pns"), "uji kesehatan"
    )
    pertek_nomor, pertek_tanggal = _surat(
        "pertek BKN untuk PNS", PNS, ("pertek_cpns_pns_l2th_nomor", "pertek_cpns_pns_l2th_tanggal"), "pertek BKN"
    )

    sehat_nomor, sehat_tanggal = _surat(
        "surat keterangan dokter", KETERANGAN, ("no_surat_keterangan_dokter", "tgl_surat_keterangan_dokter")
    )
    narkoba_nomor, narkoba_tanggal = _surat(
        "surat bebas narkoba",
        KETERANGAN,
        ("no_surat_keterangan_bebas_narkoba", "tgl_surat_keterangan_bebas_narkoba"),
    )
    skck_nomor, skck_tanggal = _surat("SKCK", KETERANGAN, ("skck", "tgl_skck"))

    kelas_jabatan = pilih("Kelas jabatan", KELAS, bkn="kelas_jabatan", rinci=TEMPAT)
    lokasi_kerja = teks(
        "Lokasi kerja", 80, bantuan="Kabupaten atau kota tempat Anda bekerja.", bkn="lokasi_kerja_id", rinci=TEMPAT
    )
    kppn = teks("KPPN atau kas daerah pembayar gaji", 80, bkn="kppn_id", rinci=TEMPAT)

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
    bukti_wajib=(("KTP",), ("KK",)),
    bukti_lain=(
        *("AKTA_LAHIR", "NPWP", "BPJS", "TASPEN", "FOTO", "BUKU_REK", "KARPEG", "KARIS_KARSU"),
        *("SK_CPNS", "SPMT_CPNS", "SK_PNS", "STTPL", "SKCK"),
    ),
    ringkas=lambda data: str(data["alamat"]),
    kaidah=(Kaidah(lambda s: periksa_nik(s.pegawai, s.data)), Kaidah(urutan_angkat)),
    kata_tmt="Sejak",
    ditawarkan_oleh=("KTP", "KK", "NPWP", "BPJS", "TASPEN", "BUKU_REK", "KARPEG", "KARIS_KARSU", "SKCK"),
    tunggal=True,
    siasn="data-utama-update",
)
