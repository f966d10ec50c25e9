"""Money that goes back: what it takes, what it changes, and what becomes of it at the bank."""

import threading
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import pytest
import stripe

from tests.sandbox.stripe_process import (
    CARD_DECLINED,
    CARD_DISPUTED,
    CARD_FAILING_REFUND,
    CARD_INQUIRY,
    CARD_SLOW_REFUND,
    PAID,
    LocalStripe,
    Paid,
    refusal,
    running,
)


@pytest.fixture(scope="module")
def local() -> Iterator[LocalStripe]:
    with running() as one:
        yield one


def news_of(local: LocalStripe, paid: Paid) -> list[str]:
    """The events since the payment, oldest first."""
    return local.event_types(paid.session)[len(PAID) :]


def test_a_refund_goes_round_trip_through_the_sdk(local: LocalStripe) -> None:
    paid = local.paid(1250)
    refunds = local.client.v1.refunds
    made = refunds.create(
        {
            "payment_intent": paid.intent,
            "amount": 500,
            "reason": "requested_by_customer",
            "metadata": {"ticket": "7", "by": "Ada"},
            "expand": ["charge"],
        }
    )
    assert made.id.startswith("re_")
    assert (made.status, made.amount, made.currency) == ("succeeded", 500, "eur")
    assert (made.reason, made.payment_intent) == ("requested_by_customer", paid.intent)
    assert isinstance(made.charge, stripe.Charge)
    assert (made.charge.id, made.charge.amount_refunded, made.charge.refunded) == (paid.charge, 500, False)

    updated = refunds.update(made.id, {"metadata": {"ticket": "8", "by": ""}})
    assert updated.metadata is not None
    assert updated.metadata.to_dict() == {"ticket": "8"}
    assert refunds.update(made.id, {"metadata": ""}).metadata.to_dict() == {}  # type: ignore[union-attr]
    assert refunds.retrieve(made.id).charge == paid.charge

    rest = refunds.create({"charge": paid.charge})
    assert rest.amount == 750
    charge = local.client.v1.charges.retrieve(paid.charge, {"expand": ["refunds"]})
    assert (charge.amount_refunded, charge.refunded) == (1250, True)
    assert [each.id for each in charge.refunds.data] == [rest.id, made.id]  # type: ignore[union-attr]


def test_refunds_and_charges_are_found_by_their_payment(local: LocalStripe) -> None:
    paid, other = local.paid(), local.paid()
    refunds = local.client.v1.refunds
    made = [refunds.create({"charge": paid.charge, "amount": amount}).id for amount in (100, 200, 300)]
    elsewhere = refunds.create({"payment_intent": other.intent})
    for where in ({"payment_intent": paid.intent}, {"charge": paid.charge}):
        assert [each.id for each in refunds.list(where)] == made[::-1]  # type: ignore[arg-type]
    page = refunds.list({"charge": paid.charge, "limit": 2})
    assert page.has_more
    assert [each.id for each in page.auto_paging_iter()] == made[::-1]
    assert refunds.list({"limit": 1}).data[0].id == elsewhere.id
    assert not refunds.list({"created": {"gt": elsewhere.created + 60}}).data
    assert [each.id for each in local.client.v1.charges.list({"payment_intent": paid.intent})] == [paid.charge]


Wanted = Callable[[LocalStripe], dict[str, Any]]


class Error(NamedTuple):
    """What the SDK raises, and a part of what it says."""

    status: int
    code: str | None
    param: str | None
    message: str


def is_like(raised: stripe.StripeError, expected: Error) -> bool:
    assert isinstance(raised, stripe.InvalidRequestError)
    assert (raised.http_status, raised.code, raised.param) == expected[:3]
    return expected.message in str(raised)


def gone(_local: LocalStripe) -> dict[str, Any]:
    return {"payment_intent": "pi_gone"}


def gone_charge(_local: LocalStripe) -> dict[str, Any]:
    return {"charge": "ch_gone"}


def nothing(_local: LocalStripe) -> dict[str, Any]:
    return {"amount": 5}


def both(local: LocalStripe) -> dict[str, Any]:
    paid = local.paid()
    return {"payment_intent": paid.intent, "charge": paid.charge}


