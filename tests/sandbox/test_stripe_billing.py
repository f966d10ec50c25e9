"""Subscriptions and invoices, driven by the official SDK while the clock moves: what is charged, and when."""

import calendar
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from sandbox.stripe.billing.periods import end_of_period
from tests.sandbox.stripe_billing import DAY, HOUR, PAID, Billing, amounts, billing, cut_off, gold, period
from tests.sandbox.stripe_process import refusal, until


@pytest.fixture(scope="module")
def shared() -> Iterator[Billing]:
    with billing() as one:
        yield one


@pytest.fixture
def local(shared: Billing) -> Iterator[Billing]:
    """With nobody left whose subscriptions would renew in the next test."""
    yield shared
    for customer in shared.customers.list({"limit": 100}).data:
        shared.customers.delete(customer.id)


def test_a_good_card_makes_an_active_subscription_with_a_paid_invoice(local: Billing) -> None:
    customer, before = local.customer(), local.mark()
    made = local.subscribe(customer, metadata={"plan": "7"}, expand=["latest_invoice.payments"])
    assert local.types_since(before) == ["invoice.created", *PAID, "customer.subscription.created"]
    assert local.since(before)[-1]["data"]["object"]["status"] == made.status == "active"
    (start, end), invoice = period(made), made.latest_invoice
    assert (start, 28 <= (end - start) / DAY <= 31) == (made.created, True)
    assert (invoice.status, invoice.billing_reason, invoice.amount_paid) == ("paid", "subscription_create", 1500)
    assert (invoice.attempt_count, invoice.amount_remaining, invoice.next_payment_attempt) == (1, 0, None)
    assert invoice.parent.subscription_details.metadata.to_dict() == {"plan": "7"}
    (line,), (payment,), intent = invoice.lines.data, invoice.payments.data, local.intent_of(invoice)
    assert (line.amount, line.period.start, line.period.end) == (1500, start, end)
    assert (payment.payment.payment_intent, payment.status, intent.status) == (intent.id, "paid", "succeeded")
    by_intent = {"payment": {"type": "payment_intent", "payment_intent": intent.id}}
    assert [each.invoice for each in local.v1.invoice_payments.list(by_intent).data] == [invoice.id]


def test_without_a_payment_method_nothing_is_made(local: Billing) -> None:
    customer = local.customer(None)
    error = refusal(lambda: local.subscribe(customer))
    assert (error.code, "no attached payment source or default" in str(error)) == ("resource_missing", True)
    for kind in (local.subscriptions, local.invoices):
        assert kind.list({"customer": customer}).data == []


@pytest.mark.parametrize("way", ["confirm", "pay"])
def test_a_first_payment_made_later_activates(local: Billing, way: str) -> None:
    customer = local.customer(None)
    made = local.subscribe(customer, payment_behavior="default_incomplete")
    invoice, before = made.latest_invoice, local.mark()
    assert (made.status, invoice.status, invoice.attempted) == ("incomplete", "open", False)
    if way == "confirm":
        local.v1.payment_intents.confirm(local.intent_of(invoice).id, {"payment_method": "pm_card_visa"})
        assert len(local.methods.list({"customer": customer}).data) == 1  # kept for renewals
    else:
        assert refusal(lambda: local.invoices.pay(invoice.id)).http_status == 400
        local.pay_with(customer, "pm_card_visa")
        assert local.invoices.pay(invoice.id).status == "paid"
    paid = local.get(made)
    assert (paid.status, paid.latest_invoice.status, paid.latest_invoice.attempt_count) == ("active", "paid", 1)
    (told,) = local.since(before, "customer.subscription.updated")
    assert told["data"]["previous_attributes"] == {"status": "incomplete"}
    assert refusal(lambda: local.invoices.pay(invoice.id)).code == "invoice_already_paid"
    assert len(local.charges(invoice)) == 1


