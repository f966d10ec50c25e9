"""Events on their way to an endpoint: signed, retried, never lost."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
import stripe

from tests.sandbox.stripe_process import (
    CARD_GOOD,
    SECRET,
    LocalStripe,
    Receiver,
    running,
    start,
    until,
)

COMPLETED = "checkout.session.completed"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    one = Receiver()
    yield one
    one.close()


def paid_session(local: LocalStripe) -> str:
    session_id = str(local.new_session().id)
    local.submit(session_id, card=CARD_GOOD)
    return session_id


def test_deliveries_verify_with_the_sdk(receiver: Receiver) -> None:
    with running("--forward-to", receiver.url) as local:
        session_id = paid_session(local)
        (delivered,) = until(lambda: receiver.of_type(COMPLETED))
        stripe.WebhookSignature.verify_header(
            delivered.body, delivered.headers["Stripe-Signature"], SECRET, tolerance=300
        )
        with pytest.raises(stripe.SignatureVerificationError):
            stripe.WebhookSignature.verify_header(
                delivered.body, delivered.headers["Stripe-Signature"], "whsec_other", tolerance=300
            )
        assert delivered.headers["User-Agent"].startswith("Stripe/1.0")
        assert delivered.body == json.dumps(delivered.event, indent=2, ensure_ascii=False).encode()
        assert delivered.event["data"]["object"]["id"] == session_id
        assert delivered.event["livemode"] is False
        until(lambda: len(receiver.received) == 4)
        listed = local.client.v1.events
        until(lambda: not listed.list({"delivery_success": False}).data)
        assert {event.pending_webhooks for event in listed.list().data} == {0}


def test_everything_but_2xx_is_tried_again(receiver: Receiver) -> None:
    with running("--forward-to", receiver.url) as local:
        receiver.statuses = [500]
        local.client.v1.products.create({"name": "Tea"})
        until(lambda: len(receiver.received) == 2)
        receiver.statuses = [302]
        local.client.v1.products.create({"name": "Coffee"})
        until(lambda: len(receiver.received) == 4)
        assert receiver.received[0].body == receiver.received[1].body
        event_id = receiver.received[0].event["id"]
        page = until(lambda: local.page(f"/events/{event_id}") if is_delivered(local, event_id) else None)
        assert "500" in page
        assert "seen" in page


def is_delivered(local: LocalStripe, event_id: str) -> bool:
    return local.client.v1.events.retrieve(event_id).pending_webhooks == 0


def test_deliveries_go_on_after_kill_9(receiver: Receiver, tmp_path: Path) -> None:
    data = str(tmp_path / "stripe.db")
    receiver.statuses = [500] * 4
    with running("--data", data, "--forward-to", receiver.url) as before:
        session_id = paid_session(before)
        until(lambda: len(receiver.received) >= 4)
        before.kill()
    accepted_before = len(receiver.received)
    with running("--data", data, "--forward-to", receiver.url) as after:
        until(lambda: not after.client.v1.events.list({"delivery_success": False}).data)
        assert len(after.client.v1.events.list().data) == 4
    again = receiver.received[accepted_before:]
    assert session_id in [each.event["data"]["object"]["id"] for each in again]


def test_events_wait_for_an_endpoint_that_is_down(receiver: Receiver, tmp_path: Path) -> None:
    data = str(tmp_path / "stripe.db")
    receiver.close()
    with running("--data", data, "--forward-to", receiver.url) as local:
        paid_session(local)
        until(lambda: "no answer" in local.page("/"))
        assert len(local.client.v1.events.list({"delivery_success": False}).data) == 4
        assert {event.pending_webhooks for event in local.client.v1.events.list().data} == {1}


def test_an_event_can_be_sent_again(receiver: Receiver) -> None:
    with running("--forward-to", receiver.url) as local:
        paid_session(local)
        event = until(lambda: receiver.of_type(COMPLETED))[0].event
        until(lambda: is_delivered(local, event["id"]))
        requests.post(f"{local.url}/events/{event['id']}/resend", timeout=15)
        first, second = until(lambda: len(receiver.of_type(COMPLETED)) == 2 and receiver.of_type(COMPLETED))
        assert first.body == second.body


def test_each_process_sends_to_its_own_endpoint(receiver: Receiver, tmp_path: Path) -> None:
    data = str(tmp_path / "stripe.db")
    second = Receiver()
    with (
        running("--data", data, "--forward-to", receiver.url) as one,
        running("--data", data, "--forward-to", second.url),
    ):
        paid_session(one)
        until(lambda: len(receiver.received) == len(second.received) == 4)
        until(lambda: not one.client.v1.events.list({"delivery_success": False}).data)
    assert sorted(receiver.types()) == sorted(second.types())
    second.close()


def test_a_webhook_can_come_before_the_response(receiver: Receiver) -> None:
    with running("--forward-to", receiver.url) as local:
        local.control("faults", path="/v1/products", fault="delay_ms:800")
        local.client.v1.products.create({"name": "Tea"})
        assert receiver.types() == ["product.created"]


def test_forwarding_needs_a_secret() -> None:
    process = start("--forward-to", "http://127.0.0.1:9/", SANDBOX_STRIPE_WEBHOOK_SECRET="")
    _, complaint = process.communicate(timeout=15)
    assert process.returncode == 2
    assert "SANDBOX_STRIPE_WEBHOOK_SECRET" in complaint
