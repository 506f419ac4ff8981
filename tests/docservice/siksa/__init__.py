"""Long trials of the intake: crash points, disk faults, random kills. Run by ``make siksa``, not by the suite."""
