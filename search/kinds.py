"""Which kind of document is it? Words of its title decide, or nobody does."""

from __future__ import annotations

import re

TITLE_LETTERS = 1800
"""Kop, title and considerations: a kind named further down is only mentioned."""

_RULES = [
    ("TRANSKRIP", r"^\W*(transkrip|daftar nilai|academic transcript)\b"),
    ("IJAZAH", r"^\W*(ijazah|surat tanda tamat belajar|diploma)\b"),
    ("SK_PENSIUN", r"pemberian pensiun|dengan hak pensiun|kenaikan pangkat pengabdian"),
    ("SK_KGB", r"kenaikan gaji berkala"),
    ("PNY_TIDAK_HD", r"tidak (pernah|sedang)[^.]{0,60}hukuman disiplin"),
    ("SK_HUKDIS", r"(pen|men)jatuh(an|kan) hukuman disiplin|^\W*hukuman disiplin"),
    ("SK_CLTN", r"cuti di ?luar tanggungan negara"),
    ("SURAT_CUTI", r"surat izin cuti|izin cuti (tahunan|sakit|melahirkan|besar|karena alasan penting)"),
    ("SK_TUBEL", r"(pemberian |pemberhentian )?tugas belajar"),
    ("SK_GELAR", r"pencantuman gelar"),
    ("SK_PMK", r"peninjauan masa kerja"),
    (
        "SK_PNS",
        r"pengangkatan calon pegawai negeri sipil (daerah )?menjadi pegawai negeri sipil|"
        r"calon pegawai negeri sipil[^.]{0,200}diangkat menjadi pegawai negeri sipil",
    ),
    (
        "SK_CPNS",
        r"(pengangkatan|diangkat)( sebagai| menjadi)? calon pegawai negeri sipil(?!\s+(daerah\s+)?menjadi)",
    ),
    ("SK_PPPK", r"pengangkatan (sebagai )?pegawai pemerintah dengan perjanjian kerja"),
    ("SK_KP", r"kenaikan pangkat|dinaikkan pangkatnya"),
    ("SK_BERHENTI_JF", r"pemberhentian dari jabatan fungsional"),
    ("SPMT", r"surat (pernyataan|perintah|keterangan) melaksanakan tugas"),
    ("SPP", r"surat pernyataan pelantikan"),
    ("BA_SUMPAH", r"berita acara (pengambilan )?sumpah"),
    (
        "SK_JAB",
        r"pengangkatan[^.]{0,80}dalam (dan dari )?jabatan|pemberhentian dan pengangkatan[^.]{0,80}jabatan|"
        r"kenaikan jenjang jabatan fungsional",
    ),
    (
        "SK_PINDAH",
        r"\b(mutasi|pemindahan|perpindahan) (pegawai|pelaksana|aparatur|pns)|pindah (unit|wilayah) kerja",
    ),
    ("PAK", r"penetapan angka kredit"),
    ("SKP", r"sasaran kinerja pegawai|sasaran kerja pegawai|penilaian prestasi kerja"),
    ("EKIN", r"dokumen evaluasi kinerja|evaluasi kinerja pegawai"),
    ("STTPL", r"surat tanda tamat pendidikan dan pelatihan|(pendidikan dan )?pelatihan (dasar|prajabatan)"),
    ("AKTA_NIKAH", r"(kutipan )?akta (nikah|perkawinan)|buku nikah"),
    ("AKTA_CERAI", r"(kutipan )?akta (cerai|perceraian)"),
    ("AKTA_LAHIR", r"(kutipan )?akta kelahiran"),
    ("AKTA_MATI", r"akta kematian|surat keterangan kematian"),
    ("KK", r"^\W*kartu keluarga\b"),
    ("KTP", r"kartu tanda penduduk|^\W*provinsi [\w ]+\W+(kabupaten|kota) [\w ]+\W+nik\b"),
    ("NPWP", r"nomor pokok wajib pajak"),
    ("KARPEG", r"^\W*kartu pegawai"),
    ("DRH", r"daftar riwayat hidup"),
]
RULES = [(code, re.compile(pattern, re.IGNORECASE | re.MULTILINE)) for code, pattern in _RULES]


def guess_kind(text: str) -> str | None:
    """The code of the document register (``SK_KP``, ``IJAZAH`` …) or None when no title is known.

    The title that stands first on the page wins; of two at the same place the more special one,
    which stands first in the table.
    """
    by_lines = _title_part(text)
    in_one = _without_breaks(by_lines)
    found = [
        (match.start(), rank, code)
        for rank, (code, pattern) in enumerate(RULES)
        if (match := pattern.search(by_lines) or pattern.search(in_one)) is not None
    ]
    return min(found)[2] if found else None


def _title_part(text: str) -> str:
    """The head of the text, its spaces squeezed and its empty lines left out."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return "\n".join(line for line in lines if line)[:TITLE_LETTERS]


def _without_breaks(head: str) -> str:
    """A title in capitals runs over several lines; letters keep their places."""
    return re.sub(r"(?<=[A-Z])\n(?=[A-Z]{2})", " ", head)