def test_what_is_not_paid_within_23_hours_expires(local: Billing) -> None:
    made = local.subscribe(local.customer(), payment_behavior="default_incomplete")
    local.go_to(made.created + 23 * HOUR - 60)
    assert local.get(made).status == "incomplete"
    local.go_to(made.created + 23 * HOUR)
    assert (local.get(made).status, local.get(made).latest_invoice.status) == ("incomplete_expired", "void")
    assert local.intent_of(made.latest_invoice).status == "canceled"
    for how in ({}, {"paid_out_of_band": True}):
        assert refusal(lambda how=how: local.invoices.pay(made.latest_invoice.id, how)).http_status == 400


def test_a_declined_first_payment_leaves_it_incomplete(local: Billing) -> None:
    before, made = local.mark(), local.subscribe(local.customer("pm_card_chargeCustomerFail"))
    invoice = made.latest_invoice
    assert local.types_since(before)[-2:] == ["invoice.payment_failed", "customer.subscription.created"]
    assert (made.status, invoice.status, invoice.next_payment_attempt) == ("incomplete", "open", None)
    error = refusal(lambda: local.invoices.pay(invoice.id))
    assert (error.http_status, error.code, len(local.charges(invoice))) == (402, "card_declined", 2)
    local.pay_with(made.customer, "pm_card_visa")
    local.go_to(made.created + 22 * HOUR)
    assert local.get(made).status == "incomplete"  # nobody tries it again by themselves


def test_a_bank_that_asks_is_answered_on_its_page(local: Billing) -> None:
    before, made = local.mark(), local.subscribe(local.customer("pm_card_authenticationRequired"))
    assert (made.status, made.latest_invoice.status) == ("incomplete", "open")
    assert "invoice.payment_action_required" in local.types_since(before)
    error = refusal(lambda: local.invoices.pay(made.latest_invoice.id))
    assert (error.http_status, error.code) == (402, "invoice_payment_intent_requires_action")
    assert local.charges(made.latest_invoice) == []
    for status in ("past_due", None):
        local.authenticate(local.get(made).latest_invoice)
        assert (local.get(made).status, local.get(made).latest_invoice.status) == ("active", "paid")
        assert status is None or local.end_period(made).status == status


def test_a_trial_costs_nothing_until_it_ends(local: Billing) -> None:
    made = local.subscribe(local.customer(), trial_period_days=10)
    end, before = made.created + 10 * DAY, local.mark()
    assert (made.status, period(made), made.latest_invoice.total) == ("trialing", (made.created, end), 0)
    local.go_to(end - 3 * DAY - 60)
    assert local.types_since(before) == []
    local.go_to(end - 3 * DAY)
    assert local.types_since(before) == ["customer.subscription.trial_will_end"]
    local.go_to(end)
    begun = local.get(made)
    assert (begun.status, begun.billing_cycle_anchor, period(begun)[0]) == ("active", end, end)
    assert (begun.latest_invoice.status, begun.latest_invoice.billing_reason) == ("draft", "subscription_cycle")
    local.go_to(end + HOUR)
    assert local.get(made).latest_invoice.amount_paid == 1500
    ended = local.change(local.subscribe(made.customer, trial_period_days=10), trial_end="now")
    assert (ended.status, ended.latest_invoice.amount_paid, ended.trial_end) == ("active", 1500, period(ended)[0])


@pytest.mark.parametrize("way", ["pause paused paused", "cancel canceled deleted", "create_invoice past_due updated"])
def test_without_a_payment_method_a_trial_ends_as_asked(local: Billing, way: str) -> None:
    behavior, status, event = way.split()
    settings = {"end_behavior": {"missing_payment_method": behavior}}
    made = local.subscribe(local.customer(None), trial_period_days=1, trial_settings=settings)
    before = local.mark()
    ended, told = local.end_period(made), local.types_since(before, "customer.subscription")
    assert (ended.status, told[-1]) == (status, f"customer.subscription.{event}")
    if behavior != "pause":
        assert refusal(lambda: local.subscriptions.resume(made.id)).http_status == 400
        return
    local.go_to(made.trial_end + 40 * DAY)
    assert len(local.invoices_of(made)) == 1
    local.pay_with(made.customer, "pm_card_visa")
    local.subscriptions.resume(made.id)
    resumed = local.get(made)
    assert (resumed.status, resumed.latest_invoice.amount_paid) == ("active", 1500)
    assert made.trial_end + 40 * DAY <= period(resumed)[0] == resumed.billing_cycle_anchor


