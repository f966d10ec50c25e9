"""The local Stripe's memory: one SQLite file, see `schema.sql`.

Whatever changes goes through `Store.transaction()`: the object, the events about it and their deliveries
commit together or not at all.
"""

import json
import secrets
import sqlite3
import string
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import clock, upgrades
from .outbox import Outbox

ALPHABET = string.ascii_letters + string.digits
BUSY_SECONDS = 10
IDEMPOTENCY_SECONDS = 24 * 3600  # Stripe keeps keys for at least this long


def new_id(prefix: str, length: int = 24) -> str:
    """`pi_` and the like, followed by random letters and digits in Stripe's length."""
    return prefix + "".join(secrets.choice(ALPHABET) for _ in range(length))


@dataclass(frozen=True)
class Page:
    """One page of a list as Stripe pages: newest first, but what is within another object in its order."""

    data: list[dict[str, Any]]
    has_more: bool


@dataclass(frozen=True)
class Selection:
    """Which objects of one kind a list shows.

    `fields` are what fields of the object must be, and `unlike` what they must not be; a name with dots is a path.
    """

    object: str
    limit: int = 10
    starting_after: str | None = None
    ending_before: str | None = None
    parent: str | None = None
    fields: Mapping[str, str | bool | None] | None = None
    unlike: Mapping[str, str] | None = None
    created: dict[str, int] | None = None
    types: list[str] | None = None
    delivery_success: bool | None = None


@dataclass(frozen=True)
class Answer:
    """A stored answer to a request with an Idempotency-Key."""

    fingerprint: str
    request_id: str
    status: int
    body: str


