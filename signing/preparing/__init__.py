"""Before the first signature: what could show two faces is refused, what is merely untidy becomes one clean revision.

A file from a stranger may carry layers, scripts or an older self that a later change uncovers (the shadow
attacks of pdf-insecurity.org). What our own templates made needs none of this and is left alone.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import sandbox
from signing.errors import Refused
from signing.fields import FieldPlan
from signing.sentences import sentence

sandbox.preload("signing.preparing.child")


@dataclass(frozen=True)
class Prepared:
    """A file that may be signed. ``changes`` are codes of what was put right; empty when *pdf* is the input."""

    pdf: bytes = field(repr=False)
    changes: tuple[str, ...] = ()

    @property
    def reasons(self) -> list[str]:
        """``changes`` in Indonesian."""
        return [sentence(code) for code in self.changes]


def prepare(pdf: bytes, fields: Sequence[FieldPlan] = ()) -> Prepared:
    """*pdf* as one clean revision with empty signature *fields*; the input itself when nothing is to be done.

    A file that is signed already is only looked at: it must stay as it is, so *fields* are then refused.
    Every page of a rewritten file is drawn and compared with the input's. Raises
    :class:`~signing.errors.Refused`: ``pdf_*``, ``lapisan_tersembunyi``, ``skrip_di_dalam``,
    ``isian_terbuka``, ``catatan_di_atas_isi``, ``isi_di_luar``, ``bidang_*``, ``tata_letak_salah``,
    ``sudah_ditandatangani``, ``tampilan_berubah``.
    """
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder, "masuk.pdf"), Path(folder, "keluar.pdf")
        before.write_bytes(pdf)
        try:
            answer = sandbox.call(
                "signing.preparing.child:prepare",
                str(before),
                str(after),
                [plan.to_dict() for plan in fields],
                writes=Path(folder),
            )
        except sandbox.Unsafe as error:
            raise Refused("pdf_rusak") from error
        if answer["refused"]:
            raise Refused(answer["refused"])
        return Prepared(after.read_bytes(), tuple(answer["changes"])) if answer["changes"] else Prepared(pdf)
