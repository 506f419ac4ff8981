"""Leave to use a key: one-time codes, ``credentials/authorize``, and waiting for the person's device."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from signing.simulator_csc.errors import error, invalid
from signing.simulator_csc.faults import Fault
from signing.simulator_csc.office import Entry, Office
from signing.simulator_http import HTML, Call, Reply, answer

_WRONG = {
    (1, "PIN"): ("invalid_pin", "The PIN is invalid"),
    (1, "OTP"): ("invalid_otp", "The OTP is invalid"),
}
_EITHER = ("invalid_authentication_data", "The authentication data is invalid")


def send_otp(office: Office, call: Call, version: int) -> Reply:
    return _sent(office, call)


def get_challenge(office: Office, call: Call, version: int) -> Reply:
    if call.text("authObjectID") not in office.settings.ways:
        return invalid("Invalid parameter authObjectID")
    return _sent(office, call)


def _sent(office: Office, call: Call) -> Reply:
    if office.credential(call.text("credentialID")) is None:
        return invalid("Invalid parameter credentialID")
    office.new_code(call.text("credentialID"))
    return Reply(204)


def authorize(office: Office, call: Call, version: int) -> Reply:
    name = call.text("credentialID")
    found = office.credential(name)
    if found is None:
        return invalid("Invalid parameter credentialID")
    fault = found[1]
    reply = _refusal(office, call, version, name, fault) or _granted(office, call, version, name, fault)
    office.write(Entry(call.path, fault=fault.value if fault else None, status=reply.status))
    return reply


def authorize_check(office: Office, call: Call, version: int) -> Reply:
    """The person has answered by the time this is asked."""
    handle = call.text("handle")
    if handle not in office.pending:
        return invalid("Invalid parameter handle")
    sad = office.pending.pop(handle)
    return answer({"SAD": sad}) if sad else error("access_denied", "The user denied the request")


def hashes_of(call: Call, version: int) -> list[str] | None:
    """None when the list is missing or no list of texts."""
    found = call.fields.get("hash" if version == 1 else "hashes")
    return found if isinstance(found, list) and all(isinstance(one, str) for one in found) else None


def _refusal(office: Office, call: Call, version: int, name: str, fault: Fault | None) -> Reply | None:
    count, hashes = call.fields.get("numSignatures"), hashes_of(call, version)
    if not isinstance(count, int):
        return invalid("Missing (or invalid type) integer parameter numSignatures")
    if count > office.settings.multisign:
        return invalid("Numbers of signatures is too high")
    if office.settings.pages:
        return error("access_denied", "The authorization mode of the credential is oauth2code", 403)
    if office.settings.scal == "2" and (not hashes or len(hashes) != count):
        return invalid("Missing (or invalid type) array parameter hash")
    if fault is Fault.LOCKED or office.wrong.get(name, 0) >= office.settings.tries:
        return invalid("Credential locked")
    if fault is Fault.ECHO:
        return invalid(f"Unexpected value {_shown(call, version)} for {name}")
    return _wrong(office, call, version, name)


def _wrong(office: Office, call: Call, version: int, name: str) -> Reply | None:
    shown = _shown(call, version)
    right = {"PIN": office.settings.pin, "OTP": office.codes.get(name, "")}
    for way in office.settings.ways:
        if way == "DEVICE" and way in shown:
            continue
        if not right.get(way) or not secrets.compare_digest(str(shown.get(way, "")), right[way]):
            with office.lock:
                office.wrong[name] = office.wrong.get(name, 0) + (way == "PIN")
            return error(*_WRONG.get((version, way), _EITHER))
    office.codes.pop(name, None)  # a code is good once
    return None


def _shown(call: Call, version: int) -> Mapping[str, Any]:
    if version == 1:
        return {way: call.fields[way] for way in ("PIN", "OTP") if way in call.fields}
    data = call.fields.get("authData")
    return {str(one.get("id")): one.get("value", "") for one in data} if isinstance(data, list) else {}


def _granted(office: Office, call: Call, version: int, name: str, fault: Fault | None) -> Reply:
    if fault is Fault.AUTHORIZE_504:
        return Reply(504, b"<html>Gateway Time-out</html>", HTML)
    hashes = hashes_of(call, version) if office.settings.scal == "2" else None
    if fault is Fault.SAD_OTHER:
        hashes = ["AAAA"]
    sad = office.new_leave(name, hashes, int(call.fields["numSignatures"]))
    if fault is Fault.SAD_EXPIRED:
        office.leaves[sad].until = 0
    if "DEVICE" not in office.settings.ways:
        return answer({"SAD": sad, "expiresIn": int(office.settings.sad_seconds)})
    handle = secrets.token_urlsafe(12)
    office.pending[handle] = None if fault is Fault.DECLINED else sad
    return answer({"handle": handle}, 202)
