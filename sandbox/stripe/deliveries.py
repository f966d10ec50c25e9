"""Sending events to webhook endpoints, signed as Stripe signs them, until they answer 2xx.

Signature: https://docs.stripe.com/webhooks#verify-manually. As at Stripe, anything else than 2xx is a failure,
redirects included; deliveries of different events overlap and keep no order; a failed one is tried again for
three days with growing delays (https://docs.stripe.com/webhooks#retries), which here begin at one second so
that nobody has to wait at a desk. An endpoint that accepts nothing for all that time is disabled
(https://docs.stripe.com/webhooks#disable).
"""

import hashlib
import hmac
import json
import sqlite3
import threading
import time
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass

import requests

from . import clock, endpoints
from .destinations import Destination, new_secret
from .outbox import Delivery
from .store import Store

AT_ONCE = 8
TIMEOUT_SECONDS = 10
CLAIM_SECONDS = 2 * TIMEOUT_SECONDS + 5
POLL_SECONDS = 0.25
ANSWER_BYTES = 2048
NOT_SENT = "Not sent, as POST /_sandbox/deliveries asked for (drop)."


@dataclass(frozen=True)
class Pace:
    """How long failed deliveries wait, and when they are given up: `speed_up` divides all of it."""

    speed_up: float = 1

    def delay_seconds(self, tries: int) -> float:
        return float(min(60, 2**tries)) / self.speed_up

    @property
    def give_up_seconds(self) -> float:
        return 3 * 24 * 3600 / self.speed_up


def delivery_headers(store: Store, destination: Destination, body: bytes) -> dict[str, str]:
    """What goes with an event; made anew for each attempt, as the receiver refuses old timestamps."""
    with store.snapshot() as tx:
        fresh = tx.outbox.destination(destination.id) or destination
        secrets = [new_secret()] if tx.outbox.switches().rolled_secret else fresh.secrets(clock.now())
    return {
        "Content-Type": "application/json; charset=utf-8",
        "Stripe-Signature": signature_header(body, secrets, int(clock.real_now())),
        "User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
    }


def signature_header(body: bytes, secrets: list[str], timestamp: int) -> str:
    signed = f"{timestamp}.".encode() + body
    digests = [hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest() for secret in secrets]
    return ",".join([f"t={timestamp}", *(f"v1={digest}" for digest in digests)])


def payload(event: dict[str, object]) -> bytes:
    return json.dumps(event, indent=2, ensure_ascii=False).encode()


class Dispatcher:
    """Sends what is due to every enabled endpoint, a few at a time to each, in the background.

    `forward_to` and `secret` are those of --forward-to. Endpoints that another process made for its own --forward-to
    are left to that one.
    """

    def __init__(self, store: Store, forward_to: str | None, secret: str, pace: Pace) -> None:
        self._store = store
        self._forward_to = forward_to
        self._secret = secret
        self._pace = pace
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._free: dict[str, threading.Semaphore] = defaultdict(lambda: threading.Semaphore(AT_ONCE))
        self._thread = threading.Thread(target=self._run, name="deliveries", daemon=True)

    def start(self) -> None:
        if self._forward_to is not None:
            with self._store.transaction() as tx:
                endpoints.keep_forwarding(tx, self._forward_to, self._secret)
        self._store.on_news(self._wake.set)
        self._thread.start()

    def stop(self) -> None:
        """Begin nothing new, and give what is under way a second to be recorded."""
        self._stopping.set()
        self._wake.set()
        self._thread.join()
        deadline = time.monotonic() + 1
        for free in self._free.values():
            for _ in range(AT_ONCE):
                free.acquire(timeout=max(0, deadline - time.monotonic()))

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._wake.clear()
            with suppress(sqlite3.OperationalError):  # another process held the file for long: next time
                for destination in self._destinations():
                    self._send_what_is_due(destination)
                self._give_up_undeliverable()
            # Polling as well finds retries, and events that another process put on the same file.
            self._wake.wait(POLL_SECONDS)

    def _destinations(self) -> list[Destination]:
        with self._store.snapshot() as tx:
            return [each for each in tx.outbox.destinations() if each.is_enabled and self._is_ours(each)]

    def _is_ours(self, destination: Destination) -> bool:
        """A listener is told by whoever holds its connection."""
        if destination.is_listener:
            return False
        return not destination.is_from_forward_to or destination.url == self._forward_to

    def _send_what_is_due(self, destination: Destination) -> None:
        free = self._free[destination.id]
        while not self._stopping.is_set() and free.acquire(blocking=False):
            delivery = None
            try:
                delivery = claim(self._store, destination, CLAIM_SECONDS)
            finally:
                if delivery is None:
                    free.release()
            if delivery is None:
                return
            threading.Thread(target=self._send_and_record, args=(delivery, free), daemon=True).start()

    def _send_and_record(self, delivery: Delivery, free: threading.Semaphore) -> None:
        try:
            status, answer = (None, NOT_SENT) if delivery.is_dropped and not delivery.tries else self._send(delivery)
            self._record(delivery, status, answer)
        finally:
            free.release()
            self._wake.set()

    def _send(self, delivery: Delivery) -> tuple[int | None, str]:
        """The HTTP status and the start of the answer; no status and the reason when there was no answer."""
        body = payload(delivery.event)
        headers = delivery_headers(self._store, delivery.destination, body)
        session = requests.Session()
        session.trust_env = False  # an endpoint on this machine is never behind the proxy of the environment
        try:
            with session.post(
                delivery.destination.url,
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

    def _record(self, delivery: Delivery, status: int | None, answer: str) -> None:
        with self._store.transaction() as tx:
            now = clock.now()
            state = "succeeded" if is_success(status) else "pending"
            # From the first attempt on: it may have come late, when somebody had moved the clock by weeks.
            if state == "pending" and delivery.tries and now - delivery.first_due_at > self._pace.give_up_seconds:
                state = "failed"
            tx.outbox.record_attempt(
                delivery,
                at=now,
                status=status,
                answer=answer,
                state=state,
                next_due_at=now + self._pace.delay_seconds(delivery.tries),
            )
            if state == "failed" and not tx.outbox.has_accepted_since(delivery.destination.id, delivery.first_due_at):
                endpoints.disable_itself(tx, delivery.destination.id)

    def _give_up_undeliverable(self) -> None:
        """There are no retries to an endpoint that is disabled when one is due: see #disable, as above."""
        with self._store.snapshot() as tx:
            if not tx.outbox.undeliverable(clock.now()):
                return
        with self._store.transaction() as tx:
            for delivery_id in tx.outbox.undeliverable(clock.now()):
                tx.outbox.give_up(delivery_id)


def claim(store: Store, destination: Destination, seconds: float) -> Delivery | None:
    """What this process is to send there next; read first, so that there is nothing to write when nothing is due."""
    with store.snapshot() as tx:
        if tx.outbox.next_due(destination.id, clock.now(), clock.real_now()) is None:
            return None
    with store.transaction() as tx:
        return tx.outbox.claim(destination, clock.now(), clock.real_now(), seconds)


def is_success(status: int | None) -> bool:
    return status is not None and 200 <= status < 300
