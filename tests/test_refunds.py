"""Refunds and expiry against the local Stripe: never refunded twice, and true only when Stripe's event says so."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import psycopg
import pytest
import urllib3

from sandbox import postgres
from stripe_svc.verify import verify_books
from tests.client import Answer, Client
from tests.conftest import as_app, cloned_database
from tests.local_stripe import LocalStripe
from tests.races import at_once, wait_for
from tests.service import Service
from tests.test_checkouts import NEW_ORDER, deliver_all

REFUNDS = "/v1/refunds"


@pytest.fixture(scope="module")
def stripe() -> Iterator[LocalStripe]:
    """A local Stripe that delivers nothing by itself: the tests fetch its events and deliver them when they want."""
    with LocalStripe.running() as stripe:
        yield stripe


@pytest.fixture(scope="module")
def books(server: postgres.Server, template: str) -> Iterator[str]:
    """One database for all tests here: each has orders of its own. In the end the books hold."""
    with cloned_database(server, template) as url:
        yield url
        assert verify_books(url) == []


@pytest.fixture
def db(books: str) -> Iterator[psycopg.Connection]:
    with psycopg.connect(books, autocommit=True) as conn:
        yield conn


@pytest.fixture(scope="module")
def service(books: str, stripe: LocalStripe) -> Iterator[Service]:
    with Service.running(as_app(books), stripe_api_base=stripe.url, workers=2) as service:
        yield service


@pytest.fixture
def client(service: Service) -> Client:
    return service.client()


@pytest.fixture
def order(client: Client, stripe: LocalStripe) -> dict[str, Any]:
    """An order of 1,998 cents that was paid by card."""
    return paid_order(client, stripe)


def paid_order(client: Client, stripe: LocalStripe) -> dict[str, Any]:
    order_id = client.post("/v1/orders", NEW_ORDER).body["id"]
    session_id = client.post(f"/v1/orders/{order_id}/checkout").body["session_id"]
    paid = stripe.pay(session_id)
    deliver_all(client, stripe, session_id)
    order: dict[str, Any] = client.get(f"/v1/orders/{order_id}").body
    assert order["status"] == "paid"
    return order | {"payment_intent": paid["payment_intent"]}


def ask(client: Client, order: dict[str, Any], key: str, **body: Any) -> Answer:
    """Asks for a refund under a key that no other test has used."""
    return client.post(f"/v1/orders/{order['id']}/refunds", body, **{"Idempotency-Key": f"{key}-{order['id']}"})


def now(client: Client, order: dict[str, Any]) -> tuple[str, int, bool]:
    """The order's status, what went back, and whether access is granted."""
    shown = client.get(f"/v1/orders/{order['id']}").body
    return shown["status"], shown["amount_refunded"], shown["access"]["granted"]


def make_older(db: psycopg.Connection, order: dict[str, Any], **age: int) -> None:
    """As if the last try had been made so long ago."""
    db.execute(
        "UPDATE refund_requests SET tried_at = now() - %s WHERE order_id = %s",
        [timedelta(**age), order["id"]],
    )


def assert_problem(answer: Answer, status: int, slug: str, detail: str = "") -> None:
    assert (answer.status, answer.body["type"]) == (status, f"urn:stripe-svc:problem:{slug}"), answer.body
    assert detail in answer.body["detail"]


def test_a_refund_is_made_at_once_and_true_once_stripe_says_so(
    client: Client, stripe: LocalStripe, order: dict[str, Any]
) -> None:
    answer = ask(client, order, "r-1", reason="requested_by_customer")

    assert answer.status == 201
    refund = answer.body
    assert (refund["amount"], refund["currency"], refund["status"]) == (1998, "eur", "succeeded")
    assert (refund["order_id"], refund["payment_intent"]) == (order["id"], order["payment_intent"])
    [made] = stripe.refunds(order["payment_intent"])
    assert (made["id"], made["amount"], made["reason"]) == (refund["id"], 1998, "requested_by_customer")
    assert made["metadata"]["order_id"] == str(order["id"])
    assert now(client, order) == ("paid", 0, True)

    deliver_all(client, stripe, refund["id"])
    assert now(client, order) == ("refunded", 1998, False)


