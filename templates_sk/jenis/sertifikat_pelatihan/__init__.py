"""Sertifikat of a training, on A4 landscape, with its hours."""
