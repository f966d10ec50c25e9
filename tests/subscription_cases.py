"""What can happen to a subscription, as its events, and what follows: each rule of the access is a case here."""

from collections.abc import Callable
from typing import Any, NamedTuple

from tests.stripe_events import charge, dispute, event, payment_intent, refund
from tests.subscription_events import DAY, HOUR, MONTH, OLD, Object, Sold
from tests.test_settlement import EXPIRED, FAILED, SUCCEEDED

WEEK = 7 * DAY
YEAR = 365 * DAY
TRIAL = 14 * DAY
SECOND_PERIOD = (MONTH, 2 * MONTH)


class Outcome(NamedTuple):
    """How an order ends: `until` in seconds after the beginning, None without access."""

    until: int | None
    has_grace: bool = True
    status: str = "paid"
    amount_paid: int = 1998
    amount_refunded: int = 0


def begun(sold: Sold) -> list[Object]:
    return [
        sold.completed(),
        sold.created(),
        sold.paid(sold.invoice(reason="subscription_create"), 3),
    ]


def renewed(sold: Sold) -> list[Object]:
    """Two periods were paid for."""
    second = sold.paid(sold.invoice(SECOND_PERIOD), MONTH + HOUR)
    return [*begun(sold), sold.updated(at=MONTH, period=SECOND_PERIOD), second]


def renewed_and(sold: Sold, *happenings: Callable[[Object], Object], of: str = "last", late: int = 0) -> list[Object]:
    """Two periods were paid for, and something became of the money of one of them."""
    first, second = sold.invoice(reason="subscription_create"), sold.invoice(SECOND_PERIOD)
    money = sold.payment(second if of == "last" else first)
    return [
        sold.completed(),
        sold.updated(at=MONTH, period=SECOND_PERIOD),
        *(sold.paid_by(first, 3) if of == "first" else [sold.paid(first, 3)]),
        *(sold.paid_by(second, MONTH + HOUR) if of == "last" else [sold.paid(second, MONTH + HOUR)]),
        *(happening(money) for happening in happenings),
    ]


def refunded(money: Object) -> Object:
    return event("refund.created", refund(money))


def half_refunded(money: Object) -> Object:
    return event("refund.created", refund(money, amount=999))


def refunded_by_charge(money: Object) -> Object:
    return event("refund.created", refund(money, payment_intent=None))


def charged(money: Object) -> Object:
    return event("payment_intent.succeeded", payment_intent(money))


def charge_refunded(money: Object) -> Object:
    return event("charge.refunded", charge(money))


def disputed(money: Object) -> Object:
    return event("charge.dispute.created", dispute(money, id=f"du_{money['payment_intent']}"))


def won(money: Object) -> Object:
    return event("charge.dispute.closed", dispute(money, id=f"du_{money['payment_intent']}", status="won"))


def first_payment_refunded(sold: Sold) -> list[Object]:
    first = sold.invoice(reason="subscription_create")
    return [sold.completed(), sold.created(), *sold.paid_by(first, 3), refunded(sold.payment(first))]


def first_invoice_unknown(sold: Sold) -> list[Object]:
    second = sold.invoice(SECOND_PERIOD)
    return [
        sold.completed(),
        sold.updated(at=MONTH, period=SECOND_PERIOD),
        *sold.paid_by(second, MONTH + HOUR),
        refunded(sold.payment(second)),
    ]


def on_trial(sold: Sold) -> list[Object]:
    free = {"payment_status": "no_payment_required", "amount_total": 0}
    return [
        sold.completed(**free),
        sold.created("trialing", period=(0, TRIAL), trial_start=0, trial_end=TRIAL),
        sold.paid(sold.invoice(lines=[(0, (0, TRIAL))], reason="subscription_create"), 3),
    ]


def after_trial(sold: Sold, status: str, **changes: Any) -> Object:
    times = {"period": (TRIAL, TRIAL + MONTH), "trial_end": TRIAL, "trial_start": 0}
    return sold.updated(status, at=TRIAL, **times | changes)


