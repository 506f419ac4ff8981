"""Periodic care: the journal's head gets its timestamp, an index that was lost is written again from the rows."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from docservice.antrean.models import Job, StatusJob
from docservice.antrean.pekerjaan import jalankan, jalankan_semua, taruh
from docservice.arsip.pencarian import cari
from docservice.audit.jurnal import catat
from docservice.audit.models import CapWaktu
from docservice.dokumen.actions import perbarui_indeks
from docservice.dokumen.indeks import bangun_ulang, indeks
from docservice.dokumen.models import Dokumen, PesanIndeks
from docservice.umum.errors import IsianSalah
from tests.docservice.factories import DokumenFactory

pytestmark = pytest.mark.django_db


def tulis() -> None:
    with transaction.atomic():
        catat("uji.terjadi", by=None, objek="benda:1")


def test_the_hourly_job_stamps_the_head():
    tulis()
    assert jalankan(taruh("arsip.cap_jurnal", "1").pk)
    assert CapWaktu.objects.get().nomor == 1


def test_an_absent_authority_is_waited_for_and_nothing_is_stamped(settings: Any):
    settings.TSA_URLS = ["http://127.0.0.1:1/tsa"]
    tulis()
    job = taruh("arsip.cap_jurnal", "1")
    jalankan(job.pk)
    job.refresh_from_db()
    assert (job.status, job.percobaan) == (StatusJob.MENUNGGU, 0)
    assert not CapWaktu.objects.exists()


def test_a_lost_index_is_written_again_from_the_rows():
    satu = DokumenFactory.create(isi__teks="pengangkatan pegawai")
    DokumenFactory.create(bersih=False)  # not clean: no read path, no index
    kata = StringIO()
    call_command("reindex", stdout=kata, stderr=StringIO())
    assert "1 dokumen" in kata.getvalue()
    assert [t.dokumen.pk for t in cari(satu.dibuat_oleh, "diangkat").temuan] == [satu.pk]
    indeks().drop()
    hilang = cari(satu.dibuat_oleh, "diangkat")
    assert (hilang.jumlah, hilang.darurat) == (0, True)
    assert bangun_ulang() == 1
    assert cari(satu.dibuat_oleh, "diangkat").jumlah == 1


def test_the_outbox_is_drained_once_and_only_by_its_writer():
    satu = DokumenFactory.create(isi__teks="pengangkatan pegawai")
    for _ in range(3):
        perbarui_indeks(satu)
    assert PesanIndeks.objects.count() == 3
    jalankan_semua()
    assert not PesanIndeks.objects.exists()
    assert indeks().count() == 1
    assert not Job.objects.exclude(status=StatusJob.SELESAI).exists()


def test_a_document_that_is_no_longer_clean_leaves_the_index():
    satu = DokumenFactory.create(isi__teks="pengangkatan pegawai")
    bangun_ulang()
    Dokumen.objects.update(bersih=False)
    perbarui_indeks(satu)
    jalankan_semua()
    assert indeks().count() == 0


def test_a_question_over_two_hundred_letters_is_refused_with_a_sentence():
    with pytest.raises(IsianSalah, match="200 huruf"):
        cari(DokumenFactory.create().dibuat_oleh, "a" * 201)
