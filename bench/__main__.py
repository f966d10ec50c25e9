"""`make bench`: how fast the service is, next to what PostgreSQL and Flask leave room for.

Every figure is the median of rounds that alternate between all that is compared, in one run on one machine: believe
the ratios, not the rates. PostgreSQL runs with fsync on; the load generator shares the cores. The run ends with an
error if events that were acknowledged are not in the books.
"""

import argparse
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from itertools import count
from pathlib import Path
from resource import RLIMIT_NOFILE, getrlimit

import psycopg

from bench import report, traffic
from bench.books import FIRST_FILLED, Books, running_server
from bench.disk import bytes_per_order
from bench.hanging import Requests, hanging
from bench.least import Least
from bench.load import BenchError, Sample, Target, alternate, run_pgbench, run_wrk, serving
from stripe_svc.queries import SQL_DIR
from stripe_svc.routes.overload import PATIENCE_SECONDS

RESULTS = Path(__file__).parent / "results.md"
RESULTS_HEAD = """# Benchmark

Written by `make bench ARGS=--write`. Ratios within one run on one machine tell something; the rates tell about that
machine. [README.md](../README.md#how-fast-it-is) says what is compared and why."""
DATA = Path(__file__).parent.parent / ".data" / "bench"
SECRET, API_KEY = "whsec_bench", "bench-key"
# The most that is prepared for a second of one round.
PER_SECOND = 3_000
# How many are paid to see how much disk one takes.
ORDERS_ON_DISK = 10_000


