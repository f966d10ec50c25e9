"""`python -m sandbox` is `make run`: the service with everything that it needs, on a laptop.

`python -m sandbox with-database COMMAND…` runs a command with DATABASE_URL set, to an embedded server if it was not.
"""

import argparse
import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg

from sandbox import postgres
from sandbox.configuration import DATABASE, ROOT, Configuration, complete, given_settings, write_shell_settings
from sandbox.supervisor import Child, Stopped, child, stoppable


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m sandbox")
    parser.add_argument("--data", type=Path, default=ROOT / ".data", help="where everything local is kept")
    parser.add_argument("command", nargs=argparse.REMAINDER, metavar="with-database COMMAND…")
    arguments = parser.parse_args()
    data = arguments.data.absolute()
    data.mkdir(parents=True, exist_ok=True)
    try:
        if not arguments.command:
            run(data)
        elif arguments.command[0] == "with-database" and arguments.command[1:]:
            sys.exit(with_database(data, arguments.command[1:]))
        else:
            parser.error("give no command, or: with-database COMMAND…")
    except postgres.PostgresError as error:
        sys.exit(str(error))


def run(data: Path) -> None:
    """Starts everything, says where to click, and stops everything when it is told to or when a part of it ends."""
    try:
        with stoppable(), ExitStack() as running:
            given = given_settings()
            with _starting():
                url = running.enter_context(database(given, data))
                configuration = complete(given, url, data)
                status = subprocess.run(
                    [sys.executable, "-m", "stripe_svc.migrate"], cwd=ROOT, env=configuration.service, check=False
                ).returncode
                if status:
                    sys.exit(status)
                children = _start(configuration, data, running)
            write_shell_settings(configuration, data)
            print(_where_to_click(configuration, data), flush=True)
            while True:
                for each in children:
                    each.check()
                time.sleep(0.2)
    except Stopped:
        print("Stopped.", flush=True)


def with_database(data: Path, command: list[str]) -> int:
    """Runs a command and returns its status."""
    given = given_settings()
    with database(given, data) as url:
        # Ctrl-C is the command's: in psql it ends a query, not psql.
        signal.signal(signal.SIGINT, lambda *_: None)
        return subprocess.run(command, env={**_with_programs(given), "DATABASE_URL": url}, check=False).returncode


@contextmanager
def database(given: Mapping[str, str], data: Path) -> Iterator[str]:
    """The URL of the database that is configured, or of an embedded server's, which runs for this block."""
    if "DATABASE_URL" in given:
        yield given["DATABASE_URL"]
        return
    with postgres.running(data / "postgres") as server:
        try:
            psycopg.connect(server.url(DATABASE)).close()
        except psycopg.OperationalError:
            # It is not there yet; or somebody who started with us is creating it, and we are the second.
            subprocess.run(
                [server.bin_dir / "createdb", f"--maintenance-db={server.url()}", DATABASE],
                stderr=subprocess.DEVNULL,
                check=False,
            )
            psycopg.connect(server.url(DATABASE)).close()
        yield server.url(DATABASE)


@contextmanager
def _starting() -> Iterator[None]:
    """One at a time from the choice of the ports until they are in use."""
    with Path(f"/tmp/stripe-svc-{os.geteuid()}.lock").open("a") as lock:  # noqa: S108  # it holds nothing
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _start(configuration: Configuration, data: Path, running: ExitStack) -> list[Child]:
    logs = data / "logs"
    logs.mkdir(exist_ok=True)
    service, base = configuration.service, configuration.base
    children = []
    if configuration.stripe_port:
        local_stripe = running.enter_context(
            child(
                "The local Stripe",
                [
                    sys.executable,
                    "-m",
                    "sandbox.stripe",
                    f"--port={configuration.stripe_port}",
                    f"--data={data / 'stripe.db'}",
                    f"--forward-to={base}/webhooks/stripe",
                ],
                {
                    **os.environ,
                    "SANDBOX_STRIPE_API_KEY": service["STRIPE_SECRET_KEY"],
                    "SANDBOX_STRIPE_WEBHOOK_SECRET": service["STRIPE_WEBHOOK_SECRET"].split(",")[0],
                },
                ROOT,
                logs / "stripe.log",
            )
        )
        local_stripe.wait_until_it_answers(f"{service['STRIPE_API_BASE']}/healthz")
        children.append(local_stripe)
    if configuration.shop_port:
        shop = running.enter_context(
            child(
                "The shop",
                [sys.executable, "-m", "sandbox.shop", f"--port={configuration.shop_port}"],
                {
                    **os.environ,
                    "STRIPE_SVC_URL": base,
                    "STRIPE_SVC_API_KEY": service["API_KEYS"].split(",")[0].partition(":")[2],
                },
                ROOT,
                logs / "shop.log",
            )
        )
        shop.wait_until_it_answers(f"http://127.0.0.1:{configuration.shop_port}/healthz")
        children.append(shop)
    gunicorn = running.enter_context(
        child("gunicorn", [sys.executable, "-m", "gunicorn", "-c", "gunicorn.conf.py", "wsgi:app"], service, ROOT)
    )
    gunicorn.wait_until_it_answers(f"{base}/healthz")
    return [gunicorn, *children]


def _with_programs(environment: Mapping[str, str]) -> dict[str, str]:
    """With the wheel's psql and pg_dump on PATH, if it is installed; they speak to older servers as well."""
    try:
        programs = str(postgres.embedded_bin_dir())
    except postgres.PostgresError:
        return dict(environment)
    return {**environment, "PATH": os.pathsep.join(filter(None, [programs, environment.get("PATH")]))}


def _where_to_click(configuration: Configuration, data: Path) -> str:
    lines = ["", "stripe-svc is running.", ""]
    if configuration.shop_port:
        lines += [
            f"  The shop          http://127.0.0.1:{configuration.shop_port}    buy with card 4242 4242 4242 4242",
            f"  The local Stripe  http://127.0.0.1:{configuration.stripe_port}    what it stored and what it sent",
        ]
    shown = data.relative_to(Path.cwd()) if data.is_relative_to(Path.cwd()) else data
    lines += [
        f"  The service       {configuration.base}    logs here; the others in {shown}/logs",
        f"  With curl         . {shown}/env    then the lines of README.md",
        "",
        "Ctrl-C stops everything.",
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
