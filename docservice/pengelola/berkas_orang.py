"""The columns of a file of employees."""

from __future__ import annotations

WAJIB = frozenset({"nip", "nama", "tempat_lahir", "jenis_asn", "jabatan", "jenis_jabatan", "tingkat_pendidikan"})
BOLEH = frozenset(
    {
        "gelar_depan",
        "gelar_belakang",
        "panggilan",
        "tanggal_lahir",
        "jenis_kelamin",
        "kedudukan_hukum",
        "tmt_cpns",
        "pendidikan",
        "surel",
    }
)
