"""Room per person: all one sends counts, whoever it is for, and many at once pass only as far as it reaches."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.utils import timezone

from docservice.dokumen.kiriman import mulai, tambah
from docservice.dokumen.kuota import batas, terpakai
from docservice.dokumen.models import Dokumen, Kiriman, VersiDokumen
from docservice.dokumen.status import StatusBerkas, StatusDokumen
from docservice.umum.errors import RuangPenuh
from tests.docservice.bersama import KantorUji, serentak
from tests.docservice.dokumen.alat import kertas, kirim
from tests.docservice.factories import JenisDokumenFactory, PegawaiFactory, PenugasanFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.dua_ukuran]
SAYA, LAIN = 13, 5


@pytest.fixture
def kantor() -> KantorUji:
    """An employee, and an administrator who uploads for others."""
    nip = {LAIN: "198506172010011905", SAYA: "199710022022021913"}
    for satu in nip.values():
        PegawaiFactory(pengguna__nip=satu)
    JenisDokumenFactory(kode="KARPEG", nama="KARPEG")
    kantor = KantorUji(nip)
    PenugasanFactory(pengguna=kantor.akun(LAIN))
    return kantor


def penuh(hasil: list[Any]) -> int:
    assert {type(satu).__name__ for satu in hasil} <= {"VersiDokumen", "Kiriman", "RuangPenuh"}, hasil
    return sum(isinstance(satu, RuangPenuh) for satu in hasil)


def test_of_many_uploads_at_once_only_those_pass_that_fit(kantor: KantorUji, settings: Any):
    isi = [kertas() for _ in range(8)]
    settings.UPLOAD_QUOTA = 3 * max(map(len, isi))
    assert penuh(serentak([partial(kirim, kantor, satu) for satu in isi])) == 5
    assert VersiDokumen.objects.count() == Dokumen.objects.count() == 3
    assert terpakai(kantor.akun(SAYA)) <= settings.UPLOAD_QUOTA


def test_of_many_uploads_in_parts_begun_at_once_only_those_begin_that_fit(kantor: KantorUji, settings: Any):
    settings.UPLOAD_QUOTA = 3500
    saya = kantor.akun(SAYA)
    assert penuh(serentak([lambda: mulai(by=saya, nama_berkas="a.pdf", ukuran=1000)] * 8)) == 5
    assert Kiriman.objects.count() == 3


def test_an_upload_in_parts_gives_its_room_to_what_it_becomes_once(kantor: KantorUji, settings: Any):
    isi, saya = kertas(), kantor.akun(SAYA)
    settings.UPLOAD_QUOTA = len(isi)
    satu = tambah(by=saya, kiriman=mulai(by=saya, nama_berkas="a.pdf", ukuran=len(isi)), tempat=0, isi=[isi])
    kirim(kantor, isi, kiriman=[satu.pk])
    assert terpakai(saya) == len(isi)
    with pytest.raises(RuangPenuh):
        kirim(kantor, kertas(), kiriman=[satu.pk])
    assert VersiDokumen.objects.count() == 1


def test_what_one_sends_for_others_counts_until_it_is_verified(kantor: KantorUji, settings: Any):
    settings.BULK_QUOTA, settings.UPLOAD_QUOTA = 0, 10**6
    versi = kirim(kantor, oleh=LAIN, milik=SAYA)
    assert (terpakai(kantor.akun(LAIN)), terpakai(kantor.akun(SAYA))) == (versi.ukuran, 0)
    settings.UPLOAD_QUOTA = versi.ukuran
    with pytest.raises(RuangPenuh):
        kirim(kantor, oleh=LAIN, milik=SAYA)
    Dokumen.objects.update(status=StatusDokumen.TERVERIFIKASI)
    assert terpakai(kantor.akun(LAIN)) == 0


@pytest.mark.parametrize("status", [StatusBerkas.DITOLAK, StatusBerkas.KARANTINA])
def test_what_was_refused_counts_for_a_day(kantor: KantorUji, status: str):
    versi = kirim(kantor)
    VersiDokumen.objects.update(status=status)
    assert terpakai(kantor.akun(SAYA)) == versi.ukuran
    VersiDokumen.objects.update(diunggah_pada=timezone.now() - timedelta(hours=25))
    assert terpakai(kantor.akun(SAYA)) == 0


def test_who_sends_for_an_office_has_room_for_it(kantor: KantorUji, settings: Any):
    settings.UPLOAD_QUOTA, settings.BULK_QUOTA = 10, 1000
    assert (batas(kantor.akun(SAYA)), batas(kantor.akun(LAIN))) == (10, 1010)
