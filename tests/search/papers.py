"""The documents that tests draw: fictitious people, real forms, known facts."""

from __future__ import annotations

import random

from search.words.dates import MONTHS
from tests.search.drawing import Paper, Row

PEOPLE = [
    ("Laras Kinanti Wulandari, S.Kom.", "199305122019032911", "Teluk Permai", "1993-05-12"),
    ("Bramasta Pattinama, S.AP.", "198204262008011907", "Karang Jati", "1982-04-26"),
    ("Ratna Ayuningdyah", "197903232007012914", "Bukit Asri", "1979-03-23"),
    ("Ngurah Adiswara, S.Pd.", "198002112005011909", "Muara Senja", "1980-02-11"),
]
STEPS = [
    ("Penata Muda", "III/a", "Penata Muda Tingkat I", "III/b", 3186600),
    ("Penata Muda Tingkat I", "III/b", "Penata", "III/c", 3645200),
    ("Pengatur Tingkat I", "II/d", "Penata Muda", "III/a", 2785700),
    ("Penata Tingkat I", "III/d", "Pembina", "IV/a", 4188500),
]
IN_WORDS = {
    3186600: "tiga juta seratus delapan puluh enam ribu enam ratus",
    3645200: "tiga juta enam ratus empat puluh lima ribu dua ratus",
    2785700: "dua juta tujuh ratus delapan puluh lima ribu tujuh ratus",
    4188500: "empat juta seratus delapan puluh delapan ribu lima ratus",
}
NUMBERS = (
    "800.1.3.2/{}/BKPSDM/2025",
    "823.3/{}/BKD/2016",
    "800.1.3.2/{}/2024",
    "800.1.3.2/Kep.{}/BKPSDMD/2026",
)
TAIL = "ditambah dengan penghasilan lain berdasarkan ketentuan peraturan perundang-undangan."
CORRECTION = (
    "KEDUA : Apabila di kemudian hari terdapat kekeliruan dalam Keputusan ini, akan diadakan perbaikan "
    "sebagaimana mestinya."
)
SIGNER = [
    "a.n. BUPATI TANJUNG LESTARI",
    "KEPALA BADAN,",
    "",
    "Sekar Ayuning Palupi, S.STP., M.Si.",
    "Pembina Utama Muda",
    "NIP 19741103 199912 2 901",
]


def long_date(iso: str) -> str:
    year, month, day = iso.split("-")
    names = {number: name for name, number in reversed(MONTHS.items())}
    return f"{int(day)} {names[int(month)].title()} {year}"


def short_date(iso: str) -> str:
    return "-".join(reversed(iso.split("-")))


def rupiah(amount: int) -> str:
    return f"Rp{amount:,}".replace(",", ".")


