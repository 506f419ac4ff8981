"""Show the scanner what it does not open itself: every decoded stream of a PDF."""

from __future__ import annotations

import tempfile
from pathlib import Path

import sandbox
from storage import child
from storage.border import guarded
from storage.policy import MB, Policy
from storage.results import Scanner, ScanResult, ScanVerdict

LIMITS = sandbox.Limits(memory=512 * MB, cpu_seconds=20, open_files=64)
EXCEEDED = "Heuristics.Limits.Exceeded.Streams"
"""Named as clamd names its own limits: asking again will not help."""
_WORST_FIRST = (ScanVerdict.INFECTED, ScanVerdict.UNAVAILABLE, ScanVerdict.UNSCANNABLE)


def deep_scan(path: Path, scanner: Scanner, policy: Policy) -> ScanResult:
    """The worst verdict over all decoded streams; ``unscannable`` when not all of them could be shown.

    Raises :class:`StorageFull` or :class:`StoreUnavailable` for the temporary folder, :class:`Busy`
    when there was no time.
    """
    with guarded(), tempfile.TemporaryDirectory(prefix="pindai-") as folder:
        try:
            shown = child.ask(
                "storage.streams_child:write",
                str(path),
                folder,
                policy.deep_bytes,
                policy.deep_stream_bytes,
                policy.deep_depth,
                limits=LIMITS,
                writes=Path(folder),
            )
        except sandbox.Unsafe as unsafe:
            if unsafe.detail == "OSError":  # our disk, not their file
                return ScanResult(ScanVerdict.UNAVAILABLE, "ruang sementara penuh")
            shown = {"exceeded": True}
        results = scan_all(Path(folder), scanner)
    if shown["exceeded"]:
        results.append(ScanResult(ScanVerdict.UNSCANNABLE, EXCEEDED))
    return worst(results)


def worst(results: list[ScanResult]) -> ScanResult:
    """Infected before unavailable before unscannable; clean only when all are."""
    for verdict in _WORST_FIRST:
        for result in results:
            if result.verdict is verdict:
                return result
    return results[0] if results else ScanResult(ScanVerdict.CLEAN)


def scan_all(folder: Path, scanner: Scanner) -> list[ScanResult]:
    """One answer for each file in *folder*, up to the first infection or silence: nothing after changes the outcome."""
    results = []
    for piece in sorted(folder.iterdir()):
        results.append(scanner.scan(piece))
        if results[-1].verdict in (ScanVerdict.INFECTED, ScanVerdict.UNAVAILABLE):
            break
    return results
