"""Events on their way to an endpoint: signed, retried, never lost."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
import stripe

from sandbox.stripe import objects
from sandbox.stripe.endpoints import keep_forwarding
from sandbox.stripe.outbox import Switches
from sandbox.stripe.store import Store
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
NO_SWITCHES = Switches().model_dump()


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


def test_deliveries_can_be_duplicated_delayed_and_shuffled(receiver: Receiver) -> None:
    with running("--forward-to", receiver.url) as local:
        assert local.control("deliveries", duplicate=2, delay_ms=300, shuffle=True).ok
        for number in range(10):
            local.client.v1.products.create({"name": f"Tea {number}"})
        listed = local.client.v1.events
        until(lambda: not listed.list({"delivery_success": False}).data)
        created = [event.id for event in reversed(listed.list({"limit": 100}).data)]
        assert {event.pending_webhooks for event in listed.list().data} == {0}
        received = [each.event["id"] for each in receiver.received]
        assert sorted(received) == sorted(created * 3)
        assert received != [event_id for event_id in created for _ in range(3)]
        for each in receiver.received:
            stripe.WebhookSignature.verify_header(each.body, each.headers["Stripe-Signature"], SECRET, tolerance=300)

        assert requests.delete(f"{local.url}/_sandbox/deliveries", timeout=15).json() == NO_SWITCHES
        product = local.client.v1.products.create({"name": "Coffee"}).id
        until(lambda: not listed.list({"delivery_success": False}).data)
        assert [each.event["data"]["object"]["id"] for each in receiver.received].count(product) == 1


def test_each_duplicate_is_tried_until_it_is_accepted(receiver: Receiver) -> None:
    with running("--forward-to", receiver.url) as local:
        local.control("deliveries", duplicate=1)
        receiver.statuses = [500]
        local.client.v1.products.create({"name": "Tea"})
        until(lambda: len(receiver.received) == 3)
        until(lambda: not local.client.v1.events.list({"delivery_success": False}).data)
        assert len({each.body for each in receiver.received}) == 1


def test_switches_hold_for_every_process_on_the_file(receiver: Receiver, tmp_path: Path) -> None:
    data = str(tmp_path / "stripe.db")
    with running("--data", data, "--forward-to", receiver.url) as sending, running("--data", data) as other:
        wanted = NO_SWITCHES | {"duplicate": 1, "shuffle": True}
        assert other.control("deliveries", **wanted).json() == wanted
        assert requests.get(f"{sending.url}/_sandbox/deliveries", timeout=15).json() == wanted
        other.client.v1.products.create({"name": "Tea"})
        until(lambda: len(receiver.received) == 2)
    with running("--data", data) as later:
        assert requests.get(f"{later.url}/_sandbox/deliveries", timeout=15).json() == wanted


def test_switches_have_their_limits() -> None:
    with running() as local:
        for name, value in (
            *(("duplicate", 6), ("duplicate", -1), ("delay_ms", 60001), ("drop", 101), ("lose", -1)),
            ("colour", "red"),
        ):
            answer = local.control("deliveries", **{name: value})
            assert (answer.status_code, answer.json()["error"]["param"]) == (400, name)
        assert requests.get(f"{local.url}/_sandbox/deliveries", timeout=15).json() == NO_SWITCHES


URL = "http://127.0.0.1:9/"
NOW = 1000.0


def claimed(path: Path, switches: Switches, *, at: float) -> list[str]:
    """The order in which twenty events, all of one moment, are given out to be sent at another."""
    store = Store(path)
    order = []
    with store.transaction() as tx:
        endpoint = keep_forwarding(tx, URL, SECRET)
        tx.outbox.set_switches(switches)
        for number in range(20):
            event = objects.event("product.created", {}, None, pending_webhooks=1, request={})
            event["id"] = f"evt_{number:02}"
            tx.insert(event)
            tx.outbox.send(event, NOW)
        while delivery := tx.outbox.claim(endpoint, at, NOW, 60):
            order.append(delivery.event["id"])
    store.close()
    return order


def test_what_is_due_goes_by_age_unless_it_is_shuffled(tmp_path: Path) -> None:
    by_age = claimed(tmp_path / "one.db", Switches(), at=NOW)
    assert by_age == [f"evt_{number:02}" for number in range(20)]
    shuffled = claimed(tmp_path / "other.db", Switches(shuffle=True), at=NOW)
    assert shuffled != by_age
    assert sorted(shuffled) == by_age


def test_each_delivery_waits_a_time_of_its_own(tmp_path: Path) -> None:
    switches = Switches(delay_ms=60_000, duplicate=1)
    assert claimed(tmp_path / "none.db", switches, at=NOW) == []
    assert 0 < len(claimed(tmp_path / "some.db", switches, at=NOW + 30)) < 40
    everything = claimed(tmp_path / "all.db", switches, at=NOW + 60)
    assert len(everything) == 40
    assert everything != sorted(everything)


@pytest.mark.parametrize("age", ["before duplicates", "before endpoints were objects"])
def test_an_old_file_goes_on(age: str, receiver: Receiver, tmp_path: Path) -> None:
    data = tmp_path / "stripe.db"
    receiver.statuses = [500] * 4
    with running("--data", str(data), "--forward-to", receiver.url) as before:
        paid_session(before)
        event_id = before.client.v1.events.list({"type": COMPLETED}).data[0].id
        until(lambda: "<strong>500</strong>" in before.page(f"/events/{event_id}"))
        before.kill()
    with sqlite3.connect(data) as db:
        db.executescript(OLD_ENDPOINTS)
        db.executescript(OLD_SWITCHES if age == "before endpoints were objects" else OLDER_DELIVERIES)
    with running("--data", str(data), "--forward-to", receiver.url) as after:
        until(lambda: not after.client.v1.events.list({"delivery_success": False}).data)
        assert "<strong>500</strong>" in after.page(f"/events/{event_id}")
        after.control("deliveries", duplicate=1)
        after.client.v1.products.create({"name": "Tea"})
        until(lambda: len(receiver.of_type("product.created")) == 2)


OLD_ENDPOINTS = """
    CREATE TABLE endpoints (url text PRIMARY KEY, created integer NOT NULL) STRICT;
    INSERT INTO endpoints SELECT json_extract(body, '$.url'), created FROM objects WHERE object = 'webhook_endpoint';
    CREATE TABLE old (
        id            integer PRIMARY KEY AUTOINCREMENT,
        event_id      text NOT NULL REFERENCES objects (id),
        url           text NOT NULL REFERENCES endpoints (url),
        copy          integer NOT NULL DEFAULT 0,
        state         text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'succeeded', 'failed')),
        tries         integer NOT NULL DEFAULT 0,
        first_due_at  real NOT NULL,
        next_due_at   real NOT NULL,
        claimed_until real,
        UNIQUE (event_id, url, copy)
    ) STRICT;
    INSERT INTO old
    SELECT id, event_id, url, copy, state, tries, first_due_at, next_due_at, claimed_until FROM deliveries;
    DROP TABLE deliveries;
    ALTER TABLE old RENAME TO deliveries;
    DELETE FROM objects WHERE object = 'webhook_endpoint';
    DROP TABLE clock;
