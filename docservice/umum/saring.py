"""Narrowing a list by a form in its address."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms


class SaringanForm(forms.Form):
    """GET form; a value that no longer stands for anything narrows nothing."""

    @property
    def isi(self) -> dict[str, Any]:
        """What was chosen and stands for something."""
        self.is_valid()
        return getattr(self, "cleaned_data", {})

    def tawarkan(self, bidang: str, semua: str, pilihan: Iterable[Any]) -> None:
        """The choices of *bidang*, before them *semua*: no choice at all."""
        self.fields[bidang].choices = [("", semua), *pilihan]  # type: ignore[attr-defined]
