"""Data of the minutes of a verification sitting, from the decisions that stand (BABEL 1 no. 16)."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen
from docservice.dokumen.status import Basis
from docservice.naskah.kop import kop_surat
from docservice.naskah.models import Naskah, NomorRegister
from docservice.naskah.nomor import nomor_bertitik
from docservice.pegawai.models import Daerah, Pegawai
from docservice.umum.kalimat import dalam_kalimat
from docservice.umum.waktu import jam
from docservice.verifikasi.models import Alasan, Sesi, Verifikasi
from docservice.verifikasi.sesi import putusan_sesi, tandai_ditandatangani

JENIS = "ba_sesi_verifikasi"
DOKUMEN = "BA_VERIFIKASI"
BOLEH_DIUBAH: frozenset[str] = frozenset()
NOMOR = ("800.1.9.3", "BAV")


def isi(sesi: Sesi, pegawai: Pegawai) -> dict[str, Any]:
    """The schema of the kind, number and date still open; *sesi* has ended."""
    putusan = putusan_sesi(sesi)
    hitung = Counter(satu.basis for satu in putusan)
    tugas = sorted({satu.dasar_tugas for satu in putusan})
    assert sesi.selesai is not None
    return {
        "kop": kop_surat(pegawai.unit),
        "nomor_draf": nomor_bertitik(JENIS, timezone.localdate()),
        "tempat": Daerah.ini().tempat,
        "tanggal_periksa": timezone.localdate(sesi.mulai).isoformat(),
        "waktu_periksa": f"pukul {jam(sesi.mulai)[:5]} sampai {jam(putusan[-1].pada)}",
        "tempat_periksa": pegawai.unit.nama,
        "dasar": "penugasan sebagai " + " dan ".join(tugas),
        "terverifikasi": sum(satu.hasil == Verifikasi.Hasil.TERVERIFIKASI for satu in putusan),
        "dikembalikan": sum(satu.hasil == Verifikasi.Hasil.DIKEMBALIKAN for satu in putusan),
        "asli": hitung[Basis.ASLI],
        "legalisir": hitung[Basis.LEGALISIR],
        "tte": hitung[Basis.TTE],
        "instansi_penerbit": hitung[Basis.PENERBIT] or None,
        "dokumen": [_baris(satu) for satu in putusan],
        "penanda_tangan": {
            "bentuk": "langsung",
            "jabatan": _jabatan(putusan),
            "nama": pegawai.nama_lengkap,
            "nip": pegawai.nip,
            "cetak_nip": True,
        },
        "tembusan": [],
    }


def _baris(putusan: Verifikasi) -> dict[str, Any]:
    sidik = putusan.sha256
    return {
        "pegawai": putusan.versi.pegawai.nama_lengkap,
        "nip": putusan.versi.pegawai.nip,
        "nama": putusan.versi.dokumen.judul,
        "halaman": max(1, putusan.versi.jumlah_halaman),
        "sha256": " ".join(sidik[n : n + 16] for n in range(0, 64, 16)),
        "hasil": _hasil(putusan),
    }


def _hasil(putusan: Verifikasi) -> str:
    if putusan.hasil == Verifikasi.Hasil.TERVERIFIKASI:
        return f"Terverifikasi, {dalam_kalimat(putusan.get_basis_display())} dilihat"
    alasan = dict.fromkeys(f"{Alasan(str(kode)).label.lower()} (halaman {n})" for n, kode in putusan.alasan)
    return f"Dikembalikan: {', '.join(alasan)}"


def _jabatan(putusan: list[Verifikasi]) -> str:
    """In which capacity: the role's own words, without the decree."""
    return "Administrator" if putusan[-1].dasar_tugas.startswith("Administrator") else "Fasilitator"


def minor(naskah: Naskah) -> str:
    return str(naskah.data["tanggal_periksa"])


def ringkas(naskah: Naskah) -> str:
    return f"{len(naskah.data['dokumen'])} dokumen"


def terbit(*, by: Pengguna, naskah: Naskah, nomor: NomorRegister, dokumen: Dokumen) -> None:
    """The sitting is closed for good."""
    sesi = Sesi.objects.get(pk=int(str(naskah.rujukan).removeprefix("sesi:")))
    tandai_ditandatangani(by=by, sesi=sesi, nomor=nomor.nomor)
