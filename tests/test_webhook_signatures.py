"""What counts as signed by Stripe, and what counts as an event."""

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from flask import Flask

from stripe_svc.app import create_app
from stripe_svc.settings import Settings
from tests.signing import sign, signature
from tests.stripe_events import event, new_session
from tests.test_settlement import COMPLETED

OLD, NEW = "whsec_old", "whsec_new"
TOLERANCE = 300


@pytest.fixture
def rolling(app_url: str) -> Iterator[Flask]:
    """The service while its secret is being rolled: two are valid."""
    app = create_app(
        Settings(
            database_url=app_url,
            stripe_secret_key="sk_test_1",
            stripe_webhook_secret=(OLD, NEW),
            api_keys={"tests": "key"},
            public_url="http://127.0.0.1:8000",
        )
    )
    yield app
    app.extensions["database"].close()


def post(app: Flask, body: bytes, header: str | None) -> tuple[int, Any]:
    headers = {} if header is None else {"Stripe-Signature": header}
    response = app.test_client().post("/webhooks/stripe", data=body, headers=headers)
    return response.status_code, response.get_json()


@pytest.fixture
def body(db: psycopg.Connection) -> bytes:
    return json.dumps(event(COMPLETED, new_session(db)), indent=2).encode()


def header(body: bytes, *secrets: str, age: int = 0) -> str:
    signed_at = int(time.time()) - age
    return f"t={signed_at}," + ",".join(f"v1={signature(body, secret, signed_at)}" for secret in secrets)


ACCEPTED: dict[str, Callable[[bytes], str]] = {
    "the new secret": lambda body: header(body, NEW),
    "the old secret": lambda body: header(body, OLD),
    "several signatures, one of them right": lambda body: header(body, "whsec_a", "whsec_b", NEW),
    "both secrets": lambda body: header(body, OLD, NEW),
    "almost too old": lambda body: header(body, NEW, age=TOLERANCE - 10),
    "a clock that is a little ahead": lambda body: header(body, NEW, age=-(TOLERANCE - 10)),
    "a time with something behind it": lambda body: header(body, NEW).replace(",", "=x,", 1),
    "another scheme beside v1": lambda body: header(body, NEW) + ",v0=" + "0" * 64,
}

REFUSED: dict[str, Callable[[bytes], str | None]] = {
    "no header": lambda body: None,
    "an empty header": lambda body: "",
    "garbage": lambda body: "garbage",
    "no time": lambda body: header(body, NEW).partition(",")[2],
    "a time that is no number": lambda body: "t=now," + header(body, NEW).partition(",")[2],
    "a time beyond every clock": lambda body: f"t={'9' * 5000},v1={'0' * 64}",
    "no signature": lambda body: header(body, NEW).partition(",")[0],
    "only another scheme": lambda body: header(body, NEW).replace("v1=", "v0="),
    "another secret": lambda body: header(body, "whsec_stranger"),
    "an empty secret": lambda body: header(body, ""),
    "another body": lambda body: header(body + b" ", NEW),
    "too old": lambda body: header(body, NEW, age=TOLERANCE + 10),
    "too far in the future": lambda body: header(body, NEW, age=-(TOLERANCE + 10)),
    "a year in the future": lambda body: header(body, NEW, age=-365 * 86400),
    "a signature that is not ASCII": lambda body: header(body, NEW)[:-1] + "é",
    "a time that was changed": lambda body: (
        "t=" + str(int(time.time()) - 1) + "," + header(body, NEW).partition(",")[2]
    ),
}


@pytest.mark.parametrize("case", ACCEPTED)
def test_a_right_signature_is_accepted(rolling: Flask, body: bytes, case: str) -> None:
    assert post(rolling, body, ACCEPTED[case](body)) == (200, {"received": True, "outcome": "processed"})


