"""What time alone changes: sessions expire, debits settle, subscriptions renew, invoices are tried again."""

import math
import sqlite3
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress

from . import checkout, clock, settlements
from .billing import collection, renewals, test_clocks
from .events import Cause, change, emit
from .objects import Object
from .store import Store, Transaction

EVERY_SECONDS = 0.5

# What to do about an object at its `due_at`. Whoever wants another time sets it.
STEPS: dict[str, Callable[[Transaction, Object], object]] = {
    "checkout.session": checkout.expire_in_time,
    "payment_intent": settlements.settle_in_time,
    "subscription": renewals.go_on,
    "invoice": collection.go_on,
}


class Sweeper:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="schedule", daemon=True)

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
    """Move the clock, stopping at each time at which something is due; when this returns, all of it is done."""
    target = clock.now() + seconds
    while True:
        with store.transaction() as tx:
            found = tx.next_due(target)
            due_at = target if found is None else found[1]
            tx.advance_clock(max(0, math.ceil(due_at - clock.now())))
        if found is None:
            return
        sweep(store)


def advance_test_clock(tx: Transaction, test_clock: Object, to: int, cause: Cause) -> Object:
    """Bring all that lives by a test clock to that time, stopping wherever something is due."""
    test_clocks.must_be_in_reach(tx, test_clock, to)
    emit(tx, "test_helpers.test_clock.advancing", test_clock | {"status": "advancing"}, cause)
    while (found := tx.next_due(to, test_clock["id"])) is not None:
        body, due_at = tx.get(found[0]), max(int(found[1]), test_clock["frozen_time"])
        tx.set_due(body["id"], None)
        change(tx, test_clock, frozen_time=due_at)
        with clock.frozen(test_clock["id"], due_at):
            _take_step(tx, body)
    change(tx, test_clock, frozen_time=to)
    emit(tx, "test_helpers.test_clock.ready", test_clock, cause)
    return test_clock


def sweep(store: Store) -> None:
    """Do all that is due by now, in the order of its times."""
    while True:
        with store.snapshot() as tx:
            if tx.next_due(clock.now()) is None:
                return
        with store.transaction() as tx:
            # Asked again inside the transaction: a request or another process may have been first.
            found = tx.next_due(clock.now())
            if found is not None:
                body = tx.get(found[0])
                tx.set_due(body["id"], None)
                _take_step(tx, body)


def _take_step(tx: Transaction, body: Object) -> None:
    """Whatever is wrong with one object, time goes on for all others."""
    try:
        with tx.savepoint():
            STEPS[body["object"]](tx, body)
    except sqlite3.OperationalError:
        raise  # the file is held: next time
    except Exception:  # noqa: BLE001
        print(f"sandbox.stripe: {body['id']} stays as it is:", file=sys.stderr)
        traceback.print_exc()
