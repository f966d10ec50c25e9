"""What a buyer does on the payment page, and what becomes of it."""

import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sandbox.stripe.money import readable
from tests.sandbox.stripe_process import (
    CARD_DECLINED,
    CARD_GOOD,
    CARD_NO_FUNDS,
    PAID,
    LocalStripe,
    refusal,
    running,
    until,
)


@pytest.fixture(scope="module")
def local() -> Iterator[LocalStripe]:
    with running() as one:
        yield one


def test_paying_leads_to_the_success_url_and_emits_what_stripe_emits(local: LocalStripe) -> None:
    session = local.new_session()
    answer = local.submit(session.id, card=CARD_GOOD)
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"http://127.0.0.1:9/thanks?session_id={session.id}"

    paid = local.sessions.retrieve(session.id, {"expand": ["payment_intent.latest_charge"]})
    assert (paid.status, paid.payment_status, paid.url) == ("complete", "paid", None)
    assert paid.customer_details.email == "buyer@example.com"
    intent = paid.payment_intent
    assert (intent.status, intent.amount, intent.amount_received) == ("succeeded", 1250, 1250)
    assert intent.metadata.order_id == "42"
    assert (intent.latest_charge.status, intent.latest_charge.paid) == ("succeeded", True)
    assert local.event_types(session.id) == PAID
    assert "Paid." in local.page(f"/c/pay/{session.id}")


def test_an_event_keeps_the_object_as_it_was(local: LocalStripe) -> None:
    session = local.new_session()
    local.submit(session.id, method="bank_debit")
    local.control(f"sessions/{session.id}/settle", outcome="succeeded")
    (event,) = (each for each in local.events_of(session.id) if each.type == "checkout.session.completed")
    assert event.data.object["payment_status"] == "unpaid"
    assert (event.request.id, event.request.idempotency_key) == (None, None)


def test_a_declined_buyer_stays_and_may_try_again(local: LocalStripe) -> None:
    session = local.new_session()
    for card, message in ((CARD_DECLINED, "declined"), (CARD_NO_FUNDS, "insufficient funds")):
        answer = local.submit(session.id, card=card)
        assert answer.status_code == 303
        assert answer.headers["Location"].endswith(f"/c/pay/{session.id}")
        page = local.page(f"/c/pay/{session.id}")
        assert message in page
        assert "Pay 12.50 EUR" in page
    assert local.sessions.retrieve(session.id).status == "open"

    assert local.submit(session.id, card=CARD_GOOD).headers["Location"].startswith("http://127.0.0.1:9/thanks")
    failed = ["charge.failed", "payment_intent.payment_failed"]
    assert local.event_types(session.id) == [PAID[0], *failed, *failed, *PAID[1:]]
    failures = [each for each in local.events_of(session.id) if each.type == "payment_intent.payment_failed"]
    codes = [event.data.object["last_payment_error"]["decline_code"] for event in failures]
    assert codes == ["generic_decline", "insufficient_funds"]
    assert len({event.data.object["id"] for event in failures}) == 1


def test_an_unknown_card_number_charges_nothing(local: LocalStripe) -> None:
    session = local.new_session()
    answer = local.submit(session.id, card="4111 1111 1111 1111")
    assert answer.status_code == 400
    assert "knows only the test cards" in answer.text
    assert local.event_types(session.id) == []


def test_double_submits_and_two_tabs_charge_once(local: LocalStripe) -> None:
    session = local.new_session()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: local.submit(session.id, card=CARD_GOOD), range(8)))
    assert {answer.headers["Location"] for answer in answers} == {
        f"http://127.0.0.1:9/thanks?session_id={session.id}"
    }
    assert local.event_types(session.id) == PAID


def test_two_processes_on_one_file_charge_once(tmp_path: Path) -> None:
    data = str(tmp_path / "stripe.db")
    with running("--data", data) as one, running("--data", data) as other:
        session = one.new_session()
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda at: at.submit(session.id, card=CARD_GOOD), [one, other] * 8))
        assert {answer.status_code for answer in answers} == {303}
        assert one.event_types(session.id) == other.event_types(session.id) == PAID


