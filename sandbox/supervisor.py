"""Starts processes, watches them, and leaves none behind: not after Ctrl-C, not after kill -9."""

import ctypes
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
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


@dataclass
class Child:
    """A process of ours. `log` is where its output goes (None: to the terminal)."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path | None

    def check(self) -> None:
        """Raises ChildEnded if it is gone."""
        status = self.process.poll()
        if status is None:
            return
        if self.log:
            sys.stderr.write(self.log.read_text(errors="replace")[-2000:])
            sys.stderr.write(f"{self.name} ended with status {status}; its log is {self.log}\n")
        else:
            sys.stderr.write(f"{self.name} ended with status {status}\n")
        raise ChildEnded(status if status > 0 else 1)

    def wait_until_it_answers(self, url: str) -> None:
        """Returns once `url` answers 200."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            self.check()
            try:
                urllib.request.urlopen(url, timeout=5).close()  # noqa: S310  # one of our own
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
            else:
                return
        raise SystemExit(f"{self.name} does not answer at {url}")

    def stop(self) -> None:
        """Asks it to end; makes it end if it does not."""
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextmanager
def child(
    name: str, command: list[str], environment: Mapping[str, str], cwd: Path, log: Path | None = None
) -> Iterator[Child]:
    """Runs a command for this block."""
    output = log.open("ab") if log else None
    process = subprocess.Popen(
        command,
        cwd=cwd,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        # Ctrl-C is for us alone: we stop our children in order.
        start_new_session=True,
        # Safe here: we have no threads.
        preexec_fn=_end_with_parent(os.getpid()),  # noqa: PLW1509
    )
    if output:
        output.close()
    started = Child(name, process, log)
    try:
        yield started
    finally:
        started.stop()


@contextmanager
def stoppable() -> Iterator[None]:
    """A signal to stop is raised as Stopped. A second one ends us at once, and our children with us."""

    def stop(number: int, frame: FrameType | None) -> None:
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(each, signal.SIG_DFL)
        raise Stopped

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    if "MAKELEVEL" in os.environ:
        # Started by make: when make is killed, so are we.
        _end_with_parent(os.getppid())()
    yield


def _end_with_parent(parent: int) -> Callable[[], None]:
    """A function that makes the kernel send SIGTERM to the process that calls it when its parent dies."""
    prctl = ctypes.CDLL(None).prctl  # looked up here: between fork and exec as little as possible happens

    def end_with_parent() -> None:
        prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
        if os.getppid() != parent:  # it died before we said so
            os.kill(os.getpid(), signal.SIGTERM)

    return end_with_parent
