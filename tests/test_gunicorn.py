"""What the service relies on in gunicorn, seen through a running service."""

import importlib.util
import socket
import time
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.service import Service


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
