"""Stripe is slow or silent: events and look-ups are answered all the same, and what was begun can be resumed."""

import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, nullcontext
from functools import partial
from threading import Event

import psycopg
import pytest

from stripe_svc.settings import THREADS
from tests.client import Answer, Client
from tests.local_stripe import LocalStripe
from tests.races import wait_for
from tests.service import Service
from tests.stripe_events import event, insert_order, new_session
from tests.test_checkouts import NEW_ORDER, sessions_of
from tests.test_refunds import ask, assert_problem, paid_order
from tests.test_settlement import COMPLETED

SLOTS = THREADS // 2


def timed(call: Callable[[], Answer]) -> tuple[Answer, float]:
    began = time.monotonic()
    answer = call()
    return answer, time.monotonic() - began


def test_events_and_look_ups_are_answered_in_two_seconds_whatever_stripe_does(
    db: psycopg.Connection, app_url: str
) -> None:
    workers, buyers = 2, 3 * THREADS
    orders = [insert_order(db) for _ in range(buyers)]
    deliveries = [event(COMPLETED, new_session(db)) for _ in range(60)]
    over = Event()

    def keep_buying(client: Client, order_id: int) -> list[tuple[Answer, float]]:
        answers = []
        while not over.wait(0.1):
            answers.append(timed(partial(client.post, f"/v1/orders/{order_id}/checkout")))
        return answers

    with (
        # A Stripe that takes connections and never says anything.
        socket.create_server(("127.0.0.1", 0), backlog=100) as stripe,
        Service.running(
            app_url, stripe_api_base=f"http://127.0.0.1:{stripe.getsockname()[1]}", workers=workers
        ) as service,
        ThreadPoolExecutor(buyers) as pool,
        closing(stripe),  # ends those who still wait for it
    ):
        client = service.client()
        buying = [pool.submit(keep_buying, client, order_id) for order_id in orders]
        time.sleep(1)  # until Stripe has all the requests that it gets
        answers = [
            timed(call)
            for delivery in deliveries
            for call in (
                partial(client.deliver, delivery),
                partial(client.get, f"/v1/orders/{orders[0]}"),
                partial(client.get, "/healthz"),
            )
        ]
        over.set()

        assert {answer.status for answer, _ in answers} == {200}
        assert max(seconds for _, seconds in answers) < 2
        wait_for(lambda: sum(buyer.done() for buyer in buying) >= buyers - workers * SLOTS, "the refused buyers")
        refused = [each for buyer in buying if buyer.done() for each in buyer.result()]
        assert len(refused) > buyers
        for answer, seconds in refused:
            assert_problem(answer, 503, "stripe-busy")
            assert answer.headers["Retry-After"] == "1"
            assert seconds < 2


@pytest.fixture(scope="module")
def stripe() -> Iterator[LocalStripe]:
    with LocalStripe.running() as stripe:
        yield stripe


@pytest.fixture
def client(app_url: str, stripe: LocalStripe) -> Iterator[Client]:
    """An app with a key, for a service of one process."""
    with Service.running(app_url, stripe_api_base=stripe.url) as service:
        yield service.client()


@contextmanager
def all_slots_taken(client: Client, stripe: LocalStripe, db: psycopg.Connection) -> Iterator[None]:
    """For this block Stripe keeps as many requests of others waiting as may wait for it."""
    others = [client.post("/v1/orders", NEW_ORDER).body["id"] for _ in range(SLOTS)]
    before = len(sessions_of(stripe, db))
    with stripe.misbehaving("delay_ms:3000", times=SLOTS), ThreadPoolExecutor(SLOTS) as pool:
        waiting = [pool.submit(client.post, f"/v1/orders/{order_id}/checkout") for order_id in others]
        wait_for(lambda: len(sessions_of(stripe, db)) == before + SLOTS, "the sessions of the others")
        yield
        assert not any(future.done() for future in waiting)
        assert [future.result().status for future in waiting] == [200] * SLOTS


def test_a_refused_checkout_is_resumed_by_calling_again(
    client: Client, stripe: LocalStripe, db: psycopg.Connection
) -> None:
    known, new = (client.post("/v1/orders", NEW_ORDER).body["id"] for _ in range(2))
    checkout = client.post(f"/v1/orders/{known}/checkout").body
    with all_slots_taken(client, stripe, db):
        assert_problem(client.post(f"/v1/orders/{new}/checkout"), 503, "stripe-busy")
        assert_problem(client.post(f"/v1/orders/{known}/expire"), 503, "stripe-busy")
        assert client.post(f"/v1/orders/{known}/checkout").body == checkout  # needs no answer of Stripe
    attempts = db.execute("SELECT id, session_id FROM checkout_attempts WHERE order_id = %s", [new]).fetchall()
    assert [session_id for _, session_id in attempts] == [None]

    resumed = client.post(f"/v1/orders/{new}/checkout")

    assert resumed.status == 200
    assert db.execute("SELECT id, session_id FROM checkout_attempts WHERE order_id = %s", [new]).fetchall() == [
        (attempts[0][0], resumed.body["session_id"])
    ]
    assert client.post(f"/v1/orders/{known}/expire").status == 200


def test_a_refused_refund_is_resumed_by_the_same_key(
    client: Client, stripe: LocalStripe, db: psycopg.Connection
) -> None:
    order = paid_order(client, stripe)
    with all_slots_taken(client, stripe, db):
        assert_problem(ask(client, order, "r-1", amount=500), 503, "stripe-busy")
    assert stripe.refunds(order["payment_intent"]) == []

    resumed = ask(client, order, "r-1", amount=500)

    assert (resumed.status, resumed.body["amount"]) == (201, 500)
    assert len(stripe.refunds(order["payment_intent"])) == 1
    assert db.execute("SELECT tries FROM refund_requests").fetchall() == [(1,)]


@pytest.mark.parametrize("fault", ["drop_response", "500", "429", ""])
def test_every_end_of_a_call_gives_its_slot_back(client: Client, stripe: LocalStripe, fault: str) -> None:
    good = client.post("/v1/orders", NEW_ORDER).body["id"]
    unknown = {"currency": "eur", "line_items": [{"price": "price_unknown", "quantity": 1}]}
    bad = good if fault else client.post("/v1/orders", unknown).body["id"]
    with stripe.misbehaving(fault) if fault else nullcontext():
        answers = [client.post(f"/v1/orders/{bad}/checkout") for _ in range(SLOTS + 1)]
    assert {answer.status for answer in answers} == {503 if fault else 422}
    assert not any("stripe-busy" in answer.body["type"] for answer in answers)

    assert client.post(f"/v1/orders/{good}/checkout").status == 200
