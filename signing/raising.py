"""A signature made elsewhere becomes one that lasts: B-B or B-T to B-LT or B-LTA, and the renewal of B-LTA.

Only ever appended to (Law 6): every byte that came in is the beginning of what goes out.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection

from signing.errors import Refused, SigningError, TimestampUnavailable
from signing.timestamps import Timestamper
from signing.trust import TrustStore
from signing.verifier import Report, Verdict, validate

_ORDER = {"B": 0, "T": 1, "LT": 2, "LTA": 3}
_CODES = {
    Verdict.INVALID: "tanda_tangan_tidak_sah",
    Verdict.UNREADABLE: "pdf_rusak",
    Verdict.UNSIGNED: "belum_ditandatangani",
}


def raise_level(pdf: bytes, *, timestamper: Timestamper, trust: TrustStore, level: str = "B-LTA") -> bytes:
    """*pdf* with what its signatures lack for *level* (``B-LT`` or ``B-LTA``); itself when nothing is lacking.

    The verifier judges the file first, in its child process: a forgery is never given an archive timestamp.
    Raises :class:`~signing.errors.Refused` (``tanda_tangan_tidak_sah``, ``belum_ditandatangani``,
    ``pdf_rusak``, ``sertifikat_*``) and :class:`~signing.errors.Unavailable` when an authority is silent.
    """
    if level not in {"B-LT", "B-LTA"}:
        raise Refused("tingkat_tidak_dikenal")
    report = _judged(pdf, trust)
    lacking = [s for s in report.signatures if _rank(s.level) < _rank(level)]
    if not lacking:
        return pdf
    settled = {s.field for s in report.signatures} - {s.field for s in lacking}
    return _append(pdf, level, settled, timestamper, trust)


def renew_archive(pdf: bytes, *, timestamper: Timestamper, trust: TrustStore) -> bytes:
    """A B-LTA file with evidence for its last document timestamp and a new one over everything.

    To be done while the last timestamping authority's certificate is in force: see
    :func:`~signing.renewal.renew_before`. Raises like :func:`raise_level`, and ``belum_arsip``.
    """
    report = _judged(pdf, trust)
    if any(_rank(s.level) < _rank("B-LTA") for s in report.signatures):
        raise Refused("belum_arsip")
    return _append(pdf, "B-LTA", {s.field for s in report.signatures}, timestamper, trust)


def _judged(pdf: bytes, trust: TrustStore) -> Report:
    report = validate(pdf, trust=trust)
    if report.verdict in _CODES:
        raise Refused(_CODES[report.verdict])
    return report


def _rank(level: str | None) -> int:
    """``PKCS7-T`` of the older sub-filter stands like ``B-T``."""
    return _ORDER[(level or "B-B").rpartition("-")[2]]


def _append(pdf: bytes, level: str, settled: Collection[str], timestamper: Timestamper, trust: TrustStore) -> bytes:
    from signing.engine.border import translated  # pyHanko takes a second to import
    from signing.engine.raising import raised

    silent = TimestampUnavailable("no authority configured")
    for url in timestamper.urls:
        try:
            return asyncio.run(raised(pdf, level, settled, timestamper, url, trust))
        except TimestampUnavailable as error:
            silent = error
        except SigningError:
            raise
        except Exception as error:
            raise translated(error) from error
    raise silent
