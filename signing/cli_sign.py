"""``sign``: exit codes 0 signed, 1 refused, 2 provider error, 3 outcome unknown."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from signing import cli_remote, token_uri
from signing.cli_files import read, write
from signing.cli_screen import answer, remark
from signing.cli_secret import ask
from signing.errors import Refused, SigningError
from signing.keyfile import KeyMaterial, open_p12
from signing.pkcs11 import Pkcs11Signer
from signing.ports import Outcome, OutcomeStatus, Placement, SigningRequest
from signing.precheck import require_readable
from signing.preparing import prepare
from signing.software import sign_with
from signing.timestamps import Timestamper
from signing.trust import TrustStore

_EXIT = {
    OutcomeStatus.SIGNED: 0,
    OutcomeStatus.REFUSED: 1,
    OutcomeStatus.RETRYABLE: 2,
    OutcomeStatus.UNKNOWN: 3,
}


def run(options: argparse.Namespace) -> int:
    """Sign one file; OUT appears whole or not at all."""
    try:
        outcome = _sign(options)
    except SigningError as error:
        outcome = failure(options, error)
    return finish(options, outcome)


def finish(options: argparse.Namespace, outcome: Outcome) -> int:
    """Write what was made, say what became of it, and give the exit code."""
    if outcome.pdf is not None:
        try:
            write(options.output, outcome.pdf)
        except SigningError as error:
            outcome = failure(options, error)
    _tell(options, outcome)
    return _EXIT[outcome.status]


def failure(options: argparse.Namespace, error: SigningError) -> Outcome:
    status = OutcomeStatus.REFUSED if isinstance(error, Refused) else OutcomeStatus.RETRYABLE
    return Outcome(str(options.input), status, provider_code=error.code, provider_text=error.text)


def _sign(options: argparse.Namespace) -> Outcome:
    prepared = prepare(read(options.input, options.output))
    require_readable(prepared.pdf)
    for reason in prepared.reasons:
        remark(f"signing: {reason}")
    request = _request(options, prepared.pdf)
    level = options.level or ("B-LTA" if options.tsa else "B-B")
    trust = TrustStore.from_directory(options.trust) if options.trust else TrustStore.nobody()
    timestamper = Timestamper(options.tsa)
    if options.key.startswith("pkcs11:"):
        return _with_token(options, request, timestamper, trust, level)
    if options.key.startswith(cli_remote.SCHEMES):
        return cli_remote.sign(options.key, request, timestamper, trust, level=level, descriptor=options.secret_fd)
    return sign_with(_material(options), [request], timestamper, trust, level=level)[0]


def _with_token(
    options: argparse.Namespace, request: SigningRequest, timestamper: Timestamper, trust: TrustStore, level: str
) -> Outcome:
    address = token_uri.parse(options.key)
    signer = Pkcs11Signer(address.module, address.token, timestamper=timestamper, trust=trust)
    with ask(options.secret_fd, "PIN token: ") as secret:
        return signer.sign_batch(address.who, [request], secret, level=level)[0]


def _material(options: argparse.Namespace) -> KeyMaterial:
    key = Path(options.key)
    if not key.is_file():
        raise Refused("sertifikat_tidak_ada")
    with ask(options.secret_fd) as secret:
        return open_p12(key, secret)


def _request(options: argparse.Namespace, pdf: bytes) -> SigningRequest:
    field, placement = visible(options.visible)
    return SigningRequest(
        str(options.input),
        pdf,
        field_name=field,
        reason=options.reason,
        location=options.location,
        certify=options.certify is not None,
        permissions=options.certify or 2,
        placement=placement,
        stamp=options.stamp,
    )


def visible(text: str | None) -> tuple[str | None, Placement | None]:
    """A field's name, or a page (from 1) and a box in points."""
    if text is None or "," not in text:
        return text, None
    try:
        page, *box = (int(part) for part in text.split(","))
        left, bottom, right, top = box
    except ValueError as error:
        raise Refused("tata_letak_salah") from error
    if page < 1 or left >= right or bottom >= top:
        raise Refused("tata_letak_salah")
    return None, Placement(page - 1, (left, bottom, right, top))


def _tell(options: argparse.Namespace, outcome: Outcome) -> None:
    facts: dict[str, Any] = {
        "file": str(options.input),
        "output": str(options.output) if outcome.pdf is not None else None,
        "status": outcome.status.value,
        "level": outcome.level,
        "code": outcome.provider_code,
        "text": outcome.provider_text,
    }
    if options.json:
        answer(json.dumps([facts]))
    elif outcome.pdf is not None:
        answer(f"{options.output}: ditandatangani ({outcome.level})")
    if outcome.pdf is None:
        remark(f"signing: {outcome.provider_text}")
