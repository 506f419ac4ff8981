"""Pakta integritas of those who manage the archive."""
