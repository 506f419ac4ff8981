"""``python -m storage fixity | rotate | add-key``: what an operator does to a store, without the application."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from storage.address import shelf_at
from storage.blob import BlobStore
from storage.fixity import Pace, State, examine, repair
from storage.keys import KeyRing, add_key
from storage.policy import MB
from storage.rotation import Turn, rotate
from storage.sealed_shelf import SealedShelf
from storage.shelf import Shelf


def add_to(commands: Any) -> None:
    """The parsers of the three commands; each sets ``run``, a function of the options to an exit code."""
    look = commands.add_parser("fixity", help="hitung ulang sidik semua berkas; keluar 1 bila ada yang rusak")
    look.add_argument("url", metavar="URL", help="file:///folder/gudang atau s3://ember/gudang?endpoint=…")
    look.add_argument("--keys", type=Path, metavar="BERKAS", help="hanya perlu untuk memulihkan yang tersandi")
    look.add_argument("--repair-from", metavar="URL", help="gudang kedua; yang rusak di gudang pertama diganti")
    look.add_argument("--mb-per-second", type=float, metavar="N", help="anggaran baca")
    look.add_argument("--json", action="store_true")
    look.set_defaults(run=_fixity)
    turn = commands.add_parser("rotate", help="bungkus ulang semua kunci data dengan kunci terbaru")
    turn.add_argument("url", metavar="URL")
    turn.add_argument("--keys", type=Path, required=True, metavar="BERKAS")
    turn.set_defaults(run=_rotate)
    new = commands.add_parser("add-key", help="tambah kunci baru di akhir berkas kunci")
    new.add_argument("keys", type=Path, metavar="BERKAS")
    new.set_defaults(run=_add_key)


def _fixity(options: argparse.Namespace) -> int:
    """Without rows every blob is expected: extra and missing ones are found by ``manage.py fixity``."""
    store = BlobStore(_shelf(options.url, options.keys))
    second = BlobStore(_shelf(options.repair_from, options.keys)) if options.repair_from else None
    pace = Pace(options.mb_per_second * MB) if options.mb_per_second else None
    expected = dict.fromkeys(store.digests()) | (dict.fromkeys(second.digests()) if second else {})
    seen: Counter[str] = Counter()
    findings = []
    for number, found in enumerate(examine(store, expected, pace=pace), 1):
        mended = found.state is not State.INTACT and second is not None and repair(store, found.sha256, second)
        seen[found.state] += 1
        if found.state is not State.INTACT:
            findings.append({"sha256": found.sha256, "state": found.state, "repaired": mended})
            print(f"{found.sha256} {found.state}{' → dipulihkan' if mended else ''}", file=sys.stderr)
        if number % 1000 == 0:
            print(f"[{number}/{len(expected)}]", file=sys.stderr)
    if options.json:
        print(json.dumps({"counts": seen, "findings": findings}, indent=2))
    else:
        print(" · ".join(f"{state} {count}" for state, count in seen.items()) or "kosong")
    return int(any(not entry["repaired"] for entry in findings))


def _rotate(options: argparse.Namespace) -> int:
    shelf = SealedShelf(_place(options.url), KeyRing.read(options.keys))
    seen: Counter[str] = Counter()
    for turned in rotate(shelf):
        seen[turned.outcome] += 1
        if turned.outcome in (Turn.KEY_MISSING, Turn.DAMAGED):
            print(f"{turned.sha256} {turned.outcome}", file=sys.stderr)
    print(" · ".join(f"{outcome} {count}" for outcome, count in seen.items()) or "kosong")
    return int(bool(seen[Turn.KEY_MISSING] or seen[Turn.DAMAGED]))


def _add_key(options: argparse.Namespace) -> int:
    print(add_key(options.keys))
    return 0


def _shelf(url: str, keys: Path | None) -> Shelf:
    """Any ring tells what must be stored; only opening needs the right one."""
    return SealedShelf(_place(url), KeyRing.read(keys) if keys else KeyRing([bytes(32)]), seal_new=False)


def _place(url: str) -> Shelf:
    """The address names one store itself: its last part is the store's name."""
    base, _, query = url.partition("?")
    above, _, name = base.rstrip("/").rpartition("/")
    return shelf_at(f"{above}?{query}" if query else above, name)
