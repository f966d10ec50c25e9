"""Races without sleeps: hold a lock, see in pg_locks that the other side waits for it, let go."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import psycopg

T = TypeVar("T")


def wait_until_blocked(db: psycopg.Connection, sessions: int = 1) -> None:
    """Returns once so many sessions of this database wait for a lock."""
    wait_for(lambda: _blocked(db) >= sessions, f"{sessions} sessions to wait for a lock")


def wait_for(condition: Callable[[], bool], what: str, seconds: float = 20) -> None:
    """Returns once the condition holds."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.01)


def at_once(calls: list[Callable[[], T]]) -> list[T]:
    """Runs all calls at once, each in a thread of its own."""
    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(call) for call in calls]]


def _blocked(db: psycopg.Connection) -> int:
    row = db.execute(
        "SELECT count(*) FROM pg_stat_activity "
        "WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0"
    ).fetchone()
    assert row
    return int(row[0])
