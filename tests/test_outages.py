"""The database goes away and comes back; nothing that was acknowledged is lost, and nobody restarts the service."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest
import urllib3

from sandbox import postgres
from stripe_svc import migrate
from tests.client import Client
from tests.races import wait_for
from tests.service import Service
from tests.stripe_events import event, new_session
from tests.test_settlement import COMPLETED

EVENTS = 400
SENDERS = 8


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_a_restart_of_the_database_under_load_loses_nothing(
    tmp_path: Path, server: postgres.Server, mode: str
) -> None:
    # A server of its own: the others' tests go on. fsync on: an immediate stop is a crash.
    with postgres.running(tmp_path / "postgres", bin_dir=server.bin_dir) as own:
        with psycopg.connect(own.url(), autocommit=True) as conn:
            conn.execute("CREATE DATABASE stripe_svc")
        url = own.url("stripe_svc")
        migrate.migrate(url)
        with psycopg.connect(url, autocommit=True) as db:
            events = [event(COMPLETED, new_session(db)) for _ in range(EVENTS)]

        with Service.running(url, workers=2) as service:
            process, workers = service.process.pid, set(service.worker_pids())
            load = Load(service.client(), events)
            with load:
                wait_for(lambda: len(load.acknowledged) > EVENTS // 4, "the load to run")
                own.restart(mode)
            refused = load.refused

            assert service.process.pid == process
            assert set(service.worker_pids()) == workers
            with psycopg.connect(url) as db:
                journal: dict[str, str] = dict(db.execute("SELECT id, status FROM stripe_events").fetchall())
                paid = db.execute("SELECT count(*) FROM orders WHERE status = 'paid'").fetchone()
                history = db.execute("SELECT count(*) FROM order_transitions").fetchone()

    assert load.acknowledged == set(journal) == {sent["id"] for sent in events}
    assert set(journal.values()) == {"processed"}
    assert (paid, history) == ((EVENTS,), (EVENTS,))
    # While it was away, events were turned down with 503: that Stripe sends them again is what keeps them.
    assert refused <= {503}


def test_a_connection_that_died_while_idle_is_replaced_before_it_is_used(
    db: psycopg.Connection, deliver: Callable[[dict[str, Any]], str]
) -> None:
    """After a failover no request is turned down only because the pool still holds the old connections."""
    for _ in range(3):
        assert deliver(event(COMPLETED, new_session(db))) == "processed"
        ended = db.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
            "WHERE datname = current_database() AND application_name = 'stripe-svc'"
        ).fetchall()
        assert ended
        wait_for(lambda: not connections(db), "the connections to end")


def connections(db: psycopg.Connection) -> list[Any]:
    """The service's connections to this database."""
    return db.execute(
        "SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'stripe-svc'"
    ).fetchall()


class Load:
    """Delivers events from several threads, each until it is acknowledged, as Stripe does (if less patiently)."""

    def __init__(self, client: Client, events: list[dict[str, Any]]) -> None:
        self.acknowledged: set[str] = set()
        self.refused: set[int] = set()
        self._client = client
        self._events = list(events)
        self._threads = [threading.Thread(target=self._run) for _ in range(SENDERS)]

    def __enter__(self) -> None:
        for thread in self._threads:
            thread.start()

    def __exit__(self, *_: object) -> None:
        for thread in self._threads:
            thread.join(60)
            assert not thread.is_alive()

    def _run(self) -> None:
        while self._events:
            try:
                sent = self._events.pop()
            except IndexError:
                return
            while sent["id"] not in self.acknowledged:
                try:
                    status = self._client.deliver(sent).status
                except urllib3.exceptions.HTTPError:
                    continue
                if status == 200:
                    self.acknowledged.add(sent["id"])
                else:
                    self.refused.add(status)