class Bench:
    """One server, one load generator, and what runs between them."""

    def __init__(self, stack: ExitStack, seconds: int) -> None:
        self.stack, self.seconds = stack, seconds
        self.server, self.server_processes = stack.enter_context(running_server(DATA))
        self.keys = count(1)
        self.floor = stack.enter_context(serving("bench.floor:app", self.settings(self.server.url())))

    def settings(self, database_url: str) -> dict[str, str]:
        return {
            "DATABASE_URL": database_url,
            "STRIPE_SECRET_KEY": "sk_test_bench",
            "STRIPE_WEBHOOK_SECRET": SECRET,
            "API_KEYS": f"bench:{API_KEY}",
            "PUBLIC_URL": "http://127.0.0.1",
        }

    def service(self, books: Books) -> Target:
        return self.stack.enter_context(serving("wsgi:app", self.settings(books.app_url)))

    def least(self, least: Least, connections: int) -> Sample:
        return least.events(DATA, connections, self.seconds, self.server_processes)

    def webhooks(self, books: Books, service: Target, connections: int) -> Sample:
        """Distinct events of distinct orders. Leaves what it sent for duplicates()."""
        orders = books.open_orders(PER_SECOND * self.seconds)
        traffic.write_requests(DATA / "webhooks", traffic.webhooks(orders, SECRET))
        sample = self._wrk(service, "webhooks", connections)
        books.check(orders, sample, connections)
        traffic.write_requests(DATA / "duplicates", traffic.webhooks(orders[: sample.answers], SECRET))
        return sample

    def duplicates(self, service: Target, connections: int) -> Sample:
        """What webhooks() sent last, again and again; to `floor`, which only looks at the signatures, as well."""
        return self._wrk(service, "duplicates", connections, again=True)

    def function(self, books: Books, connections: int) -> Sample:
        """The statement that the service runs, with the same payload, from pgbench."""
        each = PER_SECOND * self.seconds * 2 // connections
        orders = books.open_orders(each * connections)
        payload = traffic.checkout_completed()
        script = DATA / "receive_event.pgbench"
        script.write_text(_pgbench_script())
        sample = run_pgbench(
            books.app_url,
            script,
            {"sent": "0", "first": str(orders.start), "each": str(each)}
            | {
                "payload": payload,
                "facts": traffic.facts(payload),
                "personal": traffic.personal(payload),
                "any_order": traffic.ANY_ORDER,
                "any_session": traffic.ANY_SESSION,
            },
            logs=DATA / "receive_event.log",
            connections=connections,
            seconds=self.seconds,
            server=self.server_processes,
        )
        books.check(orders, sample, connections)
        return sample

    def one_order(self, books: Books, service: Target, connections: int) -> Sample:
        """Different events, all about one order."""
        orders = books.open_orders(PER_SECOND * self.seconds)
        requests = traffic.webhooks_about(orders.start, orders, SECRET)
        traffic.write_requests(DATA / "one_order", requests)
        sample = self._wrk(service, "one_order", connections)
        books.check(orders, sample, connections, about_one=True)
        return sample

    def overload(self, books: Books, service: Target, connections: int) -> Sample:
        """The same as webhooks(), each on a connection of its own, as nginx opens them; some are refused."""
        seconds = max(self.seconds, int(4 * PATIENCE_SECONDS))
        orders = books.open_orders(PER_SECOND * seconds)
        requests = (
            request.replace(b"\r\n", b"\r\nConnection: close\r\n", 1) for request in traffic.webhooks(orders, SECRET)
        )
        traffic.write_requests(DATA / "overload", requests)
        sample = self._wrk(service, "overload", connections, may_refuse=True, seconds=seconds)
        books.check(orders, sample, connections)
        return sample

    def new_orders(self, service: Target, connections: int) -> Sample:
        keys = [next(self.keys) for _ in range(PER_SECOND * self.seconds)]
        traffic.write_requests(DATA / "new_orders", traffic.new_orders(keys, API_KEY))
        return self._wrk(service, "new_orders", connections)

    def look_ups(self, service: Target, connections: int, path: str, ids: range) -> Sample:
        traffic.write_requests(DATA / "look_ups", traffic.look_ups((path.format(i) for i in ids), API_KEY))
        return self._wrk(service, "look_ups", connections, again=True)

    def postgres_version(self) -> str:
        with psycopg.connect(self.server.url()) as conn:
            return str(conn.info.server_version // 10000)

    def _wrk(
        self,
        target: Target,
        file: str,
        connections: int,
        *,
        again: bool = False,
        may_refuse: bool = False,
        seconds: int | None = None,
    ) -> Sample:
        return run_wrk(
            target,
            DATA / file,
            connections=connections,
            seconds=seconds or self.seconds,
            again=again,
            may_refuse=may_refuse,
            server=self.server_processes,
        )


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench ARGS=...", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often everything is measured (%(default)s)")
    parser.add_argument("--seconds", type=int, default=4, help="for how long each time (%(default)s)")
    parser.add_argument("--connections", type=int, nargs="+", default=[8, 16], help="how many at once (8 16)")
    parser.add_argument("--orders", type=int, default=100_000, help="how many are in the tables before (%(default)s)")
    parser.add_argument(
        "--grown",
        type=int,
        nargs="*",
        default=[],
        help="measure webhooks again with so many orders, 1000000 10000000 say (2.3 GB and two minutes a million)",
    )
    parser.add_argument("--write", action="store_true", help="write bench/results.md")
    options = parser.parse_args()
    if not shutil.which("wrk"):
        raise BenchError("make bench needs wrk, an HTTP load generator: apt-get install wrk, or brew install wrk.")

    with ExitStack() as stack:
        bench = Bench(stack, options.seconds)
        books = Books(bench.server, options.orders)
        service = bench.service(books)
        samples = alternate(comparisons(bench, books, service, options.connections), options.rounds)
        parts = {
            "": report.versions(bench.postgres_version()),
            "Rates": report.rates(samples),
            "Ratios": report.ratios(samples),
            "A Stripe that hangs": hanging_stripe(bench, books, service, options.rounds),
            "Overload": overload(bench, books, service),
            "Disk": disk(bench, min(options.orders, ORDERS_ON_DISK)),
            "Memory": f"{service[1].resident_megabytes()} MB resident in the largest worker, after all this.",
        }
        if options.grown:
            sizes = [Books(bench.server, orders) for orders in (options.orders, *options.grown)]
            parts["Growth"] = growth(bench, sizes, options.rounds)
    result = "\n\n".join(f"## {title}\n\n{text}" if title else text for title, text in parts.items())
    print(result)
    if options.write:
        RESULTS.write_text(f"{RESULTS_HEAD}\n\n{result}\n")


