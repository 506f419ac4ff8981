"""Surat Tanda Lulus Ujian Dinas and UPKP."""
