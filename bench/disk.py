"""How much disk an order takes that one event paid."""

import psycopg

from bench import traffic
from bench.books import Books, run_file
from bench.load import Sample
from sandbox import postgres
from stripe_svc.database import Database
from stripe_svc.handlers.event import parse_event
from stripe_svc.services.events import receive_event


def bytes_per_order(server: postgres.Server, orders: int) -> tuple[float, float]:
    """Of all tables and indexes of the service, for each paid order: with the payloads kept, and with them purged."""
    books = Books(server, 0)
    empty = _bytes(books)
    _pay(books, orders)
    kept = _bytes(books)
    with psycopg.connect(books.url) as conn:
        run_file(conn, "purge_payloads.sql")
    return (kept - empty) / orders, (_bytes(books) - empty) / orders


def _pay(books: Books, orders: int) -> None:
    """As a delivery does, without HTTP."""
    opened = books.open_orders(orders)
    database = Database(books.app_url, size=1)
    database.open()
    for payload in traffic.payloads(opened):
        receive_event(database, parse_event(payload), source="webhook", livemode=False)
    database.close()
    answers = Sample(answers=orders, rate=0, p50=0, p99=0, service_cpu=0, postgres_cpu=0)
    books.check(opened, answers, connections=0)


def _bytes(books: Books) -> int:
    """Without dead rows."""
    with psycopg.connect(books.url, autocommit=True) as conn:
        conn.execute("VACUUM FULL")
        row = run_file(conn, "disk.sql").fetchone()
    assert row  # a sum is one row
    return int(row[0])
