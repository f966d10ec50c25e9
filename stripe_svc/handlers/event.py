"""A Stripe event, parsed. https://docs.stripe.com/api/events/object"""

import json
from dataclasses import dataclass
from typing import Any

from stripe_svc.errors import PayloadInvalid

MAX_ID_LENGTH = 255
# What a timestamptz can hold with room to spare: the year 9999.
MAX_CREATED = 253_402_300_799


@dataclass(frozen=True, slots=True)
class Event:
    """What we use of it. `created`: seconds since 1970; `object` is `data.object`, `payload` the body as it came."""

    id: str
    type: str
    created: int
    livemode: bool
    api_version: str | None
    account: str | None
    object: dict[str, Any]
    payload: str


def parse_event(payload: str) -> Event:
    """Reads a snapshot event of any API version. Raises PayloadInvalid, naming the first thing that is wrong."""
    try:
        body = json.loads(payload, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise PayloadInvalid(f"The body is not JSON: {str(error)[:100]}.") from None
    if not isinstance(body, dict):
        raise PayloadInvalid("The body is not a JSON object.")
    data = body.get("data")
    event = Event(
        id=body.get("id", ""),
        type=body.get("type", ""),
        created=body.get("created", -1),
        livemode=body.get("livemode"),  # type: ignore[arg-type]  # checked below
        api_version=body.get("api_version"),
        account=body.get("account"),
        object=data.get("object") if isinstance(data, dict) else None,  # type: ignore[arg-type]  # checked below
        payload=payload,
    )
    problems = {
        "object": body.get("object", "event") == "event",
        "id": _is_name(event.id),
        "type": _is_name(event.type),
        "created": type(event.created) is int and 0 <= event.created <= MAX_CREATED,
        "livemode": isinstance(event.livemode, bool),
        "api_version": event.api_version is None or _is_name(event.api_version),
        "account": event.account is None or _is_name(event.account),
        "data.object": isinstance(event.object, dict),
    }
    if wrong := next((name for name, valid in problems.items() if not valid), None):
        raise PayloadInvalid(f"The body is not a Stripe event: its {wrong} is missing or malformed.")
    return event


def _refuse_constant(name: str) -> None:
    """Python reads NaN and Infinity; JSON, and so Postgres, knows neither."""
    raise ValueError(f"{name} is no JSON value")


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= MAX_ID_LENGTH and value.isprintable()
