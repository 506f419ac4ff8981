"""Failing disks and databases are refusals with a sentence, on pages and in the API; our own faults are not."""

from __future__ import annotations

import errno

import pytest
from django.db import IntegrityError, OperationalError
from django.test import RequestFactory
from django.urls import get_resolver

from docservice.umum.errors import IsianSalah, KesalahanDomain, RuangPenuh, SementaraTerganggu
from docservice.umum.gangguan import sebagai_kesalahan, terjaga
from docservice.umum.middleware import KesalahanMiddleware
from storage import BlobDamaged, StorageFull, StoreUnavailable

PENUH = (OSError(errno.ENOSPC, "x"), OSError(errno.EDQUOT, "x"), OperationalError("database or disk is full"))
LAIN = (OSError(errno.EIO, "x"), OSError(errno.EROFS, "x"), OperationalError("disk I/O error"))
BUKAN = (IntegrityError("x"), FileNotFoundError(errno.ENOENT, "x"), ZeroDivisionError(), BlobDamaged())


@pytest.mark.parametrize("salah", [*PENUH, StorageFull()])
def test_no_room_is_said_as_no_room(salah: Exception) -> None:
    with pytest.raises(RuangPenuh, match="belum diterima"), terjaga():
        raise salah


@pytest.mark.parametrize("salah", [*LAIN, StoreUnavailable()])
def test_a_failing_disk_or_database_is_said_as_a_disturbance(salah: Exception) -> None:
    with pytest.raises(SementaraTerganggu, match="belum diterima") as ditolak, terjaga():
        raise salah
    assert ditolak.value.__cause__ is salah


@pytest.mark.parametrize("salah", BUKAN)
def test_a_fault_of_ours_stays_one(salah: Exception) -> None:
    assert sebagai_kesalahan(salah) is None
    with pytest.raises(type(salah)), terjaga():
        raise salah


def test_a_refusal_stays_itself() -> None:
    salah = IsianSalah("Perbaiki isian.")
    with pytest.raises(KesalahanDomain) as ditolak, terjaga():
        raise salah
    assert ditolak.value is salah


def test_page_and_api_say_the_same(rf: RequestFactory) -> None:
    get_resolver().url_patterns  # noqa: B018 - as in the service, where the addresses load the API
    from docservice.umum.api import exception_handler

    salah = OperationalError("database or disk is full")
    halaman = KesalahanMiddleware(lambda _: None).process_exception(rf.get("/api/v1/dokumen/"), salah)  # type: ignore[arg-type,return-value]
    jawaban = exception_handler(salah, {})
    assert halaman is not None
    assert jawaban is not None
    assert halaman.status_code == jawaban.status_code == 507
    assert b'"kode": "ruang_penuh"' in halaman.content
    assert jawaban.data["kode"] == "ruang_penuh"
