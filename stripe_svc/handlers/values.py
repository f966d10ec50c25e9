"""Strict readers of single values in Stripe's objects, for handlers. Each raises FactError on what it refuses."""

import re
import uuid
from collections.abc import Mapping
from typing import Any

from stripe_svc.errors import FactError

MAX_BIGINT = 2**63 - 1


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


def timestamp(container: Mapping[str, Any], field: str) -> int:
    """Seconds since 1970."""
    value = container.get(field)
    if type(value) is not int or value < 0:
        raise FactError(f"{field} is {value!r}, not a time")
    return value


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
