"""From an error to the fate of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from signing.errors import SigningError, Unavailable
from signing.ports import Outcome, OutcomeStatus, SigningRequest
from signing.remote.errors import ProviderError

Progress = Callable[[Outcome], None]


@dataclass
class Told:
    """The outcomes of a batch. Each is told to *progress* with its file, and then kept without it."""

    progress: Progress | None
    outcomes: list[Outcome] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        if self.progress:
            self.progress(outcome)
            outcome = replace(outcome, pdf=None)
        self.outcomes.append(outcome)


def failed(request: SigningRequest, error: SigningError) -> Outcome:
    """The outcome of a document that was not signed; a provider's error knows its own."""
    if isinstance(error, ProviderError):
        return error.outcome(request)
    status = OutcomeStatus.RETRYABLE if isinstance(error, Unavailable) else OutcomeStatus.REFUSED
    return Outcome(request.reference, status, provider_code=error.code, provider_text=error.text)


def all_failed(requests: Iterable[SigningRequest], error: SigningError, progress: Progress | None) -> list[Outcome]:
    """The same fate for every document, told as each one's."""
    told = Told(progress)
    for request in requests:
        told.add(failed(request, error))
    return told.outcomes
