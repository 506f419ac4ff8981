"""HTTP around it: Basic authentication and routes."""

from __future__ import annotations

import base64
import secrets
import ssl
from collections.abc import Callable
from datetime import UTC, datetime

from signing.simulator_bsre import checks, desk, registry, seal, v1, v2
from signing.simulator_bsre.office import Office
from signing.simulator_bsre.wire import Call, Reply, answer, error
from signing.simulator_http import Call as PlainCall
from signing.simulator_http import Server

Endpoint = Callable[[Office, Call], Reply]

POST: dict[str, Endpoint] = {
    "/api/sign/pdf": v1.sign_pdf,
    "/api/sign/verify": checks.verify_v1,
    "/api/v2/sign/pdf": v2.sign_pdf,
    "/api/v2/sign/get/totp": v2.get_totp,
    "/api/v2/user/check/status": v2.check_status,
    "/api/v2/user/check-status/": v2.check_status,
    "/api/v2/verify/pdf": checks.verify_v2,
    "/api/v2/seal/get/activation": seal.activation,
    "/api/v2/seal/revoke/activation": seal.revoke,
    "/api/v2/seal/get/totp": seal.get_totp,
    "/api/v2/seal/pdf": seal.seal_pdf,
    "/api/user/registrasi": registry.register_v1,
    "/api/v2/user/registration": registry.register_v2,
    "/api/v2/user/register": registry.register_v2,
    "/api/v2/seal/enrollment": registry.enrol_seal,
    **dict.fromkeys(registry.NAMES_ONLY, registry.only_named),
}
BELOW: dict[str, Endpoint] = {"/api/user/passphrase/forget/": registry.forget}
"""POST to an address that ends in a name."""
GET: dict[str, Endpoint] = {
    "/api/sign/download/": v1.download,
    "/api/user/status/": v1.status,
    "/api/user/profile/": v1.profile,
    "/api/v2/user/certificate/chain/": v2.chain,
    "/api/user/certificate/chain/": v2.chain,
    "/api/entity/cert/expired": registry.expired,
    "/api/entity/report": registry.report,
    "/api/v2/seal/permohonan/": registry.application,
    "/api/v2/seal/": seal.state,
    "/simulator/ledger": lambda office, call: answer(office.ledger.to_list()),
    "/simulator/mail": lambda office, call: answer(office.mail),
}


class Simulator(Server):
    """The server of *office*."""

    def __init__(self, office: Office, port: int = 0, *, tls: ssl.SSLContext | None = None) -> None:
        super().__init__(port, tls=tls)
        self.office = office

    def reply(self, call: PlainCall) -> Reply:
        self.office.ledger.addresses.append(call.address)
        if not _known(call, self.office):
            return _unauthorized(call)
        endpoint = _endpoint(call.method, call.path)
        if endpoint is None:
            return error("Not Found", 404, 404)
        return _called(endpoint, self.office, Call(call.method, call.path, call.fields, call.fault_name))


def _called(endpoint: Endpoint, office: Office, call: Call) -> Reply:
    try:
        return endpoint(office, call)
    except desk.BadPdf:
        return error(desk.BAD_PDF, 400)


def _endpoint(method: str, path: str) -> Endpoint | None:
    if method == "POST" and path in POST:
        return POST[path]
    below = BELOW if method == "POST" else GET
    return next((endpoint for start, endpoint in below.items() if path.startswith(start)), None)


def _known(call: PlainCall, office: Office) -> bool:
    settings = office.settings
    expected = "Basic " + base64.b64encode(f"{settings.user}:{settings.password}".encode()).decode()
    return secrets.compare_digest(call.authorization, expected)


def _unauthorized(call: PlainCall) -> Reply:
    body = {"timestamp": datetime.now(UTC).isoformat(), "status": 401, "error": "Unauthorized", "path": call.path}
    return answer(body, 401)
