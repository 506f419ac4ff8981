"""A filled row of every kind, as people write it."""

from __future__ import annotations

from typing import Any

SK = {"sk_nomor": "821.2/114/BKPSDMD/2024", "sk_tanggal": "3 Januari 2024"}
PERTEK = {"no_pertek_bkn": "PG-1/2024", "tgl_pertek_bkn": "2 Januari 2024"}
LAHIR = {"nama": "Sekar Panuluh", "tempat_lahir": "Pangkal Contoh", "tgl_lahir": "5 Mei 2015"}

PENILAI = {
    "penilai_nip": "197103141994031901",
    "penilai_jabatan": "Kepala Bappeda",
    "penilai_unor": "Bappeda",
    "penilai_golongan": "IV/b",
}

CONTOH: dict[str, tuple[dict[str, Any], str]] = {
    "data_utama": (
        {"nik": "9901010210970001", "alamat": "Jalan Anggrek 12, Kota Contoh", "no_hp": "0800-0000-1913"},
        "Jalan Anggrek 12, Kota Contoh",
    ),
    "perbaikan_data": (
        {"alasan": "Akta kelahiran", "nama": "Damar Panuluhan", "gelar_belakang": "-"},
        "Nama tanpa gelar, Gelar di belakang nama",
    ),
    "golongan": (
        SK
        | {
            "tmt_golongan": "1-2-2024",
            "golongan": "III/b",
            "jenis_kp": "101",
            "mk_golongan_tahun": 4,
            "mk_golongan_bulan": 0,
            "is_cpns": "0",
            "jumlah_kredit_utama": "50",
            "jumlah_kredit_tambahan": "2,5",
        },
        "III/b Penata Muda Tingkat I",
    ),
    "kgb": (
        SK | {"tmt_kgb": "1-3-2024", "golongan": "III/a", "mk_tahun": 2, "mk_bulan": 0, "gaji_baru": 2_873_500},
        "Rp2.873.500, masa kerja 2 tahun 0 bulan",
    ),
    "pmk": (
        SK
        | PERTEK
        | {
            "pengalaman": "Staf Yayasan Contoh",
            "mulai": "1-1-2018",
            "selesai": "31-12-2020",
            "mk_tahun": 1,
            "mk_bulan": 6,
            "tmt": "1-2-2024",
        },
        "Staf Yayasan Contoh: 1 tahun 6 bulan",
    ),
    "jabatan": (
        SK
        | {
            "jenis_perubahan": "angkat",
            "jenis_jabatan": "2",
            "nama_jabatan": "Analis SDM Aparatur Ahli Pertama",
            "jenjang": "PT",
            "unit_kerja": "Bappeda",
            "tmt_jabatan": "1-2-2024",
            "jenis_mutasi": "MJ",
            "tmt_mutasi": "1-2-2024",
            "instansi_kerja": "Provinsi Contoh",
            "satuan_kerja": "Pemerintah Provinsi Contoh",
            "unor_induk": "Sekretariat Daerah",
            "sub_jabatan": "GURU SENI DAN INDUSTRI KREATIF",
        },
        "Analis SDM Aparatur Ahli Pertama, Bappeda",
    ),
    "penugasan": (
        {
            "nomor_surat": "800/12/2024",
            "tanggal_surat": "3-1-2024",
            "jenis": "PLH",
            "tugas": "Kepala Subbagian Umum",
            "unit_asal": "Bappeda",
            "unit_tujuan": "Dinas Pendidikan",
            "mulai": "4-1-2024",
            "selesai": "18-1-2024",
        },
        "Pelaksana harian (Plh.): Kepala Subbagian Umum, Dinas Pendidikan",
    ),
    "unor": (
        SK | {"unit_lama": "Bappeda", "unit_baru": "Dinas Pendidikan", "tmt": "1-2-2024"},
        "Bappeda ke Dinas Pendidikan",
    ),
    "pwk": (
        SK
        | {
            "instansi": "Provinsi Contoh",
            "lokasi_lama": "Muara Contoh",
            "lokasi_baru": "Kota Contoh",
            "tmt": "1-2-2024",
        },
        "Muara Contoh ke Kota Contoh",
    ),
    "pindah_instansi": (
        SK
        | PERTEK
        | {
            "instansi_lama": "Kota Contoh",
            "instansi_baru": "Provinsi Contoh",
            "tmt": "1-2-2024",
            "jenis_pegawai": "10",
            "jenis_jabatan_lama": "4",
            "jabatan_lama": "Pengadministrasi Umum",
            "sk_usul_nomor": "800/7/2023",
            "sk_usul_tgl": "1-11-2023",
            "sk_asal_nomor": "821/9/2023",
            "sk_asal_tgl": "1-12-2023",
        },
        "Kota Contoh ke Provinsi Contoh",
    ),
    "pendidikan": (
        {
            "sk_nomor": "1234/UC/2019",
            "sk_tanggal": "20 Agustus 2019",
            "tingkat": "40",
            "nama_sekolah": "Universitas Contoh",
            "program_studi": "Ilmu Pemerintahan",
            "gelar_belakang": "S.IP",
            "akreditasi": "A",
            "no_akreditasi": "12/SK/BAN-PT/2018",
            "link_pddikti": "https://pddikti.kemdikbud.go.id/data_mahasiswa/abc",
            "diakui_bkn": "1",
            "pertama": "1",
        },
        "S-1 Ilmu Pemerintahan Universitas Contoh",
    ),
    "diklat": (
        {
            "nomor": "12/PKP/2024",
            "latihan": "2",
            "penyelenggara": "BPSDM Contoh",
            "mulai": "1-2-2024",
            "selesai": "30-5-2024",
            "jumlah_jam": 900,
            "bobot": 3,
            "jenis_kompetensi": "Manajerial",
        },
        "Sepala, Adum, PIM IV, atau PKP, BPSDM Contoh",
    ),
    "kursus": (
        {
            "nomor": "7/BT/2024",
            "jenis": "8",
            "nama_kursus": "Bimtek arsip digital",
            "penyelenggara": "ANRI",
            "mulai": "1-2-2024",
            "selesai": "3-2-2024",
            "jumlah_jp": 24,
            "jenis_kursus": "Administrasi Keuangan Daerah",
            "lokasi": "Kota Contoh",
        },
        "Bimtek arsip digital, 24 JP",
    ),
    "sertifikasi": (
        {
            "nomor": "S-9/2024",
            "tgl_sertifikat": "1-2-2024",
            "nama": "SERTIFIKASI UJI KOMPETENSI ANALIS SDM APARATUR",
            "lembaga": "BKN",
            "gelar_belakang": "CHRP",
        },
        "SERTIFIKASI UJI KOMPETENSI ANALIS SDM APARATUR, BKN",
    ),
    "kompetensi": (
        {
            "jenis": "manajerial",
            "nama": "Integritas",
            "level": 3,
            "level_standar": 3,
            "metode": "ac",
            "penyelenggara": "BKN",
            "tgl_penilaian": "1-2-2024",
        },
        "Integritas level 3",
    ),
    "tubel": (
        SK
        | {
            "jenjang": "45",
            "nama_sekolah": "Universitas Contoh",
            "program_studi": "Administrasi Publik",
            "mulai": "1-9-2024",
            "selesai": "31-8-2026",
            "pembiayaan": "apbd",
            "status_jabatan": "henti",
            "gelar_belakang": "M.A.P.",
            "akreditasi": "unggul",
            "no_akreditasi": "44/SK/2023",
        },
        "S-2 Administrasi Publik, Universitas Contoh",
    ),
    "kinerja": (
        {"tahun": 2024, "hasil_kinerja": "1", "perilaku_kerja": "1", "penilai_nama": "Rangga"}
        | PENILAI
        | {"status_penilai": "ASN"},
        "2024: Sangat Baik",
    ),
    "skp": (
        {
            "tahun": 2019,
            "nilai_skp": "88,5",
            "nilai_perilaku": "90",
            "nilai_prestasi": "89,1",
            "penilai_nama": "Rangga",
        }
        | dict.fromkeys(("orientasi_pelayanan", "integritas", "komitmen", "disiplin", "kerjasama"), "90")
        | PENILAI
        | {"atasan_penilai_nama": "Meutia", "jenis_peraturan": "PP46", "jenis_jabatan": "4"},
        "2019: Baik",
    ),
    "kinerja_periodik": (
        {
            "tahun": 2024,
            "periodik": "2",
            "bulan_mulai": "4",
            "hasil_kinerja": "2",
            "perilaku_kerja": "1",
            "penilai_nama": "Rangga",
            "koefisien": "22",
        },
        "Triwulan mulai April 2024: Baik",
    ),
    "dp3": (
        dict.fromkeys(("kesetiaan", "prestasi_kerja", "tanggung_jawab", "ketaatan", "kejujuran"), "91")
        | {"tahun": 2013, "kerjasama": "80", "prakarsa": "75,5", "penilai_nama": "Rangga"},
        "2013: Baik",
    ),
    "angka_kredit": (
        SK
        | {
            "sifat": "konversi",
            "mulai": "1-1-2023",
            "selesai": "31-12-2023",
            "kredit_utama": "12,5",
            "kredit_penunjang": "0",
        },
        "12,5 (konversi predikat kinerja)",
    ),
    "penghargaan": (
        SK | {"harga": "201", "pemberi": "Presiden", "tahun": 2023, "tingkat": "nasional"},
        "Satyalancana Karya Satya 10 tahun",
    ),
    "pasangan": (
        {
            "nama": "Ratna Kusuma",
            "urutan": 1,
            "tgl_lahir": "7-7-1997",
            "status_pekerjaan": "pns",
            "nip_pasangan": "199707072021012001",
            "tgl_nikah": "9-9-2022",
            "no_akta_nikah": "123/IX/2022",
            "jenis_kelamin": "P",
            "agama": "1",
            "nik": "9901014707970001",
            "no_hp": "0800-0000-1914",
            "email": "ratna@contoh.example",
            "alamat": "Jalan Anggrek 12",
            "penghasilan": 0,
            "status_nikah": "menikah",
            "status_hidup": "1",
        },
        "Ratna Kusuma",
    ),
    "perceraian": (
        SK
        | {
            "sebab": "mati",
            "nama_pasangan": "Ratna Kusuma",
            "tgl_peristiwa": "1-1-2024",
            "penerbit": "Disdukcapil Contoh",
            "no_izin_atasan": "800.1.6.2/R-05/2023",
        },
        "Cerai mati: Ratna Kusuma",
    ),
    "anak": (
        LAHIR
        | {
            "jenis_kelamin": "P",
            "urutan": 1,
            "status_anak": "kandung",
            "no_akta": "AL-1/2015",
            "sekolah": "1",
            "kawin": "0",
            "bekerja": "0",
            "status_hidup": "1",
            "pendidikan": "05",
            "pekerjaan": "Pelajar",
        },
        "Sekar Panuluh, anak ke-1",
    ),
    "orang_tua": (
        LAHIR | {"tgl_lahir": "5-5-1960", "hubungan": "ibu", "agama": "1", "status_hidup": "1"},
        "Ibu: Sekar Panuluh",
    ),
    "saudara": (LAHIR | {"tgl_lahir": "5-5-1995", "jenis_kelamin": "P"}, "Sekar Panuluh"),
    "kontrak_pppk": (
        {
            "nomor": "PK-1/2024",
            "mulai": "1-3-2024",
            "selesai": "28-2-2029",
            "golongan": "IX",
            "jabatan": "Guru Ahli Pertama",
            "no_sk": "813/1/2024",
            "no_pertek": "AP-1/2024",
            "penilaian_kinerja_dasar": "Baik",
        },
        "Golongan IX, Guru Ahli Pertama",
    ),
    "cltn": (
        SK | PERTEK | {"jenis": "1", "mulai": "1-2-2024", "selesai": "31-1-2026"},
        "Cuti di luar tanggungan negara (CLTN)",
    ),
    "pemberhentian": (
        SK | {"jenis": "1", "tmt": "1-2-2024", "kedudukan_hukum": "99"},
        "Mencapai batas usia pensiun",
    ),
    "organisasi": (
        {
            "jenis": "C",
            "nama": "KORPRI Provinsi Contoh",
            "jabatan": "Bendahara",
            "sk": "7/DP/2023",
            "mulai": "1-1-2023",
        },
        "Bendahara, KORPRI Provinsi Contoh",
    ),
    "kepanitiaan": (
        SK
        | {
            "nama": "Panitia Seleksi CPNS 2024",
            "kedudukan": "sekretaris",
            "tingkat": "provinsi",
            "penyelenggara": "BKPSDMD",
            "mulai": "5-1-2024",
            "selesai": "31-12-2024",
        },
        "Sekretaris, Panitia Seleksi CPNS 2024",
    ),
    "prestasi": (
        {
            "nama": "Juara 1 Inovasi Pelayanan Publik",
            "bidang": "inovasi",
            "tingkat": "nasional",
            "penyelenggara": "Kementerian PANRB",
            "tgl_prestasi": "17-8-2024",
        },
        "Juara 1 Inovasi Pelayanan Publik, tingkat nasional",
    ),
    "profesi": (
        {
            "nama": "Apoteker",
            "penyelenggara": "Universitas Contoh",
            "nomor": "PA-2020-17",
            "tgl_profesi": "1-9-2020",
            "nomor_registrasi": "STRA-1",
            "berlaku_sampai": "1-9-2030",
        },
        "Apoteker, Universitas Contoh",
    ),
    "potensi": (
        {
            "aspek": "strategis",
            "kategori": "tinggi",
            "skor": "82,5",
            "metode": "ac",
            "penyelenggara": "UPT Penilaian Kompetensi",
            "tgl_penilaian": "10-3-2024",
        },
        "Kemampuan berpikir kritis dan strategis: tinggi",
    ),
}
"""kind → (what is typed, its one-line summary)"""

LENGKAP: dict[str, dict[str, Any]] = {
    "pasangan": {"tgl_akta_nikah": "10-9-2022"},
    "cltn": {"tanggal_aktif": "1-1-2026"},
    "sertifikasi": {"berlaku_mulai": "1-3-2024", "berlaku_sampai": "28-2-2029"},
    "anak": {"pasangan": "Ratna Kusuma", "dapat_tunjangan": "1"},
    "angka_kredit": {"jabatan": "Perencana Ahli Muda"},
}
"""What the row says besides, where it would contradict the other rows of the tests."""
