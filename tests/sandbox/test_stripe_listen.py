"""`stripe listen` and `stripe events resend` of Stripe's own CLI (npm: @stripe/cli 1.52.0) against the local Stripe.

STRIPE_CLI names the program; without it, it is looked for on PATH.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import stripe

from tests.sandbox.stripe_process import CARD_GOOD, PAID, LocalStripe, Receiver, running, until

CLI = os.environ.get("STRIPE_CLI") or shutil.which("stripe")
KEY = "sk_test_123456789012345"

pytestmark = pytest.mark.skipif(CLI is None, reason="Stripe's CLI is not installed (npm: @stripe/cli)")


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    one = Receiver()
    yield one
    one.close()


class Listening:
    """A running `stripe listen`, and the secret that it shows."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        assert process.stderr is not None
        shown = ""
        while (found := re.search(r"whsec_\w+", shown)) is None:
            line = process.stderr.readline()
            assert line, f"stripe listen ended: {shown}"
            shown += line
        self.secret = found.group()

    def verify(self, receiver: Receiver) -> None:
        """With the SDK, as a program that was given the secret does."""
        for each in receiver.received:
            stripe.WebhookSignature.verify_header(
                each.body, each.headers["Stripe-Signature"], self.secret, tolerance=300
            )


def command(local: LocalStripe, home: Path, *arguments: str) -> tuple[list[str], dict[str, str]]:
    """How to run the CLI, which keeps its configuration in its home."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "STRIPE_CLI_TELEMETRY_OPTOUT": "1"}
    return [str(CLI), *arguments, "--api-base", local.url, "--api-key", KEY], environment


@contextmanager
def listening(local: LocalStripe, home: Path, *arguments: str) -> Iterator[Listening]:
    started, environment = command(
        local, home, "listen", "--no-wss", "--skip-update", "--device-name", "laptop", *arguments
    )
    with subprocess.Popen(
        started,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        process_group=0,  # npm's shim starts the program itself: both are to end
    ) as process:
        try:
            yield Listening(process)
        finally:
            os.killpg(process.pid, 15)


def resend(local: LocalStripe, home: Path, event_id: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    started, environment = command(local, home, "events", "resend", event_id, *arguments)
    return subprocess.run(started, env=environment, capture_output=True, text=True, timeout=30, check=False)


def pay(local: LocalStripe) -> str:
    session_id = str(local.new_session().id)
    local.submit(session_id, card=CARD_GOOD)
    return session_id


def pending(local: LocalStripe) -> list[stripe.Event]:
    return local.client.v1.events.list({"delivery_success": False}).data


def test_what_happens_while_it_listens_is_forwarded_and_verifies(receiver: Receiver, tmp_path: Path) -> None:
    with running() as local:
        pay(local)
        with listening(local, tmp_path, "--all-snapshot", "--forward-to", receiver.url) as cli:
            session_id = pay(local)
            until(lambda: sorted(receiver.types()) == sorted(PAID))
            cli.verify(receiver)
            (completed,) = receiver.of_type("checkout.session.completed")
            assert completed.event["data"]["object"]["id"] == session_id
            assert completed.headers["User-Agent"].startswith("Stripe/1.0")
            until(lambda: "seen" in local.page(f"/events/{completed.event['id']}"))
            shown = local.page(f"/events/{completed.event['id']}")
            assert "<strong>200</strong>" in shown
            assert "Acknowledged by stripe listen." in shown
            until(lambda: not pending(local))


def test_a_refused_event_is_not_tried_again(receiver: Receiver, tmp_path: Path) -> None:
    with running() as local, listening(local, tmp_path, "--all-snapshot", "--forward-to", receiver.url):
        receiver.statuses = [500]
        local.client.v1.products.create({"name": "Tea"})
        (event,) = local.client.v1.events.list().data
        until(lambda: "<strong>500</strong>" in local.page(f"/events/{event.id}"))
        local.client.v1.products.create({"name": "Coffee"})
        until(lambda: [(each.id, each.pending_webhooks) for each in pending(local)] == [(event.id, 1)])
        assert len(receiver.received) == 2


def test_only_the_events_that_it_was_asked_for_are_forwarded(receiver: Receiver, tmp_path: Path) -> None:
    events = ("--events", "checkout.session.completed")
    with running() as local, listening(local, tmp_path, *events, "--forward-to", receiver.url):
        pay(local)
        until(lambda: receiver.types() == ["checkout.session.completed"])
        until(lambda: not pending(local))


def test_the_latest_api_version_can_be_asked_for(receiver: Receiver, tmp_path: Path) -> None:
    latest = ("--all-snapshot", "--latest", "--forward-to", receiver.url)
    with running() as local, listening(local, tmp_path, *latest) as cli:
        pay(local)
        until(lambda: sorted(receiver.types()) == sorted(PAID))
        cli.verify(receiver)


def test_it_takes_the_paths_of_the_endpoints_that_are_configured(receiver: Receiver, tmp_path: Path) -> None:
    configured = (
        "--all-snapshot",
        "--use-configured-webhooks",
        "--forward-to",
        receiver.url.removesuffix("/webhooks"),
    )
    with running() as local:
        local.client.v1.webhook_endpoints.create(
            {"url": "http://127.0.0.1:9/webhooks/stripe", "enabled_events": ["checkout.session.completed"]}
        )
        with listening(local, tmp_path, *configured) as cli:
            pay(local)
            until(lambda: receiver.types() == ["checkout.session.completed"])
            cli.verify(receiver)


@pytest.mark.parametrize("arguments", [("listen", "--all-thin"), ("logs", "tail")])
def test_what_there_is_not_says_so(arguments: tuple[str, ...], tmp_path: Path) -> None:
    with running() as local:
        started, environment = command(local, tmp_path, *arguments, "--no-wss")
        done = subprocess.run(started, env=environment, capture_output=True, text=True, timeout=30, check=False)
        assert done.returncode != 0
        assert "neither thin events nor logs" in done.stdout + done.stderr


def test_the_secret_of_a_device_stays_the_same(receiver: Receiver, tmp_path: Path) -> None:
    data = str(tmp_path / "stripe.db")
    with running("--data", data) as local, listening(local, tmp_path, "--all-snapshot") as cli:
        before = cli.secret
    with running("--data", data) as local:
        with listening(local, tmp_path, "--all-snapshot", "--forward-to", receiver.url) as cli:
            assert cli.secret == before
            local.client.v1.products.create({"name": "Tea"})
            until(lambda: receiver.types() == ["product.created"])
            cli.verify(receiver)
        printed, environment = command(local, tmp_path, "listen", "--print-secret", "--device-name", "laptop")
        assert subprocess.check_output(printed, env=environment, text=True, timeout=30).strip() == before


def test_nothing_waits_for_one_that_no_longer_listens(receiver: Receiver, tmp_path: Path) -> None:
    with running() as local:
        with listening(local, tmp_path, "--all-snapshot", "--forward-to", receiver.url):
            assert "listening</span>" in local.page("/")
        until(lambda: "listening</span>" not in local.page("/"))
        product = local.client.v1.products.create({"name": "Tea"}).id
        (event,) = local.client.v1.events.list().data
        assert (event.data.object["id"], event.pending_webhooks) == (product, 0)
        assert not pending(local)


def test_an_event_is_resent_to_who_listens(receiver: Receiver, tmp_path: Path) -> None:
    with running() as local:
        pay(local)
        (event,) = local.client.v1.events.list({"type": "checkout.session.completed"}).data
        with listening(local, tmp_path, "--all-snapshot", "--forward-to", receiver.url) as cli:
            done = resend(local, tmp_path, event.id)
            assert (done.returncode, event.id in done.stdout) == (0, True), done.stderr
            until(lambda: [each.event["id"] for each in receiver.received] == [event.id])
            until(lambda: not pending(local))
            assert resend(local, tmp_path, event.id).returncode == 0
            until(lambda: [each.event["id"] for each in receiver.received] == [event.id] * 2)
            until(lambda: not pending(local))
            cli.verify(receiver)


def test_an_event_is_resent_to_one_endpoint(receiver: Receiver, tmp_path: Path) -> None:
    other = Receiver()
    with running() as local:
        pay(local)
        wanted = local.client.v1.webhook_endpoints.create({"url": receiver.url, "enabled_events": ["*"]})
        local.client.v1.webhook_endpoints.create({"url": other.url, "enabled_events": ["*"]})
        (event,) = local.client.v1.events.list({"type": "checkout.session.completed"}).data
        assert resend(local, tmp_path, event.id, "--webhook-endpoint", wanted.id).returncode == 0
        until(lambda: [each.event["id"] for each in receiver.received] == [event.id])
        assert other.received == []
        refused = resend(local, tmp_path, event.id, "--webhook-endpoint", "we_gone")
        assert "No such webhook endpoint" in refused.stdout + refused.stderr
    other.close()