def test_parts_can_be_refunded_until_nothing_is_left(
    client: Client, stripe: LocalStripe, order: dict[str, Any]
) -> None:
    assert ask(client, order, "r-1", amount=998).status == 201
    too_much = ask(client, order, "r-2", amount=1001)
    assert_problem(too_much, 422, "request-invalid", "only 1000 of the 1998")
    assert too_much.body["errors"] == [
        {"field": "amount", "message": "only 1000 of the 1998 that were paid can still be refunded"}
    ]

    rest = ask(client, order, "r-3")
    assert rest.body["amount"] == 1000
    assert_problem(ask(client, order, "r-4", amount=1), 409, "nothing-to-refund")
    assert len(stripe.refunds(order["payment_intent"])) == 2

    for refund in stripe.refunds(order["payment_intent"]):
        deliver_all(client, stripe, refund["id"])
    assert now(client, order) == ("refunded", 1998, False)
    assert_problem(ask(client, order, "r-5"), 409, "nothing-to-refund")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"amount": 0}, "amount"),
        ({"amount": -1}, "amount"),
        ({"amount": 9.5}, "amount"),
        ({"amount": "998"}, "amount"),
        ({"amount": True}, "amount"),
        ({"amount": 1999}, "amount"),
        ({"amount": 10**15}, "amount"),
        ({"reason": "no reason"}, "reason"),
        ({"payment_intent": "cs_1"}, "payment_intent"),
        ({"payment_intent": "pi_unknown"}, "payment_intent"),
        ({"currency": "eur"}, "currency"),
    ],
)
def test_a_refund_that_makes_no_sense_is_a_422_that_names_the_field(
    client: Client, stripe: LocalStripe, order: dict[str, Any], body: dict[str, Any], field: str
) -> None:
    answer = ask(client, order, "r-1", **body)

    assert_problem(answer, 422, "request-invalid", field)
    assert answer.body["errors"][0]["field"] == field
    assert stripe.refunds(order["payment_intent"]) == []
    assert ask(client, order, "r-1").status == 201


def test_what_a_refund_needs(client: Client, stripe: LocalStripe, order: dict[str, Any]) -> None:
    without_key = client.post(f"/v1/orders/{order['id']}/refunds", {})
    assert_problem(without_key, 400, "request-malformed", "Idempotency-Key")
    assert client.post(f"/v1/orders/{order['id']}/refunds", None, **{"Idempotency-Key": "r-1"}).status == 415
    assert_problem(ask(client, {"id": 999_999}, "r-1"), 404, "order-not-found")
    assert_problem(ask(client, {"id": "42abc"}, "r-1"), 404, "order-not-found")

    unpaid = client.post("/v1/orders", NEW_ORDER).body
    assert_problem(ask(client, unpaid, "r-1"), 409, "nothing-to-refund", "is pending")


def test_the_same_key_and_body_return_the_same_refund(
    client: Client, stripe: LocalStripe, order: dict[str, Any]
) -> None:
    first = ask(client, order, "r-1", amount=500)
    again = ask(client, order, "r-1", amount=500)

    assert (again.status, again.body) == (201, first.body)
    assert "Idempotent-Replayed" not in first.headers
    assert again.headers["Idempotent-Replayed"] == "true"
    assert len(stripe.refunds(order["payment_intent"])) == 1

    assert_problem(ask(client, order, "r-1", amount=501), 409, "idempotency-conflict")
    other = paid_order(client, stripe)
    key = {"Idempotency-Key": f"r-1-{order['id']}"}
    assert_problem(
        client.post(f"/v1/orders/{other['id']}/refunds", {"amount": 500}, **key), 409, "idempotency-conflict"
    )


def test_a_repetition_shows_what_became_of_the_refund(
    client: Client, stripe: LocalStripe, order: dict[str, Any]
) -> None:
    refund_id = ask(client, order, "r-1").body["id"]
    stripe.settle_refund(refund_id, "failed")
    deliver_all(client, stripe, refund_id)

    assert ask(client, order, "r-1").body["status"] == "failed"
    assert now(client, order) == ("paid", 0, True)


def test_16_requests_at_once_with_one_key_make_one_refund(
    client: Client, stripe: LocalStripe, order: dict[str, Any]
) -> None:
    with stripe.misbehaving("delay_ms:200", times=1, path=REFUNDS):
        answers = at_once([lambda: ask(client, order, "r-1", amount=500)] * 16)

    # 409: Stripe is still working on the same request. 503: enough of them wait for Stripe. Either may ask again.
    assert {answer.status for answer in answers} <= {201, 409, 503}
    assert len({answer.body["id"] for answer in answers if answer.status == 201}) == 1
    assert len(stripe.refunds(order["payment_intent"])) == 1


