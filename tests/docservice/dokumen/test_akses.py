"""One rule of access: rows, index and pages agree for every person and every class of document (Law 8)."""

from __future__ import annotations

import pytest

from docservice.akun.models import Penugasan
from docservice.arsip.pencarian import cari
from docservice.dokumen.indeks import bangun_ulang
from docservice.dokumen.models import Dokumen
from docservice.pegawai.models import Pegawai, UnitKerja
from tests.docservice.bersama import KantorUji
from tests.docservice.dokumen.alat import dokumen

pytestmark = pytest.mark.django_db


def siapa_melihat(kantor: KantorUji, satu: Dokumen) -> set[int]:
    return {n for n in range(1, 26) if Dokumen.objects.visible_to(kantor.akun(n)).filter(pk=satu.pk).exists()}


@pytest.mark.syarat("BABEL-7-a", "BABEL-7-b", "BABEL-7-c")
def test_a_plain_paper_is_seen_by_its_owner_the_units_fasilitator_and_the_agency(kantor_contoh: KantorUji):
    assert siapa_melihat(kantor_contoh, dokumen(kantor_contoh, 13, "T")) == {13, 15, 2, 4, 5, 6}
    assert siapa_melihat(kantor_contoh, dokumen(kantor_contoh, 9, "T")) == {9, 7, 2, 4, 5, 6}


def test_a_suspended_fasilitator_sees_nothing_of_the_unit(kantor_contoh: KantorUji):
    satu = dokumen(kantor_contoh, 18, "T")
    assert 8 not in siapa_melihat(kantor_contoh, satu)
    Penugasan.objects.filter(pengguna=kantor_contoh.akun(8)).update(dibekukan=False)
    assert 8 in siapa_melihat(kantor_contoh, satu)


def test_a_confidential_paper_is_hidden_from_its_owner_the_fasilitator_and_the_archive_staff(
    kantor_contoh: KantorUji,
):
    Penugasan.objects.filter(pengguna=kantor_contoh.akun(6), peran="administrator").delete()  # 6: archive staff only
    satu = dokumen(kantor_contoh, 13, "R", dibuat_oleh=kantor_contoh.akun(5))
    assert siapa_melihat(kantor_contoh, satu) == {2, 4, 5}


def test_a_confidential_decision_issued_here_is_its_subjects_to_read(kantor_contoh: KantorUji):
    satu = dokumen(kantor_contoh, 13, "R", sumber="terbitan", dibuat_oleh=kantor_contoh.akun(1))
    assert 13 in siapa_melihat(kantor_contoh, satu)
    assert 15 not in siapa_melihat(kantor_contoh, satu)


def test_the_signer_sees_what_they_signed_and_no_more(kantor_contoh: KantorUji):
    lain = {"sumber": "terbitan", "dibuat_oleh": kantor_contoh.akun(5), "penanda_tangan": kantor_contoh.orang(1)}
    assert 1 in siapa_melihat(kantor_contoh, dokumen(kantor_contoh, 13, "T", **lain))
    assert 1 not in siapa_melihat(kantor_contoh, dokumen(kantor_contoh, 13, "T"))


def test_whose_role_ended_yesterday_sees_nothing_today(kantor_contoh: KantorUji):
    satu = dokumen(kantor_contoh, 13, "T")
    Penugasan.objects.filter(pengguna=kantor_contoh.akun(15)).update(berlaku_sampai="2026-01-31")
    assert 15 not in siapa_melihat(kantor_contoh, satu)


@pytest.mark.syarat("POSO-3-b")
def test_moving_to_another_unit_moves_the_papers_with_the_person(kantor_contoh: KantorUji):
    satu = dokumen(kantor_contoh, 13, "T")
    Pegawai.objects.filter(nip=kantor_contoh.nip[13]).update(unit=UnitKerja.objects.get(singkatan="DISDIK"))
    assert siapa_melihat(kantor_contoh, satu) >= {7, 13}
    assert 15 not in siapa_melihat(kantor_contoh, satu)


def test_a_stranger_finds_nothing_counts_nothing_and_learns_no_facet(kantor_contoh: KantorUji):
    satu = dokumen(kantor_contoh, 13, "T", nomor="821.13/0913/BKPSDM/2022")
    bangun_ulang()
    for teks in (satu.nomor, kantor_contoh.nip[13], "Damar", "karpeg", ""):
        hasil = cari(kantor_contoh.akun(9), teks)
        assert (hasil.jumlah, hasil.temuan) == (0, [])
        assert [p for pilihan in hasil.saringan.values() for p in pilihan] == []
    assert cari(kantor_contoh.akun(13), satu.nomor).jumlah == 1


def test_an_index_that_lags_behind_the_rights_shows_nothing_it_should_not(kantor_contoh: KantorUji):
    dokumen(kantor_contoh, 13, "T")
    bangun_ulang()
    Pegawai.objects.filter(nip=kantor_contoh.nip[13]).update(unit=UnitKerja.objects.get(singkatan="DISDIK"))
    assert cari(kantor_contoh.akun(15), "").temuan == []
