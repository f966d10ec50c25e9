"""Events on their way to endpoints. What is to be sent is written in the transaction that made the event."""

import json
import random
import sqlite3
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from .destinations import LISTENER, WEBHOOK_ENDPOINT, Destination

Percent = Annotated[int, Field(ge=0, le=100)]


class Switches(BaseModel):
    """What a receiver must bear anyway, made likely: https://docs.stripe.com/webhooks#best-practices.

    `duplicate`      each event is delivered so many times more, also when the first delivery succeeded
    `delay_ms`       each delivery waits a random time of at most this
    `shuffle`        of what is due, any may go first
    `drop`           so many in a hundred deliveries are not sent the first time, only when they are tried again,
                     which those to `stripe listen` never are: they are sent
    `lose`           so many in a hundred events are delivered to nobody, as when three days of retries have failed
    `rolled_secret`  all that is sent is signed with a secret that nobody was told, until this is off again
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    duplicate: Annotated[int, Field(ge=0, le=5)] = 0
    delay_ms: Annotated[int, Field(ge=0, le=60_000)] = 0
    shuffle: bool = False
    drop: Percent = 0
    lose: Percent = 0
    rolled_secret: bool = False


@dataclass(frozen=True)
class Delivery:
    """One event on its way to one destination, claimed by the process that is about to send it."""

    id: int
    event: dict[str, Any]
    destination: Destination
    is_dropped: bool
    tries: int
    first_due_at: float
    claimed_until: float


class Outbox:
    """The destinations, the deliveries and their attempts, within one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self.has_news = False

    def destinations(self) -> list[Destination]:
        """Webhook endpoints and listeners, disabled ones too, oldest first."""
        rows = self._db.execute(
            "SELECT body, private FROM objects WHERE object IN (?, ?) ORDER BY seq", (WEBHOOK_ENDPOINT, LISTENER)
        )
        return [Destination.of(row) for row in rows]

    def destination(self, destination_id: str) -> Destination | None:
        return next((each for each in self.destinations() if each.id == destination_id), None)

    def wanting(self, kind: str) -> list[Destination]:
        """Those that get events of this type as of now."""
        return [each for each in self.destinations() if each.wants(kind)]

    def switches(self) -> Switches:
        row = self._db.execute(
            'SELECT duplicate, delay_ms, shuffle, "drop", lose, rolled_secret FROM delivery_switches'
        ).fetchone()
        return Switches(**row)

    def set_switches(self, switches: Switches) -> None:
        self._db.execute(
            "UPDATE delivery_switches SET duplicate = :duplicate, delay_ms = :delay_ms, shuffle = :shuffle,"
            ' "drop" = :drop, lose = :lose, rolled_secret = :rolled_secret',
            switches.model_dump(),
        )

    def send(self, event: dict[str, Any], now: float) -> None:
        """Have a new event sent to everybody who wants it, as the switches say: by default once and now."""
        switches = self.switches()
        destinations = self.wanting(event["type"])
        is_lost = random.uniform(0, 100) < switches.lose
        for copy in range(1 + switches.duplicate):
            due_at = now + random.uniform(0, switches.delay_ms) / 1000
            for destination in destinations:
                self._db.execute(
                    "INSERT INTO deliveries"
                    " (event_id, destination, url, copy, state, is_dropped, first_due_at, next_due_at)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        event["id"],
                        destination.id,
                        destination.url,
                        copy,
                        "failed" if is_lost else "pending",
                        random.uniform(0, 100) < switches.drop,
                        now,
                        due_at,
                    ),
                )
        self.has_news |= bool(destinations)

    def send_again(self, event_id: str, now: float, destinations: list[Destination]) -> None:
        """Have an event sent to them once more, now, also to those that are newer than the event."""
        for destination in destinations:
            self._db.execute(
                """
                INSERT INTO deliveries (event_id, destination, url, first_due_at, next_due_at)
                VALUES (:event_id, :destination, :url, :now, :now)
                ON CONFLICT (event_id, destination, copy) DO UPDATE
                SET state = 'pending', is_dropped = 0, tries = 0, url = :url,
                    first_due_at = :now, next_due_at = :now, claimed_until = NULL
                """,
                {"event_id": event_id, "destination": destination.id, "url": destination.url, "now": now},
            )
        self.has_news = True

    def pending_webhooks(self, event_id: str) -> int:
        """How many destinations have not accepted the event, or not each of its copies."""
        (count,) = self._db.execute(
            "SELECT count(DISTINCT destination) FROM deliveries WHERE event_id = ? AND state <> 'succeeded'",
            (event_id,),
        ).fetchone()
        return int(count)

    def release_claims(self, destination_id: str) -> None:
        """Forget the claims of a process that was killed while sending."""
        self._db.execute("UPDATE deliveries SET claimed_until = NULL WHERE destination = ?", (destination_id,))

    def undeliverable(self, now: float) -> list[int]:
        """What is due for a destination that is disabled or gone."""
        enabled = [each.id for each in self.destinations() if each.is_enabled]
        rows = self._db.execute(
            "SELECT id FROM deliveries WHERE state = 'pending' AND next_due_at <= ?"
            " AND destination NOT IN (SELECT value FROM json_each(?))",
            (now, json.dumps(enabled)),
        )
        return [row["id"] for row in rows]

    def give_up(self, delivery_id: int) -> None:
        self._db.execute("UPDATE deliveries SET state = 'failed' WHERE id = ?", (delivery_id,))

    def next_due(self, destination_id: str, now: float, real_now: float) -> sqlite3.Row | None:
        row: sqlite3.Row | None = self._db.execute(
            "SELECT d.id, d.is_dropped, d.tries, d.first_due_at, o.body FROM deliveries AS d"
            " JOIN objects AS o ON o.id = d.event_id"
            " WHERE d.destination = :destination AND d.state = 'pending' AND d.next_due_at <= :now"
            " AND (d.claimed_until IS NULL OR d.claimed_until <= :real_now)"
            " ORDER BY CASE WHEN (SELECT shuffle FROM delivery_switches) THEN random() ELSE d.next_due_at END, d.id"
            " LIMIT 1",
            {"destination": destination_id, "now": now, "real_now": real_now},
        ).fetchone()
        return row

    def claim(self, destination: Destination, now: float, real_now: float, seconds: float) -> Delivery | None:
        """The delivery that is due the longest (or any, when shuffled); for so long nobody else gets it."""
        row = self.next_due(destination.id, now, real_now)
        if row is None:
            return None
        until = real_now + seconds
        self._db.execute("UPDATE deliveries SET claimed_until = ? WHERE id = ?", (until, row["id"]))
        event = json.loads(row["body"])
        return Delivery(
            row["id"], event, destination, bool(row["is_dropped"]), row["tries"], row["first_due_at"], until
        )

    def has_accepted_since(self, destination_id: str, at: float) -> bool:
        """Whether any event was accepted there since then."""
        found = self._db.execute(
            "SELECT 1 FROM attempts AS a JOIN deliveries AS d ON d.id = a.delivery_id"
            " WHERE d.destination = ? AND a.at >= ? AND a.status BETWEEN 200 AND 299 LIMIT 1",
            (destination_id, at),
        ).fetchone()
        return found is not None

    def record_attempt(
        self, delivery: Delivery, *, at: float, status: int | None, answer: str, state: str, next_due_at: float
    ) -> None:
        """Note what the attempt met. If "resend" was pressed meanwhile, the claim is gone and it is sent again."""
        self._db.execute(
            "INSERT INTO attempts (delivery_id, at, status, answer) VALUES (?, ?, ?, ?)",
            (delivery.id, at, status, answer),
        )
        self._db.execute(
            "UPDATE deliveries SET state = ?, tries = tries + 1, next_due_at = ?, claimed_until = NULL,"
            " first_due_at = CASE WHEN tries = 0 THEN ? ELSE first_due_at END"
            " WHERE id = ? AND claimed_until = ?",
            (state, next_due_at, at, delivery.id, delivery.claimed_until),
        )

    def record_report(self, delivery: Delivery, *, at: float, status: int | None, answer: str, state: str) -> None:
        """Note what a listener tells of a delivery, first that it has it, then what the forwarded-to program said."""
        self._db.execute(
            "INSERT INTO attempts (delivery_id, at, status, answer) VALUES (?, ?, ?, ?)",
            (delivery.id, at, status, answer),
        )
        self._db.execute(
            "UPDATE deliveries SET state = ?, tries = tries + 1, claimed_until = NULL WHERE id = ?",
            (state, delivery.id),
        )

    def deliveries(self, event_id: str) -> list[dict[str, Any]]:
        """The event's deliveries, each with its `attempts`, for the dashboard."""
        found = [
            dict(row)
            for row in self._db.execute(
                "SELECT id, destination, url, state, next_due_at FROM deliveries WHERE event_id = ? ORDER BY id",
                (event_id,),
            )
        ]
        for delivery in found:
            delivery["attempts"] = self._db.execute(
                "SELECT at, status, answer FROM attempts WHERE delivery_id = ? ORDER BY id DESC LIMIT 20",
                (delivery["id"],),
            ).fetchall()
        return found
