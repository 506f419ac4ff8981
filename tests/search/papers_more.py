"""Further kinds of the document register, drawn: each with the facts that its text states."""

from __future__ import annotations

from tests.search.drawing import Paper, Row
from tests.search.papers import SIGNER, spaced

NAME, NIP, BORN = "Laras Kinanti Wulandari", "199305122019032911", "1993-05-12"
LEGAL = "Demikian surat ini dibuat untuk dipergunakan sebagaimana mestinya."


def post() -> Paper:
    facts = {
        "nama": f"{NAME}, S.Kom.",
        "nip": NIP,
        "golongan": "III/b",
        "jabatan": "Pranata Komputer Ahli Muda",
        "unit": "Dinas Komunikasi dan Informatika",
        "nomor": "800.1.3.3/0417/BKPSDM/2025",
        "tanggal": "2025-03-10",
        "tmt": "2025-04-01",
    }
    rows: list[Row] = [
        ("", "Menimbang : bahwa untuk kepentingan dinas perlu mengangkat Pegawai Negeri Sipil dalam jabatan;"),
        ("", "KESATU : Terhitung mulai tanggal 1 April 2025 mengangkat Pegawai Negeri Sipil:"),
        ("Nama", facts["nama"]),
        ("NIP", spaced(NIP)),
        ("Pangkat/Gol. Ruang", "Penata Muda Tingkat I, III/b"),
        ("Jabatan lama", "Pranata Komputer Ahli Pertama"),
        ("Jabatan baru", facts["jabatan"]),
        ("Unit kerja", facts["unit"]),
    ]
    title = ["KEPUTUSAN BUPATI TANJUNG LESTARI", f"NOMOR {facts['nomor']}", "TENTANG"]
    title += ["PENGANGKATAN PEGAWAI NEGERI SIPIL DALAM JABATAN FUNGSIONAL"]
    closing = ["Ditetapkan di Teluk Permai", "pada tanggal 10 Maret 2025", *SIGNER]
    return Paper(title, rows, closing, facts, "SK_JAB")


def starting_work() -> Paper:
    facts = {
        "nama": f"{NAME}, S.Kom.",
        "nip": NIP,
        "golongan": "III/a",
        "jabatan": "Pranata Komputer Ahli Pertama",
        "nomor": "800/0091/DISKOMINFO/2019",
        "tanggal": "2019-04-02",
        "tmt": "2019-04-01",
    }
    rows: list[Row] = [
        ("", "Yang bertanda tangan di bawah ini:"),
        ("Nama", "Bramasta Pattinama, S.AP."),
        ("NIP", "198204262008011907"),
        ("Jabatan", "Kepala Dinas Komunikasi dan Informatika"),
        ("", "dengan ini menyatakan dengan sesungguhnya bahwa:"),
        ("Nama", facts["nama"]),
        ("NIP", NIP),
        ("Pangkat/Gol. Ruang", "Penata Muda, III/a"),
        ("Jabatan", facts["jabatan"]),
        ("", "telah nyata melaksanakan tugas terhitung mulai tanggal 1 April 2019."),
        ("", LEGAL),
    ]
    title = ["SURAT PERNYATAAN MELAKSANAKAN TUGAS", f"NOMOR : {facts['nomor']}"]
    return Paper(title, rows, ["Teluk Permai, 2 April 2019", *SIGNER], facts, "SPMT")


def pension() -> Paper:
    facts = {
        "nama": "Ratna Ayuningdyah",
        "nip": "196703231990032914",
        "tanggal_lahir": "1967-03-23",
        "golongan": "IV/a",
        "jabatan": "Guru Ahli Madya",
        "unit": "SMP Negeri 3 Teluk Permai",
        "nomor": "882/0034/BKPSDM/2027",
        "tanggal": "2027-01-11",
        "tmt": "2027-04-01",
    }
    rows: list[Row] = [
        ("", "Menimbang : bahwa Pegawai Negeri Sipil yang namanya tersebut dalam Keputusan ini telah mencapai "
             "batas usia pensiun;"),
        ("1. Nama", facts["nama"]),
        ("2. NIP", facts["nip"]),
        ("3. Tempat/Tanggal Lahir", "Bukit Asri, 23 Maret 1967"),
        ("4. Pangkat/Gol. Ruang", "Pembina, IV/a"),
        ("5. Jabatan", facts["jabatan"]),
        ("6. Unit Kerja", facts["unit"]),
        ("7. TMT Pensiun", "01-04-2027"),
    ]  # fmt: skip
    title = ["KEPUTUSAN BUPATI TANJUNG LESTARI", f"NOMOR {facts['nomor']}", "TENTANG"]
    title += ["PEMBERHENTIAN DENGAN HORMAT DAN PEMBERIAN PENSIUN"]
    closing = ["Ditetapkan di Teluk Permai", "pada tanggal 11 Januari 2027", *SIGNER]
    return Paper(title, rows, closing, facts, "SK_PENSIUN")


