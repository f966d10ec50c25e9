"""The local Stripe as a process of its own, and what the tests ask of it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import urllib3

from tests.service import ROOT, free_port, wait_until_it_answers


@dataclass(frozen=True)
class LocalStripe:
    """A running local Stripe. Its state is forgotten when it stops."""

    url: str

    @classmethod
    @contextmanager
    def running(
        cls, *, forward_to: str | None = None, webhook_secret: str = "whsec_local"
    ) -> Iterator["LocalStripe"]:
        """Starts it, waits until it answers, and stops it at the end."""
        port = free_port()
        process = subprocess.Popen(
            [sys.executable, "-m", "sandbox.stripe", "--port", str(port)]
            + (["--forward-to", forward_to] if forward_to else []),
            cwd=ROOT,
            env={"PATH": os.environ["PATH"], "SANDBOX_STRIPE_WEBHOOK_SECRET": webhook_secret or "whsec_local"},
            stdout=subprocess.DEVNULL,
        )
        stripe = cls(f"http://127.0.0.1:{port}")
        try:
            wait_until_it_answers(f"{stripe.url}/healthz")
            yield stripe
        finally:
            process.terminate()
            process.wait(30)

    def pay(self, session_id: str, card: str = "4242424242424242") -> Any:
        """The buyer types a card number and pays."""
        return self._post(f"/_sandbox/sessions/{session_id}/pay", {"card": card})

    def pay_by_bank_debit(self, session_id: str) -> Any:
        """The buyer chooses a delayed payment method: the session completes, the money comes later."""
        return self._post(f"/_sandbox/sessions/{session_id}/pay", {"method": "bank_debit"})

    def settle(self, session_id: str, outcome: str) -> Any:
        """The bank answers: `succeeded` or `failed`."""
        return self._post(f"/_sandbox/sessions/{session_id}/settle", {"outcome": outcome})

    def settle_refund(self, refund_id: str, outcome: str) -> Any:
        """The bank answers about a refund: `succeeded` or `failed`, which may come late."""
        return self._post(f"/_sandbox/refunds/{refund_id}/settle", {"outcome": outcome})

    def dispute(self, payment_intent: str, **changes: Any) -> Any:
        """The buyer's bank disputes a payment; `inquiry=True` only asks."""
        return self._post(f"/_sandbox/payment_intents/{payment_intent}/dispute", changes)

    def settle_dispute(self, dispute_id: str, outcome: str) -> Any:
        """`won`, `lost`, `under_review`, `escalated` or `warning_closed`."""
        return self._post(f"/_sandbox/disputes/{dispute_id}/settle", {"outcome": outcome})

    @contextmanager
    def misbehaving(self, fault: str, times: int = 100, path: str = "/v1/checkout/sessions") -> Iterator[None]:
        """For this block, POSTs to `path` end in `drop_response`, `500`, `429` or `delay_ms:…`."""
        self._post("/_sandbox/faults", {"method": "POST", "path": path, "times": times, "fault": fault})
        try:
            yield
        finally:
            urllib3.request("DELETE", f"{self.url}/_sandbox/faults", retries=False, timeout=10)

    def get(self, path: str) -> Any:
        """An API call."""
        answer = urllib3.request(
            "GET", self.url + path, headers={"Authorization": "Bearer sk_test_tests"}, retries=False, timeout=10
        )
        assert answer.status == 200, answer.data
        return answer.json()

    def expire(self, session_id: str) -> None:
        """What POST /v1/checkout/sessions/{id}/expire does."""
        self.call(f"/v1/checkout/sessions/{session_id}/expire", {})

    def create_price(self, currency: str, unit_amount: int) -> str:
        """A price of a new product; returns its id."""
        fields = {"currency": currency, "unit_amount": str(unit_amount), "product_data[name]": "Tea"}
        return str(self.call("/v1/prices", fields)["id"])

    def refund(self, payment_intent: str, **fields: str) -> Any:
        """What somebody does in Stripe's dashboard."""
        return self.call("/v1/refunds", {"payment_intent": payment_intent, **fields})

    def refunds(self, payment_intent: str) -> list[dict[str, Any]]:
        """The refunds of a payment, newest first."""
        return list(self.get(f"/v1/refunds?limit=100&payment_intent={payment_intent}")["data"])

    def events(self, object_id: str) -> list[dict[str, Any]]:
        """The events about a session, a payment, a refund or a dispute, oldest first."""
        events = self.get("/v1/events?limit=100")["data"]
        return [event for event in reversed(events) if event["data"]["object"]["id"] == object_id]

    def call(self, path: str, fields: dict[str, str]) -> Any:
        """A POST to the API, which must succeed."""
        status, body = self._call(path, fields)
        assert status == 200, body
        return body

    def try_call(self, path: str, fields: dict[str, str]) -> Any:
        """The same; None if Stripe refuses."""
        status, body = self._call(path, fields)
        assert status in {200, 400, 404}, body
        return body if status == 200 else None

    def _call(self, path: str, fields: dict[str, str]) -> tuple[int, Any]:
        headers = {
            "Authorization": "Bearer sk_test_tests",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        answer = urllib3.request(
            "POST", self.url + path, body=urlencode(fields), headers=headers, retries=False, timeout=10
        )
        return answer.status, answer.json()

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        answer = urllib3.request("POST", self.url + path, json=body, retries=False, timeout=10)
        assert answer.status < 300, answer.data
        return json.loads(answer.data or b"null")
