"""Long trial: thousands of mutated PDFs and images through ``inspect``, outside the suite.

``python -m tests.storage.siksa --count 10000 --json``: exits 1 when anything but a verdict comes out, a file takes more
than 30 s, or the memory of the parent grows by more than 32 MB after its first five hundred files.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from storage import ClamdScanner, clamd_dev, inspect
from storage.reasons import REASONS
from tests.ingatan import resident
from tests.storage import pdf_buatan as buat

LONGEST = 30.0
GROWTH = 32 * 1024 * 1024
WARM = 500
WORDS = (
    b"/Length 99999999",
    b"/Count -1",
    b"/Kids[3 0 R 3 0 R]",
    b"/Prev 0",
    b"/Filter[/FlateDecode/FlateDecode]",
    b"/DecodeParms<</Predictor 15/Columns 99999999>>",
    b"/Type/ObjStm/N 1000000/First 0",
    b"<<" * 500,
    b"[" * 2000,
    b"/MediaBox[0 0 1e38 1e38]",
    b"/Encrypt<<>>",
    b"endobj",
    b"stream\n",
    b"startxref\n0\n%%EOF",
    b"4294967296 0 R",
    b"\xff\xff\xff\xff",
    b"\x00\x00\x00\x00",
    b"\x7f\xff\xff\xff",
    b"ispe",
    b"ftyp",
)


def seeds() -> dict[str, bytes]:
    """One honest file of each way to write each kind; the key ends in its extension."""
    from tests.storage.test_mutations import SEEDS
    from tests.storage.test_phone_photos import photo

    form = {4: b"<</FT/Tx/T(nama)/V(Ani)>>", 5: buat.stream(b"q 0 0 9 9 re f Q " * 40, flate=1)}
    more = {
        "form.pdf": buat.pdf(form, catalog=b"/AcroForm<</Fields[4 0 R]>>", page=b"/Contents 5 0 R"),
        "updated.pdf": buat.updated(buat.pages(2), {40: b"<</Producer(x)>>"}),
        "packed.pdf": buat.in_object_streams(buat.pdf(form, page=b"/Contents 5 0 R")),
        "foto.heic": photo("HEIF", (320, 240)),
        "foto.webp": photo("WEBP", (320, 240)),
    }
    return {f"{name}.{name}" if "." not in name else name: content for name, content in (SEEDS | more).items()}


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Bits, cuts, repeats, numbers, and words that parsers stumble over; the first bytes stay mostly."""
    wreck = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 4, 8, 32))):
        at = chance.randrange(min(8, len(wreck) - 1), len(wreck))
        length = chance.choice((1, 2, 4, 30, 300, 3000))
        match chance.randrange(7):
            case 0:
                wreck[at] ^= 1 << chance.randrange(8)
            case 1:
                wreck[at : at + 4] = chance.randbytes(4)
            case 2:
                del wreck[at : at + length]
            case 3:
                wreck[at:at] = wreck[at : at + length] * chance.choice((1, 2, 50))
            case 4:
                wreck[at:at] = chance.choice(WORDS)
            case 5:
                other = chance.randrange(len(wreck))
                wreck[at : at + length] = wreck[other : other + length]
            case _:
                wreck[at : at + 1] = str(chance.choice((0, -1, 9, 65535, 2**31, 2**63))).encode()
        if len(wreck) < 40:
            break
    return bytes(wreck[: 8 * 1024 * 1024])


def trial(count: int, seed: str, folder: Path, scanner: ClamdScanner) -> dict[str, Any]:
    """Inspect *count* mutants, all their streams too; returns figures and ``faults``, which must be empty."""
    chance, originals = random.Random(seed), seeds()
    names = sorted(originals)
    verdicts: Counter[str] = Counter()
    faults: list[str] = []
    slowest, warm = 0.0, 0
    for number in range(count):
        name = names[number % len(names)]
        path = folder / name
        path.write_bytes(mutated(originals[name], chance))
        before = time.monotonic()
        try:
            seen = inspect(path, filename=name, scanner=scanner)
            if seen.accepted is not (seen.reason_code is None) or (seen.reason_code or "rusak") not in REASONS:
                faults.append(f"{number} {name}: {seen.reason_code}")
            verdicts[seen.reason_code or "diterima"] += 1
        except Exception as error:
            faults.append(f"{number} {name}: {type(error).__name__}")
        slowest = max(slowest, time.monotonic() - before)
        if number == min(WARM, count - 1):
            warm = resident()
    grown = resident() - warm
    faults += [f"memory grew by {grown} bytes"] if grown > GROWTH else []
    faults += [f"slowest {slowest:.1f} s"] if slowest > LONGEST else []
    figures = {"files": count, "slowest_seconds": round(slowest, 2), "parent_bytes": warm, "parent_grew": grown}
    return figures | {"verdicts": dict(verdicts), "faults": faults}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.storage.siksa", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", default="14/2023")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="siksa-") as folder,
        tempfile.TemporaryDirectory(prefix="clamd-") as home,
        clamd_dev.running(Path(home)) as url,
    ):
        report = trial(options.count, options.seed, Path(folder), ClamdScanner(url))
    text = (
        json.dumps(report, indent=2) if options.json else "\n".join(f"{key}: {value}" for key, value in report.items())
    )
    sys.stdout.write(text + "\n")
    return int(bool(report["faults"]))


if __name__ == "__main__":
    sys.exit(main())
