"""The dashboard: what a developer sees of payments, and which buttons there are."""

import html
import re
from collections.abc import Iterator

import pytest

from tests.sandbox.stripe_customers import new_customer, subscribe
from tests.sandbox.stripe_process import (
    CARD_DECLINED,
    CARD_DISPUTED,
    CARD_FAILING_REFUND,
    CARD_INQUIRY,
    CARD_NOT_RECEIVED,
    CARD_SLOW_REFUND,
    LocalStripe,
    Paid,
    running,
)


@pytest.fixture(scope="module")
def local() -> Iterator[LocalStripe]:
    with running() as one:
        yield one


def payment(local: LocalStripe, paid: Paid) -> str:
    """The part of the dashboard that is about one payment."""
    found = re.search(
        rf"<li>(?:(?!<li>).)*?{paid.intent}.*?(?=<li>\n<span[^>]*>[^<]*</span>\n<strong>|<h1>)", local.page("/"), re.S
    )
    assert found is not None
    return html.unescape(re.sub(r"\s+", " ", found.group()))


def subscription(local: LocalStripe, subscription_id: str) -> str:
    """The line of the dashboard that is about one subscription."""
    (found,) = (part for part in local.page("/").split("<li>") if f">{subscription_id}<" in part)
    text = re.sub(r"<(?!button|/button)[^>]+>", "", found.partition("</li>")[0])
    return html.unescape(re.sub(r"\s+", " ", text)).replace("\xa0", " ").strip()


def buttons(part: str) -> list[str]:
    return re.findall(r">([^<]+)</button>", part)


def refund_of(local: LocalStripe, paid: Paid) -> str:
    return local.client.v1.refunds.list({"charge": paid.charge}).data[0].id


def dispute_of(local: LocalStripe, paid: Paid) -> str:
    return local.client.v1.disputes.list({"charge": paid.charge}).data[0].id


def pressed(local: LocalStripe, path: str, **form: str) -> None:
    answer = local.press(path, **form)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")


def test_a_part_and_then_the_rest_can_be_refunded(local: LocalStripe) -> None:
    paid = local.paid(1250)
    assert 'value="12.50"' in payment(local, paid)
    assert buttons(payment(local, paid)) == ["Refund", "Dispute", "Inquiry"]
    pressed(local, f"/payments/{paid.intent}/refund", amount="2,50")
    shown = payment(local, paid)
    assert "refunded 2.50 EUR" in shown
    assert 'value="10.00"' in shown
    pressed(local, f"/payments/{paid.intent}/refund", amount="")
    shown = payment(local, paid)
    assert "refunded 12.50 EUR" in shown
    assert "Refund" not in buttons(shown)


@pytest.mark.parametrize(
    ("amount", "currency", "typed", "left"),
    [(500, "jpy", "100", "400"), (5120, "kwd", "1.12", "4.000"), (1250, "eur", " 0.5 ", "12.00")],
)
def test_amounts_are_typed_as_people_write_them(
    local: LocalStripe, amount: int, currency: str, typed: str, left: str
) -> None:
    paid = local.paid(amount, currency)
    pressed(local, f"/payments/{paid.intent}/refund", amount=typed)
    assert f'value="{left}"' in payment(local, paid)


@pytest.mark.parametrize("typed", ["ten", "-1", "1.255", "1e2", "0", "999999", "1.2.3"])
def test_other_amounts_are_refused_on_a_page(local: LocalStripe, typed: str) -> None:
    paid = local.paid()
    answer = local.press(f"/payments/{paid.intent}/refund", amount=typed)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert not local.client.v1.refunds.list({"charge": paid.charge}).data


def test_a_refund_succeeds_or_fails_by_a_button(local: LocalStripe) -> None:
    paid = local.paid(card=CARD_SLOW_REFUND)
    pressed(local, f"/payments/{paid.intent}/refund", amount="5")
    assert buttons(payment(local, paid))[-2:] == ["Succeeds", "Fails"]
    settle = f"/refunds/{refund_of(local, paid)}/settle"
    pressed(local, settle, outcome="succeeded")
    assert buttons(payment(local, paid))[-1:] == ["Fails"]
    pressed(local, settle, outcome="failed")
    shown = payment(local, paid)
    assert buttons(shown) == ["Refund", "Dispute", "Inquiry"]
    assert "refunded" not in shown
    assert local.press(settle, outcome="failed").status_code == 400


