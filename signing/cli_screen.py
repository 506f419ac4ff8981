"""Answers go to stdout, progress and troubles to stderr, and nothing waits in a buffer."""

from __future__ import annotations

import sys


def answer(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def remark(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
