"""What looks odd beside a person's other rows, kind by kind: overlaps, gaps, order, doubles, another's NIP."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from docservice.dokumen.models import Dokumen
from docservice.pegawai.models import Pegawai
from docservice.riwayat import actions
from docservice.riwayat.jenis import SEMUA
from docservice.riwayat.models import Riwayat
from docservice.riwayat.peringatan import peringatan
from docservice.riwayat.status import StatusRiwayat
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import FASILITATOR, PEMILIK, Situs, teks
from tests.docservice.riwayat.alat import GOLONGAN, ajukan, berkas, usulan
from tests.docservice.riwayat.alat_peringatan import baris, kata
from tests.docservice.riwayat.contoh import CONTOH

pytestmark = pytest.mark.django_db


@pytest.fixture
def pegawai(kantor_contoh: KantorUji) -> Pegawai:
    """A PNS since 1 February 2015, born in 1990, with nothing on record."""
    orang = kantor_contoh.orang(PEMILIK)
    Riwayat.objects.milik(orang).delete()
    orang.tmt_cpns, orang.tanggal_lahir, orang.jenis_asn = date(2015, 2, 1), date(1990, 3, 1), "PNS"
    orang.save()
    return orang


BERSYARAT = ("kontrak_pppk", "perceraian", "data_utama", "pmk", "pendidikan", "penghargaan", "dp3")
"""Their samples do not fit this very person."""


@pytest.mark.parametrize("kode", [kode for kode in SEMUA if kode not in BERSYARAT])
def test_the_sample_of_a_kind_alone_is_in_order(pegawai: Pegawai, kode: str):
    assert kata(pegawai, kode) == ""


TAHUN_INI = timezone.localdate().year
KASUS: list[tuple[str, list[tuple[str, dict[str, Any]]], dict[str, Any], str]] = [
    # golongan: two of one day, order, leap, service years, before and after service, on leave
    ("golongan", [("golongan", {"golongan": "III/a"})], {}, "Sudah ada golongan dengan TMT ini (III/a Penata Muda)"),
    ("golongan", [("golongan", {"golongan": "III/c"})], {"tmt_golongan": "1-2-2025"}, "terbalik dengan III/c"),
    ("golongan", [("golongan", {"golongan": "III/a"})], {"tmt_golongan": "1-2-2022"}, "lebih awal dari TMT golongan"),
    (
        "golongan",
        [("golongan", {"golongan": "III/a", "tmt_golongan": "1-2-2018", "mk_golongan_tahun": 3})],
        {},
        "Masa kerja golongan 4 tahun 0 bulan; menurut golongan sebelumnya seharusnya 9 tahun 0 bulan.",
    ),
    (
        "golongan",
        [("golongan", {"golongan": "II/d", "tmt_golongan": "1-2-2020", "mk_golongan_tahun": 5})],
        {"golongan": "III/a", "mk_golongan_tahun": 9},
        "seharusnya 4 tahun 0 bulan",
    ),
    ("golongan", [], {"tmt_golongan": "1-1-2014"}, "TMT ini sebelum TMT CPNS (1 Februari 2015)"),
    ("golongan", [("pemberhentian", {"tmt": "1-1-2024"})], {}, "sesudah pemberhentian (1 Januari 2024)"),
    ("golongan", [("cltn", {})], {}, "dalam masa CLTN (1 Februari 2024 sampai 31 Januari 2026)"),
    # kgb
    ("kgb", [("kgb", {})], {}, "Sudah ada KGB dengan TMT ini"),
    ("kgb", [("kgb", {})], {"tmt_kgb": "1-9-2026"}, "Ada jeda 6 bulan"),
    ("kgb", [("kgb", {"tmt_kgb": "1-3-2025"})], {}, "Kurang dari 2 tahun sebelum KGB berikutnya (1 Maret 2025)"),
    ("kgb", [("golongan", {})], {}, "pada TMT ini golongannya III/b"),
    # pmk
    ("pmk", [("pmk", {"tmt": "1-3-2020"})], {}, "Masa kerja itu sudah ditinjau"),
    (
        "pmk",
        [],
        {"selesai": "1-1-2019", "mk_tahun": 1, "mk_bulan": 0},
        "melewati TMT CPNS (1 Februari 2015)",
    ),
    ("pmk", [], {"mk_tahun": 4}, "lebih lama daripada masa bekerjanya"),
    # jabatan
    ("jabatan", [("jabatan", {"unit_kerja": "BKD"})], {}, "Sudah ada jabatan definitif dengan TMT ini"),
    (
        "jabatan",
        [("jabatan", {"jenis_perubahan": "henti", "tmt_jabatan": "1-11-2023"})],
        {},
        "Ada jeda 3 bulan dengan jabatan sebelumnya (berhenti 1 November 2023).",
    ),
    (
        "jabatan",
        [("jabatan", {"nama_jabatan": "Arsiparis", "tmt_jabatan": "1-1-2020"})],
        {"jenis_perubahan": "henti"},
        "bukan jabatan sebelumnya (Arsiparis)",
    ),
    # penugasan
    ("penugasan", [("penugasan", {"mulai": "10-1-2024"})], {}, "Penugasan yang sama sudah tercatat"),
    (
        "penugasan",
        [("penugasan", {"jenis": "DPB", "tugas": "Dosen", "mulai": "1-1-2023", "selesai": ""})],
        {"jenis": "DPK"},
        "Pada waktu itu juga Diperbantukan",
    ),
    ("penugasan", [("cltn", {"mulai": "10-1-2024"})], {}, "Tanggal mulai ini jatuh dalam masa CLTN"),
    # unor, pindah instansi
    ("unor", [("unor", {"unit_baru": "Dinas Sosial"})], {}, "Sudah ada perpindahan pada tanggal ini"),
    (
        "unor",
        [("unor", {"unit_lama": "Setda", "unit_baru": "Dinas Sosial", "tmt": "1-1-2020"})],
        {},
        "Unit kerja asal bukan tujuan perpindahan sebelumnya (Dinas Sosial)",
    ),
    (
        "unor",
        [("unor", {"unit_lama": "Bappeda", "tmt": "1-1-2025"})],
        {},
        "bukan asal perpindahan berikutnya (Bappeda)",
    ),
    (
        "pindah_instansi",
        [("pindah_instansi", {"instansi_baru": "Kota Lain", "tmt": "1-1-2020"})],
        {},
        "Instansi asal bukan tujuan perpindahan sebelumnya (Kota Lain)",
    ),
    # pendidikan
    ("pendidikan", [("pendidikan", {"sk_tanggal": "1-1-2018"})], {}, "Pendidikan ini sudah tercatat"),
    ("pendidikan", [("pendidikan", {"tingkat": "45", "sk_tanggal": "1-1-2018"})], {}, "terbalik dengan S-2"),
    ("pendidikan", [("pendidikan", {"tingkat": "30"})], {}, "saat pengangkatan CPNS sudah tercatat"),
    ("pendidikan", [], {"tingkat": "45"}, "S-1 atau D-IV sebelumnya belum tercatat"),
    ("pendidikan", [], {"sk_tanggal": "1-1-1993"}, "sebelum pegawainya berusia 5 tahun"),
    # diklat, kursus, sertifikasi, kompetensi, tubel
    ("diklat", [("diklat", {"mulai": "1-2-2020", "selesai": "1-5-2020"})], {}, "Diklat struktural ini sudah tercatat"),
    ("diklat", [("diklat", {"latihan": "3", "nomor": "9"})], {}, "Waktunya bertumpuk dengan Sepadya"),
    ("kursus", [("kursus", {"nama_kursus": "Lain"})], {}, "Sertifikat ini sudah tercatat"),
    ("sertifikasi", [("sertifikasi", {"nama": "Lain"})], {}, "Sertifikat ini sudah tercatat"),
    (
        "sertifikasi",
        [("sertifikasi", {"nomor": "S-1", "tgl_sertifikat": "1-1-2018", "berlaku_sampai": "31-10-2023"})],
        {},
        "Ada jeda 3 bulan dengan sertifikat yang sama sebelumnya (sampai 31 Oktober 2023)",
    ),
    ("kompetensi", [("kompetensi", {"level": 2})], {}, "Penilaian ini sudah tercatat"),
    ("tubel", [("tubel", {"mulai": "1-9-2023", "selesai": "31-8-2025"})], {}, "Waktunya bertumpuk dengan S-2"),
    (
        "tubel",
        [("tubel", {"mulai": "1-9-2022", "selesai": "31-5-2024"})],
        {"perpanjangan_ke": 1},
        "Ada jeda 3 bulan dengan tugas belajar sebelumnya",
    ),
    (
        "tubel",
        [("tubel", {"mulai": "1-9-2022", "selesai": "31-8-2024"})],
        {"perpanjangan_ke": 2},
        "Perpanjangan ke-2; menurut riwayat sebelumnya seharusnya ke-1.",
    ),
    # kinerja, skp, angka kredit, penghargaan
    ("kinerja", [("kinerja", {})], {}, "Penilaian tahun itu sudah tercatat (2024: Sangat Baik)"),
    ("kinerja", [("skp", {"tahun": 2021})], {}, "Penilaian tahun 2022, 2023 belum ada."),
    ("kinerja", [], {"tahun": TAHUN_INI + 1}, "belum berakhir"),
    ("skp", [("kinerja", {"tahun": 2022})], {}, "Penilaian tahun 2020, 2021 belum ada."),
    ("skp", [("dp3", {})], {}, "Penilaian tahun 2014, 2015, 2016, 2017, 2018 belum ada."),
    ("dp3", [("dp3", {"tahun": 2010})], {}, "Penilaian tahun 2011, 2012 belum ada."),
    (
        "kinerja_periodik",
        [("kinerja_periodik", {"hasil_kinerja": "1"})],
        {},
        "Periode itu sudah dinilai: Triwulan mulai April 2024: Sangat Baik.",
    ),
    ("pwk", [("pwk", {"lokasi_baru": "Desa Lain", "tmt": "1-1-2020"})], {}, "Lokasi asal bukan tujuan perpindahan"),
    ("skp", [("skp", {})], {}, "Penilaian tahun itu sudah tercatat"),
    ("skp", [], {"tahun": 2014}, "Tahun ini sebelum TMT CPNS"),
    ("angka_kredit", [("angka_kredit", {"mulai": "1-7-2022", "selesai": "30-6-2023"})], {}, "dapat terhitung dua kali"),
    ("angka_kredit", [("angka_kredit", {"mulai": "1-1-2021", "selesai": "31-12-2021"})], {}, "Ada jeda 1 tahun"),
    (
        "angka_kredit",
        [("angka_kredit", {"sifat": "pertama", "mulai": "1-1-2020", "selesai": "31-12-2020"})],
        {"sifat": "pertama"},
        "Angka kredit pertama sudah tercatat",
    ),
    ("penghargaan", [("penghargaan", {})], {}, "Satyalancana Karya Satya 10 tahun sudah tercatat."),
    ("penghargaan", [("penghargaan", {"harga": "202", "sk_tanggal": "1-1-2020"})], {}, "terbalik dengan Satyalancana"),
    ("penghargaan", [], {}, "Pada tanggal itu masa kerjanya belum 10 tahun."),
    # keluarga
    ("pasangan", [("pasangan", {"nama": "Lain", "tgl_nikah": "1-1-2018"})], {}, "Perkawinan ke- itu sudah tercatat"),
    (
        "pasangan",
        [("pasangan", {"nama": "Sinta", "tgl_nikah": "1-1-2018"})],
        {"urutan": 2},
        "Perkawinan dengan Sinta (1 Januari 2018) belum tercatat berakhir.",
    ),
    ("perceraian", [], {}, "Belum ada riwayat pasangan bernama Ratna Kusuma"),
    ("perceraian", [("pasangan", {"tgl_nikah": "1-6-2024"})], {}, "sebelum tanggal menikah (1 Juni 2024)"),
    ("anak", [("anak", {"urutan": 2})], {}, "Anak ini sudah tercatat"),
    (
        "anak",
        [("anak", {"nama": "Bima", "no_akta": "2", "tgl_lahir": "1-3-2015"})],
        {"urutan": 2},
        "hanya 65 hari",
    ),
    ("anak", [("anak", {"nama": "Bima", "urutan": 2, "tgl_lahir": "1-3-2012"})], {}, "Urutan kelahiran terbalik"),
    ("anak", [], {"tgl_lahir": "1-1-2001"}, "sebelum pegawainya berusia 14 tahun"),
    ("orang_tua", [("orang_tua", {"nama": "Lain"})], {}, "Sudah tercatat Ibu: Lain."),
    ("orang_tua", [], {"tgl_lahir": "1-1-1985"}, "Lahir kurang dari 12 tahun sebelum pegawainya."),
    ("saudara", [("saudara", {})], {}, "Saudara ini sudah tercatat"),
    # kedudukan
    ("kontrak_pppk", [], {}, "Pegawai ini tercatat sebagai PNS."),
    ("cltn", [("cltn", {"mulai": "1-1-2025", "selesai": "31-12-2026"})], {}, "Bertumpuk dengan Cuti di luar"),
    ("cltn", [], {"jenis": "3"}, "yang mendahuluinya belum ada"),
    ("cltn", [], {"selesai": "1-3-2028"}, "Lebih lama dari 3 tahun."),
    ("cltn", [], {"mulai": "1-1-2019", "selesai": "1-1-2020"}, "belum 5 tahun"),
    ("cltn", [("kgb", {"tmt_kgb": "1-3-2025"})], {}, "Dalam masa ini ada riwayat lain: Rp2.873.500"),
    (
        "cltn",
        [("cltn", {"mulai": "1-2-2022", "selesai": "31-10-2023"})],
        {"jenis": "5"},
        "Ada jeda 3 bulan dengan CLTN sebelumnya",
    ),
    ("pemberhentian", [("pemberhentian", {"tmt": "1-1-2023"})], {}, "Pemberhentian sudah tercatat"),
    ("pemberhentian", [("golongan", {"tmt_golongan": "1-3-2024"})], {}, "Sesudah tanggal ini ada riwayat lain: III/b"),
    ("organisasi", [("organisasi", {"mulai": "1-1-2020"})], {}, "Kedudukan yang sama sudah tercatat"),
    ("kepanitiaan", [("kepanitiaan", {"mulai": "6-1-2024"})], {}, "Panitia ini sudah tercatat (Sekretaris, Panitia"),
    ("prestasi", [("prestasi", {"tingkat": "provinsi"})], {}, "Prestasi ini sudah tercatat"),
    ("profesi", [("profesi", {"tgl_profesi": "2-9-2020"})], {}, "Sertifikat profesi ini sudah tercatat"),
    ("potensi", [("potensi", {"kategori": "rendah"})], {}, "Penilaian ini sudah tercatat"),
]


@pytest.mark.parametrize(("kode", "ada", "ubah", "kalimat"), KASUS, ids=[f"{k[0]}-{k[3][:24]}" for k in KASUS])
def test_a_conflict_is_said(
    pegawai: Pegawai, kode: str, ada: list[tuple[str, dict[str, Any]]], ubah: dict[str, Any], kalimat: str
):
    for jenis, isi in ada:
        baris(pegawai, jenis, **isi)
    assert kalimat in kata(pegawai, kode, **ubah)


BARU: list[tuple[str, list[tuple[str, dict[str, Any]]], dict[str, Any], str]] = [
    ("golongan", [], {"is_cpns": "1", "jenis_kp": "101"}, "jenisnya Golongan dari pengadaan CPNS/PNS"),
    ("golongan", [], {"is_cpns": "1", "jenis_kp": "211"}, "bukan TMT CPNS"),
    ("golongan", [("cltn", {"tanggal_aktif": "1-3-2024"})], {}, "masa CLTN (1 Februari 2024 sampai 29 Februari 2024)"),
    ("pendidikan", [], {"sk_tanggal": "1-8-2024", "pertama": "0"}, "izin belajar atau tugas belajarnya belum dicatat"),
    ("cltn", [], {"jenis": "8", "selesai": ""}, "Riwayat Tugas belajar yang mendahuluinya belum ada."),
    ("angka_kredit", [], {"jabatan": "Arsiparis"}, "Jabatan Arsiparis belum tercatat di riwayat jabatan"),
    ("anak", [], {"dapat_tunjangan": "1", "sekolah": "0", "tgl_lahir": "5-5-2000"}, "Sudah berusia 21 tahun"),
    ("anak", [], {"dapat_tunjangan": "1", "sekolah": "1", "tgl_lahir": "5-5-2000"}, "Sudah berusia 25 tahun"),
    ("anak", [], {"dapat_tunjangan": "1", "bekerja": "1"}, "sudah menikah atau bekerja tidak mendapat"),
    ("anak", [], {"dapat_tunjangan": "1", "status_hidup": "0"}, "sudah meninggal tidak mendapat"),
    (
        "anak",
        [
            ("anak", {"nama": n, "no_akta": n, "urutan": u, "dapat_tunjangan": "1"})
            for n, u in (("Bima", 2), ("Ayu", 3))
        ],
        {"dapat_tunjangan": "1"},
        "Sudah ada 2 anak lain yang mendapat tunjangan.",
    ),
    ("anak", [], {"pasangan": "Arunika"}, "Belum ada riwayat pasangan bernama Arunika."),
]


@pytest.mark.parametrize(("kode", "ada", "ubah", "kalimat"), BARU, ids=[f"{k[0]}-{k[3][:24]}" for k in BARU])
def test_what_the_rarer_fields_contradict_is_said(
    pegawai: Pegawai, kode: str, ada: list[tuple[str, dict[str, Any]]], ubah: dict[str, Any], kalimat: str
):
    for jenis, isi in ada:
        baris(pegawai, jenis, **isi)
    assert kalimat in kata(pegawai, kode, **ubah)


@pytest.mark.parametrize(
    ("kode", "ada", "ubah"),
    [
        ("golongan", ("cltn", {"mulai": "1-3-2023", "tanggal_aktif": "1-2-2024"}), {}),
        ("pendidikan", ("tubel", {"mulai": "1-2-2023"}), {"sk_tanggal": "1-8-2024", "pertama": "0"}),
        ("cltn", ("tubel", {"mulai": "1-2-2023"}), {"jenis": "8", "selesai": ""}),
        (
            "angka_kredit",
            ("jabatan", {"nama_jabatan": "Arsiparis", "tmt_jabatan": "1-1-2023"}),
            {"jabatan": "ARSIPARIS"},
        ),
        ("anak", ("pasangan", {}), {"pasangan": "ratna kusuma", "dapat_tunjangan": "1"}),
        (
            "pasangan",
            (
                "pasangan",
                {"nama": "Arunika", "tgl_nikah": "1-1-2018", "status_nikah": "cerai", "tgl_cerai": "1-1-2020"},
            ),
            {"urutan": 2},
        ),
    ],
)
def test_what_the_rarer_fields_explain_is_no_conflict(
    pegawai: Pegawai, kode: str, ada: tuple[str, dict[str, Any]], ubah: dict[str, Any]
):
    baris(pegawai, ada[0], **ada[1])
    assert kata(pegawai, kode, **ubah) == ""


def test_contracts_of_a_pppk_neither_overlap_nor_leave_a_gap(pegawai: Pegawai):
    pegawai.jenis_asn, pegawai.tmt_cpns = "PPPK", None
    pegawai.save()
    assert kata(pegawai, "kontrak_pppk") == ""
    baris(pegawai, "kontrak_pppk", mulai="1-3-2019", selesai="29-2-2024")
    assert kata(pegawai, "kontrak_pppk", nomor="PK-2", perpanjangan_ke=1) == ""
    baris(pegawai, "kontrak_pppk", nomor="PK-2", perpanjangan_ke=1)
    bertumpuk = kata(pegawai, "kontrak_pppk", nomor="PK-3", mulai="1-1-2029", selesai="1-1-2031", perpanjangan_ke=2)
    assert "Bertumpuk dengan kontrak Golongan IX, Guru Ahli Pertama, 1 Maret 2024 sampai 28 Februari 2029." in bertumpuk
    jeda = kata(pegawai, "kontrak_pppk", nomor="PK-3", mulai="1-6-2029", selesai="1-6-2031", perpanjangan_ke=3)
    assert "Ada jeda 3 bulan dengan kontrak sebelumnya (sampai 28 Februari 2029)." in jeda
    assert "Perpanjangan ke-3; menurut riwayat sebelumnya seharusnya ke-2." in jeda


@pytest.mark.parametrize(
    ("kode", "ada", "ubah"),
    [
        ("penugasan", ("penugasan", {"tugas": "Kepala Bidang", "unit_tujuan": "Bappeda"}), {}),
        ("jabatan", ("penugasan", {"mulai": "1-1-2024", "selesai": "1-3-2024"}), {}),
        ("kgb", ("kgb", {"tmt_kgb": "1-3-2022", "mk_tahun": 0}), {}),
        ("golongan", ("golongan", {"golongan": "III/a", "tmt_golongan": "1-2-2020", "mk_golongan_tahun": 0}), {}),
        ("kinerja", ("skp", {"tahun": 2021}), {"tahun": 2022}),
        ("golongan", ("cltn", {"mulai": "1-2-2020", "selesai": "31-1-2022"}), {}),
        ("pasangan", ("perceraian", {}), {}),
        ("anak", ("anak", {"nama": "Bima", "no_akta": "2", "urutan": 2, "tgl_lahir": "5-5-2015"}), {}),
        ("unor", ("unor", {"unit_lama": "Setda", "unit_baru": "BAPPEDA", "tmt": "1-1-2020"}), {}),
    ],
)
def test_what_belongs_together_is_no_conflict(
    pegawai: Pegawai, kode: str, ada: tuple[str, dict[str, Any]], ubah: dict[str, Any]
):
    """Plh. beside another, two years between steps, twins, a marriage that follows a death."""
    baris(pegawai, ada[0], **ada[1])
    assert kata(pegawai, kode, **ubah) == ""


def test_who_came_back_early_is_on_leave_no_longer(pegawai: Pegawai):
    baris(pegawai, "cltn", mulai="1-2-2023", selesai="31-1-2025")
    assert "masa CLTN" in kata(pegawai, "golongan")
    baris(pegawai, "cltn", jenis="3", mulai="1-1-2024", selesai="")
    assert "masa CLTN" not in kata(pegawai, "golongan")


def test_a_correction_is_not_compared_with_what_it_corrects(pegawai: Pegawai):
    lama = baris(pegawai, "golongan", golongan="III/a", tmt_golongan="1-2-2020", mk_golongan_tahun=0)
    baris(pegawai, "golongan")
    ubah = CONTOH["golongan"][0] | {"golongan": "III/a", "tmt_golongan": "1-2-2020", "mk_golongan_tahun": 0}
    isi = actions.periksa_isian("golongan", ubah | {"sk_nomor": "Lain"})
    assert peringatan(pegawai, "golongan", isi, kecuali=lama) == []
    assert any("TMT ini" in satu for satu in peringatan(pegawai, "golongan", isi))


def test_the_older_past_is_filled_in_without_a_warning(pegawai: Pegawai):
    baris(pegawai, "golongan", golongan="III/b", mk_golongan_tahun=4)
    dulu = {"golongan": "III/a", "tmt_golongan": "1-2-2020", "mk_golongan_tahun": 0}
    assert kata(pegawai, "golongan", **dulu) == ""


def test_an_incomplete_row_of_an_old_system_says_nothing(pegawai: Pegawai):
    lama = baris(pegawai, "pasangan", tgl_nikah="1-1-2018")
    Riwayat.objects.filter(pk=lama.pk).update(data={"nip_pasangan": "1"})
    assert kata(pegawai, "pasangan") == ""


# --- on the paper, and on the pages ----------------------------------------------------------------------------


def _bernip_lain(kantor: KantorUji) -> Dokumen:
    dokumen = berkas(kantor, PEMILIK)
    dokumen.versi_terkini.isian.filter(nama="nip").update(nilai=kantor.orang(9).nip)
    return dokumen


def test_anothers_nip_on_the_scan_is_on_record(kantor_contoh: KantorUji):
    satu = ajukan(kantor_contoh, bukti=[_bernip_lain(kantor_contoh)])
    assert f"bukan NIP {kantor_contoh.orang(PEMILIK).nama}." in satu.peringatan[0]
    assert kantor_contoh.orang(9).nip not in satu.peringatan[0]


def test_the_desk_sees_what_came_since(kantor_contoh: KantorUji):
    satu, klien = usulan(kantor_contoh, StatusRiwayat.DIAJUKAN), Situs(kantor_contoh).masuk(FASILITATOR)
    assert satu.peringatan == []
    alamat = f"/usulan/{satu.pk}/"
    assert "Sudah ada golongan" not in teks(klien.get(alamat))
    baris(kantor_contoh.orang(PEMILIK), "golongan", **GOLONGAN | {"sk_nomor": "lain"})
    assert "Sudah ada golongan dengan TMT ini (III/a Penata Muda)." in teks(klien.get(alamat))


def test_the_rules_cost_one_question_to_the_database(pegawai: Pegawai, django_assert_num_queries: Any):
    for n in range(12):
        hari = date(2016, 1, 1) + timedelta(days=300 * n)
        baris(pegawai, "golongan", tmt_golongan=hari.replace(day=1).isoformat())
    isi = actions.periksa_isian("golongan", CONTOH["golongan"][0])
    with django_assert_num_queries(1):
        peringatan(pegawai, "golongan", isi)