def leave() -> Paper:
    facts = {
        "nama": NAME,
        "nip": NIP,
        "golongan": "III/b",
        "jabatan": "Pranata Komputer Ahli Muda",
        "unit": "Dinas Komunikasi dan Informatika",
        "nomor": "850/0112/DISKOMINFO/2025",
        "tanggal": "2025-06-12",
        "mulai": "2025-07-01",
        "selesai": "2025-07-12",
    }
    rows: list[Row] = [
        ("", "1. Diberikan cuti tahunan kepada Pegawai Negeri Sipil:"),
        ("Nama", facts["nama"]),
        ("NIP", NIP),
        ("Pangkat/Gol. Ruang", "Penata Muda Tingkat I, III/b"),
        ("Jabatan", facts["jabatan"]),
        ("Satuan kerja", facts["unit"]),
        ("", "selama 10 (sepuluh) hari kerja, terhitung mulai tanggal 1 Juli 2025 sampai dengan 12 Juli 2025."),
    ]
    title = ["SURAT IZIN CUTI TAHUNAN", f"NOMOR : {facts['nomor']}"]
    return Paper(title, rows, ["Teluk Permai, 12 Juni 2025", *SIGNER], facts, "SURAT_CUTI")


def diploma() -> Paper:
    facts = {
        "nama": NAME.upper(),
        "tanggal_lahir": BORN,
        "nomor": "571/IJZ/UNL/2016",
        "tanggal": "2016-09-14",
    }
    rows: list[Row] = [
        ("", "dengan ini menyatakan bahwa"),
        ("Nama", facts["nama"]),
        ("Tempat, tanggal lahir", "Teluk Permai, 12 Mei 1993"),
        ("Nomor Induk Mahasiswa", "1110512044"),
        ("Program Studi", "Teknik Informatika"),
        ("", "telah menyelesaikan pendidikan Program Sarjana dan diberi gelar Sarjana Komputer (S.Kom.) beserta "
             "segala hak dan kewajiban yang melekat pada gelar tersebut."),
    ]  # fmt: skip
    title = ["IJAZAH", "UNIVERSITAS NUSA LESTARI", f"Nomor Ijazah: {facts['nomor']}"]
    return Paper(title, rows, ["Teluk Permai, 14 September 2016", "Rektor,", "", "Dewi Larasati"], facts, "IJAZAH")


def training() -> Paper:
    facts = {
        "nama": f"{NAME}, S.Kom.",
        "nip": NIP,
        "tanggal_lahir": BORN,
        "nomor": "00213/LATSAR/BPSDM/2019",
        "tanggal": "2019-10-30",
        "mulai": "2019-07-15",
        "selesai": "2019-10-25",
    }
    rows: list[Row] = [
        ("", "Badan Pengembangan Sumber Daya Manusia menyatakan bahwa:"),
        ("Nama", facts["nama"]),
        ("NIP", spaced(NIP)),
        ("Tempat/Tanggal Lahir", "Teluk Permai, 12 Mei 1993"),
        ("", "LULUS pada Pelatihan Dasar Calon Pegawai Negeri Sipil Golongan III yang diselenggarakan dari tanggal "
             "15 Juli 2019 sampai dengan tanggal 25 Oktober 2019 di Teluk Permai."),
    ]  # fmt: skip
    title = ["SURAT TANDA TAMAT PENDIDIKAN DAN PELATIHAN", f"NOMOR : {facts['nomor']}"]
    return Paper(title, rows, ["Teluk Permai, 30 Oktober 2019", *SIGNER], facts, "STTPL")


def performance() -> Paper:
    facts = {
        "nama": f"{NAME}, S.Kom.",
        "nip": NIP,
        "golongan": "III/b",
        "jabatan": "Pranata Komputer Ahli Muda",
        "unit": "Dinas Komunikasi dan Informatika",
        "mulai": "2024-01-01",
        "selesai": "2024-12-31",
        "predikat": "Baik",
    }
    rows: list[Row] = [
        ("", "PERIODE PENILAIAN: 1 Januari 2024 s.d. 31 Desember 2024"),
        ("", "PEGAWAI YANG DINILAI"),
        ("Nama", facts["nama"]),
        ("NIP", NIP),
        ("Pangkat/Gol. Ruang", "Penata Muda Tingkat I, III/b"),
        ("Jabatan", facts["jabatan"]),
        ("Unit kerja", facts["unit"]),
        ("", "EVALUASI KINERJA"),
        ("Capaian kinerja organisasi", "Istimewa"),
        ("Predikat kinerja pegawai", "Baik"),
    ]
    return Paper(["DOKUMEN EVALUASI KINERJA PEGAWAI"], rows, ["Teluk Permai, 15 Januari 2025"], facts | {
        "tanggal": "2025-01-15"}, "EKIN")  # fmt: skip


