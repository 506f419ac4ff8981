"""Data of a discipline decree (PP 94/2021, PerBKN 6/2022)."""

from __future__ import annotations

from typing import Literal

from templates_sk.aturan import Fakta, Rule, tidak_sesudah
from templates_sk.errors import FieldError
from templates_sk.susunan.bagian import Naskah, Panjang, Pegawai, Rujukan, Teks, isian

HUKUMAN = {
    "teguran_lisan": ("ringan", "teguran lisan"),
    "teguran_tertulis": ("ringan", "teguran tertulis"),
    "pernyataan_tidak_puas": ("ringan", "pernyataan tidak puas secara tertulis"),
    "potong_tukin_6": (
        "sedang",
        "pemotongan tunjangan kinerja sebesar 25% (dua puluh lima persen) selama 6 (enam) bulan",
    ),
    "potong_tukin_9": (
        "sedang",
        "pemotongan tunjangan kinerja sebesar 25% (dua puluh lima persen) selama 9 (sembilan) bulan",
    ),
    "potong_tukin_12": (
        "sedang",
        "pemotongan tunjangan kinerja sebesar 25% (dua puluh lima persen) selama 12 (dua belas) bulan",
    ),
    "turun_jabatan": ("berat", "penurunan jabatan setingkat lebih rendah selama 12 (dua belas) bulan"),
    "bebas_jabatan": ("berat", "pembebasan dari jabatannya menjadi jabatan pelaksana selama 12 (dua belas) bulan"),
    "pemberhentian": (
        "berat",
        "pemberhentian dengan hormat tidak atas permintaan sendiri sebagai Pegawai Negeri Sipil",
    ),
}
"""Level and wording by kind of punishment (PP 94/2021 Ps. 8)."""
_HUKUMAN = tuple(HUKUMAN)
Jenis = Literal[_HUKUMAN]  # type: ignore[valid-type]  # the table is the one list


class Data(Naskah, Pegawai):
    """One person, one act, one punishment; the level follows from its kind."""

    petikan: bool = isian("Petikan", default=False)
    jenis_hukuman: Jenis = isian("Jenis hukuman disiplin")
    pelanggaran: Panjang = isian(
        "Pelanggaran", "Tanpa kata bahwa di depan, misalnya: tidak masuk kerja selama 12 hari."
    )
    pasal: Teks = isian("Pasal yang dilanggar", "Misalnya: Pasal 4 huruf f.")
    bap: Rujukan = isian("Berita acara pemeriksaan")
    bulan_mulai: Teks | None = isian("Bulan mulai pemotongan", "Hanya untuk pemotongan tunjangan.", default=None)
    jabatan_baru: Teks | None = isian("Jabatan selama hukuman", "Hanya untuk penurunan atau pembebasan.", default=None)

    @property
    def tingkat(self) -> str:
        return HUKUMAN[self.jenis_hukuman][0]

    @property
    def bunyi(self) -> str:
        return HUKUMAN[self.jenis_hukuman][1]

    @property
    def dapat_diajukan(self) -> bool:
        """Against light punishments no administrative appeal is open."""
        return self.tingkat != "ringan"


def _lengkap(f: Fakta) -> FieldError | None:
    if f.jenis_hukuman.startswith("potong") and not f.bulan_mulai:
        return FieldError("bulan_mulai", "Bulan mulai pemotongan", "Bulan mulai pemotongan belum diisi.")
    if f.jenis_hukuman in ("turun_jabatan", "bebas_jabatan") and not f.jabatan_baru:
        return FieldError("jabatan_baru", "Jabatan selama hukuman", "Jabatan selama hukuman belum diisi.")
    return None


ATURAN = (
    Rule(("jenis_hukuman", "bulan_mulai", "jabatan_baru"), _lengkap),
    Rule(("bap", "tanggal"), tidak_sesudah("bap.tanggal", "Tanggal pemeriksaan", "tanggal", "tanggal penetapan")),
)
