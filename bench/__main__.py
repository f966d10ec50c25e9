"""`make bench`: how fast the service is, next to what PostgreSQL and Flask leave room for.

Every figure is the median of rounds that alternate between all that is compared, in one run on one machine: read the
ratios, not the rates. PostgreSQL runs with fsync on; the load generator shares the machine's cores. A rate whose events
are not all in the books ends the run.
"""

import argparse
import shutil
import sys
from collections.abc import Callable
from contextlib import ExitStack
from itertools import count
from pathlib import Path

from bench import report, traffic
from bench.books import FIRST_FILLED, Books, running_server
from bench.load import BenchError, Processes, Sample, run_pgbench, run_wrk, serving
from stripe_svc.queries import SQL_DIR

DATA = Path(__file__).parent.parent / ".data" / "bench"
SECRET, API_KEY = "whsec_bench", "bench-key"
CONNECTIONS = (1, 8, 16)
# The most that is prepared for a second of one round.
PER_SECOND = 3_000


class Bench:
    """One server, one load generator, and what runs between them."""

    def __init__(self, stack: ExitStack, seconds: int) -> None:
        self.stack, self.seconds = stack, seconds
        self.server, self.server_processes = stack.enter_context(running_server(DATA))
        self.keys = count(1)
        self.floor = self._serving("bench.floor:app", {})

    def service(self, books: Books) -> tuple[str, Processes]:
        return self._serving("wsgi:app", {"DATABASE_URL": books.app_url})

    def webhooks(self, books: Books, service: tuple[str, Processes], connections: int) -> Sample:
        """Distinct events of distinct orders. Leaves what it sent for duplicates()."""
        orders = books.open_orders(PER_SECOND * self.seconds)
        traffic.write_requests(DATA / "webhooks", traffic.webhooks(orders, SECRET))
        sample = self._wrk(service, "webhooks", connections)
        books.check(orders, sample, connections)
        traffic.write_requests(DATA / "duplicates", traffic.webhooks(orders[: sample.answers], SECRET))
        return sample

    def duplicates(self, service: tuple[str, Processes], connections: int) -> Sample:
        """What webhooks() sent last, again and again."""
        return self._wrk(service, "duplicates", connections, again=True)

    def function(self, books: Books, connections: int) -> Sample:
        """The statement that the service runs, with the same payload, from pgbench: the limit."""
        each = PER_SECOND * self.seconds * 2 // connections
        orders = books.open_orders(each * connections)
        payload = traffic.checkout_completed()
        script = DATA / "receive_event.pgbench"
        script.write_text(_pgbench_script())
        sample = run_pgbench(
            books.app_url,
            script,
            {"sent": "0", "first": str(orders.start), "each": str(each)}
            | {"payload": payload, "facts": traffic.facts(payload), "any_order": traffic.ANY_ORDER},
            connections=connections,
            seconds=self.seconds,
            server=self.server_processes,
        )
        books.check(orders, sample, connections)
        return sample

    def verified_only(self, connections: int) -> Sample:
        return self._wrk(self.floor, "duplicates", connections, again=True)

    def one_order(self, books: Books, service: tuple[str, Processes], connections: int) -> Sample:
        """Different events, all about one order."""
        orders = books.open_orders(PER_SECOND * self.seconds)
        requests = traffic.webhooks_about(orders.start, orders, SECRET)
        traffic.write_requests(DATA / "one_order", requests)
        return self._wrk(service, "one_order", connections)

    def new_orders(self, service: tuple[str, Processes], connections: int) -> Sample:
        keys = [next(self.keys) for _ in range(PER_SECOND * self.seconds)]
        traffic.write_requests(DATA / "new_orders", traffic.new_orders(keys, API_KEY))
        return self._wrk(service, "new_orders", connections)

    def look_ups(self, service: tuple[str, Processes], connections: int, path: str, ids: range) -> Sample:
        traffic.write_requests(DATA / "look_ups", traffic.look_ups((path.format(i) for i in ids), API_KEY))
        return self._wrk(service, "look_ups", connections, again=True)

    def _wrk(self, target: tuple[str, Processes], file: str, connections: int, *, again: bool = False) -> Sample:
        url, processes = target
        return run_wrk(
            url,
            DATA / file,
            connections=connections,
            seconds=self.seconds,
            again=again,
            service=processes,
            server=self.server_processes,
        )

    def _serving(self, application: str, environment: dict[str, str]) -> tuple[str, Processes]:
        settings = {
            "DATABASE_URL": self.server.url(),
            "STRIPE_SECRET_KEY": "sk_test_bench",
            "STRIPE_WEBHOOK_SECRET": SECRET,
            "API_KEYS": f"bench:{API_KEY}",
            "PUBLIC_URL": "http://127.0.0.1",
        }
        return self.stack.enter_context(serving(application, settings | environment))


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench ARGS=...", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often everything is measured (%(default)s)")
    parser.add_argument("--seconds", type=int, default=4, help="for how long each time (%(default)s)")
    parser.add_argument("--filled", type=int, default=100_000, help="paid orders in the tables (%(default)s)")
    parser.add_argument("--write", action="store_true", help="write bench/results.md")
    options = parser.parse_args()
    if not shutil.which("wrk"):
        raise BenchError("make bench needs wrk, a load generator: apt-get install wrk (or brew install wrk).")

    with ExitStack() as stack:
        bench = Bench(stack, options.seconds)
        books = Books(bench.server, options.filled)
        service = bench.service(books)
        samples: dict[tuple[str, int], list[Sample]] = {}
        for round_ in range(options.rounds):
            for (what, connections), measure in comparisons(bench, books, service).items():
                print(f"  round {round_ + 1} of {options.rounds}: {what}, {connections}", file=sys.stderr, flush=True)
                samples.setdefault((what, connections), []).append(measure())
        print(report.table(samples))


