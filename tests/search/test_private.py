"""NIK, family card and NPWP are covered wherever they stand in a text; nothing else is."""

from __future__ import annotations

import pytest

from search import hidden


@pytest.mark.parametrize(
    ("read", "kept"),
    [
        ("NIK : 7571015205930002 Nama", "NIK : ••••••••••••0002 Nama"),
        ("NIK 7571 0152 0593 0002", "NIK •••• •••• •••• 0002"),
        ("nik: 757l0152O5930002", "nik: ••••••••••••0002"),
        ("NIK : 7571019905930002", "NIK : ••••••••••••0002"),
        ("NPWP 09.254.294.3-407.000", "NPWP ••.•••.•••.•-••7.000"),
        ("KARTU KELUARGA No. 7571019900000002", "KARTU KELUARGA No. ••••••••••••0002"),
    ],
)
def test_a_private_number_is_covered_and_the_text_stays_as_long(read: str, kept: str) -> None:
    assert hidden(read) == kept
    assert len(hidden(read)) == len(read)


@pytest.mark.parametrize(
    "text",
    [
        "NIP 199305122019032911",
        "NIP 19930512 201903 2 911",
        "Nomor 800.1.3.2/0412/BKPSDM/2025",
        "PG-91530004411",
        "7571019905930002",
        "Rp3.186.600,00",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert hidden(text) == text
