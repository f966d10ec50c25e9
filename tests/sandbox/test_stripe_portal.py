"""The billing portal without a browser: whose it is, and what a form that comes twice or late does."""

import html
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from tests.sandbox.stripe_customers import default_card, new_customer, owing, portal_of, subscribe
from tests.sandbox.stripe_process import LocalStripe, running


@pytest.fixture(scope="module")
def local() -> Iterator[LocalStripe]:
    with running() as one:
        yield one


def told(local: LocalStripe, kind: str, of: str) -> int:
    """How many events of this kind are about an object."""
    events = local.raw("GET", f"/v1/events?limit=100&type={kind}").json()["data"]
    return sum(event["data"]["object"]["id"] == of for event in events)


def test_nobody_reaches_what_another_customer_has(local: LocalStripe) -> None:
    theirs, mine = new_customer(local), new_customer(local)
    subscription, invoice = subscribe(local, theirs), owing(local, theirs)
    portal = portal_of(local, mine)
    assert local.press(f"{portal}/subscriptions/{subscription}", cancel="true").status_code == 404
    assert local.press(f"{portal}/invoices/{invoice}/pay").status_code == 404
    assert local.press(f"{portal}/invoices/{subscription}/pay").status_code == 404
    assert local.client.v1.subscriptions.retrieve(subscription).cancel_at is None
    assert local.client.v1.invoices.retrieve(invoice).status == "open"
    assert local.press(f"{portal_of(local, theirs)}/invoices/{invoice}/pay").status_code == 303


def test_the_portal_of_a_deleted_customer_is_gone(local: LocalStripe) -> None:
    customer = new_customer(local)
    subscription, portal = subscribe(local, customer), portal_of(local, customer)
    assert requests.get(local.url + portal, timeout=15).status_code == 200
    local.client.v1.customers.delete(customer)
    assert requests.get(local.url + portal, timeout=15).status_code == 404
    for path in (f"subscriptions/{subscription}", "payment_method", "invoices/in_any/pay"):
        assert local.press(f"{portal}/{path}", card="4242 4242 4242 4242").status_code == 404
    assert requests.get(f"{local.url}/p/session/bps_gone", timeout=15).status_code == 404


def test_forms_of_other_sites_change_nothing(local: LocalStripe) -> None:
    customer = new_customer(local)
    subscription, invoice, portal = subscribe(local, customer), owing(local, customer), portal_of(local, customer)
    elsewhere = {"Origin": "https://evil.example"}
    form = {"cancel": "true", "card": "5555 5555 5555 4444"}
    for path in (f"subscriptions/{subscription}", "payment_method", f"invoices/{invoice}/pay"):
        answer = requests.post(f"{local.url}{portal}/{path}", form, headers=elsewhere, timeout=15)
        assert answer.status_code == 403
    assert local.client.v1.subscriptions.retrieve(subscription).cancel_at is None
    assert local.client.v1.invoices.retrieve(invoice).status == "open"
    assert default_card(local, customer) == "4242"


def test_eight_clicks_cancel_once_and_pay_once(local: LocalStripe) -> None:
    customer = new_customer(local)
    subscription, invoice, portal = subscribe(local, customer), owing(local, customer), portal_of(local, customer)
    for path, kind, of in (
        (f"subscriptions/{subscription}", "customer.subscription.updated", subscription),
        (f"invoices/{invoice}/pay", "invoice.paid", invoice),
    ):
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _, to=path: local.press(f"{portal}/{to}", cancel="true"), range(8)))
        assert {(answer.status_code, answer.headers["Location"]) for answer in answers} == {(303, portal)}
        assert told(local, kind, of) == 1
    intents = local.client.v1.payment_intents.list({"customer": customer}).data
    assert [intent.status for intent in intents] == ["succeeded", "succeeded"]
    charges = [local.client.v1.charges.list({"payment_intent": intent.id}).data for intent in intents]
    assert [len(each) for each in charges] == [1, 1]


def test_eight_clicks_ask_the_bank_once(local: LocalStripe) -> None:
    customer = new_customer(local, card="pm_card_authenticationRequired")
    invoice, portal = owing(local, customer), portal_of(local, customer)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: local.press(f"{portal}/invoices/{invoice}/pay"), range(8)))
    (page,) = {answer.headers["Location"] for answer in answers}
    assert told(local, "invoice.payment_action_required", invoice) == 1
    path = page.removeprefix(local.url)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: local.press(path, outcome="succeeded"), range(8)))
    assert {answer.status_code for answer in answers} == {303}
    assert told(local, "invoice.paid", invoice) == 1


def test_an_ended_subscription_has_no_form_and_a_late_click_is_told_so(local: LocalStripe) -> None:
    customer = new_customer(local)
    subscription, portal = subscribe(local, customer), portal_of(local, customer)
    form = f'action="{portal}/subscriptions/{subscription}"'
    assert form in local.page(portal)
    local.client.v1.subscriptions.cancel(subscription)
    assert form not in local.page(portal)
    assert "Ended on" in local.page(portal)
    late = local.press(f"{portal}/subscriptions/{subscription}", cancel="true")
    assert late.status_code == 400
    assert "only one that has not ended can be changed" in late.text
    assert "Ended on" in late.text


def test_a_new_card_is_used_for_subscriptions_that_had_one_of_their_own(local: LocalStripe) -> None:
    customer = new_customer(local)
    own = local.client.v1.payment_methods.attach("pm_card_amex", {"customer": customer}).id
    subscription, portal = subscribe(local, customer, default_payment_method=own), portal_of(local, customer)
    assert "Paid with Amex ending in 0005" in local.page(portal)
    assert local.press(f"{portal}/payment_method", card="5555 5555 5555 4444").status_code == 303
    assert "Paid with" not in local.page(portal)
    path = f"/v1/subscriptions/{subscription}?expand[]=default_payment_method"
    assert local.raw("GET", path).json()["default_payment_method"]["card"]["last4"] == "4444"
    assert default_card(local, customer) == "4444"


def test_without_a_card_an_invoice_waits_for_one(local: LocalStripe) -> None:
    customer = new_customer(local, card=None)
    invoice, portal = owing(local, customer), portal_of(local, customer)
    assert "Add a card above" in local.page(portal)
    assert "Pay now" not in local.page(portal)
    late = local.press(f"{portal}/invoices/{invoice}/pay")
    assert (late.status_code, "no card to pay with" in late.text) == (400, True)
    assert told(local, "invoice.payment_failed", invoice) == 0


def test_html_in_names_and_numbers_is_shown_as_it_was_typed(local: LocalStripe) -> None:
    nasty = "\"><script>alert('1')</script>"
    customer = new_customer(local, nasty)
    subscribe(local, customer, f"Tea {nasty}")
    portal = portal_of(local, customer)
    typed = local.press(f"{portal}/payment_method", card=nasty[:23])
    filled = requests.get(local.url + portal, {"fill": nasty}, timeout=15)
    for page in (local.page(portal), typed.text, filled.text, local.page("/")):
        assert "<script" not in page
        assert f"Tea {nasty}" in html.unescape(page)
