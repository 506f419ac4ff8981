"""May this file enter the archive? Cheap checks first, then the scanner, parsers last and in the child."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import sandbox
from storage import child, foreign, sniff
from storage.border import guarded
from storage.deep_scan import deep_scan, scan_all, worst
from storage.errors import Busy
from storage.policy import MB, Policy
from storage.reasons import megabytes, megapixels, metres, sentence
from storage.results import Inspection, Scanner, ScanVerdict

FIRST_BYTES = 16 * MB
"""Decoded streams that the first look at a PDF writes for the scanner itself; more is left to a look of its own."""
PDF_LIMITS = sandbox.Limits(memory=512 * MB, cpu_seconds=5, wall_seconds=120, file_bytes=FIRST_BYTES, open_files=64)
IMAGE_LIMITS = sandbox.Limits(memory=512 * MB, cpu_seconds=5, wall_seconds=120, file_bytes=0, open_files=64)
"""Of 72 megapixels a PNG or TIFF takes 409 MB, a JPEG 337; ADR 43 has the figures."""
KIND_LIMITS = {
    # Its decoder has threads of its own, and no way to do without; the 50 megapixels of a phone take seven seconds.
    sniff.HEIC.name: replace(IMAGE_LIMITS, cpu_seconds=20, processes=8),
    sniff.WEBP.name: replace(IMAGE_LIMITS, memory=800_000_000),
}
KIND_PIXELS = {sniff.HEIC.name: 52_000_000, sniff.WEBP.name: 24_000_000}
"""What their decoders open within that memory; a WebP takes 24 bytes a pixel, being always read as a film."""
DEFAULT_POLICY = Policy()

sandbox.preload("storage.pdf_child", "storage.image_child", "storage.streams_child", "storage.render_child")
sandbox.preload("storage.safe_child")


def inspect(
    path: Path, *, filename: str, scanner: Scanner | None = None, policy: Policy = DEFAULT_POLICY
) -> Inspection:
    """Look at the file at *path*, whose sender calls it *filename*; never raises for what is in it.

    A virus outweighs every other reason, and a definite refusal outweighs a scanner that is away: waiting
    would not help. Without *scanner* nothing is said about viruses (``scan`` is None). ``tertunda``: the machine had
    no time to look, the file is not to blame.
    Raises :class:`StoreUnavailable` when *path* cannot be read.
    """
    with guarded():
        size = path.stat().st_size
        if size == 0:
            return _refused(Inspection(False), "kosong")
        if size > policy.max_bytes:
            return _refused(
                Inspection(False),
                "terlalu_besar",
                actual=megabytes(size),
                limit=megabytes(policy.max_bytes),
            )
        path = path.resolve()
        try:
            return _judge(path, filename, scanner, policy)
        except Busy:
            return _refused(Inspection(False), "tertunda")


def _judge(path: Path, filename: str, scanner: Scanner | None, policy: Policy) -> Inspection:
    scan = scanner.scan(path) if scanner else None
    if scan and scan.verdict is ScanVerdict.INFECTED:
        kind = sniff.kind_of(sniff.head(path))
        named = Inspection(False, scan=scan)
        return _refused(replace(named, type=kind.name, mime=kind.mime) if kind else named, "terinfeksi")
    if scanner is None or scan is None or not policy.deep_scan or scan.verdict is ScanVerdict.UNAVAILABLE:
        seen, _opened = _structure(path, filename, policy)
        return _with_scan(replace(seen, scan=scan))
    with tempfile.TemporaryDirectory(prefix="pindai-") as folder:
        seen, opened = _structure(path, filename, policy, Path(folder))
        if opened:
            streams = worst(scan_all(Path(folder), scanner)) if opened.shown else deep_scan(path, scanner, policy)
            scan = replace(worst([scan, streams]), engine=scan.engine, signatures_date=scan.signatures_date)
    return _with_scan(replace(seen, scan=scan))


@dataclass(frozen=True)
class Opened:
    """A PDF that opened; *shown*: the first look has written all its decoded streams into the folder."""

    shown: bool


def _with_scan(seen: Inspection) -> Inspection:
    if seen.scan is None or seen.scan.verdict is ScanVerdict.CLEAN:
        return seen
    if seen.scan.verdict is ScanVerdict.INFECTED:
        return _refused(seen, "terinfeksi")
    if not seen.accepted:
        return seen
    away = seen.scan.verdict is ScanVerdict.UNAVAILABLE
    return _refused(seen, "pemindai_tidak_tersedia" if away else "tidak_terpindai")


def _structure(
    path: Path, filename: str, policy: Policy, folder: Path | None = None
) -> tuple[Inspection, Opened | None]:
    """What the file is. A PDF's streams are left in *folder* when one is given and they are few enough for it."""
    first = sniff.head(path)
    kind = sniff.kind_of(first)
    if kind is None:
        return _refused(Inspection(False), sniff.why_unknown(first)), None
    seen = Inspection(True, type=kind.name, mime=kind.mime)
    if kind is sniff.PDF:
        seen, opened = _pdf(path, seen, policy, folder)
    else:
        seen, opened = _image(path, seen, policy), None
    if seen.accepted and not sniff.extension_fits(filename, kind):
        seen = _refused(seen, "ekstensi_tidak_sesuai", actual=kind.word)
    return seen, opened


