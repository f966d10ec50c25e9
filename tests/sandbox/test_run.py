"""`make run` and `with-database`: on a bare machine behind a proxy, twice at once, killed at any moment."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
import stripe
import urllib3

from tests.client import Client
from tests.service import ROOT
from tests.stripe_events import event

# Neither programs nor a way through this proxy: what runs must need none.
BARE = {"PATH": "/nonexistent", "WEB_CONCURRENCY": "1", "http_proxy": "http://127.0.0.1:9"}


@pytest.fixture(scope="module")
def clone() -> Iterator[Path]:
    """A copy of what runs, with local data of its own that the tests share, as the runs of a clone do."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder).resolve() / "my clone"
        copy.mkdir()
        for name in ("sandbox", "stripe_svc", "sql"):
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("wsgi.py", "gunicorn.conf.py", "Makefile"):
            shutil.copy(ROOT / name, copy)
        yield copy


@dataclass(frozen=True)
class Run:
    """A started `python -m sandbox`."""

    clone: Path
    process: subprocess.Popen[bytes]
    output: Path

    def said(self) -> str:
        return self.output.read_text()

    def wait_until_it_serves(self) -> None:
        until(lambda: "Ctrl-C stops everything" in self.said() or self.process.poll() is not None)
        assert self.process.poll() is None, self.said()

    def url(self, part: str) -> str:
        """Where the block says that this part is."""
        found = re.search(rf"{part} +(http://\S+)", self.said())
        assert found is not None, self.said()
        return found.group(1)

    def processes(self, *words: str) -> list[int]:
        """The processes of this clone whose command line has all these words: by their folder, or what they are."""
        found = []
        for process in Path("/proc").iterdir():
            try:
                command = (process / "cmdline").read_bytes().decode(errors="replace")
                if (process / "cwd").readlink().is_relative_to(self.clone) or f"\0{self.clone}" in command:
                    found += [int(process.name)] if all(word in command for word in words) else []
            except (OSError, ValueError):
                pass  # gone, or not ours
        return found

    def leaves_nothing(self) -> None:
        until(lambda: not self.processes())


