"""Whoever changes roles, opens quarantine or takes a list away proves first that it is still they."""

from __future__ import annotations

from typing import Any

import pytest

from docservice.akun.models import Penugasan
from tests.docservice.bersama import KantorUji
from tests.docservice.halaman import ADMINISTRATOR, Situs

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("cara", ["get", "post"])
@pytest.mark.parametrize("alamat", ["beri/", "penetapan/", "{tugas}/akhiri/", "{tugas}/bekukan/"])
def test_an_old_sign_in_is_asked_again_before_roles_change(
    kantor_contoh: KantorUji, settings: Any, alamat: str, cara: str
):
    klien, tugas = Situs(kantor_contoh).masuk(ADMINISTRATOR), Penugasan.objects.filter(peran="fasilitator").first()
    assert tugas is not None
    tujuan = f"/peran/{alamat.format(tugas=tugas.pk)}"
    assert getattr(klien, cara)(tujuan).status_code in (200, 422)
    settings.REAUTH_MINUTES = 0
    jawaban = getattr(klien, cara)(tujuan)
    assert (jawaban.status_code, jawaban.headers["Location"].split("?")[0]) == (302, "/masuk/ulang/")


@pytest.mark.parametrize(
    "alamat",
    ["/bermasalah/karantina/1/usulkan/", "/bermasalah/karantina/1/putuskan/", "/cari/daftar/1/unduh/"],
)
def test_and_before_a_file_leaves_quarantine_or_a_list_the_house(kantor_contoh: KantorUji, settings: Any, alamat: str):
    klien = Situs(kantor_contoh).masuk(ADMINISTRATOR)
    settings.REAUTH_MINUTES = 0
    jawaban = klien.post(alamat)
    assert (jawaban.status_code, jawaban.headers["Location"].split("?")[0]) == (302, "/masuk/ulang/")
