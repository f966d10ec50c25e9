"""Test clocks: customers with a time of their own, which only goes forward and only when asked to.

https://docs.stripe.com/billing/testing/test-clocks. What is done for such a customer is done at their clock's time
(`lookup.in_time_of`), and what falls due for them falls due by it (`schedule.advance_test_clock`).
"""

from .. import clock, customers
from ..events import Cause, emit
from ..objects import Object, deleted
from ..store import Selection, Transaction, new_id
from .params import CreateTestClock

KIND = "test_helpers.test_clock"
LIVES_SECONDS = 30 * 24 * 3600


def create(tx: Transaction, given: CreateTestClock, cause: Cause) -> Object:
    now = int(clock.running_now())
    made = {
        "id": new_id("clock_1", 23),
        "object": KIND,
        "created": now,
        "deletes_after": now + LIVES_SECONDS,
        "frozen_time": given.frozen_time,
        "livemode": False,
        "name": given.name,
        "status": "ready",
        "status_details": {},
    }
    tx.insert(made)
    emit(tx, "test_helpers.test_clock.created", made, cause)
    return made


def delete(tx: Transaction, test_clock: Object, cause: Cause) -> Object:
    """Its customers go with it, and so end their subscriptions."""
    with clock.frozen(test_clock["id"], test_clock["frozen_time"]):
        of_clock = {"test_clock": test_clock["id"], "deleted": None}
        while found := tx.page(Selection("customer", limit=100, fields=of_clock)).data:
            for customer in found:
                customers.delete(tx, customer, cause)
    gone = deleted(test_clock)
    tx.update(gone)
    emit(tx, "test_helpers.test_clock.deleted", test_clock, cause)
    return gone
