"""From an error to the fate of a document."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from signing.errors import SigningError, Unavailable
from signing.ports import Outcome, OutcomeStatus, SigningRequest
from signing.remote.errors import ProviderError


def failed(request: SigningRequest, error: SigningError) -> Outcome:
    """The outcome of a document that was not signed; a provider's error knows its own."""
    if isinstance(error, ProviderError):
        return error.outcome(request)
    status = OutcomeStatus.RETRYABLE if isinstance(error, Unavailable) else OutcomeStatus.REFUSED
    return Outcome(request.reference, status, provider_code=error.code, provider_text=error.text)


def all_failed(
    requests: Sequence[SigningRequest], error: SigningError, progress: Callable[[Outcome], None] | None
) -> list[Outcome]:
    """The same fate for every document, told as each one's."""
    outcomes = [failed(request, error) for request in requests]
    for outcome in outcomes if progress else ():
        progress(outcome)  # type: ignore[misc]  # the condition above is the guard
    return outcomes
