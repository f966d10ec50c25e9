"""Run a command as an ordinary user: `python unprivileged.py UID GID FOLDER COMMAND…`. Never returns.

A program of its own, because dropping privileges between fork and exec is not safe in a process with threads.
"""

import ctypes
import os
import sys

# From linux/capability.h, linux/prctl.h and linux/securebits.h.
_CAP_DAC_OVERRIDE = 1 << 1
_CAP_SETPCAP = 1 << 8
_LINUX_CAPABILITY_VERSION_3 = 0x20080522
_PR_SET_KEEPCAPS = 8
_PR_SET_SECUREBITS = 28
_PR_CAP_AMBIENT = 47
_PR_CAP_AMBIENT_RAISE = 2
_SECBIT_NO_SETUID_FIXUP = 1 << 2


def main(uid: int, gid: int, folder: str, command: list[str]) -> None:
    """Becomes the user and runs the command, which must be able to write in `folder`.

    Where the user cannot reach these, as in a clone under /root, the right to pass every folder is kept, as an
    ambient capability. PostgreSQL only refuses to be root itself. Nobody's permissions are changed.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        _check(libc.prctl(_PR_SET_KEEPCAPS, 1, 0, 0, 0))
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
        # access() goes by the user alone: what root could do is not in effect any more.
        if os.access(command[0], os.X_OK) and os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            _set_capabilities(libc, 0)
        else:
            _set_capabilities(libc, _CAP_DAC_OVERRIDE | _CAP_SETPCAP)
            # PostgreSQL asks access() for its own programs, which without this goes by the user alone, see above.
            _check(libc.prctl(_PR_SET_SECUREBITS, _SECBIT_NO_SETUID_FIXUP, 0, 0, 0))
            _set_capabilities(libc, _CAP_DAC_OVERRIDE)
            _check(libc.prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_RAISE, _CAP_DAC_OVERRIDE.bit_length() - 1, 0, 0))
        os.execv(command[0], command)  # noqa: S606
    except OSError as error:
        raise SystemExit(
            f"user {uid} cannot run {command[0]} in {folder} ({error.strerror}): "
            "move this clone to where everybody may enter (not below /root), or set DATABASE_URL"
        ) from None


def _set_capabilities(libc: ctypes.CDLL, capabilities: int) -> None:
    header = (ctypes.c_uint32 * 2)(_LINUX_CAPABILITY_VERSION_3, 0)
    # Effective, permitted and inheritable, then the same for the capabilities above 31.
    _check(libc.capset(header, (ctypes.c_uint32 * 6)(capabilities, capabilities, capabilities, 0, 0, 0)))


def _check(status: int) -> None:
    if status != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4:])
