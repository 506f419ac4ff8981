"""Which naskah each of the 21 services ends with (BABEL Pasal 10(1); sk-format §2.0); promotion has its own module.

The first of a service is its usual one; a request names another in ``naskah``.
"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from docservice.layanan.models import Permohonan
from docservice.naskah.isi import fakta, kgb, terbitan
from docservice.naskah.isi.hasil import Hasil
from docservice.naskah.models import Kewenangan
from docservice.pegawai.models import Daerah, Pegawai
from docservice.umum.errors import BelumLengkap
from templates_sk import masa_kerja


def _pasangan(permohonan: Permohonan, _: Kewenangan) -> dict[str, Any]:
    """Name from the validated row; what no row holds (work, faith, address) from the request."""
    return {**(permohonan.data.get("pasangan") or {}), "nama": fakta.nama_pasangan(permohonan, _)}


def _petugas(permohonan: Permohonan, _: Kewenangan) -> list[dict[str, str]]:
    return [_orang(permohonan)]


def _orang(permohonan: Permohonan) -> dict[str, str]:
    orang = permohonan.pegawai
    return {
        "nama": orang.nama_lengkap,
        "nip": orang.nip,
        "golongan": fakta.golongan(orang),
        "jabatan": orang.jabatan,
        "unit_kerja": orang.unit.nama,
    }


def _usul(permohonan: Permohonan, _: Kewenangan) -> list[dict[str, Any]]:
    """Years since entry unless the request says fewer (without leave outside the state's burden), and their class."""
    orang = permohonan.pegawai
    if orang.tmt_cpns is None:
        raise BelumLengkap("TMT CPNS belum tercatat. Lengkapi dulu data pegawainya.")
    tahun, bulan = masa_kerja(orang.tmt_cpns, timezone.localdate())
    lama = permohonan.data.get("masa_kerja") or {"tahun": tahun, "bulan": bulan}
    kelas = next((nama for nama, perlu in _SATYALANCANA if lama["tahun"] >= perlu), None)
    if kelas is None:
        raise BelumLengkap("Masa kerja belum 10 tahun. Satyalancana Karya Satya belum dapat diusulkan.")
    lahir = {"tempat_lahir": orang.tempat_lahir, "tanggal_lahir": orang.tanggal_lahir.isoformat()}
    return [{**_orang(permohonan), **lahir, "tmt_cpns": orang.tmt_cpns.isoformat(), "masa_kerja": lama, "kelas": kelas}]


_SATYALANCANA = (("XXX", 30), ("XX", 20), ("X", 10))
_NIKAH: dict[str, fakta.Fakta] = {
    "pasangan": fakta.nama_pasangan,
    "jenis": fakta.karis_atau_karsu,
    "tempat_lahir": fakta.dari_pasangan("tempat_lahir"),
    "tanggal_lahir": fakta.dari_pasangan("tgl_lahir"),
}
_KARIS = {**_NIKAH, "akta_nikah": fakta.akta_nikah, "perkawinan_ke": fakta.dari_pasangan("urutan")}
_KARTU: dict[str, fakta.Fakta] = {
    **_NIKAH,
    "tanggal_nikah": fakta.dari_pasangan("tgl_nikah"),
    "pemerintah": lambda p, k: f"PEMERINTAH {Daerah.ini().nama.upper()}",
    "instansi": lambda p, k: Daerah.ini().singkatan_bkpsdm,
}
_CERAI: dict[str, fakta.Fakta] = {
    "agama": fakta.agama,
    "alamat": fakta.alamat,
    "pasangan": _pasangan,
    "akta_nikah": fakta.akta_nikah,
}
_PNS: dict[str, fakta.Fakta] = {
    "sk_cpns": fakta.paper("SK_CPNS"),
    "sehat": fakta.paper("SEHAT"),
    "latsar": fakta.paper("STTPL"),
}
_PIHAK: dict[str, fakta.Fakta] = {
    "pihak_kedua": lambda p, k: {"jabatan": "Pegawai", "nama": p.pegawai.nama_lengkap},
}
_KORPRI: dict[str, fakta.Fakta] = {
    "kepala": lambda p, k: f"DEWAN PENGURUS KORPRI {Daerah.ini().nama.upper()}",
    "kop": lambda p, k: {
        "pemerintah": "KORPS PEGAWAI REPUBLIK INDONESIA",
        "instansi": f"DEWAN PENGURUS {Daerah.ini().nama.upper()}",
        "alamat": Daerah.ini().tempat,
    },
}
"""The grant comes from KORPRI, not from the region (Keppres 24/2010)."""
_CUTI = ("mulai", "selesai")

HASIL = (
    Hasil("a", "lembar_formasi", "FORMASI", ("tanggal_data",)),
    Hasil("b", "usul_karis_karsu", "SURAT_USUL", ("jenis",), _KARIS),
    Hasil("b", "kartu_karis_karsu", "KARIS_KARSU", ("jenis",), _KARTU),
    Hasil("c", "surat_tanda_lulus", "STL_UD", ("tanggal_ujian",)),
    Hasil("d", "sk_pensiun", "SK_PENSIUN", ("tmt_pensiun",), {"pasangan": fakta.keluarga_pasangan}, terbitan.pensiun),
    Hasil("d", "sk_pensiun_janda_duda", "SK_JD", ("tmt_pensiun",), minta=frozenset({"alamat"})),
    Hasil("e", "sk_tugas_belajar", "SK_TUBEL", ("prodi", "perguruan_tinggi")),
    Hasil("f", "sk_santunan_korpri", "SANTUNAN", ("peristiwa", "tanggal_peristiwa"), _KORPRI),
    Hasil("f", "kuitansi_santunan", "SANTUNAN", ("peristiwa",), _KORPRI),
    Hasil("g", "surat_tugas", "REKOMENDASI", _CUTI, {"petugas": _petugas}),
    Hasil("g", "rekomendasi", "REKOMENDASI", ("kegiatan",)),
    Hasil("g", "sertifikat_pelatihan", "SERT_KURSUS", ("kegiatan",)),
    Hasil("h", "rekomendasi", "REKOMENDASI", ("kegiatan",)),
    Hasil("i", "rekomendasi", "REKOMENDASI", ("kegiatan",)),
    Hasil("i", "sertifikat_pelatihan", "SERT_KURSUS", ("kegiatan",)),
    Hasil("j", "evaluasi_kinerja", "EKIN", ("selesai",)),
    Hasil("k", "usul_satyalancana", "SURAT_USUL", (), {"usul": _usul}),
    Hasil("m", "sk_mutasi", "SK_JAB", ("tmt", "unit_baru")),
    Hasil("m", "surat_persetujuan_mutasi", "SK_PINDAH", ("instansi_tujuan",)),
    Hasil("n", "surat_kgb", "SK_KGB", ("tmt_kgb",), kgb.BIDANG, kgb.riwayat),
    Hasil("n", "sk_kgb_pppk", "SK_KGB", ("tmt_kgb",), kgb.BIDANG),
    Hasil("o", "sk_pengangkatan_pns", "SK_PNS", ("tmt_pns",), _PNS),
    Hasil("o", "ba_sumpah", "BA_SUMPAH", ("tanggal_sumpah",), {"agama": fakta.agama}),
    Hasil("p", "sk_jabatan_fungsional", "SK_JAB", ("tmt", "jf_nama"), {"pak": fakta.paper("PAK")}, terbitan.jf),
    Hasil("p", "sk_pemberhentian_jf", "SK_BERHENTI_JF", ("tmt", "jf_nama")),
    Hasil("p", "spp", "SPP", ("tanggal_lantik",)),
    Hasil("q", "surat_cuti_tahunan", "SURAT_CUTI", _CUTI),
    Hasil("q", "surat_cuti_sakit", "SURAT_CUTI", _CUTI),
    Hasil("q", "surat_cuti_melahirkan", "SURAT_CUTI", _CUTI),
    Hasil("q", "surat_cuti_alasan_penting", "SURAT_CUTI", _CUTI),
    Hasil("q", "surat_cuti_besar", "SURAT_CUTI", _CUTI),
    Hasil("q", "sk_cuti_luar_tanggungan", "SK_CLTN", _CUTI, {}, terbitan.cltn),
    Hasil("r", "sk_izin_perceraian", "IZIN_CERAI", (), _CERAI),
    Hasil("r", "sk_penolakan_perceraian", "IZIN_CERAI", (), _CERAI),
    Hasil("r", "surat_keterangan_perceraian", "KET_CERAI", (), _CERAI),
    Hasil("s", "sk_hukuman_disiplin", "SK_HUKDIS", ()),
    Hasil("t", "sk_jabatan_pelaksana", "SK_JAB", ("tmt", "unit_baru"), {}, terbitan.pelaksana),
    Hasil("u", "surat_keterangan", "SURAT_KET", ("keperluan",)),
    Hasil("u", "spmt", "SPMT", ("mulai_tugas",)),
    Hasil("u", "perjanjian_kerja", "PK_PPPK", _CUTI, _PIHAK),
    Hasil("u", "surat_keterangan_hukdis", "PNY_TIDAK_HD", ("keperluan",)),
)
MENURUT_JENIS = {satu.jenis: satu for satu in HASIL}


def hasil_untuk(permohonan: Permohonan) -> Hasil:
    """The result this request asks for. Raises BelumLengkap for one its service does not give."""
    kode, pegawai = permohonan.layanan_id, permohonan.pegawai
    pilihan = {satu.jenis: satu for satu in HASIL if satu.layanan == kode}
    biasa = "sk_kgb_pppk" if kode == "n" and pegawai.jenis_asn == Pegawai.JenisAsn.PPPK else next(iter(pilihan), "")
    diminta = str(permohonan.data.get("naskah") or biasa)
    if diminta not in pilihan:
        raise BelumLengkap(f"Layanan {permohonan.layanan.nama} tidak menerbitkan naskah ini. Periksa permohonannya.")
    return pilihan[diminta]