"""
OLD_SWITCHES = """
    ALTER TABLE delivery_switches DROP COLUMN "drop";
    ALTER TABLE delivery_switches DROP COLUMN lose;
    ALTER TABLE delivery_switches DROP COLUMN rolled_secret;
"""
OLDER_DELIVERIES = """
    CREATE TABLE older (
        id            integer PRIMARY KEY AUTOINCREMENT,
        event_id      text NOT NULL REFERENCES objects (id),
        url           text NOT NULL REFERENCES endpoints (url),
        state         text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'succeeded', 'failed')),
        tries         integer NOT NULL DEFAULT 0,
        first_due_at  real NOT NULL,
        next_due_at   real NOT NULL,
        claimed_until real,
        UNIQUE (event_id, url)
    ) STRICT;
    INSERT INTO older
    SELECT id, event_id, url, state, tries, first_due_at, next_due_at, claimed_until FROM deliveries;
    DROP TABLE deliveries;
    ALTER TABLE older RENAME TO deliveries;
    DROP TABLE delivery_switches;
"""


def test_forwarding_needs_a_secret() -> None:
    process = start("--forward-to", "http://127.0.0.1:9/", SANDBOX_STRIPE_WEBHOOK_SECRET="")
    _, complaint = process.communicate(timeout=15)
    assert process.returncode == 2
    assert "SANDBOX_STRIPE_WEBHOOK_SECRET" in complaint
