"""Run a batch: every document has its own fate, and an authority that is down is asked once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field

from signing.engine.border import translated
from signing.engine.cms import CmsSigner
from signing.engine.session import Session, open_session
from signing.errors import SigningError, TimestampUnavailable
from signing.outcomes import Progress, Told, failed
from signing.ports import Outcome, OutcomeStatus, SigningRequest
from signing.timestamps import Timestamper, none_left
from signing.trust import TrustStore


@dataclass
class Batch:
    """*signer* at *level* over many documents. Authorities that failed are not asked again."""

    signer: CmsSigner
    level: str
    timestamper: Timestamper
    trust: TrustStore
    session: Session | None = None
    urls: list[str] = field(default_factory=list)
    problems: list[TimestampUnavailable] = field(default_factory=list)
    broken: SigningError | None = None

    def run(self, requests: Iterable[SigningRequest], progress: Progress | None) -> list[Outcome]:
        """One outcome per request, in order; nothing is raised for a document."""
        self.urls = list(self.timestamper.urls) or [""]
        told = Told(progress)
        with asyncio.Runner() as runner:
            try:
                loop = runner.get_loop()
                for request in requests:  # run() would set the interrupt's handler anew for each
                    told.add(loop.run_until_complete(self._one(request)))  # here the caller may use a database
            finally:
                runner.run(self._close())
        return told.outcomes

    async def _one(self, request: SigningRequest) -> Outcome:
        try:
            pdf = await self._sign(request)
        except Exception as error:
            return failed(request, translated(error))
        return Outcome(request.reference, OutcomeStatus.SIGNED, pdf, self.level)

    async def _sign(self, request: SigningRequest) -> bytes:
        """Try with each authority that still answers; a document is signed with one of them or not at all."""
        while self.urls:
            try:
                session = await self._opened(self.urls[0])
                return await session.sign(request)
            except TimestampUnavailable as error:
                self.problems.append(error.bare())
                self.urls.pop(0)
                await self._close()
        raise none_left(self.problems)

    async def _opened(self, url: str) -> Session:
        """The session; a certificate that may not sign is found out once, not once per document."""
        if self.broken is not None:
            raise self.broken
        if self.session is None:
            try:
                self.session = await open_session(self.signer, self.level, self.timestamper, url, self.trust)
            except TimestampUnavailable:
                raise
            except Exception as error:
                self.broken = translated(error)
                raise self.broken from error
        return self.session

    async def _close(self) -> None:
        if self.session is not None:
            await self.session.close()
            self.session = None
