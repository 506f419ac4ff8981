"""Who is registered: everyone with a development key, and one user in each state."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from signing.devpki import DevPki
from signing.simulator_bsre.faults import Fault

_NIP = re.compile(r"\d{18}")


class State(StrEnum):
    """Certificate states of v2."""

    ISSUE = "ISSUE"
    EXPIRED = "EXPIRED"
    RENEW = "RENEW"
    WAITING = "WAITING_FOR_VERIFICATION"
    NEW = "NEW"
    NO_CERTIFICATE = "NO_CERTIFICATE"
    NOT_REGISTERED = "NOT_REGISTERED"
    SUSPEND = "SUSPEND"
    REVOKE = "REVOKE"

    @property
    def nik(self) -> str:
        """The NIK of the user who is in this state."""
        return f"90{list(State).index(self) + 1:014d}"


@dataclass(frozen=True)
class User:
    """``who`` is the name of the key in the PKI."""

    nik: str = field(repr=False)
    who: str
    state: State = State.ISSUE
    fault: Fault | None = None


def nik_of(nip: str) -> str:
    """The simulator's own rule: real NIK have nothing to do with the NIP."""
    return nip[2:]


class People:
    """Looks users up by NIK or e-mail (``<who>@simulator.example``); re-reads the PKI's folder each time."""

    def __init__(self, pki: DevPki, twin: str | None = None) -> None:
        self._pki = pki
        self._twin = twin

    @property
    def twin(self) -> str:
        """Whose key the users with a fault share: the first official of the PKI unless told."""
        return self._twin or self.officials()[0]

    def officials(self) -> list[str]:
        return sorted(file.stem for file in self._pki.signers.glob("*.p12") if _NIP.fullmatch(file.stem))

    def find(self, identifier: str) -> User | None:
        """None for an identifier nobody has."""
        for who in self.officials():
            if identifier in {nik_of(who), f"{who}@simulator.example"}:
                return User(nik_of(who), who)
        for fault in Fault:
            if identifier == fault.nik:
                return User(fault.nik, self.twin, fault=fault)
        return next((User(state.nik, self.twin, state) for state in State if state.nik == identifier), None)