def changed_plan(
    sold: Sold,
    end: int,
    amounts: tuple[int, int],
    before: int = MONTH,
    then: Callable[[Object], Object] | None = None,
) -> list[Object]:
    """On the tenth day: a credit for the rest of what was paid, and what the new plan costs until `end`."""
    credited, charged = amounts
    change = sold.invoice(
        lines=[(-credited, (10 * DAY, before)), (charged, (10 * DAY, end))], reason="subscription_update"
    )
    first = sold.invoice((0, before), reason="subscription_create")
    return [
        sold.completed(),
        sold.created(period=(0, before)),
        sold.paid(first, 3),
        sold.updated(at=10 * DAY, period=(0 if end == before else 10 * DAY, end)),
        *(sold.paid_by(change, 10 * DAY + 1) if then else [sold.paid(change, 10 * DAY + 1)]),
        *([then(sold.payment(change))] if then else []),
    ]


def changed_in_first_second(sold: Sold, end: int) -> list[Object]:
    """Paid for a month and, in that second, changed to what is paid for until `end`; then not paid any more."""
    change = sold.invoice(lines=[(-1998, (0, MONTH)), (2998, (0, end))], reason="subscription_update")
    return [
        sold.completed(),
        sold.paid(sold.invoice(reason="subscription_create"), 3),
        sold.paid(change, 4),
        sold.updated("past_due", at=end, period=(end, 2 * end)),
    ]


def changed_twice_in_a_second(sold: Sold, first: int, last: int) -> list[Object]:
    """On the tenth day to a plan of other periods, and at once to another one, which is not paid any more."""
    change, other = (
        sold.invoice(
            lines=[(-1000, (10 * DAY, MONTH)), (2000, (10 * DAY, 10 * DAY + each))], reason="subscription_update"
        )
        for each in (first, last)
    )
    end = 10 * DAY + last
    return [
        *begun(sold)[::2],
        sold.paid(change, 10 * DAY + 1),
        sold.paid(other, 10 * DAY + 1),
        sold.updated("past_due", at=end, period=(end, end + last)),
    ]


def unpaid_change(sold: Sold, weeks: int) -> list[Object]:
    """On the tenth day a paid month is changed to weeks, none of which is paid."""
    owed = sold.invoice(
        lines=[(-1332, (10 * DAY, MONTH)), (2332, (10 * DAY, 10 * DAY + WEEK))], reason="subscription_update"
    )
    begin = 10 * DAY + (weeks - 1) * WEEK
    return [
        *begun(sold)[::2],
        sold.event("invoice.payment_failed", owed | {"amount_paid": 0, "status": "open"}, 10 * DAY + 1),
        sold.updated("past_due", at=begin + 1, period=(begin, begin + WEEK)),
    ]


def refunded_after_change_in_its_second(sold: Sold) -> list[Object]:
    first = sold.invoice(reason="subscription_create")
    change = sold.invoice(lines=[(-1998, (0, MONTH)), (12998, (0, YEAR))], reason="subscription_update")
    return [
        sold.completed(),
        *sold.paid_by(first, 3),
        sold.paid(change, 4),
        sold.updated(at=5, period=(0, YEAR)),
        refunded(sold.payment(first)),
    ]


def renewed_once(sold: Sold, period: tuple[int, int], then: Callable[[Object], Object]) -> list[Object]:
    invoice = sold.invoice(period)
    return [
        sold.updated(at=period[0], period=period),
        *sold.paid_by(invoice, period[0] + HOUR),
        then(sold.payment(invoice)),
    ]


def with_ten_changes(sold: Sold) -> Object:
    """A renewal is paid for, but the event shows what changed in the period before only: Stripe lists that first."""
    changes = [(amount, (day * DAY, MONTH)) for day in range(1, 6) for amount in (-10 * day, 10 * day)]
    invoice = sold.invoice(lines=[*changes, (1998, SECOND_PERIOD)], created=sold.began + MONTH)
    invoice["lines"] |= {"data": invoice["lines"]["data"][:10], "has_more": True}
    return sold.paid(invoice, MONTH + HOUR)


