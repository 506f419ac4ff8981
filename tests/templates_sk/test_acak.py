"""Any data a kind accepts makes a page: no exception, no overflow, no overlap, a sound file."""

import json
import os
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from templates_sk import DataError, compare, kind, kinds, render
from templates_sk.engine.faces import FILES, face
from templates_sk.susunan.kertas import PAPERS
from tests.templates_sk.letak import EDGE, badan, bertumpuk, halaman, kertas
from tests.templates_sk.struktur import temuan

KODE = [k.code for k in kinds()]
HURUF = sorted(frozenset.intersection(*(face(style).drawable for style in FILES)) - {"*", "\u00ad", "\u00a0"})
CONTOH = int(os.environ.get("ACAK", "2"))
"""Data sets per kind: few in every run, thousands by ``ACAK=2000`` before a change of the engine."""
KATA = st.text(st.sampled_from(HURUF), min_size=1, max_size=25).map(str.strip).filter(bool)
PANJANG = st.lists(KATA, min_size=1, max_size=30).map(lambda kata: " ".join(kata)[:280].strip()).filter(bool)
MENTAH = {"nama", "jabatan", "unit_kerja", "tempat_lahir", "pendidikan", "alamat", "keterangan", "hal"}


@cache
def contoh(kode):
    return json.dumps(kind(kode).sample)


def ganti(nilai, tarik):
    """The sample with its free texts replaced, at every depth; lists of people grow."""
    if isinstance(nilai, dict):
        return {
            k: tarik(v, PANJANG) if k in MENTAH and isinstance(v, str) else ganti(v, tarik) for k, v in nilai.items()
        }
    if isinstance(nilai, list) and nilai and isinstance(nilai[0], dict) and len(nilai) != 2:
        return [ganti(satu, tarik) for satu in nilai * 3]
    return [ganti(satu, tarik) for satu in nilai] if isinstance(nilai, list) else nilai


@pytest.mark.parametrize("kode", KODE)
@settings(
    max_examples=CONTOH,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_any_text_fits(kode, data):
    def tarik(asal, strategi):
        return data.draw(strategi)

    isi = ganti(json.loads(contoh(kode)), tarik)
    isi["tembusan"] = data.draw(st.lists(PANJANG, max_size=12))
    isi["tanggal"] = isi["tanggal"] and data.draw(st.dates(date(2026, 12, 1), date(9999, 12, 31))).isoformat()
    try:
        akhir = render(kode, isi)
    except DataError as salah:
        refusals = ("terlalu panjang", "tidak boleh sesudah")
        assert all(any(r in e.message for r in refusals) for e in salah.errors), salah  # noqa: PT017
        return
    assert temuan(akhir.pdf) == []
    for lebar, _, semua in halaman(akhir.pdf):
        paper = kertas(kind(kode).paper, lebar)
        assert bertumpuk(semua) == []
        assert min(k.kiri for k in semua) >= paper.left - 12 * EDGE
        assert max(k.kanan for k in semua) <= lebar - paper.right + 12 * EDGE
        assert min(k.bawah for k in badan(paper, semua)) >= paper.bottom - 6 * EDGE
    assert compare(render(kode, isi, draft=True).pdf, akhir.pdf).differences == []


def test_two_hundred_copies_and_a_table_of_three_hundred_people_flow_over_pages():
    tugas = kind("surat_tugas").sample
    tugas["petugas"] *= 150
    tugas["tembusan"] = [f"Kepala Perangkat Daerah ke-{n}" for n in range(1, 201)]
    hasil = render("surat_tugas", tugas)
    assert hasil.pages > 10
    assert temuan(hasil.pdf) == []
    paper = PAPERS["A4"]
    for nomor, (_, _, semua) in enumerate(halaman(hasil.pdf)):
        assert bertumpuk(semua) == []
        assert min(k.bawah for k in semua if k.bawah > 57) >= paper.bottom - EDGE
        if any("NIP" in k.teks for k in semua) and nomor < 8:
            assert any("Nama/NIP" in k.teks for k in semua), "the header row stands on every page of the table"
