"""What the service relies on in gunicorn: the parts that it changes, and what a running service shows of them.

Who gets a thread, and who waits where, is in test_overload.py.
"""

import importlib.util
import inspect
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from gunicorn.workers.gthread import ThreadWorker

from stripe_svc.gunicorn_worker import Worker
from stripe_svc.settings import THREADS
from tests.service import ROOT, Service
from tests.test_overload import SLOW_APP, keep_busy

# Builds what runs in the master process, up to the point where it would start the workers.
MASTER = """
import sys
from gunicorn.app.wsgiapp import WSGIApplication
from gunicorn.arbiter import Arbiter
sys.argv = ["gunicorn", "-c", "gunicorn.conf.py", "wsgi:app"]
print(Arbiter(WSGIApplication()).worker_class)
print(*sorted(name for name in sys.modules if name.startswith("stripe_svc.")))
"""


def parameters(function: Callable[..., object]) -> list[str]:
    return list(inspect.signature(function).parameters)


def test_each_method_that_the_worker_overrides_is_still_gunicorns() -> None:
    overridden = [name for name, value in vars(Worker).items() if inspect.isfunction(value) and name[0] != "_"]

    assert overridden
    for name in overridden:
        assert parameters(getattr(Worker, name)) == parameters(getattr(ThreadWorker, name)), name
    for name in vars(Worker):
        assert name.startswith("__") or name in overridden or not hasattr(ThreadWorker, name), f"{name} is gunicorn's"


@pytest.mark.parametrize(
    ("method", "lines"),
    [
        # Whatever has come goes through enqueue_req(), on the main thread, and back through the method queue.
        (ThreadWorker.accept, ["self.nr_conns += 1", "self.enqueue_req(conn)"]),
        (ThreadWorker.on_client_socket_readable, ["self.enqueue_req(conn)"]),
        (ThreadWorker.on_pending_socket_readable, ["self.enqueue_req(conn)"]),
        (ThreadWorker.init_process, ["self.tpool = self.get_thread_pool()", "self.poller ="]),
        # What is deferred is watched, and closed after `keepalive` seconds; what is over is closed and counted.
        (
            ThreadWorker.finish_request,
            ["if result is _DEFER", "self.pending_conns.append(conn)", "self.nr_conns -= 1"],
        ),
        (ThreadWorker.murder_pending, ["self.nr_conns -= 1", "conn.close()"]),
        # A thread does not wait for data that is there.
        (ThreadWorker.handle, ["if not conn.initialized and not conn.data_ready:", "return False"]),
        # A stop waits for all connections that are counted.
        (ThreadWorker.run, ["while self.nr_conns > 0:"]),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_gunicorn_does_what_the_worker_relies_on(method: Callable[..., object], lines: list[str]) -> None:
    """Read the method again when this fails, and then stripe_svc/gunicorn_worker.py."""
    source = inspect.getsource(method)

    assert [line for line in lines if line not in source] == []


def test_the_master_loads_nothing_of_the_service_but_settings_and_worker() -> None:
    """What it loads, a reload (HUP) keeps: workers of the new release would run code of the old one."""
    settings = {
        "DATABASE_URL": "postgresql://nobody@127.0.0.1:9/nothing",
        "STRIPE_SECRET_KEY": "sk_test_tests",
        "STRIPE_WEBHOOK_SECRET": "whsec_tests",
        "API_KEYS": "tests:key",
        "PUBLIC_URL": "http://127.0.0.1:8000",
    }
    ran = subprocess.run(
        [sys.executable, "-c", MASTER],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **settings},
        capture_output=True,
        text=True,
        check=True,
    )

    assert ran.stdout.splitlines() == [
        "<class 'stripe_svc.gunicorn_worker.Worker'>",
        "stripe_svc.gunicorn_worker stripe_svc.settings",
    ]


def connect(service: Service) -> socket.socket:
    address = urlsplit(service.base)
    return socket.create_connection((address.hostname, address.port), timeout=30)


@pytest.mark.skipif(not importlib.util.find_spec("gunicorn_h1c"), reason="it was installed without a compiler")
def test_workers_parse_requests_in_c(app_url: str) -> None:
    with Service.running(app_url) as service:
        service.client().get("/healthz")
        [worker] = service.worker_pids()

        assert "gunicorn_h1c" in Path(f"/proc/{worker}/maps").read_text()


def test_a_stop_does_not_wait_for_idle_connections(app_url: str) -> None:
    """It waits `keepalive` seconds for them; graceful_timeout is for requests."""
    with Service.running(app_url, workers=2) as service, ExitStack() as stack:
        for _ in range(4):
            stack.enter_context(connect(service))  # silent from the start
            kept = stack.enter_context(connect(service))
            kept.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
            assert kept.recv(4096).startswith(b"HTTP/1.1 200")
        began = time.monotonic()
        service.process.terminate()
        service.process.wait(20)

        assert time.monotonic() - began < 5


def test_a_client_that_does_not_close_keeps_nobody_waiting(app_url: str) -> None:
    with Service.running(app_url) as service, ExitStack() as stack:
        for _ in range(3):
            asked = stack.enter_context(connect(service))
            asked.sendall(b"GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            assert asked.recv(4096).startswith(b"HTTP/1.1 404")
        began = time.monotonic()
        assert service.client().get("/healthz").status == 200

        assert time.monotonic() - began < 1


def test_a_stop_serves_those_who_wait_for_a_thread(app_url: str) -> None:
    with (
        Service.running(app_url, workers=2, application=SLOW_APP) as service,
        ThreadPoolExecutor(5 * THREADS) as pool,
    ):
        asked = keep_busy(pool, service, 5 * THREADS, 0.5)
        time.sleep(0.3)  # until all are there
        service.process.terminate()

        assert [future.result() for future in asked] == [200] * len(asked)
