"""The error object of the standard, 1.0.4 §10.1 and 2.0 §10.1."""

from __future__ import annotations

from signing.simulator_http import Reply, answer


def error(code: str, description: str, status: int = 400) -> Reply:
    return answer({"error": code, "error_description": description}, status)


def invalid(description: str) -> Reply:
    return error("invalid_request", description)