@pytest.mark.parametrize(
    ("interval", "count", "renewals"),
    [
        ("day", 3, "2028-02-25 2028-02-28 2028-03-02"),
        ("week", 2, "2027-12-23 2028-01-06 2028-01-20"),
        ("month", 1, "2027-12-31 2028-01-31 2028-02-29 2028-03-31 2028-04-30"),
        ("month", 3, "2027-11-30 2028-02-29 2028-05-30"),
        ("year", 1, "2028-02-29 2029-02-28 2030-02-28 2031-02-28 2032-02-29"),
        ("year", 2, "2027-06-01 2029-06-01"),
    ],
)
def test_a_period_ends_on_the_anchors_day(interval: str, count: int, renewals: str) -> None:
    days = [int(datetime.fromisoformat(f"{day}T10:30:00+00:00").timestamp()) for day in renewals.split()]
    for start, end in pairwise(days):
        assert end_of_period(days[0], start, {"interval": interval, "interval_count": count}) == end


def test_fourteen_months_from_a_31st_are_charged_on_the_last_days(local: Billing) -> None:
    year = datetime.fromtimestamp(local.now(), UTC).year + 1
    local.go_to(int(datetime(year, 1, 31, 9, tzinfo=UTC).timestamp()))
    made = local.subscribe(local.customer())
    local.go_to(made.created + 14 * 31 * DAY)
    found = local.invoices_of(made)
    days = [datetime.fromtimestamp(invoice.lines.data[0].period.start, UTC) for invoice in found]
    assert [(day.year - year) * 12 + day.month for day in days] == list(range(1, 16))
    for day in days:
        assert (day.day, day.hour) == (calendar.monthrange(day.year, day.month)[1], 9)
    assert {(each.status, each.amount_paid, len(local.charges(each))) for each in found} == {("paid", 1500, 1)}


def test_a_renewal_is_a_draft_for_an_hour_that_shops_can_add_to(local: Billing) -> None:
    made = local.subscribe(local.customer(), gold(500, "week", 2))
    (start, end), before = period(made), local.mark()
    local.go_to(end)
    assert local.types_since(before) == ["invoice.created", "customer.subscription.updated"]
    draft = local.get(made).latest_invoice
    assert (end - start, period(local.get(made))) == (14 * DAY, (end, end + 14 * DAY))
    assert (draft.status, draft.period_start, draft.period_end, draft.number) == ("draft", start, end, None)
    assert end + HOUR <= draft.automatically_finalizes_at <= end + HOUR + 30
    extra = {"customer": made.customer, "amount": 250, "currency": "usd", "invoice": draft.id}
    item = local.items.create(extra)
    local.items.delete(local.items.create(extra).id)
    local.go_to(draft.automatically_finalizes_at)
    paid = local.get(made).latest_invoice
    assert (paid.status, paid.amount_paid, amounts(paid)) == ("paid", 750, [250, 500])
    assert refusal(lambda: local.items.delete(item.id)).http_status == 400
    assert refusal(lambda: local.items.create(extra)).code == "invoice_not_editable"


