"""What upper rooms know about a person and their page shows."""

from __future__ import annotations

from collections.abc import Callable

from docservice.pegawai.models import Pegawai

fakta_pegawai: list[Callable[[Pegawai], list[tuple[str, str]]]] = []
"""Filled by upper rooms: (label, value) of what follows from the person's rows."""
