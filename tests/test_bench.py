"""make bench runs, counts the rows, and does not believe a rate whose events are not in the books."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest

from bench.books import BENCH, Books, running_server
from bench.least import Least
from bench.load import BenchError, Processes, Sample, run_wrk, serving
from bench.traffic import look_ups, write_requests
from tests.service import ROOT
from tests.stripe_events import event, session

SAMPLE = Sample(answers=10, rate=1, p50=1, p99=1, service_cpu=1, postgres_cpu=1)


@pytest.mark.skipif(not shutil.which("wrk"), reason="wrk is not installed")
def test_the_benchmark_measures_everything() -> None:
    """That it works, not how fast: rounds this short mean nothing."""
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "bench",
            "--rounds=1",
            "--seconds=1",
            "--orders=1000",
            "--connections=8",
            "--grown=2000",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    rates = ("least SQL", "function alone", "webhooks", "duplicates", "one order", "POST order", "SELECT 1")
    ratios = ("webhooks by the least SQL", "their PostgreSQL CPU", "webhooks by the function alone")
    hanging = ("payment events", "invoice events", "GET order", "GET access", "GET /healthz")
    for name in (*rates, *ratios, *hanging, "overload", "payloads kept", "payloads purged"):
        assert f"| {name}" in ran.stdout
    assert re.search(r"Meanwhile [1-9]\d* checkouts were refused", ran.stdout)
    assert "| 2,000  |" in ran.stdout
    assert not (ROOT / ".data" / "bench").exists()


def test_a_rate_whose_events_are_not_in_the_books_is_an_error(tmp_path: Path) -> None:
    with running_server(tmp_path / "bench") as (server, _):
        books = Books(server, 10)
        orders = books.open_orders(10)

        with pytest.raises(BenchError, match="10 events were acknowledged, but the books hold 0 events"):
            books.check(orders, SAMPLE, connections=1)


def test_the_least_sql_gives_each_event_its_outcome_once(tmp_path: Path) -> None:
    with running_server(tmp_path / "bench") as (server, processes):
        least = Least(Books(server, 0))

        sample = least.events(tmp_path, connections=2, seconds=1, server=processes)

        event = "SELECT least_sql.receive_event('evt_1', 'checkout.session.completed', NULL, false, 0, '{}', 1)"
        with psycopg.connect(least.url) as conn:
            conn.execute("INSERT INTO least_sql.orders (id, currency, amount_total) VALUES (1, 'eur', 1998)")
            outcomes = [conn.execute(event).fetchone() for _ in range(2)]
            again = conn.execute(event.replace("evt_1", "evt_2")).fetchone()
    assert sample.answers > 0
    assert outcomes == [("processed",), ("duplicate",)]
    assert again == ("ignored",)


def test_the_orders_of_peers_seed_are_paid_by_their_sessions(
    db: psycopg.Connection, deliver: Callable[[dict[str, Any]], str]
) -> None:
    db.execute((BENCH / "peers_seed.sql").read_text().format(lo=7, hi=9).encode())

    for order_id in (7, 9):
        attempt_id = f"00000000-0000-4000-8000-{order_id:012}"
        paid = session(order_id, attempt_id, id=f"cs_test_{order_id}", amount_subtotal=2000, amount_total=2000)
        assert deliver(event("checkout.session.completed", paid)) == "processed"

    statuses = db.execute("SELECT id, status, amount_paid, currency FROM orders ORDER BY id").fetchall()
    assert statuses == [(7, "paid", 2000, "eur"), (8, "pending", 0, "eur"), (9, "paid", 2000, "eur")]


@pytest.mark.skipif(not shutil.which("wrk"), reason="wrk is not installed")
def test_refusals_and_running_out_of_requests_are_errors(tmp_path: Path) -> None:
    settings = {
        "DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none",
        "STRIPE_SECRET_KEY": "sk_test_bench",
        "STRIPE_WEBHOOK_SECRET": "whsec_bench",
        "API_KEYS": "bench:bench-key",
        "PUBLIC_URL": "http://127.0.0.1",
    }

    def ask(file: Path, *, may_refuse: bool) -> Sample:
        return run_wrk(
            floor, file, connections=2, seconds=1, again=False, may_refuse=may_refuse, server=Processes(os.getpid())
        )

    with serving("bench.floor:app", settings) as floor:
        few = write_requests(tmp_path / "few", look_ups(["/v1/orders/1"] * 10, "bench-key"))
        with pytest.raises(BenchError, match="were not enough for 1 seconds: raise PER_SECOND"):
            ask(few, may_refuse=False)

        wrong = write_requests(tmp_path / "wrong", look_ups(["/v1/orders/1"] * 20_000, "wrong-key"))
        with pytest.raises(BenchError, match=r"refused (\d+) of \1 requests"):
            ask(wrong, may_refuse=False)
        sample = ask(wrong, may_refuse=True)
        assert sample.answers == sample.refused > 0
