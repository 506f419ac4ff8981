"""Keputusan Kenaikan Gaji Berkala of a PPPK."""
