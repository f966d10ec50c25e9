"""Starts processes, watches them, and leaves none behind: not after Ctrl-C, not after kill -9."""

import ctypes
import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

_PR_SET_PDEATHSIG = 1
# As long as gunicorn lets requests that are under way finish, and a bit.
STOP_SECONDS = 40
START_SECONDS = 60


class Stopped(BaseException):
    """Somebody asked us to stop (Ctrl-C, SIGTERM, a closed terminal)."""


class ChildEnded(SystemExit):
    """A process that should have gone on ended."""


@contextmanager
def supervised(parent: int | None = None) -> Iterator["Children"]:
    """For this block, children can be started; at its end they are stopped.

    A signal to stop ends the block with Stopped, and so does the end of `parent`, if it is given. From then on a
    second Ctrl-C kills the children; other signals change nothing, as a closed terminal sends several.
    """
    children = Children()

    def stopping() -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        signal.signal(signal.SIGINT, lambda *_: children.kill())

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopping()
        raise Stopped

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # it is under nohup
        signal.signal(signal.SIGHUP, stop)
    if parent is not None:
        ends_with(parent)()
    try:
        yield children
    finally:
        stopping()
        children.stop()


@dataclass
class Children:
    """The processes that we started, oldest first."""

    started: list["Child"] = field(default_factory=list)

    def start(
        self, name: str, command: list[str], environment: Mapping[str, str], cwd: Path, log: Path | None = None
    ) -> "Child":
        """Starts one, in a session of its own: Ctrl-C is for us alone, and we stop our children in order."""
        output = log.open("ab") if log else None
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=ends_with(os.getpid()),  # noqa: PLW1509  # safe: we have no threads
        )
        if output:
            output.close()
        self.started.append(Child(name, process, log))
        return self.started[-1]

    def watch(self) -> None:
        """Goes on until one of them is gone, then raises ChildEnded."""
        while True:
            for each in self.started:
                each.check()
            time.sleep(0.2)

    def stop(self) -> None:
        """Asks each to end, the youngest first, and makes it end if it does not."""
        while self.started:
            each = self.started[-1]
            os.kill(each.process.pid, signal.SIGTERM)
            deadline = time.monotonic() + STOP_SECONDS
            while each.status() is None and time.monotonic() < deadline:
                time.sleep(0.02)
            each.kill()
            self.started.pop().process.wait()

    def kill(self) -> None:
        """Ends them all at once."""
        for each in self.started:
            each.kill()


@dataclass
class Child:
    """A process of ours. `log` is where its output goes (None: to the terminal)."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path | None

    def status(self) -> int | None:
        """None while it runs. It is not buried yet, so that its number cannot be given to somebody else."""
        ended = os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        return None if ended is None else ended.si_status

    def kill(self) -> None:
        """Ends it at once, with whatever it started."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def check(self) -> None:
        """Raises ChildEnded if it is gone."""
        status = self.status()
        if status is None:
            return
        if self.log:
            sys.stderr.write(self.log.read_text(errors="replace")[-2000:])
        where = f"its log is {self.log}" if self.log else "its log is above"
        sys.stderr.write(f"{self.name} ended with status {status}; {where}.\n")
        raise ChildEnded(1)

    def wait_until_it_answers(self, port: int) -> None:
        """Returns once it answers GET /healthz with 200 on this port."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            self.check()
            # Not urllib: it would go through the proxy of the environment.
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            try:
                connection.request("GET", "/healthz", headers={"Connection": "close"})
                if connection.getresponse().status == 200:
                    return
            except (OSError, http.client.HTTPException):
                pass  # not yet
            finally:
                connection.close()
            time.sleep(0.05)
        raise SystemExit(f"{self.name} does not answer on port {port}")


def ends_with(parent: int) -> Callable[[], None]:
    """A function that makes the kernel send SIGTERM to the process that calls it when its parent dies."""
    prctl = ctypes.CDLL(None).prctl  # looked up here: between fork and exec as little as possible happens

    def end_with_parent() -> None:
        prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
        if os.getppid() != parent:  # it died before we said so
            os.kill(os.getpid(), signal.SIGTERM)

    return end_with_parent
