"""Routes, and who may ask: the service's own methods and the OAuth 2.0 token endpoint beside them."""

from __future__ import annotations

import base64
import secrets
import ssl
from collections.abc import Callable

from signing.simulator_csc import leave, listing, values
from signing.simulator_csc.errors import error
from signing.simulator_csc.office import Office
from signing.simulator_http import Call, Reply, Server, answer

Method = Callable[[Office, Call, int], Reply]
"""(office, call, version of the API) -> reply"""

METHODS: dict[str, Method] = {
    "credentials/list": listing.credentials_list,
    "credentials/info": listing.credentials_info,
    "credentials/sendOTP": leave.send_otp,
    "credentials/getChallenge": leave.get_challenge,
    "credentials/authorize": leave.authorize,
    "credentials/authorizeCheck": leave.authorize_check,
    "signatures/signHash": values.sign_hash,
}
_ONLY = {"credentials/sendOTP": 1, "credentials/getChallenge": 2, "credentials/authorizeCheck": 2}


class Simulator(Server):
    """The server of *office*."""

    def __init__(self, office: Office, port: int = 0, *, tls: ssl.SSLContext | None = None) -> None:
        super().__init__(port, tls=tls)
        self.office = office

    def reply(self, call: Call) -> Reply:
        if call.path == "/simulator/ledger":
            return answer(self.office.ledger())
        if call.path == "/simulator/mail":
            return answer(self.office.mail)
        version, method = _split(call.path)
        if method == "oauth2/token":
            return self._token(call)
        if call.method != "POST" or version == 0:
            return answer({"error": "not_found"}, 404)
        if method == "info":
            return listing.info(self.office, call, version, f"{self.url}/csc/v{version}")
        if method == "auth/login":
            return self._login(call)
        if method not in METHODS or _ONLY.get(method, version) != version:
            return answer({"error": "not_found"}, 404)
        if call.authorization.removeprefix("Bearer ") not in self.office.tokens:
            return error("invalid_token", "The access or refresh token is expired or has been revoked", 401)
        return METHODS[method](self.office, call, version)

    def _token(self, call: Call) -> Reply:
        settings = self.office.settings
        known = secrets.compare_digest(call.text("client_secret"), settings.password)
        if settings.pages_only or not settings.oauth2 or call.text("grant_type") != "client_credentials":
            return error("unsupported_grant_type", "The grant type is not supported")
        if call.text("client_id") != settings.user or not known:
            return error("invalid_client", "Client authentication failed", 401)
        return answer({"access_token": self.office.new_token(), "token_type": "Bearer", "expires_in": 3600})

    def _login(self, call: Call) -> Reply:
        settings = self.office.settings
        expected = "Basic " + base64.b64encode(f"{settings.user}:{settings.password}".encode()).decode()
        if settings.oauth2 or not secrets.compare_digest(call.authorization, expected):
            return error("authentication_error", "An error occurred during authentication process", 401)
        return answer({"access_token": self.office.new_token(), "expires_in": 3600})


def _split(path: str) -> tuple[int, str]:
    """``/csc/v1/info`` -> (1, "info"); version 0 for anything else."""
    for version in (1, 2):
        start = f"/csc/v{version}/"
        if path.startswith(start):
            return version, path.removeprefix(start)
    return 0, ""
