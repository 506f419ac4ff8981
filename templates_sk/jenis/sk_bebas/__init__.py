"""Keputusan with free grounds and rulings."""
