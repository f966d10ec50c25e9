"""More requests than threads: what waits too long for too long is refused and can come again; nothing is lost."""

import select
import socket
import time
from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from urllib.parse import urlsplit

import psycopg
import urllib3

from stripe_svc.routes.overload import PATIENCE_SECONDS
from stripe_svc.settings import THREADS
from tests.races import wait_until_blocked
from tests.service import Service
from tests.stripe_events import event, insert_order, new_session
from tests.test_settlement import COMPLETED

SLOW_APP = "tests.slow_app:app"


def keep_busy(pool: ThreadPoolExecutor, service: Service, requests: int, seconds: float) -> list[Future[int]]:
    """Requests that take so long; each on a connection of its own, as nginx opens them."""

    def ask() -> int:
        url = f"{service.base}/slow/{seconds}"
        return urllib3.request("GET", url, headers={"Connection": "close"}, retries=False, timeout=30).status

    return [pool.submit(ask) for _ in range(requests)]


def test_what_waits_too_long_for_too_long_is_refused_and_comes_again(db: psycopg.Connection, app_url: str) -> None:
    order_id = insert_order(db)
    delivery = event(COMPLETED, new_session(db))
    with Service.running(app_url, application=SLOW_APP) as service, ThreadPoolExecutor(100) as pool:
        client = service.client()
        # Seven seconds of work for each thread.
        slow = keep_busy(pool, service, 10 * THREADS, 0.7)
        time.sleep(0.3)  # these are to be the last in the queue
        late = [pool.submit(client.deliver, delivery), pool.submit(client.get, f"/v1/orders/{order_id}")]
        while not all(each.done() for each in slow):
            assert client.get("/healthz").status == 200  # it has a thread of its own, and says nothing of the others
            time.sleep(0.2)

        answers = Counter(future.result() for future in slow)
        assert set(answers) == {200, 503}
        assert answers[503] >= THREADS  # three rounds of them, by and large
        for future in late:
            answer = future.result()
            assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
            assert answer.body["type"] == "urn:stripe-svc:problem:overloaded"
            assert "All threads were busy" in answer.body["detail"]
        assert db.execute("SELECT count(*) FROM stripe_events").fetchone() == (0,)

        again = client.deliver(delivery)
        assert (again.status, again.body["outcome"]) == (200, "processed")


def test_what_a_pause_made_late_is_served(service: Service, db: psycopg.Connection, database_url: str) -> None:
    order_id = insert_order(db)
    client = service.client()
    for _ in range(2):
        with ThreadPoolExecutor(20) as pool, psycopg.connect(database_url) as held:
            held.execute("LOCK TABLE orders")
            waiting = [pool.submit(client.get, f"/v1/orders/{order_id}") for _ in range(5 * THREADS)]
            wait_until_blocked(db, THREADS)
            time.sleep(PATIENCE_SECONDS + 1)  # less than lock_timeout
            held.rollback()

            assert [future.result().status for future in waiting] == [200] * len(waiting)
        assert client.get(f"/v1/orders/{order_id}").status == 200  # nobody is late any more


def test_nobody_waits_for_a_worker_while_another_has_a_free_thread(db: psycopg.Connection, app_url: str) -> None:
    order_id = insert_order(db)
    with Service.running(app_url, workers=2, application=SLOW_APP) as service, ThreadPoolExecutor(30) as pool:
        slow = keep_busy(pool, service, 2 * THREADS - 1, 5.0)
        time.sleep(1)  # until they are at work

        quick = [pool.submit(service.client().get, f"/v1/orders/{order_id}") for _ in range(20)]

        assert [future.result().status for future in quick] == [200] * len(quick)
        assert not any(future.done() for future in slow)
        assert [future.result() for future in slow] == [200] * len(slow)


def test_who_connects_and_says_nothing_keeps_no_thread(service: Service, db: psycopg.Connection) -> None:
    order_id = insert_order(db)
    address = urlsplit(service.base)
    with ExitStack() as stack:
        silent = [
            stack.enter_context(socket.create_connection((address.hostname, address.port), timeout=30))
            for _ in range(3 * THREADS)
        ]
        assert service.client().get(f"/v1/orders/{order_id}").status == 200
        assert not select.select(silent, [], [], 0)[0]  # none has been closed: nobody waited for that

        assert [connection.recv(1) for connection in silent] == [b""] * len(silent)


def test_healthz_waits_for_nobody(app_url: str) -> None:
    """Not for threads that hang, not behind others that wait for one, not for half a request."""
    with (
        Service.running(app_url, workers=2, application=SLOW_APP) as service,
        ThreadPoolExecutor(50) as pool,
        ExitStack() as stack,
    ):
        hanging = keep_busy(pool, service, 2 * THREADS, 4.0)
        time.sleep(0.5)  # until they have all threads
        waiting = keep_busy(pool, service, 40, 0.0)
        address = urlsplit(service.base)
        for part in (b"GET /healthz HTTP/1.1\r\nHost: x", b"GET /healthz HTTP/1.1\r\nContent-Length: 9\r\n\r\n") * 2:
            half = stack.enter_context(socket.create_connection((address.hostname, address.port)))
            half.sendall(part)
        kept = service.client()

        for number in range(20):
            began = time.monotonic()
            client = kept if number % 2 else service.client()
            assert client.get("/healthz").status == 200
            assert time.monotonic() - began < 0.5

        assert not any(future.done() for future in [*hanging, *waiting])
        stack.close()
        assert {future.result() for future in [*hanging, *waiting]} == {200}
