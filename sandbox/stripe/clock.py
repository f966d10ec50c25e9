"""The local Stripe's own time: the computer's, and ahead of it by as much as was asked for.

Whatever here reads the time asks `now`, so that sessions expire and deliveries fall due when somebody moves the clock
(POST /_sandbox/clock) instead of waiting; for the customers of a test clock it is that clock's time. Both only go
forward, as at Stripe (https://docs.stripe.com/billing/testing/test-clocks). Two things keep the computer's time: the
timestamp in a signature, which the receiver compares with a clock of its own, and for how long a process may hold on
to a delivery.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class Clock:
    """One a process, as the store is. How far it is ahead is kept in the file; each transaction reads it anew."""

    ahead_seconds = 0


CLOCK = Clock()


_FROZEN: ContextVar[tuple[str, float] | None] = ContextVar("frozen", default=None)


@contextmanager
def frozen(test_clock: str | None, at: float) -> Iterator[None]:
    """For this block it is so late: work is done for a customer of a test clock, or, with None, for nobody's."""
    token = _FROZEN.set(None if test_clock is None else (test_clock, at))
    try:
        yield
    finally:
        _FROZEN.reset(token)


def test_clock() -> str | None:
    """The id of the test clock that is in force."""
    found = _FROZEN.get()
    return found[0] if found else None


def now() -> float:
    found = _FROZEN.get()
    return found[1] if found else running_now()


def running_now() -> float:
    """What everything lives by that has no test clock, deliveries among it."""
    return real_now() + CLOCK.ahead_seconds


def real_now() -> float:
    return time.time()
