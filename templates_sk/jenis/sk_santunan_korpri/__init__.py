"""Keputusan Pemberian Santunan KORPRI."""
