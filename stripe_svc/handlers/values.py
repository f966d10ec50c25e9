"""Strict readers of single values in Stripe's objects, for handlers. Each raises FactError on what it refuses."""

import re
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from stripe_svc.errors import FactError

MAX_BIGINT = 2**63 - 1

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

# Facts by the table that they belong to, each keyed like the table's columns. None: nothing in the event is for us.
Report = dict[str, list[dict[str, Any]]] | None


def text(container: Mapping[str, Any], field: str) -> str:
    """A text that must be there."""
    value = container.get(field)
    if not isinstance(value, str) or not value.isprintable() or not 0 < len(value) <= 255:
        raise FactError(f"{field} is {value!r}, not a text")
    return value


def amount(container: Mapping[str, Any], field: str) -> int | None:
    """A whole number of the currency's smallest units, or None."""
    value = container.get(field)
    if value is not None and (type(value) is not int or not 0 <= value <= MAX_BIGINT):
        raise FactError(f"{field} is {value!r}, not an amount")
    return value


def known_amount(container: Mapping[str, Any], field: str) -> int:
    """The same, but it must be there."""
    value = amount(container, field)
    if value is None:
        raise FactError(f"{field} is missing")
    return value


def payment_of(container: Mapping[str, Any]) -> dict[str, str | None]:
    """The charge and the PaymentIntent that a refund or a dispute is about; old API versions name the charge only."""
    charge = container.get("charge")
    expanded = charge if isinstance(charge, Mapping) else {}
    return {
        "charge_id": id_of(container, "charge"),
        "payment_intent_id": id_of(container, "payment_intent") or id_of(expanded, "payment_intent"),
    }


def timestamp(container: Mapping[str, Any], field: str) -> int:
    """Seconds since 1970."""
    value = container.get(field)
    if type(value) is not int or value < 0:
        raise FactError(f"{field} is {value!r}, not a time")
    return value


def time(container: Mapping[str, Any], field: str) -> str:
    """The same, as a text that PostgreSQL reads: ISO 8601, UTC."""
    return moment(timestamp(container, field))


def known_time(container: Mapping[str, Any], field: str) -> str | None:
    """The same, if it is there."""
    return None if container.get(field) is None else time(container, field)


def moment(seconds: int) -> str:
    """Seconds since 1970 -> `2026-11-25T09:00:00+00:00`."""
    try:
        return (_EPOCH + timedelta(seconds=seconds)).isoformat()
    except OverflowError:
        raise FactError(f"{seconds} is beyond all times") from None


def id_of(container: Mapping[str, Any], field: str) -> str | None:
    """The id in a field that holds an id, an expanded object, or nothing."""
    value = container.get(field)
    if isinstance(value, Mapping):
        value = value.get("id")
    if value is not None and (not isinstance(value, str) or not value.isprintable()):
        raise FactError(f"{field} is {value!r}, neither an id nor an object")
    return value or None


def order_id(value: Any) -> int | None:
    """The order id in a text, strictly: `42` is one; `42abc`, `042`, `4.2` and numbers beyond bigint are none."""
    if not isinstance(value, str) or not re.fullmatch(r"[1-9][0-9]{0,18}", value):
        return None
    number = int(value)
    return number if number <= MAX_BIGINT else None


def uuid_text(value: Any) -> str | None:
    """A UUID in its canonical form, or None."""
    try:
        return str(uuid.UUID(value)) if isinstance(value, str) else None
    except ValueError:
        return None
