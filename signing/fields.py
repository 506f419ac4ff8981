"""Plans for signature fields, made before the first signature so that later signers change nothing but their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from signing.ports import Placement


@dataclass(frozen=True)
class FieldLock:
    """What the signature in a field closes (ISO 32000-1 §12.7.4.5): the named fields, or all when none is named.

    ``final`` adds that nothing may follow but evidence and timestamps (DocMDP 1, ISO 32000-2).
    """

    fields: tuple[str, ...] = ()
    final: bool = False


@dataclass(frozen=True)
class FieldPlan:
    """An empty signature field: invisible without ``placement``. ``label`` is what a screen reader says."""

    name: str
    placement: Placement | None = None
    label: str = "Tanda tangan elektronik"
    lock: FieldLock | None = None

    def to_dict(self) -> dict[str, Any]:
        """JSON form, for handing to the child process."""
        place = self.placement
        return {
            "name": self.name,
            "page": place.page if place else 0,
            "box": list(place.box) if place else None,
            "label": self.label,
            "lock": {"fields": list(self.lock.fields), "final": self.lock.final} if self.lock else None,
        }
