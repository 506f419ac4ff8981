"""The bars: what fits is seen at once, the rest stands behind *Lainnya*."""

from __future__ import annotations

import pytest

from docservice.umum.navigasi import Tampil, bagi


def butir(jumlah: int) -> list[Tampil]:
    return [Tampil(f"Butir {nomor}", f"/{nomor}/", "rumah", 0, False) for nomor in range(jumlah)]


@pytest.mark.parametrize(("ada", "tampak", "lain"), [(0, 0, 0), (4, 4, 0), (5, 5, 0), (6, 4, 2), (9, 4, 5)])
def test_a_bar_of_five_places_keeps_its_last_for_the_others(ada: int, tampak: int, lain: int):
    depan, sisa = bagi(butir(ada), 5)
    assert (len(depan), len(sisa)) == (tampak, lain)
    assert [*depan, *sisa] == butir(ada)