@contextmanager
def running(clone: Path, *command: str, **environment: str) -> Iterator[Run]:
    with tempfile.NamedTemporaryFile() as output:
        process = subprocess.Popen(
            command or [sys.executable, "-m", "sandbox"],
            cwd=clone,
            env={**BARE, **environment},
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        run = Run(clone, process, Path(output.name))
        try:
            yield run
        finally:
            for pid in [*run.processes(), process.pid]:
                if run.process.poll() is None or pid != process.pid:
                    kill(pid)
            process.wait()


def with_database(clone: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sandbox", "with-database", *command],
        cwd=clone,
        env={**BARE, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def kill(pid: int, number: int = signal.SIGKILL) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, number)


def until(condition: Callable[[], object], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def request(method: str, url: str, key: str = "", json: Any = None) -> Any:
    headers = {"Authorization": f"Bearer {key}", "Connection": "close"}
    answer = urllib3.request(method, url, headers=headers, json=json, retries=False, timeout=20)
    assert answer.status < 400, answer.data
    return answer


def shell_settings(clone: Path) -> dict[str, str]:
    """What a shell gets from `. .data/env`."""
    names = ("BASE", "API_KEY", "STRIPE_API_BASE", "STRIPE_SECRET_KEY", "DATABASE_URL")
    script = ". ./.data/env; " + "".join(f'echo "${name}"; ' for name in names)
    lines = subprocess.check_output(["/bin/sh", "-c", script], cwd=clone, env={}, text=True).splitlines()
    return dict(zip(names, lines, strict=True))


def test_with_nothing_configured_a_buyer_can_pay_and_ctrl_c_stops_everything(clone: Path) -> None:
    with running(clone) as run:
        run.wait_until_it_serves()
        settings = shell_settings(clone)
        assert (clone / ".data" / "env").stat().st_mode & 0o777 == 0o600
        assert settings["BASE"] == run.url("The service")
        orders = f"{settings['BASE']}/v1/orders"
        item = {"name": "Tea", "unit_amount": 500, "quantity": 1}
        order = request(
            "POST", orders, settings["API_KEY"], {"mode": "payment", "currency": "eur", "line_items": [item]}
        ).json()
        mine = f"{orders}/{order['id']}"
        checkout = request("POST", f"{mine}/checkout", settings["API_KEY"], {}).json()
        assert checkout["url"].startswith(run.url("The local Stripe"))
        pay = f"{settings['STRIPE_API_BASE']}/_sandbox/sessions/{checkout['session_id']}/pay"
        request("POST", pay, json={"card": "4242424242424242"})
        until(lambda: request("GET", mine, settings["API_KEY"]).json()["status"] == "paid")
        assert request("GET", run.url("The shop")).status == 200

        run.process.send_signal(signal.SIGINT)
        assert run.process.wait(20) == 0, run.said()
        run.leaves_nothing()

    with running(clone) as run:
        run.wait_until_it_serves()
        again = shell_settings(clone)
        assert again["API_KEY"] == settings["API_KEY"]
        assert request("GET", f"{again['BASE']}/v1/orders/{order['id']}", again["API_KEY"]).json()["status"] == "paid"
        run.process.send_signal(signal.SIGHUP)

        def is_gone() -> bool:
            run.process.send_signal(signal.SIGTERM)  # make passes on what it gets: several may come
            return run.process.poll() is not None

        until(is_gone, seconds=20)
        assert run.process.wait(20) == 0, run.said()
        run.leaves_nothing()


def test_a_worker_asks_the_local_stripe_about_a_marked_subscription_and_ends_with_the_rest(clone: Path) -> None:
    with running(clone) as run:
        run.wait_until_it_serves()
        settings = shell_settings(clone)
        at_stripe = subscribe(settings)
        # Two reports of one second that disagree, and neither is what Stripe has.
        secret = json.loads((clone / ".data" / "secrets.json").read_text())["STRIPE_WEBHOOK_SECRET"]
        client = Client(settings["BASE"], settings["API_KEY"], secret)
        second = int(time.time())
        for status in ("past_due", "unpaid"):
            told = event("customer.subscription.updated", at_stripe | {"status": status}, created=second)
            assert client.deliver(told).body["outcome"] == "processed"
        client.close()

        with psycopg.connect(settings["DATABASE_URL"], autocommit=True) as db:

            def settled() -> Any:
                return db.execute(
                    "SELECT status, is_ambiguous FROM stripe_svc.subscriptions WHERE is_fetched AND id = %s",
                    [at_stripe["id"]],
                ).fetchone()

            until(settled)
            assert settled() == ("trialing", False)

        [worker] = run.processes("stripe_svc.worker")
        run.process.send_signal(signal.SIGINT)
        assert run.process.wait(20) == 0, run.said()
        assert "worker.stopped" in (clone / ".data" / "logs" / "worker.log").read_text()
        assert not Path(f"/proc/{worker}").exists()
        run.leaves_nothing()


def subscribe(settings: dict[str, str]) -> dict[str, Any]:
    """A subscription in its trial, as the local Stripe has it."""
    client = stripe.StripeClient(
        settings["STRIPE_SECRET_KEY"], base_addresses={"api": settings["STRIPE_API_BASE"]}, max_network_retries=0
    )
    product = client.v1.products.create({"name": "Tea club"})
    made = client.v1.subscriptions.create(
        {
            "customer": client.v1.customers.create().id,
            "items": [
                {
                    "price_data": {
                        "currency": "eur",
                        "product": product.id,
                        "unit_amount": 1500,
                        "recurring": {"interval": "month"},
                    }
                }
            ],
            "trial_period_days": 7,
        }
    )
    assert made.last_response is not None
    found: dict[str, Any] = json.loads(made.last_response.body)
    return found


def test_kill_9_of_make_leaves_no_process(clone: Path) -> None:
    make = shutil.which("make")
    assert make is not None
    with running(clone, make, "--assume-old=install", f"PY={sys.executable}", "run") as run:
        run.wait_until_it_serves()
        assert run.processes("--parent") != [run.process.pid]
        assert run.processes("stripe_svc.worker")
        run.process.kill()
        run.leaves_nothing()


def test_a_supervisor_that_is_killed_while_it_starts_leaves_no_process(clone: Path) -> None:
    with running(clone) as run:
        until(lambda: run.processes("sandbox.shop"))
        run.process.kill()
        run.leaves_nothing()


def test_a_supervisor_that_is_killed_leaves_no_process_and_the_next_one_runs(clone: Path) -> None:
    for _ in range(2):
        with running(clone) as run:
            run.wait_until_it_serves()
            assert run.processes("stripe_svc.worker")
            run.process.kill()
            run.leaves_nothing()


def test_with_real_settings_the_same_code_runs_and_nothing_local(clone: Path, database_url: str) -> None:
    real = {"STRIPE_SECRET_KEY": "sk_test_real", "STRIPE_WEBHOOK_SECRET": "whsec_real", "DATABASE_URL": database_url}
    with running(clone, **real) as run:
        run.wait_until_it_serves()
        until(lambda: request("GET", f"{run.url('The service')}/readyz").status == 200)
        assert run.processes("stripe_svc.worker")
        assert not run.processes("sandbox.stripe") + run.processes("sandbox.shop") + run.processes("postgres.py")
        run.process.send_signal(signal.SIGINT)
        assert run.process.wait(20) == 0
        run.leaves_nothing()


def test_a_second_ctrl_c_kills_what_does_not_end(clone: Path) -> None:
    with running(clone) as run:
        run.wait_until_it_serves()
        for pid in run.processes("gunicorn"):
            os.kill(pid, signal.SIGSTOP)

        def is_gone() -> bool:
            run.process.send_signal(signal.SIGINT)
            return run.process.poll() is not None

        until(is_gone, seconds=20)
        run.leaves_nothing()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["gunicorn"], "The service"),
        (["stripe_svc.worker"], "The worker"),
        (["sandbox.shop"], "The shop"),
    ],
)
def test_when_a_part_dies_the_rest_stops_and_it_is_named(clone: Path, words: list[str], name: str) -> None:
    with running(clone) as run:
        run.wait_until_it_serves()
        os.kill(min(run.processes(*words)), signal.SIGKILL)
        assert run.process.wait(20) == 1
        assert f"{name} ended" in run.said()
        run.leaves_nothing()


