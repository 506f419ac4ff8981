"""The command line: what can be asked, in Indonesian. The work is in ``cli_sign`` and ``cli_validate``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from signing import cli_bench, cli_pki, cli_prepare, cli_raise, cli_sign, cli_validate
from signing.cli_words import WORDS
from signing.devpki import DEFAULT_PORT
from signing.errors import SigningError
from signing.ports import LEVELS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; usage errors leave with 2 as argparse does."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except (SigningError, OSError) as error:
        print(f"signing: {error}", file=sys.stderr)
        return 2 if options.command in {"sign", "raise"} else 1
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m signing", description="Tanda tangan elektronik PAdES.")
    commands = parser.add_subparsers(dest="command", required=True)
    _add_pki(commands)
    _add_prepare(commands)
    _add_sign(commands)
    _add_raise(commands)
    _add_validate(commands)
    _add_bench(commands)
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, brief: str
) -> argparse.ArgumentParser:
    what, how = WORDS[name]
    shape = argparse.RawDescriptionHelpFormatter
    return commands.add_parser(name, help=brief, description=what, epilog=how, formatter_class=shape)


def _add_pki(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    make = _command(commands, "dev-pki", "buat sertifikat percobaan")
    make.add_argument("directory", type=Path, metavar="DIR", help="direktori baru")
    make.add_argument("--port", type=int, default=None, help=f"porta layanannya (bawaan {DEFAULT_PORT})")
    make.add_argument(
        "--person", action="append", default=[], metavar="KUNCI=NAMA", help="penanda tangan; boleh diulang"
    )
    make.add_argument("--json", action="store_true", help="jawaban sebagai JSON")
    _add_secret(make)
    make.set_defaults(run=cli_pki.make)
    serve = _command(commands, "dev-services", "layani TSA, OCSP, dan CRL percobaan")
    serve.add_argument("directory", type=Path, metavar="DIR", help="direktori dari dev-pki")
    serve.add_argument("--port", type=int, default=None, help="bawaan: yang dipilih pada dev-pki")
    serve.set_defaults(run=cli_pki.serve)


def _add_sign(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    sign = _command(commands, "sign", "tanda tangani satu PDF")
    sign.add_argument("input", type=Path, metavar="IN", help="PDF yang dibaca; tidak pernah diubah")
    sign.add_argument("output", type=Path, metavar="OUT", help="PDF yang ditulis")
    sign.add_argument(
        "--key",
        required=True,
        metavar="KUNCI",
        help="berkas .p12, pkcs11:token=…;object=…?module-path=…, bsre://SERVER#NIP, atau csc://SERVER/csc/v2#NIP",
    )
    sign.add_argument("--level", choices=LEVELS, default=None, help="bawaan: B-LTA, atau B-B tanpa --tsa")
    sign.add_argument("--tsa", action="append", default=[], metavar="URL", help="boleh diulang, dicoba urut")
    sign.add_argument("--trust", type=Path, metavar="DIR", help="daftar kepercayaan; perlu untuk B-LT ke atas")
    sign.add_argument("--visible", metavar="BIDANG|HALAMAN,X1,Y1,X2,Y2", help="bidang yang ada, atau letak baru")
    sign.add_argument("--stamp", action="store_true", help="tulis nama dan alasan pada bidang yang disiapkan")
    sign.add_argument("--reason", metavar="TEKS", help="alasan, misalnya Penetapan")
    sign.add_argument("--location", metavar="TEKS", help="tempat, misalnya Palu")
    sign.add_argument("--certify", type=int, choices=(1, 2), help="1: tanpa perubahan, 2: boleh tanda tangan lain")
    sign.add_argument("--json", action="store_true", help="jawaban sebagai JSON")
    _add_secret(sign)
    sign.set_defaults(run=cli_sign.run)


def _add_prepare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    ready = _command(commands, "prepare", "rapikan PDF dan siapkan bidang sebelum tanda tangan pertama")
    ready.add_argument("input", type=Path, metavar="IN", help="PDF yang dibaca; tidak pernah diubah")
    ready.add_argument("output", type=Path, metavar="OUT", help="PDF yang ditulis")
    ready.add_argument(
        "--field",
        action="append",
        default=[],
        metavar="NAMA[:HALAMAN,X1,Y1,X2,Y2]",
        help="bidang yang disiapkan; boleh diulang",
    )
    ready.add_argument("--json", action="store_true", help="jawaban sebagai JSON")
    ready.set_defaults(run=cli_prepare.run)


def _add_raise(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    lift = _command(commands, "raise", "tambahkan bukti jangka panjang pada PDF yang sudah bertanda tangan")
    lift.add_argument("input", type=Path, metavar="IN", help="PDF yang dibaca; tidak pernah diubah")
    lift.add_argument("output", type=Path, metavar="OUT", help="PDF yang ditulis")
    lift.add_argument("--tsa", action="append", required=True, metavar="URL", help="boleh diulang, dicoba urut")
    lift.add_argument("--trust", type=Path, required=True, metavar="DIR", help="daftar kepercayaan")
    lift.add_argument("--level", choices=("B-LT", "B-LTA"), default="B-LTA", help="bawaan: B-LTA")
    lift.add_argument("--renew", action="store_true", help="perbarui penanda waktu arsip B-LTA")
    lift.add_argument("--json", action="store_true", help="jawaban sebagai JSON")
    lift.set_defaults(run=cli_raise.run)


def _add_validate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = _command(commands, "validate", "periksa tanda tangan")
    check.add_argument("files", type=Path, nargs="+", metavar="FILE", help="PDF yang diperiksa, boleh banyak")
    check.add_argument("--trust", type=Path, metavar="DIR", help="daftar kepercayaan: *.pem, tsa/, intermediates/")
    check.add_argument("--time", type=_moment, metavar="ISO", help="periksa untuk saat ini (bawaan: sekarang)")
    check.add_argument("--online", action="store_true", help="boleh bertanya ke OCSP dan CRL")
    check.add_argument("--json", action="store_true", help="jawaban sebagai JSON")
    check.add_argument("--etsi", type=Path, metavar="DIR", help="simpan juga laporan ETSI TS 119 102-2 (XML) di sini")
    check.set_defaults(run=cli_validate.run)


def _add_bench(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    speed = _command(commands, "bench", "ukur kecepatan tanda tangan atau pemeriksaan pada mesin ini")
    speed.add_argument("what", nargs="?", choices=("sign", "verify"), default="sign", help="bawaan: sign")
    speed.add_argument("--count", type=int, default=60, help="dokumen per putaran (bawaan 60)")
    speed.add_argument("--json", action="store_true", help="jawaban sebagai JSON")
    speed.set_defaults(run=cli_bench.run)


def _add_secret(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--secret-fd", type=int, metavar="N", help="baca passphrase dari deskriptor berkas N")


def _moment(text: str) -> datetime:
    """A time without a zone is UTC."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
