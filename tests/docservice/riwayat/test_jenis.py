"""Every kind of riwayat (C.3): it takes a good row, names what is wrong, and stands on papers the register knows."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django import forms
from django.urls import reverse
from django.utils import timezone

from docservice.dokumen.muat import BERKAS
from docservice.riwayat import actions
from docservice.riwayat.bidang import bidang_dari
from docservice.riwayat.jenis import SEMUA, Kelompok
from docservice.riwayat.kata import isi_baris
from docservice.riwayat.models import Riwayat
from docservice.riwayat.peringatan import peringatan
from docservice.riwayat.status import StatusRiwayat
from docservice.riwayat.tautan import jenis_dari, riwayat_dari
from docservice.umum.errors import IsianSalah, SudahBerubah
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import teks
from tests.docservice.riwayat.alat import ajukan, berkas
from tests.docservice.riwayat.contoh import CONTOH

SYARAT = {
    "perceraian": ("POSO-4-a1",),
    "pasangan": ("POSO-4-a1", "POSO-4-a2"),
    "anak": ("POSO-4-a3",),
    "orang_tua": ("POSO-4-a4",),
    "saudara": ("POSO-4-a5",),
    "jabatan": ("POSO-4-b1", "POSO-4-b2", "POSO-4-b3", "BABEL-14-2d"),
    "pendidikan": ("POSO-4-c", "BABEL-14-2c"),
    "diklat": ("POSO-4-d", "BABEL-14-2h"),
    "kursus": ("POSO-4-d", "BABEL-14-2h"),
    "golongan": ("POSO-4-e", "BABEL-14-2d"),
    "kgb": ("POSO-4-f", "BABEL-14-2g"),
    "penghargaan": ("POSO-4-g", "BABEL-14-2e"),
    "pindah_instansi": ("POSO-4-i",),
    "unor": ("POSO-4-j",),
    "organisasi": ("POSO-4-k", "BABEL-14-2f"),
    "penugasan": ("POSO-4-l",),
    "kinerja": ("BABEL-14-2i",),
    "skp": ("BABEL-14-2i",),
    "kompetensi": ("BABEL-14-2k",),
}
SEMUA_JENIS = sorted(SEMUA)


def salah(kode: str, **ubah: Any) -> dict[str, str]:
    """field → sentence for the example with *ubah* in it."""
    with pytest.raises(IsianSalah) as tolakan:
        actions.periksa_isian(kode, CONTOH[kode][0] | ubah)
    return dict(tolakan.value.isian)


def test_every_kind_has_an_example_and_belongs_to_a_group():
    assert set(CONTOH) == set(SEMUA)
    assert {jenis.kelompok for jenis in SEMUA.values()} == set(Kelompok)
    assert set(SYARAT) <= set(SEMUA)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "kode", [pytest.param(kode, marks=pytest.mark.syarat(*SYARAT.get(kode, ("POSO-4",)))) for kode in SEMUA_JENIS]
)
def test_a_good_row_of_every_kind_is_proposed_and_reads_well(kantor_contoh: KantorUji, kode: str):
    data, ringkas = CONTOH[kode]
    bukti = berkas(kantor_contoh, 13, SEMUA[kode].bukti[0])
    baris = ajukan(kantor_contoh, jenis=kode, data=data, bukti=[bukti])
    baris.refresh_from_db()
    assert (baris.status, baris.ringkas) == (StatusRiwayat.DIAJUKAN, ringkas)
    assert baris.tmt is not None
    assert baris.get_jenis_display() == SEMUA[kode].nama
    tertulis = {nama: nilai for nama, _, nilai in isi_baris(baris.skema, baris.data)}
    assert all(tertulis[nama] != "belum diisi" for nama in data)
    assert SEMUA[kode] in jenis_dari(bukti)
    assert (riwayat_dari(bukti, SEMUA[kode]) == baris) is not SEMUA[kode].banyak


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("jenis", "nama"),
    [
        pytest.param("pemerintahan", "Kompetensi pemerintahan", marks=pytest.mark.syarat("BABEL-5-1c")),
        pytest.param("teknis", "Kompetensi teknis", marks=pytest.mark.syarat("BABEL-5-4b")),
        pytest.param("manajerial", "Kompetensi manajerial", marks=pytest.mark.syarat("BABEL-5-4c")),
        pytest.param("sosiokultural", "Kompetensi sosial kultural", marks=pytest.mark.syarat("BABEL-5-4d")),
    ],
)
def test_competence_is_of_four_kinds(kantor_contoh: KantorUji, jenis: str, nama: str):
    data = CONTOH["kompetensi"][0] | {"jenis": jenis}
    baris = ajukan(kantor_contoh, jenis="kompetensi", data=data, bukti=[berkas(kantor_contoh, 13, "SERT_UKOM")])
    assert ("Jenis kompetensi", nama) in [(label, nilai) for _, label, nilai in isi_baris(baris.skema, baris.data)]


@pytest.mark.django_db
@pytest.mark.syarat("BABEL-5-1b")
def test_education_that_bkn_does_not_recognise_stands_apart_and_is_never_in_force(
    kantor_contoh: KantorUji, client: Any
):
    for tanggal, tingkat, diakui in (("20 Agustus 2019", "40", "1"), ("20 Agustus 2024", "45", "0")):
        data = CONTOH["pendidikan"][0] | {"sk_tanggal": tanggal, "tingkat": tingkat, "diakui_bkn": diakui}
        baris = ajukan(kantor_contoh, jenis="pendidikan", data=data, bukti=[berkas(kantor_contoh, 13, "IJAZAH")])
        kini = {"status": StatusRiwayat.TERVALIDASI, "divalidasi_pada": timezone.now()}
        Riwayat.objects.filter(pk=baris.pk).update(**kini)
    client.force_login(kantor_contoh.akun(13))
    halaman = teks(client.get(reverse("riwayat:riwayat")))
    assert "Pendidikan saat ini: S-1 Ilmu Pemerintahan" in halaman
    assert "S-2 Ilmu Pemerintahan" in halaman.partition("Belum diakui BKN")[2]


@pytest.mark.parametrize("kode", SEMUA_JENIS)
def test_what_is_missing_is_named_in_indonesian_all_at_once(kode: str):
    with pytest.raises(IsianSalah) as tolakan:
        actions.periksa_isian(kode, {})
    wajib = {nama: isian for nama, isian in SEMUA[kode].skema.base_fields.items() if isian.required}
    assert set(tolakan.value.isian) == set(wajib)
    for nama, kalimat in tolakan.value.isian.items():
        assert kalimat.startswith(str(wajib[nama].label)), kalimat
        assert "belum " in kalimat


@pytest.mark.parametrize("kode", SEMUA_JENIS)
def test_values_of_the_wrong_shape_are_refused_by_field(kode: str):
    buruk = {
        forms.ChoiceField: "tidak-ada",
        forms.DecimalField: "banyak",
        forms.IntegerField: "-1",
        forms.CharField: "x" * 500,
    }
    for nama, isian in SEMUA[kode].skema.base_fields.items():
        nilai = next((n for kelas, n in buruk.items() if isinstance(isian, kelas)), "31 Februari 2024")
        assert nama in salah(kode, **{nama: nilai}), nama


@pytest.mark.parametrize("kode", SEMUA_JENIS)
def test_a_kind_stands_on_papers_that_people_can_upload(kode: str):
    register = {baris.split(",")[0] for baris in BERKAS.read_text().splitlines()}
    assert SEMUA[kode].bukti
    assert set(SEMUA[kode].bukti) <= register
    assert set(SEMUA[kode].dari_bacaan) <= set(SEMUA[kode].skema.base_fields)


@pytest.mark.parametrize("kode", SEMUA_JENIS)
def test_machines_are_told_the_same_fields(kode: str):
    bidang = bidang_dari(SEMUA[kode])
    assert [b.nama for b in bidang] == list(SEMUA[kode].skema.base_fields)
    assert all(b.label and (b.tipe != "pilihan" or b.pilihan) for b in bidang)


NANTI = (timezone.localdate() + timedelta(days=2)).isoformat()  # midnight may pass before the test


@pytest.mark.parametrize(
    ("kode", "ubah", "bidang", "kata"),
    [
        ("jabatan", {"jenis_jabatan": "1", "eselon": ""}, "eselon", "selalu bereselon"),
        ("jabatan", {"jenjang": ""}, "jenjang", "belum dipilih"),
        ("kgb", {"tmt_kgb": "2-3-2024"}, "tmt_kgb", "tanggal 1"),
        ("penghargaan", {"harga": "400"}, "nama_lain", "belum diisi"),
        ("anak", {"status_anak": "angkat"}, "putusan_pengadilan", "belum diisi"),
        ("anak", {"tgl_lahir": NANTI}, "tgl_lahir", "sesudah hari ini"),
        ("organisasi", {"jenis": "1"}, "jenis", "dari daftar"),
        ("pasangan", {"tgl_akta_nikah": "1-1-2020"}, "tgl_akta_nikah", "lebih awal dari tanggal menikah"),
        ("pasangan", {"status_nikah": "cerai"}, "tgl_cerai", "belum diisi"),
        ("pasangan", {"tgl_meninggal": "1-1-2024"}, "tgl_meninggal", "masih hidup"),
        ("pasangan", {"nik": "123"}, "nik", "16 angka"),
        ("pasangan", {"email": "ratna"}, "email", "tidak dikenal"),
        ("pasangan", {"no_hp": "nol delapan"}, "no_hp", "tidak dikenal"),
        ("sertifikasi", {"berlaku_mulai": "1-3-2029", "berlaku_sampai": "1-3-2028"}, "berlaku_mulai", "lebih lambat"),
        ("cltn", {"tanggal_aktif": "1-1-2024"}, "tanggal_aktif", "lebih awal"),
        ("pendidikan", {"link_pddikti": "pddikti"}, "link_pddikti", "https://"),
        ("skp", {"integritas": "121"}, "integritas", "antara 0 dan 120"),
        ("kinerja", {"penilai_nip": "12-3"}, "penilai_nip", "huruf atau angka"),
        ("golongan", {"jumlah_kredit_utama": "banyak"}, "jumlah_kredit_utama", "berupa angka"),
        ("kepanitiaan", {"kedudukan": "tamu"}, "kedudukan", "dari daftar"),
        ("kepanitiaan", {"selesai": "1-1-2024"}, "selesai", ""),
        ("prestasi", {"tgl_prestasi": "17-8-2124"}, "tgl_prestasi", ""),
        ("profesi", {"nomor": ""}, "nomor", "belum diisi"),
        ("potensi", {"skor": "101"}, "skor", "antara 0 dan 100"),
        ("pasangan", {"nip_pasangan": "123"}, "nip_pasangan", "18 angka"),
        ("pasangan", {"tgl_nikah": "1-1-1990"}, "tgl_nikah", "lebih awal"),
        ("cltn", {"selesai": "1-1-2024"}, "selesai", "lebih awal"),
        ("kursus", {"jumlah_jp": 0}, "jumlah_jp", "antara 1 dan 2000"),
        ("skp", {"tahun": 2022}, "tahun", "antara 2014 dan 2021"),
        ("dp3", {"tahun": 2014}, "tahun", "antara 1979 dan 2013"),
        ("dp3", {"prakarsa": "101"}, "prakarsa", "antara 0 dan 100"),
        ("kinerja_periodik", {"bulan_mulai": "5"}, "bulan_mulai", "Triwulan mulai Januari"),
        ("orang_tua", {"tgl_meninggal": "1-1-2020"}, "tgl_meninggal", "masih hidup"),
        ("orang_tua", {"status_hidup": "0", "tgl_meninggal": "1-1-1950"}, "tgl_meninggal", "lebih awal"),
        ("skp", {"nilai_prestasi": "120,5"}, "nilai_prestasi", "antara 0 dan 120"),
    ],
)
def test_a_rule_of_the_kind_is_a_sentence_at_its_field(kode: str, ubah: dict[str, Any], bidang: str, kata: str):
    tolakan = salah(kode, **ubah)
    assert list(tolakan) == [bidang]
    assert kata in tolakan[bidang]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kode", "ubah", "kata"),
    [
        ("kgb", {"gaji_baru": 2_900_000}, "menurut tabel Rp2.873.500"),
        ("kgb", {"tmt_kgb": "1-2-2026"}, "Belum 2 tahun"),
        ("jabatan", {}, "tidak sesudah TMT jabatan"),
        ("golongan", {"golongan": "III/d", "tmt_golongan": "1-3-2024"}, "naik 2 tingkat"),
    ],
)
def test_what_looks_odd_is_said_and_does_not_stop(kantor_contoh: KantorUji, kode: str, ubah: dict[str, Any], kata: str):
    pegawai = kantor_contoh.orang(13)
    Riwayat.objects.milik(pegawai).jenis(kode).delete()
    lama = ajukan(
        kantor_contoh, jenis=kode, data=CONTOH[kode][0], bukti=[berkas(kantor_contoh, 13, SEMUA[kode].bukti[0])]
    )
    Riwayat.objects.filter(pk=lama.pk).update(status=StatusRiwayat.TERVALIDASI, divalidasi_pada=timezone.now())
    bersih = actions.periksa_isian(kode, CONTOH[kode][0] | ubah)
    assert any(kata in kalimat for kalimat in peringatan(pegawai, kode, bersih))


@pytest.mark.django_db
def test_one_family_card_proves_several_people_but_nobody_twice(kantor_contoh: KantorUji):
    kk = berkas(kantor_contoh, 13, "KK")
    data = CONTOH["saudara"][0]
    ajukan(kantor_contoh, jenis="saudara", data=data, bukti=[kk])
    ajukan(kantor_contoh, jenis="saudara", data=data | {"nama": "Wulan Panuluh"}, bukti=[kk])
    with pytest.raises(SudahBerubah, match="sudah dipakai"):
        ajukan(kantor_contoh, jenis="saudara", data=data, bukti=[kk])
    assert Riwayat.objects.jenis("saudara").count() == 2


def test_abbreviations_keep_their_capitals_in_a_sentence():
    assert [SEMUA[kode].sebutan for kode in ("cltn", "skp", "kontrak_pppk", "golongan")] == [
        "CLTN dan sejenisnya",
        "SKP 2014–2021",
        "perjanjian kerja PPPK",
        "golongan",
    ]


@pytest.mark.syarat("BABEL-5-1e")
@pytest.mark.django_db
def test_the_page_groups_kinds_and_names_those_without_rows(kantor_contoh: KantorUji, client: Any):
    from tests.docservice.halaman import teks

    ajukan(kantor_contoh, jenis="anak", data=CONTOH["anak"][0], bukti=[berkas(kantor_contoh, 13, "AKTA_ANAK")])
    client.force_login(kantor_contoh.akun(13))
    semua = teks(client.get(reverse("riwayat:riwayat")))
    assert "Sekar Panuluh, anak ke-1 Lahir 5 Mei 2015" in semua
    assert "Belum ada isinya" in semua
    keluarga = teks(client.get(reverse("riwayat:riwayat"), {"kelompok": "Keluarga"}))
    assert "Belum ada riwayat saudara kandung." in keluarga
    assert "Golongan saat ini" not in keluarga
