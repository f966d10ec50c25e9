"""Webhook endpoints as objects of the API: who gets which events, signed with what, for how long, and how badly."""

import re
import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
import requests
import stripe

from sandbox import stripe as package
from sandbox.stripe.deliveries import Pace
from tests.sandbox.stripe_process import (
    CARD_GOOD,
    PAID,
    SECRET,
    LocalStripe,
    Received,
    Receiver,
    refusal,
    running,
    until,
)

DAY = 24 * 3600


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    one = Receiver()
    yield one
    one.close()


@pytest.fixture
def local() -> Iterator[LocalStripe]:
    with running() as one:
        yield one


def endpoint(local: LocalStripe, url: str, *events: str, **more: Any) -> Any:
    return local.client.v1.webhook_endpoints.create(
        {"url": url, "enabled_events": list(events) or ["*"], **more}  # type: ignore[typeddict-item]
    )


def pay(local: LocalStripe) -> None:
    local.submit(local.new_session().id, card=CARD_GOOD)


def signatures(received: Received) -> list[str]:
    return re.findall(r"v1=(\w+)", received.headers["Stripe-Signature"])


def is_signed_with(received: Received, secret: str) -> bool:
    try:
        stripe.WebhookSignature.verify_header(
            received.body, received.headers["Stripe-Signature"], secret, tolerance=300
        )
    except stripe.SignatureVerificationError:
        return False
    return True


def pending(local: LocalStripe) -> list[stripe.Event]:
    return local.client.v1.events.list({"delivery_success": False}).data


def test_an_endpoint_is_made_changed_listed_and_deleted(local: LocalStripe, receiver: Receiver) -> None:
    made = endpoint(local, receiver.url, "product.created", description="Shop", metadata={"a": "1", "b": "2"})
    assert made.secret.startswith("whsec_")
    assert (made.object, made.status, made.livemode, made.api_version) == ("webhook_endpoint", "enabled", False, None)

    found = local.client.v1.webhook_endpoints.retrieve(made.id)
    assert "secret" not in found
    assert (found.url, found.enabled_events, found.description) == (receiver.url, ["product.created"], "Shop")

    changed = local.client.v1.webhook_endpoints.update(
        made.id, {"enabled_events": ["*"], "description": "", "metadata": {"a": ""}, "disabled": True}
    )
    assert "secret" not in changed
    assert (changed.enabled_events, changed.description, changed.metadata.to_dict()) == (["*"], None, {"b": "2"})
    assert changed.status == "disabled"
    assert local.client.v1.webhook_endpoints.update(made.id, {"disabled": False}).status == "enabled"

    other = endpoint(local, receiver.url)
    listed = local.client.v1.webhook_endpoints.list()
    assert [each.id for each in listed.data] == [other.id, made.id]
    assert not any("secret" in each for each in listed.data)

    deleted = local.client.v1.webhook_endpoints.delete(made.id)
    assert (deleted.id, deleted.deleted) == (made.id, True)
    assert refusal(lambda: local.client.v1.webhook_endpoints.retrieve(made.id)).code == "resource_missing"


@pytest.mark.parametrize(
    ("params", "at_fault"),
    [
        ({"url": "ftp://127.0.0.1/", "enabled_events": ["*"]}, "url"),
        ({"url": "http://127.0.0.1:9/"}, "enabled_events"),
        ({"url": "http://127.0.0.1:9/", "enabled_events": ["charge.*"]}, "enabled_events[0]"),
        ({"url": "http://127.0.0.1:9/", "enabled_events": ["*"], "api_version": "2020-08-27"}, "api_version"),
        ({"url": "http://127.0.0.1:9/", "enabled_events": ["*"], "status": "enabled"}, "status"),
    ],
)
def test_a_wrong_endpoint_is_refused(local: LocalStripe, params: dict[str, Any], at_fault: str) -> None:
    error = refusal(lambda: local.client.v1.webhook_endpoints.create(params))  # type: ignore[arg-type]
    assert (error.http_status, getattr(error, "param", None)) == (400, at_fault)


def test_there_are_sixteen_endpoints_at_most(local: LocalStripe) -> None:
    for _ in range(16):
        endpoint(local, "http://127.0.0.1:9/", "charge.expired")
    assert "maximum of 16" in str(refusal(lambda: endpoint(local, "http://127.0.0.1:9/")))