@pytest.mark.parametrize("case", REFUSED)
def test_a_wrong_signature_is_a_400_and_leaves_no_trace(
    rolling: Flask, db: psycopg.Connection, body: bytes, case: str
) -> None:
    status, problem = post(rolling, body, REFUSED[case](body))

    assert (status, problem["type"]) == (400, "urn:stripe-svc:problem:signature-invalid")
    assert db.execute("SELECT FROM stripe_events").fetchall() == []


NOT_EVENTS: dict[str, bytes] = {
    "nothing": b"",
    "not UTF-8": b'{"id": "\xff"}',
    "not JSON": b"{",
    "a number": b"7",
    "a list": b"[]",
    "null": b"null",
    "an empty object": b"{}",
    "not a number": json.dumps(event("x", {"amount": float("nan")})).encode(),
    "infinity": json.dumps(event("x", {"amount": float("inf")})).encode(),
    "nesting without end": b"[" * 100_000,
    "a number without end": b'{"created": ' + b"9" * 5000 + b"}",
    "another object": json.dumps(event("x", {}) | {"object": "charge"}).encode(),
    "an id of 256 characters": json.dumps(event("x", {}, id="e" * 256)).encode(),
    "an id with a NUL": json.dumps(event("x", {}, id="evt_\0")).encode(),
    "an id that is a number": json.dumps(event("x", {}, id=1)).encode(),
    "a lone surrogate": json.dumps(event("x", {}, id="evt_\ud800")).encode(),
    "no type": json.dumps(event("", {})).encode(),
    "a time that is true": json.dumps(event("x", {}, created=True)).encode(),
    "a time beyond the calendar": json.dumps(event("x", {}, created=10**18)).encode(),
    "a livemode that is a text": json.dumps(event("x", {}, livemode="false")).encode(),
    "an object that is a text": json.dumps(event("x", {}) | {"data": {"object": "cs_1"}}).encode(),
    "no data": json.dumps(event("x", {}) | {"data": None}).encode(),
}


@pytest.mark.parametrize("case", NOT_EVENTS)
def test_a_signed_body_that_is_not_an_event_is_a_400(rolling: Flask, case: str) -> None:
    body = NOT_EVENTS[case]

    status, problem = post(rolling, body, sign(body, NEW))

    assert (status, problem["type"]) == (400, "urn:stripe-svc:problem:payload-invalid")
    assert problem["detail"]


def test_a_body_over_the_limit_is_a_413(rolling: Flask) -> None:
    body = b" " * (1024 * 1024 + 1)

    assert post(rolling, body, sign(body, NEW))[0] == 413


@pytest.mark.parametrize("text", ["\x00", "\ud800", "💶", "'; DROP TABLE orders; --", "%s %(x)s :'id'"])
def test_whatever_a_payload_contains_is_journalled_as_it_came(
    rolling: Flask, db: psycopg.Connection, text: str
) -> None:
    odd = json.dumps(event("customer.updated", {"id": "cus_1", "object": "customer", "name": text})).encode()

    assert post(rolling, odd, sign(odd, NEW)) == (200, {"received": True, "outcome": "ignored"})
    assert db.execute("SELECT payload::text FROM stripe_events").fetchall() == [(odd.decode(),)]


def test_an_id_of_255_characters_is_an_id(rolling: Flask, db: psycopg.Connection) -> None:
    longest = json.dumps(event("x", {"id": "y" * 5000}, id="e" * 255)).encode()

    assert post(rolling, longest, sign(longest, NEW))[0] == 200
    assert post(rolling, longest, sign(longest, NEW))[1]["outcome"] == "duplicate"


@pytest.mark.parametrize("path", ["/webhooks/stripe", "/webhooks/stripe/"])
def test_the_webhook_never_redirects(rolling: Flask, body: bytes, path: str) -> None:
    response = rolling.test_client().post(path, data=body, headers={"Stripe-Signature": header(body, NEW)})

    assert response.status_code == 200
