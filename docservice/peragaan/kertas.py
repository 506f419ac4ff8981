"""The papers of the walk, as they would lie on a desk in a sample office."""

from __future__ import annotations

import secrets

import templates_sk
from docservice.pegawai.models import Daerah, Pegawai
from docservice.peragaan.pemindai_tiruan import foto, foto_buram, lembar, pindai


def pindaian_sk_cpns(pegawai: Pegawai) -> bytes:
    """The scan of the decree that took the person on as CPNS in III/a."""
    return pindai(sk_cpns(pegawai), seed=int(pegawai.nip[-3:]))


def sk_cpns(pegawai: Pegawai) -> bytes:
    """The paper decree itself, from the office's own template."""
    daerah = Daerah.ini()
    data = {
        "kepala": daerah.jabatan_kepala,
        "nomor": f"821.13/0{pegawai.nip[-3:]}/BKPSDM/2022",
        "tanggal": "2022-01-20",
        "tempat": daerah.tempat,
        "nama": pegawai.nama_lengkap,
        "tempat_lahir": pegawai.tempat_lahir,
        "tanggal_lahir": pegawai.tanggal_lahir.isoformat(),
        "nip": pegawai.nip,
        "pendidikan": pegawai.pendidikan,
        "golongan": "III/a",
        "tmt": "2022-02-01",
        "gaji_pokok": 2579400,
        "jabatan": pegawai.jabatan,
        "unit_kerja": pegawai.unit.nama,
        "penanda_tangan": {
            "bentuk": "a.n.",
            "atas_nama": daerah.jabatan_kepala,
            "jabatan": "SEKRETARIS DAERAH",
            "nama": "RADITYA ANGGARISTA",
        },
    }
    return templates_sk.render("sk_pengangkatan_cpns", data).pdf


def foto_kinerja(pegawai: Pegawai, tahun: int, *, buram: bool) -> bytes:
    """A phone photo of the appraisal of *tahun*, out of focus or not."""
    isi = lembar(
        f"DOKUMEN EVALUASI KINERJA PEGAWAI {tahun}",
        [
            f"Nama : {pegawai.nama_lengkap}",
            f"NIP : {pegawai.nip}",
            f"Jabatan : {pegawai.jabatan}",
            f"Unit kerja : {pegawai.unit.nama}",
            f"Periode penilaian : 1 Januari {tahun} s.d. 31 Desember {tahun}",
            "Hasil kerja : Sesuai ekspektasi",
            "Perilaku kerja : Sesuai ekspektasi",
            "Predikat kinerja pegawai : Baik",
        ],
    )
    return foto_buram(isi) if buram else foto(isi, seed=tahun)


def berkas_terinfeksi() -> bytes:
    """A PDF that carries the harmless test marker every development scanner knows; assembled here, stored nowhere."""
    penanda = b"ARSIP-TEST-" + b"MALWARE-MARKER-1"
    isi = lembar("NPWP", [f"Salinan {secrets.token_hex(4)}"])
    akhir = isi.rindex(b"startxref")
    return isi[:akhir] + b"%" + penanda + b"\n" + isi[akhir:]
