"""The OpenAPI schema is whole: every operation named, grouped, guarded and refused in one shape."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from drf_spectacular.generators import SchemaGenerator

TERBUKA = {"/api/v1/cek/", "/api/v1/cek/laporan/", "/api/v1/cek/{token}/", "/api/v1/statistik/pegawai/"}


@pytest.fixture(scope="module")
def skema() -> dict[str, Any]:
    hasil: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)
    return hasil


def operasi(skema: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [(jalur, cara, isi) for jalur, semua in skema["paths"].items() for cara, isi in semua.items()]


def test_the_schema_is_valid_and_draws_no_warning(tmp_path):
    call_command("spectacular", "--fail-on-warn", "--validate", "--file", str(tmp_path / "skema.yaml"))


def test_anyone_may_read_the_schema(client):
    jawaban = client.get("/api/v1/schema/", headers={"Accept": "application/json"})
    assert jawaban.status_code == 200
    assert jawaban.json()["info"]["title"] == "Arsip Kepegawaian"


def test_every_operation_has_a_summary_and_a_described_tag(skema):
    bernama = {tag["name"] for tag in skema["tags"]}
    for jalur, cara, isi in operasi(skema):
        assert isi.get("summary"), (cara, jalur)
        assert set(isi["tags"]) <= bernama, (cara, jalur)


def test_every_operation_refuses_in_the_same_shape(skema):
    for jalur, cara, isi in operasi(skema):
        bentuk = isi["responses"]["default"]["content"]["application/json"]["schema"]
        assert bentuk == {"$ref": "#/components/schemas/Kesalahan"}, (cara, jalur)


def test_everything_but_the_public_check_and_the_statistics_asks_for_a_token(skema):
    tanpa = {jalur for jalur, _, isi in operasi(skema) if isi.get("security") != [{"token": []}]}
    assert tanpa == TERBUKA


def test_every_answer_with_a_body_is_typed(skema):
    for jalur, cara, isi in operasi(skema):
        for kode, jawaban in isi["responses"].items():
            assert "content" in jawaban or kode == "204", (cara, jalur)  # 204: no body at all
            for tipe, satu in jawaban.get("content", {}).items():
                assert satu["schema"], (cara, jalur, kode, tipe)
