"""gunicorn's settings. They come from the same place as ours: the environment and .env (README.md, Settings)."""

import time
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

from stripe_svc.app import THREADS
from stripe_svc.routes.overload import waited_seconds
from stripe_svc.settings import Settings, load_settings

_settings = load_settings(Settings)


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn is not typed
    """gthread, but requests know how long they waited for a thread, and idle connections do not hold up a stop."""

    def enqueue_req(self, conn: Any) -> None:
        conn.queued_at = time.monotonic()
        super().enqueue_req(conn)

    def handle(self, conn: Any) -> Any:
        waited_seconds.set(time.monotonic() - conn.queued_at)
        return super().handle(conn)

    # gunicorn 26.2 sleeps for the whole graceful_timeout before it looks again whether idle connections timed out.
    def wait_for_and_dispatch_events(self, timeout: float) -> None:
        super().wait_for_and_dispatch_events(min(timeout, 0.5))


# nginx stands before it, on the same host.
bind = f"127.0.0.1:{_settings.port}"
workers = _settings.web_concurrency
worker_class = Worker
threads = THREADS
# A worker whose main loop is silent for this long is replaced. Requests have bounds of their own: see database.py
# and stripe_api.py.
timeout = 90
graceful_timeout = 30
# A stop waits this long for idle connections.
keepalive = 2
control_socket_disable = True
