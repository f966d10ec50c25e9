"""The service under gunicorn, as in production, on a free port; its log in a file."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import urllib3

from tests.client import Client

ROOT = Path(__file__).resolve().parent.parent
API_KEY = "test-key"


@dataclass(frozen=True)
class Service:
    """A running service."""

    base: str
    webhook_secret: str
    process: subprocess.Popen[bytes]
    log: Path
    clients: list[Client] = field(default_factory=list)

    @classmethod
    @contextmanager
    def running(
        cls,
        database_url: str,
        *,
        stripe_api_base: str = "http://127.0.0.1:9",
        webhook_secret: str | None = None,
        workers: int = 1,
        port: int | None = None,
        ready_path: str = "/readyz",
        application: str = "wsgi:app",
    ) -> Iterator["Service"]:
        """Starts it, waits until it answers, and stops it at the end."""
        port = port or free_port()
        secret = webhook_secret or f"whsec_{secrets.token_hex(16)}"
        environment = {
            "PATH": os.environ["PATH"],
            "DATABASE_URL": database_url,
            "STRIPE_SECRET_KEY": "sk_test_tests",
            "STRIPE_WEBHOOK_SECRET": secret,
            "STRIPE_API_BASE": stripe_api_base,
            "API_KEYS": f"tests:{API_KEY}",
            "PUBLIC_URL": f"http://127.0.0.1:{port}",
            "PORT": str(port),
            "WEB_CONCURRENCY": str(workers),
        }
        with tempfile.NamedTemporaryFile(prefix="stripe-svc-", suffix=".log") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "gunicorn", "-c", "gunicorn.conf.py", application],
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=log,
            )
            service = cls(f"http://127.0.0.1:{port}", secret, process, Path(log.name))
            try:
                service.wait_until_ready(ready_path)
                while len(service.worker_pids()) < workers:
                    time.sleep(0.01)
                yield service
            finally:
                for client in service.clients:
                    client.close()
                service.stop()

    def client(self) -> Client:
        """An app that has a key; Stripe that has the secret."""
        self.clients.append(Client(self.base, API_KEY, self.webhook_secret))
        return self.clients[-1]

    def stop(self) -> None:
        """Asks it to end; makes it end if a worker missed that because it was just being started."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill_workers()
            self.process.wait(30)

    def worker_pids(self) -> list[int]:
        """The processes that serve requests."""
        pid = self.process.pid
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def kill_workers(self) -> None:
        """kill -9, in the middle of whatever they do. gunicorn starts new ones."""
        for pid in self.worker_pids():
            os.kill(pid, signal.SIGKILL)

    def wait_until_ready(self, path: str = "/readyz") -> None:
        try:
            wait_until_it_answers(self.base + path, lambda: self.process.poll() is None)
        except TimeoutError:
            raise RuntimeError(f"the service did not come up:\n{self.log.read_text()}") from None


def wait_until_it_answers(url: str, lives: Callable[[], bool] = lambda: True) -> None:
    """Returns once `url` answers 200. Raises TimeoutError, early if whoever should answer is gone."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and lives():
        try:
            # gunicorn waits for idle connections when it stops: this one is to be none.
            if urllib3.request("GET", url, headers={"Connection": "close"}, retries=False, timeout=5).status == 200:
                return
        except urllib3.exceptions.HTTPError:
            pass
        time.sleep(0.02)
    raise TimeoutError(url)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
