"""Run the shop: `python -m sandbox.shop --port 8002`.

STRIPE_SVC_URL says where the service is (http://127.0.0.1:8000 when unset), STRIPE_SVC_API_KEY is its key.
"""

import argparse
import logging
import os
import signal
import sys
import threading
from types import FrameType

from werkzeug.serving import make_server

from .app import create_app
from .service import PaymentService

HOST = "127.0.0.1"  # a demo without logins: never anything but this machine


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m sandbox.shop", description="A tiny shop, for trying things.")
    parser.add_argument("--port", default=8002, type=int, help="0 picks a free one (%(default)s)")
    port = parser.parse_args().port
    api_key = os.environ.get("STRIPE_SVC_API_KEY", "").strip()
    if not api_key:
        print("sandbox.shop: STRIPE_SVC_API_KEY is not set", file=sys.stderr)
        return 2
    service = PaymentService(os.environ.get("STRIPE_SVC_URL") or "http://127.0.0.1:8000", api_key)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server(HOST, port, create_app(service), threaded=True)

    def stop(_signal: int, _frame: FrameType | None) -> None:
        # serve_forever runs in this very thread, which may not wait for itself.
        threading.Thread(target=server.shutdown, daemon=True).start()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    print(f"Shop on http://{HOST}:{server.port}", flush=True)
    server.serve_forever(poll_interval=0.1)
    server.server_close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
