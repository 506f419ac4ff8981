"""Surat Dinas with free text."""
