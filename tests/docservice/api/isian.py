"""What each door of the API is given: a body, or a query, that it does not refuse by itself."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from docservice.pegawai.models import Pegawai
from docservice.rekonsiliasi.models import Beda
from tests.docservice.api.benda import GOLONGAN, HUKDIS
from tests.docservice.api.dunia import Dunia

Pintu = dict[tuple[str, str], dict[str, Any]]
"""By method and address."""


def semua(dunia: Dunia) -> Pintu:
    """For one walk past every door: the files in it are read once."""
    pintu: Pintu = {}
    for bagian in (akun, berkas, dokumen, riwayat, layanan, naskah, laporan, arsip, peran, pegawai):
        pintu |= bagian(dunia)
    return pintu


def dari(pintu: Pintu, cara: str, pola: str) -> dict[str, Any]:
    """Whatever is not named takes a word and a reason, or nothing."""
    kata = {"catatan": "Perbaiki.", "alasan": "Perbaiki."}
    return pintu.get((cara, pola), kata if cara == "POST" else {})


def isi(dunia: Dunia, cara: str, pola: str) -> dict[str, Any]:
    return dari(semua(dunia), cara, pola)


def akun(_: Dunia) -> Pintu:
    return {
        ("POST", "token/"): {"nama": "uji", "cakupan": ["baca"]},
        ("POST", "kabar/surel/"): {"surel_kabar": "harian"},
        ("POST", "masukan/"): {"jenis": "usul", "isi": "uji"},
        ("POST", "masukan/{masukan}/jawab/"): {"jawaban": "uji"},
    }


def berkas(dunia: Dunia) -> Pintu:
    def pdf() -> SimpleUploadedFile:
        return SimpleUploadedFile("k.pdf", b"%PDF-1.7 unggahan uji", content_type="application/pdf")

    lain = {"jenis": "KARPEG", "pegawai": dunia.pemilik.nip}
    daftar = SimpleUploadedFile("k.csv", b"NIP,NAMA\n1,2\n")
    return {
        ("POST", "dokumen/"): {"berkas": pdf(), **lain},
        ("POST", "cek/"): {"berkas": pdf(), **lain},
        ("POST", "naskah/{naskah}/hasil-penyedia/"): {"berkas": pdf(), **lain},
        ("POST", "borongan/"): {"berkas": pdf()},
        ("POST", "rekonsiliasi/"): {"berkas": daftar, "per_tanggal": "2026-01-01"},
    }


def dokumen(dunia: Dunia) -> Pintu:
    sidik = dunia.dokumen.versi_terkini.sha256
    return {
        ("POST", "dokumen/{dokumen}/verifikasi/"): {"basis": "asli", "halaman_dilihat": [1], "sha256": sidik},
        ("POST", "dokumen/{dokumen}/kembalikan/"): {"alasan": [{"halaman": 1, "kode": "1"}], "sha256": sidik},
        ("POST", "dokumen/{dokumen}/penjelasan/"): {"penjelasan": "NIP lama."},
        ("POST", "dokumen/{dokumen}/urutan/"): {"nomor": [2, 1]},
        ("GET", "kelengkapan/"): {"pegawai": dunia.pemilik.nip},
        ("POST", "kelengkapan/tidak-dimiliki/"): {"jenis": "SK_PNS", "alasan": "Hilang."},
        ("PATCH", "borongan/{borongan}/baris/"): {"baris": [{"urutan": 0}]},
    }


def riwayat(dunia: Dunia) -> Pintu:
    usulan = {"data": GOLONGAN, "bukti": [dunia.bukti.pk], "pernyataan": True}
    beda = Beda.objects.get(rekonsiliasi=dunia.rekonsiliasi).pk
    return {
        ("POST", "riwayat/"): {"jenis": "golongan", **usulan},
        ("POST", "riwayat/{riwayat}/ajukan/"): usulan,
        ("POST", "riwayat/{riwayat}/konfirmasi/"): {"pernyataan": True},
        ("POST", "riwayat/{riwayat}/tolak-konfirmasi/"): {"catatan": "Tidak benar."},
        ("POST", "riwayat/{riwayat}/klarifikasi/"): {"isi": "Apakah TMT-nya benar?"},
        ("POST", "riwayat/{riwayat}/siasn/"): {"siasn_id": "A5EB03E2401DF6A0"},
        ("GET", "riwayat/saran/"): {"jenis": "golongan", "dokumen": dunia.bukti.pk},
        ("POST", "riwayat-rahasia/"): {"pegawai": dunia.pemilik.nip, "jenis": "hukdis", "data": HUKDIS, "bukti": []},
        ("POST", "riwayat-rahasia/{catatan}/sahkan/"): {"basis": "asli"},
        ("POST", "rekonsiliasi/{rekonsiliasi}/putuskan/"): {
            "beda": [beda],
            "putusan": "tunda",
            "alasan": "Menunggu akta.",
        },
    }


def layanan(dunia: Dunia) -> Pintu:
    alasan = {"alasan": "Perbaiki.", "kode": "lain"}
    libur = {"daftar": [{"tanggal": "2026-01-02", "nama": "Uji"}]}
    return {
        ("GET", "layanan/l/periksa/"): {"pegawai": dunia.pemilik.nip},
        ("POST", "permohonan/"): {"layanan": "l", "pernyataan": True},
        ("POST", "permohonan/{permohonan}/pertek/"): {"nomor": "PG-1", "tanggal": "2026-01-10"},
        **{("POST", f"permohonan/{{permohonan}}/{satu}/"): alasan for satu in ("btl", "tms", "tolak")},
        ("POST", "permohonan/{permohonan}/pesan/"): {"isi": "Halo."},
        ("POST", "permohonan/{permohonan}/keberatan/jawab/"): {"putusan": "ditolak", "jawaban": "Tidak."},
        ("POST", "aturan/hari-libur/"): {**libur, "keputusan_nomor": "1", "keputusan_tanggal": "2025-09-01"},
        ("POST", "aturan/hari-libur/{libur}/cabut/"): {"alasan": "Keliru."},
    }


def naskah(dunia: Dunia) -> Pintu:
    cabut = {"dokumen": dunia.terbit.pk, "keputusan": dunia.pencabutan.keputusan_id, "cara": "dicabut"}
    siap = {"naskah": dunia.siap.pk, "draf_sha256": "0" * 64}
    return {
        ("POST", "naskah/"): {"permohonan": dunia.permohonan.pk},
        ("POST", "naskah/jenis/{jenis}/periksa/"): {"teks": "= DIKTUM\nSatu.\n"},
        ("PATCH", "naskah/{naskah}/"): {"perubahan": {"mengingat": "lengkap"}},
        ("POST", "naskah/{naskah}/paraf/"): {"sha256": dunia.naskah.draf_sha256},
        ("POST", "naskah/{naskah}/tidak-ditandatangani/"): {"bukti": "Portal penyedia."},
        ("POST", "tanda-tangan/"): {"naskah": [siap], "passphrase": "bukan-rahasia"},
        ("POST", "pencabutan/"): {**cabut, "berlaku": "2026-01-06", "alasan": "Keliru."},
        ("POST", "pencabutan/{pencabutan}/tolak/"): {"catatan": "Masih berlaku."},
        ("POST", "cek/laporan/"): {"uraian": "Kop suratnya lain."},
        ("POST", "pemalsuan/{palsu}/tangani/"): {"hasil": "terbukti", "tindakan": "Dilaporkan."},
    }


def laporan(dunia: Dunia) -> Pintu:
    mutakhir = {"judul": "uji", "unit": dunia.unit.pk, "dokumen": ["KARPEG"], "tenggat": "2099-01-01"}
    return {
        ("GET", "statistik/pegawai/"): {"per": "unit"},
        ("POST", "laporan/pemutakhiran/"): mutakhir,
        ("POST", "laporan/evaluasi/{unit}/"): {"isi": "uji"},
        ("POST", "laporan/evaluasi/pegawai/{nip}/"): {"isi": "uji"},
    }


def arsip(_: Dunia) -> Pintu:
    return {
        ("GET", "arsip/saran/"): {"q": "kar"},
        ("GET", "arsip/orang/"): {"q": "uji"},
        ("POST", "arsip/tersimpan/"): {"nama": "kartu", "tanya": "q=karpeg"},
        ("POST", "arsip/daftar/"): {"tanya": "q=karpeg", "keperluan": "melamar tugas belajar"},
        ("POST", "arsip/daftar/{daftar}/putuskan/"): {"setuju": True},
    }


HARI = "2026-01-10"
SK = {"sk_nomor": "SK-1", "sk_tanggal": HARI}


def peran(dunia: Dunia) -> Pintu:
    usul = {"usul_nomor": "U-1", "usul_tanggal": HARI, "mampu_komputer": True, "paham_kepegawaian": True}
    orang = {"nip": Pegawai.objects.get(pengguna__nama="Rekan Uji").nip, "unit": dunia.unit.pk}
    pengganti = Pegawai.objects.get(pengguna__nama="Pejabat Uji").nip
    berkas = {"berkas": dunia.bukti.pk}
    return {
        ("POST", "peran/"): {**orang, **SK, **berkas, "peran": "kepala_pd", "dari": HARI},
        ("POST", "peran/{tugas}/akhiri/"): {"terakhir": HARI, "alasan": "SK 1"},
        ("POST", "peran/{tugas}/bekukan/"): {"temuan": "Lalai.", "bukti": "BA", "pengganti": pengganti},
        ("POST", "peran/orang/{tanpa_surel}/surel/"): {"surel": "baru@contoh.example"},
        ("POST", "pengangkatan/"): {**orang, **usul},
        ("POST", "pengangkatan/tetapkan/"): {"pengangkatan": [dunia.pengangkatan.pk], **berkas, "mulai": HARI, **SK},
        ("POST", "pembekuan/{pembekuan}/ketahui/"): {"sha256": "1" * 64},
        ("POST", "peninjauan/"): {"nama": "Tahunan", "batas": "2030-01-01"},
        ("POST", "peninjauan/butir/{butir}/"): {"putusan": "tetap"},
    }


DAERAH = {
    "nama": "Provinsi Uji",
    "jabatan_kepala": "GUBERNUR UJI",
    "tempat": "Uji",
    "singkatan_bkpsdm": "BKPSDMD",
    "kanreg_bkn": "Kepala Kantor Regional VII",
}
BARU = {
    "nip": "199203042019032801",
    "nama": "Ani",
    "tempat_lahir": "Uji",
    "jenis_asn": "PNS",
    "jabatan": "Guru",
    "jenis_jabatan": "2",
    "tingkat_pendidikan": "40",
}


def pegawai(dunia: Dunia) -> Pintu:
    dasar = {"sejak": HARI, "dasar_nomor": "Pergub 1", "dasar_tanggal": HARI}
    lain = dunia.tugas.unit_id
    return {
        ("POST", "pegawai/{nip}/akun/"): {"aktif": False, "alasan": "Pensiun."},
        ("POST", "pegawai/{nip}/perpindahan/"): {"unit": lain, "tmt": HARI, **SK},
        ("PUT", "daerah/"): DAERAH,
        ("POST", "penerimaan/"): {**BARU, "unit": lain},
        ("POST", "unit/{unit}/kop/"): {"alamat": "Jalan 1", "kontak": ""},
        ("POST", "unit/"): {"nama": "Baru", "induk": dunia.unit.pk, **dasar},
        ("POST", "unit/{unit}/nama/"): {"nama": "Lain", **dasar},
        ("POST", "unit/{unit}/induk/"): {"induk": lain, **dasar},
        ("POST", "unit/{unit}/tutup/"): {"penerus": lain, **dasar},
    }
