"""`make worker`: asks Stripe what events alone cannot tell. Any number of them may run; one is enough.

Requests that serve events never ask Stripe, so that a Stripe that hangs holds up this process and no other.
"""

import logging
import signal
import time

from stripe_svc.database import Database
from stripe_svc.errors import DatabaseBusy
from stripe_svc.logs import configure_logs, log
from stripe_svc.services.refetches import refetch_next
from stripe_svc.settings import Settings, load_settings
from stripe_svc.stripe_api import StripeApi

# At most ten questions a second, each worker. Stripe allows a hundred in live mode and 25 in a sandbox.
BETWEEN_QUESTIONS_SECONDS = 0.1
IDLE_SECONDS = 0.5
AFTER_A_FAILURE_SECONDS = 5.0

_STOP = {signal.SIGTERM, signal.SIGINT}


def main() -> None:
    settings = load_settings(Settings)
    configure_logs(settings.log_level)
    # Blocked, these wait until the pause between two questions, which they end.
    signal.pthread_sigmask(signal.SIG_BLOCK, _STOP)
    database = Database(settings.database_url, size=1)
    database.open()
    stripe = StripeApi(settings.stripe_secret_key, settings.stripe_api_base)
    log("worker.started")
    while signal.sigtimedwait(_STOP, _work(database, stripe, livemode=settings.livemode)) is None:
        pass
    # What was claimed has been answered and noted by now: nothing is cut off.
    database.close()
    log("worker.stopped")


def _work(database: Database, stripe: StripeApi, *, livemode: bool) -> float:
    """Asks one question, if there is one. Returns for how many seconds to pause."""
    began = time.monotonic()
    try:
        if not refetch_next(database, stripe, livemode=livemode):
            return IDLE_SECONDS
    except DatabaseBusy as error:
        log("worker.waits_for_database", logging.WARNING, error=error.detail)
        return AFTER_A_FAILURE_SECONDS
    except Exception as error:  # noqa: BLE001
        # The loop must not die: the question that it fails at waits for its next attempt, the others go on.
        log("worker.crashed", logging.ERROR, error=f"{type(error).__name__}: {error}", exc_info=error)
        return AFTER_A_FAILURE_SECONDS
    return max(0.0, BETWEEN_QUESTIONS_SECONDS - (time.monotonic() - began))


if __name__ == "__main__":
    main()
