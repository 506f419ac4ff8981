"""Whoever changes roles proves first that it is still they (screens §5.16: step-up before saving)."""

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
