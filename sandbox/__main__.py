"""`python -m sandbox` is `make run`: the service with everything that it needs, on a laptop.

`python -m sandbox with-database COMMAND…` runs a command with DATABASE_URL set, to an embedded server if it was not.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg

from sandbox import postgres
from sandbox.configuration import DATABASE, ROOT, Configuration, complete, given_settings, write_shell_settings
from sandbox.supervisor import Children, Stopped, ends_with, supervised

TURN_SECONDS = 60


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m sandbox")
    parser.add_argument("--data", type=Path, default=ROOT / ".data", help="where everything local is kept")
    parser.add_argument("--parent", type=int, metavar="PID", help="our parent process: stop when it is gone")
    parser.add_argument("command", nargs=argparse.REMAINDER, metavar="with-database COMMAND…")
    arguments = parser.parse_args()
    data = arguments.data.absolute()
    data.mkdir(parents=True, exist_ok=True)
    try:
        if not arguments.command:
            run(data, arguments.parent)
        elif arguments.command[0] == "with-database" and arguments.command[1:]:
            sys.exit(with_database(data, arguments.command[1:]))
        else:
            parser.error("give no command, or: with-database COMMAND…")
    except postgres.PostgresError as error:
        sys.exit(str(error))
    except Stopped:
        print("Stopped.", flush=True)
    except KeyboardInterrupt:
        sys.exit(130)


def run(data: Path, parent: int | None) -> None:
    """Starts everything, says where to click, and stops everything when it is told to or when a part of it ends."""
    given = given_settings()
    # The children are stopped before the database: they are the inner block.
    with ExitStack() as stack, supervised(parent) as children:
        url = stack.enter_context(database(given, data))
        with _turn():
            configuration = complete(given, url, data)
            _prepare(configuration)
            _start(configuration, data, children)
        write_shell_settings(configuration, data)
        print(_where_to_click(configuration, data), flush=True)
        children.watch()


def with_database(data: Path, command: list[str]) -> int:
    """Runs a command and returns its status, as a shell does."""
    given = given_settings()
    with database(given, data) as url:
        environment = {**_with_programs(given), "DATABASE_URL": url}
        # Ctrl-C is the command's: in psql it ends a query, not psql. Other signals are passed on.
        signal.signal(signal.SIGINT, lambda *_: None)
        try:
            process = subprocess.Popen(command, env=environment, preexec_fn=ends_with(os.getpid()))  # noqa: PLW1509
        except OSError as error:
            print(f"{command[0]}: {error.strerror}", file=sys.stderr)
            return 127
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda number, _: process.send_signal(number))
        status = process.wait()
        return status if status >= 0 else 128 - status


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
def _turn() -> Iterator[None]:
    """One at a time on this machine, from the choice of the ports until they are in use.

    The lock is an abstract socket: it is there for all users, it is as far-reaching as the ports are, and the
    kernel takes it back when we die. Whoever has it for too long is not waited for: what we lose is a port.
    """
    with socket.socket(socket.AF_UNIX) as lock:
        deadline = time.monotonic() + TURN_SECONDS
        while time.monotonic() < deadline:
            try:
                lock.bind("\0stripe-svc-start")
                break
            except OSError:
                time.sleep(0.05)
        yield


def _prepare(configuration: Configuration) -> None:
    """Lets the service check its settings, all at once and before anything is changed; then migrates."""
    check = "from stripe_svc.settings import Settings, load_settings; load_settings(Settings)"
    for command in (["-c", check], ["-m", "stripe_svc.migrate"]):
        status = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=configuration.service, check=False
        ).returncode
        if status:
            sys.exit(status)


def _start(configuration: Configuration, data: Path, children: Children) -> None:
    """Starts the service last, so that it is the first to stop."""
    logs = data / "logs"
    logs.mkdir(exist_ok=True)
    service, base = configuration.service, configuration.base
    if configuration.stripe_port:
        children.start(
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
        ).wait_until_it_answers(configuration.stripe_port)
    if configuration.shop_port:
        children.start(
            "The shop",
            [sys.executable, "-m", "sandbox.shop", f"--port={configuration.shop_port}"],
            {
                **os.environ,
                "STRIPE_SVC_URL": base,
                "STRIPE_SVC_API_KEY": service["API_KEYS"].split(",")[0].partition(":")[2],
            },
            ROOT,
            logs / "shop.log",
        ).wait_until_it_answers(configuration.shop_port)
    children.start("The worker", [sys.executable, "-m", "stripe_svc.worker"], service, ROOT, logs / "worker.log")
    children.start(
        "The service", [sys.executable, "-m", "gunicorn", "-c", "gunicorn.conf.py", "wsgi:app"], service, ROOT
    ).wait_until_it_answers(int(service["PORT"]))


def _with_programs(environment: Mapping[str, str]) -> dict[str, str]:
    """With the wheel's psql and pg_dump on PATH, if it is installed; they speak to older servers as well."""
    try:
        programs = str(postgres.embedded_bin_dir())
    except postgres.PostgresError:
        return dict(environment)
    return {**environment, "PATH": os.pathsep.join(filter(None, [programs, environment.get("PATH")]))}


def _where_to_click(configuration: Configuration, data: Path) -> str:
    lines = ["", "stripe-svc is running.", *configuration.notes, ""]
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
