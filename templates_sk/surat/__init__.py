"""The parts of a letter (surat): letterhead of an agency, heads of the several forms, the whole."""
