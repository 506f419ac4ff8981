"""What became of one call, and how far it reaches."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import ClassVar, Self

from signing.errors import SigningError
from signing.ports import Outcome, OutcomeStatus, SigningRequest


class Scope(Enum):
    """Whom a refusal concerns: after anything but DOCUMENT the rest of the batch is not asked."""

    DOCUMENT = "document"
    PERSON = "person"
    PROVIDER = "provider"


class ProviderError(SigningError):
    """One call without a usable signature. ``code`` is the provider's own when it gave one, else ours.

    A provider's subclass has the ``sentences`` of our codes, ``ditolak_penyedia`` for all others among them.
    """

    sentences: ClassVar[Mapping[str, str]]

    def __init__(
        self,
        status: OutcomeStatus,
        code: str,
        text: str | None = None,
        scope: Scope = Scope.DOCUMENT,
        reference: str | None = None,
    ) -> None:
        super().__init__(code, text or self.sentences.get(code) or self.sentences["ditolak_penyedia"])
        self.status = status
        self.scope = scope
        self.reference = reference

    @classmethod
    def refused(cls, code: str, text: str | None = None, scope: Scope = Scope.DOCUMENT) -> Self:
        return cls(OutcomeStatus.REFUSED, code, text, scope)

    @classmethod
    def retryable(cls, code: str, text: str | None = None, scope: Scope = Scope.DOCUMENT) -> Self:
        return cls(OutcomeStatus.RETRYABLE, code, text, scope)

    @classmethod
    def unknown(cls, detail: str = "", *, reference: str | None = None) -> Self:
        """The document may have been signed. *detail* helps whoever asks the provider about it.

        *reference* is what the provider knows the result by, where it can be asked for it again.
        """
        text = cls.sentences["hasil_tidak_diketahui"] + (f" ({detail})" if detail else "")
        return cls(OutcomeStatus.UNKNOWN, "hasil_tidak_diketahui", text, reference=reference)

    @classmethod
    def no_answer(cls) -> Self:
        """For questions that sign nothing."""
        return cls.retryable("penyedia_tidak_menjawab")

    def bare(self) -> Self:
        """The same, without the frames and causes it came through."""
        return type(self)(self.status, self.code, self.text, self.scope, self.reference)

    def outcome(self, request: SigningRequest) -> Outcome:
        return Outcome(
            request.reference,
            self.status,
            provider_code=self.code,
            provider_text=self.text,
            provider_reference=self.reference,
        )
