"""Subscriptions through the API, against the local Stripe: from the order to access, renewals, and the end."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
import urllib3

from sandbox import postgres
from stripe_svc.verify import verify_books
from tests.client import Answer, Client
from tests.conftest import as_app, cloned_database
from tests.local_stripe import LocalStripe
from tests.races import at_once, wait_for
from tests.service import API_KEY, Service, free_port

SECRET = "whsec_subscriptions"
DAY = 24 * 3600
GRACE = timedelta(days=3)
FAILING = "pm_card_chargeCustomerFail"

Advance = Callable[[float], None]


@pytest.fixture(scope="module")
def books(server: postgres.Server, template: str) -> Iterator[str]:
    """One database for all tests here: each has customers of its own. In the end the books hold."""
    with cloned_database(server, template) as url:
        yield url
        assert verify_books(url) == []


@pytest.fixture(scope="module")
def together(books: str) -> Iterator[tuple[LocalStripe, Client]]:
    """A local Stripe that delivers to the service, as at home."""
    port = free_port()
    hook = f"http://127.0.0.1:{port}/webhooks/stripe"
    with (
        LocalStripe.running(forward_to=hook, webhook_secret=SECRET) as stripe,
        Service.running(as_app(books), stripe_api_base=stripe.url, webhook_secret=SECRET, port=port) as service,
    ):
        yield stripe, service.client()


@pytest.fixture(scope="module")
def stripe(together: tuple[LocalStripe, Client]) -> LocalStripe:
    return together[0]


@pytest.fixture(scope="module")
def client(together: tuple[LocalStripe, Client]) -> Client:
    return together[1]


@pytest.fixture
def db(books: str) -> Iterator[psycopg.Connection]:
    with psycopg.connect(books, autocommit=True) as conn:
        yield conn


@pytest.fixture
def who(request: pytest.FixtureRequest) -> str:
    """A customer of this test's own, with a name that URLs have to quote."""
    return f"user/{request.node.name} é"


def new_order(who: str, **changes: Any) -> dict[str, Any]:
    line = {"name": "Tea club", "unit_amount": 1500, "recurring": {"interval": "month"}}
    return {"mode": "subscription", "currency": "eur", "customer_reference": who, "line_items": [line]} | changes


