"""E-sign v2: JSON with base64. One file per call, since one bad file fails its whole call without saying which."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from signing.bsre.accounts import Account
from signing.bsre.answers import failure
from signing.bsre.connection import Connection
from signing.bsre.errors import unknown
from signing.bsre.results import decoded, usable
from signing.bsre.stamp import Stamp
from signing.ports import SigningRequest
from signing.remote.answers import parsed
from signing.remote.connection import Answer


def sign(connection: Connection, account: Account, request: SigningRequest, secret: str, stamp: Stamp | None) -> bytes:
    """POST /api/v2/sign/pdf. Raises :class:`~signing.bsre.errors.BsreError`, NotSent, NoAnswer."""
    key = "totp" if connection.profile.by_totp else "passphrase"
    body = {**account.fields, key: secret, **document(request, stamp)}
    answer = connection.post_json("/api/v2/sign/pdf", body)
    return signed_file(answer, request, (secret, *account.secrets))


def ask_totp(connection: Connection, account: Account, files: int) -> None:
    """POST /api/v2/sign/get/totp: the code for so many files goes to the person by mail or app."""
    answer = connection.post_json("/api/v2/sign/get/totp", {**account.fields, "data": files})
    if answer.status != 200 or not parsed(answer).get("success"):
        raise failure(answer, account.secrets)


def document(request: SigningRequest, stamp: Stamp | None) -> dict[str, Any]:
    """``file`` and ``signatureProperties``, which seals share; a key without a value is left out."""
    properties: dict[str, Any] = {"tampilan": "VISIBLE" if stamp else "INVISIBLE"}
    properties |= {name: text for name, text in (("reason", request.reason), ("location", request.location)) if text}
    if stamp:
        properties |= stamp.for_v2()
    return {"file": [base64.b64encode(request.pdf).decode()], "signatureProperties": [properties]}


def signed_file(answer: Answer, request: SigningRequest, secrets: tuple[str, ...]) -> bytes:
    """The file that continues the input; there is no second chance to fetch it."""
    if answer.status != 200:
        raise failure(answer, secrets)
    data: Mapping[str, Any] = parsed(answer) if answer.whole else {}
    files = data.get("file")
    if not isinstance(files, list):
        raise failure(answer, secrets)
    pdfs = [pdf for text in files if usable(pdf := decoded(text))]
    ours = [pdf for pdf in pdfs if pdf.startswith(request.pdf)] or pdfs
    if len(ours) != 1:
        raise unknown()
    return ours[0]
