"""Sending events to the endpoint given by --forward-to, signed as Stripe signs them, until it answers 2xx.

Signature: https://docs.stripe.com/webhooks#verify-manually. As at Stripe, anything else than 2xx is a failure,
redirects included; deliveries of different events overlap and keep no order; a failed one is tried again for
three days with growing delays (https://docs.stripe.com/webhooks#retries), which here begin at one second so
that nobody has to wait at a desk.
"""

import hashlib
import hmac
import json
import sqlite3
import threading
import time
from contextlib import suppress

import requests

from .outbox import Delivery
from .store import Store

AT_ONCE = 8
TIMEOUT_SECONDS = 10
CLAIM_SECONDS = 2 * TIMEOUT_SECONDS + 5
POLL_SECONDS = 0.25
LONGEST_DELAY_SECONDS = 60
GIVE_UP_SECONDS = 3 * 24 * 3600
ANSWER_BYTES = 2048


def signature_header(body: bytes, secret: str, timestamp: int) -> str:
    signed = f"{timestamp}.".encode() + body
    digest = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return f"t={timestamp},v1={digest}"


class Dispatcher:
    """Sends what is due for one endpoint, a few at a time, in the background."""

    def __init__(self, store: Store, url: str, secret: str) -> None:
        self._store = store
        self._url = url
        self._secret = secret
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._free = threading.Semaphore(AT_ONCE)
        self._thread = threading.Thread(target=self._run, name="deliveries", daemon=True)

    def start(self) -> None:
        with self._store.transaction() as tx:
            tx.outbox.insert_endpoint(self._url)
            tx.outbox.release_claims(self._url)
        self._store.on_deliveries = self._wake.set
        self._thread.start()

    def stop(self) -> None:
        """Begin nothing new, and give what is under way a second to be recorded."""
        self._stopping.set()
        self._wake.set()
        self._thread.join()
        deadline = time.monotonic() + 1
        for _ in range(AT_ONCE):
            self._free.acquire(timeout=max(0, deadline - time.monotonic()))

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._wake.clear()
            self._send_what_is_due()
            # Polling as well finds retries, and events that another process put on the same file.
            self._wake.wait(POLL_SECONDS)

    def _send_what_is_due(self) -> None:
        while not self._stopping.is_set() and self._free.acquire(blocking=False):
            delivery = None
            with suppress(sqlite3.OperationalError):  # another process held the file for long: next time
                delivery = self._claim()
            if delivery is None:
                self._free.release()
                return
            threading.Thread(target=self._send_and_record, args=(delivery,), daemon=True).start()

    def _claim(self) -> Delivery | None:
        with self._store.snapshot() as tx:
            if tx.outbox.next_due(self._url, time.time()) is None:
                return None
        with self._store.transaction() as tx:
            now = time.time()
            return tx.outbox.claim(self._url, now, now + CLAIM_SECONDS)

    def _send_and_record(self, delivery: Delivery) -> None:
        try:
            at = time.time()
            status, answer = self._send(delivery)
            succeeded = status is not None and 200 <= status < 300
            state = "succeeded" if succeeded else "pending"
            if not succeeded and time.time() - delivery.first_due_at > GIVE_UP_SECONDS:
                state = "failed"
            with self._store.transaction() as tx:
                tx.outbox.record_attempt(
                    delivery,
                    at=at,
                    status=status,
                    answer=answer,
                    state=state,
                    next_due_at=time.time() + min(LONGEST_DELAY_SECONDS, 2**delivery.tries),
                )
        finally:
            self._free.release()
            self._wake.set()

    def _send(self, delivery: Delivery) -> tuple[int | None, str]:
        """The HTTP status and the start of the answer; no status and the reason when there was no answer."""
        body = json.dumps(delivery.event, indent=2, ensure_ascii=False).encode()
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Stripe-Signature": signature_header(body, self._secret, int(time.time())),
            "User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
        }
        session = requests.Session()
        session.trust_env = False  # an endpoint on this machine is never behind the proxy of the environment
        try:
            with session.post(
                self._url,
                data=body,
                headers=headers,
                timeout=TIMEOUT_SECONDS,
                allow_redirects=False,
                stream=True,
            ) as response:
                answer = next(response.iter_content(ANSWER_BYTES), b"")
                return response.status_code, answer.decode(errors="replace")
        except (requests.RequestException, OSError) as error:
            return None, f"{type(error).__name__}: {error}"[:ANSWER_BYTES]
        finally:
            session.close()
