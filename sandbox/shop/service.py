"""The shop's client of the payment service: seven calls, and one exception for when they fail."""

from typing import Any
from urllib.parse import quote

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

TIMEOUT_SECONDS = 15
# A 503 that says Retry-After is worth asking again: each call is safe to repeat.
_COME_AGAIN = Retry(3, connect=0, read=0, status_forcelist={503}, allowed_methods=None, raise_on_status=False)

Order = dict[str, Any]


class Problem(Exception):
    """The service said no (its `detail`, its status), or could not be reached (503)."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


class PaymentService:
    def __init__(self, url: str, api_key: str) -> None:
        self._url = url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {api_key}", "Accept": "application/json"}

    def create_order(self, order: Order, idempotency_key: str) -> Order:
        """The same key and order again give the same order back, so sending twice is safe."""
        return self._call("POST", "/v1/orders", json=order, headers={"Idempotency-Key": idempotency_key})

    def get_order(self, order_id: str) -> Order:
        return self._call("GET", f"/v1/orders/{quote(order_id, safe='')}")

    def list_orders(self, after: str | None = None) -> dict[str, Any]:
        """`{"data": [order…], "has_more": bool, "next_after": id or None}`, newest first."""
        return self._call("GET", "/v1/orders", params={"limit": "20"} | ({"after": after} if after else {}))

    def start_checkout(self, order_id: str) -> str:
        """The URL of the hosted page to send the buyer to. An open checkout is continued, not doubled."""
        return str(self._call("POST", f"/v1/orders/{quote(order_id, safe='')}/checkout")["url"])

    def get_access(self, customer_reference: str) -> dict[str, Any]:
        """What a customer may use now, and until when. Asked on each page view, never remembered."""
        return self._call("GET", f"/v1/customers/{quote(customer_reference, safe='')}/access")

    def start_portal(self, customer_reference: str, return_url: str) -> str:
        """The URL of the page where a customer changes their card, and cancels."""
        path = f"/v1/customers/{quote(customer_reference, safe='')}/portal"
        return str(self._call("POST", path, json={"return_url": return_url})["url"])

    def cancel_subscription(self, subscription_id: str) -> None:
        """At the end of what was paid for."""
        path = f"/v1/subscriptions/{quote(subscription_id, safe='')}/cancel"
        self._call("POST", path, json={"at_period_end": True})

    def _call(
        self,
        method: str,
        path: str,
        *,
        json: Order | None = None,
        params: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
    ) -> dict[str, Any]:
        try:
            with requests.Session() as session:
                session.trust_env = False  # the service is a neighbour, never behind a proxy
                session.mount(self._url, HTTPAdapter(max_retries=_COME_AGAIN))
                answer = session.request(
                    method,
                    self._url + path,
                    json=json,
                    params=params,
                    headers=self._headers | (headers or {}),
                    timeout=TIMEOUT_SECONDS,
                    allow_redirects=False,
                )
            body = answer.json()
        except (requests.RequestException, ValueError) as error:
            raise Problem(503, "The payment service does not answer. Please try again in a moment.") from error
        if not isinstance(body, dict) or not answer.ok:
            detail = body.get("detail") or body.get("title") if isinstance(body, dict) else None
            raise Problem(answer.status_code, str(detail or "The payment service refused, without a reason."))
        return body
