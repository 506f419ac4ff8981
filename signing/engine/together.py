"""Many documents, one call: for providers that make the signature values of a whole list at once.

Every document is taken as far as the value it needs, then all values are asked for, then each document is finished.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from cryptography import x509

from signing.engine.batch import Batch
from signing.engine.border import translated
from signing.engine.cms import CmsSigner
from signing.errors import SigningError, TimestampUnavailable
from signing.outcomes import Progress, Told, failed
from signing.ports import Outcome, OutcomeStatus, SigningRequest

Ask = Callable[[list[bytes]], Sequence[bytes | SigningError]]
"""(what is to be signed, one per document) -> its value or why there is none, in the same order; raises nothing."""
_BYTES = 100_000_000


class WaitingSigner(CmsSigner):
    """Its values come later: whoever needs one waits until it is given."""

    def __init__(self, certificate: x509.Certificate, chain: Sequence[x509.Certificate]) -> None:
        super().__init__(_never, certificate, chain)
        self.waiting: dict[asyncio.Task[bytes], tuple[bytes, asyncio.Future[bytes]]] = {}
        self.reached = asyncio.Event()

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        task = asyncio.current_task()
        if dry_run or task is None:
            return bytes(self._size)
        value: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self.waiting[task] = (data, value)
        self.reached.set()
        return await value


@dataclass(kw_only=True)
class Together(Batch):
    """*most* documents per call of *ask*, fewer when they are big."""

    signer: WaitingSigner
    ask: Ask
    most: int
    silent: TimestampUnavailable | None = field(default=None, init=False)

    def run(self, requests: Iterable[SigningRequest], progress: Progress | None) -> list[Outcome]:
        """One outcome per request, in order; nothing is raised for a document."""
        self.urls = list(self.timestamper.urls) or [""]
        told = Told(progress)
        with asyncio.Runner() as runner:
            try:
                for part in _parts(requests, self.most):
                    for outcome in self._part(runner, part):
                        told.add(outcome)  # outside the loop: the caller may use a database
            finally:
                runner.run(self._close())
        return told.outcomes

    def _part(self, runner: asyncio.Runner, part: list[SigningRequest]) -> Iterator[Outcome]:
        self.silent = None
        tasks = [runner.run(self._begun(request)) for request in part]
        waiting = [self.signer.waiting.pop(task, None) for task in tasks]
        data = [pair[0] for pair in waiting if pair]
        values = iter(self.ask(data) if data else ())  # outside the loop: the call has one of its own
        for request, task, pair in zip(part, tasks, waiting, strict=True):
            if pair:
                self._give(pair[1], next(values))
            yield runner.run(self._ended(request, task))

    async def _begun(self, request: SigningRequest) -> asyncio.Task[bytes]:
        """A document on its way, at the point where it waits for its value; or it has failed."""
        self.signer.reached.clear()
        task = asyncio.create_task(self._sign(request))
        arrival = asyncio.create_task(self.signer.reached.wait())
        await asyncio.wait({task, arrival}, return_when=asyncio.FIRST_COMPLETED)
        arrival.cancel()
        return task

    async def _sign(self, request: SigningRequest) -> bytes:
        """Authorities are tried in order until the values are asked for; afterwards there is no second one."""
        while self.urls:
            try:
                session = await self._opened(self.urls[0])
            except TimestampUnavailable:
                self.urls.pop(0)
                continue
            return await session.sign(request)
        raise TimestampUnavailable("every authority failed in this batch")

    def _give(self, future: asyncio.Future[bytes], value: bytes | SigningError) -> None:
        if isinstance(value, SigningError):
            future.set_exception(value)
        elif self.silent is not None:
            future.set_exception(self.silent)
        else:
            future.set_result(value)

    async def _ended(self, request: SigningRequest, task: asyncio.Task[bytes]) -> Outcome:
        try:
            pdf = await task
        except TimestampUnavailable as error:
            await self._next_authority(error)
            return failed(request, error)
        except Exception as error:
            return failed(request, translated(error))
        return Outcome(request.reference, OutcomeStatus.SIGNED, pdf, self.level)

    async def _next_authority(self, error: TimestampUnavailable) -> None:
        """One that fell silent is not waited for again by the rest of these documents."""
        if self.silent is None and self.urls:
            self.silent = error
            self.urls.pop(0)
            await self._close()


def _parts(requests: Iterable[SigningRequest], most: int) -> Iterator[list[SigningRequest]]:
    part: list[SigningRequest] = []
    size = 0
    for request in requests:
        if part and (len(part) >= most or size + len(request.pdf) > _BYTES):
            yield part
            part, size = [], 0
        part.append(request)
        size += len(request.pdf)
    if part:
        yield part


def _never(data: bytes, digest_algorithm: str) -> bytes:
    raise AssertionError("values are waited for")
