"""Nobody learns from the index what the rows would not have told them. The long trial is ``tests.search.leak``."""

from __future__ import annotations

import pytest

from search import SearchIndex
from tests.search.leak import differences


@pytest.mark.dua_ukuran
def test_random_people_learn_exactly_what_the_rows_say(index: SearchIndex) -> None:
    assert differences(index, 200, seed=20_260_101) == []
