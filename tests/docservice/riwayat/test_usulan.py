"""A proposal: what it needs, who may move it where, and that nobody decides on their own."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from docservice.audit.models import Jejak
from docservice.dokumen.status import StatusDokumen
from docservice.riwayat import actions
from docservice.riwayat.jenis.kinerja import predikat
from docservice.riwayat.models import Riwayat
from docservice.riwayat.saran import golongan_dokumen, saran_isian
from docservice.riwayat.status import StatusRiwayat
from docservice.umum.errors import BelumLengkap, IsianSalah, SudahBerubah, TidakBerwenang
from tests.docservice.bersama import KantorUji
from tests.docservice.riwayat.alat import GOLONGAN, ajukan, berkas, usulan

pytestmark = pytest.mark.django_db
S = StatusRiwayat
FASILITATOR, ADMINISTRATOR = 15, 5


# --- proposing -------------------------------------------------------------------------------------------------


@pytest.mark.syarat("POSO-9-3a", "BABEL-1-15", "POSO-1-15")
def test_an_employee_proposes_a_row_with_its_evidence(kantor_contoh: KantorUji):
    riwayat = ajukan(kantor_contoh, asal={"golongan": "sesuai"})
    assert (riwayat.status, riwayat.tmt, riwayat.data["golongan"]) == (S.DIAJUKAN, date(2022, 2, 1), "III/a")
    assert riwayat.data["sk_tanggal"] == "2022-01-20"
    assert riwayat.bukti.count() == 1
    assert Jejak.objects.filter(aksi="riwayat.diajukan", objek=f"riwayat:{riwayat.pk}").count() == 1


@pytest.mark.syarat("POSO-1-18")
@pytest.mark.parametrize("nomor", [FASILITATOR, ADMINISTRATOR, 7, 2])
def test_nobody_proposes_for_another_person(kantor_contoh: KantorUji, nomor: int):
    with pytest.raises(TidakBerwenang, match="pegawai itu sendiri"):
        ajukan(kantor_contoh, by=kantor_contoh.akun(nomor))


@pytest.mark.parametrize(
    ("ubah", "bidang", "kata"),
    [
        ({"tmt_golongan": "2-2-2022"}, "tmt_golongan", "tanggal 1"),
        ({"tmt_golongan": "31 Februari 2022"}, "tmt_golongan", "tidak dikenal"),
        ({"sk_nomor": ""}, "sk_nomor", "belum diisi"),
        ({"golongan": "V/a"}, "golongan", ""),
        ({"golongan": ""}, "golongan", "belum dipilih"),
        ({"jenis_kp": "999"}, "jenis_kp", ""),
        ({"mk_golongan_bulan": 12}, "mk_golongan_bulan", ""),
        ({"mk_golongan_tahun": -1}, "mk_golongan_tahun", ""),
        ({"sk_tanggal": (timezone.localdate() + timedelta(days=2)).isoformat()}, "sk_tanggal", "sesudah hari ini"),
    ],
)
def test_a_wrong_value_is_named_by_field(kantor_contoh: KantorUji, ubah: dict[str, Any], bidang: str, kata: str):
    with pytest.raises(IsianSalah) as tolakan:
        ajukan(kantor_contoh, data={**GOLONGAN, **ubah})
    assert list(tolakan.value.isian) == [bidang]
    assert kata in tolakan.value.isian[bidang]


def test_all_wrong_values_are_named_at_once(kantor_contoh: KantorUji):
    with pytest.raises(IsianSalah) as tolakan:
        ajukan(kantor_contoh, data={})
    assert set(tolakan.value.isian) >= {"sk_nomor", "sk_tanggal", "tmt_golongan", "golongan", "jenis_kp"}
    assert str(len(tolakan.value.isian)) in tolakan.value.pesan


@pytest.mark.syarat("BABEL-15-1b")
def test_without_the_statement_of_truth_nothing_is_proposed(kantor_contoh: KantorUji):
    with pytest.raises(BelumLengkap) as tolakan:
        ajukan(kantor_contoh, pernyataan=False)
    assert "pernyataan" in tolakan.value.isian
    assert not Riwayat.objects.milik(kantor_contoh.orang(13)).jenis("golongan").exists()


@pytest.mark.syarat("POSO-9-3a")
def test_a_row_without_evidence_is_not_proposed(kantor_contoh: KantorUji):
    with pytest.raises(BelumLengkap, match="dokumen bukti"):
        ajukan(kantor_contoh, bukti=[])


def test_another_persons_paper_is_no_evidence(kantor_contoh: KantorUji):
    with pytest.raises(TidakBerwenang, match="milik pegawai yang diusulkan"):
        ajukan(kantor_contoh, bukti=[berkas(kantor_contoh, 9)])


@pytest.mark.syarat("POSO-9-3a")
def test_a_paper_of_another_kind_is_no_evidence(kantor_contoh: KantorUji):
    with pytest.raises(IsianSalah, match="bukan bukti untuk riwayat golongan"):
        ajukan(kantor_contoh, bukti=[berkas(kantor_contoh, 13, "KTP")])


@pytest.mark.parametrize("status", [StatusDokumen.DIPROSES, StatusDokumen.DIKEMBALIKAN, StatusDokumen.GAGAL])
def test_a_paper_that_is_not_readable_yet_is_no_evidence(kantor_contoh: KantorUji, status: str):
    with pytest.raises(BelumLengkap, match="belum dapat dipakai"):
        ajukan(kantor_contoh, bukti=[berkas(kantor_contoh, 13, status=status)])


def test_the_same_paper_serves_one_running_proposal(kantor_contoh: KantorUji):
    bukti = [berkas(kantor_contoh, 13)]
    riwayat = ajukan(kantor_contoh, bukti=bukti)
    with pytest.raises(SudahBerubah, match="sudah dipakai"):
        ajukan(kantor_contoh, bukti=bukti)
    actions.batalkan(by=kantor_contoh.akun(13), riwayat=riwayat)
    ajukan(kantor_contoh, bukti=bukti)


def test_another_persons_proposal_is_not_sent_again(kantor_contoh: KantorUji):
    lain = usulan(kantor_contoh, S.DRAF, 9)
    with pytest.raises(TidakBerwenang):
        ajukan(kantor_contoh, riwayat=lain)


def test_a_step_back_and_a_leap_are_said_and_do_not_block(kantor_contoh: KantorUji):
    data = {**GOLONGAN, "golongan": "III/d", "tmt_golongan": "1-4-2015", "jenis_kp": "101", "sk_tanggal": "1-3-2015"}
    riwayat = ajukan(kantor_contoh, 14, data=data)  # she is II/d since 1 April 2020
    assert any("lebih awal" in kalimat for kalimat in riwayat.peringatan)
    assert any("naik 4 tingkat dari II/d" in kalimat for kalimat in riwayat.peringatan)


@pytest.mark.syarat("BABEL-5-1d")
@pytest.mark.parametrize(
    ("hasil", "perilaku", "kata"),
    [
        ("1", "1", "Sangat Baik"),
        ("1", "2", "Baik"),
        ("2", "1", "Baik"),
        ("2", "2", "Baik"),
        ("3", "1", "Butuh Perbaikan"),
        ("3", "2", "Butuh Perbaikan"),
        ("1", "3", "Kurang"),
        ("2", "3", "Kurang"),
        ("3", "3", "Sangat Kurang"),
    ],
)
def test_the_appraisal_word_follows_the_matrix(hasil: str, perilaku: str, kata: str):
    assert predikat(hasil, perilaku) == kata


def test_values_read_on_the_page_are_offered_and_never_counted_by_themselves(kantor_contoh: KantorUji):
    bukti = berkas(kantor_contoh, 13)
    bukti.versi_terkini.isian.create(nama="golongan", nilai="III/a", halaman=1, kotak=[0, 0, 1, 1], keyakinan=60)
    saran = saran_isian("golongan", bukti)
    assert (saran["golongan"].nilai, saran["golongan"].yakin) == ("III/a", False)
    assert golongan_dokumen([bukti.pk]) == {}
    ajukan(kantor_contoh, bukti=[bukti])
    assert golongan_dokumen([bukti.pk]) == {bukti.pk: "III/a"}
