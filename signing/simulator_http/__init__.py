"""What the simulated providers share: an HTTP server on loopback with the faults that only a socket can have."""

from signing.simulator_http.server import Server
from signing.simulator_http.wire import HTML, JSON, PDF, Call, Reply, answer

__all__ = ["HTML", "JSON", "PDF", "Call", "Reply", "Server", "answer"]