def comparisons(
    bench: Bench, books: Books, service: Target, numbers: Sequence[int]
) -> dict[tuple[str, int], Callable[[], Sample]]:
    """What is measured, in the order in which a round measures it."""
    some = range(FIRST_FILLED, FIRST_FILLED + min(books.filled, 2_000))
    customers = range(some.start // 3 + 1, some.stop // 3)
    least = Least(books)
    measures: dict[tuple[str, int], Callable[[], Sample]] = {}
    for connections in numbers:
        measures |= {
            ("least SQL", connections): partial(bench.least, least, connections),
            ("function alone", connections): partial(bench.function, books, connections),
            ("webhooks", connections): partial(bench.webhooks, books, service, connections),
            ("duplicates", connections): partial(bench.duplicates, service, connections),
            ("signature only", connections): partial(bench.duplicates, bench.floor, connections),
        }
    return measures | {
        ("one order", 64): partial(bench.one_order, books, service, 64),
        ("POST order", 8): partial(bench.new_orders, service, 8),
        ("GET order", 8): partial(bench.look_ups, service, 8, "/v1/orders/{}", some),
        ("GET access", 8): partial(bench.look_ups, service, 8, "/v1/customers/customer-{}/access", customers),
        ("SELECT 1", 8): partial(bench.look_ups, bench.floor, 8, "/round_trips/{}", some),
        ("constant view", 8): partial(bench.look_ups, bench.floor, 8, "/v1/orders/{}", some),
    }


def hanging_stripe(bench: Bench, books: Books, service: Target, rounds: int) -> str:
    """What needs no Stripe, at a service whose Stripe hangs and at one where nobody asks Stripe."""
    requests = Requests(books, API_KEY, SECRET, bench.seconds)
    with hanging(books, bench.settings(books.app_url), API_KEY, SECRET, bench.keys) as (waiting, buyers):
        measures = {
            "nobody asks Stripe": partial(requests.measure, service),
            "Stripe hangs": partial(requests.measure, waiting),
        }
        samples = alternate(measures, rounds)
    return report.hanging(samples["Stripe hangs"], samples["nobody asks Stripe"], buyers.refusals)


def disk(bench: Bench, orders: int) -> str:
    print(f"  disk: {orders:,} orders", file=sys.stderr, flush=True)
    return report.disk(orders, *bytes_per_order(bench.server, orders))


def overload(bench: Bench, books: Books, service: Target) -> str:
    """So many clients that four times as much is asked for as can be done before they have waited too long."""
    before = bench.webhooks(books, service, 16)
    connections = min(int(4 * before.rate * PATIENCE_SECONDS), getrlimit(RLIMIT_NOFILE)[0] - 100)
    during = bench.overload(books, service, connections)
    seconds = seconds_until_calm(service)
    return report.overload(connections, during, before, seconds, bench.webhooks(books, service, 16))


def seconds_until_calm(service: Target) -> float:
    """How long after an overload the service still works on what nobody waits for any more."""
    ended, used = time.monotonic(), service[1].cpu_seconds()
    while True:
        time.sleep(0.2)
        used, before = service[1].cpu_seconds(), used
        if used - before < 0.03:
            return time.monotonic() - ended


def growth(bench: Bench, sizes: list[Books], rounds: int) -> str:
    """Webhooks at 8 connections, with more and more in the tables."""
    services = {books.filled: bench.service(books) for books in sizes}
    measures = {books.filled: partial(bench.webhooks, books, services[books.filled], 8) for books in sizes}
    return report.growth(alternate(measures, rounds), {books.filled: books.bytes_on_disk for books in sizes})


def _pgbench_script() -> str:
    """sql/queries/receive_event.sql as the application runs it, about another order each time."""
    about = "replace(replace(:{}, :any_order, (:order)::text), :any_session, md5((:order)::text))"
    told = {
        "event_id": "'evt_' || :order",
        "event_type": "'checkout.session.completed'",
        "object_id": "'cs_test_' || md5((:order)::text)",
        "api_version": "'2026-10-28.endive'",
        "livemode": "'false'",
        "account": "''",
        "created": "extract(epoch FROM now())::bigint",
        "source": "'webhook'",
        "payload": about.format("payload"),
        "facts": about.format("facts"),
        "personal": ":personal",
        "quarantine_reason": "''",
    }
    statement = (SQL_DIR / "queries" / "receive_event.sql").read_text()
    statement = "\n".join(line for line in statement.splitlines() if not line.startswith("--"))
    for name, value in told.items():
        statement = statement.replace(f":'{name}'", f"({value})")
    return f"\\set sent :sent + 1\n\\set order :first + :client_id * :each + :sent - 1\n{statement};\n"


if __name__ == "__main__":
    main()
