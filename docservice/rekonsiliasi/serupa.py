"""Differences that say the same on both sides and can be decided together."""

from __future__ import annotations

from collections.abc import Collection

from docservice.rekonsiliasi.models import Beda, Rekonsiliasi
from docservice.rekonsiliasi.status import StatusBeda

SEKALI = 200
"""Differences decided at one press: each correction is a draft and a notice of its own."""


def serupa(beda: Beda) -> list[int]:
    """Undecided differences of the same run that say the same on both sides, this one first."""
    sama = Beda.objects.filter(
        rekonsiliasi=beda.rekonsiliasi_id, bidang=beda.bidang, kita=beda.kita, bkn=beda.bkn, status=StatusBeda.TERBUKA
    )
    return [beda.pk, *sama.exclude(pk=beda.pk).values_list("pk", flat=True)[: SEKALI - 1]]


def dengan_serupa(rekonsiliasi: Rekonsiliasi, pilihan: Collection[int]) -> list[int]:
    """*pilihan* and what says the same as one of them, as many as can be decided at once."""
    acuan = rekonsiliasi.beda.filter(pk__in=pilihan)
    return list(dict.fromkeys([*pilihan, *(pk for satu in acuan for pk in serupa(satu))]))[:SEKALI]
