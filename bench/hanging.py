"""A Stripe that hangs: how long events and look-ups take while buyers and the worker ask it all the time.

The same is measured in turn at a second service, where nobody asks Stripe.
"""

import json
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from itertools import cycle
from statistics import quantiles
from urllib.parse import urlsplit

import psycopg

from bench import traffic
from bench.books import FIRST_FILLED, Books, run_file
from bench.load import BenchError, Sample, Target, running, serving
from stripe_svc.settings import THREADS, cores

BUYERS = 16
# A buyer who was refused comes again after this long; Retry-After asks for more.
PAUSE_SECONDS = 0.25
# How many measure each kind of request at once.
CONNECTIONS = 2
# The seconds between two requests of one connection. Nobody asks for health all the time, and that would take the
# cores from the others.
PAUSES = {"GET /healthz": 0.01}
# The most events of a kind that are prepared for a second.
PER_SECOND = 1_500
# Whoever waits for longer waits for ever.
TIMEOUT_SECONDS = 120
# What all processes of a service together let wait for Stripe.
SLOTS = max(2, cores()) * THREADS // 2


class HangingStripe:
    """Takes connections and never says anything on them."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=100)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._connections: list[socket.socket] = []
        self._thread = threading.Thread(target=self._accept)
        self._thread.start()

    def wait_until_asked(self, times: int, by: str) -> None:
        deadline = time.monotonic() + 60
        while len(self._connections) < times:
            if time.monotonic() > deadline:
                raise BenchError(f"Stripe was to be asked {times} times by {by}; it was {len(self._connections)}.")
            time.sleep(0.02)

    def end(self) -> None:
        """All connections break, and no more are taken."""
        if self._thread.is_alive():
            self._listener.shutdown(socket.SHUT_RDWR)  # wakes the thread; close() would not
            self._thread.join()
            for connection in (self._listener, *self._connections):
                connection.close()

    def _accept(self) -> None:
        while True:
            try:
                self._connections.append(self._listener.accept()[0])
            except OSError:
                return


class Connection:
    """To a service, over which prepared requests go one after the other."""

    def __init__(self, url: str) -> None:
        self._socket = socket.create_connection((urlsplit(url).hostname, urlsplit(url).port), TIMEOUT_SECONDS)
        self._answers = self._socket.makefile("rb")

    def __enter__(self) -> "Connection":
        return self

    def __exit__(self, *_: object) -> None:
        self._answers.close()
        self._socket.close()

    def ask(self, request: bytes) -> tuple[int, bytes]:
        """Returns status and body."""
        self._socket.sendall(request)
        status = int(self._answers.readline().split()[1])
        length = 0
        while line := self._answers.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return status, self._answers.read(length)


class Buyers:
    """They ask a service for payment pages, which it has to ask Stripe for, again and again."""

    def __init__(self, service: Target, api_key: str, keys: Iterator[int]) -> None:
        self._url, self._api_key = service[0], api_key
        self._over = threading.Event()
        # The seconds after which each of them was told to come again.
        self.refusals: list[float] = []
        with Connection(self._url) as connection:
            orders = traffic.new_orders([next(keys) for _ in range(BUYERS)], api_key)
            ids = [json.loads(connection.ask(order)[1])["id"] for order in orders]
        self._pool = ThreadPoolExecutor(BUYERS)
        self._buying = [self._pool.submit(self._keep_buying, order_id) for order_id in ids]

    def end(self) -> None:
        """Stripe must have ended before: some wait for it."""
        self._over.set()
        for buyer in self._buying:
            buyer.result()
        self._pool.shutdown()

    def _keep_buying(self, order_id: int) -> None:
        while not self._over.wait(PAUSE_SECONDS):
            # A connection of its own each time, as from nginx: gunicorn ends those that were idle for two seconds.
            with Connection(self._url) as connection:
                began = time.monotonic()
                status, body = connection.ask(traffic.checkout(order_id, self._api_key))
            if status == 503 and b"stripe-busy" in body:
                self.refusals.append(time.monotonic() - began)


@contextmanager
def hanging(
    books: Books, settings: Mapping[str, str], api_key: str, secret: str, keys: Iterator[int]
) -> Iterator[tuple[Target, Buyers]]:
    """A service whose Stripe hangs. Its worker and as many of its threads as may wait for Stripe do, all the time."""
    with ExitStack() as stack:
        stripe = HangingStripe()
        stack.callback(stripe.end)
        settings = {**settings, "STRIPE_API_BASE": stripe.url}
        service = stack.enter_context(serving("wsgi:app", settings))
        _mark_a_subscription(books, service, secret)
        stack.enter_context(running(["stripe_svc.worker"], settings))
        stripe.wait_until_asked(1, "the worker")
        buyers = Buyers(service, api_key, keys)
        stack.callback(buyers.end)
        stack.callback(stripe.end)  # before those who wait for it
        stripe.wait_until_asked(1 + SLOTS, "the worker and the buyers")
        yield service, buyers


class Requests:
    """Those that need no Stripe. All kinds are sent at once."""

    def __init__(self, books: Books, api_key: str, secret: str, seconds: int) -> None:
        self._books, self._api_key, self._secret, self._seconds = books, api_key, secret, seconds

    def measure(self, service: Target) -> dict[str, Sample]:
        """Each kind over connections of its own."""
        payments, subscriptions = self._orders(), self._orders(of_subscriptions=True)
        filled = range(FIRST_FILLED, FIRST_FILLED + min(self._books.filled, 2_000))
        look_ups = {
            "GET order": [f"/v1/orders/{order}" for order in filled],
            "GET access": [f"/v1/customers/customer-{order // 3}/access" for order in filled],
            "GET /healthz": ["/healthz"],
        }
        requests = {
            "payment events": iter(list(traffic.webhooks(payments, self._secret))),
            "invoice events": iter(list(traffic.invoices_paid(subscriptions, self._secret))),
        } | {kind: cycle(list(traffic.look_ups(paths, self._api_key))) for kind, paths in look_ups.items()}
        samples = self._send_all(service[0], requests)
        self._books.check(payments, samples["payment events"], connections=0)
        self._books.check(subscriptions, samples["invoice events"], connections=0)
        return samples

    def _orders(self, *, of_subscriptions: bool = False) -> range:
        orders = self._books.open_orders(PER_SECOND * self._seconds)
        if of_subscriptions:
            with psycopg.connect(self._books.url) as conn:
                run_file(conn, "open_subscriptions.sql", first=orders.start, orders=len(orders))
        return orders

    def _send_all(self, url: str, requests: dict[str, Iterator[bytes]]) -> dict[str, Sample]:
        until = time.monotonic() + self._seconds
        with ThreadPoolExecutor(len(requests) * CONNECTIONS) as pool:
            sending = {
                kind: [pool.submit(_send, url, of_kind, until, PAUSES.get(kind, 0)) for _ in range(CONNECTIONS)]
                for kind, of_kind in requests.items()
            }
        return {
            kind: _sample([took for future in futures for took in future.result()], self._seconds)
            for kind, futures in sending.items()
        }


def _send(url: str, requests: Iterator[bytes], until: float, pause: float) -> list[float]:
    """Returns how many seconds each answer took. All are waited for: what is cut off would never count."""
    took = []
    with Connection(url) as connection:
        while (began := time.monotonic()) < until:
            request = next(requests, None)
            if request is None:
                raise BenchError("The prepared events were not enough: raise hanging.PER_SECOND.")
            status, body = connection.ask(request)
            if status != 200:
                raise BenchError(f"{url} answered {status} where it needs no Stripe: {body.decode()}")
            took.append(time.monotonic() - began)
            time.sleep(pause)
    return took


def _sample(took: list[float], seconds: int) -> Sample:
    cuts = quantiles(took, n=100)
    return Sample(
        answers=len(took),
        rate=len(took) / seconds,
        p50=cuts[49] * 1000,
        p99=cuts[98] * 1000,
        service_cpu=0,
        postgres_cpu=0,
        longest=max(took) * 1000,
    )


def _mark_a_subscription(books: Books, service: Target, secret: str) -> None:
    """Two reports of one second contradict each other, so the worker has to ask Stripe."""
    order = books.open_orders(1).start
    with Connection(service[0]) as connection:
        for request in traffic.contradictions(order, secret):
            status, body = connection.ask(request)
            if status != 200:
                raise BenchError(f"{service[0]} answered {status}: {body.decode()}")
