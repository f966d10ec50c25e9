"""Sessions whose time is up become expired by themselves, as at Stripe."""

import sqlite3
import threading
from contextlib import suppress

from . import clock, payments
from .events import NO_REQUEST
from .store import Store

EVERY_SECONDS = 0.5


class Sweeper:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="expiry", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopping.wait(EVERY_SECONDS):
            with suppress(sqlite3.OperationalError):  # another process held the file for long: next time
                sweep(self._store)


def advance(store: Store, seconds: int) -> None:
    """Move the clock, and have what is due by then done when this returns."""
    with store.transaction() as tx:
        tx.advance_clock(seconds)
    sweep(store)


def sweep(store: Store) -> None:
    """Do all that is due by now."""
    with store.snapshot() as tx:
        due = tx.sessions_past_expiry(int(clock.now()))
    for session_id in due:
        _expire(store, session_id)


def _expire(store: Store, session_id: str) -> None:
    with store.transaction() as tx:
        # Asked again inside the transaction: it may have been expired by a request or another process.
        if session_id in tx.sessions_past_expiry(int(clock.now())):
            payments.expire(tx, session_id, NO_REQUEST)
