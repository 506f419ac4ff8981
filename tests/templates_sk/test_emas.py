"""Every kind still looks as its golden picture does (``make emas`` draws them again)."""

import pytest
from PIL import Image, ImageChops

from templates_sk import kinds
from tests.templates_sk.emas import FOLDER, TOLERANCE, beda, lukis

KODE = [k.code for k in kinds()]


@pytest.mark.parametrize("kode", KODE)
def test_every_kind_looks_as_it_did_when_it_was_looked_at(kode):
    with Image.open(FOLDER / f"{kode}.png") as lama:
        assert beda(lama, lukis(kode)) <= TOLERANCE


def test_there_is_a_picture_for_every_kind_and_none_besides():
    assert {satu.stem for satu in FOLDER.glob("*.png")} == set(KODE)
    assert sum(satu.stat().st_size for satu in FOLDER.iterdir()) < 1_500_000


def test_a_changed_word_and_a_moved_line_are_seen():
    asal = lukis("surat_kgb")
    tutup = asal.copy()
    tutup.paste(255, (60, 200, 110, 208))
    assert beda(asal, tutup) > TOLERANCE
    assert beda(asal, ImageChops.offset(asal, 0, 4)) > TOLERANCE
    assert beda(asal, asal.crop((0, 0, 100, 100))) == float("inf")
