"""The local Stripe's own time: the computer's, and ahead of it by as much as was asked for.

Whatever here reads the time asks `now`, so that sessions expire and deliveries fall due when somebody moves the clock
(POST /_sandbox/clock) instead of waiting. Like a test clock at Stripe (https://docs.stripe.com/billing/testing/test-clocks)
it only goes forward. Two things keep the computer's time: the timestamp in a signature, which the receiver compares
with a clock of its own, and for how long a process may hold on to a delivery.
"""

import time


class Clock:
    """One a process, as the store is. How far it is ahead is kept in the file; each transaction reads it anew."""

    ahead_seconds = 0


CLOCK = Clock()


def now() -> float:
    return real_now() + CLOCK.ahead_seconds


def real_now() -> float:
    return time.time()
