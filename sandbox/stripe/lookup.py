"""Objects that a request names, and the time that they live in."""

from contextlib import AbstractContextManager, nullcontext

from . import clock
from .errors import InvalidRequest
from .objects import Object
from .store import Transaction


def named(tx: Transaction, object_id: str, kind: str, param: str) -> Object:
    """What a parameter names; for what a path names see `answering.existing`."""
    found = tx.find(object_id, kind)
    if found is None or found.get("deleted"):
        raise InvalidRequest(f"No such {kind}: '{object_id}'", code="resource_missing", param=param)
    return found


def in_time_of(tx: Transaction, found: Object | None) -> AbstractContextManager[None]:
    """What is done for the customer of a test clock is done at that clock's time."""
    customer = None if found is None else found
    if customer is not None and customer.get("object") != "customer":
        customer = tx.find(found_customer(customer), "customer")
    test_clock = (customer or {}).get("test_clock")
    return nullcontext() if test_clock is None else clock.frozen(test_clock, tx.get(test_clock)["frozen_time"])


def found_customer(found: Object) -> str:
    customer = found.get("customer")
    return customer if isinstance(customer, str) else ""
