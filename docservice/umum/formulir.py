"""Forms that met a newer state of their thing."""

from __future__ import annotations

from django.forms import Form
from django.http import QueryDict


def dengan_revisi(formulir: Form, revisi: int) -> None:
    """After a stale form was refused: what was typed stays, and the next press stands on what is shown now."""
    assert isinstance(formulir.data, QueryDict)
    isi = formulir.data.copy()
    isi["revisi"] = str(revisi)
    formulir.data = isi
