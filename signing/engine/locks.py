"""What earlier signers have closed. Signing over a lock would spoil their signature, so it is refused here."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import EmbeddedPdfSignature

from signing.errors import Refused


def require_open(earlier: list[EmbeddedPdfSignature], field: str) -> None:
    """Raises :class:`~signing.errors.Refused` (``dokumen_terkunci``).

    DocMDP 1 forbids every further signature (ISO 32000-1 table 254), a field lock those in the fields it
    names; the library looks only at the certification of the first signature.
    """
    for signature in earlier:
        lock = signature.fieldmdp
        if signature.docmdp_level == MDPPerm.NO_CHANGES or (lock is not None and lock.is_locked(field)):
            raise Refused("dokumen_terkunci")
