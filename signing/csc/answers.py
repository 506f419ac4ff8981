"""What a refusal means. CSC gives ``error`` and ``error_description`` with HTTP 400; in the field anything comes."""

from __future__ import annotations

from collections.abc import Iterable

from signing.csc.errors import CscError, Scope
from signing.remote.answers import clean, parsed
from signing.remote.connection import Answer

_PERSON = {
    "invalid_pin": "passphrase_salah",
    "invalid_otp": "kode_salah",
    "invalid_authentication_data": "passphrase_salah",
}
_APPLICATION = {"invalid_token", "invalid_client", "unauthorized_client", "invalid_grant", "access_denied"}
_APPLICATION |= {"unsupported_grant_type", "invalid_scope"}  # RFC 6749 §5.2: how we ask for a token is not provided for
_NO_REFUSAL = "server_error"
"""RFC 6749 §4.1.2.1: the server's own failure, whatever the HTTP status beside it."""
_BY_PHRASE = (
    ("locked", "kredensial_terkunci", Scope.PERSON),
    ("is disabled", "kredensial_tidak_aktif", Scope.PERSON),
    ("certificate is expired", "kredensial_tidak_aktif", Scope.PERSON),
    ("not authorized by the sad", "izin_untuk_naskah_lain", Scope.DOCUMENT),
)


def failure(answer: Answer, secrets: Iterable[str], *, signing: bool = False) -> CscError:
    """The error of an answer that is not what was asked for.

    Only ``signHash`` (*signing*) makes anything, and there all but a clear refusal may have been carried out.
    """
    data, status = parsed(answer), answer.status
    code = str(data.get("error") or data.get("errorCode") or "")
    text = clean(str(data.get("error_description") or data.get("errorDescription") or ""), secrets)
    if 400 <= status < 500 and answer.whole and code != _NO_REFUSAL:
        return _refusal(status, clean(code, secrets)[:60], text)
    if 300 <= status < 400:
        return CscError.retryable("alamat_penyedia", scope=Scope.PROVIDER)
    if status == 503:
        return CscError.retryable("penyedia_sibuk")
    return CscError.unknown(f"HTTP {status}" + (f": {text}" if text else "")) if signing else CscError.no_answer()


def not_agreed(answer: Answer) -> CscError:
    """The same where the person is asked on a device of theirs: there it is they who deny."""
    if parsed(answer).get("error") == "access_denied":
        return CscError.refused("izin_ditolak", scope=Scope.PERSON)
    return failure(answer, ())


def _refusal(status: int, code: str, text: str) -> CscError:
    if code in _PERSON:
        return CscError.refused(_PERSON[code], scope=Scope.PERSON)
    if status in {401, 403} or code in _APPLICATION:
        return CscError.retryable("kredensial_penyedia", scope=Scope.PROVIDER)
    if status in {404, 405}:
        return CscError.retryable("alamat_penyedia", scope=Scope.PROVIDER)
    if status in {408, 429} or code == "temporarily_unavailable":
        return CscError.retryable("penyedia_sibuk")
    lowered = text.lower()
    if "sad" in lowered.split() and "expired" in lowered:
        return CscError.retryable("izin_kedaluwarsa")
    for phrase, ours, scope in _BY_PHRASE:
        if phrase in lowered:
            return CscError.refused(ours, scope=scope)
    return CscError.refused(code or f"http_{status}", text or None)
