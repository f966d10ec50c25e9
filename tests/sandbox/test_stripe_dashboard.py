"""The dashboard: what a developer sees of payments, and which buttons there are."""

import html
import re
from collections.abc import Iterator

import pytest

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
