"""Keputusan Pemindahan of many people, listed in a landscape annex."""
