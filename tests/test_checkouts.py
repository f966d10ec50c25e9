"""Checkouts against the local Stripe: never a second open session, never a paid one that nobody knows."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
import urllib3

from tests.client import Client
from tests.local_stripe import LocalStripe
from tests.races import at_once, wait_for, wait_until_blocked
from tests.service import Service
from tests.stripe_events import event, insert_attempt, session
from tests.test_exactly_once import under_way
from tests.test_settlement import COMPLETED, history_of, order_of

NEW_ORDER = {
    "reference": "A-1001",
    "currency": "eur",
    "line_items": [{"name": "Tea", "unit_amount": 999, "quantity": 2}],
    "metadata": {"basket": "b1"},
}


@pytest.fixture(scope="module")
def stripe() -> Iterator[LocalStripe]:
    """A local Stripe that delivers nothing by itself: the tests fetch its events and deliver them when they want."""
    with LocalStripe.running() as stripe:
        yield stripe


@pytest.fixture
def client(app_url: str, stripe: LocalStripe) -> Iterator[Client]:
    """An app with a key for a service that uses the local Stripe."""
    with Service.running(app_url, stripe_api_base=stripe.url, workers=2) as service:
        yield service.client()


@pytest.fixture
def order_id(client: Client) -> int:
    answer = client.post("/v1/orders", NEW_ORDER)
    assert answer.status == 201
    return int(answer.body["id"])


def test_a_checkout_says_where_to_send_the_buyer(client: Client, stripe: LocalStripe, order_id: int) -> None:
    answer = client.post(f"/v1/orders/{order_id}/checkout")

    assert answer.status == 200
    assert set(answer.body) == {"order_id", "session_id", "url", "expires_at"}
    session = stripe.get(f"/v1/checkout/sessions/{answer.body['session_id']}")
    assert answer.body["url"] == session["url"]
    assert (session["client_reference_id"], session["metadata"]["order_id"]) == (str(order_id), str(order_id))
    assert session["metadata"]["basket"] == "b1"
    assert (session["amount_subtotal"], session["currency"], session["mode"]) == (1998, "eur", "payment")
    assert session["success_url"].endswith("/checkout/return?session_id={CHECKOUT_SESSION_ID}")
    order = client.get(f"/v1/orders/{order_id}").body
    assert order["checkout"] == {
        "session_id": session["id"],
        "url": session["url"],
        "status": "open",
        "expires_at": answer.body["expires_at"],
    }
    assert order["status"] == "pending"


def test_an_open_session_is_returned_again(client: Client, order_id: int) -> None:
    first = client.post(f"/v1/orders/{order_id}/checkout")

    assert client.post(f"/v1/orders/{order_id}/checkout").body == first.body


def test_16_checkouts_of_one_order_at_once_share_one_session(
    client: Client, stripe: LocalStripe, db: psycopg.Connection, order_id: int
) -> None:
    with stripe.misbehaving("delay_ms:200", times=1):
        answers = at_once([lambda: client.post(f"/v1/orders/{order_id}/checkout")] * 16)

    good = [answer.body["session_id"] for answer in answers if answer.status == 200]
    assert len(set(good)) == 1
    # 409: Stripe is still working on the same request. 503: enough of them wait for Stripe. Either may ask again.
    assert {answer.status for answer in answers} <= {200, 409, 503}
    assert db.execute("SELECT count(*) FROM checkout_attempts").fetchone() == (1,)
    assert client.post(f"/v1/orders/{order_id}/checkout").body["session_id"] == good[0]


def test_a_checkout_whose_answer_was_lost_is_healed_by_calling_again(
    client: Client, stripe: LocalStripe, db: psycopg.Connection, order_id: int
) -> None:
    with stripe.misbehaving("drop_response"):
        answer = client.post(f"/v1/orders/{order_id}/checkout")
    assert answer.status == 503
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert int(answer.headers["Retry-After"]) > 0

    healed = client.post(f"/v1/orders/{order_id}/checkout")

    assert healed.status == 200
    assert [session["id"] for session in sessions_of(stripe, db)] == [healed.body["session_id"]]
    assert db.execute("SELECT count(*) FROM checkout_attempts").fetchone() == (1,)


def test_a_process_that_dies_between_stripes_answer_and_its_commit_is_healed_by_calling_again(
    app_url: str, stripe: LocalStripe, db: psycopg.Connection
) -> None:
    with Service.running(app_url, stripe_api_base=stripe.url) as service:
        client = service.client()
        order_id = client.post("/v1/orders", NEW_ORDER).body["id"]
        with stripe.misbehaving("delay_ms:3000", times=1), ThreadPoolExecutor() as pool:
            first = pool.submit(client.post, f"/v1/orders/{order_id}/checkout")
            wait_for(lambda: len(sessions_of(stripe, db)) == 1, "the session")
            service.kill_workers()
            with pytest.raises(urllib3.exceptions.HTTPError):
                first.result(20)
        wait_for(lambda: bool(service.worker_pids()), "a new worker")
        service.wait_until_ready()
        assert db.execute("SELECT session_id FROM checkout_attempts").fetchall() == [(None,)]

        wait_for(lambda: client.post(f"/v1/orders/{order_id}/checkout").status == 200, "the checkout")

        [session] = sessions_of(stripe, db)
        assert client.get(f"/v1/orders/{order_id}").body["checkout"]["session_id"] == session["id"]


def test_a_webhook_that_overtakes_our_own_commit_finds_its_order(
    client: Client, stripe: LocalStripe, db: psycopg.Connection, order_id: int
) -> None:
    with stripe.misbehaving("drop_response"):
        assert client.post(f"/v1/orders/{order_id}/checkout").status == 503
    [session] = sessions_of(stripe, db)
    assert db.execute("SELECT session_id FROM checkout_attempts").fetchall() == [(None,)]
    stripe.pay(session["id"])

    [paid] = stripe.events(session["id"])
    assert client.deliver(paid).body["outcome"] == "processed"

    order = client.get(f"/v1/orders/{order_id}").body
    assert (order["status"], order["checkout"]["session_id"]) == ("paid", session["id"])
    assert order["checkout"]["status"] == "complete"
    assert client.post(f"/v1/orders/{order_id}/checkout").status == 409


@pytest.mark.parametrize("fault", ["500", "429"])
def test_a_failure_at_stripe_is_a_clear_problem_and_the_next_try_succeeds(
    client: Client, stripe: LocalStripe, db: psycopg.Connection, order_id: int, fault: str
) -> None:
    with stripe.misbehaving(fault):
        answer = client.post(f"/v1/orders/{order_id}/checkout")

    assert (answer.status, answer.headers["Content-Type"]) == (503, "application/problem+json")
    assert "Stripe" in answer.body["detail"]
    assert client.post(f"/v1/orders/{order_id}/checkout").status == 200
    assert len([s for s in sessions_of(stripe, db) if s["status"] == "open"]) == 1


def test_a_single_429_is_not_even_noticed(client: Client, stripe: LocalStripe, order_id: int) -> None:
    with stripe.misbehaving("429", times=1):
        assert client.post(f"/v1/orders/{order_id}/checkout").status == 200


def test_what_stripe_refuses_is_passed_on_in_its_words(client: Client) -> None:
    body = NEW_ORDER | {"line_items": [{"price": "price_unknown"}]}
    order = client.post("/v1/orders", body).body
    assert order["amount_subtotal"] is None

    answer = client.post(f"/v1/orders/{order['id']}/checkout")

    assert answer.status == 422
    assert answer.body["type"] == "urn:stripe-svc:problem:stripe-refused"
    assert "price_unknown" in answer.body["detail"]
    assert client.get(f"/v1/orders/{order['id']}").body["checkout"] is None


def test_an_expired_session_makes_room_for_a_new_one(
    client: Client, stripe: LocalStripe, db: psycopg.Connection, order_id: int
) -> None:
    first = client.post(f"/v1/orders/{order_id}/checkout").body
    stripe.expire(first["session_id"])
    for expired in stripe.events(first["session_id"]):
        client.deliver(expired)
    assert order_of(db, order_id)["failure_reason"] == "expired"

    second = client.post(f"/v1/orders/{order_id}/checkout").body

    assert second["session_id"] != first["session_id"]
    stripe.pay(second["session_id"])
    for paid in stripe.events(second["session_id"]):
        client.deliver(paid)
    assert [(row[0], row[1]) for row in history_of(db, order_id)] == [("pending", "failed"), ("failed", "paid")]


@pytest.mark.parametrize(("outcome", "status"), [("succeeded", "paid"), ("failed", "failed")])
def test_a_delayed_payment_blocks_a_second_checkout_until_it_failed(
    client: Client, stripe: LocalStripe, order_id: int, outcome: str, status: str
) -> None:
    session_id = client.post(f"/v1/orders/{order_id}/checkout").body["session_id"]
    stripe.pay_by_bank_debit(session_id)
    deliver_all(client, stripe, session_id)
    assert client.get(f"/v1/orders/{order_id}").body["status"] == "paying"
    assert client.post(f"/v1/orders/{order_id}/checkout").status == 409

    stripe.settle(session_id, outcome)
    deliver_all(client, stripe, session_id)

    assert client.get(f"/v1/orders/{order_id}").body["status"] == status
    assert client.post(f"/v1/orders/{order_id}/checkout").status == (409 if status == "paid" else 200)


def test_a_declined_card_leaves_the_session_open_for_another_try(
    client: Client, stripe: LocalStripe, order_id: int
) -> None:
    checkout = client.post(f"/v1/orders/{order_id}/checkout").body
    stripe.pay(checkout["session_id"], card="4000000000000002")
    deliver_all(client, stripe, checkout["session_id"])

    assert client.get(f"/v1/orders/{order_id}").body["status"] == "pending"
    assert client.post(f"/v1/orders/{order_id}/checkout").body == checkout

    stripe.pay(checkout["session_id"])
    deliver_all(client, stripe, checkout["session_id"])
    assert client.get(f"/v1/orders/{order_id}").body["status"] == "paid"


def test_settings_that_changed_between_two_tries_do_not_change_the_request(
    app_url: str, stripe: LocalStripe, db: psycopg.Connection
) -> None:
    """Stripe refuses the same idempotency key with other parameters: a repetition sends what was noted."""
    with Service.running(app_url, stripe_api_base=stripe.url) as service:
        client = service.client()
        order_id = client.post("/v1/orders", NEW_ORDER).body["id"]
        with stripe.misbehaving("drop_response"):
            assert client.post(f"/v1/orders/{order_id}/checkout").status == 503

    with Service.running(app_url, stripe_api_base=stripe.url) as moved:
        assert moved.base != service.base
        assert moved.client().post(f"/v1/orders/{order_id}/checkout").status == 200
    assert len(sessions_of(stripe, db)) == 1


def test_an_order_of_a_price_at_stripe_takes_its_amount_from_there(
    client: Client, stripe: LocalStripe, db: psycopg.Connection
) -> None:
    price = stripe.create_price(currency="eur", unit_amount=4200)
    order = client.post("/v1/orders", NEW_ORDER | {"line_items": [{"price": price, "quantity": 2}]}).body

    session_id = client.post(f"/v1/orders/{order['id']}/checkout").body["session_id"]

    assert client.get(f"/v1/orders/{order['id']}").body["amount_subtotal"] == 8400
    stripe.pay(session_id)
    deliver_all(client, stripe, session_id)
    paid = client.get(f"/v1/orders/{order['id']}").body
    assert (paid["status"], paid["amount_paid"]) == ("paid", 8400)


def test_a_price_of_another_currency_is_refused_before_anybody_pays(client: Client, stripe: LocalStripe) -> None:
    price = stripe.create_price(currency="usd", unit_amount=4200)
    order = client.post("/v1/orders", NEW_ORDER | {"line_items": [{"price": price}]}).body

    answer = client.post(f"/v1/orders/{order['id']}/checkout")

    assert (answer.status, answer.body["type"]) == (422, "urn:stripe-svc:problem:stripe-refused")


def test_a_checkout_waits_for_an_event_that_is_about_to_pay_the_order(
    client: Client, app_url: str, db: psycopg.Connection, order_id: int
) -> None:
    """Between the look at the status and the new attempt no event may come in: it would be a second payment page."""
    attempt_id = insert_attempt(db, order_id)
    paid = event(COMPLETED, session(order_id, attempt_id))
    with under_way(app_url, paid) as webhook, ThreadPoolExecutor() as pool:
        answer = pool.submit(client.post, f"/v1/orders/{order_id}/checkout")
        wait_until_blocked(db)
        webhook.commit()
        assert answer.result(20).status == 409

    assert db.execute("SELECT count(*) FROM checkout_attempts").fetchone() == (1,)


def test_a_session_of_an_attempt_that_ended_meanwhile_is_not_handed_out(
    client: Client, stripe: LocalStripe, db: psycopg.Connection, order_id: int
) -> None:
    with stripe.misbehaving("delay_ms:1500", times=1), ThreadPoolExecutor() as pool:
        late = pool.submit(client.post, f"/v1/orders/{order_id}/checkout")
        wait_for(lambda: len(sessions_of(stripe, db)) == 1, "the session")
        db.execute("UPDATE checkout_attempts SET ended_at = now(), end_reason = 'refused'")
        second = client.post(f"/v1/orders/{order_id}/checkout")
        first = late.result(20)

    assert (first.status, second.status) == (409, 200)


def test_a_price_of_nothing_is_an_order_of_nothing(client: Client, stripe: LocalStripe) -> None:
    price = stripe.create_price(currency="eur", unit_amount=0)
    order = client.post("/v1/orders", NEW_ORDER | {"line_items": [{"price": price}]}).body

    session_id = client.post(f"/v1/orders/{order['id']}/checkout").body["session_id"]
    stripe.pay(session_id)
    deliver_all(client, stripe, session_id)

    paid = client.get(f"/v1/orders/{order['id']}").body
    assert (paid["status"], paid["amount_subtotal"], paid["amount_paid"]) == ("paid", 0, 0)


def test_a_checkout_of_no_order_is_a_404(client: Client) -> None:
    answer = client.post("/v1/orders/999/checkout")

    assert (answer.status, answer.body["type"]) == (404, "urn:stripe-svc:problem:order-not-found")


def sessions_of(stripe: LocalStripe, db: psycopg.Connection) -> list[dict[str, Any]]:
    """What the local Stripe made of this test's attempts."""
    attempts = {str(row[0]) for row in db.execute("SELECT id FROM checkout_attempts")}
    sessions = stripe.get("/v1/checkout/sessions?limit=100")["data"]
    return [session for session in sessions if session["metadata"].get("checkout_attempt_id") in attempts]


def deliver_all(client: Client, stripe: LocalStripe, session_id: str) -> None:
    """Delivers everything that Stripe has to say about a session, once more."""
    for sent in stripe.events(session_id):
        assert client.deliver(sent).status == 200
