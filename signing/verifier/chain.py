"""Certificates: who stands behind a signature, when, and whether that was still in force.

EN 319 102-1 through pyHanko's AdES engine. The evidence in the file comes first, the network only when
asked for. Evidence grows old: an OCSP answer embedded years ago is no longer fresh today, but it was
when the last timestamp was made. So a file that cannot be decided for today is judged for the moment
of its last timestamp, provided that the timestamping authority's certificates are still in force.
"""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pyhanko.sign.ades.report import AdESStatus, AdESSubIndic
from pyhanko.sign.validation.ades import (
    ades_basic_validation,
    ades_lta_validation,
    ades_timestamp_validation,
    ades_with_time_validation,
)
from pyhanko.sign.validation.policy_decl import PdfSignatureValidationSpec

from signing.verifier.policy import Circumstances, specification, timing
from signing.verifier.subject import Subject


@dataclass(frozen=True)
class Standing:
    """The engine's answer in our words. ``indication`` is an ETSI sub-indication or ``OK``.

    ``timestamp`` is the proven time, ``until`` when the first certificate behind it ends.
    """

    status: str
    indication: str
    timestamp: datetime | None = None
    until: datetime | None = None

    @property
    def passed(self) -> bool:
        return self.status == AdESStatus.PASSED.name

    @property
    def final(self) -> bool:
        """Broken or revoked: no other moment makes that good."""
        return self.status == AdESStatus.FAILED.name or self.indication.startswith("REVOKED")


@dataclass(frozen=True)
class _Attempt:
    moment: datetime
    now: bool
    online: bool


def signature_standing(subject: Subject, every: list[Subject], circumstances: Circumstances) -> Standing:
    """Judge one signature; document timestamps after it make it an archived one."""
    stamps = [s for s in every if s.is_timestamp and s.revision > subject.revision]
    anchor = stamps[-1].stamp_time if stamps else subject.token_time
    results = []
    for attempt in _attempts(circumstances, anchor):
        standing = asyncio.run(_judge(subject, circumstances, attempt, archived=bool(stamps)))
        if standing.passed and (attempt.now or _outlasts(standing, stamps, circumstances)):
            return standing
        results.append(standing)
        if standing.final:
            break
    return _telling(results, circumstances)


def timestamp_standing(subject: Subject, circumstances: Circumstances) -> Standing:
    """Judge one document timestamp."""
    results = []
    for attempt in _attempts(circumstances, subject.stamp_time):
        standing = asyncio.run(_judge_timestamp(subject, circumstances, attempt))
        if standing.passed and (attempt.now or _in_force(standing, circumstances)):
            return standing
        results.append(standing)
        if standing.final:
            break
    return _telling(results, circumstances)


def _telling(results: list[Standing], circumstances: Circumstances) -> Standing:
    """Of several failures the one that knew most: with the network, else for the moment asked about."""
    return results[-1] if circumstances.online else results[0]


def _attempts(circumstances: Circumstances, proven: datetime | None) -> Iterator[_Attempt]:
    """For the moment asked about, then for the last timestamp, then with the network's help."""
    moment, now = circumstances.moment, circumstances.at is None
    yield _Attempt(moment, now=now, online=False)
    if proven is not None and proven < moment:
        yield _Attempt(proven, now=False, online=False)
    if circumstances.online and now:
        yield _Attempt(moment, now=True, online=True)


def _outlasts(standing: Standing, stamps: list[Subject], circumstances: Circumstances) -> bool:
    """Whether the last timestamp's authority is still in force at the moment asked about."""
    holder = timestamp_standing(stamps[-1], circumstances) if stamps else standing
    return _in_force(holder, circumstances)


def _in_force(standing: Standing, circumstances: Circumstances) -> bool:
    return standing.passed and standing.until is not None and circumstances.moment <= standing.until


async def _judge(subject: Subject, circumstances: Circumstances, attempt: _Attempt, *, archived: bool) -> Standing:
    spec = specification(subject.document, circumstances.trust, online=attempt.online)
    when, embedded = timing(attempt.moment, now=attempt.now), subject.embedded
    if archived and subject.has_token:
        embedded.compute_integrity_info(skip_diff=True)  # the engine asks for it; our own rules judge changes
        whole = PdfSignatureValidationSpec(spec, diff_policy=None)
        result: Any = await ades_lta_validation(embedded, whole, when)
        kept = _standing(result.ades_subindic, result.api_status)
        if kept.passed or kept.final or not attempt.online:
            return kept
        # A timestamp laid over a file that carries no evidence: the engine of archives asks no network.
    judge: Any = ades_with_time_validation if subject.has_token else ades_basic_validation
    result = await judge(embedded.signed_data, spec, when, raw_digest=embedded.compute_digest())
    return _standing(result.ades_subindic, result.api_status)


async def _judge_timestamp(subject: Subject, circumstances: Circumstances, attempt: _Attempt) -> Standing:
    spec = specification(subject.document, circumstances.trust, online=attempt.online)
    result: Any = await ades_timestamp_validation(
        subject.signed_data,
        spec,
        subject.embedded.compute_digest,
        timing_info=timing(attempt.moment, now=attempt.now),
    )
    return _standing(result.ades_subindic, result.api_status)


def _standing(indication: AdESSubIndic, status: Any) -> Standing:
    token = getattr(status, "timestamp_validity", None) or (status if hasattr(status, "timestamp") else None)
    return Standing(
        indication.status.name,
        indication.standard_name,
        getattr(token, "timestamp", None),
        _until(getattr(token, "validation_path", None)),
    )


def _until(path: Any) -> datetime | None:
    """The end of the certificate that ends first; the anchor's own dates do not count."""
    ends = [c.not_valid_after for c in path.iter_certs(include_root=False)] if path is not None else []
    return min(ends, default=None)
