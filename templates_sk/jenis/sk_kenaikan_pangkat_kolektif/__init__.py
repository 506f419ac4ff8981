"""Keputusan Kenaikan Pangkat of many people, listed in an annex; each receives a petikan."""