def part(**more: Any) -> Wanted:
    def of(local: LocalStripe) -> dict[str, Any]:
        return {"payment_intent": local.paid().intent} | more

    return of


def part_of_kwd(local: LocalStripe) -> dict[str, Any]:
    return {"payment_intent": local.paid(5120, "kwd").intent, "amount": 125}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (nothing, Error(400, None, None, "One of the following params should be provided")),
        (both, Error(400, None, "charge", "You may only specify one of these parameters")),
        (gone, Error(404, "resource_missing", "payment_intent", "No such payment_intent: 'pi_gone'")),
        (gone_charge, Error(404, "resource_missing", "id", "No such charge: 'ch_gone'")),
        (part(amount=0), Error(400, "parameter_invalid_integer", "amount", "greater than or equal to 1")),
        (part(amount="1.5"), Error(400, "parameter_invalid_integer", "amount", "Invalid integer")),
        (part(reason="regret"), Error(400, None, "reason", "must be one of")),
        (part(colour="red"), Error(400, "parameter_unknown", "colour", "unknown parameter")),
        (part_of_kwd, Error(400, "parameter_invalid_integer", "amount", "must end in 0")),
    ],
)
def test_wrong_parameters_refund_nothing_and_leave_the_key_unused(
    local: LocalStripe, wanted: Wanted, expected: Error
) -> None:
    options: stripe.RequestOptions = {"idempotency_key": str(uuid.uuid4())}
    refunds: Any = local.client.v1.refunds
    asked = wanted(local)
    assert is_like(refusal(lambda: refunds.create(asked, options)), expected)
    assert refunds.create({"charge": local.paid().charge}, options).status == "succeeded"


def declined(local: LocalStripe) -> dict[str, Any]:
    session = local.new_session()
    local.submit(session.id, card=CARD_DECLINED)
    return {"payment_intent": local.sessions.retrieve(session.id).payment_intent}


def processing(local: LocalStripe) -> dict[str, Any]:
    session = local.new_session()
    local.submit(session.id, method="bank_debit")
    return {"payment_intent": local.sessions.retrieve(session.id).payment_intent}


def refunded(local: LocalStripe) -> dict[str, Any]:
    paid = local.paid()
    local.client.v1.refunds.create({"charge": paid.charge})
    return {"charge": paid.charge, "amount": 1}


def too_much(local: LocalStripe) -> dict[str, Any]:
    return {"charge": local.paid(1250).charge, "amount": 1251}


def too_much_of_the_rest(local: LocalStripe) -> dict[str, Any]:
    paid = local.paid(1250)
    local.client.v1.refunds.create({"charge": paid.charge, "amount": 250})
    return {"charge": paid.charge, "amount": 1001}


def under_dispute(local: LocalStripe) -> dict[str, Any]:
    return {"charge": local.paid(card=CARD_DISPUTED).charge}


def charged_back(local: LocalStripe) -> dict[str, Any]:
    paid = local.paid()
    dispute = local.control(f"payment_intents/{paid.intent}/dispute").json()
    local.control(f"disputes/{dispute['id']}/settle", outcome="lost")
    return {"charge": paid.charge}


CHARGED_BACK = Error(400, "charge_disputed", None, "has been charged back; cannot issue a refund.")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (declined, Error(400, None, None, "does not have a successful charge to refund.")),
        (processing, Error(400, None, None, "does not have a successful charge to refund.")),
        (refunded, Error(400, "charge_already_refunded", None, "has already been refunded.")),
        (too_much, Error(400, None, "amount", "(€12.51) is greater than charge amount (€12.50)")),
        (
            too_much_of_the_rest,
            Error(400, None, "amount", "(€10.01) is greater than unrefunded amount on charge (€10.00)"),
        ),
        (under_dispute, CHARGED_BACK),
        (charged_back, CHARGED_BACK),
    ],
)
def test_a_refused_refund_is_an_outcome_that_the_key_keeps(
    local: LocalStripe, wanted: Wanted, expected: Error
) -> None:
    options: stripe.RequestOptions = {"idempotency_key": str(uuid.uuid4())}
    refunds: Any = local.client.v1.refunds
    asked = wanted(local)
    for replayed in (None, "true"):
        error = refusal(lambda: refunds.create(asked, options))
        assert is_like(error, expected)
        assert error.headers is not None
        assert error.headers.get("Idempotent-Replayed") == replayed


