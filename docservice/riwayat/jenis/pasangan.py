"""Riwayat pasangan (riwayat-layanan C.3.7; POSO 4a)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docservice.pegawai.acuan import acuan
from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import (
    Rentang,
    bilangan,
    nip,
    nomor_tersandi,
    pilih,
    surel,
    tanggal,
    teks,
    telepon,
)
from docservice.riwayat.jenis.kaidah import kembar, menaik, sama, sesudah_lahir
from docservice.riwayat.jenis.keluarga import HIDUP, KELAMIN, KELAMIN_BKN
from docservice.riwayat.jenis.sanding import Kaidah, Sanding
from docservice.umum.waktu import tanggal_panjang

PEKERJAAN = {"pns": "PNS atau PPPK", "bukan": "Bukan ASN"}
STATUS = {"menikah": "Menikah", "cerai": "Cerai", "janda_duda": "Ditinggal meninggal"}
IDENTITAS, AKHIR = "Identitas, alamat, dan penghasilan", "Bila perkawinan sudah berakhir"


class IsianPasangan(Rentang):
    bidang_rentang = ("tgl_lahir", "tgl_nikah")

    nama = teks("Nama suami atau istri", bkn="nama")
    urutan = bilangan("Perkawinan ke", 1, 9, bkn="urutan_ke")
    tempat_lahir = teks("Tempat lahir", wajib=False, bkn="tempat_lahir")
    tgl_lahir = tanggal("Tanggal lahir", lampau=True, bkn="tgl_lahir")
    jenis_kelamin = pilih("Jenis kelamin", KELAMIN, wajib=False, bkn="jenis_kelamin", kode=KELAMIN_BKN)
    agama = pilih("Agama", acuan("agama"), wajib=False, bkn="agama", tabel="agama")
    status_pekerjaan = pilih("Pekerjaan", PEKERJAAN, bkn="status_pekerjaan", kode={"pns": "PNS", "bukan": "Non PNS"})
    nip_pasangan = nip("NIP suami atau istri", bkn="nip")
    tgl_nikah = tanggal("Tanggal menikah", lampau=True, bkn="tgl_nikah")
    no_akta_nikah = teks("Nomor akta atau buku nikah", bkn="no_akta_nikah")
    tgl_akta_nikah = tanggal("Tanggal akta atau buku nikah", wajib=False, lampau=True, bkn="tgl_akta_nikah")
    penerbit_akta = teks("Diterbitkan oleh", wajib=False, bantuan="KUA atau Disdukcapil.")
    no_karis_karsu = teks("Nomor Karis atau Karsu", 60, wajib=False, bkn="no_karis_karsu")
    nik = nomor_tersandi("nik_pasangan", "NIK", 16, bkn="nomor_identitas", rinci=IDENTITAS)
    alamat = teks("Alamat", 250, bkn="alamat", rinci=IDENTITAS)
    no_hp = telepon("Nomor HP", bkn="no_hp", rinci=IDENTITAS)
    email = surel("Email", bkn="email", rinci=IDENTITAS)
    penghasilan = bilangan(
        "Penghasilan sebulan (rupiah)", 0, 1_000_000_000, bantuan="Untuk KP4.", bkn="penghasilan", rinci=IDENTITAS
    )
    status_nikah = pilih("Keadaan perkawinan", STATUS, bkn="status_nikah", rinci=AKHIR)
    no_akta_cerai = teks("Nomor akta cerai", bkn="no_akta_cerai", rinci=AKHIR)
    tgl_cerai = tanggal("Tanggal cerai", lampau=True, bkn="tgl_cerai", rinci=AKHIR)
    status_hidup = pilih("Keadaan suami atau istri", HIDUP, bkn="status_hidup", rinci=AKHIR)
    akta_meninggal = teks("Nomor akta kematian", bkn="akta_meninggal", rinci=AKHIR)
    tgl_meninggal = tanggal("Tanggal meninggal", lampau=True, bkn="tgl_meninggal", rinci=AKHIR)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        nikah = data.get("tgl_nikah")
        for nama in ("tgl_akta_nikah", "tgl_cerai", "tgl_meninggal"):
            if nikah and data.get(nama) and data[nama] < nikah:
                self.add_error(nama, f"{self.fields[nama].label} lebih awal dari tanggal menikah.")
        if data.get("status_nikah") == "cerai" and not data.get("tgl_cerai"):
            self.add_error("tgl_cerai", "Tanggal cerai belum diisi. Salin dari akta cerai.")
        if data.get("status_hidup") == "1" and data.get("tgl_meninggal"):
            self.add_error("tgl_meninggal", "Kosongkan bila masih hidup, atau ubah keadaannya.")
        return data


def masih_kawin(s: Sanding) -> Iterator[str]:
    """An earlier marriage whose end is not recorded."""
    akhir = [satu for satu in s.baris["perceraian"] if satu.data["sebab"] in ("cerai", "mati")]
    for dulu in s.sejenis:
        bubar = (satu for satu in akhir if dulu.tmt <= satu.tmt <= s.tmt)
        nama = {"nama_pasangan": dulu.data["nama"]}
        berakhir = [h for h in (dulu.hari("tgl_cerai"), dulu.hari("tgl_meninggal")) if h and h <= s.tmt]
        if dulu.tmt < s.tmt and not berakhir and not any(sama(nama, b.data, ("nama_pasangan",)) for b in bubar):
            yield f"Perkawinan dengan {dulu.ringkas} ({tanggal_panjang(dulu.tmt)}) belum tercatat berakhir."


def diri_sendiri(s: Sanding) -> Iterator[str]:
    if s.data.get("nip_pasangan") == s.pegawai.nip:
        yield "NIP suami atau istri sama dengan NIP pegawainya."


PASANGAN = JenisRiwayat(
    kode="pasangan",
    nama="Pasangan",
    kelompok=Kelompok.KELUARGA,
    skema=IsianPasangan,
    bidang_tmt="tgl_nikah",
    bukti_wajib=(("AKTA_NIKAH",),),
    bukti_lain=("KTP_PSGN", "LAP_KAWIN", "KARIS_KARSU", "KK", "FOTO_PSGN"),
    ringkas=lambda data: data["nama"],
    dari_bacaan={"no_akta_nikah": "nomor"},
    kata_tmt="Menikah",
    siasn="rw-pasangan",
    untuk_bkn=lambda data: {"jenis_identitas": "KTP"} if data.get("nik") else {},
    kaidah=(
        kembar("nama", "tgl_nikah", kalimat="Perkawinan ini sudah tercatat ({lain})."),
        kembar("urutan", kalimat="Perkawinan ke- itu sudah tercatat ({lain})."),
        menaik(lambda data: int(data["urutan"]), "Urutan perkawinan terbalik dengan {lain}, {hari}."),
        Kaidah(masih_kawin, ("perceraian",)),
        Kaidah(diri_sendiri),
        sesudah_lahir("Tanggal menikah", 16),
    ),
)