def access_of(client: Client, who: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/v1/customers/{quote(who, safe='')}/access").body
    return found


def until(access: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(access["until"])


def subscribe(client: Client, stripe: LocalStripe, who: str, **changes: Any) -> tuple[int, dict[str, Any]]:
    """The order's id, and the subscription as the customer's access shows it, once all events are in."""
    order_id = client.post("/v1/orders", new_order(who, **changes)).body["id"]
    stripe.pay(client.post(f"/v1/orders/{order_id}/checkout").body["session_id"])
    all_delivered(stripe)
    (subscription,) = [each for each in access_of(client, who)["subscriptions"] if each["order_id"] == order_id]
    return int(order_id), subscription


def all_delivered(stripe: LocalStripe) -> None:
    wait_for(lambda: not stripe.get("/v1/events?delivery_success=false")["data"], "all deliveries", seconds=30)


def advance(stripe: LocalStripe, seconds: float) -> None:
    answer = urllib3.request(
        "POST", f"{stripe.url}/_sandbox/clock", json={"advance_seconds": int(seconds)}, retries=False, timeout=30
    )
    assert answer.status == 200, answer.data
    all_delivered(stripe)


def now(stripe: LocalStripe) -> datetime:
    return datetime.fromtimestamp(stripe_clock(stripe), UTC)


def stripe_clock(stripe: LocalStripe) -> int:
    answer = urllib3.request("GET", f"{stripe.url}/_sandbox/clock", retries=False, timeout=10)
    return int(answer.json()["now"])


def pay_with(stripe: LocalStripe, subscription_id: str, card: str) -> None:
    customer = stripe.get(f"/v1/subscriptions/{subscription_id}")["customer"]
    method = stripe.call(f"/v1/payment_methods/{card}/attach", {"customer": customer})["id"]
    stripe.call(f"/v1/subscriptions/{subscription_id}", {"default_payment_method": method})


def assert_problem(answer: Answer, status: int, slug: str, detail: str = "") -> None:
    assert (answer.status, answer.body["type"]) == (status, f"urn:stripe-svc:problem:{slug}"), answer.body
    assert detail in answer.body["detail"]


# --- beginning ---


def test_a_paid_subscription_gives_access_until_its_period_ends(
    client: Client, stripe: LocalStripe, who: str
) -> None:
    assert access_of(client, who) == {
        "customer_reference": who,
        "granted": False,
        "until": None,
        "grants": [],
        "subscriptions": [],
    }
    order_id, subscription = subscribe(client, stripe, who, reference="A-1", metadata={"a": "b"})

    order = client.get(f"/v1/orders/{order_id}").body
    access = access_of(client, who)
    ends = datetime.fromisoformat(subscription["current_period_end"])
    assert (order["status"], order["amount_subtotal"], order["amount_paid"]) == ("paid", 1500, 1500)
    assert (subscription["status"], until(access)) == ("active", ends + GRACE)
    assert timedelta(days=27) < ends - now(stripe) < timedelta(days=32)
    assert access["granted"] is True
    assert access["grants"] == [
        {"order_id": order_id, "reference": "A-1", "mode": "subscription", "until": access["until"]}
    ]
    assert order["access"] == {"granted": True, "until": access["until"]}
    at_stripe = stripe.get(f"/v1/subscriptions/{subscription['id']}")
    assert (at_stripe["metadata"]["order_id"], at_stripe["metadata"]["a"]) == (str(order_id), "b")


def test_a_trial_gives_access_until_it_ends_and_costs_nothing(client: Client, stripe: LocalStripe, who: str) -> None:
    order_id, subscription = subscribe(client, stripe, who, trial_period_days=7)
    order = client.get(f"/v1/orders/{order_id}").body
    assert (order["status"], order["amount_subtotal"], order["amount_paid"]) == ("paid", 0, 0)
    assert (subscription["status"], until(access_of(client, who))) == (
        "trialing",
        datetime.fromisoformat(subscription["trial_end"]) + GRACE,
    )

    advance(stripe, 8 * DAY)
    order = client.get(f"/v1/orders/{order_id}").body
    assert (order["status"], order["amount_paid"]) == ("paid", 1500)
    assert access_of(client, who)["subscriptions"][0]["status"] == "active"


def test_prices_of_stripes_do_as_well(client: Client, stripe: LocalStripe, who: str) -> None:
    fields = {
        "currency": "eur",
        "unit_amount": "900",
        "product_data[name]": "Tea",
        "recurring[interval]": "week",
        "recurring[interval_count]": "2",
    }
    price = stripe.call("/v1/prices", fields)["id"]
    order_id, _ = subscribe(client, stripe, who, line_items=[{"price": price, "quantity": 2}])
    order = client.get(f"/v1/orders/{order_id}").body
    assert (order["status"], order["amount_subtotal"], order["amount_paid"]) == ("paid", 1800, 1800)
    assert until(access_of(client, who)) - now(stripe) > timedelta(days=16, hours=23)


def test_a_one_time_order_grants_without_an_end(client: Client, stripe: LocalStripe, who: str) -> None:
    _, subscription = subscribe(client, stripe, who)
    once = {"name": "Tin", "unit_amount": 700}
    order_id = client.post("/v1/orders", new_order(who, mode="payment", line_items=[once])).body["id"]
    stripe.pay(client.post(f"/v1/orders/{order_id}/checkout").body["session_id"])
    all_delivered(stripe)

    access = access_of(client, who)
    assert (access["granted"], access["until"]) == (True, None)
    assert [(each["order_id"], each["mode"]) for each in access["grants"]] == [
        (order_id, "payment"),
        (subscription["order_id"], "subscription"),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"mode": "payment"},
        {"line_items": [{"name": "Tin", "unit_amount": 700}]},
        {"mode": "payment", "line_items": [{"name": "Tin", "unit_amount": 700}], "trial_period_days": 7},
        {"trial_period_days": 0},
        {"line_items": [{"name": "Tea", "unit_amount": 1, "recurring": {"interval": "decade"}}]},
        {"line_items": [{"name": "Tea", "unit_amount": 1, "recurring": {"interval": "day", "interval_count": 0}}]},
        {"line_items": [{"name": "Tea", "unit_amount": 1, "recurring": {"interval": "year", "interval_count": 4}}]},
        {"line_items": [{"name": "Tea", "unit_amount": 1, "recurring": {"interval": "week"}}] * 21},
    ],
)
def test_what_does_not_fit_its_mode_is_a_422(client: Client, changes: dict[str, Any]) -> None:
    assert_problem(client.post("/v1/orders", new_order("nobody", **changes)), 422, "request-invalid")


