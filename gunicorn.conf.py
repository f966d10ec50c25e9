"""gunicorn's settings. They come from the same place as ours: the environment and .env (README.md, Settings)."""

import socket
import sys
from typing import Any

from gunicorn.workers.gthread import _DEFER, ThreadWorker

from stripe_svc.app import THREADS
from stripe_svc.routes.overload import waited_seconds
from stripe_svc.settings import Settings, load_settings

_settings = load_settings(Settings)


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn is not typed
    """gthread, but what waits for a thread waits where each worker can take it, and knows for how long it did."""

    busy = 0

    def enqueue_req(self, conn: Any) -> None:
        self.busy += 1
        super().enqueue_req(conn)
        self.set_accept_enabled(self._accepting)

    def finish_request(self, conn: Any, future: Any) -> None:
        self.busy -= 1
        super().finish_request(conn, future)

    def set_accept_enabled(self, enabled: bool) -> None:
        super().set_accept_enabled(enabled and self.busy < self.cfg.threads)

    def handle(self, conn: Any) -> Any:
        if not conn.initialized and not conn.wait_for_data(0):
            return _DEFER  # a silent client takes no thread; gunicorn would give it one for five seconds
        waited_seconds.set(_seconds_since_data_came(conn.sock))
        return super().handle(conn)


def _seconds_since_data_came(connection: socket.socket) -> float:
    """By the kernel, tcpi_last_data_recv of linux/tcp.h: in the listener's queue nobody else has looked at it."""
    if not hasattr(socket, "TCP_INFO"):
        return 0.0  # not Linux: nothing is ever late
    info = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 56)
    return int.from_bytes(info[52:56], sys.byteorder) / 1000


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
