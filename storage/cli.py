"""``python -m storage``: the command line promised to scripts and scanners."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from storage import clamd_dev, cli_store
from storage.errors import StorageError
from storage.inspection import inspect
from storage.reasons import sentence
from storage.results import Inspection, Scanner, ScannerHealth, ScanResult, ScanVerdict
from storage.scanner import ClamdScanner

ACCEPTED, REJECTED, INFECTED, NO_SCANNER = range(4)
NO_STORE = 3


class Unconfigured:
    """Nobody said where the scanner is: the same as a scanner that is away."""

    def scan(self, path: Path) -> ScanResult:
        return ScanResult(ScanVerdict.UNAVAILABLE, "CLAMD_URL kosong")

    def health(self) -> ScannerHealth:
        return ScannerHealth(False, detail="CLAMD_URL kosong")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code: 0 all accepted, 1 any rejected, 2 any infected, 3 any not judged, because
    the scanner is away or the machine too busy."""
    options = _parser().parse_args(arguments)
    if "run" in options:
        return _told(options)
    if options.command == "clamd-config":
        print(clamd_dev.write_config(options.folder, upload_limit_mb=options.upload_limit_mb))
        return 0
    return _inspect(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m storage", description="Berkas: periksa dan pindai.")
    commands = parser.add_subparsers(dest="command", required=True)
    look = commands.add_parser("inspect", help="periksa berkas: jenis, isi aktif, virus, diterima atau tidak")
    look.add_argument("files", nargs="+", type=Path, metavar="FILE")
    look.add_argument("--json", action="store_true", help="satu larik JSON di keluaran baku")
    look.add_argument("--clamd", default=os.environ.get("CLAMD_URL", ""), metavar="URL")
    look.add_argument("--no-scan", action="store_true", help="tanpa pemindaian virus")
    conf = commands.add_parser("clamd-config", help="tulis konfigurasi clamd pengembangan")
    conf.add_argument("folder", type=Path, metavar="DIR")
    conf.add_argument("--upload-limit-mb", type=int, default=110, metavar="N")
    cli_store.add_to(commands)
    return parser


def _told(options: argparse.Namespace) -> int:
    """A store that does not answer, or an address or key file that is none: said in one sentence."""
    try:
        return int(options.run(options))
    except (StorageError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return NO_STORE


def _inspect(options: argparse.Namespace) -> int:
    try:
        scanner = _scanner(options)
    except ValueError as error:
        print(error, file=sys.stderr)
        return NO_SCANNER
    seen = []
    for number, path in enumerate(options.files, 1):
        print(f"[{number}/{len(options.files)}] {path}", file=sys.stderr)
        seen.append((path, _look(path, scanner)))
    if options.json:
        print(json.dumps([_as_json(path, one) for path, one in seen], ensure_ascii=False, indent=2))
    else:
        print("\n".join(_as_text(path, one) for path, one in seen))
    return max(_code(one) for _path, one in seen)


def _scanner(options: argparse.Namespace) -> Scanner | None:
    if options.no_scan:
        return None
    return ClamdScanner(options.clamd) if options.clamd else Unconfigured()


def _look(path: Path, scanner: Scanner | None) -> Inspection:
    """One bad file never stops the rest."""
    if not path.is_file():
        return Inspection(False, "tidak_ditemukan", sentence("tidak_ditemukan"))
    try:
        return inspect(path, filename=path.name, scanner=scanner)
    except StorageError as error:
        print(f"{path}: {error}", file=sys.stderr)
        return Inspection(False, "rusak", sentence("rusak"))


def _code(seen: Inspection) -> int:
    verdict = seen.scan.verdict if seen.scan else None
    if seen.reason_code == "tertunda":
        return NO_SCANNER
    if verdict is ScanVerdict.UNAVAILABLE:
        return NO_SCANNER
    if verdict is ScanVerdict.INFECTED:
        return INFECTED
    return ACCEPTED if seen.accepted else REJECTED


def _as_json(path: Path, seen: Inspection) -> dict[str, Any]:
    return {
        "file": str(path),
        "accepted": seen.accepted,
        "reason_code": seen.reason_code,
        "reason": seen.reason,
        "type": seen.type,
        "mime": seen.mime,
        "pages": seen.pages,
        "encrypted": seen.encrypted,
        "active_content": seen.active_content,
        "signatures": seen.signatures,
        "warnings": seen.warnings,
        "scan": _scan_as_json(seen.scan),
    }


def _scan_as_json(scan: ScanResult | None) -> dict[str, Any] | None:
    if scan is None:
        return None
    date = scan.signatures_date.isoformat() if scan.signatures_date else None
    return {
        "verdict": scan.verdict,
        "signature": scan.signature,
        "engine": scan.engine,
        "signatures_date": date,
    }


def _as_text(path: Path, seen: Inspection) -> str:
    verdict = "diterima" if seen.accepted else f"ditolak ({seen.reason_code})"
    facts = [f"jenis {seen.type}" if seen.type else "", f"{seen.pages} halaman" if seen.pages else ""]
    facts += [f"{seen.signatures} tanda tangan" if seen.signatures else ""]
    facts += [f"isi aktif: {', '.join(seen.active_content)}" if seen.active_content else ""]
    facts += [f"pindai: {_scan_word(seen.scan)}"]
    lines = [f"{path}: {verdict}", "  " + " · ".join(fact for fact in facts if fact)]
    return "\n".join([*lines, f"  {seen.reason}"] if seen.reason else lines)


def _scan_word(scan: ScanResult | None) -> str:
    words = {
        ScanVerdict.CLEAN: "bebas virus",
        ScanVerdict.INFECTED: "terinfeksi",
        ScanVerdict.UNSCANNABLE: "tidak tuntas",
        ScanVerdict.UNAVAILABLE: "pemindai tidak tersedia",
    }
    if scan is None:
        return "tidak dipindai"
    return words[scan.verdict] + (f" ({scan.signature})" if scan.signature else "")
