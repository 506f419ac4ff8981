"""A call with the fault it asks for, and the error object of sign endpoints."""

from __future__ import annotations

from signing.simulator_bsre.faults import Fault
from signing.simulator_http import HTML, JSON, PDF, Reply, answer
from signing.simulator_http import Call as _Call

__all__ = ["HTML", "JSON", "PDF", "Call", "Reply", "answer", "error"]


class Call(_Call):
    """See :class:`signing.simulator_http.Call`."""

    def fault(self, identifier: str = "") -> Fault | None:
        return Fault.of(self.fault_name, identifier)


def error(text: str, code: int, status: int = 400) -> Reply:
    return answer({"error": text, "status_code": code}, status)
