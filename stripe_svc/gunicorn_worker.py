"""gunicorn's gthread worker, changed where its private parts decide who gets a thread.

gunicorn loads this into its master process, where it stays until a restart: it imports nothing of the service.
tests/test_gunicorn_worker.py fails if a new gunicorn changes what this relies on.
"""

from typing import Any

from gunicorn.workers.gthread import _DEFER, ThreadWorker


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn is not typed
    """A request that waits for a thread waits in the listener's queue, where each worker can take it."""

    busy = 0

    def enqueue_req(self, conn: Any) -> None:
        self.busy += 1
        super().enqueue_req(conn)
        self.set_accept_enabled(self._accepting)

    def finish_request(self, conn: Any, fs: Any) -> None:
        self.busy -= 1
        super().finish_request(conn, fs)

    def set_accept_enabled(self, enabled: bool) -> None:
        super().set_accept_enabled(enabled and self.busy < self.cfg.threads)

    def handle(self, conn: Any) -> Any:
        if not conn.initialized and not conn.wait_for_data(0):
            return _DEFER  # a silent client takes no thread; gunicorn would give it one for five seconds
        return super().handle(conn)
