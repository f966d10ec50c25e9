"""gunicorn's settings. They come from the same place as ours: the environment and .env (README.md, Settings)."""

from stripe_svc.app import THREADS
from stripe_svc.settings import Settings, load_settings

_settings = load_settings(Settings)

# nginx stands before it, on the same host.
bind = f"127.0.0.1:{_settings.port}"
workers = _settings.web_concurrency
worker_class = "gthread"
threads = THREADS
# Longer than any statement or call to Stripe may take, so that a worker is never killed over one.
timeout = 90
graceful_timeout = 30
# Stripe keeps connections open; so does nginx.
keepalive = 75
control_socket_disable = True
