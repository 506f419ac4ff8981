"""``prepare``: one clean revision, with empty signature fields when asked; exit codes 0 ready, 1 refused."""

from __future__ import annotations

import argparse
import json
from typing import Any

from signing.cli_files import read, write
from signing.cli_screen import answer, remark
from signing.cli_sign import visible
from signing.errors import Refused
from signing.fields import FieldPlan
from signing.preparing import prepare


def run(options: argparse.Namespace) -> int:
    """IN is never touched; OUT appears whole or not at all."""
    facts: dict[str, Any] = {"file": str(options.input), "output": None, "changes": [], "code": None, "text": None}
    try:
        prepared = prepare(read(options.input, options.output), [_plan(text) for text in options.field])
    except Refused as refusal:
        facts |= {"code": refusal.code, "text": refusal.text}
        remark(f"signing: {refusal.text}")
    else:
        write(options.output, prepared.pdf)
        facts |= {"output": str(options.output), "changes": list(prepared.changes)}
        for reason in prepared.reasons:
            remark(f"signing: {reason}")
        if not options.json:
            answer(f"{options.output}: siap ditandatangani")
    if options.json:
        answer(json.dumps([facts]))
    return 0 if facts["output"] else 1


def _plan(text: str) -> FieldPlan:
    """``NAMA`` or ``NAMA:HALAMAN,X1,Y1,X2,Y2``."""
    name, _, place = text.partition(":")
    return FieldPlan(name, visible(place)[1] if place else None)