def no_punishment() -> Paper:
    facts = {
        "nama": NAME,
        "nip": NIP,
        "golongan": "III/b",
        "jabatan": "Pranata Komputer Ahli Muda",
        "nomor": "800/0233/DISKOMINFO/2025",
        "tanggal": "2025-02-03",
    }
    rows: list[Row] = [
        ("", "Yang bertanda tangan di bawah ini:"),
        ("Nama", "Bramasta Pattinama, S.AP."),
        ("NIP", "198204262008011907"),
        ("", "menerangkan bahwa Pegawai Negeri Sipil:"),
        ("Nama", facts["nama"]),
        ("NIP", NIP),
        ("Pangkat/Gol. Ruang", "Penata Muda Tingkat I, III/b"),
        ("Jabatan", facts["jabatan"]),
        ("", "dalam satu tahun terakhir tidak pernah dijatuhi hukuman disiplin tingkat sedang atau berat."),
    ]
    title = ["SURAT PERNYATAAN", "TIDAK PERNAH DIJATUHI HUKUMAN DISIPLIN", f"NOMOR : {facts['nomor']}"]
    return Paper(title, rows, ["Teluk Permai, 3 Februari 2025", *SIGNER], facts, "PNY_TIDAK_HD")


def credit() -> Paper:
    facts = {
        "nama": f"{NAME}, S.Kom.",
        "nip": NIP,
        "golongan": "III/b",
        "jabatan": "Pranata Komputer Ahli Muda",
        "unit": "Dinas Komunikasi dan Informatika",
        "nomor": "800.1.8/0077/BKPSDM/2025",
        "tanggal": "2025-01-20",
        "angka_kredit": "137.50",
    }
    rows: list[Row] = [
        ("", "Masa penilaian: Januari 2024 sampai dengan Desember 2024"),
        ("1. Nama", facts["nama"]),
        ("2. NIP", NIP),
        ("3. Pangkat/Gol. Ruang", "Penata Muda Tingkat I, III/b"),
        ("4. Jabatan", facts["jabatan"]),
        ("5. Unit kerja", facts["unit"]),
        ("Jumlah angka kredit", "137,50"),
    ]
    title = ["PENETAPAN ANGKA KREDIT", f"NOMOR : {facts['nomor']}"]
    closing = ["Ditetapkan di Teluk Permai", "pada tanggal 20 Januari 2025", *SIGNER]
    return Paper(title, rows, closing, facts, "PAK")


def identity() -> Paper:
    facts = {"nama": NAME.upper(), "nik": "7571015205930002", "tanggal_lahir": BORN}
    rows: list[Row] = [
        ("NIK", facts["nik"]),
        ("Nama", facts["nama"]),
        ("Tempat/Tgl Lahir", "TELUK PERMAI, 12-05-1993"),
        ("Jenis kelamin", "PEREMPUAN"),
        ("Alamat", "JALAN MELATI NOMOR 7"),
        ("Status Perkawinan", "KAWIN"),
        ("Berlaku Hingga", "SEUMUR HIDUP"),
    ]
    return Paper(["PROVINSI NUSA CONTOH", "KABUPATEN TANJUNG LESTARI"], rows, [], facts, "KTP")


def marriage() -> Paper:
    facts = {"nomor": "0217/031/VI/2018", "tanggal_nikah": "2018-06-23"}
    rows: list[Row] = [
        ("", "Pada hari Sabtu tanggal 23 Juni 2018 telah dilangsungkan akad nikah:"),
        ("I. Suami", ""),
        ("Nama lengkap", "Yoga Prasetyo"),
        ("Tempat/tanggal lahir", "Karang Jati, 3 Maret 1990"),
        ("II. Istri", ""),
        ("Nama lengkap", NAME),
        ("Tempat/tanggal lahir", "Teluk Permai, 12 Mei 1993"),
    ]
    title = ["KUTIPAN AKTA NIKAH", "KANTOR URUSAN AGAMA KECAMATAN TELUK PERMAI", f"Nomor : {facts['nomor']}"]
    return Paper(title, rows, [], facts, "AKTA_NIKAH")


def card() -> Paper:
    facts = {"nama": NAME, "nip": NIP, "tanggal_lahir": BORN, "nomor": "B.01023841", "tmt": "2020-03-01"}
    rows: list[Row] = [
        ("Nomor", facts["nomor"]),
        ("Nama", facts["nama"]),
        ("NIP", NIP),
        ("Tanggal Lahir", "12 Mei 1993"),
        ("TMT PNS", "1 Maret 2020"),
    ]
    return Paper(["KARTU PEGAWAI", "BADAN KEPEGAWAIAN NEGARA"], rows, [], facts, "KARPEG")


def further_papers() -> list[Paper]:
    makers = (post, starting_work, pension, leave, diploma, training, performance, no_punishment, credit, identity)
    return [maker() for maker in (*makers, marriage, card)]