def spaced(nip: str) -> str:
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def promotion(number: int = 0) -> Paper:
    """A petikan of a promotion decree; *number* varies person, rank and the shapes of numbers and dates."""
    pick = random.Random(number)
    name, nip, place, born = PEOPLE[number % 4]
    old, old_grade, new, grade, pay = STEPS[number % 4]
    nomor = NUMBERS[number % 4].format(f"{pick.randint(1, 1999):04d}")
    years, months = pick.randint(4, 20), pick.randint(0, 11)
    facts = {
        "nama": name,
        "nip": nip,
        "tanggal_lahir": born,
        "nomor": nomor,
        "tanggal": "2025-11-20",
        "tmt": f"20{20 + number % 5}-{pick.choice(('04', '10'))}-01",
        "golongan": grade,
        "golongan_lama": old_grade,
        "tmt_lama": "2019-03-01",
        "gaji": str(pay),
        "mkg": f"{years:02d}-{months:02d}",
        "jabatan": "Pranata Komputer Ahli Pertama",
        "unit": "Dinas Komunikasi dan Informatika",
    }
    sentence = (
        f"terhitung mulai tanggal {short_date(facts['tmt'])} dinaikkan pangkatnya menjadi {new} golongan "
        f"ruang {grade}, dengan masa kerja golongan {years} Tahun {months} Bulan, dan diberikan gaji pokok "
        f"sebesar {rupiah(pay)},00 ({IN_WORDS[pay]} rupiah) {TAIL}"
    )
    rows: list[Row] = [
        ("", "Menimbang : bahwa Pegawai Negeri Sipil yang namanya tersebut dalam Keputusan ini memenuhi "
             "syarat dan dipandang cakap untuk dinaikkan pangkatnya setingkat lebih tinggi;"),
        ("", "Memperhatikan : Pertimbangan Teknis Kepala Kantor Regional XI BKN Nomor PG-91530004411 "
             "tanggal 12 November 2025;"),
        ("", "MEMUTUSKAN:"),
        ("", "KESATU : Pegawai Negeri Sipil, nomor urut: 14"),
        ("1. Nama", name),
        ("2. Tempat/Tanggal Lahir", f"{place}, {long_date(born)}"),
        ("3. NIP", spaced(nip) if number % 2 else nip),
        ("4. Pendidikan", "S-1 Teknik Informatika"),
        ("5. Pangkat lama/Gol/TMT", f"{old} / {old_grade} / 01-03-2019"),
        ("6. Jabatan", facts["jabatan"]),
        ("7. Unit Kerja", facts["unit"]),
        ("", sentence),
        ("", CORRECTION),
    ]  # fmt: skip
    title = ["BUPATI TANJUNG LESTARI", "PETIKAN", "KEPUTUSAN BUPATI TANJUNG LESTARI", f"NOMOR {nomor}"]
    title += ["TENTANG", "KENAIKAN PANGKAT PEGAWAI NEGERI SIPIL"]
    closing = ["Ditetapkan di Teluk Permai", f"pada tanggal {long_date(facts['tanggal'])}", *SIGNER]
    return Paper(title, rows, closing, facts, "SK_KP")


def full_appointment() -> Paper:
    """CPNS to PNS: golongan and TMT are those of the sentence, not of the rows."""
    facts = {
        "nama": "Nadira Puspa Ayu, A.Md.Kes.",
        "nip": "199902082024062914",
        "tanggal_lahir": "1999-02-08",
        "tmt": "2025-07-01",
        "golongan": "II/c",
        "gaji": "2485900",
        "mkg": "04-01",
        "nomor": "800.1.13.1/0412/BKPSDM/2025",
        "tanggal": "2025-06-20",
        "unit": "UPTD Puskesmas Bukit Asri",
    }
    rows: list[Row] = [
        ("", "Menimbang : bahwa Calon Pegawai Negeri Sipil yang namanya tersebut di bawah ini telah memenuhi "
             "syarat untuk diangkat menjadi Pegawai Negeri Sipil;"),
        ("1. Nama", facts["nama"]),
        ("2. NIP", facts["nip"]),
        ("3. Tempat/Tanggal Lahir", "Bukit Asri, 8 Februari 1999"),
        ("4. TMT CPNS", "01-06-2024"),
        ("5. Unit Kerja", facts["unit"]),
        ("6. Surat Ket. Sehat", "445/1180/RSUD-TP/2025 tanggal 14 Mei 2025"),
        ("", "Terhitung mulai tanggal 1 Juli 2025 diangkat menjadi Pegawai Negeri Sipil dalam pangkat "
             "Pengatur golongan ruang II/c, dengan masa kerja golongan 4 tahun 1 bulan dan diberikan gaji "
             f"pokok sebesar Rp2.485.900,00 {TAIL}"),
    ]  # fmt: skip
    title = ["PETIKAN KEPUTUSAN BUPATI TANJUNG LESTARI", f"NOMOR : {facts['nomor']}", "TENTANG"]
    title += ["PENGANGKATAN CALON PEGAWAI NEGERI SIPIL", "MENJADI PEGAWAI NEGERI SIPIL"]
    closing = ["Ditetapkan di Teluk Permai", "pada tanggal 20 Juni 2025", "BUPATI TANJUNG LESTARI,"]
    return Paper(title, rows, [*closing, "", "DAMAR LANGIT PRANATA"], facts, "SK_PNS")


