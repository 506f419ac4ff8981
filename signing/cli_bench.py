"""``bench``: how fast signing is on this machine."""

from __future__ import annotations

import argparse
import json

from signing.cli_screen import answer


def run(options: argparse.Namespace) -> int:
    from signing.benchmark import measure_signing

    figures = measure_signing(options.count)
    if options.json:
        answer(json.dumps([figures]))
        return 0
    for name, value in figures["milliseconds"].items():
        answer(f"{name}: {value} ms")
    for name, value in figures["ratios"].items():
        answer(f"{name}: {value}")
    return 0
