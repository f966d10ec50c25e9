"""gunicorn's settings. They come from the same place as ours: the environment and .env (README.md, Settings)."""

from gunicorn.workers.gthread import ThreadWorker

from stripe_svc.app import THREADS
from stripe_svc.settings import Settings, load_settings

_settings = load_settings(Settings)


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn is not typed
    """gthread, but an idle connection cannot hold up a stop for the whole graceful_timeout.

    gunicorn 26.2 sleeps that long before it looks again whether idle connections have timed out.
    """

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
