"""The way of an event: verified text -> facts (pure) -> one statement in Postgres."""

import json
import logging
from typing import Any

from stripe_svc import dao
from stripe_svc.database import Database, describe_failure
from stripe_svc.errors import DatabaseBusy, EventFailed
from stripe_svc.handlers import facts_of, personal_of
from stripe_svc.handlers.event import Event
from stripe_svc.logs import log


def receive_event(database: Database, event: Event, *, source: str, livemode: bool) -> str:
    """Gives a verified event its effect, exactly once. Returns processed, duplicate, ignored or quarantined.

    Returning means that it is on disk. Raises DatabaseBusy if it is not known to be, EventFailed if it cannot be
    processed; the failure is journalled then, and the event can come again.
    """
    columns = _columns(event, source)
    try:
        quarantine_reason = _quarantine_reason(event, livemode)
        facts = None if quarantine_reason else facts_of(event)
        personal = personal_of(event) if facts else None
        with database.autocommit() as conn:
            outcome = dao.receive_event(
                conn,
                columns,
                facts=json.dumps(facts) if facts else None,
                personal=json.dumps(personal) if personal else None,
                quarantine_reason=quarantine_reason,
            )
    except DatabaseBusy:
        raise
    except Exception as error:
        raise _record_failure(database, columns, error) from error
    log(f"event.{outcome}", event_id=event.id, type=event.type, object_id=columns["object_id"], source=source)
    return outcome


def _columns(event: Event, source: str) -> dict[str, Any]:
    """The event as the journal keeps it."""
    object_id = event.object.get("id")
    return {
        "event_id": event.id,
        "event_type": event.type,
        "object_id": object_id if isinstance(object_id, str) and object_id.isprintable() else None,
        "api_version": event.api_version,
        "livemode": event.livemode,
        "account": event.account,
        "created": event.created,
        "source": source,
        "payload": event.payload,
    }


def _quarantine_reason(event: Event, livemode: bool) -> str | None:
    """Why an event, though genuine, must not change anything here."""
    if event.livemode != livemode:
        modes = {True: "live", False: "test"}
        return f"The event is of {modes[event.livemode]} mode, our key of {modes[livemode]} mode."
    if event.account:
        return f"The event is of the connected account {event.account}; this service has no connected accounts."
    return None


def _record_failure(database: Database, columns: dict[str, Any], error: Exception) -> EventFailed:
    reason = describe_failure(error)
    with database.autocommit() as conn:
        attempts = dao.record_event_failure(conn, columns, error=reason)
    log(
        "event.failed",
        logging.ERROR,
        event_id=columns["event_id"],
        type=columns["event_type"],
        attempts=attempts,
        error=reason,
    )
    return EventFailed(f"{columns['event_id']} could not be processed: {reason.splitlines()[0]}")