def test_the_other_routes_refuse_too(local: LocalStripe) -> None:
    refunds = local.client.v1.refunds
    made = refunds.create({"charge": local.paid().charge})
    error = refusal(lambda: refunds.cancel(made.id))
    assert (error.http_status, error.code) == (400, None)
    assert "Canceling this refund is unsupported." in str(error)
    for unknown in (
        lambda: refunds.retrieve("re_gone"),
        lambda: refunds.update("re_gone", {"metadata": {"a": "b"}}),
        lambda: refunds.cancel("re_gone"),
        lambda: local.client.v1.charges.retrieve("ch_gone"),
    ):
        error = refusal(unknown)
        assert (error.http_status, error.code) == (404, "resource_missing")
    assert local.control("refunds/re_gone/settle", outcome="failed").status_code == 404


def test_the_same_key_refunds_once(local: LocalStripe) -> None:
    paid = local.paid()
    options: stripe.RequestOptions = {"idempotency_key": "refund-replay"}
    refunds: Any = local.client.v1.refunds
    first, second = (refunds.create({"charge": paid.charge, "amount": 5}, options) for _ in range(2))
    assert first.id == second.id
    assert second.last_response.headers["Idempotent-Replayed"] == "true"
    assert len(local.client.v1.refunds.list({"charge": paid.charge}).data) == 1


def test_sixteen_at_once_with_one_key_refund_once(local: LocalStripe) -> None:
    paid = local.paid()
    options: stripe.RequestOptions = {"idempotency_key": "refund-crowd"}
    answers = at_once(16, lambda _: local.client.v1.refunds.create({"charge": paid.charge, "amount": 5}, options))
    made = {answer.id for answer in answers if isinstance(answer, stripe.Refund)}
    assert {answer.http_status for answer in answers if isinstance(answer, stripe.StripeError)} <= {409}
    assert [each.id for each in local.client.v1.refunds.list({"charge": paid.charge})] == list(made)
    assert local.client.v1.charges.retrieve(paid.charge).amount_refunded == 5


def test_two_full_refunds_at_once_give_back_what_was_paid(local: LocalStripe) -> None:
    for turn in range(4):
        paid = local.paid()
        keys: list[stripe.RequestOptions] = [{"idempotency_key": f"refund-race-{turn}-{each}"} for each in range(2)]
        answers = at_once(2, lambda each: local.client.v1.refunds.create({"charge": paid.charge}, keys[each]))  # noqa: B023
        (refused,) = (answer for answer in answers if isinstance(answer, stripe.StripeError))
        assert refused.code == "charge_already_refunded"
        (made,) = local.client.v1.refunds.list({"charge": paid.charge}).data
        assert made.amount == local.client.v1.charges.retrieve(paid.charge).amount_refunded == 1250


def at_once(count: int, do: Callable[[int], Any]) -> list[Any]:
    """What each of them got: an answer, or an error of Stripe's."""
    barrier = threading.Barrier(count)

    def one(index: int) -> Any:
        barrier.wait()
        try:
            return do(index)
        except stripe.StripeError as error:
            return error

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def test_creation_tells_of_the_refund_and_of_the_charge(local: LocalStripe) -> None:
    paid = local.paid(1250)
    made = local.client.v1.refunds.create({"charge": paid.charge, "amount": 250}, {"idempotency_key": "tell-1"})
    local.client.v1.refunds.create({"charge": paid.charge})
    assert news_of(local, paid) == ["refund.created", "charge.refunded"] * 2
    created, first, _, last = local.events_of(paid.session)[len(PAID) :]
    assert (created.data.object["id"], created.request.idempotency_key) == (made.id, "tell-1")
    assert (first.data.object["amount_refunded"], first.data.object["refunded"]) == (250, False)
    assert first.data.previous_attributes.to_dict() == {"amount_refunded": 0}
    assert (last.data.object["amount_refunded"], last.data.object["refunded"]) == (1250, True)
    assert last.data.previous_attributes.to_dict() == {"amount_refunded": 250, "refunded": False}


