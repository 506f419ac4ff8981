"""``python -m templates_sk``: list, sample, schema, render. Exit 1 on a data error, told field by field."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from templates_sk import DataError, Gaya, TemplateError, kind, kinds, read_picture, render
from templates_sk.susunan.gaya import Lambang

LAMBANG: tuple[Lambang, ...] = ("negara", "daerah", "korpri")


def main(arguments: list[str] | None = None) -> int:
    """Run one command; human text without ``--json``, errors on stderr, with it also in the array on stdout."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except DataError as salah:
        rows = [{"field": e.field, "label": e.label, "message": e.message} for e in salah.errors]
        print("\n".join(f"{row['field']}: {row['message']}" for row in rows), file=sys.stderr)
    except (TemplateError, OSError, ValueError) as salah:
        rows = [{"field": "", "label": "", "message": str(salah)}]
        print(salah, file=sys.stderr)
    if getattr(options, "json", False) and "out" in options:
        print(json.dumps([{"file": options.out, "errors": rows}], ensure_ascii=False))
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
    one.add_argument("--gaya", metavar="GAYA.json", help="kebiasaan daerah: kertas, tepi, kata penyambung …")
    for name in LAMBANG:
        one.add_argument(
            f"--lambang-{name}", metavar="GAMBAR", help=f"lambang {name}, PNG tanpa transparansi atau JPEG"
        )
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
    data = _object(options.data)
    done = render(options.kind, data, draft=options.draf, gaya=_gaya(options))
    Path(options.out).write_bytes(done.pdf)
    field = done.signature and {"field": done.signature.field_name, "page": done.signature.page}
    if options.json:
        print(json.dumps([{"file": options.out, "pages": done.pages, "bytes": len(done.pdf), "signature": field}]))
    else:
        print(f"{options.out}: {done.pages} halaman, {len(done.pdf)} byte")
    return 0


def _object(path: str) -> dict[str, Any]:
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
    except ValueError as error:
        raise TemplateError(f"{path} bukan JSON yang dapat dibaca: {error}") from None
    if not isinstance(data, dict):
        raise TemplateError(f"{path} harus berisi satu objek JSON, seperti keluaran perintah sample.")
    return data


def _gaya(options: argparse.Namespace) -> Gaya:
    """The style of the file, with the emblems named. Raises ``TemplateError`` for a style that cannot be."""
    files = {name: getattr(options, f"lambang_{name}") for name in LAMBANG}
    pictures = {
        name: read_picture(Path(file).read_bytes(), alt=f"Lambang {name}") for name, file in files.items() if file
    }
    try:
        return Gaya(**(_object(options.gaya) if options.gaya else {}), lambang=pictures)
    except ValidationError as error:
        bad = ", ".join(".".join(map(str, one["loc"])) for one in error.errors())
        raise TemplateError(f"Gaya tidak dikenal atau di luar batas: {bad}.") from None


if __name__ == "__main__":
    sys.exit(main())
