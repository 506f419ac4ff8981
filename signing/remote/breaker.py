"""A circuit breaker per server: when it fails again and again, nobody waits for it for a while.

Own code: pybreaker 1.4 holds one lock during a call, and two officials would wait for each other for up to two minutes.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import cache


class Breaker:
    """Closed until *threshold* failures in a row; open for *rest* seconds; then one call tries for all."""

    def __init__(self, threshold: int = 3, rest: float = 30, clock: Callable[[], float] = time.monotonic) -> None:
        self.threshold, self.rest = threshold, rest
        self._clock = clock
        self._failures = 0
        self._until = 0.0
        self._trying = False
        self._lock = threading.Lock()

    @property
    def closed(self) -> bool:
        return self._failures < self.threshold

    def allows(self) -> bool:
        """Whether to call now; a yes while open is the one attempt, which must end in succeeded or failed."""
        with self._lock:
            if self.closed:
                return True
            if self._trying or self._clock() < self._until:
                return False
            self._trying = True
            return True

    def succeeded(self) -> None:
        """The server answered, be it with a refusal."""
        with self._lock:
            self._failures, self._trying = 0, False

    def failed(self) -> None:
        with self._lock:
            self._failures += 1
            self._trying = False
            self._until = self._clock() + self.rest


@cache
def breaker_of(url: str) -> Breaker:
    """The breaker all signers of this process share for a server."""
    return Breaker()
