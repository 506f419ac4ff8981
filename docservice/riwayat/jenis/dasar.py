"""What a kind of riwayat must say about itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.serializers.json import DjangoJSONEncoder


@dataclass(frozen=True)
class JenisRiwayat:
    """``skema`` is the form whose cleaned data is the row; ``bukti`` the kinds of document that prove it.

    ``dari_bacaan`` maps a form field to the name of a value read on the page; ``peringatan`` compares
    the row in force with the new one and gives sentences that do not block; ``ringkas`` one line for lists.
    """

    kode: str
    nama: str
    skema: type[forms.Form]
    bidang_tmt: str
    bukti: tuple[str, ...]
    dari_bacaan: Mapping[str, str]
    peringatan: Callable[[Mapping[str, Any] | None, Mapping[str, Any]], list[str]]
    ringkas: Callable[[Mapping[str, Any]], str]


def baku(data: Mapping[str, Any]) -> dict[str, Any]:
    """Cleaned data as it will come back from the database: dates as ISO text."""
    hasil: dict[str, Any] = json.loads(json.dumps(data, cls=DjangoJSONEncoder))
    return hasil