def comparisons(
    bench: Bench, books: Books, service: tuple[str, Processes]
) -> dict[tuple[str, int], Callable[[], Sample]]:
    """What is measured, in the order in which a round measures it."""
    some = range(FIRST_FILLED, FIRST_FILLED + min(books.filled, 2_000))
    measures: dict[tuple[str, int], Callable[[], Sample]] = {}
    for c in CONNECTIONS:
        measures |= {
            ("function alone", c): lambda c=c: bench.function(books, c),
            ("webhooks", c): lambda c=c: bench.webhooks(books, service, c),
            ("duplicates", c): lambda c=c: bench.duplicates(service, c),
            ("signature only", c): lambda c=c: bench.verified_only(c),
        }
    return measures | {
        ("one order", 64): lambda: bench.one_order(books, service, 64),
        ("POST /v1/orders", 8): lambda: bench.new_orders(service, 8),
        ("GET /v1/orders/{id}", 8): lambda: bench.look_ups(service, 8, "/v1/orders/{}", some),
        ("GET access", 8): lambda: bench.look_ups(
            service, 8, "/v1/customers/customer-{}/access", range(some.start // 3 + 1, some.stop // 3)
        ),
        ("constant view", 8): lambda: bench.look_ups(bench.floor, 8, "/v1/orders/{}", some),
    }


def _pgbench_script() -> str:
    """sql/queries/receive_event.sql as the application runs it, about another order each time."""
    told = {
        "event_id": "'evt_' || :order",
        "event_type": "'checkout.session.completed'",
        "object_id": "'cs_test_' || :order",
        "api_version": "'2026-10-28.endive'",
        "livemode": "'false'",
        "account": "''",
        "created": "extract(epoch FROM now())::bigint",
        "source": "'webhook'",
        "payload": "replace(:payload, :any_order, (:order)::text)",
        "facts": "replace(:facts, :any_order, (:order)::text)",
        "quarantine_reason": "''",
    }
    statement = (SQL_DIR / "queries" / "receive_event.sql").read_text()
    statement = "\n".join(line for line in statement.splitlines() if not line.startswith("--"))
    for name, value in told.items():
        statement = statement.replace(f":'{name}'", f"({value})")
    return f"\\set sent :sent + 1\n\\set order :first + :client_id * :each + :sent - 1\n{statement};\n"


if __name__ == "__main__":
    main()
