"""The help page: keys, where to ask, and the article behind each thing."""

import pytest
from django.test import Client

from docservice.umum.views import ATURAN


@pytest.mark.django_db
def test_help_names_the_article_behind_each_thing(client: Client):
    isi = client.get("/bantuan/").content.decode()
    assert "Nomor 14 Tahun 2023" in isi
    assert all(hal in isi and f"<dd>{pasal}</dd>" in isi for hal, pasal in ATURAN)
    assert len(ATURAN) == len({hal for hal, _ in ATURAN})