def test_two_runs_at_once_share_their_data_and_have_ports_of_their_own(clone: Path) -> None:
    with running(clone) as one, running(clone) as two:
        one.wait_until_it_serves()
        two.wait_until_it_serves()
        for part in ("The service", "The shop", "The local Stripe"):
            assert one.url(part) != two.url(part)
        assert any("is in use, so" in run.said() for run in (one, two))
        key = shell_settings(clone)["API_KEY"]
        item = {"name": "Tea", "unit_amount": 500, "quantity": 1}
        order = request(
            "POST",
            f"{one.url('The service')}/v1/orders",
            key,
            {"mode": "payment", "currency": "eur", "line_items": [item]},
        ).json()

        one.process.send_signal(signal.SIGINT)
        assert one.process.wait(20) == 0, one.said()
        assert request("GET", f"{two.url('The service')}/v1/orders/{order['id']}", key).status == 200
        two.process.send_signal(signal.SIGTERM)
        assert two.process.wait(20) == 0, two.said()
        two.leaves_nothing()


@pytest.mark.parametrize("setting", ["PORT", "SANDBOX_STRIPE_PORT", "SANDBOX_SHOP_PORT"])
def test_a_port_that_is_set_and_taken_is_an_error_that_names_it(clone: Path, setting: str) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as other,
        running(clone, **{setting: str(other.getsockname()[1])}) as run,
    ):
        assert run.process.wait(30) == 1
        assert f"Set {setting} to another one" in run.said()
        run.leaves_nothing()


