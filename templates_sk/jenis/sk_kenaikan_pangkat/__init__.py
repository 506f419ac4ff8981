"""Petikan Keputusan Kenaikan Pangkat of a civil servant."""
