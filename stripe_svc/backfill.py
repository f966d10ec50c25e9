"""Facts for the journal of the first release, which kept payloads only."""

import json
import sys
from typing import Any

import psycopg
from psycopg.rows import DictRow, dict_row
from psycopg.types.json import Jsonb

from stripe_svc import queries
from stripe_svc.errors import FactError
from stripe_svc.handlers import facts_of
from stripe_svc.handlers.event import Event

BATCH = 1000

_STATEMENTS = queries.load_queries(queries.SQL_DIR / "backfill")


def backfill_facts(url: str) -> None:
    """Reads the payloads again, a thousand events a transaction, and says how far it is. Run it again
    after an interruption: it goes on where it was. Meanwhile the service may take new events.

    An event whose payload was purged gets the row of its object for a fact: reports are merged, so one that says what
    is known already changes nothing.
    """
    with psycopg.connect(url, autocommit=True, row_factory=dict_row, options="-c search_path=pg_catalog") as conn:
        done, after = 0, ""
        while events := _run(conn, "list_events_without_facts", after=after, limit=BATCH).fetchall():
            with conn.transaction():
                for event in events:
                    try:
                        with conn.transaction():
                            _backfill(conn, event)
                    except (FactError, psycopg.DataError) as error:
                        # make verify lists it, as event_without_facts.
                        print(f"No facts for {event['id']}: {error}", file=sys.stderr)
            done, after = done + len(events), events[-1]["id"]
            print(f"Facts of {done} events of the first release read from their payloads ...", file=sys.stderr)
        purged: str | None = ""
        while purged is not None:
            purged = _run(conn, "record_facts_of_purged_events", after=purged, limit=BATCH).fetchall()[0]["last"]
        _run(conn, "record_facts_of_purged_invoice_payments")


def _backfill(conn: psycopg.Connection[DictRow], event: dict[str, Any]) -> None:
    payload = event.pop("payload")
    facts = facts_of(Event(**event, object=json.loads(payload)["data"]["object"], payload=payload))
    _run(conn, "record_facts_of_event", event_id=event["id"], facts=Jsonb(facts or {}))


def _run(conn: psycopg.Connection[DictRow], statement: str, **parameters: object) -> psycopg.Cursor[DictRow]:
    return conn.execute(_STATEMENTS[statement].encode(), parameters)
