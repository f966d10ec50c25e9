"""The official SDK, unmodified, against a running local Stripe."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests
import stripe

from tests.sandbox.stripe_process import LocalStripe, refusal, running, session_params, start, until


@pytest.fixture(scope="module")
def local() -> Iterator[LocalStripe]:
    with running() as one:
        yield one


def test_a_session_goes_round_trip_through_the_sdk(local: LocalStripe) -> None:
    session = local.new_session(customer_email="buyer@example.com", expand=["line_items"])
    assert session.id.startswith("cs_test_")
    assert len(session.id) == 66
    assert session.url == f"{local.url}/c/pay/{session.id}"
    assert (session.status, session.payment_status, session.payment_intent) == ("open", "unpaid", None)
    assert (session.amount_subtotal, session.amount_total, session.currency) == (1250, 1250, "eur")
    assert session.expires_at - session.created == 24 * 3600
    assert session.metadata.order_id == session.client_reference_id == "42"
    assert session.line_items.data[0].description == "Kännchen ☕"
    assert local.sessions.retrieve(session.id).id == session.id
    assert [item.amount_total for item in local.sessions.line_items.list(session.id)] == [1250]


def test_products_and_prices_can_be_made_and_sold(local: LocalStripe) -> None:
    product = local.client.v1.products.create({"name": "Tea", "metadata": {"shelf": "3"}})
    price = local.client.v1.prices.create({"currency": "JPY", "unit_amount": 500, "product": product.id})
    session = local.sessions.create(
        {
            "mode": "payment",
            "line_items": [{"price": price.id, "quantity": 3}],
            "success_url": "https://shop.example/thanks",
        }
    )
    assert (session.amount_total, session.currency) == (1500, "jpy")
    expanded = local.client.v1.prices.retrieve(price.id, {"expand": ["product"]}).product
    assert isinstance(expanded, stripe.Product)
    assert expanded.name == "Tea"
    assert [each.id for each in local.client.v1.prices.list({"product": product.id})] == [price.id]
    assert product.id in [each.id for each in local.client.v1.products.list({"active": True})]


@pytest.mark.parametrize(
    ("change", "param", "code"),
    [
        ({"line_items": None}, "line_items", "parameter_missing"),
        ({"success_url": None}, "success_url", "parameter_missing"),
        ({"success_url": "shop"}, "success_url", "url_invalid"),
        ({"colour": "red"}, "colour", "parameter_unknown"),
        ({"mode": "gift"}, "mode", None),
        ({"client_reference_id": "x" * 201}, "client_reference_id", None),
        ({"customer_email": "nobody"}, "customer_email", "email_invalid"),
        ({"expires_at": int(time.time()) + 1700}, "expires_at", None),
        ({"expires_at": int(time.time()) + 90000}, "expires_at", None),
        ({"expires_at": "soon"}, "expires_at", "parameter_invalid_integer"),
        ({"metadata": {"k" * 41: "v"}}, "metadata", None),
        ({"payment_method_types": ["card"]}, "payment_method_types", "parameter_unknown"),
        ({"line_items": [{"price": "price_gone", "quantity": 1}]}, "line_items[0][price]", "resource_missing"),
        ({"line_items": [{"quantity": 1}]}, "line_items[0][price]", None),
        (
            {"line_items": [{"price_data": {"currency": "zzz", "unit_amount": 5}, "quantity": 1}]},
            "line_items[0][price_data][currency]",
            None,
        ),
        (
            {"line_items": [{"price_data": {"currency": "eur", "unit_amount": "1.5"}, "quantity": 1}]},
            "line_items[0][price_data][unit_amount]",
            "parameter_invalid_integer",
        ),
        (
            {"line_items": [{"price_data": {"currency": "kwd", "unit_amount": 5125}, "quantity": 1}]},
            "line_items[0][price_data][unit_amount]",
            "parameter_invalid_integer",
        ),
    ],
)
def test_wrong_parameters_are_named(local: LocalStripe, change: dict[str, Any], param: str, code: str | None) -> None:
    wanted = {key: value for key, value in (session_params() | change).items() if value is not None}
    error = refusal(lambda: local.sessions.create(wanted))
    assert isinstance(error, stripe.InvalidRequestError)
    assert (error.http_status, error.param, error.code) == (400, param, code)
    assert str(error.headers["Request-Id"]).startswith("req_")  # type: ignore[index]


@pytest.mark.parametrize(
    ("currency", "wrong", "right", "why"),
    [("KWD", 5125, 5120, "must end in 0"), ("isk", 550, 500, "by 100"), ("ugx", 99, 0, "by 100")],
)
def test_amounts_that_no_bank_could_move_are_refused(
    local: LocalStripe, currency: str, wrong: int, right: int, why: str
) -> None:
    product = local.client.v1.products.create({"name": "Tea"}).id
    prices = local.client.v1.prices
    error = refusal(lambda: prices.create({"currency": currency, "unit_amount": wrong, "product": product}))
    assert isinstance(error, stripe.InvalidRequestError)
    assert error.param == "unit_amount"
    assert why in str(error)
    assert prices.create({"currency": currency, "unit_amount": right, "product": product}).unit_amount == right


def test_an_older_api_version_has_the_older_parameter(local: LocalStripe) -> None:
    old: stripe.RequestOptions = {"stripe_version": "2026-08-26.dahlia"}
    wanted = session_params() | {"payment_method_types": ["card"]}
    assert local.sessions.create(wanted, old).payment_method_types == ["card"]
    wanted = session_params() | {"allowed_payment_method_types": ["card"]}
    assert local.sessions.create(wanted).payment_method_types == ["card"]
    assert refusal(lambda: local.sessions.create(wanted, old)).code == "parameter_unknown"


def test_unknown_ids_and_routes_are_404(local: LocalStripe) -> None:
    error = refusal(lambda: local.sessions.retrieve("cs_test_gone"))
    assert (error.http_status, error.code) == (404, "resource_missing")
    error = refusal(local.client.v1.quotes.list)
    assert error.http_status == 404
    assert "does not cover" in str(error)


def test_keys_are_checked(local: LocalStripe) -> None:
    for headers in ({}, {"Authorization": "Bearer sk_live_1"}, {"Authorization": "Bearer nonsense"}):
        answer = requests.get(f"{local.url}/v1/events", headers=headers, timeout=15)
        assert (answer.status_code, answer.json()["error"]["type"]) == (401, "invalid_request_error")
    assert requests.get(f"{local.url}/v1/events", auth=("rk_test_1", ""), timeout=15).ok
    with running(SANDBOX_STRIPE_API_KEY="sk_test_mine") as strict:
        assert isinstance(refusal(strict.client.v1.events.list), stripe.AuthenticationError)
        assert strict.raw("GET", "/v1/events", headers={"Authorization": "Bearer sk_test_mine"}).ok


def test_a_restricted_key_may_do_what_it_was_given(local: LocalStripe) -> None:
    key = "rk_test_checkout"
    headers = {"Authorization": f"Bearer {key}"}
    given = {"key": key, "permissions": ["rak_checkout_session_write", "rak_event_read"]}
    assert local.control("keys", **given).json() == given
    assert local.control("keys", key=key, permissions=["rak_everything"]).status_code == 400
    restricted = stripe.StripeClient(key, base_addresses={"api": local.url}, max_network_retries=0)
    session = restricted.v1.checkout.sessions.create(session_params())  # type: ignore[arg-type]
    assert restricted.v1.checkout.sessions.retrieve(session.id).id == session.id
    assert local.raw("GET", "/v1/events", headers=headers).ok
    for method, path, needed in (
        ("GET", "/v1/customers", "rak_customer_read"),
        ("POST", "/v1/refunds", "rak_charge_write"),
        ("POST", "/v1/events/evt_1/retry", "rak_event_write"),
    ):
        answer = local.raw(method, path, headers=headers)
        error = answer.json()["error"]
        assert (answer.status_code, error["type"]) == (403, "invalid_request_error")
        assert f"Having the '{needed}' permission" in error["message"]
    assert isinstance(refusal(restricted.v1.refunds.list), stripe.PermissionError)
    assert local.raw("GET", "/v1/customers", headers={"Authorization": "Bearer rk_test_of_nobody"}).ok


def test_only_this_machine_is_answered(local: LocalStripe) -> None:
    assert requests.get(local.url, headers={"Host": "evil.example"}, timeout=15).status_code == 403
    session = local.new_session()
    for headers in (
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ):
        answer = requests.post(session.url, data={"card": "4242424242424242"}, headers=headers, timeout=15)
        assert answer.status_code == 403
    assert local.sessions.retrieve(session.id).status == "open"
    process = start("--host", "0.0.0.0")  # noqa: S104 - it must refuse this
    assert process.wait(15) == 2
    process.communicate()


def test_the_same_key_replays_the_answer(local: LocalStripe) -> None:
    options: stripe.RequestOptions = {"idempotency_key": "replay-1"}
    first, second = (local.sessions.create(session_params(), options) for _ in range(2))
    assert first.id == second.id
    assert "Idempotent-Replayed" not in first.last_response.headers
    assert second.last_response.headers["Idempotent-Replayed"] == "true"
    assert second.last_response.headers["Original-Request"] == first.last_response.request_id
    assert second.last_response.body == first.last_response.body


def test_the_same_key_with_other_parameters_is_an_error(local: LocalStripe) -> None:
    options: stripe.RequestOptions = {"idempotency_key": "mismatch-1"}
    local.sessions.create(session_params(100), options)
    error = refusal(lambda: local.sessions.create(session_params(200), options))
    assert isinstance(error, stripe.IdempotencyError)
    assert error.http_status == 400


def test_wrong_parameters_do_not_use_up_the_key(local: LocalStripe) -> None:
    options: stripe.RequestOptions = {"idempotency_key": "corrected-1"}
    refusal(lambda: local.sessions.create(session_params() | {"success_url": "shop"}, options))
    assert local.sessions.create(session_params(), options).status == "open"


def test_a_key_in_use_is_a_conflict(local: LocalStripe) -> None:
    options: stripe.RequestOptions = {"idempotency_key": "concurrent-1"}
    local.control("faults", path="/v1/checkout/sessions", fault="delay_ms:1500")
    with ThreadPoolExecutor() as pool:
        slow = pool.submit(local.sessions.create, session_params(), options)
        until(lambda: not local.control_faults())
        error = refusal(lambda: local.sessions.create(session_params(), options))
        assert (error.http_status, error.json_body["error"]["code"]) == (409, "idempotency_key_in_use")  # type: ignore[index]
        made = slow.result()
    assert local.sessions.create(session_params(), options).id == made.id


def test_sixteen_at_once_with_one_key_make_one_session(local: LocalStripe) -> None:
    options: stripe.RequestOptions = {"idempotency_key": "crowd-1"}
    wanted = session_params() | {"metadata": {"crowd": "1"}}
    barrier = threading.Barrier(16)

    def create() -> str:
        barrier.wait()
        try:
            return str(local.sessions.create(wanted, options).id)
        except stripe.APIError as error:
            assert error.http_status == 409
            return "conflict"

    with ThreadPoolExecutor(16) as pool:
        answers = set(pool.map(lambda _: create(), range(16)))
    assert len(answers - {"conflict"}) == 1


def test_sixteen_clients_are_served_at_once(local: LocalStripe) -> None:
    with ThreadPoolExecutor(16) as pool:
        made = list(pool.map(lambda _: local.new_session().id, range(64)))
    assert len(set(made)) == 64


def test_a_stored_500_is_replayed_and_did_nothing(local: LocalStripe) -> None:
    local.control("faults", path="/v1/checkout/sessions", fault="500")
    wanted = session_params() | {"metadata": {"never": "made"}}
    options: stripe.RequestOptions = {"idempotency_key": "broken-1"}
    for _ in range(2):
        error = refusal(lambda: local.sessions.create(wanted, options))
        assert isinstance(error, stripe.APIError)
        assert error.http_status == 500
    assert error.headers["Idempotent-Replayed"] == "true"  # type: ignore[index]
    assert "never" not in (local.sessions.list({"limit": 1}).data[0].metadata or {})
    assert local.sessions.create(wanted, {"idempotency_key": "broken-2"}).status == "open"


def test_a_dropped_response_was_committed_and_is_replayed(local: LocalStripe) -> None:
    local.control("faults", path="/v1/checkout/sessions", fault="drop_response")
    options: stripe.RequestOptions = {"idempotency_key": "dropped-1"}
    error = refusal(lambda: local.sessions.create(session_params(), options))
    assert isinstance(error, stripe.APIConnectionError)
    newest = local.sessions.list({"limit": 1}).data[0]
    assert local.sessions.create(session_params(), options).id == newest.id


def test_a_rate_limit_leaves_the_key_unused(local: LocalStripe) -> None:
    local.control("faults", path="/v1/checkout/sessions", fault="429", times=2)
    options: stripe.RequestOptions = {"idempotency_key": "limited-1"}
    for _ in range(2):
        assert isinstance(refusal(lambda: local.sessions.create(session_params(), options)), stripe.RateLimitError)
    assert local.sessions.create(session_params(), options).status == "open"


def test_answers_survive_kill_9(tmp_path: Path) -> None:
    data = str(tmp_path / "stripe.db")
    options: stripe.RequestOptions = {"idempotency_key": "killed-1"}
    with running("--data", data) as before:
        before.control("faults", path="/v1/checkout/sessions", fault="drop_response")
        refusal(lambda: before.sessions.create(session_params(), options))
        before.kill()
    with running("--data", data) as after:
        made = after.sessions.list().data
        assert [after.sessions.create(session_params(), options).id] == [each.id for each in made]


def test_events_are_listed_newest_first_and_paged_both_ways() -> None:
    with running() as local:
        for number in range(7):
            local.client.v1.products.create({"name": f"Product {number}"})
        price = local.client.v1.prices.create(
            {"currency": "usd", "unit_amount": 5, "product": local.client.v1.products.list().data[0].id}
        )
        events = local.client.v1.events
        names = [f"Product {number}" for number in range(7)]

        page = events.list({"type": "product.created", "limit": 3})
        assert [each.data.object["name"] for each in page.data] == names[:3:-1]
        assert page.has_more
        everything = list(page.auto_paging_iter())
        assert [each.data.object["name"] for each in everything] == names[::-1]

        oldest = everything[-1].id
        upwards = events.list({"types": ["product.created"], "limit": 2, "ending_before": oldest})
        assert [each.data.object["name"] for each in upwards.data] == ["Product 2", "Product 1"]
        assert [
            each.data.object["name"]
            for each in events.list({"types": ["product.*"], "limit": 4, "ending_before": oldest}).auto_paging_iter()
        ] == names[1:]

        assert [each.data.object["id"] for each in events.list({"types": ["price.created"]})] == [price.id]
        assert events.retrieve(oldest).type == "product.created"
        created = everything[0].created
        assert not events.list({"created": {"gt": created + 60}}).data
        assert len(events.list({"created": {"gte": created - 60, "lte": created + 60}}).data) == 8
        assert len(events.list({"delivery_success": True}).data) == 8
        assert not events.list({"delivery_success": False}).data

        for wrong in ({"limit": 0}, {"limit": 101}, {"starting_after": "evt_gone"}, {"colour": "red"}):
            assert refusal(lambda wrong=wrong: events.list(wrong)).http_status == 400


def test_sessions_are_found_by_their_payment_intent(local: LocalStripe) -> None:
    session = local.new_session()
    local.new_session()
    local.control(f"sessions/{session.id}/pay", card="4242424242424242")
    intent = local.sessions.retrieve(session.id).payment_intent
    assert [each.id for each in local.sessions.list({"payment_intent": intent})] == [session.id]


def test_it_stops_promptly_when_asked() -> None:
    with running() as local:
        local.new_session()
        local.process.terminate()
        assert local.process.wait(5) == 0


def test_what_is_not_a_form_or_not_covered_is_said_to_be_so(local: LocalStripe) -> None:
    sent = local.raw("POST", "/v1/customers", json={"email": "buyer@example.com"})
    assert (sent.status_code, sent.json()["error"]["type"]) == (400, "invalid_request_error")
    assert "application/x-www-form-urlencoded" in sent.json()["error"]["message"]

    for method, path in (("POST", "invoices/create_preview"), ("GET", "customers/search?query=x")):
        answer = local.raw(method, f"/v1/{path}")
        assert answer.status_code == 404
        assert answer.json()["error"]["message"].startswith("The local Stripe does not cover")

    odd = local.raw("GET", "/v1/customers", headers={"Stripe-Version": "foo"})
    assert (odd.status_code, odd.json()["error"]["message"]) == (400, "Invalid Stripe API version: foo")

    large = local.raw("POST", "/v1/customers", data={"description": "x" * 2**20})
    assert (large.status_code, large.json()["error"]["type"]) == (413, "invalid_request_error")
    assert requests.post(f"{local.url}/_sandbox/clock", data="{", timeout=15).json()["error"]["message"]


def test_no_test_clock_goes_further_than_dates_do(local: LocalStripe) -> None:
    error: Any = refusal(lambda: local.client.v1.test_helpers.test_clocks.create({"frozen_time": 10**15}))
    assert (error.http_status, error.param) == (400, "frozen_time")


def test_a_test_card_that_is_not_covered_is_said_to_be_so(local: LocalStripe) -> None:
    given = {"amount": 2000, "currency": "eur", "payment_method": "pm_card_radarBlock"}
    error: Any = refusal(lambda: local.client.v1.payment_intents.create(given))  # type: ignore[arg-type]
    assert (error.user_message, error.param) == (
        "The local Stripe does not cover pm_card_radarBlock.",
        "payment_method",
    )


def test_a_port_that_cannot_be_is_refused() -> None:
    process = start("--port", "70000")
    assert process.wait(15) == 2
