"""``python -m search extract FILE…``: reads each file, prints text or one JSON array; ``bench`` measures the index;
``prepare`` makes the quick reader ready."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from search.errors import EngineMissing, SearchError
from search.extract import Reader, extract
from search.findings import ADVICE
from search.pages import Page
from search.preparing import prepare_reader
from search.trial.bench import lines, measure


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code: 0 all files read (or measured), 1 any not."""
    options = _parser().parse_args(argv)
    return int(options.run(options))


def _extract(options: argparse.Namespace) -> int:
    answers = []
    for number, file in enumerate(options.files, start=1):
        print(f"[{number}/{len(options.files)}] {file}", file=sys.stderr)
        answer = _answer(file, options.language, options.reader, options.words)
        answers.append(answer)
        if not options.json:
            _print(answer)
    if options.json:
        print(json.dumps(answers, ensure_ascii=False))
    return 0 if all(answer["readable"] for answer in answers) else 1


def _bench(options: argparse.Namespace) -> int:
    try:
        figures = measure(options.url)
    except SearchError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(figures, ensure_ascii=False) if options.json else "\n".join(lines(figures)))
    return 0


def _prepare(options: argparse.Namespace) -> int:
    try:
        prepare_reader()
    except EngineMissing as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m search", description="Baca isi berkas hasil pindai, dan ukur pencarian."
    )
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("extract", help="teks, isian, dan mutu gambar setiap halaman")
    command.add_argument("files", nargs="+", metavar="FILE")
    command.add_argument("--json", action="store_true", help="satu larik JSON, satu objek per berkas")
    command.add_argument("--words", action="store_true", help="sertakan setiap kata dengan letaknya")
    command.add_argument("--language", default="ind", help="bahasa Tesseract (bawaan: ind)")
    command.add_argument("--reader", choices=("cepat", "tesseract"), default="cepat", help="pembaca (bawaan: cepat)")
    command.set_defaults(run=_extract)
    command = commands.add_parser("prepare", help="siapkan jaringan pembaca cepat dari data bahasa Tesseract")
    command.set_defaults(run=_prepare)
    command = commands.add_parser("bench", help="seberapa banyak yang ditemukan dari pertanyaan yang diterbitkan")
    command.add_argument("--url", default="", help="indeks lain daripada Tantivy sementara; ISINYA DIGANTI")
    command.add_argument("--json", action="store_true", help="satu objek JSON")
    command.set_defaults(run=_bench)
    return parser


def _answer(file: str, language: str, reader: Reader, words: bool) -> dict[str, Any]:
    try:
        found = extract(Path(file), language=language, reader=reader, words=words)
    except SearchError as error:
        print(f"{file}: {error}", file=sys.stderr)
        return {
            "file": file,
            "readable": False,
            "reason": str(error),
            "kind": None,
            "pages": [],
            "fields": [],
        }
    pages = [_page(page, words) for page in found.pages]
    fields = [asdict(field) for field in found.fields]
    return {"file": file, "readable": found.readable, "kind": found.kind, "pages": pages, "fields": fields}


def _page(page: Page, words: bool) -> dict[str, Any]:
    data = asdict(page)
    if not words:
        del data["words"]
    return data


def _print(answer: dict[str, Any]) -> None:
    print(f"== {answer['file']}: {answer['kind'] or 'jenis tidak dikenal'}")
    for page in answer["pages"]:
        print(f"-- halaman {page['number']} ({page['source']}, keyakinan {page['confidence']:.0f}%)")
        for code in page["findings"]:
            print(f"!! {code}: {ADVICE[code]}")
        print(page["text"])
    for field in answer["fields"]:
        print(f"{field['name']}: {field['value']} (halaman {field['page']}, {field['confidence']:.0f}%)")