def test_a_renewal_that_fails_is_tried_again_after_3_5_and_7_days_then_ends(local: Billing) -> None:
    made = local.subscribe(local.customer())
    local.pay_with(made.customer, "pm_card_chargeCustomerFail")
    before, invoice = local.mark(), local.end_period(made).latest_invoice
    refusal(lambda: local.invoices.pay(invoice.id))  # by hand, which is no reason to try less often
    for attempts, days in ((1, 3), (2, 5), (3, 7)):
        invoice, tried = local.invoices.retrieve(invoice.id), local.charges(invoice)
        assert (local.get(made).status, invoice.attempt_count, len(tried)) == ("past_due", attempts, attempts + 1)
        assert abs(invoice.next_payment_attempt - tried[0].created - days * DAY) < 100
        local.go_to(invoice.next_payment_attempt - 60)
        assert len(local.charges(invoice)) == attempts + 1
        local.go_to(invoice.next_payment_attempt)
    ended, invoice = local.get(made), local.invoices.retrieve(invoice.id)
    assert (ended.status, ended.cancellation_details.reason) == ("canceled", "payment_failed")
    assert (invoice.status, invoice.auto_advance, invoice.next_payment_attempt) == ("open", False, None)
    assert len(local.since(before, "invoice.payment_failed")) == len(local.charges(invoice)) == 5
    told = ["customer.subscription.updated"] * 2 + ["customer.subscription.deleted"]  # renewed, past due, ended
    assert local.types_since(before, "customer.subscription") == told


def test_a_good_card_before_a_retry_brings_a_subscription_back(local: Billing) -> None:
    own = local.methods.attach("pm_card_visa", {"customer": local.customer(None)})
    made = local.subscribe(own.customer, default_payment_method=own.id)
    local.methods.detach(own.id)  # and is not charged any more
    failed = local.end_period(made)
    assert (failed.status, local.charges(failed.latest_invoice)) == ("past_due", [])
    local.pay_with(made.customer, "pm_card_amex")
    local.go_to(failed.latest_invoice.next_payment_attempt)
    back = local.get(made)
    assert (back.status, back.latest_invoice.id) == ("active", failed.latest_invoice.id)
    assert (back.latest_invoice.status, back.latest_invoice.attempt_count) == ("paid", 2)


