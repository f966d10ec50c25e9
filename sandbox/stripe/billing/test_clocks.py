"""Test clocks: customers with a time of their own, which only goes forward and only when asked to.

https://docs.stripe.com/billing/testing/test-clocks. What is done for such a customer is done at their clock's time
(`lookup.in_time_of`), and what falls due for them falls due by it (`schedule.advance_test_clock`).
"""

from .. import clock, customers
from ..errors import InvalidRequest
from ..events import Cause, emit
from ..objects import Object, deleted
from ..store import Selection, Transaction, new_id
from . import periods, standing
from .params import CreateTestClock

KIND = "test_helpers.test_clock"
LIVES_SECONDS = 30 * 24 * 3600
YEARLY = {"interval": "year", "interval_count": 1}


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
    tx.delete(test_clock["id"])
    emit(tx, "test_helpers.test_clock.deleted", test_clock, cause)
    return deleted(test_clock)


def must_be_in_reach(tx: Transaction, test_clock: Object, to: int) -> None:
    """Forward only, and not by more than two of the shortest periods that anybody of the clock has."""
    now = test_clock["frozen_time"]
    if to <= now:
        raise InvalidRequest("A test clock only goes forward.", param="frozen_time")
    of_clock = tx.page(Selection("subscription", limit=1000, fields={"test_clock": test_clock["id"]})).data
    going_on = (subscription for subscription in of_clock if subscription["status"] not in standing.ENDED)
    cycles = [item["price"]["recurring"] for each in going_on for item in each["items"]["data"]]
    furthest = min(periods.after(now, 2, cycle) for cycle in cycles or [YEARLY])
    if to > furthest:
        raise InvalidRequest(
            f"The frozen time of this clock is {now}. You can only advance it up to {furthest}. You can only advance"
            " a test clock up to two intervals from the current frozen time at a time, based on the shortest"
            " subscription interval in the test clock.",
            param="frozen_time",
        )
