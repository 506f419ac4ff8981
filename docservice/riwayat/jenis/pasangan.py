"""Riwayat pasangan (riwayat-layanan C.3.7; POSO 4a)."""

from __future__ import annotations

from collections.abc import Iterator

from docservice.riwayat.jenis.dasar import JenisRiwayat, Kelompok
from docservice.riwayat.jenis.isian import Rentang, bilangan, nip, pilih, tanggal, teks
from docservice.riwayat.jenis.kaidah import kembar, menaik, sama, sesudah_lahir
from docservice.riwayat.jenis.sanding import Kaidah, Sanding
from docservice.umum.waktu import tanggal_panjang

PEKERJAAN = {"pns": "PNS atau PPPK", "bukan": "Bukan ASN"}


class IsianPasangan(Rentang):
    bidang_rentang = ("tgl_lahir", "tgl_nikah")

    nama = teks("Nama suami atau istri")
    urutan = bilangan("Perkawinan ke", 1, 9)
    tempat_lahir = teks("Tempat lahir", wajib=False)
    tgl_lahir = tanggal("Tanggal lahir", lampau=True)
    status_pekerjaan = pilih("Pekerjaan", PEKERJAAN)
    nip_pasangan = nip("NIP suami atau istri")
    tgl_nikah = tanggal("Tanggal menikah", lampau=True)
    no_akta_nikah = teks("Nomor akta atau buku nikah")
    no_karis_karsu = teks("Nomor Karis atau Karsu", 60, wajib=False)


def masih_kawin(s: Sanding) -> Iterator[str]:
    """An earlier marriage whose end is not recorded."""
    akhir = [satu for satu in s.baris["perceraian"] if satu.data["sebab"] in ("cerai", "mati")]
    for dulu in s.sejenis:
        bubar = (satu for satu in akhir if dulu.tmt <= satu.tmt <= s.tmt)
        nama = {"nama_pasangan": dulu.data["nama"]}
        if dulu.tmt < s.tmt and not any(sama(nama, satu.data, ("nama_pasangan",)) for satu in bubar):
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
    bukti=("AKTA_NIKAH", "LAP_KAWIN", "KARIS_KARSU"),
    ringkas=lambda data: data["nama"],
    dari_bacaan={"no_akta_nikah": "nomor"},
    kata_tmt="Menikah",
    siasn="rw-pasangan",
    kaidah=(
        kembar("nama", "tgl_nikah", kalimat="Perkawinan ini sudah tercatat ({lain})."),
        kembar("urutan", kalimat="Perkawinan ke- itu sudah tercatat ({lain})."),
        menaik(lambda data: int(data["urutan"]), "Urutan perkawinan terbalik dengan {lain}, {hari}."),
        Kaidah(masih_kawin, ("perceraian",)),
        Kaidah(diri_sendiri),
        sesudah_lahir("Tanggal menikah", 16),
    ),
)
