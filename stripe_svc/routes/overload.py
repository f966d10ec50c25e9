"""Overload: what waits too long for a thread, and keeps doing so, is refused, so that the others are served in time.

Without this, requests would queue up until their clients have given up on all of them, and the threads would answer
nobody. A refusal costs a tenth of an event; Stripe, and any client that reads Retry-After, comes again.
"""

import socket
import sys
import time
from dataclasses import dataclass

from flask import request

from stripe_svc.errors import Overloaded

PATIENCE_SECONDS = 2.0


@dataclass
class Overload:
    """Knows since when requests have been late. A short pause, of the database say, is not overload."""

    late_since: float | None = None

    def refuse_if_late(self) -> None:
        """Runs before each request. Raises Overloaded; not for /healthz and /readyz, which say how we are."""
        if request.blueprint == "health":
            return  # and they do not tell how long others wait: /healthz has a thread of its own
        waited, late_since, now = _waited_seconds(), self.late_since, time.monotonic()
        if waited <= PATIENCE_SECONDS:
            self.late_since = None
        elif late_since is None:
            self.late_since = now
        elif now - late_since > PATIENCE_SECONDS:
            raise Overloaded(f"All threads were busy for {waited:.1f} seconds. Try again.")


def _waited_seconds() -> float:
    """How long this request has been waiting for its thread: since its last byte came.

    The kernel knows, by tcpi_last_data_recv of linux/tcp.h. Nobody else sees a request that waits.
    """
    connection = request.environ.get("gunicorn.socket")
    if connection is None or not hasattr(socket, "TCP_INFO"):
        return 0.0  # not under gunicorn, or not on Linux: nothing is ever late
    info = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 56)
    return int.from_bytes(info[52:56], sys.byteorder) / 1000
