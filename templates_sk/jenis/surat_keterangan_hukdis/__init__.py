"""Surat Keterangan about discipline: none, or the level a person was punished at."""
