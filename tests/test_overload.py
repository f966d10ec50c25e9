"""More requests than threads: what waited too long is refused and can come again; nothing is lost or half done."""

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import psycopg

from stripe_svc.app import THREADS
from stripe_svc.routes.overload import PATIENCE_SECONDS
from tests.races import wait_until_blocked
from tests.service import Service
from tests.stripe_events import event, insert_order, new_session
from tests.test_settlement import COMPLETED


def test_what_waited_too_long_for_a_thread_is_refused_and_comes_again(
    db: psycopg.Connection, database_url: str, app_url: str
) -> None:
    order_id = insert_order(db)
    delivery = event(COMPLETED, new_session(db))
    with Service.running(app_url) as service, ThreadPoolExecutor() as pool:
        client = service.client()
        with psycopg.connect(database_url) as held:
            held.execute("LOCK TABLE orders")
            busy = [pool.submit(client.get, f"/v1/orders/{order_id}") for _ in range(THREADS)]
            wait_until_blocked(db, THREADS)
            late = [pool.submit(client.deliver, delivery), pool.submit(client.get, f"/v1/orders/{order_id}")]
            alive = pool.submit(client.get, "/healthz")
            time.sleep(PATIENCE_SECONDS + 1.5)  # that is what is too long; lock_timeout would be 5 seconds

        assert [future.result().status for future in busy] == [200] * THREADS
        assert alive.result().status == 200
        for future in late:
            answer = future.result()
            assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
            assert answer.body["type"] == "urn:stripe-svc:problem:overloaded"
            assert "All threads were busy" in answer.body["detail"]
        assert db.execute("SELECT count(*) FROM stripe_events").fetchone() == (0,)

        again = client.deliver(delivery)
        assert (again.status, again.body["outcome"]) == (200, "processed")


def test_who_sends_slowly_has_not_waited(service: Service, db: psycopg.Connection) -> None:
    """The wait that counts is ours: a slow network or a slow client is not overload."""
    order_id = insert_order(db)
    address = urlsplit(service.base)
    with socket.create_connection((address.hostname, address.port), timeout=30) as slow:
        time.sleep(PATIENCE_SECONDS + 0.5)
        slow.sendall(
            f"GET /v1/orders/{order_id} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer test-key\r\n\r\n".encode()
        )
        assert slow.recv(100).startswith(b"HTTP/1.1 200")
