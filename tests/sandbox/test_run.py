"""`make run`, as a newcomer starts it and as people end it: politely, rudely, twice at once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import urllib3

from tests.races import wait_for
from tests.service import ROOT, free_port


class Run:
    """A `python -m sandbox` with a data folder of its own and free ports."""

    def __init__(self, data: Path, **settings: str) -> None:
        self.port = settings.get("PORT") or str(free_port())
        self._output = data.parent / f"output-{self.port}"
        # Marks every process that descends from this one, whatever becomes of its parents.
        self.marker = f"RUN_MARKER={data.parent}-{self.port}"
        ports = {"PORT": self.port, "SANDBOX_STRIPE_PORT": str(free_port()), "SANDBOX_SHOP_PORT": str(free_port())}
        name, _, value = self.marker.partition("=")
        with self._output.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "sandbox", "--data", data],
                cwd=ROOT,
                env={"PATH": "/nowhere", "WEB_CONCURRENCY": "1", name: value, **ports, **settings},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )

    @property
    def output(self) -> str:
        return self._output.read_text()

    def wait_until_it_runs(self) -> None:
        wait_for(lambda: "is running" in self.output or self.process.poll() is not None, "make run", 60)
        assert self.process.poll() is None, self.output

    def descendants(self) -> list[int]:
        """Every process that was started by this run and still lives."""
        found = []
        for process in Path("/proc").iterdir():
            if process.name.isdigit():
                try:
                    if self.marker.encode() in (process / "environ").read_bytes().split(b"\0"):
                        found.append(int(process.name))
                except OSError:
                    continue
        return found


@contextmanager
def started(data: Path, **settings: str) -> Iterator[Run]:
    run = Run(data, **settings)
    try:
        run.wait_until_it_runs()
        yield run
    finally:
        run.process.kill()
        run.process.wait()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_it_serves_a_shop_and_leaves_no_process_behind(tmp_path: Path, number: signal.Signals) -> None:
    data = tmp_path / "da ta"
    with started(data) as run:
        assert get(f"http://127.0.0.1:{run.port}/readyz") == 200
        assert (data / "env").stat().st_mode & 0o777 == 0o600
        assert f"http://127.0.0.1:{run.port}" in run.output
        server = postgres_of(data)
        assert server
        run.process.send_signal(number)
        run.process.wait(60)

        wait_for(lambda: run.descendants() == [], "every process to end", 60)
        wait_for(lambda: postgres_of(data) == [], "the database to stop")


def test_it_can_run_twice_at_once_and_again_after_being_killed(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with started(data) as first, started(data) as second:
        assert get(f"http://127.0.0.1:{first.port}/readyz") == 200
        assert get(f"http://127.0.0.1:{second.port}/readyz") == 200
        postmaster = postgres_of(data)
        second.process.kill()
        wait_for(lambda: second.descendants() == [], "the second to end", 60)
        assert postgres_of(data) == postmaster
        assert get(f"http://127.0.0.1:{first.port}/readyz") == 200
    with started(data) as third:
        assert get(f"http://127.0.0.1:{third.port}/readyz") == 200


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with started(tmp_path / "data") as run:
        second = Run(tmp_path / "other", PORT=run.port)
        second.process.wait(60)

        assert second.process.returncode == 1
        assert f"Port {run.port} is in use. Set PORT to another one." in second.output


def test_when_a_part_of_it_dies_it_says_which_and_stops_the_rest(tmp_path: Path) -> None:
    with started(tmp_path / "data") as run:
        [local_stripe] = [pid for pid in run.descendants() if b"sandbox.stripe" in command(pid)]
        os.kill(local_stripe, signal.SIGKILL)
        run.process.wait(60)

        assert run.process.returncode == 1
        assert "The local Stripe ended" in run.output
        wait_for(lambda: run.descendants() == [], "the rest to end", 60)


def test_with_a_real_key_nothing_local_is_started_and_what_is_missing_is_said(
    tmp_path: Path, database_url: str
) -> None:
    run = Run(tmp_path / "data", STRIPE_SECRET_KEY="sk_test_real", DATABASE_URL=database_url)
    run.process.wait(60)

    assert run.process.returncode != 0
    assert "STRIPE_WEBHOOK_SECRET is missing" in run.output
    assert postgres_of(tmp_path / "data") == []


def test_with_everything_set_the_same_code_runs_and_nothing_local(tmp_path: Path, database_url: str) -> None:
    with started(
        tmp_path / "data",
        STRIPE_SECRET_KEY="sk_test_real",
        STRIPE_WEBHOOK_SECRET="whsec_real",
        DATABASE_URL=database_url,
    ) as run:
        assert get(f"http://127.0.0.1:{run.port}/readyz") == 200
        assert not [pid for pid in run.descendants() if b"sandbox.stripe" in command(pid)]
        assert postgres_of(tmp_path / "data") == []
        assert "shop" not in run.output


def test_a_command_gets_the_database_and_its_status_is_ours(tmp_path: Path) -> None:
    def with_database(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "sandbox", "--data", tmp_path / "data", "with-database", *command],
            cwd=ROOT,
            env={"PATH": "/bin"},
            capture_output=True,
            text=True,
            check=False,
        )

    asked = with_database("/bin/sh", "-c", 'psql --no-align --tuples-only --command "SELECT 6 * 7" "$DATABASE_URL"')
    assert (asked.returncode, asked.stdout.strip()) == (0, "42"), asked.stderr
    assert with_database("/bin/sh", "-c", "exit 7").returncode == 7


def get(url: str) -> int:
    # /readyz may meet a pool that is just connecting.
    deadline = time.monotonic() + 20
    while (status := urllib3.request("GET", url, retries=False, timeout=10).status) != 200:
        if time.monotonic() > deadline:
            break
    return status


def command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def postgres_of(data: Path) -> list[int]:
    """The server process of a data folder."""
    folder = bytes((data / "postgres").resolve())
    return sorted(
        int(process.name)
        for process in Path("/proc").iterdir()
        if process.name.isdigit()
        and command(int(process.name)).split(b"\0")[0].endswith(b"/postgres")
        and folder in command(int(process.name)).split(b"\0")
    )
