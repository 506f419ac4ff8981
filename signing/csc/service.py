"""The calls about one key, in the words of either version: which keys, what they are, leave to use one, its use."""

from __future__ import annotations

import base64
import time
from collections.abc import Mapping, Sequence
from typing import Any

from signing.csc.access import enter
from signing.csc.answers import failure, not_agreed
from signing.csc.connection import Connection
from signing.csc.credential import Credential, Factor, read
from signing.csc.errors import CscError, Scope
from signing.remote.answers import parsed
from signing.remote.connection import Answer
from signing.secret import Secret

_HASH_OIDS = {
    "sha256": "2.16.840.1.101.3.4.2.1",
    "sha384": "2.16.840.1.101.3.4.2.2",
    "sha512": "2.16.840.1.101.3.4.2.3",
}
_WAIT = 2.0
"""Seconds between two looks whether the person has agreed on their own device."""


class Service:
    """An entered connection. All methods raise CscError, NotSent, NoAnswer; hashes are raw digests."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.version = enter(connection)

    def credentials(self, user: str) -> list[str]:
        """POST credentials/list: of *user*, or of whom the token belongs to."""
        answer = self._ask("/credentials/list", {"userID": user} if user else {})
        found = parsed(answer).get("credentialIDs")
        if not isinstance(found, list):
            raise CscError.no_answer()
        return [str(name) for name in found]

    def credential(self, name: str) -> Credential:
        """POST credentials/info."""
        wanted = {"credentialID": name, "certificates": "chain", "certInfo": True, "authInfo": True}
        return read(name, parsed(self._ask("/credentials/info", wanted)))

    def send_code(self, credential: Credential, factor: Factor) -> str:
        """Have the provider send a one-time code; a question that has to be answered comes back instead."""
        if self.version == 1:
            self._ask("/credentials/sendOTP", {"credentialID": credential.name})
            return ""
        wanted = {"credentialID": credential.name, "authObjectID": factor.name}
        return str(parsed(self._ask("/credentials/getChallenge", wanted)).get("challenge") or "")

    def authorize(
        self, credential: Credential, hashes: Sequence[bytes], digest: str, shown: Mapping[str, str]
    ) -> Secret:
        """POST credentials/authorize: leave to sign exactly these hashes (SAD). *shown* is what the person typed."""
        wanted: dict[str, Any] = {
            "credentialID": credential.name,
            "numSignatures": len(hashes),
            **self._hashes(hashes, digest, implied=False),
        }
        if self.version == 1:
            wanted = {**wanted, **shown}
            wanted.pop("hashAlgo")  # 1.0.4 has no such parameter here
        elif credential.factors:
            wanted["authData"] = [_object(factor, shown) for factor in credential.factors]
        answer = self._ask("/credentials/authorize", wanted, secrets=tuple(shown.values()), good=(200, 202))
        if answer.status == 202:
            answer = self._agreed(str(parsed(answer).get("handle") or ""))
        sad = parsed(answer).get("SAD")
        if not isinstance(sad, str) or not sad:
            raise CscError.no_answer()
        return Secret(sad)

    def sign(
        self,
        credential: Credential,
        hashes: Sequence[bytes],
        digest: str,
        sad: Secret,
        *,
        algorithm: str,
        implied: bool,
    ) -> list[bytes]:
        """POST signatures/signHash: one value per hash, in order. *implied*: *algorithm* names the digest as well."""
        wanted = {
            "credentialID": credential.name,
            "SAD": sad.reveal(),
            "signAlgo": algorithm,
            **self._hashes(hashes, digest, implied=implied),
        }
        answer = self.connection.post_json("/signatures/signHash", wanted)
        values = parsed(answer).get("signatures") if answer.whole else None
        if answer.status != 200:
            raise failure(answer, (sad.reveal(),), signing=True)
        if not isinstance(values, list) or len(values) != len(hashes):
            raise CscError.unknown(f"HTTP {answer.status}")
        return [_decoded(value) for value in values]

    def _hashes(self, hashes: Sequence[bytes], digest: str, *, implied: bool) -> dict[str, Any]:
        """The list and its algorithm under the names of the version."""
        texts = [base64.b64encode(one).decode() for one in hashes]
        listed, named = ("hash", "hashAlgo") if self.version == 1 else ("hashes", "hashAlgorithmOID")
        return {listed: texts} if implied else {listed: texts, named: _HASH_OIDS[digest]}

    def _agreed(self, handle: str) -> Answer:
        """POST credentials/authorizeCheck until the person has agreed elsewhere (2.0 §11.7)."""
        until = time.monotonic() + self.connection.profile.timeout
        while time.monotonic() < until:
            time.sleep(_WAIT)
            answer = self._ask("/credentials/authorizeCheck", {"handle": handle}, good=(200, 202, 400, 403))
            if answer.status == 200:
                return answer
            if answer.status != 202:
                raise not_agreed(answer)
            handle = str(parsed(answer).get("handle") or handle)
        raise CscError.refused("izin_belum_disetujui", scope=Scope.PERSON)

    def _ask(
        self, path: str, data: Mapping[str, Any], *, secrets: tuple[str, ...] = (), good: tuple[int, ...] = (200, 204)
    ) -> Answer:
        """A question that signs nothing."""
        answer = self.connection.post_json(path, data, timeout=self.connection.profile.read_timeout)
        if answer.status not in good or not answer.whole:
            raise failure(answer, secrets)
        return answer


def _object(factor: Factor, shown: Mapping[str, str]) -> dict[str, str]:
    """An authentication object; empty but for its name when the person answers elsewhere."""
    return {"id": factor.name} if factor.outside else {"id": factor.name, "value": shown[factor.name]}


def _decoded(value: Any) -> bytes:
    """Empty, and so a wrong signature, when it is not base64."""
    try:
        return base64.b64decode(str(value), validate=False)
    except ValueError:
        return b""
