"""A small HTTP client for the tests: what a shop's code and Stripe's servers send."""

import json
from dataclasses import dataclass
from typing import Any

import urllib3

from tests.contract import check_answer
from tests.signing import sign


@dataclass(frozen=True)
class Answer:
    """What came back. `body` is the parsed JSON, or the text."""

    status: int
    headers: urllib3.HTTPHeaderDict
    body: Any


class Client:
    """Talks to one running service. Nothing is retried, no redirect followed; answers must be as /docs says."""

    def __init__(self, base: str, api_key: str, webhook_secret: str) -> None:
        self.base = base
        self.webhook_secret = webhook_secret
        self._headers = {"Authorization": f"Bearer {api_key}"}
        self._pool = urllib3.PoolManager(maxsize=80, retries=False, timeout=30)

    def get(self, path: str, **headers: str) -> Answer:
        return self.send("GET", path, headers=self._headers | headers)

    def post(self, path: str, body: Any = None, **headers: str) -> Answer:
        content = {} if body is None else {"Content-Type": "application/json"}
        data = b"" if body is None else json.dumps(body).encode()
        return self.send("POST", path, data, self._headers | content | headers)

    def deliver(self, event: dict[str, Any]) -> Answer:
        """Delivers an event as Stripe does: signed, now."""
        payload = json.dumps(event, indent=2).encode()
        return self.send(
            "POST", "/webhooks/stripe", payload, {"Stripe-Signature": sign(payload, self.webhook_secret)}
        )

    def close(self) -> None:
        """Ends the idle connections, which gunicorn would wait for."""
        self._pool.clear()

    def send(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Answer:
        response = self._pool.request(
            method, self.base + path, body=body or None, headers=headers or {}, redirect=False
        )
        check_answer(method, path, response.status, response.headers.get("Content-Type", ""), response.data)
        is_json = "json" in response.headers.get("Content-Type", "")
        return Answer(
            response.status, response.headers, json.loads(response.data) if is_json else response.data.decode()
        )
