"""The embedded server lives as long as it has users: odd paths, containers, closed folders, kills at any moment."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest

from sandbox import postgres
from tests.service import ROOT

# Another process that uses the server: says its URL, goes on until its input ends.
USER = """
import sys
from pathlib import Path
from sandbox import postgres
with postgres.running(Path(sys.argv[1]), bin_dir=Path(sys.argv[2])) as server:
    print(server.url(), flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def bin_dir() -> Path:
    """The binaries that the whole run is about."""
    given = os.environ.get("TEST_POSTGRES_BIN")
    return Path(given) if given else postgres.embedded_bin_dir()


@pytest.fixture(scope="module")
def cluster() -> Iterator[Path]:
    """A cluster that ran once and is at rest, for tests to copy: initdb is slow."""
    given = os.environ.get("TEST_POSTGRES_BIN")
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "postgres"
        with postgres.running(data, bin_dir=Path(given) if given else None):
            pass
        yield data


@pytest.fixture
def data(cluster: Path, tmp_path: Path) -> Path:
    """A data folder of the test's own."""
    copy = tmp_path / "postgres"
    shutil.copytree(cluster, copy)
    if os.geteuid() == 0:
        found = cluster.stat()
        for path in (copy, *copy.rglob("*")):
            os.chown(path, found.st_uid, found.st_gid)
    return copy


@contextmanager
def another_user(data: Path, bin_dir: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    process = start_user(data, bin_dir)
    try:
        yield process, url_of(process)
    finally:
        process.kill()
        process.communicate()


def start_user(data: Path, bin_dir: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", USER, str(data), str(bin_dir)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def url_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def until(condition: Callable[[], object], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def processes_in(data: Path) -> list[int]:
    """The processes that work in this folder: every one of its server."""
    found = []
    for process in Path("/proc").iterdir():
        try:
            if process.name.isdigit() and (process / "cwd").readlink() == data:
                found.append(int(process.name))
        except OSError:
            pass  # gone, or not ours
    return found


def keepers_of(data: Path) -> list[int]:
    found = []
    for process in Path("/proc").iterdir():
        try:
            arguments = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if bytes(data) in arguments and postgres.__file__.encode() in arguments:
            found.append(int(process.name))
    return found


def query(url: str, statement: str) -> object:
    with psycopg.connect(url, autocommit=True) as conn:
        row = conn.execute(statement.encode()).fetchone()
        return row[0] if row else None


def test_data_survives_and_nothing_else_is_left(data: Path, bin_dir: Path) -> None:
    with postgres.running(data, bin_dir=bin_dir) as server:
        with psycopg.connect(server.url(), autocommit=True) as conn:
            conn.execute("CREATE TABLE kept AS SELECT 42 AS n")
        assert server.socket_dir.stat().st_mode & 0o777 == 0o700
    assert processes_in(data) == []
    assert not server.socket_dir.exists()
    until(lambda: not keepers_of(data))

    with postgres.running(data, bin_dir=bin_dir) as server:
        assert query(server.url(), "SELECT n FROM kept") == 42
        assert query(server.url(), "SHOW listen_addresses") == ""
        assert query(server.url(), "SHOW data_checksums") == "on"


def test_a_cluster_is_utf8_whatever_the_locale_is(
    tmp_path: Path, bin_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "no_SUCH")
    monkeypatch.setenv("PGPORT", "5999")
    monkeypatch.setenv("PGHOST", "nowhere.invalid")
    with postgres.running(tmp_path / "postgres", bin_dir=bin_dir) as server:
        assert query(server.url(), "SHOW server_encoding") == "UTF8"


@pytest.mark.parametrize("name", ["a b", "it's", 'say "hi"', "$HOME `id` \\", "zürich"])
def test_any_folder_will_do(data: Path, bin_dir: Path, name: str) -> None:
    strange = data.parent / name / "postgres"
    strange.parent.mkdir()
    data.rename(strange)
    programs = strange.parent / "bin"
    programs.symlink_to(bin_dir)
    with postgres.running(strange, bin_dir=programs) as server:
        assert query(server.url(), "SELECT 1") == 1


def test_url_is_taken_by_psql_too(data: Path, bin_dir: Path) -> None:
    with postgres.running(data, bin_dir=bin_dir) as server:
        command = [str(bin_dir / "psql"), server.url(), "-Atc", "SELECT 'yes'"]
        shown = subprocess.check_output(command, env={**os.environ, "PGPORT": "5999"}, text=True)
    assert shown == "yes\n"


def test_kill_9_of_its_last_user_stops_it(data: Path, bin_dir: Path) -> None:
    with another_user(data, bin_dir) as (process, url), another_user(data, bin_dir) as (other, _):
        process.kill()
        process.wait()
        assert query(url, "SELECT 1") == 1
        other.kill()
        until(lambda: not processes_in(data) and not keepers_of(data))
    assert not (data / "postmaster.pid").exists(), "it was stopped in good order"


def test_kill_9_of_a_user_in_the_middle_of_the_start_leaves_nothing(tmp_path: Path, bin_dir: Path) -> None:
    data = tmp_path / "postgres"
    process = start_user(data, bin_dir)
    until(lambda: processes_in(data))
    process.kill()
    process.communicate()
    until(lambda: not processes_in(data) and not keepers_of(data))
    with postgres.running(data, bin_dir=bin_dir) as server:
        assert query(server.url(), "SELECT 1") == 1


def test_kill_9_of_a_user_in_the_middle_of_initdb_leaves_no_half_of_a_cluster(tmp_path: Path, bin_dir: Path) -> None:
    data = tmp_path / "postgres"
    process = start_user(data, bin_dir)
    until((tmp_path / "postgres.new" / "PG_VERSION").exists)
    process.kill()
    process.communicate()
    with postgres.running(data, bin_dir=bin_dir) as server:
        assert query(server.url(), "SELECT 1") == 1


def test_committed_data_survives_kill_9_of_the_whole_server(data: Path, bin_dir: Path) -> None:
    with another_user(data, bin_dir) as (process, url):
        query(url, "SELECT 1")
        with psycopg.connect(url, autocommit=True) as conn:
            conn.execute("CREATE TABLE kept AS SELECT 42 AS n")
        for pid in [*keepers_of(data), process.pid, *processes_in(data)]:
            with suppress(ProcessLookupError):  # a backend that just ends
                os.kill(pid, signal.SIGKILL)
    assert (data / "postmaster.pid").exists()
    with postgres.running(data, bin_dir=bin_dir) as server:
        assert query(server.url(), "SELECT n FROM kept") == 42


def test_a_killed_postmaster_is_restarted_for_the_same_users(data: Path, bin_dir: Path) -> None:
    with postgres.running(data, bin_dir=bin_dir) as server:
        pid = server.postmaster_pid()
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        until(lambda: server.postmaster_pid() is None)
        server.start()
        assert query(server.url(), "SELECT 1") == 1
        server.restart("immediate")
        assert query(server.url(), "SELECT 1") == 1


def test_a_start_waits_for_what_a_killed_postmaster_left_running(data: Path, bin_dir: Path) -> None:
    with postgres.running(data, bin_dir=bin_dir) as server, ThreadPoolExecutor() as threads:
        postmaster = server.postmaster_pid()
        conn = psycopg.connect(server.url())
        assert postmaster is not None
        os.kill(conn.info.backend_pid, signal.SIGSTOP)
        os.kill(postmaster, signal.SIGKILL)
        until(lambda: server.postmaster_pid() is None)
        start = threads.submit(server.start)
        try:
            with pytest.raises(TimeoutError):
                start.result(timeout=1)
        finally:
            os.kill(conn.info.backend_pid, signal.SIGCONT)
        start.result(timeout=20)
        conn.close()
        assert query(server.url(), "SELECT 1") == 1


@pytest.mark.parametrize("program", ["postgres", "sleep"])
def test_a_stranger_with_the_number_of_a_dead_server_is_not_hurt(
    data: Path, bin_dir: Path, tmp_path: Path, program: str
) -> None:
    # A copy of sleep that is called like the server, as another PostgreSQL on this machine is.
    stranger = tmp_path / "bin" / program
    stranger.parent.mkdir()
    shutil.copy("/bin/sleep", stranger)
    with subprocess.Popen([stranger, "600"]) as process:
        try:
            stale = f"{process.pid}\n{data}\n1700000000\n5432\n/tmp\n\n  1234567  7\nready   \n"
            (data / "postmaster.pid").write_text(stale)
            with postgres.running(data, bin_dir=bin_dir) as server:
                assert query(server.url(), "SELECT 1") == 1
                assert server.postmaster_pid() != process.pid
            (data / "postmaster.pid").write_text(stale)
            server.stop()
            assert process.poll() is None
        finally:
            process.kill()


def test_coming_and_going_at_once_never_meets_a_stopped_server(data: Path, bin_dir: Path) -> None:
    come_and_go = USER.replace("sys.stdin.read()", "import psycopg; psycopg.connect(server.url()).close()")
    script = f"for _ in range(4):\n{''.join(f'    {line}{chr(10)}' for line in come_and_go.splitlines())}"
    users = [
        subprocess.Popen([sys.executable, "-c", script, data, bin_dir], cwd=ROOT, stdout=subprocess.DEVNULL)
        for _ in range(4)
    ]
    assert [user.wait(60) for user in users] == [0, 0, 0, 0]
    until(lambda: not processes_in(data) and not keepers_of(data))


def test_20_at_once_in_a_new_folder_share_one_server(tmp_path: Path, bin_dir: Path) -> None:
    data = tmp_path / "postgres"
    users = [start_user(data, bin_dir) for _ in range(20)]
    urls = {url_of(user) for user in users}
    assert len(urls) == 1
    assert query(urls.pop(), "SELECT 1") == 1
    for user in users:
        user.kill()
        user.communicate()
    until(lambda: not processes_in(data))


def test_a_keeper_that_comes_late_brings_nothing_back(tmp_path: Path, bin_dir: Path) -> None:
    folder = tmp_path / "gone"
    with postgres.running(folder / "postgres", bin_dir=bin_dir):
        (keeper,) = keepers_of(folder / "postgres")
        os.kill(keeper, signal.SIGSTOP)
    shutil.rmtree(folder)
    folder.mkdir()  # an rmtree that is not done yet

    os.kill(keeper, signal.SIGCONT)

    until(lambda: not keepers_of(folder / "postgres"))
    assert list(folder.iterdir()) == []


def test_a_killed_keeper_is_replaced_by_the_next_user(data: Path, bin_dir: Path) -> None:
    with another_user(data, bin_dir) as (process, _):
        for keeper in keepers_of(data):
            os.kill(keeper, signal.SIGKILL)
        with another_user(data, bin_dir) as (other, _):
            process.kill()
            other.kill()
            until(lambda: not processes_in(data) and not keepers_of(data))


def test_two_folders_have_two_servers(data: Path, bin_dir: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    with postgres.running(data, bin_dir=bin_dir) as server, postgres.running(other, bin_dir=bin_dir) as another:
        assert server.url() != another.url()
        assert query(server.url(), "SHOW data_directory") == str(data)
        assert query(another.url(), "SHOW data_directory") == str(other)


def test_locks_are_not_inherited_by_what_a_user_starts(data: Path, bin_dir: Path) -> None:
    with postgres.running(data, bin_dir=bin_dir):
        child = subprocess.Popen(["sleep", "600"], close_fds=False)
    try:
        assert processes_in(data) == []
    finally:
        child.kill()
        child.wait()


def test_somebody_elses_socket_folder_is_neither_used_nor_touched(data: Path, bin_dir: Path) -> None:
    socket_dir = postgres.Server(data, bin_dir).socket_dir
    socket_dir.mkdir()
    socket_dir.chmod(0o777)
    (socket_dir / "precious").write_text("mine")
    try:
        with pytest.raises(postgres.PostgresError, match="belongs to"), postgres.running(data, bin_dir=bin_dir):
            pass
        until(lambda: not keepers_of(data))
        assert (socket_dir / "precious").read_text() == "mine"
    finally:
        shutil.rmtree(socket_dir)
    assert processes_in(data) == []


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path, bin_dir: Path) -> None:
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "precious").write_text("mine")
    with (
        pytest.raises(postgres.PostgresError, match="in the way"),
        postgres.running(tmp_path / "postgres", bin_dir=bin_dir),
    ):
        pass
    assert (tmp_path / "postgres" / "precious").read_text() == "mine"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has capabilities to drop")
def test_root_knows_its_server_in_a_container_without_ptrace(data: Path, bin_dir: Path) -> None:
    script = USER.replace("sys.stdin.read()", "assert server.postmaster_pid()")
    command = ["setpriv", "--bounding-set=-sys_ptrace", sys.executable, "-c", script, str(data), str(bin_dir)]
    with another_user(data, bin_dir):
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    until(lambda: not processes_in(data))
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    assert processes_in(data) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")
def test_root_runs_it_as_somebody_without_rights_below_a_closed_folder(data: Path, bin_dir: Path) -> None:
    data.parent.chmod(0o700)
    closed = data.parent.stat().st_mode
    with postgres.running(data, bin_dir=bin_dir) as server:
        assert Path(f"/proc/{server.postmaster_pid()}").stat().st_uid != 0
        assert query(server.url(), "SELECT 1") == 1
    assert data.parent.stat().st_mode == closed
