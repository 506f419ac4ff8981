"""How often the garbage collector looks at a process that has just been loaded."""

import gc

AMBANG = (20_000, 20, 20)
"""A page makes some ten thousand objects; Python's own threshold (700) looks a dozen times while it is made."""


def tetapkan() -> None:
    """What is loaded now stays for the life of the process: only what comes later is looked at (gc.freeze)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*AMBANG)
