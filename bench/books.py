"""Databases that are full of business long past, on a server of their own, and the check that figures are true."""

import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from bench.load import BenchError, Processes, Sample
from sandbox import postgres
from stripe_svc import migrate
from stripe_svc.queries import translate

BENCH = Path(__file__).parent
FIRST_FILLED = 100_000_000_000
FIRST_OPEN = 200_000_000_000
ORDERS_AT_ONCE = 500_000
SERVER_SETTINGS = {"shared_buffers": "1GB", "max_wal_size": "8GB"}


@contextmanager
def running_server(folder: Path) -> Iterator[tuple[postgres.Server, Processes]]:
    """The embedded PostgreSQL with fsync on; its files go when it stops."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        with postgres.running(folder / "postgres", settings=SERVER_SETTINGS) as server:
            pid = server.postmaster_pid()
            assert pid  # it runs
            yield server, Processes(pid)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class Books:
    """A database with so many orders that were paid, and new ones as they are asked for."""

    def __init__(self, server: postgres.Server, filled: int) -> None:
        name = f"bench_{secrets.token_hex(4)}"
        self.url = server.url(name)
        self.app_url = self.url.replace("//postgres@", "//bench@")
        self._next_open = FIRST_OPEN
        with psycopg.connect(server.url(), autocommit=True) as conn:
            conn.execute(f"CREATE DATABASE {name}".encode())
        migrate.migrate(self.url)
        with psycopg.connect(self.url, autocommit=True) as conn:
            if conn.execute("SELECT FROM pg_roles WHERE rolname = 'bench'").fetchone() is None:
                conn.execute("CREATE ROLE bench LOGIN IN ROLE stripe_svc_app")
            for done in range(0, filled, ORDERS_AT_ONCE):
                print(f"  filling: {done:,} of {filled:,} orders", file=sys.stderr, flush=True)
                with conn.transaction():
                    run_file(conn, "fill.sql", first=FIRST_FILLED + done, orders=min(ORDERS_AT_ONCE, filled - done))
            conn.execute("VACUUM ANALYZE")
            row = conn.execute("SELECT pg_database_size(current_database())").fetchone()
        assert row  # a function returns one row
        self.filled, self.bytes_on_disk = filled, int(row[0])

    def open_orders(self, orders: int) -> range:
        """New orders that wait for their payment."""
        first, self._next_open = self._next_open, self._next_open + orders
        with psycopg.connect(self.url) as conn:
            run_file(conn, "open_orders.sql", first=first, orders=orders)
        return range(first, first + orders)

    def check(self, orders: range, sample: Sample, connections: int, *, about_one: bool = False) -> None:
        """What was answered is in the books, and besides at most what was under way when time was up.

        The events are about one order each, or all `about_one`, the first.
        """
        with psycopg.connect(self.url) as conn:
            row = run_file(conn, "count_books.sql", first=orders.start, orders=len(orders)).fetchone()
        events, paid = row or (None, None)
        acknowledged = sample.answers - sample.refused
        if paid != (1 if about_one else events) or not acknowledged <= (events or 0) <= acknowledged + connections:
            raise BenchError(
                f"{acknowledged} events were acknowledged, but the books hold {events} events and {paid} paid orders."
            )


def run_file(conn: psycopg.Connection[Any], file: str, **parameters: int) -> psycopg.Cursor[Any]:
    statements = translate((BENCH / file).read_text()).split(";\n")
    values = {name: str(value) for name, value in parameters.items()}
    for statement in filter(str.strip, statements):
        cursor = conn.execute(statement.encode(), values)
    return cursor
