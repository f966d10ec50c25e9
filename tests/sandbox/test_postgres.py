"""The embedded server lives exactly as long as it has users, whatever happens to them or to it."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from sandbox import postgres
from tests.races import wait_for
from tests.service import ROOT

# A user of the server in a process of its own: says so once it runs, and uses it until its input ends.
USER = """
import sys
from pathlib import Path
from sandbox import postgres
with postgres.running(Path(sys.argv[1]), bin_dir=Path(sys.argv[2])) as server:
    print(server.postmaster_pid(), flush=True)
    sys.stdin.read()
"""


class User:
    """Somebody else who uses the server of this data folder."""

    def __init__(self, data: Path, bin_dir: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", USER, data, bin_dir],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout
        self.postmaster = int(self._process.stdout.readline())

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()

    def leave(self) -> None:
        self._process.communicate()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder whose name needs quoting everywhere."""
    return tmp_path / "a folder, it's" / "postgres"


@pytest.fixture
def bin_dir(server: postgres.Server) -> Path:
    return server.bin_dir


def test_what_was_written_survives_a_restart(data: Path, bin_dir: Path) -> None:
    with postgres.running(data, bin_dir=bin_dir) as server:
        run(server, "CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('tea')")
    wait_for(lambda: server.postmaster_pid() is None, "the server to stop")

    with postgres.running(data, bin_dir=bin_dir) as server, psycopg.connect(server.url()) as conn:
        assert conn.execute("SELECT word FROM kept").fetchall() == [("tea",)]


def test_it_runs_until_the_last_user_leaves_and_not_longer(data: Path, bin_dir: Path) -> None:
    first, second = User(data, bin_dir), User(data, bin_dir)
    assert first.postmaster == second.postmaster

    first.leave()
    run(postgres.Server(data.resolve(), bin_dir), "SELECT 1")

    second.kill()
    wait_for(lambda: not alive(second.postmaster), "the server to stop after its last user was killed")


def test_a_user_who_comes_while_it_stops_gets_a_running_one(data: Path, bin_dir: Path) -> None:
    for _ in range(5):
        user = User(data, bin_dir)
        user.leave()
        with postgres.running(data, bin_dir=bin_dir) as server:
            run(server, "SELECT 1")


def test_a_killed_keeper_is_replaced_by_the_next_user(data: Path, bin_dir: Path) -> None:
    first = User(data, bin_dir)
    [keeper] = keepers(data)
    os.kill(keeper, signal.SIGKILL)
    second = User(data, bin_dir)
    assert second.postmaster == first.postmaster

    first.kill()
    second.kill()

    wait_for(lambda: not alive(first.postmaster), "the new keeper to stop the server")


def test_it_recovers_after_everything_was_killed(data: Path, bin_dir: Path) -> None:
    user = User(data, bin_dir)
    server = postgres.Server(data.resolve(), bin_dir)
    run(server, "CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('tea')")
    [keeper] = keepers(data)
    os.kill(keeper, signal.SIGKILL)
    os.kill(user.postmaster, signal.SIGKILL)
    user.kill()
    assert (data / "postmaster.pid").exists()

    with postgres.running(data, bin_dir=bin_dir) as server, psycopg.connect(server.url()) as conn:
        assert conn.execute("SELECT word FROM kept").fetchall() == [("tea",)]


def test_a_stale_pid_file_that_names_a_stranger_does_the_stranger_no_harm(data: Path, bin_dir: Path) -> None:
    with postgres.running(data, bin_dir=bin_dir) as server:
        pass
    wait_for(lambda: server.postmaster_pid() is None, "the server to stop")
    stranger = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE)
    pid_file = data / "postmaster.pid"
    pid_file.write_text(f"{stranger.pid}\n{data}\n1\n5432\n/tmp\n\n1 1\nready\n")
    os.chown(pid_file, data.stat().st_uid, data.stat().st_gid)

    with postgres.running(data, bin_dir=bin_dir) as server:
        assert server.postmaster_pid() not in {None, stranger.pid}
        assert stranger.poll() is None

    stranger.communicate()
    assert stranger.returncode == 0


def test_20_at_once_in_a_new_folder_share_one_server(data: Path, bin_dir: Path) -> None:
    with ThreadPoolExecutor(20) as pool:
        users = list(pool.map(lambda _: User(data, bin_dir), range(20)))

    assert len({user.postmaster for user in users}) == 1
    for user in users:
        user.kill()
    wait_for(lambda: not alive(users[0].postmaster), "the server to stop")


def test_a_socket_folder_of_somebody_else_is_not_used(data: Path, bin_dir: Path, tmp_path: Path) -> None:
    data.parent.mkdir()
    squatted = postgres.Server(data.resolve(), bin_dir).socket_dir
    squatted.symlink_to(tmp_path)

    with (
        pytest.raises(postgres.PostgresError, match="belongs to somebody else"),
        postgres.running(data, bin_dir=bin_dir),
    ):
        pass

    squatted.unlink()


def run(server: postgres.Server, *statements: str) -> None:
    with psycopg.connect(server.url(), autocommit=True) as conn:
        for statement in statements:
            conn.execute(statement)


def alive(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def keepers(data: Path) -> list[int]:
    """The keepers of this data folder, from the process list."""
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                arguments = (process / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if b"keep" in arguments and bytes(data.resolve()) in arguments:
                found.append(int(process.name))
    return found
