"""Surat Pemberitahuan Kenaikan Gaji Berkala of a PNS: a letter to the finance office."""
