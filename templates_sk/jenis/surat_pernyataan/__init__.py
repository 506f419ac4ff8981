"""Surat Pernyataan: what the signer declares, point by point."""