UPDATED = ["refund.updated", "charge.refund.updated"]


@pytest.mark.parametrize("how", [{"card": CARD_SLOW_REFUND}, {"method": "bank_debit"}])
def test_a_pending_refund_counts_and_succeeds_later(local: LocalStripe, how: dict[str, str]) -> None:
    paid = local.paid(**how)
    before = len(local.event_types(paid.session))
    made = local.client.v1.refunds.create({"charge": paid.charge})
    assert (made.status, made.pending_reason) == ("pending", "processing")
    assert local.client.v1.charges.retrieve(paid.charge).refunded
    settled = local.control(f"refunds/{made.id}/settle", outcome="succeeded").json()
    assert settled["status"] == "succeeded"
    assert "pending_reason" not in settled
    assert local.event_types(paid.session)[before:] == ["refund.created", "charge.refunded", *UPDATED]
    for event in local.events_of(paid.session)[-2:]:
        assert event.data.previous_attributes.to_dict() == {"status": "pending"}
        assert event.data.object["status"] == "succeeded"


@pytest.mark.parametrize(
    ("how", "outcomes", "reason"),
    [
        ({"card": CARD_SLOW_REFUND}, ["failed"], "expired_or_canceled_card"),
        ({"card": CARD_FAILING_REFUND}, ["failed"], "expired_or_canceled_card"),
        ({"method": "bank_debit"}, ["succeeded", "failed"], "unknown"),
    ],
)
def test_a_failed_refund_gives_the_charge_its_amount_back(
    local: LocalStripe, how: dict[str, str], outcomes: list[str], reason: str
) -> None:
    paid = local.paid(1250, **how)
    kept = local.client.v1.refunds.create({"charge": paid.charge, "amount": 250})
    made = local.client.v1.refunds.create({"charge": paid.charge})
    assert local.client.v1.charges.retrieve(paid.charge).refunded
    for outcome in outcomes:
        assert local.control(f"refunds/{made.id}/settle", outcome=outcome).json()["status"] == outcome
    failed = local.client.v1.refunds.retrieve(made.id)
    assert (failed.status, failed.failure_reason) == ("failed", reason)
    charge = local.client.v1.charges.retrieve(paid.charge)
    assert (charge.amount_refunded, charge.refunded) == (250, False)
    assert local.event_types(paid.session)[-3:] == ["refund.failed", *UPDATED]

    for outcome in ("succeeded", "failed"):
        answer = local.control(f"refunds/{made.id}/settle", outcome=outcome)
        assert (answer.status_code, answer.json()["error"]["param"]) == (400, "outcome")
    assert local.client.v1.refunds.create({"charge": paid.charge}).amount == 1000
    assert local.client.v1.refunds.retrieve(kept.id).status != "failed"


def test_a_succeeded_refund_does_not_succeed_again(local: LocalStripe) -> None:
    made = local.client.v1.refunds.create({"charge": local.paid().charge})
    assert local.control(f"refunds/{made.id}/settle", outcome="succeeded").status_code == 400
    assert local.control(f"refunds/{made.id}/settle", outcome="lost").status_code == 400


def test_an_inquiry_and_a_won_dispute_leave_a_payment_refundable(local: LocalStripe) -> None:
    paid = local.paid(1250, card=CARD_INQUIRY)
    (dispute,) = local.client.v1.disputes.list({"charge": paid.charge}).data
    assert local.client.v1.refunds.create({"charge": paid.charge, "amount": 50}).status == "succeeded"
    local.control(f"disputes/{dispute.id}/settle", outcome="escalated")
    error = refusal(lambda: local.client.v1.refunds.create({"charge": paid.charge, "amount": 50}))
    assert error.code == "charge_disputed"
    local.control(f"disputes/{dispute.id}/settle", outcome="won")
    assert local.client.v1.refunds.create({"charge": paid.charge}).amount == 1200


def test_a_refund_is_presented_in_the_buyers_currency(local: LocalStripe) -> None:
    paid = local.paid(1000, presentment_currency="usd")
    made = local.client.v1.refunds.create({"charge": paid.charge, "amount": 400})
    assert (made.amount, made.currency) == (400, "eur")
    assert made.presentment_details is not None
    assert made.presentment_details.presentment_amount == 500