# --- one customer at Stripe ---


def test_orders_that_are_started_at_once_make_one_customer(
    client: Client, stripe: LocalStripe, db: psycopg.Connection, who: str
) -> None:
    emails = ("a@example.com", "b@example.com")
    orders = [client.post("/v1/orders", new_order(who, customer_email=email)).body["id"] for email in emails]

    answers = at_once([partial(client.post, f"/v1/orders/{order}/checkout") for order in orders * 8])

    assert {answer.status for answer in answers} <= {200, 409, 503}
    sessions = [client.post(f"/v1/orders/{order}/checkout").body["session_id"] for order in orders]
    customers = {stripe.get(f"/v1/checkout/sessions/{session}")["customer"] for session in sessions}
    known = db.execute("SELECT stripe_customer_id FROM customers WHERE reference = %s", [who]).fetchall()
    assert [(customer,) for customer in customers] == known
    made = customers_of(stripe, who)
    assert len(made) == 1


def customers_of(stripe: LocalStripe, who: str) -> list[dict[str, Any]]:
    found = stripe.get("/v1/customers?limit=100")["data"]
    return [each for each in found if each["metadata"] == {"customer_reference": who}]


@pytest.mark.parametrize("fault", ["drop_response", "500"])
def test_a_customer_whose_answer_was_lost_is_not_made_again(
    client: Client, stripe: LocalStripe, who: str, fault: str
) -> None:
    order_id = client.post("/v1/orders", new_order(who)).body["id"]
    with stripe.misbehaving(fault, path="/v1/customers"):
        assert client.post(f"/v1/orders/{order_id}/checkout").status == 503
    assert client.post(f"/v1/orders/{order_id}/checkout").status == 200
    assert len(customers_of(stripe, who)) == 1


def test_an_address_that_stripe_refuses_does_not_stay_with_the_customer(
    client: Client, stripe: LocalStripe, who: str
) -> None:
    wrong, right = (
        client.post("/v1/orders", new_order(who, customer_email=email)).body["id"]
        for email in ("buyer@localhost", "buyer@example.com")
    )
    assert_problem(client.post(f"/v1/orders/{wrong}/checkout"), 422, "stripe-refused", "buyer@localhost")
    assert client.post(f"/v1/orders/{right}/checkout").status == 200
    (made,) = customers_of(stripe, who)
    assert made["email"] == "buyer@example.com"
    # Now it is known who that is.
    assert client.post(f"/v1/orders/{wrong}/checkout").status == 200


def test_who_was_deleted_at_stripe_becomes_a_new_customer(client: Client, stripe: LocalStripe, who: str) -> None:
    _, subscription = subscribe(client, stripe, who)
    customer = stripe.get(f"/v1/subscriptions/{subscription['id']}")["customer"]
    urllib3.request(
        "DELETE",
        f"{stripe.url}/v1/customers/{customer}",
        headers={"Authorization": "Bearer sk_test_tests"},
        retries=False,
        timeout=10,
    )
    all_delivered(stripe)
    assert access_of(client, who)["subscriptions"] == []

    _, again = subscribe(client, stripe, who)
    assert stripe.get(f"/v1/subscriptions/{again['id']}")["customer"] != customer


# --- renewals ---