def candidacy() -> Paper:
    """SK CPNS in the old manner: old number, dates with colons, ``Rp. …,-``."""
    facts = {
        "nama": "Wisnu Tandiono, S.T.",
        "nip": "198608082010011915",
        "tanggal_lahir": "1986-08-08",
        "tmt": "2010-01-01",
        "golongan": "III/a",
        "gaji": "1655800",
        "mkg": "00-00",
        "nomor": "813/123/BKD/2010",
        "tanggal": "2010-02-15",
    }
    rows: list[Row] = [
        ("", "Membaca : Surat Kepala BKN Nomor 810/77/2009 tanggal 3 Desember 2009;"),
        ("Nama", facts["nama"]),
        ("NIP", spaced(facts["nip"])),
        ("Tempat, tanggal lahir", "Karang Jati, 8 Agustus 1986"),
        ("", "Terhitung mulai tanggal 1 Januari 2010 diangkat sebagai Calon Pegawai Negeri Sipil dengan "
             "golongan ruang III/a, masa kerja golongan 0 tahun 0 bulan, dengan gaji pokok sebesar "
             "Rp. 1.655.800,- sebulan."),
    ]  # fmt: skip
    title = ["KEPUTUSAN BUPATI TANJUNG LESTARI", "NOMOR : 813/123/BKD/2010", "TENTANG"]
    title += ["PENGANGKATAN CALON PEGAWAI NEGERI SIPIL"]
    closing = ["Ditetapkan di : Teluk Permai", "pada tanggal : 15 Februari 2010", "BUPATI TANJUNG LESTARI,"]
    return Paper(title, rows, closing, facts, "SK_CPNS")


def pay_rise() -> Paper:
    """The letter on a periodic pay rise: old and new pay, old and new dates among each other."""
    facts = {
        "nama": "Suryo Adi Nugraha, S.Pd.",
        "nip": "198809212011011912",
        "golongan": "III/c",
        "gaji": "3760100",
        "mkg": "14-00",
        "tmt": "2025-01-01",
        "nomor": "800.1.11.13/1533/BKPSDM/2024",
        "tanggal": "2024-12-02",
        "unit": "SMP Negeri 3 Teluk Permai",
    }
    rows: list[Row] = [
        ("", "Dengan ini diberitahukan bahwa berhubung dengan telah dipenuhinya masa kerja dan syarat-syarat "
             "lainnya kepada:"),
        ("1. Nama", facts["nama"]),
        ("2. NIP", facts["nip"]),
        ("3. Pangkat/Gol. Ruang", "Penata, III/c"),
        ("4. Kantor/Tempat kerja", facts["unit"]),
        ("5. Gaji pokok lama", "Rp3.645.200,00"),
        ("b. Tanggal dan Nomor", "5 Desember 2022, 822/1290/BKPSDM/2022"),
        ("c. Tanggal mulai berlaku", "1 Januari 2023"),
        ("d. Masa kerja golongan", "12 tahun 0 bulan"),
        ("", "diberikan kenaikan gaji berkala hingga memperoleh:"),
        ("6. Gaji pokok baru", "Rp3.760.100,00 (tiga juta tujuh ratus enam puluh ribu seratus rupiah)"),
        ("7. Berdasarkan masa kerja", "14 tahun 0 bulan"),
        ("8. Dalam golongan ruang", "III/c"),
        ("9. Terhitung mulai tanggal", "1 Januari 2025"),
    ]  # fmt: skip
    head = ["Teluk Permai, 2 Desember 2024", f"Nomor : {facts['nomor']}"]
    head += ["Hal : Kenaikan Gaji Berkala a.n. Suryo Adi Nugraha, S.Pd.", "Yth. Kepala Badan Keuangan", ""]
    return Paper([], rows, SIGNER, facts, "SK_KGB", head)


def all_papers() -> list[Paper]:
    return [*(promotion(number) for number in range(4)), full_appointment(), candidacy(), pay_rise()]
