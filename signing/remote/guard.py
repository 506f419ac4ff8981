"""Every call to a server goes through here: breaker before it, one typed error after it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from signing.ports import OutcomeStatus
from signing.remote.breaker import Breaker
from signing.remote.connection import NoAnswer, NotSent
from signing.remote.errors import ProviderError

T = TypeVar("T")
_log = logging.getLogger(__name__)


def guarded(
    breaker: Breaker, call: Callable[[], T], *, lost: Callable[[], ProviderError], speaks: type[ProviderError]
) -> T:
    """Raises the provider's error only. *lost* makes the error of a request that may have arrived.

    The error is raised anew out here: the frames in which it happened hold the passphrase.
    """
    if not breaker.allows():
        raise speaks.retryable("penyedia_istirahat")
    result = _tried(breaker, call, lost, speaks)
    if isinstance(result, ProviderError):
        raise result
    return result


def _tried(
    breaker: Breaker, call: Callable[[], T], lost: Callable[[], ProviderError], speaks: type[ProviderError]
) -> T | ProviderError:
    """Whatever else goes wrong in a call went wrong after it may have been sent, so it is lost as well."""
    try:
        result = call()
    except ProviderError as error:
        _count(breaker, failed=_troubled(error))
        return error.bare()
    except NotSent as error:
        breaker.failed()
        _log.warning("The signing provider was not reached: %s", error)
        return speaks.no_answer()
    except Exception as error:
        breaker.failed()
        word = error if isinstance(error, NoAnswer) else type(error).__name__
        _log.warning("The signing provider gave no answer: %s", word)
        return lost()
    except BaseException:
        breaker.failed()  # else the one attempt of an open breaker would never end
        raise
    breaker.succeeded()
    return result


def _troubled(error: ProviderError) -> bool:
    """A refusal is a good answer; a server that is busy or lost for words is not."""
    return error.status is OutcomeStatus.UNKNOWN or error.code == "penyedia_sibuk"


def _count(breaker: Breaker, *, failed: bool) -> None:
    if failed:
        breaker.failed()
    else:
        breaker.succeeded()
