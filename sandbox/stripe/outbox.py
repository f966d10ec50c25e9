"""Events on their way to endpoints. What is to be sent is written in the transaction that made the event."""

import json
import random
import sqlite3
import time
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field


class Switches(BaseModel):
    """What a receiver must bear anyway, made likely: https://docs.stripe.com/webhooks#best-practices.

    `duplicate`  each event is delivered so many times more, also when the first delivery succeeded
    `delay_ms`   each delivery waits a random time of at most this
    `shuffle`    of what is due, any may go first
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    duplicate: Annotated[int, Field(ge=0, le=5)] = 0
    delay_ms: Annotated[int, Field(ge=0, le=60_000)] = 0
    shuffle: bool = False


@dataclass(frozen=True)
class Delivery:
    """One event on its way to one endpoint, claimed by the process that is about to send it."""

    id: int
    event: dict[str, Any]
    url: str
    tries: int
    first_due_at: float
    claimed_until: float


class Outbox:
    """The endpoints, the deliveries and their attempts, within one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self.has_news = False

    def endpoints(self) -> list[str]:
        return [row["url"] for row in self._db.execute("SELECT url FROM endpoints ORDER BY created, url")]

    def insert_endpoint(self, url: str) -> None:
        self._db.execute("INSERT OR IGNORE INTO endpoints (url, created) VALUES (?, ?)", (url, int(time.time())))

    def switches(self) -> Switches:
        row = self._db.execute("SELECT duplicate, delay_ms, shuffle FROM delivery_switches").fetchone()
        return Switches(**row)

    def set_switches(self, switches: Switches) -> None:
        self._db.execute(
            "UPDATE delivery_switches SET duplicate = :duplicate, delay_ms = :delay_ms, shuffle = :shuffle",
            switches.model_dump(),
        )

    def send(self, event_id: str, now: float) -> None:
        """Have a new event sent to every endpoint, as the switches say: by default once and now."""
        switches = self.switches()
        for copy in range(1 + switches.duplicate):
            self._db.execute(
                """
                INSERT INTO deliveries (event_id, url, copy, first_due_at, next_due_at)
                SELECT :event_id, url, :copy, :now, :due_at FROM endpoints
                """,
                {
                    "event_id": event_id,
                    "copy": copy,
                    "now": now,
                    "due_at": now + random.uniform(0, switches.delay_ms) / 1000,
                },
            )
        self.has_news = True

    def send_again(self, event_id: str, now: float) -> None:
        """Have an event sent once more, now, also to endpoints that are newer than the event."""
        self._db.execute(
            """
            INSERT INTO deliveries (event_id, url, first_due_at, next_due_at)
            SELECT :event_id, url, :now, :now FROM endpoints WHERE true
            ON CONFLICT (event_id, url, copy) DO UPDATE
            SET state = 'pending', tries = 0, first_due_at = :now, next_due_at = :now, claimed_until = NULL
            """,
            {"event_id": event_id, "now": now},
        )
        self.has_news = True

    def pending_webhooks(self, event_id: str) -> int:
        """How many endpoints have not accepted the event, or not each of its copies."""
        (count,) = self._db.execute(
            "SELECT count(DISTINCT url) FROM deliveries WHERE event_id = ? AND state <> 'succeeded'", (event_id,)
        ).fetchone()
        return int(count)

    def release_claims(self, url: str) -> None:
        """Forget the claims of a process that was killed while sending."""
        self._db.execute("UPDATE deliveries SET claimed_until = NULL WHERE url = ?", (url,))

    def next_due(self, url: str, now: float) -> sqlite3.Row | None:
        row: sqlite3.Row | None = self._db.execute(
            "SELECT d.id, d.tries, d.first_due_at, o.body FROM deliveries AS d"
            " JOIN objects AS o ON o.id = d.event_id"
            " WHERE d.url = :url AND d.state = 'pending' AND d.next_due_at <= :now"
            " AND (d.claimed_until IS NULL OR d.claimed_until <= :now)"
            " ORDER BY CASE WHEN (SELECT shuffle FROM delivery_switches) THEN random() ELSE d.next_due_at END, d.id"
            " LIMIT 1",
            {"url": url, "now": now},
        ).fetchone()
        return row

    def claim(self, url: str, now: float, claimed_until: float) -> Delivery | None:
        """The delivery that is due the longest (or any, when shuffled); nobody else gets it until `claimed_until`."""
        row = self.next_due(url, now)
        if row is None:
            return None
        self._db.execute("UPDATE deliveries SET claimed_until = ? WHERE id = ?", (claimed_until, row["id"]))
        event = json.loads(row["body"])
        return Delivery(row["id"], event, url, row["tries"], row["first_due_at"], claimed_until)

    def record_attempt(
        self, delivery: Delivery, *, at: float, status: int | None, answer: str, state: str, next_due_at: float
    ) -> None:
        """Note what the attempt met. If "resend" was pressed meanwhile, the claim is gone and it is sent again."""
        self._db.execute(
            "INSERT INTO attempts (delivery_id, at, status, answer) VALUES (?, ?, ?, ?)",
            (delivery.id, at, status, answer),
        )
        self._db.execute(
            "UPDATE deliveries SET state = ?, tries = tries + 1, next_due_at = ?, claimed_until = NULL"
            " WHERE id = ? AND claimed_until = ?",
            (state, next_due_at, delivery.id, delivery.claimed_until),
        )

    def deliveries(self, event_id: str) -> list[dict[str, Any]]:
        """The event's deliveries, each with its `attempts`, for the dashboard."""
        found = [
            dict(row)
            for row in self._db.execute(
                "SELECT id, url, state, next_due_at FROM deliveries WHERE event_id = ? ORDER BY id", (event_id,)
            )
        ]
        for delivery in found:
            delivery["attempts"] = self._db.execute(
                "SELECT at, status, answer FROM attempts WHERE delivery_id = ? ORDER BY id DESC LIMIT 20",
                (delivery["id"],),
            ).fetchall()
        return found