def test_each_renewal_moves_the_end_of_access(client: Client, stripe: LocalStripe, who: str) -> None:
    order_id, before = subscribe(client, stripe, who)
    for paid in (3000, 4500):
        advance(stripe, 32 * DAY)
        (renewed,) = access_of(client, who)["subscriptions"]
        assert renewed["current_period_end"] > before["current_period_end"]
        assert until(access_of(client, who)) == datetime.fromisoformat(renewed["current_period_end"]) + GRACE
        order = client.get(f"/v1/orders/{order_id}").body
        assert (order["status"], order["amount_paid"], order["duplicate_payment"]) == ("paid", paid, False)
        before = renewed


def test_a_refund_of_the_last_period_ends_access_with_the_one_before(
    client: Client, stripe: LocalStripe, who: str
) -> None:
    order_id, first = subscribe(client, stripe, who)
    advance(stripe, 32 * DAY)
    invoice = stripe.get(f"/v1/invoices?subscription={first['id']}&limit=1")["data"][0]
    payment = stripe.get(f"/v1/invoice_payments?invoice={invoice['id']}")["data"][0]["payment"]["payment_intent"]

    key = {"Idempotency-Key": f"refund-{order_id}"}
    ambiguous = client.post(f"/v1/orders/{order_id}/refunds", {}, **key)
    assert_problem(ambiguous, 422, "request-invalid", "name one")
    assert client.post(f"/v1/orders/{order_id}/refunds", {"payment_intent": payment}, **key).status == 201
    all_delivered(stripe)

    order = client.get(f"/v1/orders/{order_id}").body
    assert (order["status"], order["amount_paid"], order["amount_refunded"]) == ("paid", 3000, 1500)
    assert datetime.fromisoformat(order["access"]["until"]) == datetime.fromisoformat(first["current_period_end"])


def test_a_renewal_that_fails_leaves_the_grace_and_in_the_end_nothing(
    client: Client, stripe: LocalStripe, who: str
) -> None:
    _, first = subscribe(client, stripe, who)
    pay_with(stripe, first["id"], FAILING)
    advance(stripe, 32 * DAY)
    access = access_of(client, who)
    assert access["subscriptions"][0]["status"] == "past_due"
    assert until(access) == datetime.fromisoformat(first["current_period_end"]) + GRACE

    pay_with(stripe, first["id"], "pm_card_visa")
    advance(stripe, 4 * DAY)
    (recovered,) = access_of(client, who)["subscriptions"]
    assert (recovered["status"], until(access_of(client, who))) == (
        "active",
        datetime.fromisoformat(recovered["current_period_end"]) + GRACE,
    )

    pay_with(stripe, first["id"], FAILING)
    advance(stripe, 60 * DAY)
    access = access_of(client, who)
    assert access["subscriptions"] == []
    assert until(access) == datetime.fromisoformat(recovered["current_period_end"])


# --- the end ---


def test_a_subscription_ends_with_its_period_or_now(client: Client, stripe: LocalStripe, who: str) -> None:
    order_id, subscription = subscribe(client, stripe, who)
    path = f"/v1/subscriptions/{subscription['id']}/cancel"
    ends = datetime.fromisoformat(subscription["current_period_end"])

    for body in ({}, {"at_period_end": True}):
        answer = client.post(path, body)
        assert (answer.status, answer.body["id"], answer.body["order_id"]) == (200, subscription["id"], order_id)
        assert (answer.body["status"], datetime.fromisoformat(answer.body["cancel_at"])) == ("active", ends)
    all_delivered(stripe)
    assert until(access_of(client, who)) == ends

    answer = client.post(path, {"at_period_end": False})
    assert (answer.status, answer.body["status"]) == (200, "canceled")
    all_delivered(stripe)
    assert until_of_order(client, order_id) == datetime.fromisoformat(answer.body["ended_at"])
    assert_problem(client.post(path), 409, "subscription-ended", "canceled already")


def until_of_order(client: Client, order_id: int) -> datetime:
    return datetime.fromisoformat(client.get(f"/v1/orders/{order_id}").body["access"]["until"])