class Transaction:
    """One unit of work on the file. Reads see everything committed before it began.

    An object that is read twice is the same dictionary: what one part of the work changes, another sees.
    """

    def __init__(self, connection: sqlite3.Connection, base_url: str) -> None:
        self._db = connection
        self.base_url = base_url
        self._seen: dict[str, dict[str, Any]] = {}
        self.outbox = Outbox(connection)

    # objects

    def insert(
        self,
        body: dict[str, Any],
        *,
        parent: str | None = None,
        private: dict[str, Any] | None = None,
        due_at: float | None = None,
    ) -> None:
        created = body.get("created", int(clock.now()))
        self._db.execute(
            "INSERT INTO objects (id, object, parent, created, due_at, test_clock, body, private)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                body["id"],
                body["object"],
                parent,
                created,
                due_at,
                clock.test_clock(),
                json.dumps(body),
                json.dumps(private or {}),
            ),
        )
        if body["object"] != "event":  # which holds what it is about as it was
            self._seen[body["id"]] = body

    def update(self, body: dict[str, Any]) -> None:
        self._db.execute("UPDATE objects SET body = ? WHERE id = ?", (json.dumps(body), body["id"]))
        self._seen[body["id"]] = body

    def find(self, object_id: str, kind: str | None = None) -> dict[str, Any] | None:
        row = self._db.execute(
            "SELECT id, body FROM objects WHERE id = :id AND (:kind IS NULL OR object = :kind)",
            {"id": object_id, "kind": kind},
        ).fetchone()
        return None if row is None else self._same(row)

    def _same(self, row: sqlite3.Row) -> dict[str, Any]:
        return self._seen.setdefault(row["id"], _loaded(row["body"]))

    def get(self, object_id: str) -> dict[str, Any]:
        """An object that another one names: it is there."""
        found = self.find(object_id)
        if found is None:
            raise LookupError(object_id)
        return found

    def private(self, object_id: str) -> dict[str, Any]:
        row = self._db.execute("SELECT private FROM objects WHERE id = ?", (object_id,)).fetchone()
        return _loaded(row["private"])

    def set_private(self, object_id: str, private: dict[str, Any]) -> None:
        self._db.execute("UPDATE objects SET private = ? WHERE id = ?", (json.dumps(private), object_id))

    def remember(self, object_id: str, **more: Any) -> None:
        """Add to what is private."""
        self.set_private(object_id, self.private(object_id) | more)

    def delete(self, object_id: str) -> None:
        """Forget an object that has no children; what events say about it stays."""
        self._db.execute("DELETE FROM objects WHERE id = ?", (object_id,))
        self._seen.pop(object_id, None)

    def children(self, parent: str) -> list[dict[str, Any]]:
        rows = self._db.execute("SELECT id, body FROM objects WHERE parent = ? ORDER BY seq", (parent,))
        return [self._same(row) for row in rows]

    def set_due(self, object_id: str, at: float | None) -> None:
        """When something is to be done about the object next (`schedule`); never, when None."""
        self._db.execute("UPDATE objects SET due_at = ? WHERE id = ?", (at, object_id))

    def next_due(self, until: float, test_clock: str | None = None) -> tuple[str, float] | None:
        """The object about which something is to be done first, by then and by that clock, and when."""
        row = self._db.execute(
            "SELECT id, due_at FROM objects WHERE due_at <= ? AND test_clock IS ? ORDER BY due_at, seq LIMIT 1",
            (until, test_clock),
        ).fetchone()
        return None if row is None else (row["id"], row["due_at"])

    def position(self, object_id: str) -> int | None:
        row = self._db.execute("SELECT seq FROM objects WHERE id = ?", (object_id,)).fetchone()
        return None if row is None else int(row["seq"])

    def page(self, wanted: Selection) -> Page:
        """One page; `ending_before` pages backwards, yet the page itself keeps the list's order."""
        created = wanted.created or {}
        is_backwards, is_ascending = wanted.ending_before is not None, wanted.parent is not None
        older, newer = wanted.starting_after, wanted.ending_before
        if is_ascending:
            older, newer = newer, older
        rows = self._db.execute(
            """
            SELECT id, body FROM objects
            WHERE object = :object
              AND (:parent IS NULL OR parent = :parent)
              AND (:below IS NULL OR seq < :below)
              AND (:above IS NULL OR seq > :above)
              AND created > coalesce(:gt, -1) AND created >= coalesce(:gte, 0)
              AND created < coalesce(:lt, created + 1) AND created <= coalesce(:lte, created)
              AND NOT EXISTS (SELECT 1 FROM json_each(:fields) AS f
                              WHERE json_extract(body, '$.' || f.key) IS NOT f.value)
              AND NOT EXISTS (SELECT 1 FROM json_each(:unlike) AS f
                              WHERE json_extract(body, '$.' || f.key) IS f.value)
              AND (:types IS NULL OR EXISTS (SELECT 1 FROM json_each(:types) AS t
                                             WHERE json_extract(body, '$.type') GLOB t.value))
              AND (:delivered IS NULL OR :delivered = (NOT EXISTS
                   (SELECT 1 FROM deliveries AS d WHERE d.event_id = objects.id AND d.state <> 'succeeded')))
            ORDER BY CASE WHEN :upwards THEN seq ELSE -seq END
            LIMIT :limit + 1
            """,
            {
                "object": wanted.object,
                "parent": wanted.parent,
                "below": None if older is None else self.position(older),
                "above": None if newer is None else self.position(newer),
                "gt": created.get("gt"),
                "gte": created.get("gte"),
                "lt": created.get("lt"),
                "lte": created.get("lte"),
                "fields": json.dumps(dict(wanted.fields or {})),
                "unlike": json.dumps(dict(wanted.unlike or {})),
                "types": None if wanted.types is None else json.dumps(wanted.types),
                "delivered": wanted.delivery_success,
                "upwards": is_ascending != is_backwards,
                "limit": wanted.limit,
            },
        ).fetchall()
        data = [self._same(row) for row in rows[: wanted.limit]]
        if is_backwards:
            data.reverse()
        return Page(data=data, has_more=len(rows) > wanted.limit)

    # the clock

    def advance_clock(self, seconds: int) -> None:
        self._db.execute("UPDATE clock SET ahead_seconds = ahead_seconds + ?", (seconds,))
        _set_clock(self._db)
        self.outbox.has_news = True  # more is due at once

    # idempotent answers

    def find_answer(self, key: str) -> Answer | None:
        row = self._db.execute(
            "SELECT fingerprint, request_id, status, body FROM idempotent_answers WHERE key = ? AND created > ?",
            (key, int(clock.now()) - IDEMPOTENCY_SECONDS),
        ).fetchone()
        return None if row is None else Answer(**row)

    def insert_answer(self, key: str, answer: Answer) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO idempotent_answers (key, fingerprint, request_id, status, body, created)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (key, answer.fingerprint, answer.request_id, answer.status, answer.body, int(clock.now())),
        )

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Undo what the block did if it raises; the transaction goes on."""
        self._db.execute("SAVEPOINT work")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK TO work")
            self._seen.clear()
            raise
        finally:
            self._db.execute("RELEASE work")


class Store:
    """Opens the file, hands out transactions, and tells who asked when a commit left something to send.

    `base_url` is where the hosted pages are, for objects that name one.
    """

    base_url = "http://127.0.0.1:8001"

    def __init__(self, path: Path) -> None:
        self._path = path
        self._writing = threading.Lock()
        self._listening: list[Callable[[], None]] = []
        # Held open for as long as the process lives: SQLite tidies the WAL away, slowly, when the last
        # connection closes, and every transaction below opens and closes its own.
        self._keep_open = self._connect()
        self._keep_open.execute("PRAGMA journal_mode = WAL")
        self._create_schema()

    def _create_schema(self) -> None:
        schema = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
        self._keep_open.executescript(upgrades.around(schema, self._keep_open))
        clock.CLOCK.ahead_seconds = 0
        _set_clock(self._keep_open)

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """One writer at a time: here by a lock, which is fair, and between processes by SQLite's."""
        with self._writing, self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            _set_clock(connection)
            tx = Transaction(connection, self.base_url)
            try:
                yield tx
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
        if tx.outbox.has_news:
            for tell in list(self._listening):
                tell()

    @contextmanager
    def snapshot(self) -> Iterator[Transaction]:
        """A consistent view to read from; never waits for a writer."""
        with self._connection() as connection:
            connection.execute("BEGIN")
            _set_clock(connection)
            yield Transaction(connection, self.base_url)
            connection.execute("ROLLBACK")

    def on_news(self, tell: Callable[[], None]) -> Callable[[], None]:
        """Have this called whenever there may be something to send. Returns what ends it."""
        self._listening.append(tell)
        return lambda: self._listening.remove(tell)

    def close(self) -> None:
        with self._writing:
            self._keep_open.close()

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        connection = self._connect()
        try:
            yield connection
        finally:
            connection.close()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        # In WAL mode NORMAL survives the end of the process, kill -9 included; only a power cut may cost
        # the last commits, which a sandbox can bear.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        return connection


def _set_clock(connection: sqlite3.Connection) -> None:
    """Another process on this file may have moved it."""
    (ahead,) = connection.execute("SELECT ahead_seconds FROM clock").fetchone()
    clock.CLOCK.ahead_seconds = max(ahead, clock.CLOCK.ahead_seconds)  # this view may be of a while ago


def _loaded(text: str) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(text)
    return body
