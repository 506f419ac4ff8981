"""One program for every stranger's file: run a function in a child process with limits.

Parsers, renderers and OCR run here and nowhere else. A crash, a time-out and garbage out
are the same answer, :class:`Unsafe`: *cannot be read safely*. Only a machine without time for the child is another
one, :class:`Late`: it says nothing about the file.
"""

from sandbox.limits import Limits
from sandbox.runner import Child, Late, Unsafe, call, capabilities, preload

__all__ = ["Child", "Late", "Limits", "Unsafe", "call", "capabilities", "preload"]
