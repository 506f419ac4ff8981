"""Formulir Permintaan dan Pemberian Cuti (annex of PerBKN 24/2017), its eight boxes."""