def test_only_subscriptions_of_ours_can_be_ended(client: Client, stripe: LocalStripe) -> None:
    customer = stripe.call("/v1/customers", {"name": "Somebody else's"})["id"]
    fields = {"currency": "eur", "unit_amount": "5", "product_data[name]": "x", "recurring[interval]": "month"}
    price = stripe.call("/v1/prices", fields)["id"]
    trial = {"customer": customer, "items[0][price]": price, "trial_period_days": "9"}
    foreign = stripe.call("/v1/subscriptions", trial)["id"]
    all_delivered(stripe)
    for subscription_id in (foreign, "sub_gone", "x" * 300, "sub%00"):
        assert_problem(client.post(f"/v1/subscriptions/{subscription_id}/cancel"), 404, "subscription-not-found")
    assert_problem(client.post(f"/v1/subscriptions/{foreign}/cancel", {"when": "now"}), 422, "request-invalid")


def test_a_body_without_a_length_is_read_or_refused_too(client: Client, stripe: LocalStripe, who: str) -> None:
    _, subscription = subscribe(client, stripe, who)
    path = f"/v1/subscriptions/{subscription['id']}/cancel"

    def cancel(**headers: str) -> Any:
        return urllib3.request(
            "POST",
            client.base + path,
            body=iter([b'{"at_period_end": ', b"false}"]),
            headers={"Authorization": f"Bearer {API_KEY}"} | headers,
            retries=False,
        )

    assert cancel().status == 415
    answer = cancel(**{"Content-Type": "application/json"})
    assert (answer.status, answer.json()["status"]) == (200, "canceled")


@pytest.mark.parametrize("path", ["/v1/customers/user/portal", "/v1/subscriptions/sub_1/cancel"])
def test_what_is_no_json_object_is_refused(client: Client, path: str) -> None:
    json_type = {"Content-Type": "application/json", "Authorization": f"Bearer {API_KEY}"}
    twice = b'{"return_url": "https://a.example", "return_url": "https://b.example"}'
    if "cancel" in path:
        twice = b'{"at_period_end": true, "at_period_end": false}'
    assert_problem(client.send("POST", path, twice, json_type), 400, "request-malformed", "twice")
    assert_problem(client.send("POST", path, b"{", json_type), 400, "request-malformed", "JSON")
    assert_problem(client.send("POST", path, b"[]", json_type), 422, "request-invalid")


@pytest.mark.parametrize("reference", ["%00", "%0a", "x" * 256])
def test_nobody_has_a_reference_that_no_order_can_have(client: Client, reference: str) -> None:
    for answer in (
        client.get(f"/v1/customers/{reference}/access"),
        client.post(f"/v1/customers/{reference}/portal"),
    ):
        assert_problem(answer, 422, "request-invalid")


def test_the_portal_is_stripes_page_for_this_customer(client: Client, stripe: LocalStripe, who: str) -> None:
    portal = f"/v1/customers/{quote(who, safe='')}/portal"
    assert_problem(client.post(portal), 404, "customer-not-found")
    _, subscription = subscribe(client, stripe, who)

    answer = client.post(portal, {"return_url": "https://shop.example.com/account"})
    assert (answer.status, answer.body["customer_reference"]) == (200, who)
    page = urllib3.request("GET", answer.body["url"], timeout=10).data.decode()
    assert "Tea club" in page
    assert 'href="https://shop.example.com/account"' in page
    assert client.post(portal).status == 200
    assert_problem(client.post(portal, {"return_url": "javascript:alert(1)"}), 422, "request-invalid")

    # What is done there arrives like everything else.
    session_id = answer.body["url"].rsplit("/", 1)[1]
    form = f"/p/session/{session_id}/subscriptions/{subscription['id']}"
    urllib3.request("POST", stripe.url + form, fields={"cancel": "true"}, redirect=False, timeout=10)
    all_delivered(stripe)
    (canceled,) = access_of(client, who)["subscriptions"]
    assert canceled["cancel_at"] == subscription["current_period_end"]