def test_each_endpoint_gets_its_events_signed_with_its_secret(local: LocalStripe, receiver: Receiver) -> None:
    other = Receiver()
    mine = endpoint(local, receiver.url, "checkout.session.completed", "charge.refunded")
    theirs = endpoint(local, other.url)
    pay(local)
    until(lambda: sorted(other.types()) == sorted(PAID))
    until(lambda: not pending(local))
    assert receiver.types() == ["checkout.session.completed"]
    assert [is_signed_with(receiver.received[0], secret) for secret in (mine.secret, theirs.secret)] == [True, False]
    assert all(is_signed_with(each, theirs.secret) for each in other.received)
    numbers = {each.event["type"]: each.event["pending_webhooks"] for each in other.received}
    assert numbers == dict.fromkeys(PAID, 1) | {"checkout.session.completed": 2}
    other.close()


def test_pending_webhooks_counts_those_who_have_not_accepted(local: LocalStripe, receiver: Receiver) -> None:
    endpoint(local, receiver.url)
    endpoint(local, "http://127.0.0.1:9/")
    local.client.v1.products.create({"name": "Tea"})
    (event,) = local.client.v1.events.list().data
    assert event.data.object["name"] == "Tea"
    until(lambda: local.client.v1.events.retrieve(event.id).pending_webhooks == 1)
    assert [each.id for each in pending(local)] == [event.id]
    assert not local.client.v1.events.list({"delivery_success": True}).data


def test_forwarding_keeps_one_endpoint(receiver: Receiver, tmp_path: Path) -> None:
    data = str(tmp_path / "stripe.db")
    with running("--data", data, "--forward-to", receiver.url) as local:
        (made,) = local.client.v1.webhook_endpoints.list().data
        assert (made.url, made.enabled_events) == (receiver.url, ["*"])
        local.client.v1.webhook_endpoints.update(made.id, {"disabled": True})
    with running(
        "--data", data, "--forward-to", receiver.url, SANDBOX_STRIPE_WEBHOOK_SECRET="whsec_of_today"
    ) as local:
        (kept,) = local.client.v1.webhook_endpoints.list().data
        assert (kept.id, kept.status) == (made.id, "enabled")
        local.client.v1.products.create({"name": "Tea"})
        until(lambda: receiver.received)
        assert is_signed_with(receiver.received[0], "whsec_of_today")


def test_while_a_secret_is_rolled_both_sign(receiver: Receiver) -> None:
    with running("--forward-to", receiver.url) as local:
        (made,) = local.client.v1.webhook_endpoints.list().data
        rolled = local.control(f"webhook_endpoints/{made.id}/roll_secret", old_good_for_seconds=3600).json()
        local.client.v1.products.create({"name": "Tea"})
        (first,) = until(lambda: receiver.received)
        assert len(signatures(first)) == 2
        assert is_signed_with(first, SECRET)
        assert is_signed_with(first, rolled["secret"])

        local.control("clock", advance_seconds=3601)
        local.client.v1.products.create({"name": "Coffee"})
        _, second = until(lambda: len(receiver.received) == 2 and receiver.received)
        assert len(signatures(second)) == 1
        assert is_signed_with(second, rolled["secret"])

        answer = local.control(f"webhook_endpoints/{made.id}/roll_secret", old_good_for_seconds=DAY + 1)
        assert answer.json()["error"]["param"] == "old_good_for_seconds"
        assert local.control("webhook_endpoints/we_gone/roll_secret").status_code == 404


def test_an_endpoint_that_accepts_nothing_for_three_days_is_disabled(receiver: Receiver, local: LocalStripe) -> None:
    receiver.statuses = [500] * 1000
    made = endpoint(local, receiver.url)
    local.client.v1.products.create({"name": "Tea"})
    until(lambda: receiver.received)
    until(lambda: "500" in local.page("/"))
    assert status_of(local, made.id) == "enabled"
    local.control("clock", advance_seconds=3 * DAY)
    until(lambda: status_of(local, made.id) == "disabled")
    assert "It accepted nothing" in local.page("/")
    tried = len(receiver.received)
    local.client.v1.products.create({"name": "Coffee"})
    assert [event.pending_webhooks for event in local.client.v1.events.list().data] == [0, 1]

    receiver.statuses = []
    assert local.press(f"/webhook_endpoints/{made.id}/status", enabled="true").status_code == 303
    assert "It accepted nothing" not in local.page("/")
    local.client.v1.products.create({"name": "Cocoa"})
    until(lambda: len(receiver.received) == tried + 1)
    assert receiver.received[-1].event["data"]["object"]["name"] == "Cocoa"


