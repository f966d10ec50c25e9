"""3-D Secure: cards whose bank asks the buyer first."""

from collections.abc import Iterator

import pytest
import requests

from tests.sandbox.stripe_process import (
    CARD_ASKING,
    CARD_ASKING_3DS2,
    CARD_ASKING_THEN_DECLINED,
    CARD_GOOD,
    PAID,
    LocalStripe,
    running,
)

ASKED = ["payment_intent.created", "payment_intent.requires_action"]


@pytest.fixture(scope="module")
def local() -> Iterator[LocalStripe]:
    with running() as one:
        yield one


def asked(local: LocalStripe, card: str = CARD_ASKING) -> str:
    """A session whose buyer stands before their bank's question."""
    session_id = str(local.new_session().id)
    answer = local.submit(session_id, card=card)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/c/pay/{session_id}/authenticate")
    return session_id


def answered(local: LocalStripe, session_id: str, outcome: str) -> requests.Response:
    return local.press(f"/c/pay/{session_id}/authenticate", outcome=outcome)


@pytest.mark.parametrize("card", [CARD_ASKING, CARD_ASKING_3DS2])
def test_nothing_is_charged_before_the_buyer_has_authenticated(local: LocalStripe, card: str) -> None:
    session_id = asked(local, card)
    session = local.sessions.retrieve(session_id, {"expand": ["payment_intent"]})
    intent = session.payment_intent
    assert (session.status, session.payment_status) == ("open", "unpaid")
    assert (intent.status, intent.latest_charge) == ("requires_action", None)
    assert intent.next_action.redirect_to_url.url == f"{session.url}/authenticate"
    assert local.event_types(session_id) == ASKED
    assert "Complete authentication" in local.page(f"/c/pay/{session_id}/authenticate")

    answer = answered(local, session_id, "succeeded")
    assert answer.headers["Location"].startswith("http://127.0.0.1:9/thanks")
    session = local.sessions.retrieve(session_id, {"expand": ["payment_intent"]})
    assert (session.payment_status, session.payment_intent.status) == ("paid", "succeeded")
    assert (session.payment_intent.next_action, session.customer_details.email) == (None, "buyer@example.com")
    assert local.event_types(session_id) == [*ASKED, *PAID[1:]]


def test_who_fails_to_authenticate_may_try_again(local: LocalStripe) -> None:
    session_id = asked(local)
    assert answered(local, session_id, "failed").headers["Location"] == f"/c/pay/{session_id}"
    assert "unable to authenticate" in local.page(f"/c/pay/{session_id}")
    *_, failed = local.events_of(session_id)
    assert failed.type == "payment_intent.payment_failed"
    intent = failed.data.object
    assert (intent["status"], intent["latest_charge"], intent["payment_method"]) == (
        "requires_payment_method",
        None,
        None,
    )
    assert intent["last_payment_error"]["code"] == "payment_intent_authentication_failure"
    assert local.sessions.retrieve(session_id).status == "open"

    local.submit(session_id, card=CARD_GOOD)
    assert local.event_types(session_id) == [*ASKED, "payment_intent.payment_failed", *PAID[1:]]


def test_who_goes_back_pays_another_way(local: LocalStripe) -> None:
    session_id = asked(local)
    page = local.page(f"/c/pay/{session_id}")
    assert "Your bank waits for you" in page
    assert "Pay 12.50 EUR" in page
    local.submit(session_id, card=CARD_GOOD)
    assert local.sessions.retrieve(session_id).payment_status == "paid"
    assert answered(local, session_id, "failed").headers["Location"].startswith("http://127.0.0.1:9/thanks")
    assert local.event_types(session_id) == [*ASKED, *PAID[1:]]


def test_a_card_can_be_declined_after_all(local: LocalStripe) -> None:
    session_id = asked(local, CARD_ASKING_THEN_DECLINED)
    assert answered(local, session_id, "succeeded").headers["Location"] == f"/c/pay/{session_id}"
    assert local.event_types(session_id) == [*ASKED, "charge.failed", "payment_intent.payment_failed"]


def test_tests_answer_by_a_control(local: LocalStripe) -> None:
    session_id = str(local.new_session().id)
    assert local.control(f"sessions/{session_id}/authenticate", outcome="succeeded").status_code == 400
    assert local.control(f"sessions/{session_id}/pay", card=CARD_ASKING).json()["status"] == "open"
    done = local.control(f"sessions/{session_id}/authenticate", outcome="succeeded").json()
    assert (done["status"], done["payment_status"]) == ("complete", "paid")


def test_a_session_that_expires_takes_the_question_with_it(local: LocalStripe) -> None:
    session_id = asked(local)
    local.sessions.expire(session_id)
    *_, canceled, expired = local.events_of(session_id)
    assert (canceled.type, expired.type) == ("payment_intent.canceled", "checkout.session.expired")
    assert canceled.data.object["next_action"] is None
    assert answered(local, session_id, "succeeded").headers["Location"] == f"/c/pay/{session_id}"
    assert "Expired." in local.page(f"/c/pay/{session_id}")


def test_there_is_no_question_for_others(local: LocalStripe) -> None:
    session_id = str(local.new_session().id)
    answer = requests.get(f"{local.url}/c/pay/{session_id}/authenticate", timeout=15, allow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/c/pay/{session_id}")
    assert requests.get(f"{local.url}/c/pay/cs_test_gone/authenticate", timeout=15).status_code == 404
