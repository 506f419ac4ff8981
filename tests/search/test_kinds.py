from __future__ import annotations

import pytest

from search import guess_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("KEPUTUSAN BUPATI\nTENTANG\nKENAIKAN PANGKAT PEGAWAI NEGERI SIPIL", "SK_KP"),
        ("PENGANGKATAN CALON PEGAWAI NEGERI SIPIL MENJADI\nPEGAWAI NEGERI SIPIL", "SK_PNS"),
        ("TENTANG\nPENGANGKATAN CALON PEGAWAI NEGERI SIPIL\nBUPATI", "SK_CPNS"),
        ("Hal : Kenaikan Gaji Berkala a.n. Suryo", "SK_KGB"),
        ("PEMBERHENTIAN DAN PEMBERIAN PENSIUN PEGAWAI NEGERI SIPIL", "SK_PENSIUN"),
        ("UNIVERSITAS SAMUDRA NUSA\nIJAZAH\nmemberikan kepada", "IJAZAH"),
        ("TRANSKRIP NILAI AKADEMIK\nNomor Ijazah : 12", "TRANSKRIP"),
        ("SASARAN KINERJA PEGAWAI\nPERIODE 2024", "SKP"),
        ("TENTANG PENJATUHAN HUKUMAN DISIPLIN SEDANG", "SK_HUKDIS"),
        ("menyatakan tidak pernah dijatuhi hukuman disiplin tingkat sedang", "PNY_TIDAK_HD"),
        ("SURAT IZIN CUTI TAHUNAN\nNOMOR 800", "SURAT_CUTI"),
        ("PENGANGKATAN DALAM JABATAN FUNGSIONAL ANALIS", "SK_JAB"),
        ("KUTIPAN AKTA NIKAH", "AKTA_NIKAH"),
        ("KARTU KELUARGA\nNo. 3174", "KK"),
        ("PENETAPAN ANGKA KREDIT", "PAK"),
        ("Surat cinta untuk negeri", None),
        ("", None),
    ],
)
def test_the_title_names_the_kind(text: str, kind: str | None) -> None:
    assert guess_kind(text) == kind


def test_a_kind_that_is_only_mentioned_far_below_does_not_count() -> None:
    assert guess_kind("Daftar hadir rapat\n" + "peserta rapat\n" * 200 + "kenaikan pangkat") is None
