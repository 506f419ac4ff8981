"""Teguran tertulis: a written warning for data that proved untrue."""
