"""The main job, end to end, as its command walks it: on both databases, and again in the same one."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from docservice.audit.jurnal import periksa
from docservice.naskah.models import Naskah
from docservice.naskah.status import StatusNaskah
from docservice.peragaan.jalan import LANGKAH
from signing import TrustStore, validate
from tests.docservice.bersama import bersertifikat, dirikan

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.dua_ukuran]


def jalan() -> dict[str, Any]:
    kata = StringIO()
    call_command("jalan", "--json", stdout=kata)
    isi: dict[str, Any] = json.loads(kata.getvalue())
    return isi


@pytest.mark.syarat("BABEL-10-1l", "BABEL-10-6", "BABEL-14-4")
def test_a_scanned_decree_becomes_a_signed_one_that_anyone_can_check(settings: Any):
    bersertifikat(dirikan())
    hasil = jalan()
    assert [s["name"] for s in hasil["steps"]] == [nama for nama, _ in LANGKAH]
    assert [s for s in hasil["steps"] if not s["ok"]] == []
    assert all(s["ms"] >= 0 and s["detail"] for s in hasil["steps"])
    laporan = validate(Path(hasil["pdf"]).read_bytes(), trust=TrustStore.from_directory(settings.TRUST_DIR))
    assert (laporan.verdict, laporan.signatures[0].level) == ("valid", "B-LTA")
    assert list(periksa()) == []
    assert Naskah.objects.get().status == StatusNaskah.TERBIT
