"""The local Stripe as its users meet it: a process, the official SDK, a browser's requests, a webhook receiver."""

import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import requests
import stripe

from tests.sandbox.stripe_shapes import check_answer, check_event

ROOT = Path(__file__).parents[2]
SECRET = "whsec_for_tests"
CARD_GOOD = "4242 4242 4242 4242"
CARD_DECLINED = "4000 0000 0000 0002"
CARD_NO_FUNDS = "4000 0000 0000 9995"
CARD_SLOW_REFUND = "4000 0000 0000 7726"
CARD_FAILING_REFUND = "4000 0000 0000 5126"
CARD_DISPUTED = "4000 0000 0000 0259"
CARD_NOT_RECEIVED = "4000 0000 0000 2685"
CARD_ASKING = "4000 0025 0000 3155"
CARD_ASKING_3DS2 = "4000 0000 0000 3220"
CARD_ASKING_THEN_DECLINED = "4000 0084 0000 1629"
CARD_INQUIRY = "4000 0000 0000 1976"

# What a payment by card emits.
PAID = [
    "payment_intent.created",
    "charge.succeeded",
    "payment_intent.succeeded",
    "checkout.session.completed",
]


def until(condition: Callable[[], Any], seconds: float = 15) -> Any:
    """The first truthy result, polled for; fails when none comes in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := condition():
            return found
        time.sleep(0.02)
    raise AssertionError("it did not happen in time")


def refusal(of: Any) -> stripe.StripeError:
    """The error that the SDK raises."""
    with pytest.raises(stripe.StripeError) as caught:
        of()
    return caught.value


@dataclass
class Received:
    body: bytes
    headers: dict[str, str]
    event: dict[str, Any]


class Receiver:
    """A webhook endpoint. It answers with `statuses` in turn, then 200, and remembers what it accepted or refused."""

    def __init__(self) -> None:
        self.statuses: list[int] = []
        self.received: list[Received] = []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                event = json.loads(body)
                check_event(event)
                receiver.received.append(Received(body, dict(self.headers), event))
                status = receiver.statuses.pop(0) if receiver.statuses else 200
                self.send_response(status)
                if 300 <= status < 400:
                    self.send_header("Location", "/elsewhere")
                self.end_headers()
                self.wfile.write(b"seen")

            def log_message(self, format: str, *args: object) -> None:
                """Quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/webhooks"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def types(self) -> list[str]:
        return [each.event["type"] for each in list(self.received)]

    def of_type(self, kind: str) -> list[Received]:
        return [each for each in list(self.received) if each.event["type"] == kind]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@dataclass(frozen=True)
class Paid:
    """A payment that succeeded, by its ids."""

    session: str
    intent: str
    charge: str


def checked(answer: requests.Response, *_: Any, **__: Any) -> None:
    check_answer(answer.request.method or "", answer.url, answer.status_code, answer.content)


class CheckingClient(stripe.RequestsClient):
    """The SDK's own client, and a look at what it receives."""

    def request(self, method: str, url: str, headers: Any, post_data: Any = None, **_: Any) -> Any:
        received = super().request(method, url, headers, post_data)
        check_answer(method, url, received[1], received[0])
        return received


@dataclass
class LocalStripe:
    process: subprocess.Popen[str]
    url: str
    client: stripe.StripeClient = field(init=False)

    def __post_init__(self) -> None:
        self.client = stripe.StripeClient(
            "sk_test_any", base_addresses={"api": self.url}, max_network_retries=0, http_client=CheckingClient()
        )

    @property
    def sessions(self) -> Any:
        """`checkout.sessions` of the SDK; untyped here, as tests also send what its types forbid."""
        return self.client.v1.checkout.sessions

    def new_session(self, amount: int = 1250, currency: str = "eur", **more: Any) -> Any:
        return self.sessions.create(session_params(amount, currency) | more)

    def paid(self, amount: int = 1250, currency: str = "eur", /, **how: Any) -> Paid:
        """A new session that its buyer has paid: by the good card, or as told."""
        session_id = self.new_session(amount, currency).id
        how = how if "method" in how else {"card": CARD_GOOD} | how
        assert self.control(f"sessions/{session_id}/pay", **how).ok
        if "method" in how:
            assert self.control(f"sessions/{session_id}/settle", outcome="succeeded").ok
        intent = self.sessions.retrieve(session_id, {"expand": ["payment_intent"]}).payment_intent
        return Paid(session_id, intent.id, intent.latest_charge)

    def control(self, route: str, **body: Any) -> requests.Response:
        return requests.post(f"{self.url}/_sandbox/{route}", json=body, timeout=15, hooks={"response": checked})

    def press(self, path: str, **form: str) -> requests.Response:
        """What the browser sends when the developer presses a button on the dashboard."""
        return requests.post(f"{self.url}{path}", data=form, timeout=15, allow_redirects=False)

    def control_faults(self) -> Any:
        return requests.get(f"{self.url}/_sandbox/faults", timeout=15).json()["faults"]

    def submit(self, session_id: str, **form: str) -> requests.Response:
        """What the browser sends when the buyer presses a button on the payment page."""
        form = {"email": "buyer@example.com"} | form
        return requests.post(f"{self.url}/c/pay/{session_id}", data=form, timeout=15, allow_redirects=False)

    def page(self, path: str) -> str:
        return requests.get(f"{self.url}{path}", timeout=15).text

    def raw(self, method: str, path: str, **more: Any) -> requests.Response:
        headers = {"Authorization": "Bearer sk_test_any"} | more.pop("headers", {})
        return requests.request(
            method, self.url + path, headers=headers, timeout=15, hooks={"response": checked}, **more
        )

    def events_of(self, session_id: str) -> list[Any]:
        """The events about a session, its PaymentIntent, and what is tied to that, oldest first."""
        intent = self.sessions.retrieve(session_id).payment_intent
        found = []
        for event in reversed(self.raw("GET", "/v1/events?limit=100").json()["data"]):
            subject = event["data"]["object"]
            if {subject["id"], subject.get("payment_intent")} & {session_id, intent} - {None}:
                found.append(stripe.Event.construct_from(event, None))
        return found

    def event_types(self, session_id: str) -> list[str]:
        return [event.type for event in self.events_of(session_id)]

    def kill(self) -> None:
        """kill -9."""
        self.process.kill()
        self.process.wait()


def session_params(amount: int = 1250, currency: str = "eur") -> dict[str, Any]:
    return {
        "mode": "payment",
        "line_items": [
            {
                "price_data": {
                    "currency": currency,
                    "unit_amount": amount,
                    "product_data": {"name": "Kännchen ☕"},
                },
                "quantity": 1,
            }
        ],
        "success_url": "http://127.0.0.1:9/thanks?session_id={CHECKOUT_SESSION_ID}",
        "cancel_url": "http://127.0.0.1:9/basket",
        "client_reference_id": "42",
        "metadata": {"order_id": "42"},
        "payment_intent_data": {"metadata": {"order_id": "42"}},
    }


def start(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "sandbox.stripe", "--port", "0", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "SANDBOX_STRIPE_WEBHOOK_SECRET": SECRET} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def running(*arguments: str, **environment: str) -> Iterator[LocalStripe]:
    process = start(*arguments, **environment)
    try:
        assert process.stdout is not None and process.stderr is not None
        found = re.search(r"http://\S+", process.stdout.readline())
        assert found is not None, process.stderr.read()
        yield LocalStripe(process, found.group())
    finally:
        process.terminate()
        try:
            process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise
