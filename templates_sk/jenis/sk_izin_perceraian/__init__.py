"""Keputusan Pemberian Izin Perceraian: the civil servant is the plaintiff."""
