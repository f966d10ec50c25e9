"""Run the local Stripe: `python -m sandbox.stripe --port 8001 --forward-to http://127.0.0.1:8000/webhooks/stripe`.

Secrets come from the environment only: SANDBOX_STRIPE_API_KEY (when unset, any sk_test_ or rk_test_ key will do)
and SANDBOX_STRIPE_WEBHOOK_SECRET (needed with --forward-to).
"""

import argparse
import os
import signal
import sys
import tempfile
import threading
from contextlib import ExitStack
from pathlib import Path
from types import FrameType

from werkzeug.http import http_date
from werkzeug.serving import WSGIRequestHandler, make_server

from . import clock, listeners
from .app import create_app, is_loopback
from .deliveries import Dispatcher, Pace
from .schedule import Sweeper
from .state import State
from .store import Store


class QuietHandler(WSGIRequestHandler):
    timeout = 30

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """No access log: the dashboard shows what happened."""

    def date_time_string(self, timestamp: float | None = None) -> str:
        """Answers carry the time of the local Stripe's own clock."""
        return http_date(clock.now() if timestamp is None else timestamp)

    def connection_dropped(self, error: BaseException, environ: object = None) -> None:
        """Hang up; otherwise the client of a dropped response would wait for one on the open connection."""
        self.close_connection = True


def main() -> int:
    arguments = parsed_arguments()
    secret = os.environ.get("SANDBOX_STRIPE_WEBHOOK_SECRET", "").strip()
    if arguments.forward_to and not secret:
        print("sandbox.stripe: --forward-to needs SANDBOX_STRIPE_WEBHOOK_SECRET", file=sys.stderr)
        return 2
    with ExitStack() as stack:
        path = arguments.data
        if path is None:
            path = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="local-stripe-"))) / "stripe.db"
        store = Store(path)
        stack.callback(store.close)
        app = create_app(State(store, os.environ.get("SANDBOX_STRIPE_API_KEY") or None))
        server = make_server(arguments.host, arguments.port, app, threaded=True, request_handler=QuietHandler)
        stack.callback(server.server_close)
        host = f"[{arguments.host}]" if ":" in arguments.host else arguments.host
        store.base_url = f"http://{host}:{server.port}"
        with store.transaction() as tx:
            listeners.disconnect_all(tx)
        dispatcher = Dispatcher(store, arguments.forward_to, secret, Pace(arguments.speed_up))
        dispatcher.start()
        stack.callback(dispatcher.stop)
        sweeper = Sweeper(store)
        sweeper.start()
        stack.callback(sweeper.stop)

        def stop(_signal: int, _frame: FrameType | None) -> None:
            # serve_forever runs in this very thread, which may not wait for itself.
            threading.Thread(target=server.shutdown, daemon=True).start()

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        print(f"Local Stripe (test) on {store.base_url}", flush=True)
        server.serve_forever(poll_interval=0.1)
    return 0


def parsed_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sandbox.stripe", description="A local Stripe, for tests.")
    parser.add_argument("--host", default="127.0.0.1", type=loopback, help="loopback only (%(default)s)")
    parser.add_argument("--port", default=8001, type=port, help="0 picks a free one (%(default)s)")
    parser.add_argument("--data", type=Path, metavar="FILE.db", help="keep everything here (default: forgotten)")
    parser.add_argument("--forward-to", metavar="URL", help="have a webhook endpoint here that gets every event")
    parser.add_argument(
        "--speed-up",
        default=1,
        type=positive,
        metavar="N",
        help="retry failed deliveries N times as fast, and give them up N times as soon as after three days",
    )
    return parser.parse_args()


def loopback(host: str) -> str:
    if not is_loopback(host):
        raise argparse.ArgumentTypeError(f"{host} is not a loopback address")
    return host


def port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text} is not a port")
    return int(text)


def positive(text: str) -> float:
    number = float(text)
    if not 0 < number < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is not a positive number")
    return number


if __name__ == "__main__":
    sys.exit(main())