def test_a_dispute_is_won_or_lost_by_a_button(local: LocalStripe) -> None:
    paid = local.paid()
    pressed(local, f"/payments/{paid.intent}/dispute", inquiry="false")
    shown = payment(local, paid)
    assert "needs response" in shown
    assert buttons(shown) == ["Under review", "Win", "Lose"]
    settle = f"/disputes/{dispute_of(local, paid)}/settle"
    pressed(local, settle, outcome="under_review")
    assert buttons(payment(local, paid)) == ["Win", "Lose"]
    pressed(local, settle, outcome="lost")
    assert buttons(payment(local, paid)) == ["Dispute", "Inquiry", "Win"]
    pressed(local, settle, outcome="won")
    assert buttons(payment(local, paid)) == ["Refund", "Dispute", "Inquiry"]
    assert local.press(settle, outcome="lost").status_code == 400


def test_an_inquiry_becomes_a_dispute_or_ends_by_a_button(local: LocalStripe) -> None:
    paid = local.paid()
    pressed(local, f"/payments/{paid.intent}/dispute", inquiry="true")
    assert buttons(payment(local, paid)) == ["Refund", "Under review", "Becomes a dispute", "Close"]
    pressed(local, f"/disputes/{dispute_of(local, paid)}/settle", outcome="escalated")
    assert buttons(payment(local, paid)) == ["Under review", "Win", "Lose"]
    assert local.press(f"/payments/{paid.intent}/dispute", inquiry="true").status_code == 400


def test_a_payment_that_did_not_succeed_has_no_buttons(local: LocalStripe) -> None:
    session = local.new_session()
    local.submit(session.id, card=CARD_DECLINED)
    intent = str(local.sessions.retrieve(session.id).payment_intent)
    shown = payment(local, Paid(session.id, intent, ""))
    assert "requires payment method" in shown
    assert buttons(shown) == []


def test_unknown_ids_are_not_found(local: LocalStripe) -> None:
    for path in (
        "/payments/pi_gone/refund",
        "/payments/pi_gone/dispute",
        "/sessions/cs_test_gone/settle",
        "/sessions/cs_test_gone/expire",
        "/events/evt_gone/resend",
        "/subscriptions/sub_gone/cancel",
        "/customers/cus_gone/portal",
    ):
        assert local.press(path).status_code == 404, path
    for path in ("/refunds/re_gone/settle", "/disputes/du_gone/settle"):
        answer = local.press(path, outcome="succeeded" if "refund" in path else "won")
        assert answer.status_code == 404
        assert "There is no such" in answer.text


def test_what_is_no_outcome_is_refused(local: LocalStripe) -> None:
    paid = local.paid(card=CARD_DISPUTED)
    assert local.press(f"/disputes/{dispute_of(local, paid)}/settle", outcome="rain").status_code == 400
    assert local.press(f"/disputes/{dispute_of(local, paid)}/settle").status_code == 400


def test_a_subscription_shows_who_pays_how_much_for_what_and_until_when(local: LocalStripe) -> None:
    customer = new_customer(local, "Jenny Rosen")
    tea = local.client.v1.products.create({"name": "Tea"}).id
    every_2_weeks = {"interval": "week", "interval_count": 2}
    prices = [
        {"currency": "eur", "product": tea, "recurring": every_2_weeks, "unit_amount": amount}
        for amount in (500, 150)
    ]
    items = [{"price_data": prices[0], "quantity": 3}, {"price_data": prices[1]}]
    shown = subscription(local, subscribe(local, customer, items=items))
    assert shown.startswith("active Jenny Rosen Tea \N{MULTIPLICATION SIGN} 3, Tea, 16.50 EUR every 2 weeks sub_")
    assert re.search(r" Renews on \d{1,2} [A-Z][a-z]+ 20\d\d\. ", shown)
    assert buttons(shown) == ["Cancel now", "Open portal"]
    trial = subscription(local, subscribe(local, customer, trial_period_days=7))
    assert trial.startswith("trialing Jenny Rosen Tea club, 19.00 EUR every month sub_")
    assert " Trial until " in trial
    assert " Ends on " in subscription(local, subscribe(local, customer, cancel_at_period_end=True))


