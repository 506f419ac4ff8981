"""What may be shown as possible: every ``may_…`` is its ``check_may_…`` asked without being refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

from docservice.umum.errors import SudahBerubah, TidakBerwenang

P = ParamSpec("P")


def lolos(check: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> bool:
    """Whether *check* refuses neither the person nor the moment; anything else it raises is raised."""
    try:
        check(*args, **kwargs)
    except (TidakBerwenang, SudahBerubah):
        return False
    return True