@pytest.mark.parametrize(
    ("environment", "complaint"),
    [
        ({"PORT": "8101", "SANDBOX_SHOP_PORT": "8101"}, "Port 8101 is in use"),
        ({"PORT": "eighty"}, "PORT is 'eighty'"),
        ({"STRIPE_SECRET_KEY": "sk_test_real"}, "STRIPE_WEBHOOK_SECRET is missing"),
        ({"API_KEYS": "nameless"}, "API_KEYS: must be"),
        ({"STRIPE_API_BASE": "http://127.0.0.1:1"}, "STRIPE_API_BASE is set without"),
        (
            {
                "STRIPE_SECRET_KEY": "sk_live_real",
                "STRIPE_WEBHOOK_SECRET": "whsec_real",
                "STRIPE_API_BASE": "http://127.0.0.1:1",
            },
            "must be unset with a live key",
        ),
    ],
)
def test_settings_that_cannot_be_used_stop_it_with_the_reason(
    clone: Path, environment: dict[str, str], complaint: str
) -> None:
    with running(clone, **environment) as run:
        assert run.process.wait(30) > 0
        assert complaint in run.said()
        assert "Traceback" not in run.said()
        run.leaves_nothing()


def test_an_empty_variable_does_not_hide_what_env_says(clone: Path) -> None:
    (clone / ".env").write_text("DATABASE_URL='postgresql://elsewhere/one'\n")
    try:
        shown = with_database(clone, "/bin/sh", "-c", 'echo "$DATABASE_URL"', DATABASE_URL="")
        assert shown.stdout == "postgresql://elsewhere/one\n"
        shown = with_database(
            clone, "/bin/sh", "-c", 'echo "$DATABASE_URL"', DATABASE_URL="postgresql://elsewhere/two"
        )
        assert shown.stdout == "postgresql://elsewhere/two\n"
    finally:
        (clone / ".env").unlink()


def test_with_database_runs_a_command_on_the_embedded_database_and_passes_its_status_on(clone: Path) -> None:
    script = 'psql "$DATABASE_URL" -Atc "SELECT current_database()"; exit 7'
    done = with_database(clone, "/bin/sh", "-c", script, PGPORT="5999")
    assert (done.stdout, done.returncode) == ("stripe_svc\n", 7), done.stderr
    assert with_database(clone, "/bin/sh", "-c", "kill -TERM $$").returncode == 128 + signal.SIGTERM
    missing = with_database(clone, "no-such-program")
    assert (missing.returncode, missing.stderr) == (127, "no-such-program: No such file or directory\n")


def test_make_psql_finds_the_services_tables_by_their_names_and_changes_no_setting(clone: Path) -> None:
    make = shutil.which("make")
    assert make is not None
    assert with_database(clone, sys.executable, "-m", "stripe_svc.migrate").returncode == 0
    look = "SELECT count(*) >= 0 FROM orders; SELECT count(*) FROM pg_db_role_setting"

    def psql(**environment: str) -> list[str]:
        shown = subprocess.run(
            [make, "--assume-old=install", f"PY={sys.executable}", "psql"],
            cwd=clone,
            env={**BARE, **environment},
            input=f"\\pset format unaligned\n\\t on\n{look}; SHOW search_path; SHOW lock_timeout;\n",
            capture_output=True,
            text=True,
            check=True,
        )
        return shown.stdout.splitlines()[-4:]

    assert psql() == ["t", "0", "stripe_svc", "0"]
    assert psql(PGOPTIONS="-c lock_timeout=7s") == ["t", "0", "stripe_svc", "7s"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_with_database_leaves_no_process_when_it_is_told_to_end(clone: Path, number: int) -> None:
    command = [sys.executable, "-m", "sandbox", "with-database", "/bin/sleep", "600"]
    with running(clone, *command) as run:
        until(lambda: [pid for pid in run.processes("/bin/sleep") if pid != run.process.pid])
        run.process.send_signal(number)
        run.process.wait(20)
        run.leaves_nothing()
