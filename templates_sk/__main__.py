"""``python -m templates_sk``: list, sample, schema, render. Exit 1 on a data error, told field by field."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from templates_sk import DataError, TemplateError, kind, kinds, render


def main(arguments: list[str] | None = None) -> int:
    """Run one command; human text without ``--json``, errors on stderr."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except DataError as salah:
        _tell_findings(salah, as_json=getattr(options, "json", False))
    except (TemplateError, OSError, ValueError) as salah:
        print(salah, file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m templates_sk", description="Naskah dinas: dari isian ke PDF.")
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("list", help="daftar jenis naskah")
    one.add_argument("--json", action="store_true")
    one.set_defaults(run=_list)
    for name, run, help_text in (("sample", _sample, "contoh isian (JSON)"), ("schema", _schema, "JSON Schema isian")):
        one = commands.add_parser(name, help=help_text)
        one.add_argument("kind", metavar="KIND")
        one.set_defaults(run=run)
    one = commands.add_parser("render", help="menggambar PDF dari isian")
    for argument in ("kind", "data", "out"):
        one.add_argument(argument, metavar={"kind": "KIND", "data": "DATA.json", "out": "OUT.pdf"}[argument])
    one.add_argument("--draf", action="store_true", help="tanda DRAF, nomor dan tanggal bertitik, tanpa QR")
    one.add_argument("--json", action="store_true")
    one.set_defaults(run=_render)
    return parser


def _list(options: argparse.Namespace) -> int:
    rows = [{"code": k.code, "title": k.title, "classification": k.classification, "paper": k.paper} for k in kinds()]
    if options.json:
        print(json.dumps(rows, ensure_ascii=False))
    else:
        print("\n".join(f"{row['code']:24} {row['classification']:10} {row['title']}" for row in rows))
    return 0


def _sample(options: argparse.Namespace) -> int:
    print(json.dumps(kind(options.kind).sample, ensure_ascii=False, indent=2))
    return 0


def _schema(options: argparse.Namespace) -> int:
    print(json.dumps(kind(options.kind).schema.model_json_schema(), ensure_ascii=False, indent=2))
    return 0


def _render(options: argparse.Namespace) -> int:
    data: dict[str, Any] = json.loads(Path(options.data).read_text(encoding="utf-8"))
    done = render(options.kind, data, draft=options.draf)
    Path(options.out).write_bytes(done.pdf)
    field = done.signature and {"field": done.signature.field_name, "page": done.signature.page}
    if options.json:
        print(json.dumps({"file": options.out, "pages": done.pages, "bytes": len(done.pdf), "signature": field}))
    else:
        print(f"{options.out}: {done.pages} halaman, {len(done.pdf)} byte")
    return 0


def _tell_findings(salah: DataError, *, as_json: bool) -> None:
    rows = [{"field": e.field, "label": e.label, "message": e.message} for e in salah.errors]
    if as_json:
        print(json.dumps({"errors": rows}, ensure_ascii=False))
    for row in rows:
        print(f"{row['field']}: {row['message']}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