@pytest.mark.parametrize(
    ("outcome", "payment_status", "intent_status", "events"),
    [
        ("succeeded", "paid", "succeeded", ["charge.succeeded", "payment_intent.succeeded"]),
        ("failed", "unpaid", "requires_payment_method", ["charge.failed", "payment_intent.payment_failed"]),
    ],
)
def test_a_bank_debit_completes_unpaid_and_settles_later(
    local: LocalStripe, outcome: str, payment_status: str, intent_status: str, events: list[str]
) -> None:
    session = local.new_session()
    assert local.submit(session.id, method="bank_debit").headers["Location"].endswith(session.id)
    unpaid = local.sessions.retrieve(session.id, {"expand": ["payment_intent"]})
    assert (unpaid.status, unpaid.payment_status) == ("complete", "unpaid")
    assert unpaid.payment_intent.status == "processing"
    assert "Processing." in local.page(f"/c/pay/{session.id}")
    assert "Debit fails" in local.page("/")

    assert local.control(f"sessions/{session.id}/settle", outcome=outcome).ok
    settled = local.sessions.retrieve(session.id, {"expand": ["payment_intent"]})
    assert (settled.status, settled.payment_status) == ("complete", payment_status)
    assert settled.payment_intent.status == intent_status
    assert local.event_types(session.id) == [
        "payment_intent.created",
        "payment_intent.processing",
        "charge.pending",
        "checkout.session.completed",
        *events,
        f"checkout.session.async_payment_{outcome}",
    ]
    assert local.control(f"sessions/{session.id}/settle", outcome="succeeded").status_code == 400


def test_a_free_order_needs_no_payment(local: LocalStripe) -> None:
    session = local.new_session(amount=0)
    assert "Complete order" in local.page(f"/c/pay/{session.id}")
    assert local.submit(session.id).status_code == 303
    done = local.sessions.retrieve(session.id)
    assert (done.payment_status, done.payment_intent) == ("no_payment_required", None)
    assert local.event_types(session.id) == ["checkout.session.completed"]


def test_what_the_buyer_chooses_changes_the_total_only(local: LocalStripe) -> None:
    paid = local.paid(1250, discount=500, shipping=300, tax=50)
    session = local.sessions.retrieve(paid.session, {"expand": ["payment_intent.latest_charge"]})
    assert (session.amount_subtotal, session.amount_total) == (1250, 1100)
    assert session.total_details.to_dict() == {"amount_discount": 500, "amount_shipping": 300, "amount_tax": 50}
    assert session.shipping_cost.amount_total == 300
    intent = session.payment_intent
    assert {intent.amount, intent.amount_received, intent.latest_charge.amount} == {1100}


def test_what_the_buyer_chose_is_kept_when_the_card_is_declined(local: LocalStripe) -> None:
    session = local.new_session(1250)
    pay = f"sessions/{session.id}/pay"
    assert local.control(pay, card=CARD_DECLINED, tax=50).json()["amount_total"] == 1300
    declined = local.sessions.retrieve(session.id, {"expand": ["payment_intent"]}).payment_intent
    assert (declined.status, declined.amount) == ("requires_payment_method", 1300)
    assert local.control(pay, card=CARD_GOOD, discount=250).json()["amount_total"] == 1050
    intent = local.client.v1.payment_intents.retrieve(declined.id)
    assert (intent.amount, intent.amount_received) == (1050, 1050)


def test_a_discount_of_everything_needs_no_payment(local: LocalStripe) -> None:
    session = local.new_session(1250)
    free = local.control(f"sessions/{session.id}/pay", card=CARD_GOOD, discount=1250).json()
    assert (free["status"], free["payment_status"]) == ("complete", "no_payment_required")
    assert (free["amount_total"], free["payment_intent"]) == (0, None)
    assert local.event_types(session.id) == ["checkout.session.completed"]

    tried = local.new_session(1250)
    local.submit(tried.id, card=CARD_DECLINED)
    intent = str(local.sessions.retrieve(tried.id).payment_intent)
    free = local.control(f"sessions/{tried.id}/pay", card=CARD_GOOD, discount=1250).json()
    assert (free["payment_status"], free["payment_intent"]) == ("no_payment_required", None)
    assert local.client.v1.payment_intents.retrieve(intent).status == "canceled"


