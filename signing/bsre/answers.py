"""Reading refusals: the code may be a field, the end of a sentence, or nothing but the HTTP status."""

from __future__ import annotations

import re
from collections.abc import Iterable

from signing.bsre.errors import BsreError, Scope, refused, retryable, unknown
from signing.remote.answers import clean, parsed
from signing.remote.connection import Answer

_TRAILING = re.compile(r"(?<!\d)(\d{4})\W*$")
_PERSON = {"2011", "2021", "2031", "1110"}
_FAILED = "proses signing gagal"


def told(answer: Answer, secrets: Iterable[str]) -> tuple[str, str]:
    """The provider's code and its own words, which are shown to people as they are but for secrets in them.

    The code is ``status_code`` unless that only repeats the HTTP status, then four digits at the end of the text.
    """
    data = parsed(answer)
    text = str(data.get("error") or data.get("message") or "")
    code = str(data.get("status_code") or "")
    if code in {"", str(answer.status)} and (found := _TRAILING.search(text)):
        code = found[1]
    return (code if code.isdigit() and len(code) == 4 else ""), clean(text, secrets)


def failure(answer: Answer, secrets: Iterable[str]) -> BsreError:
    """What an answer without a signed file means.

    Signed nothing: a refusal that says so, and what never got as far as the engine. Anything else may have signed.
    """
    code, text = told(answer, secrets)
    status = answer.status
    if code in _PERSON:
        return refused(code, text, Scope.PERSON)
    if status in {401, 403}:
        return retryable("kredensial_penyedia", scope=Scope.PROVIDER)
    if status in {404, 405}:
        return retryable("alamat_penyedia", scope=Scope.PROVIDER)
    if status in {408, 429, 503}:
        return retryable("penyedia_sibuk")
    if 300 <= status < 400:
        return retryable("alamat_penyedia", scope=Scope.PROVIDER)
    if 400 <= status < 500:
        scope = Scope.PERSON if "totp" in text.lower() else Scope.DOCUMENT
        return refused(code or f"http_{status}", text or None, scope)
    if text.lower().startswith(_FAILED):
        return refused(code or f"http_{status}", text)
    return unknown(f"HTTP {status}" + (f": {text}" if text else ""))
