"""E-sign v1: one PDF per call in multipart, and a second chance to fetch the result by its id."""

from __future__ import annotations

import re
import time

from signing.bsre.accounts import Account
from signing.bsre.answers import failure
from signing.bsre.connection import Connection
from signing.bsre.errors import BsreError, refused, unknown
from signing.bsre.results import decoded, usable
from signing.bsre.stamp import Stamp
from signing.ports import SigningRequest
from signing.remote.answers import parsed
from signing.remote.connection import Answer, NoAnswer, NotSent

_ID = re.compile(r"[A-Za-z0-9_.-]{1,100}")
_PAUSES = (0.0, 1.5, 3.0)
"""Seconds before each attempt to read a result; only reads are ever repeated."""


def sign(connection: Connection, account: Account, request: SigningRequest, secret: str, stamp: Stamp | None) -> bytes:
    """POST /api/sign/pdf. Raises :class:`~signing.bsre.errors.BsreError`, NotSent, NoAnswer."""
    if not account.nik:
        raise refused("akun_tidak_ada")
    fields = {"nik": account.nik, "passphrase": secret, "tampilan": "visible" if stamp else "invisible"}
    fields |= {name: text for name, text in (("reason", request.reason), ("location", request.location)) if text}
    files = {"file": ("application/pdf", request.pdf)}
    if stamp:
        fields |= stamp.for_v1(corners=connection.profile.corners)
        files["imageTTD"] = ("image/png", stamp.picture)
    answer = connection.post_form("/api/sign/pdf", fields, files)
    return _signed(connection, answer, (secret, *account.secrets))


def fetch(connection: Connection, document_id: str) -> bytes | None:
    """GET /api/sign/download/{id}: gives a result once, so a broken download loses it; None when it is not there."""
    if not _ID.fullmatch(document_id):
        return None
    for pause in _PAUSES:
        time.sleep(pause)
        try:
            answer = connection.get(f"/api/sign/download/{document_id}")
        except (NotSent, NoAnswer):
            continue
        if answer.status == 200 and answer.whole and usable(answer.body):
            return answer.body
        if answer.status not in {429, 503}:
            return None
    return None


def _signed(connection: Connection, answer: Answer, secrets: tuple[str, ...]) -> bytes:
    if answer.status != 200:
        raise failure(answer, secrets)
    data = parsed(answer) if answer.whole else {}
    pdf = decoded(data.get("base64_signed_file")) or answer.body
    if answer.whole and usable(pdf):
        return pdf
    if "error" in data:
        raise failure(answer, secrets)
    document_id = _document_id(answer, data)
    if document_id and (fetched := fetch(connection, document_id)):
        return fetched
    raise lost(document_id)


def lost(document_id: str) -> BsreError:
    """The result may lie on the server, under this id if there is one."""
    return unknown(f"id dokumen {document_id}" if document_id else "", reference=document_id or None)


def _document_id(answer: Answer, data: dict[str, object]) -> str:
    headers = {name.lower().replace("-", "_"): value for name, value in answer.headers.items()}
    found = headers.get("id_dokumen") or str(data.get("id_dokumen") or "")
    return found if _ID.fullmatch(found) else ""