@pytest.mark.parametrize(
    ("amount", "currency", "choice", "param"),
    [
        (1250, "eur", {"discount": 1251}, "discount"),
        (1250, "eur", {"discount": -1}, "discount"),
        (1250, "eur", {"shipping": "much"}, "shipping"),
        (1250, "kwd", {"tax": 5}, "tax"),
        (1250, "eur", {"presentment_currency": "zzz"}, "presentment_currency"),
    ],
)
def test_choices_that_cannot_be_are_refused(
    local: LocalStripe, amount: int, currency: str, choice: dict[str, int | str], param: str
) -> None:
    session = local.new_session(amount, currency)
    answer = local.control(f"sessions/{session.id}/pay", card=CARD_GOOD, **choice)
    assert (answer.status_code, answer.json()["error"]["param"]) == (400, param)
    assert local.sessions.retrieve(session.id).amount_total == amount


@pytest.mark.parametrize(
    ("amount", "currency", "presented", "shown"),
    [(1000, "eur", "usd", 1250), (1000, "eur", "jpy", 12), (8, "jpy", "kwd", 10_000), (101, "eur", "isk", 100)],
)
def test_a_buyer_may_pay_in_another_currency(
    local: LocalStripe, amount: int, currency: str, presented: str, shown: int
) -> None:
    paid = local.paid(amount, currency, presentment_currency=presented)
    session = local.sessions.retrieve(paid.session, {"expand": ["payment_intent.latest_charge"]})
    for one in (session, session.payment_intent, session.payment_intent.latest_charge):
        assert one.currency == currency
        assert one.presentment_details.to_dict() == {
            "presentment_amount": shown,
            "presentment_currency": presented,
        }
    assert (session.amount_total, session.payment_intent.amount_received) == (amount, amount)


def test_paying_in_the_same_currency_presents_nothing(local: LocalStripe) -> None:
    paid = local.paid(presentment_currency="eur")
    assert "presentment_details" not in local.sessions.retrieve(paid.session)


def test_a_payment_that_is_processing_can_be_canceled(local: LocalStripe) -> None:
    session = local.new_session()
    local.submit(session.id, method="bank_debit")
    intent = str(local.sessions.retrieve(session.id).payment_intent)
    intents = local.client.v1.payment_intents
    canceled = intents.cancel(intent, {"cancellation_reason": "requested_by_customer", "expand": ["latest_charge"]})
    assert (canceled.status, canceled.cancellation_reason) == ("canceled", "requested_by_customer")
    assert canceled.canceled_at
    assert canceled.latest_charge.status == "failed"  # type: ignore[union-attr]
    assert local.event_types(session.id)[-2:] == ["payment_intent.canceled", "checkout.session.async_payment_failed"]
    ended = local.sessions.retrieve(session.id)
    assert (ended.status, ended.payment_status) == ("complete", "unpaid")
    assert "Failed." in local.page(f"/c/pay/{session.id}")
    assert local.control(f"sessions/{session.id}/settle", outcome="succeeded").status_code == 400

    error = refusal(lambda: intents.cancel(intent))
    assert (error.http_status, error.code) == (400, "payment_intent_unexpected_state")
    assert "status of canceled" in str(error)


def test_a_payment_that_failed_is_canceled_without_failing_again(local: LocalStripe) -> None:
    session = local.new_session()
    local.submit(session.id, method="bank_debit")
    local.control(f"sessions/{session.id}/settle", outcome="failed")
    local.client.v1.payment_intents.cancel(str(local.sessions.retrieve(session.id).payment_intent))
    assert local.event_types(session.id)[-2:] == ["checkout.session.async_payment_failed", "payment_intent.canceled"]


