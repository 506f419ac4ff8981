"""``bench``: how fast signing or verifying is on this machine."""

from __future__ import annotations

import argparse
import json

from signing.cli_screen import answer


def run(options: argparse.Namespace) -> int:
    from signing.benchmarks import measure_signing, measure_verifying

    figures = (
        measure_verifying(max(1, options.count // 6)) if options.what == "verify" else measure_signing(options.count)
    )
    if options.json:
        answer(json.dumps([figures]))
        return 0
    for group, values in figures.items():
        for name, value in values.items():
            answer(f"{name}: {value}{' ms' if group == 'milliseconds' else ''}")
    return 0