@pytest.mark.parametrize(("amount", "made"), [(None, 1), (999, 2), (700, 2)])
def test_requests_at_once_with_different_keys_never_refund_more_than_was_paid(
    client: Client, stripe: LocalStripe, order: dict[str, Any], amount: int | None, made: int
) -> None:
    body = {} if amount is None else {"amount": amount}

    answers = at_once([lambda key=key: ask(client, order, f"r-{key}", **body) for key in range(8)])  # type: ignore[misc]

    assert sorted(answer.status for answer in answers) == [201] * made + [
        422 if amount == 700 else 409 for _ in range(8 - made)
    ]
    assert len(stripe.refunds(order["payment_intent"])) == made


def test_an_answer_that_was_lost_is_found_by_asking_again_and_nobody_else_gets_the_money(
    client: Client, stripe: LocalStripe, order: dict[str, Any]
) -> None:
    with stripe.misbehaving("drop_response", path=REFUNDS):
        assert_problem(ask(client, order, "r-1"), 503, "stripe-unavailable")

    assert_problem(ask(client, order, "r-2"), 409, "nothing-to-refund")

    healed = ask(client, order, "r-1")
    assert healed.status == 201
    assert [refund["id"] for refund in stripe.refunds(order["payment_intent"])] == [healed.body["id"]]


def test_what_nobody_asked_about_again_is_there_to_be_refunded_after_three_days(
    client: Client, stripe: LocalStripe, db: psycopg.Connection, order: dict[str, Any]
) -> None:
    with stripe.misbehaving("429", path=REFUNDS):
        assert ask(client, order, "r-1").status == 503
    make_older(db, order, hours=71)
    assert_problem(ask(client, order, "r-2"), 409, "nothing-to-refund")

    make_older(db, order, hours=73)
    assert ask(client, order, "r-2").status == 201
    # Whoever comes back after all meets Stripe's own limit.
    assert_problem(ask(client, order, "r-1"), 422, "stripe-refused")
    assert len(stripe.refunds(order["payment_intent"])) == 1


def test_a_strangers_payment_in_the_orders_name_is_not_chosen(
    client: Client, stripe: LocalStripe, order: dict[str, Any]
) -> None:
    strange = stripe.call(
        "/v1/checkout/sessions",
        {
            "mode": "payment",
            "success_url": "https://stranger.example.com",
            "client_reference_id": str(order["id"]),
            "line_items[0][quantity]": "1",
            "line_items[0][price_data][unit_amount]": "100",
            "line_items[0][price_data][currency]": "eur",
            "line_items[0][price_data][product_data][name]": "Mischief",
        },
    )
    theirs = stripe.pay(strange["id"])["payment_intent"]
    deliver_all(client, stripe, strange["id"])

    ours = ask(client, order, "r-1").body
    assert ours["payment_intent"] == order["payment_intent"]
    assert_problem(ask(client, order, "r-2"), 409, "nothing-to-refund")
    deliver_all(client, stripe, ours["id"])
    assert_problem(ask(client, order, "r-3"), 409, "nothing-to-refund")
    assert_problem(ask(client, order, "r-4", amount=1), 409, "nothing-to-refund")
    assert stripe.refunds(theirs) == []


def test_an_event_that_overtakes_stripes_answer_is_the_answer(
    client: Client, stripe: LocalStripe, order: dict[str, Any]
) -> None:
    with stripe.misbehaving("drop_response", path=REFUNDS):
        assert ask(client, order, "r-1", amount=500).status == 503
        [made] = stripe.refunds(order["payment_intent"])
        deliver_all(client, stripe, made["id"])

        # Stripe is not asked: it would still not answer.
        assert ask(client, order, "r-1", amount=500).body["id"] == made["id"]


def test_a_process_that_dies_between_stripes_answer_and_its_commit_is_healed_by_asking_again(
    service: Service, client: Client, stripe: LocalStripe, order: dict[str, Any]
) -> None:
    with stripe.misbehaving("delay_ms:3000", times=1, path=REFUNDS), ThreadPoolExecutor() as pool:
        first = pool.submit(ask, client, order, "r-1")
        wait_for(lambda: len(stripe.refunds(order["payment_intent"])) == 1, "the refund")
        service.kill_workers()
        with pytest.raises(urllib3.exceptions.HTTPError):
            first.result(20)
    service.wait_until_ready()

    wait_for(lambda: ask(client, order, "r-1").status == 201, "the refund's answer")

    assert len(stripe.refunds(order["payment_intent"])) == 1


