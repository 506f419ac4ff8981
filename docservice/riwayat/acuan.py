"""Which table of BKN the choices of a kind's form come from: for the report of local codes (POSO 3c)."""

from __future__ import annotations

from collections.abc import Iterator

from django import forms

from docservice.dokumen.models import JenisDokumen
from docservice.pegawai.models import Pegawai
from docservice.pegawai.muat import KodePakai
from docservice.riwayat.jenis import RAHASIA, SEMUA

TABEL = {
    ("golongan", "jenis_kp"): "kenaikanPangkat",
    ("jabatan", "jenis_jabatan"): "jenisJabatan",
    ("cltn", "jenis"): "cltn",
    ("penghargaan", "harga"): "penghargaan",
    ("kinerja", "hasil_kinerja"): "perilakuDanKinerja",
    ("kinerja", "perilaku_kerja"): "perilakuDanKinerja",
    ("kinerja_periodik", "periodik"): "periodik",
    ("kinerja_periodik", "hasil_kinerja"): "perilakuDanKinerja",
    ("kinerja_periodik", "perilaku_kerja"): "perilakuDanKinerja",
    ("kursus", "jenis"): "jenisDiklat",
    ("diklat", "latihan"): "latihanStruktural",
    ("organisasi", "jenis"): "kepanitiaan",
    ("pemberhentian", "jenis"): "jenisPemberhentian",
    ("hukdis", "hukuman"): "jenisHukuman",
    ("hukdis", "alasan"): "alasanHukumanDisiplin",
    ("data_utama", "agama"): "agama",
    ("data_utama", "taspen_kantor"): "taspen",
    ("data_utama", "status_kawin"): "kawin",
}


def kode_riwayat() -> Iterator[KodePakai]:
    """Every choice offered, every kind of paper BKN numbers, every standing people have."""
    for (kode, isian), tabel in TABEL.items():
        jenis = SEMUA.get(kode) or RAHASIA[kode]
        bidang = jenis.skema.base_fields.get(isian)
        if isinstance(bidang, forms.ChoiceField):
            for nilai, kata in bidang.choices:  # type: ignore[misc, union-attr]
                if nilai:
                    yield KodePakai(tabel, str(nilai), f"{jenis.nama}: {kata}")
    for satu in JenisDokumen.objects.exclude(siasn_id=""):
        yield KodePakai("dokumen", satu.siasn_id, f"Jenis dokumen {satu.kode}")
    for kedudukan in Pegawai.objects.values_list("kedudukan_hukum", flat=True).distinct().order_by():
        yield KodePakai("kedudukanHukum", kedudukan, "Kedudukan hukum pegawai")
