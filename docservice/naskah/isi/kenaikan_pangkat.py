"""Data of the promotion decree (sk-format §2(a)) from the request, the person and the authority in force."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.dokumen.models import Dokumen
from docservice.layanan.actions import pindahkan
from docservice.layanan.models import Permohonan
from docservice.layanan.status import StatusPermohonan
from docservice.naskah.models import Kewenangan, Naskah, NomorRegister
from docservice.naskah.nomor import nomor_bertitik
from docservice.pegawai.models import Daerah, Pegawai
from docservice.riwayat.actions import tulis_dari_keputusan

DOKUMEN = "SK_KP"
BOLEH_DIUBAH = frozenset({"menimbang", "mengingat", "tembusan", "nomor_urut"})
"""What the drafter may change; the rest comes from validated rows and is corrected there."""


def isi(permohonan: Permohonan, kewenangan: Kewenangan) -> dict[str, Any]:
    """The schema of ``templates_sk`` kind ``sk_kenaikan_pangkat``, number and date still open."""
    daerah, pegawai, minta = Daerah.ini(), permohonan.pegawai, permohonan.data
    return {
        "kepala": daerah.jabatan_kepala,
        "nomor_draf": nomor_bertitik(permohonan.layanan.jenis_naskah, timezone.localdate()),
        "tempat": daerah.tempat,
        "mengingat": "ringkas",
        "pertek": {
            "penerbit": daerah.kanreg_bkn,
            "nomor": permohonan.pertek_nomor,
            "tanggal": permohonan.pertek_tanggal.isoformat() if permohonan.pertek_tanggal else None,
        },
        "nomor_urut": 1,
        **_orang(pegawai),
        "golongan_lama": minta["golongan_lama"],
        "tmt_lama": minta["tmt_lama"],
        "golongan_baru": minta["golongan_baru"],
        "tmt_kp": minta["tmt_kp"],
        "mk_tahun": minta["mk_tahun"],
        "mk_bulan": minta["mk_bulan"],
        "gaji_pokok": minta["gaji_pokok"],
        "penanda_tangan": _penanda_tangan(kewenangan),
        "tembusan": [
            daerah.kanreg_bkn,
            "Kepala Badan Keuangan Daerah",
            f"Kepala {pegawai.unit.nama}",
            "Yang bersangkutan",
        ],
    }


def _orang(pegawai: Pegawai) -> dict[str, Any]:
    return {
        "nama": pegawai.nama_lengkap,
        "tempat_lahir": pegawai.tempat_lahir,
        "tanggal_lahir": pegawai.tanggal_lahir.isoformat(),
        "nip": pegawai.nip,
        "pendidikan": pegawai.pendidikan,
        "jabatan": pegawai.jabatan,
        "unit_kerja": pegawai.unit.nama,
    }


def _penanda_tangan(kewenangan: Kewenangan) -> dict[str, Any]:
    """The resolved block: on a decree of the head the name stands without titles (Permendagri 1/2023 Ps 44)."""
    return {
        "bentuk": kewenangan.bentuk,
        "atas_nama": kewenangan.atas_nama,
        "plt_plh": kewenangan.plt_plh,
        "jabatan": kewenangan.jabatan,
        "nama": kewenangan.pejabat.nama.upper(),
    }


def minor(naskah: Naskah) -> str:
    return str(naskah.data["golongan_baru"])


def ringkas(naskah: Naskah) -> str:
    return f"{naskah.data['golongan_lama']} → {naskah.data['golongan_baru']}"


def terbit(*, by: Pengguna, naskah: Naskah, nomor: NomorRegister, dokumen: Dokumen) -> None:
    """The rank row stands on the decree, and the request is done."""
    permohonan, baris = naskah.asal, _riwayat(naskah, nomor)
    tulis_dari_keputusan(by=by, pegawai=naskah.pegawai, jenis="golongan", data=baris, dokumen=dokumen)
    pindahkan(by=by, permohonan=permohonan, ke=StatusPermohonan.SELESAI, alasan="SK Anda sudah terbit.")


def _riwayat(naskah: Naskah, nomor: NomorRegister) -> dict[str, Any]:
    """The rank row the decree creates (SIASN rw-golongan)."""
    data, permohonan, kewenangan = naskah.data, naskah.asal, naskah.kewenangan
    assert kewenangan is not None
    return {
        "sk_nomor": nomor.nomor,
        "sk_tanggal": nomor.tanggal,
        "tmt_golongan": data["tmt_kp"],
        "golongan": data["golongan_baru"],
        "jenis_kp": permohonan.varian,
        "mk_golongan_tahun": data["mk_tahun"],
        "mk_golongan_bulan": data["mk_bulan"],
        "gaji_pokok": data["gaji_pokok"],
        "pejabat_penetap": kewenangan.jabatan,
        "no_pertek_bkn": permohonan.pertek_nomor,
        "tgl_pertek_bkn": permohonan.pertek_tanggal,
    }
