"""The help page: keys, where to ask, and the article of either regulation behind each thing."""

import pytest
from django.test import Client

from docservice.umum.views import ATURAN


@pytest.mark.django_db
def test_help_names_the_article_behind_each_thing(client: Client):
    isi = client.get("/bantuan/").content.decode()
    assert "Nomor 14 Tahun 2023" in isi
    assert "Peraturan Bupati Poso" in isi
    for hal, babel, poso in ATURAN:
        assert babel or poso, hal
        assert hal in isi
        assert all(f"{nama} {pasal}" in isi for nama, pasal in (("Babel", babel), ("Poso", poso)) if pasal)
    assert len(ATURAN) == len({hal for hal, *_ in ATURAN})
