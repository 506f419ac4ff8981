"""Keputusan Pemberian Pensiun Janda/Duda."""
