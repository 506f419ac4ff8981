"""Perjanjian Kerja of a PPPK: two parties, two signatures."""
