"""Where a request comes from."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import RequestFactory

from docservice.umum.alamat import alamat_klien


@pytest.mark.parametrize(("meta", "alamat"), [({"REMOTE_ADDR": "10.1.2.3"}, "10.1.2.3"), ({"REMOTE_ADDR": ""}, "")])
def test_the_address_of_the_connection_or_none(meta: dict[str, Any], alamat: str):
    assert alamat_klien(RequestFactory().get("/", **meta)) == alamat


def test_a_request_without_a_connection_has_no_address():
    permintaan = RequestFactory().get("/")
    del permintaan.META["REMOTE_ADDR"]
    assert alamat_klien(permintaan) == ""