def test_canceling_now_gives_back_the_rest_only_when_asked(local: Billing) -> None:
    customer = local.customer()
    plain, waiting, credited = (local.subscribe(customer) for _ in range(3))
    local.go_to(sum(period(plain)) // 2)
    local.change(plain, quantity=3)
    told = {"comment": "Bye", "feedback": "unused"}
    ended = local.subscriptions.cancel(plain.id, {"cancellation_details": told})
    assert (ended.status, ended.canceled_at) == ("canceled", ended.ended_at)
    assert ended.cancellation_details.to_dict() == {"reason": "cancellation_requested"} | told
    assert local.items.list({"customer": customer}).data == []  # what the change cost is forgotten
    assert refusal(lambda: local.change(plain, metadata={"a": "b"})).code == "resource_missing"
    local.subscriptions.cancel(waiting.id, {"prorate": True})
    assert [item.amount for item in local.items.list({"customer": customer}).data] == [-750]
    local.subscriptions.cancel(credited.id, {"prorate": True, "invoice_now": True})
    last = local.invoices_of(credited)[-1]
    assert (last.status, last.total, last.amount_due, last.ending_balance) == ("paid", -750, 0, -750)
    assert (local.customers.retrieve(customer).balance, local.billed(customer).total) == (-750, 700 - 750)


def test_canceling_at_the_end_of_the_period_can_be_taken_back(local: Billing) -> None:
    made = local.subscribe(local.customer())
    asked = local.change(made, cancel_at_period_end=True)
    assert (asked.status, asked.cancel_at) == ("active", period(made)[1])
    kept = local.change(made, cancel_at_period_end=False)
    assert (kept.cancel_at, kept.canceled_at, kept.cancellation_details.reason) == (None, None, None)
    assert local.end_period(made).latest_invoice.amount_paid == 1500
    asked = local.change(made, quantity=2, cancel_at_period_end=True)
    ended, last = local.end_period(made), local.invoices_of(made)[-1]
    assert (ended.status, ended.cancel_at_period_end, ended.canceled_at) == ("canceled", True, asked.canceled_at)
    assert (len(local.invoices_of(made)), last.status, len(last.lines.data)) == (3, "paid", 2)  # for the change


@pytest.mark.parametrize("is_changed", [False, True])
def test_a_subscription_ends_when_it_shall(local: Billing, is_changed: bool) -> None:
    customer, ends = local.customer(), local.now() + 40 * DAY
    made = local.subscribe(customer, **({} if is_changed else {"cancel_at": ends}))
    asked = local.change(made, cancel_at=ends) if is_changed else made
    local.go_to(ends - 60)
    assert (local.get(made).status, asked.cancel_at, asked.cancel_at_period_end) == ("active", ends, False)
    local.go_to(ends)
    ended = local.get(made)
    assert (ended.status, ended.cancellation_details.reason) == ("canceled", "cancellation_requested")
    assert "must be in the future" in str(refusal(lambda: local.subscribe(customer, cancel_at=ends)))


def test_a_deleted_customer_is_charged_no_more(local: Billing) -> None:
    made = local.subscribe(local.customer())
    scheduled = local.billed(made.customer, auto_advance=True)
    local.customers.delete(made.customer)
    local.go_to(local.now() + 40 * DAY)
    assert (local.get(made).status, len(local.invoices_of(made))) == ("canceled", 1)
    assert local.invoices.retrieve(scheduled.id).status == "draft"
    for step in (local.invoices.finalize_invoice, local.invoices.pay):
        assert "No such customer" in str(refusal(lambda step=step: step(scheduled.id)))


@pytest.mark.parametrize("behavior", ["create_prorations", "always_invoice", "none"])
def test_more_of_it_half_way_costs_half_of_the_difference(local: Billing, behavior: str) -> None:
    made = local.subscribe(local.customer())
    local.go_to(sum(period(made)) // 2)
    before = local.mark()
    changed = local.change(made, quantity=3, proration_behavior=behavior)
    assert (changed["items"].data[0].quantity, period(changed)) == (3, period(made))
    found = local.items.list({"customer": made.customer}).data
    assert sorted(each.amount for each in found) == ([] if behavior == "none" else [-750, 2250])
    (told,) = local.since(before, "customer.subscription.updated")
    at_once, waits = behavior == "always_invoice", behavior == "create_prorations"
    assert set(told["data"]["previous_attributes"]) == ({"items", "latest_invoice"} if at_once else {"items"})
    paid = changed.latest_invoice
    assert (paid.billing_reason, paid.amount_paid) == (f"subscription_{'update' if at_once else 'create'}", 1500)
    renewed = local.end_period(made).latest_invoice
    assert amounts(renewed) == ([-750, 2250, 4500] if waits else [4500])
    assert renewed.amount_paid == (6000 if waits else 4500)


def test_other_prices_are_credited_and_charged_by_their_own(local: Billing) -> None:
    made = local.subscribe(local.customer())
    local.go_to(sum(period(made)) // 2)
    items = [{"id": made["items"].data[0].id, "price_data": gold(4000)}, {"price_data": gold(1000), "quantity": 2}]
    changed = local.change(made, items=items, proration_behavior="always_invoice")
    assert amounts(changed.latest_invoice) == [-750, 1000, 2000]
    fewer = [{"id": changed["items"].data[0].id, "deleted": True}]
    credited = local.change(made, items=fewer, proration_behavior="always_invoice").latest_invoice
    assert (credited.total, credited.amount_due, credited.status) == (-2000, 0, "paid")
    renewed = local.end_period(made).latest_invoice
    assert (renewed.total, renewed.starting_balance, renewed.amount_due, renewed.status) == (2000, -2000, 0, "paid")


@pytest.mark.parametrize(("before", "after", "lines"), [(1500, 12000, [-750, 12000]), (0, 1500, [1500])])
def test_another_interval_begins_anew(local: Billing, before: int, after: int, lines: list[int]) -> None:
    made = local.subscribe(local.customer(), gold(before))
    local.go_to(sum(period(made)) // 2)
    items = [{"id": made["items"].data[0].id, "price_data": gold(after, "year" if before else "month")}]
    changed = local.change(made, items=items, cancel_at_period_end=True)
    start, end = period(changed)
    assert (start, end) == (changed.billing_cycle_anchor, changed.cancel_at)
    assert (start >= sum(period(made)) // 2, end - start > 360 * DAY) == (True, bool(before))
    assert (amounts(changed.latest_invoice), changed.latest_invoice.amount_paid) == (lines, sum(lines))


def test_an_update_tells_what_it_changed_and_nothing_else(local: Billing) -> None:
    made = local.subscribe(local.customer(), metadata={"a": "1", "b": "2"})
    before = local.mark()
    for _ in range(2):
        local.change(made, metadata={"b": "3", "c": "4"})
    (told,) = local.since(before)
    assert told["data"]["previous_attributes"] == {"metadata": {"b": "2", "c": None}}
    assert told["data"]["object"]["metadata"] == {"a": "1", "b": "3", "c": "4"}
    local.change(made, quantity=1, proration_behavior="always_invoice")
    assert len(local.since(before)) == 1


@pytest.mark.parametrize("behavior", ["keep_as_draft", "void", "mark_uncollectible"])
def test_a_paused_subscription_renews_without_collecting(local: Billing, behavior: str) -> None:
    made = local.subscribe(local.customer())
    resumes_at = period(made)[1] + 3 * DAY
    local.change(made, pause_collection={"behavior": behavior, "resumes_at": resumes_at})
    renewed = local.end_period(made)
    assert (renewed.status, renewed.pause_collection.behavior) == ("active", behavior)
    local.go_to(resumes_at)
    assert local.get(made).pause_collection is None
    local.end_period(made)
    status = behavior.removeprefix("mark_").removeprefix("keep_as_")
    assert [each.status for each in local.invoices_of(made)] == ["paid", status, "paid"]
    for wanted in ({"behavior": behavior}, ""):
        assert bool(local.change(made, pause_collection=wanted).pause_collection) is bool(wanted)


def test_an_invoice_is_drafted_finalized_and_paid(local: Billing) -> None:
    customer = local.customer()
    assert local.invoices.create({"customer": customer}).lines.data == []
    made, by_itself, before = local.billed(customer), local.billed(customer), local.mark()
    assert (made.status, made.billing_reason, made.amount_due) == ("draft", "manual", 700)
    done = local.invoices.finalize_invoice(made.id)
    assert (done.status, done.number[-5:], done.attempted) == ("open", "-0001", False)
    paid = local.invoices.pay(made.id)
    assert (paid.status, paid.amount_paid, paid.amount_remaining) == ("paid", 700, 0)
    assert local.types_since(before) == PAID
    for step in ("finalize_invoice", "void_invoice", "mark_uncollectible", "delete", "pay"):
        assert refusal(lambda step=step: getattr(local.invoices, step)(made.id)).http_status == 400
    local.go_to(local.invoices.update(by_itself.id, {"auto_advance": True}).automatically_finalizes_at)
    assert local.invoices.retrieve(by_itself.id).status == "paid"


def test_invoices_are_paid_elsewhere_voided_given_up_and_deleted(local: Billing) -> None:
    customer = local.customer()
    elsewhere, void, lost, gone = (local.billed(customer) for _ in range(4))
    for each in (elsewhere, void, lost):
        local.invoices.finalize_invoice(each.id)
    paid = local.invoices.pay(elsewhere.id, {"paid_out_of_band": True})
    assert (paid.status, paid.amount_paid, paid.amount_paid_off_stripe) == ("paid", 700, 700)
    assert local.invoices.void_invoice(void.id).status == "void"
    assert {local.intent_of(each).status for each in (elsewhere, void)} == {"canceled"}
    assert local.invoices.mark_uncollectible(lost.id).status == "uncollectible"
    for status, found in (("open", []), ("void", [void.id]), ("draft", [gone.id]), ("uncollectible", [lost.id])):
        assert [each.id for each in local.invoices.list({"customer": customer, "status": status}).data] == found
    assert local.invoices.pay(lost.id).status == "paid"
    assert len(local.v1.charges.list({"customer": customer}).data) == 1
    assert local.invoices.delete(gone.id).deleted is True
    assert refusal(lambda: local.invoices.retrieve(gone.id)).http_status == 404


def test_credit_pays_for_what_comes_next_and_comes_back_from_a_void_invoice(local: Billing) -> None:
    customer = local.customer()
    local.invoices.finalize_invoice(local.billed(customer, -500).id)
    assert local.customers.retrieve(customer).balance == -500
    void = local.invoices.finalize_invoice(local.billed(customer).id)
    assert (void.total, void.amount_due, local.intent_of(void).amount) == (700, 200, 200)
    assert local.customers.retrieve(customer).balance == 0
    local.invoices.void_invoice(void.id)
    assert local.customers.retrieve(customer).balance == -500
    covered = local.invoices.finalize_invoice(local.billed(customer, 300).id)
    assert (covered.status, covered.amount_due, covered.ending_balance) == ("paid", 0, -200)
    assert local.subscribe(customer).latest_invoice.amount_paid == 1300


def test_lists_show_what_they_are_asked_for(local: Billing) -> None:
    customer, other = local.customer(), local.subscribe(local.customer())
    active, canceled, trial = (local.subscribe(customer, **more) for more in ({}, {}, {"trial_period_days": 5}))
    local.subscriptions.cancel(canceled.id)
    by_status = {None: [trial, active], "all": [trial, canceled, active], "canceled": [canceled], "active": [active]}
    for status, found in by_status.items():
        listed = local.subscriptions.list({"customer": customer} | ({"status": status} if status else {})).data
        assert [each.id for each in listed] == [each.id for each in found]
    assert [each.id for each in local.subscriptions.list({"customer": other.customer}).data] == [other.id]


def test_the_same_key_makes_one_subscription_and_charges_once(local: Billing) -> None:
    customer = local.customer()
    first, again = local.post(customer, "one"), local.post(customer, "one")
    assert (again.json(), again.headers["Idempotent-Replayed"]) == (first.json(), "true")
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: local.post(customer, "two"), range(8)))
    assert {answer.status_code for answer in answers} - {409} == {200}
    assert len({answer.json()["id"] for answer in answers if answer.ok}) == 1
    assert len(local.subscriptions.list({"customer": customer}).data) == 2
    assert len(local.v1.charges.list({"customer": customer}).data) == 2


def test_every_period_is_charged_once_though_the_process_is_killed_between_renewals(tmp_path: Path) -> None:
    data = str(tmp_path / "stripe.db")
    with billing("--data", data) as local:
        made = local.subscribe(local.customer(), gold(interval="day"))
        moving = threading.Thread(target=cut_off, args=(local, made.created + 1000 * DAY))
        moving.start()
        until(lambda: len(local.invoices_of(made)) > 5)
        local.local.kill()
        moving.join()
    with billing("--data", data) as local:
        day = (local.now() - made.created) // DAY + 3
        assert 5 < day < 900
        local.go_to(made.created + day * DAY + 2 * HOUR)
        found = local.invoices.list({"limit": 100}).auto_paging_iter()
        starts = [(each.lines.data[0].period.start, each.status, each.attempt_count) for each in found]
        assert list(reversed(starts)) == [(made.created + each * DAY, "paid", 1) for each in range(day + 1)]
        taken = list(local.v1.charges.list({"limit": 100}).auto_paging_iter())
        assert (len(taken), {charge.status for charge in taken}) == (day + 1, {"succeeded"})
