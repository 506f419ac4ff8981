"""The endpoints of v2: JSON both ways, files in base64, no result but in the answer."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding

from signing.devpki.files import load_certificate
from signing.simulator_bsre import placing
from signing.simulator_bsre.desk import BAD_PDF, BadPdf, after, before, note, refusal, sign
from signing.simulator_bsre.faults import Fault
from signing.simulator_bsre.maker import Order
from signing.simulator_bsre.office import Office
from signing.simulator_bsre.people import State
from signing.simulator_bsre.placing import Spot, TagMissing
from signing.simulator_bsre.wire import Call, Reply, answer, error

_CODES = {State.ISSUE: 1111, State.NOT_REGISTERED: 2011, State.NO_CERTIFICATE: 2021}
WRONG_CODE = error("TOTP salah atau sudah kedaluwarsa", 400)


def sign_pdf(office: Office, call: Call) -> Reply:
    """POST /api/v2/sign/pdf"""
    identifier = call.text("nik") or call.text("email")
    user, fault = office.people.find(identifier), call.fault(identifier)
    secret = call.text("passphrase") or call.text("totp")
    reply = refusal(office, user, call.text("passphrase") if "passphrase" in call.fields else None)
    if reply or user is None:
        return _refused(office, call, reply or error("Proses signing gagal", 400), fault)
    if reply := before(fault, identifier, secret):
        return _refused(office, call, reply, fault)
    count = len(call.fields.get("file") or ())
    if "passphrase" not in call.fields and not office.spend(identifier, call.text("totp"), count):
        return _refused(office, call, WRONG_CODE, fault)
    return signed_files(office, call, user.who, fault)


def signed_files(office: Office, call: Call, who: str, fault: Fault | None) -> Reply:
    """All of ``file[]`` or none; used for persons and seals alike."""
    try:
        orders = _orders(call)
        made = sign(office, orders, who, fault)
    except BadPdf:
        return _refused(office, call, error(BAD_PDF, 400), fault)
    except TagMissing:
        return _refused(office, call, error("Proses signing gagal : tag koordinat tidak ditemukan", 400), fault)
    note(office, call, [order.pdf for order in orders], len(made), fault)
    return after(office, fault, answer(_result(office, made, fault)))


def get_totp(office: Office, call: Call) -> Reply:
    """POST /api/v2/sign/get/totp: the code goes out by mail, never in the answer."""
    identifier = call.text("nik") or call.text("email")
    if reply := refusal(office, office.people.find(identifier), None):
        return reply
    code = office.new_code(identifier, int(call.number("data", 1)), office.settings.totp_seconds)
    office.mail.append((identifier, code.text))
    note(office, call, [], 0, None)
    return answer({"success": True, "message": "TOTP telah dikirim ke email"})


def check_status(office: Office, call: Call) -> Reply:
    """POST /api/v2/user/check/status: always HTTP 200."""
    identifier = call.text("nik") or call.text("email")
    user = office.people.find(identifier)
    unknown = State.NO_CERTIFICATE if identifier.isdigit() and len(identifier) == 16 else State.NOT_REGISTERED
    state = user.state if user else unknown
    note(office, call, [], 0, None)
    reply = answer({"status_code": _CODES.get(state, 1111), "status": state.value, "message": f"Status {state}"})
    return Reply(200, reply.body, delay=0.46 * office.settings.latency)


def chain(office: Office, call: Call) -> Reply:
    """GET /api/v2/user/certificate/chain/{id}"""
    user = office.people.find(call.path.rpartition("/")[2])
    if user is None or user.state is not State.ISSUE:
        return Reply(400, b"id tidak ditemukan")
    directory = office.keys.directory
    files = [directory / "signers" / f"{user.who}.pem", directory / "ca" / "issuing.pem", directory / "ca" / "root.pem"]
    ders = [load_certificate(file).public_bytes(Encoding.DER) for file in files]
    return answer({"success": True, "data": [base64.b64encode(der).decode() for der in ders]})


def _refused(office: Office, call: Call, reply: Reply, fault: Fault | None) -> Reply:
    pdfs = [_file(text) for text in call.fields.get("file") or ()]
    note(office, call, pdfs, 0, fault, reply.status)
    return reply


def _file(text: Any) -> bytes:
    try:
        return base64.b64decode(str(text), validate=True)
    except (ValueError, binascii.Error):
        return b""


def _orders(call: Call) -> list[Order]:
    """One entry of ``signatureProperties`` for all files, or one for each."""
    pdfs = [_file(text) for text in call.fields.get("file") or ()]
    entries = list(call.fields.get("signatureProperties") or ())
    if len(entries) == 1:
        entries *= len(pdfs)
    if not pdfs or len(entries) != len(pdfs):
        raise BadPdf
    return [_order(pdf, Call("", "", entry)) for pdf, entry in zip(pdfs, entries, strict=True)]


def _order(pdf: bytes, entry: Call) -> Order:
    if entry.text("tampilan").upper() not in {"VISIBLE", "INVISIBLE"}:
        raise BadPdf
    spot = _spot(pdf, entry) if entry.text("tampilan").upper() == "VISIBLE" else None
    picture = _file(entry.text("imageBase64")) or None
    return Order(pdf, "bcs_ecs", entry.text("reason") or None, entry.text("location") or None, spot, picture)


def _spot(pdf: bytes, entry: Call) -> Spot:
    try:
        width, height = entry.number("width", 80), entry.number("height", 80)
        if entry.text("tag_koordinat"):
            return placing.tag(pdf, entry.text("tag_koordinat"), width, height)
        x, y = entry.number("originX"), entry.number("originY")
        return placing.v2(pdf, int(entry.number("page", 1)), x, y, width, height)
    except (ValueError, IndexError) as problem:
        raise BadPdf from problem


def _result(office: Office, made: list[bytes], fault: Fault | None) -> dict[str, Any]:
    files = [base64.b64encode(pdf).decode() for pdf in made]
    changes: dict[Fault, Callable[[list[str]], list[str]]] = {
        Fault.OTHER_ORDER: lambda all_: all_[::-1],
        Fault.ONE_SHORT: lambda all_: all_[:-1],
        Fault.BROKEN_BASE64: lambda all_: [text[: len(text) // 2 + 1] for text in all_],
    }
    if fault in changes:
        files = changes[fault](files)
    time = datetime.now(UTC).isoformat() if office.settings.iso_time else 862
    return {"time": time, "file": files}
