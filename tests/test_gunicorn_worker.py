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
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from gunicorn.workers.gthread import ThreadWorker

from stripe_svc.gunicorn_worker import Worker
from tests.service import ROOT, Service

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