def part_paid(money: Object) -> Object:
    return event("payment_intent.succeeded", payment_intent(money | {"amount_total": 998}))


def part_refunded(money: Object) -> Object:
    return event("refund.created", refund(money | {"amount_total": 998}))


def unpaid_renewal(sold: Sold, *types: str, status: str = "past_due") -> list[Object]:
    second = sold.invoice(SECOND_PERIOD, amount_paid=0, status="open")
    return [
        *begun(sold),
        sold.updated(status, at=MONTH, period=SECOND_PERIOD),
        *(sold.event(type, second, MONTH + HOUR) for type in types),
    ]


def paid_after(sold: Sold, *types: str) -> list[Object]:
    second = sold.invoice(SECOND_PERIOD)
    return [
        sold.completed(),
        sold.updated(at=MONTH, period=SECOND_PERIOD),
        *(sold.event(type, second | {"amount_paid": 0}, MONTH + HOUR) for type in types),
        sold.paid(second, MONTH + DAY),
    ]


def cancels(sold: Sold) -> Object:
    """At the end of the period. Old API versions say so without the time."""
    at_end: dict[str, Any] = {"cancel_at": None if sold.shape == OLD else MONTH, "cancel_at_period_end": True}
    return sold.updated(at=5 * DAY, **at_end)


def paused(sold: Sold, behavior: str, *, at: int = MONTH, period: tuple[int, int] = SECOND_PERIOD) -> Object:
    return sold.updated(at=at, period=period, pause_collection={"behavior": behavior, "resumes_at": None})


