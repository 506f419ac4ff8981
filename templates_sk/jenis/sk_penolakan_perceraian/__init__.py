"""Keputusan Penolakan Permintaan Izin Perceraian."""