def test_a_clock_that_leaps_by_weeks_leaves_an_endpoint_its_time(receiver: Receiver, local: LocalStripe) -> None:
    """What was due meanwhile is tried once the clock stands still, and has three days from then on."""
    receiver.statuses = [500]
    made = endpoint(local, receiver.url)
    session_id = local.new_session().id
    local.control("clock", advance_seconds=40 * DAY)
    until(lambda: [each.event["type"] for each in receiver.received].count("checkout.session.expired") == 2)
    assert receiver.received[-1].event["data"]["object"]["id"] == session_id
    assert status_of(local, made.id) == "enabled"


def test_an_endpoint_that_accepts_anything_stays_enabled(receiver: Receiver) -> None:
    with running("--forward-to", receiver.url, "--speed-up", "0.01") as local:
        receiver.statuses = [500]
        local.client.v1.products.create({"name": "Tea"})
        until(lambda: "failed" not in local.page("/") and "pending 500" in local.page("/"))
        local.client.v1.products.create({"name": "Coffee"})
        until(lambda: len(pending(local)) == 1)
        receiver.statuses = [500]
        local.control("clock", advance_seconds=300 * DAY)
        until(lambda: "failed 500" in local.page("/"))
        assert local.client.v1.webhook_endpoints.list().data[0].status == "enabled"


def test_everything_is_faster_when_it_is_sped_up(receiver: Receiver) -> None:
    receiver.statuses = [500] * 1000
    with running("--forward-to", receiver.url, "--speed-up", "500000") as local:
        local.client.v1.products.create({"name": "Tea"})
        until(lambda: local.client.v1.webhook_endpoints.list().data[0].status == "disabled")
        assert len(receiver.received) > 1


def test_retries_wait_longer_each_time_and_a_minute_at_most() -> None:
    assert [Pace().delay_seconds(tries) for tries in (0, 1, 2, 5, 6, 99)] == [1, 2, 4, 32, 60, 60]
    assert (Pace(60).delay_seconds(99), Pace(60).give_up_seconds) == (1, 3 * DAY / 60)


def test_a_disabled_endpoint_is_tried_no_more_unless_it_is_enabled_in_time(
    receiver: Receiver, local: LocalStripe
) -> None:
    receiver.statuses = [500]
    made = endpoint(local, receiver.url)
    local.client.v1.products.create({"name": "Tea"})
    (event,) = until(lambda: receiver.received and pending(local))
    local.client.v1.webhook_endpoints.update(made.id, {"disabled": True})
    until(lambda: 'badge failed">' in local.page("/"))
    local.client.v1.webhook_endpoints.update(made.id, {"disabled": False})
    local.control("clock", advance_seconds=3600)
    local.press(f"/events/{event.id}/resend")
    until(lambda: not pending(local))
    assert len(receiver.received) == 2


def test_what_an_endpoint_did_stays_when_it_is_deleted(receiver: Receiver, local: LocalStripe) -> None:
    made = endpoint(local, receiver.url)
    local.client.v1.products.create({"name": "Tea"})
    until(lambda: receiver.received and not pending(local))
    local.client.v1.webhook_endpoints.delete(made.id)
    (event,) = local.client.v1.events.list().data
    assert receiver.url in local.page(f"/events/{event.id}")
    local.client.v1.products.create({"name": "Coffee"})
    assert local.client.v1.events.list({"limit": 1}).data[0].pending_webhooks == 0


# Deliveries that misbehave