def test_a_failure_at_stripe_is_followed_by_another_try(
    client: Client, stripe: LocalStripe, db: psycopg.Connection, order: dict[str, Any]
) -> None:
    with stripe.misbehaving("500", path=REFUNDS):
        answer = ask(client, order, "r-1")
    assert_problem(answer, 503, "stripe-failed")
    assert int(answer.headers["Retry-After"]) > 0
    assert stripe.refunds(order["payment_intent"]) == []

    # Another request with the key that failed may still be on its way: a new key at once could refund twice.
    answer = ask(client, order, "r-1")
    assert_problem(answer, 503, "stripe-failed", "may still be at it")
    assert 0 < int(answer.headers["Retry-After"]) <= 120
    assert stripe.refunds(order["payment_intent"]) == []

    make_older(db, order, minutes=3)
    assert ask(client, order, "r-1").status == 201
    assert len(stripe.refunds(order["payment_intent"])) == 1
    assert db.execute("SELECT tries FROM refund_requests WHERE order_id = %s", [order["id"]]).fetchall() == [(2,)]


def test_a_failure_at_stripe_that_made_the_refund_all_the_same_does_not_make_a_second(
    client: Client, stripe: LocalStripe, db: psycopg.Connection, order: dict[str, Any]
) -> None:
    with stripe.misbehaving("500", path=REFUNDS):
        assert ask(client, order, "r-1", amount=500).status == 503
    row = db.execute("SELECT id FROM refund_requests WHERE order_id = %s", [order["id"]]).fetchone()
    assert row
    made = stripe.refund(order["payment_intent"], amount="500", **{"metadata[refund_request_id]": str(row[0])})

    assert ask(client, order, "r-1", amount=500).body["id"] == made["id"]
    assert len(stripe.refunds(order["payment_intent"])) == 1


def test_a_try_that_stripe_may_have_forgotten_is_looked_for_before_another(
    client: Client, stripe: LocalStripe, db: psycopg.Connection, order: dict[str, Any]
) -> None:
    """Stripe keeps an idempotency key for a day: after that the same key would refund once more."""
    with stripe.misbehaving("drop_response", path=REFUNDS):
        assert ask(client, order, "r-1", amount=500).status == 503
    make_older(db, order, hours=25)

    [made] = stripe.refunds(order["payment_intent"])
    assert ask(client, order, "r-1", amount=500).body["id"] == made["id"]
    assert len(stripe.refunds(order["payment_intent"])) == 1


def test_what_stripe_refuses_is_passed_on_and_no_longer_claimed(
    client: Client, stripe: LocalStripe, order: dict[str, Any]
) -> None:
    dispute = stripe.dispute(order["payment_intent"])

    for _ in range(2):
        assert_problem(ask(client, order, "r-1"), 422, "stripe-refused", "charged back")

    stripe.settle_dispute(dispute["id"], "won")
    assert_problem(ask(client, order, "r-1"), 422, "stripe-refused", "charged back")
    assert ask(client, order, "r-2").status == 201


def test_a_refund_that_is_under_way_cannot_be_asked_for_again_until_it_failed(
    client: Client, stripe: LocalStripe
) -> None:
    order_id = client.post("/v1/orders", NEW_ORDER).body["id"]
    session_id = client.post(f"/v1/orders/{order_id}/checkout").body["session_id"]
    stripe.pay_by_bank_debit(session_id)
    session = stripe.settle(session_id, "succeeded")
    deliver_all(client, stripe, session_id)
    order = {"id": order_id, "payment_intent": session["payment_intent"]}

    refund = ask(client, order, "r-1").body
    assert refund["status"] == "pending"
    deliver_all(client, stripe, refund["id"])
    assert now(client, order) == ("paid", 0, True)
    assert_problem(ask(client, order, "r-2", amount=1), 409, "nothing-to-refund")

    stripe.settle_refund(refund["id"], "failed")
    deliver_all(client, stripe, refund["id"])
    again = ask(client, order, "r-3").body
    stripe.settle_refund(again["id"], "succeeded")
    deliver_all(client, stripe, again["id"])
    assert now(client, order) == ("refunded", 1998, False)