def test_an_open_session_is_expired_not_its_payment_canceled(local: LocalStripe) -> None:
    session = local.new_session()
    local.submit(session.id, card=CARD_DECLINED)
    intent = str(local.sessions.retrieve(session.id).payment_intent)
    error = refusal(lambda: local.client.v1.payment_intents.cancel(intent))
    assert (error.http_status, error.code) == (400, "payment_intent_unexpected_state")
    assert "Expire the session" in str(error)
    assert local.submit(session.id, card=CARD_GOOD).status_code == 303

    error = refusal(lambda: local.client.v1.payment_intents.cancel(intent))
    assert "status of succeeded" in str(error)
    assert refusal(lambda: local.client.v1.payment_intents.cancel("pi_gone")).http_status == 404


def test_two_sessions_of_one_order_can_both_be_paid(local: LocalStripe) -> None:
    one, other = local.new_session(), local.new_session()
    assert one.client_reference_id == other.client_reference_id
    for session in (one, other):
        assert local.control(f"sessions/{session.id}/pay", card=CARD_GOOD).json()["payment_status"] == "paid"


def test_an_expired_session_cannot_be_paid_and_a_paid_one_cannot_expire(local: LocalStripe) -> None:
    session = local.new_session()
    local.submit(session.id, card=CARD_DECLINED)
    expired = local.sessions.expire(session.id, options={"idempotency_key": "expire-1"})
    assert (expired.status, expired.url) == ("expired", None)
    assert local.client.v1.payment_intents.retrieve(str(expired.payment_intent)).status == "canceled"
    assert "Expired." in local.page(f"/c/pay/{session.id}")
    local.submit(session.id, card=CARD_GOOD)
    assert local.event_types(session.id)[-2:] == ["payment_intent.canceled", "checkout.session.expired"]
    event = local.events_of(session.id)[-1]
    assert event.request.idempotency_key == "expire-1"
    assert local.raw("POST", f"/v1/checkout/sessions/{session.id}/expire").status_code == 400

    paid = local.new_session()
    local.submit(paid.id, card=CARD_GOOD)
    assert local.raw("POST", f"/v1/checkout/sessions/{paid.id}/expire").status_code == 400
    assert local.sessions.retrieve(paid.id).payment_status == "paid"


def test_time_expires_sessions_by_itself(tmp_path: Path) -> None:
    data = tmp_path / "stripe.db"
    with running("--data", str(data)) as local:
        session = local.new_session(expires_at=int(time.time()) + 1900)
        with sqlite3.connect(data, timeout=10) as db:  # half an hour is the least that Stripe allows
            db.execute(
                "UPDATE objects SET body = json_set(body, '$.expires_at', 1), due_at = 1 WHERE id = ?", (session.id,)
            )
        local.submit(session.id, card=CARD_GOOD)
        until(lambda: local.event_types(session.id) == ["checkout.session.expired"])
        assert local.sessions.retrieve(session.id).status == "expired"


def test_state_survives_kill_9(tmp_path: Path) -> None:
    data = str(tmp_path / "stripe.db")
    with running("--data", data) as before:
        session = before.new_session()
        before.submit(session.id, card=CARD_GOOD)
        before.kill()
    with running("--data", data) as after:
        assert after.sessions.retrieve(session.id).payment_status == "paid"
        assert after.event_types(session.id) == PAID


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [(500, "jpy", "500 JPY"), (1250, "kwd", "1.250 KWD"), (123456, "eur", "1,234.56 EUR"), (5, "usd", "0.05 USD")],
)
def test_amounts_are_shown_in_their_currency(local: LocalStripe, amount: int, currency: str, shown: str) -> None:
    assert readable(amount, currency) == shown
    session = local.new_session(amount, currency)
    assert f"Pay {shown}" in local.page(f"/c/pay/{session.id}")


def test_what_others_wrote_is_shown_as_text(local: LocalStripe) -> None:
    session = local.new_session(
        line_items=[
            {
                "price_data": {
                    "currency": "eur",
                    "unit_amount": 100,
                    "product_data": {"name": "<script>alert(1)</script>"},
                },
                "quantity": 2,
            }
        ],
        client_reference_id="<b>",
    )
    for path in (f"/c/pay/{session.id}", "/"):
        page = local.page(path)
        assert "<script>" not in page
        assert "<b>" not in page
