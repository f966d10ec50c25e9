"""The least SQL that gives an event its outcome, run by pgbench: the limit of what the service can reach."""

from pathlib import Path

import psycopg

from bench import traffic
from bench.books import BENCH, FIRST_OPEN, Books, run_file
from bench.load import BenchError, Processes, Sample, run_pgbench

# The most that is prepared for a second of one round: clients get ahead of each other.
PER_SECOND = 20_000


class Least:
    """Tables of its own, in the database of the books."""

    def __init__(self, books: Books) -> None:
        self.url = books.url
        self._next_open = FIRST_OPEN
        with psycopg.connect(self.url) as conn:
            conn.execute((BENCH / "least.sql").read_bytes())

    def events(self, folder: Path, connections: int, seconds: int, server: Processes) -> Sample:
        """Distinct events of distinct orders, with a payload like that of the others."""
        each = PER_SECOND * seconds // connections
        orders = self._open_orders(each * connections)
        sample = run_pgbench(
            self.url,
            BENCH / "least_event.pgbench",
            {"sent": "0", "first": str(orders.start), "each": str(each), "payload": traffic.checkout_completed()},
            logs=folder / "least_event.log",
            connections=connections,
            seconds=seconds,
            server=server,
        )
        self._check(orders, sample, connections)
        return sample

    def _open_orders(self, orders: int) -> range:
        first, self._next_open = self._next_open, self._next_open + orders
        with psycopg.connect(self.url) as conn:
            run_file(conn, "least_orders.sql", first=first, orders=orders)
        return range(first, first + orders)

    def _check(self, orders: range, sample: Sample, connections: int) -> None:
        """What pgbench counted is there, and besides at most what was under way when time was up."""
        with psycopg.connect(self.url) as conn:
            row = run_file(conn, "least_count.sql", first=orders.start, orders=len(orders)).fetchone()
        counts = set(row or ())
        if len(counts) != 1 or not sample.answers <= counts.pop() <= sample.answers + connections:
            raise BenchError(
                f"The least SQL ran {sample.answers} times; events, paid orders, transitions and messages are {row}."
            )