def test_an_order_that_was_paid_twice_is_refunded_by_its_payment(
    client: Client, stripe: LocalStripe, db: psycopg.Connection
) -> None:
    order_id = client.post("/v1/orders", NEW_ORDER).body["id"]
    sessions = []
    for _ in range(2):
        sessions.append(client.post(f"/v1/orders/{order_id}/checkout").body["session_id"])
        # As if its answer had been lost for a day: a second page beside the first.
        db.execute("UPDATE checkout_attempts SET ended_at = now(), end_reason = 'expired' WHERE ended_at IS NULL")
    first, second = (stripe.pay(session_id)["payment_intent"] for session_id in sessions)
    for session_id in sessions:
        deliver_all(client, stripe, session_id)
    order = client.get(f"/v1/orders/{order_id}").body
    assert (order["status"], order["amount_paid"], order["duplicate_payment"]) == ("paid", 3996, True)

    ambiguous = ask(client, order, "r-1")
    assert_problem(ambiguous, 422, "request-invalid", "more than one payment")
    assert all(f"{payment} (1998 left)" in ambiguous.body["detail"] for payment in (first, second))

    refund = ask(client, order, "r-1", payment_intent=second, reason="duplicate").body
    deliver_all(client, stripe, refund["id"])
    order = client.get(f"/v1/orders/{order_id}").body
    assert (order["status"], order["amount_refunded"], order["duplicate_payment"]) == ("paid", 1998, False)
    assert order["access"]["granted"] is True
    # Only one is left: no need to name it.
    assert ask(client, order, "r-2").body["payment_intent"] == first


# --- expiry ---


def test_an_open_checkout_can_be_expired_and_the_status_follows_with_the_event(
    client: Client, stripe: LocalStripe
) -> None:
    order_id = client.post("/v1/orders", NEW_ORDER).body["id"]
    session_id = client.post(f"/v1/orders/{order_id}/checkout").body["session_id"]

    expired = client.post(f"/v1/orders/{order_id}/expire")

    assert expired.status == 200
    assert (expired.body["status"], expired.body["checkout"]["status"]) == ("pending", "expired")
    assert expired.body["checkout"]["url"] is None
    assert stripe.get(f"/v1/checkout/sessions/{session_id}")["status"] == "expired"
    assert client.post(f"/v1/orders/{order_id}/checkout").body["session_id"] != session_id

    deliver_all(client, stripe, session_id)
    assert client.get(f"/v1/orders/{order_id}").body["failure_reason"] == "expired"


def test_there_must_be_an_open_checkout_to_expire(client: Client, stripe: LocalStripe, order: dict[str, Any]) -> None:
    assert_problem(client.post("/v1/orders/999999/expire"), 404, "order-not-found")
    assert_problem(client.post(f"/v1/orders/{order['id']}/expire"), 409, "no-open-checkout")

    order_id = client.post("/v1/orders", NEW_ORDER).body["id"]
    assert_problem(client.post(f"/v1/orders/{order_id}/expire"), 409, "no-open-checkout")
    client.post(f"/v1/orders/{order_id}/checkout")
    assert client.post(f"/v1/orders/{order_id}/expire").status == 200
    assert_problem(client.post(f"/v1/orders/{order_id}/expire"), 409, "no-open-checkout")


def test_a_checkout_that_was_just_paid_cannot_be_expired(client: Client, stripe: LocalStripe) -> None:
    order_id = client.post("/v1/orders", NEW_ORDER).body["id"]
    session_id = client.post(f"/v1/orders/{order_id}/checkout").body["session_id"]
    stripe.pay(session_id)

    assert_problem(client.post(f"/v1/orders/{order_id}/expire"), 422, "stripe-refused", "complete")

    deliver_all(client, stripe, session_id)
    assert client.get(f"/v1/orders/{order_id}").body["status"] == "paid"


def test_an_expiry_whose_answer_was_lost_is_healed_by_asking_again(client: Client, stripe: LocalStripe) -> None:
    order_id = client.post("/v1/orders", NEW_ORDER).body["id"]
    session_id = client.post(f"/v1/orders/{order_id}/checkout").body["session_id"]
    with stripe.misbehaving("drop_response", path=f"/v1/checkout/sessions/{session_id}/expire"):
        assert client.post(f"/v1/orders/{order_id}/expire").status == 503

    assert client.post(f"/v1/orders/{order_id}/expire").status == 200
