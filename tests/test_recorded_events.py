"""Events that others recorded, of many API versions: RECORDED_EVENTS names a folder of them, one JSON file each."""

import json
import os
from pathlib import Path

import psycopg
import pytest

from tests.service import Service


@pytest.mark.skipif("RECORDED_EVENTS" not in os.environ, reason="RECORDED_EVENTS does not name a folder of events")
def test_each_recorded_event_is_journalled_and_none_is_a_failure_of_ours(
    db: psycopg.Connection, service: Service
) -> None:
    client = service.client()
    events = [
        json.loads(path.read_text())
        for path in sorted(Path(os.environ["RECORDED_EVENTS"]).glob("*.json"))
        if path.name != "MANIFEST.json"
    ]
    assert events

    # Many of them share an id that was blanked; with ids of their own each is a first delivery.
    for distinct in (False, True):
        for number, event in enumerate(events):
            event_id = f"{event['id']}_{number}" if distinct else event["id"]
            answer = client.deliver(event | {"id": event_id})

            assert answer.status == 200, answer.body
            journalled = db.execute("SELECT type, status FROM stripe_events WHERE id = %s", [event_id]).fetchone()
            assert journalled
            if distinct:
                assert answer.body["outcome"] == journalled[1]
                assert journalled[0] == event["type"]
