"""What is sent: HTTP requests about orders whose ids all have twelve digits, so that one template makes them all."""

import hashlib
import json
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from stripe_svc.handlers import facts_of, personal_of
from stripe_svc.handlers.event import parse_event
from tests.signing import sign
from tests.stripe_events import event, session
from tests.subscription_events import NEW, Sold

# Stands for an order's id wherever it is in the template: in the ids of the event, the session and the payment, too.
ANY_ORDER = "100000000000"
# And this for its session's, which is random as Stripe's are.
ANY_SESSION = "0123456789abcdef0123456789abcdef"
# An order's attempt, as open_orders.sql makes it.
ANY_ATTEMPT = f"00000000-0000-4000-8000-{ANY_ORDER}"
PAYLOAD_BYTES = 3072


def checkout_completed() -> str:
    """A `checkout.session.completed` of 3 kB, for any order."""
    paid = session(
        int(ANY_ORDER),
        ANY_ATTEMPT,
        id=f"cs_test_{ANY_SESSION}",
        payment_intent=f"pi_{ANY_ORDER}",
    )
    told = event("checkout.session.completed", paid, id=f"evt_{ANY_ORDER}")
    # Something to store that is as hard to compress as the ids and links of a real one.
    paid["success_url"] += "?" + "".join(map(_random, range(PAYLOAD_BYTES)))
    return json.dumps(told).replace(paid["success_url"], paid["success_url"][: PAYLOAD_BYTES - len(json.dumps(told))])


def facts(payload: str) -> str:
    """What its handler finds in it."""
    return json.dumps(facts_of(parse_event(payload)))


def personal(payload: str) -> str:
    """What it says about a person."""
    return json.dumps(personal_of(parse_event(payload)))


def payloads(orders: Iterable[int]) -> Iterator[str]:
    """One `checkout.session.completed` for each order."""
    template = checkout_completed()
    for order in orders:
        yield _about(template, order)


def webhooks(orders: Iterable[int], secret: str) -> Iterator[bytes]:
    """Signed deliveries, one for each order."""
    for payload in payloads(orders):
        yield _delivery(payload, secret)


def invoices_paid(orders: Iterable[int], secret: str) -> Iterator[bytes]:
    """Signed deliveries about the first invoice of the subscription of each order, see open_subscriptions.sql."""
    sold = _sold(ANY_ORDER)
    invoice = sold.invoice(reason="subscription_create", id=f"in_{ANY_ORDER}")
    template = json.dumps(sold.paid(invoice, 1) | {"id": f"evt_{ANY_ORDER}"})
    for order in orders:
        yield _delivery(_about(template, order), secret)


def contradictions(order: int, secret: str) -> Iterator[bytes]:
    """Two signed reports of one second about an order's subscription: only Stripe knows which one is true."""
    sold = _sold(str(order))
    for status in ("active", "past_due"):
        yield _delivery(json.dumps(sold.updated(status, at=1)), secret)


def webhooks_about(order: int, events: Iterable[int], secret: str) -> Iterator[bytes]:
    """Different deliveries about one order."""
    template = _about(checkout_completed(), order)
    for number in events:
        yield _delivery(template.replace(f"evt_{order}", f"evt_{number}"), secret)


def new_orders(keys: Iterable[int], api_key: str) -> Iterator[bytes]:
    line = {"name": "Tea", "unit_amount": 999, "quantity": 2}
    for key in keys:
        body = json.dumps({"currency": "eur", "line_items": [line], "customer_reference": f"customer-{key}"}).encode()
        headers = (
            f"Content-Type: application/json\r\nAuthorization: Bearer {api_key}\r\nIdempotency-Key: bench-{key}\r\n"
        )
        yield _request("POST /v1/orders", headers, body)


def checkout(order: int, api_key: str) -> bytes:
    return _request(f"POST /v1/orders/{order}/checkout", f"Authorization: Bearer {api_key}\r\n", b"")


def look_ups(paths: Iterable[str], api_key: str) -> Iterator[bytes]:
    for path in paths:
        yield _request(f"GET {path}", f"Authorization: Bearer {api_key}\r\n", b"")


def write_requests(path: Path, requests: Iterable[bytes]) -> Path:
    """A file for requests.lua."""
    with path.open("wb") as file:
        for request in requests:
            file.write(request + b"\0")
    return path


def _sold(order: str) -> Sold:
    """A subscription that began a minute ago."""
    return Sold(
        NEW,
        int(time.time()) - 60,
        int(order),
        ANY_ATTEMPT.replace(ANY_ORDER, order),
        f"customer-{order}",
        f"sub_{order}",
        f"cus_{order}",
    )


def _about(template: str, order: int) -> str:
    return template.replace(ANY_ORDER, str(order)).replace(ANY_SESSION, _random(order))


def _random(number: int) -> str:
    """32 hexadecimal digits, the same each time. fill.sql makes them alike."""
    return hashlib.md5(str(number).encode(), usedforsecurity=False).hexdigest()


def _delivery(payload: str, secret: str) -> bytes:
    body = payload.encode()
    headers = f"Content-Type: application/json\r\nStripe-Signature: {sign(body, secret)}\r\n"
    return _request("POST /webhooks/stripe", headers, body)


def _request(line: str, headers: str, body: bytes) -> bytes:
    length = f"Content-Length: {len(body)}\r\n" if body else ""
    return f"{line} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}{length}\r\n".encode() + body
