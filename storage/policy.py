"""What the archive accepts, in numbers. The defaults are the law of an untouched installation."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1024 * 1024


@dataclass(frozen=True)
class Policy:
    """Limits of one inspection."""

    max_bytes: int = 20 * MB
    max_pages: int = 300
    max_pixels: int = 72_000_000
    """One image: A3 at 600 dpi is 69.6 million."""
    max_side: int = 14_400
    """Points of a page, five metres (ISO 32000-1, annex C): A3 at 600 dpi by a scanner that writes 72 has 9,921."""
    max_objects: int = 250_000
    """Objects of one PDF; the largest honest one seen has a tenth of it."""
    deep_scan: bool = True
    """Also show the scanner every decoded PDF stream: clamd does not open most of them itself."""
    deep_bytes: int = 400 * MB
    """Decoded bytes of one file that go to the scanner."""
    deep_stream_bytes: int = 100 * MB
    """Decoded bytes of one stream; the scanner itself stops a little above (``MaxFileSize``)."""
    deep_depth: int = 5
    """PDF or ZIP inside a stream inside … so many times."""
