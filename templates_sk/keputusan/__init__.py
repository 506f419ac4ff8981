"""The parts of a decree (keputusan), shared by all kinds: letterhead, title, grounds, rulings, closing."""
