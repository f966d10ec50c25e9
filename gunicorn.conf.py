"""gunicorn's settings. They come from the same place as ours: the environment and .env (README.md, Settings).

This file runs in the master process. What it imports stays there through a reload (HUP), so it imports little.
"""

from stripe_svc.settings import THREADS, Settings, load_settings

_settings = load_settings(Settings)

# nginx stands before it, on the same host.
bind = f"127.0.0.1:{_settings.port}"
workers = _settings.web_concurrency
worker_class = "stripe_svc.gunicorn_worker.Worker"
threads = THREADS
# A worker whose main loop is silent for this long is replaced. Requests have bounds of their own: see database.py
# and stripe_api.py.
timeout = 90
graceful_timeout = 30
# A stop waits this long for idle connections.
keepalive = 2
control_socket_disable = True
