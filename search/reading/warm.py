"""Loaded by the fork server alone: each child finds the networks ready, in memory they share."""

from __future__ import annotations

import contextlib

from search.quick import trial
from search.quick.model import TRIAL, Unprepared, load
from search.reading import by_network, child

__all__ = ["child"]

with contextlib.suppress(Unprepared):
    for language in ("ind", by_network.SECOND):
        trial.read_trial(load(language), TRIAL)  # the first run is a slow one