def test_a_subscription_is_canceled_by_a_button(local: LocalStripe) -> None:
    customer = new_customer(local, None, email="jenny@example.com")
    path = f"/subscriptions/{subscribe(local, customer)}"
    shown = subscription(local, path.rpartition("/")[2])
    assert shown.startswith("active jenny@example.com Tea club")
    pressed(local, f"{path}/cancel")
    shown = subscription(local, path.rpartition("/")[2])
    assert shown.startswith("canceled jenny@example.com")
    assert " Ended on " in shown
    assert buttons(shown) == ["Open portal"]
    assert local.press(f"{path}/cancel").status_code == 400
    local.client.v1.customers.delete(customer)
    shown = subscription(local, path.rpartition("/")[2])
    assert (shown.startswith(f"canceled {customer} Tea club"), buttons(shown)) == (True, [])


def test_the_portal_of_a_customer_leads_back_to_the_dashboard(local: LocalStripe) -> None:
    customer = new_customer(local, "Jenny Rosen")
    answer = local.press(f"/customers/{customer}/portal")
    assert answer.status_code == 303
    page = local.page(answer.headers["Location"].removeprefix(local.url))
    assert "Jenny Rosen" in page
    assert f'<a href="{local.url}/">← Back to the dashboard</a>' in page
    local.client.v1.customers.delete(customer)
    assert local.press(f"/customers/{customer}/portal").status_code == 400


def test_the_clock_goes_forward_by_an_hour_a_day_or_a_month() -> None:
    with running() as local:
        customer = new_customer(local)
        subscribe(local, customer)
        values = re.findall(r'name="advance_seconds" value="(\d+)"[^>]*>([^<]+)</button>', local.page("/"))
        assert [label for _, label in values] == ["1 hour", "1 day", "1 month"]
        for expected, (seconds, _) in zip((3600, 90000, 2768400), values, strict=True):
            assert len(local.client.v1.invoices.list({"customer": customer}).data) == 1
            pressed(local, "/clock", advance_seconds=seconds)
            assert f", {expected} s ahead" in local.page("/")
        assert len(local.client.v1.invoices.list({"customer": customer}).data) == 2


def test_the_payment_page_tells_what_each_card_leads_to(local: LocalStripe) -> None:
    session = local.new_session()
    page = local.page(f"/c/pay/{session.id}")
    _, everyday, declined, asking, aftermath, other = re.split(r"<legend>|<details>", page)[:6]
    numbers = [part.count('name="fill"') for part in (everyday, declined, asking, aftermath, other)]
    assert numbers == [3, 7, 5, 5, 12]
    for card, words in (
        (CARD_SLOW_REFUND, "pending at first"),
        (CARD_FAILING_REFUND, "then fails"),
        (CARD_DISPUTED, "disputed as fraudulent"),
        (CARD_NOT_RECEIVED, "disputed as not received"),
        (CARD_INQUIRY, "an inquiry begins"),
    ):
        assert re.search(rf"{card}</code> <span[^>]*>[^<]*{words}", aftermath)


def test_deliveries_can_be_switched_on_the_dashboard() -> None:
    with running() as local:
        assert "once,\nat once<" in local.page("/")
        pressed(local, "/deliveries", duplicate="2", delay_ms="500", shuffle="true")
        assert "3 times each,\nup to 500 ms late, in any order<" in local.page("/")
        pressed(local, "/deliveries", duplicate="0", delay_ms="500")
        assert "once,\nup to 500 ms late<" in local.page("/")
        assert local.press("/deliveries", duplicate="6").status_code == 400
        pressed(local, "/deliveries")
        assert "once,\nat once<" in local.page("/")
