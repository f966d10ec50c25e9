"""Misbehaviour on request, for tests of what a client does when Stripe does not answer as it should.

`429`            answered before anything is done; nothing is kept for the idempotency key
`500`            the work is undone and the 500 is kept for the idempotency key, so a retry gets it again
`drop_response`  the work is done and committed, then the connection is closed without an answer
`delay_ms:N`     the work is done and committed, then the answer waits: a webhook may well come first
"""

import re
import threading
from collections import deque
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

KINDS = re.compile(r"429|500|drop_response|delay_ms:[0-9]{1,6}")


@dataclass(frozen=True)
class Fault:
    """What to do to the next `times` requests with this method and path (`*` stands for anything)."""

    method: str
    path: str
    fault: str
    times: int

    @property
    def delay_seconds(self) -> float:
        return int(self.fault.partition(":")[2] or 0) / 1000


class Faults:
    """The faults that are still to happen in this process, first asked first served."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[Fault] = deque()

    def add(self, fault: Fault) -> None:
        with self._lock:
            self._waiting.append(fault)

    def clear(self) -> None:
        with self._lock:
            self._waiting.clear()

    def waiting(self) -> list[Fault]:
        with self._lock:
            return list(self._waiting)

    def take(self, method: str, path: str) -> Fault | None:
        """The fault that this request shall meet, counted down by one."""
        with self._lock:
            for index, fault in enumerate(self._waiting):
                if fault.method == method and fnmatchcase(path, fault.path):
                    if fault.times == 1:
                        del self._waiting[index]
                    else:
                        self._waiting[index] = replace(fault, times=fault.times - 1)
                    return fault
        return None
