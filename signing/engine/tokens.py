"""pyHanko's view of our timestamper: one authority at a time, tokens from nowhere else."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import asyncio

from asn1crypto import cms
from pyhanko.sign.timestamps import TimeStamper

from signing.settled import SettledContainer
from signing.timestamps import Timestamper


class TokenSource(TimeStamper):
    """Asks one authority of *timestamper*.

    The authority stays the same for a document, so that the certificates whose status goes into the
    DSS are those of the tokens in the file.
    """

    def __init__(self, timestamper: Timestamper, url: str) -> None:
        super().__init__()
        self._timestamper = timestamper
        self._url = url

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """Raises :class:`~signing.errors.TimestampUnavailable`; the request runs beside the event loop."""
        der = await asyncio.to_thread(self._timestamper.token_from, self._url, message_digest, md_algorithm)
        return SettledContainer.settle(der)