def _pdf(path: Path, seen: Inspection, policy: Policy, folder: Path | None) -> tuple[Inspection, Opened | None]:
    show = (str(folder), min(FIRST_BYTES, policy.deep_bytes)) if folder else None
    arguments = (str(path), policy.max_objects, policy.max_pages, show)
    try:
        facts = child.ask("storage.pdf_child:look", *arguments, limits=PDF_LIMITS, writes=folder)
    except sandbox.Unsafe:
        return _refused(seen, "rusak"), None
    if facts["encrypted"]:
        return _refused(replace(seen, encrypted=True), "terenkripsi"), None
    seen = replace(
        seen,
        pages=facts["pages"],
        active_content=facts["active_content"],
        signatures=facts["signatures"],
        warnings=["konten_opsional"] if facts["optional_content"] else [],
    )
    return _pdf_refusal(path, seen, facts, policy), Opened(facts["shown"] is not None)


def _pdf_refusal(path: Path, seen: Inspection, facts: dict[str, Any], policy: Policy) -> Inspection:
    ending = foreign.pdf_ending(path)
    if seen.active_content:
        return _refused(seen, "isi_aktif")
    if ending == "sisipan" or facts["strays"]:
        return _refused(seen, "bukan_pdf_murni")
    seen = _within(seen, facts, policy)
    if seen.accepted and facts["side"] > policy.max_side:
        return _refused(seen, "halaman_terlalu_besar", limit=metres(policy.max_side))
    if seen.accepted and (ending == "terpotong" or not facts["pages_agree"] or not facts["count_holds"]):
        return _refused(seen, "rusak")
    return seen


def _image(path: Path, seen: Inspection, policy: Policy) -> Inspection:
    kind = seen.type or ""
    policy = replace(policy, max_pixels=min(policy.max_pixels, KIND_PIXELS.get(kind, policy.max_pixels)))
    try:
        facts = child.ask(
            "storage.image_child:look",
            str(path),
            kind,
            policy.max_pixels,
            policy.max_pages,
            limits=KIND_LIMITS.get(kind, IMAGE_LIMITS),
        )
    except sandbox.Unsafe:
        return _refused(seen, "rusak")
    seen = _within(replace(seen, pages=facts["pages"]), facts, policy)
    if seen.accepted and (facts["more"] or foreign.image_holds_more(path)):
        return _refused(seen, "bukan_gambar_murni")
    if seen.accepted and facts["moves"]:
        return _refused(seen, "foto_heic")
    return seen


def _within(seen: Inspection, facts: dict[str, Any], policy: Policy) -> Inspection:
    if facts["pages"] == 0:
        return _refused(seen, "tanpa_halaman")
    if facts["pages"] > policy.max_pages:
        return _refused(seen, "terlalu_banyak_halaman", actual=facts["pages"], limit=policy.max_pages)
    if facts["pixels"] > policy.max_pixels:
        actual, limit = megapixels(facts["pixels"]), megapixels(policy.max_pixels)
        return _refused(seen, "gambar_terlalu_besar", actual=actual, limit=limit)
    return seen


def _refused(seen: Inspection, code: str, *, actual: object = "", limit: object = "") -> Inspection:
    return replace(seen, accepted=False, reason_code=code, reason=sentence(code, actual=actual, limit=limit))
