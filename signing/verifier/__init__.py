"""The verifier: never *valid* by default, and always a sentence saying why.

On hostile files the library throws anything from KeyError to UnsupportedAlgorithm. Here, in a child that
does nothing else, every exception means the same: this part cannot be read, and so it is not valid.
"""

from signing.verifier.outside import validate
from signing.verifier.report import Report, SignatureReport, TimestampReport, Verdict

__all__ = ["Report", "SignatureReport", "TimestampReport", "Verdict", "validate"]