def test_a_dropped_delivery_comes_when_it_is_tried_again(receiver: Receiver, local: LocalStripe) -> None:
    made = endpoint(local, receiver.url)
    local.control("deliveries", drop=100)
    local.client.v1.products.create({"name": "Tea"})
    local.control("deliveries")
    (event,) = local.client.v1.events.list().data
    until(lambda: "Not sent" in local.page(f"/events/{event.id}"))
    assert not receiver.received
    local.control("clock", advance_seconds=1)
    until(lambda: receiver.received)
    assert is_signed_with(receiver.received[0], made.secret)
    until(lambda: not pending(local))


def test_a_lost_event_comes_never_but_can_be_found(receiver: Receiver, local: LocalStripe) -> None:
    endpoint(local, receiver.url)
    local.control("deliveries", lose=100, duplicate=1)
    pay(local)
    local.control("deliveries")
    local.control("clock", advance_seconds=2 * DAY)
    local.client.v1.products.create({"name": "Tea"})
    until(lambda: receiver.types() == ["product.created"])
    until(lambda: sorted(event.type for event in pending(local)) == sorted(PAID))
    (lost,) = local.client.v1.events.list({"type": "checkout.session.completed"}).data
    local.press(f"/events/{lost.id}/resend")
    until(lambda: receiver.of_type("checkout.session.completed"))


def test_nobody_can_verify_a_rolled_secret_until_it_is_off_again(receiver: Receiver, local: LocalStripe) -> None:
    made = endpoint(local, receiver.url)
    receiver.statuses = [400]
    local.control("deliveries", rolled_secret=True)
    local.client.v1.products.create({"name": "Tea"})
    (first,) = until(lambda: receiver.received)
    assert not is_signed_with(first, made.secret)
    local.control("deliveries")
    local.control("clock", advance_seconds=1)
    _, second = until(lambda: len(receiver.received) == 2 and receiver.received)
    assert is_signed_with(second, made.secret)


# The clock


def test_the_clock_goes_forward_for_everything_but_signatures(receiver: Receiver, tmp_path: Path) -> None:
    data = str(tmp_path / "stripe.db")
    started = int(time.time())
    with running("--data", data, "--forward-to", receiver.url) as local:
        session_id = local.new_session().id
        told = local.control("clock", advance_seconds=DAY + 1).json()
        assert told["ahead_seconds"] == DAY + 1
        assert local.sessions.retrieve(session_id).status == "expired"
        (expired,) = until(lambda: receiver.of_type("checkout.session.expired"))
        assert expired.event["created"] >= started + DAY
        assert is_signed_with(expired, SECRET)
    with running("--data", data) as local:
        assert requests.get(f"{local.url}/_sandbox/clock", timeout=15).json()["ahead_seconds"] == DAY + 1
        assert local.client.v1.products.create({"name": "Tea"}).created > started + DAY
        answered = parsedate_to_datetime(local.raw("GET", "/v1/products").headers["Date"])
        assert answered.timestamp() > started + DAY
        assert local.control("clock", advance_seconds=-1).status_code == 400


def test_the_time_is_read_in_one_place() -> None:
    folder = Path(str(package.__file__)).parent
    reading = re.compile(r"time\.time\(|datetime\.now\(|from time import|CURRENT_TIMESTAMP|'now'")
    assert [path.name for path in sorted(folder.rglob("*.py")) if reading.search(path.read_text())] == ["clock.py"]


# The dashboard


def test_the_dashboard_shows_endpoints_and_rolls_their_secrets(local: LocalStripe) -> None:
    made = endpoint(local, "http://127.0.0.1:9/", "charge.expired", "charge.captured")
    page = local.page("/")
    assert "charge.expired, charge.captured" in page
    assert made.secret in page
    assert local.press(f"/webhook_endpoints/{made.id}/roll_secret").status_code == 303
    page = local.page("/")
    assert made.secret in page
    assert len(re.findall(r"whsec_\w+", page)) == 2
    assert local.press(f"/webhook_endpoints/{made.id}/status", enabled="false").status_code == 303
    assert status_of(local, made.id) == "disabled"
    assert local.press("/webhook_endpoints/we_gone/roll_secret").status_code == 404
    assert local.press("/clock", advance_seconds="86400").status_code == 303
    assert "86400 s ahead" in local.page("/")
    assert local.press("/clock", advance_seconds="yesterday").status_code == 400


def status_of(local: LocalStripe, endpoint_id: str) -> str:
    return local.client.v1.webhook_endpoints.retrieve(endpoint_id).status
