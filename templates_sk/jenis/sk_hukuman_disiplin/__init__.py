"""Keputusan Penjatuhan Hukuman Disiplin, all three levels; its nature is rahasia."""