CASES: dict[str, tuple[Callable[[Sold], list[Object]], Outcome]] = {
    "paid": (begun, Outcome(MONTH)),
    "paid, its invoice unknown as yet": (lambda s: begun(s)[:2], Outcome(MONTH)),
    "paid, the subscription unknown as yet": (lambda s: [begun(s)[0], begun(s)[2]], Outcome(None)),
    "its renewal is due": (
        lambda s: [*begun(s), s.updated(at=MONTH, period=SECOND_PERIOD)],
        Outcome(MONTH),
    ),
    "renewed": (renewed, Outcome(2 * MONTH, amount_paid=3996)),
    "past_due": (lambda s: unpaid_renewal(s, "invoice.payment_failed"), Outcome(MONTH)),
    "past_due, then paid": (
        lambda s: [
            *unpaid_renewal(s, "invoice.payment_failed")[:4],
            s.updated(at=MONTH + DAY, period=SECOND_PERIOD),
            s.paid(s.invoice(SECOND_PERIOD), MONTH + DAY),
        ],
        Outcome(2 * MONTH, amount_paid=3996),
    ),
    "unpaid": (
        lambda s: unpaid_renewal(s, "invoice.marked_uncollectible", status="unpaid"),
        Outcome(MONTH, has_grace=False),
    ),
    "its renewal is voided": (
        lambda s: unpaid_renewal(s, "invoice.voided", status="active"),
        Outcome(MONTH),
    ),
    "uncollectible, then paid": (
        lambda s: [begun(s)[2], *paid_after(s, "invoice.marked_uncollectible")],
        Outcome(2 * MONTH, amount_paid=3996),
    ),
    "all that can happen to an invoice, and paid": (
        lambda s: [
            begun(s)[2],
            *paid_after(
                s,
                *("invoice.created", "invoice.finalized", "invoice.payment_failed"),
                *("invoice.payment_action_required", "invoice.voided"),
            ),
        ],
        Outcome(2 * MONTH, amount_paid=3996),
    ),
    "on trial": (on_trial, Outcome(TRIAL, amount_paid=0)),
    "its trial ends soon": (
        lambda s: [
            *on_trial(s),
            s.event(
                "customer.subscription.trial_will_end",
                s.subscription("trialing", period=(0, TRIAL), trial_start=0, trial_end=TRIAL),
                TRIAL - 3 * DAY,
            ),
        ],
        Outcome(TRIAL, amount_paid=0),
    ),
    "after its trial, not paid as yet": (
        lambda s: [*on_trial(s), after_trial(s, "active")],
        Outcome(TRIAL, amount_paid=0),
    ),
    "after its trial, paid": (
        lambda s: [
            *on_trial(s),
            after_trial(s, "active"),
            s.paid(s.invoice((TRIAL, TRIAL + MONTH)), TRIAL + HOUR),
        ],
        Outcome(TRIAL + MONTH),
    ),
    "after its trial, paused": (
        lambda s: [
            *on_trial(s),
            s.event(
                "customer.subscription.paused",
                s.subscription("paused", period=(0, TRIAL), trial_start=0, trial_end=TRIAL),
                TRIAL,
            ),
        ],
        Outcome(TRIAL, has_grace=False, amount_paid=0),
    ),
    "canceled on its trial": (
        lambda s: [*on_trial(s), s.deleted(5 * DAY, period=(0, TRIAL), trial_end=TRIAL)],
        Outcome(5 * DAY, has_grace=False, amount_paid=0),
    ),
    "to be canceled": (lambda s: [*begun(s), cancels(s)], Outcome(MONTH, has_grace=False)),
    "canceled at its end": (lambda s: [*begun(s), cancels(s), s.deleted(MONTH)], Outcome(MONTH, has_grace=False)),
    "to be canceled within the period": (
        lambda s: [*begun(s), s.updated(at=5 * DAY, cancel_at=20 * DAY)],
        Outcome(20 * DAY, has_grace=False),
    ),
    "past_due, to be canceled later": (
        lambda s: [
            *begun(s),
            s.updated("past_due", at=MONTH, period=SECOND_PERIOD, cancel_at=2 * MONTH, cancel_at_period_end=True),
        ],
        Outcome(MONTH),
    ),
    "not to be canceled after all": (
        lambda s: [*begun(s), cancels(s), s.updated(at=6 * DAY)],
        Outcome(MONTH),
    ),
    "canceled at once": (lambda s: [*begun(s), s.deleted(10 * DAY)], Outcome(10 * DAY, has_grace=False)),
    "canceled, its end not told": (
        lambda s: [*begun(s), s.deleted(10 * DAY, ended_at=None)],
        Outcome(10 * DAY, has_grace=False),
    ),
    "canceled while past_due": (
        lambda s: [*unpaid_renewal(s), s.deleted(MONTH + DAY, period=SECOND_PERIOD)],
        Outcome(MONTH, has_grace=False),
    ),
    "reported alive after its end": (
        lambda s: [*begun(s), s.deleted(10 * DAY), s.updated(at=11 * DAY)],
        Outcome(10 * DAY, has_grace=False),
    ),
    "paused, its invoices void": (
        lambda s: [*begun(s), paused(s, "void")],
        Outcome(MONTH, has_grace=False),
    ),
    "paused, its invoices kept": (lambda s: [*begun(s), paused(s, "keep_as_draft")], Outcome(2 * MONTH)),
    "paused, its invoices uncollectible": (
        lambda s: [*begun(s), paused(s, "mark_uncollectible")],
        Outcome(2 * MONTH),
    ),
    "paused and resumed": (
        lambda s: [*begun(s), paused(s, "void", at=DAY, period=(0, MONTH)), s.updated(at=2 * DAY)],
        Outcome(MONTH),
    ),
    "paused and refunded": (
        lambda s: [*renewed_and(s, refunded), paused(s, "keep_as_draft", at=MONTH + DAY)],
        Outcome(MONTH, has_grace=False, amount_paid=3996, amount_refunded=1998),
    ),
    "its only payment refunded": (
        first_payment_refunded,
        Outcome(None, has_grace=False, status="refunded", amount_refunded=1998),
    ),
    "its last payment refunded": (
        lambda s: renewed_and(s, refunded),
        Outcome(MONTH, has_grace=False, amount_paid=3996, amount_refunded=1998),
    ),
    "its last payment refunded, by its charge": (
        lambda s: renewed_and(s, charged, refunded_by_charge),
        Outcome(MONTH, has_grace=False, amount_paid=3996, amount_refunded=1998),
    ),
    "its last charge refunded": (
        lambda s: renewed_and(s, charge_refunded),
        Outcome(MONTH, has_grace=False, amount_paid=3996, amount_refunded=1998),
    ),
    "its last payment refunded, its first invoice unknown": (
        first_invoice_unknown,
        Outcome(MONTH, has_grace=False, amount_paid=3996, amount_refunded=1998),
    ),
    "half of its last payment refunded": (
        lambda s: renewed_and(s, half_refunded),
        Outcome(2 * MONTH, amount_paid=3996, amount_refunded=999),
    ),
    "its first payment refunded": (
        lambda s: renewed_and(s, refunded, of="first"),
        Outcome(2 * MONTH, amount_paid=3996, amount_refunded=1998),
    ),
    "its last payment disputed": (
        lambda s: renewed_and(s, disputed),
        Outcome(MONTH, has_grace=False, amount_paid=3996),
    ),
    "a dispute of its last payment won": (
        lambda s: renewed_and(s, disputed, won),
        Outcome(2 * MONTH, amount_paid=3996),
    ),
    "changed to what costs more": (
        lambda s: changed_plan(s, MONTH, (1332, 2332)),
        Outcome(MONTH, amount_paid=2998),
    ),
    "changed to a year": (
        lambda s: changed_plan(s, 10 * DAY + YEAR, (1332, 11332)),
        Outcome(10 * DAY + YEAR, amount_paid=11998),
    ),
    "changed from a year to a month": (
        lambda s: changed_plan(s, 10 * DAY + MONTH, (1900, 200), before=YEAR),
        Outcome(10 * DAY + MONTH),
    ),
    "changed from a year to a month, which is not paid any more": (
        lambda s: [
            *changed_plan(s, 10 * DAY + MONTH, (1900, 2000), before=YEAR),
            s.updated("unpaid", at=10 * DAY + 2 * MONTH, period=(10 * DAY + MONTH, 10 * DAY + 2 * MONTH)),
        ],
        Outcome(10 * DAY + MONTH, has_grace=False, amount_paid=2098),
    ),
    "changed from a year to a month, whose renewal is refunded": (
        lambda s: [
            *changed_plan(s, 10 * DAY + MONTH, (1900, 2000), before=YEAR)[2:],
            s.completed(),
            *renewed_once(s, (10 * DAY + MONTH, 10 * DAY + 2 * MONTH), refunded),
        ],
        Outcome(10 * DAY + MONTH, has_grace=False, amount_paid=4096, amount_refunded=1998),
    ),
    "the change from a year to a month is refunded": (
        lambda s: changed_plan(s, 10 * DAY + MONTH, (1900, 2000), before=YEAR, then=refunded),
        Outcome(10 * DAY + MONTH, amount_paid=2098, amount_refunded=100),
    ),
    "changed to a week in its first second, and not paid again": (
        lambda s: changed_in_first_second(s, WEEK),
        Outcome(WEEK, amount_paid=2998),
    ),
    "changed to a year in its first second, and not paid again": (
        lambda s: changed_in_first_second(s, YEAR),
        Outcome(YEAR, amount_paid=2998),
    ),
    "changed to a year and to a week in one second, and not paid again": (
        lambda s: changed_twice_in_a_second(s, YEAR, WEEK),
        Outcome(10 * DAY + WEEK, amount_paid=3998),
    ),
    "changed to a week and to a year in one second, and not paid again": (
        lambda s: changed_twice_in_a_second(s, WEEK, YEAR),
        Outcome(10 * DAY + YEAR, amount_paid=3998),
    ),
    "changed to a year in its first second, and its first payment refunded": (
        refunded_after_change_in_its_second,
        Outcome(YEAR, amount_paid=12998, amount_refunded=1998),
    ),
    "changed to weeks that are not paid: the first": (
        lambda s: unpaid_change(s, 1),
        Outcome(10 * DAY + WEEK),
    ),
    "changed to weeks that are not paid: the month was": (
        lambda s: unpaid_change(s, 3),
        Outcome(MONTH),
    ),
    "a month and a year in one, of which the month is not renewed": (
        lambda s: [
            s.completed(),
            s.created(),
            s.paid(s.invoice(lines=[(1000, (0, MONTH)), (998, (0, YEAR))], reason="subscription_create"), 3),
            s.updated("unpaid", at=MONTH, period=SECOND_PERIOD),
        ],
        Outcome(MONTH, has_grace=False),
    ),
    "renewed, with more changes than an event shows": (
        lambda s: [*begun(s), s.updated(at=MONTH, period=SECOND_PERIOD), with_ten_changes(s)],
        Outcome(2 * MONTH, amount_paid=3996),
    ),
    "renewed, with more changes than an event shows, and not again": (
        lambda s: [
            *begun(s),
            with_ten_changes(s),
            s.updated("past_due", at=2 * MONTH, period=(2 * MONTH, 3 * MONTH)),
        ],
        Outcome(2 * MONTH, amount_paid=3996),
    ),
    "renewed, its usage to be paid afterwards": (
        lambda s: [
            *begun(s),
            s.updated(at=MONTH, period=SECOND_PERIOD),
            s.paid(s.invoice((0, MONTH), created=s.began + MONTH), MONTH + HOUR),
        ],
        Outcome(2 * MONTH, amount_paid=3996),
    ),
    "not paid any more, and none of its invoices known": (
        lambda s: [
            s.completed(),
            s.created(),
            s.updated("unpaid", at=3 * MONTH, period=(3 * MONTH, 4 * MONTH)),
        ],
        Outcome(3 * MONTH, has_grace=False),
    ),
    "something else was paid, its renewal was not": (
        lambda s: [
            *unpaid_renewal(s, "invoice.payment_failed"),
            s.paid(s.invoice(lines=[(-5, SECOND_PERIOD), (105, (MONTH, MONTH))], reason="manual"), MONTH + DAY),
        ],
        Outcome(MONTH, amount_paid=2098),
    ),
    "its first invoice is paid by hand": (
        lambda s: [s.completed(payment_status="unpaid"), s.created(), begun(s)[2]],
        Outcome(MONTH),
    ),
    "its first payment fails, and its invoice is paid by hand": (
        lambda s: [
            s.completed(payment_status="unpaid"),
            s.created(),
            s.event(FAILED, s.session(payment_status="unpaid"), DAY),
            s.paid(s.invoice(reason="subscription_create", payment_intent=None), 2 * DAY),
        ],
        Outcome(MONTH),
    ),
    "one of two payments of its last invoice is refunded": (
        lambda s: renewed_and(s, part_paid, part_refunded),
        Outcome(2 * MONTH, amount_paid=3996, amount_refunded=998),
    ),
    "paid for later": (
        lambda s: [
            s.completed(payment_status="unpaid"),
            s.created(),
            begun(s)[2],
            s.event(SUCCEEDED, s.session(), 2 * DAY),
        ],
        Outcome(MONTH),
    ),
    "never paid": (
        lambda s: [
            s.created("incomplete"),
            s.updated("incomplete_expired", at=DAY, ended_at=DAY),
            s.event(EXPIRED, s.session(payment_status="unpaid", status="expired"), DAY),
        ],
        Outcome(None, has_grace=False, status="failed", amount_paid=0),
    ),
    "paid, said to be incomplete": (
        lambda s: [begun(s)[0], s.created("incomplete", cancel_at=MONTH), begun(s)[2]],
        Outcome(None),
    ),
}
