"""The service with one route more, which keeps a thread busy: `/slow/<seconds>`."""

import time

from stripe_svc.app import create_app

app = create_app()


@app.get("/slow/<float:seconds>")
def slow(seconds: float) -> str:
    time.sleep(seconds)
    return "done"
