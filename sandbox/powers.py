"""What a process may do beyond its files: left behind before a stranger's bytes are opened."""

from __future__ import annotations

import ctypes
import os
import signal
import struct

CLONE_NEWUSER, CLONE_NEWNET, CLONE_NEWIPC = 0x10000000, 0x40000000, 0x08000000
PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS = 1, 38
CAPABILITY_VERSION_3 = 0x20080522
READS_EVERY_FILE = 0b110
"""Of root: files of the account the service runs as stay readable when root runs a command. Places are told apart."""


def leave_network() -> bool:
    """Move into an empty network of our own; False where the kernel does not let us."""
    unshare = getattr(_kernel(), "unshare", None)
    if unshare is None:
        return False
    if os.geteuid() == 0 and unshare(CLONE_NEWNET | CLONE_NEWIPC) == 0:
        return True
    return bool(unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC) == 0)


def die_with_parent() -> None:
    """After the above: the kernel forgets this wish when the user namespace changes."""
    _kernel().prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def renounce() -> None:
    """No program regains a privilege, and what of root is left is to read files."""
    libc = _kernel()
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    kept = READS_EVERY_FILE if os.geteuid() == 0 else 0
    capset = getattr(libc, "capset", None)
    if capset is not None:
        capset(struct.pack("=Ii", CAPABILITY_VERSION_3, 0), struct.pack("=6I", kept, kept, 0, 0, 0, 0))


def _kernel() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
