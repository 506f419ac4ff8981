"""The state of a person's certificate at BSrE: only ISSUE can sign."""

from __future__ import annotations

from signing.bsre.accounts import Account
from signing.bsre.answers import failure
from signing.bsre.connection import Connection
from signing.bsre.errors import Scope, refused
from signing.remote.answers import parsed

ACTIVE = "ISSUE"
_WORDS = {
    "EXPIRED": "Masa berlaku sertifikat BSrE sudah habis. Ajukan sertifikat baru.",
    "RENEW": "Pembaruan sertifikat BSrE sedang berjalan. Tunggu sampai selesai.",
    "WAITING_FOR_VERIFICATION": "Pendaftaran BSrE masih menunggu verifikasi.",
    "NEW": "Sertifikat BSrE belum diaktifkan. Aktifkan lewat tautan dari BSrE.",
    "NO_CERTIFICATE": "Orang ini belum memiliki sertifikat BSrE.",
    "NOT_REGISTERED": "Orang ini belum terdaftar di BSrE.",
    "SUSPEND": "Sertifikat BSrE sedang dibekukan. Hubungi verifikator instansi.",
    "REVOKE": "Sertifikat BSrE sudah dicabut. Ajukan sertifikat baru.",
}


def state_of(connection: Connection, account: Account) -> str | None:
    """POST /api/v2/user/check/status: the state's word; None where the server only has v1.

    v1 would take the NIK in the address, where proxies write it down. Raises BsreError, NotSent, NoAnswer.
    """
    answer = connection.post_json("/api/v2/user/check/status", account.fields, timeout=connection.profile.read_timeout)
    if answer.status in {404, 405}:
        return None
    state = parsed(answer).get("status")
    if answer.status != 200 or not isinstance(state, str):
        raise failure(answer, account.secrets)
    return state.strip().upper().replace(" ", "_")


def require_active(connection: Connection, account: Account) -> None:
    """Raises a refusal of the person, before a passphrase or document is sent."""
    state = state_of(connection, account)
    if state not in {None, ACTIVE}:
        word = str(state)[:40]
        raise refused(word, _WORDS.get(word, f"Status sertifikat BSrE: {word}."), Scope.PERSON)
