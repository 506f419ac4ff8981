"""A fixed day: rules begin today or later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine


@pytest.fixture(scope="module", autouse=True)
def _hari_tetap() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 11, 16, 2, 0, tzinfo=UTC)):
        yield
