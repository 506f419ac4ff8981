"""``raise``: evidence and timestamps for a signed file; exit codes as of ``sign``."""

from __future__ import annotations

import argparse

from signing.cli_files import read
from signing.cli_sign import failure, finish
from signing.errors import SigningError
from signing.ports import Outcome, OutcomeStatus
from signing.raising import raise_level, renew_archive
from signing.timestamps import Timestamper
from signing.trust import TrustStore


def run(options: argparse.Namespace) -> int:
    """IN is never touched; OUT appears whole or not at all."""
    try:
        outcome = _raised(options)
    except SigningError as error:
        outcome = failure(options, error)
    return finish(options, outcome)


def _raised(options: argparse.Namespace) -> Outcome:
    pdf = read(options.input, options.output)
    trust, timestamper = TrustStore.from_directory(options.trust), Timestamper(options.tsa)
    if options.renew:
        made, level = renew_archive(pdf, timestamper=timestamper, trust=trust), "B-LTA"
    else:
        made, level = raise_level(pdf, timestamper=timestamper, trust=trust, level=options.level), options.level
    return Outcome(str(options.input), OutcomeStatus.SIGNED, made, level)
