"""A field with the label people see."""

from __future__ import annotations

from typing import Any

from pydantic import Field


def isian(label: str, bantuan: str = "", **batas: Any) -> Any:
    """A field with the label people see and a sentence of help; *batas*: default, ge, le, max_length …"""
    default = batas.pop("default", ...)
    return Field(default, title=label, description=bantuan or None, **batas)
