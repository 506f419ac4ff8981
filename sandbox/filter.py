"""System calls a parser has no business with, refused by the kernel where libseccomp is there to ask it.

What limits cannot say: no program is started, no signal sent, no door to the network or another process opened, no
privilege gained.
"""

from __future__ import annotations

import ctypes
import errno
from functools import cache
from typing import Any

LIBRARY = "libseccomp.so.2"
ALLOW, REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM
UNKNOWN = -1
NEVER = """
    ptrace process_vm_readv process_vm_writev pidfd_getfd kcmp mount umount2 pivot_root chroot move_mount fsopen
    open_tree unshare setns bpf perf_event_open userfaultfd io_uring_setup keyctl add_key request_key init_module
    finit_module delete_module kexec_load kexec_file_load reboot swapon swapoff settimeofday clock_settime
"""
NETWORK = ("socket", "bind", "connect", "listen", "accept", "accept4")
PROGRAMS = ("execve", "execveat", "fork", "vfork", "clone", "clone3")
SIGNALS = ("kill", "tkill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_send_signal")
"""To the service's own processes, which run as the same account. Who starts programs has to be able to end them."""


@cache
def prepared(network: bool, programs: bool) -> int | None:
    """A filter that leaves what is asked for, made once in the fork server; None where there is no library for it."""
    library = _library()
    made = library.seccomp_init(ALLOW) if library else None
    if library is None or not made:
        return None
    names = [*NEVER.split(), *(() if network else NETWORK), *(() if programs else PROGRAMS + SIGNALS)]
    for name in names:
        number = library.seccomp_syscall_resolve_name(name.encode())
        if number != UNKNOWN:
            library.seccomp_rule_add_array(made, REFUSE, number, 0, None)
    return int(made)


def load(*, network: bool, programs: bool) -> bool:
    """Confine the calling process for good; False where the machine does not let us."""
    library, made = _library(), prepared(network, programs)
    return bool(library and made and library.seccomp_load(made) == 0)


@cache
def _library() -> Any:
    try:
        library = ctypes.CDLL(LIBRARY)
    except OSError:
        return None
    library.seccomp_init.restype = ctypes.c_void_p
    library.seccomp_init.argtypes = [ctypes.c_uint32]
    library.seccomp_syscall_resolve_name.argtypes = [ctypes.c_char_p]
    library.seccomp_rule_add_array.argtypes = [
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_int,
        ctypes.c_uint,
        ctypes.c_void_p,
    ]
    library.seccomp_load.argtypes = [ctypes.c_void_p]
    return library
