"""Answers go to stdout, progress and troubles to stderr, and nothing waits in a buffer."""

from __future__ import annotations

import json
import sys
from typing import Any, TextIO


def answer(text: str) -> None:
    _write(sys.stdout, text)


def answer_json(value: Any) -> None:
    """Readable where the terminal can show it; valid JSON everywhere, also for names that are no text."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value)
    answer(text)


def remark(text: str) -> None:
    _write(sys.stderr, text)


def _write(stream: TextIO, text: str) -> None:
    """A name that is no text, or a letter this terminal lacks, is shown by its number."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    stream.flush()
