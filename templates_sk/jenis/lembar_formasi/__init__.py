"""Lembar informasi kebutuhan formasi: a wide table."""
