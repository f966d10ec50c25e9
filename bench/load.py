"""Load and what it costs: wrk for HTTP, pgbench for the database alone, /proc for the CPU time of both sides."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sandbox import postgres
from tests.service import free_port, wait_until_it_answers

BENCH = Path(__file__).parent
TICKS = os.sysconf("SC_CLK_TCK")

K = TypeVar("K")
V = TypeVar("V")


class BenchError(SystemExit):
    """The figures would mean nothing; the message says why."""


@dataclass(frozen=True)
class Sample:
    """One round: answers per second, latencies in milliseconds, CPU seconds per 1,000 answers of either side.

    `longest` is known of hanging.py's rounds only.
    """

    answers: int
    rate: float
    p50: float
    p99: float
    service_cpu: float
    postgres_cpu: float
    refused: int = 0
    longest: float = 0


def alternate(measures: Mapping[K, Callable[[], V]], rounds: int) -> dict[K, list[V]]:
    """All of them, then all of them again: what slows the machine down for a while slows everything down."""
    samples: dict[K, list[V]] = {key: [] for key in measures}
    for number in range(1, rounds + 1):
        for key, measure in measures.items():
            print(f"  round {number} of {rounds}: {key}", file=sys.stderr, flush=True)
            samples[key].append(measure())
    return samples


@dataclass(frozen=True)
class Processes:
    """A process and all below it, whose CPU time is ours to count."""

    pid: int

    def cpu_seconds(self) -> float:
        """Since it began, with what its children that have ended had used."""
        while True:
            pids = self._pids()
            # utime, stime, cutime and cstime of man 5 proc.
            ticks = sum(sum(map(int, _proc(pid, "stat").rpartition(")")[2].split()[11:15])) for pid in pids)
            # Who ended meanwhile may have been missed: its time went to its parent, which had been read before.
            if pids == self._pids():
                return ticks / TICKS

    def _pids(self) -> list[int]:
        pids = [self.pid]
        for pid in pids:
            pids += _children(pid)
        return pids

    def resident_megabytes(self) -> int:
        """Of the largest of its children."""
        pages = [int(statm.split()[1]) for pid in _children(self.pid) if (statm := _proc(pid, "statm"))]
        return max(pages) * os.sysconf("SC_PAGE_SIZE") // 2**20


def _children(pid: int) -> list[int]:
    return [int(child) for child in _proc(pid, f"task/{pid}/children").split()]


def _proc(pid: int, file: str) -> str:
    """What the kernel says of a process; nothing if it has just ended."""
    try:
        return Path(f"/proc/{pid}/{file}").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


# An address, and who serves it.
Target = tuple[str, Processes]


@contextmanager
def serving(application: str, environment: dict[str, str]) -> Iterator[Target]:
    """gunicorn, with the settings of production."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with running(["gunicorn", "-c", "gunicorn.conf.py", application], {"PORT": str(port), **environment}) as process:
        wait_until_it_answers(f"{url}/healthz", lambda: process.poll() is None)
        yield url, Processes(process.pid)


@contextmanager
def running(module: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A Python module with its arguments, as a process of its own, until the end of the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", *module],
        cwd=BENCH.parent,
        env={"PATH": os.environ["PATH"], **environment},
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(90)


def run_wrk(
    target: Target,
    requests: Path,
    *,
    connections: int,
    seconds: int,
    again: bool,
    may_refuse: bool,
    server: Processes,
) -> Sample:
    """Sends the requests of a file, over so many connections. `again`: from the start once all are sent.

    Raises BenchError for whatever would make the rate untrue: an answer that is none of success, unless the service
    `may_refuse`, a connection that broke, nothing left to send.
    """
    url, service = target
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "-s", "bench/requests.lua", url]
    command += ["--", str(requests), *(["again"] if again else [])]
    output, service_cpu, postgres_cpu = _run(command, service, server)
    found = json.loads(output.splitlines()[-1])
    if found["broken"]:
        raise BenchError(f"{found['broken']} connections to {url} broke: {output}")
    if found["refused"] and not may_refuse:
        raise BenchError(f"{url} refused {found['refused']} of {found['requests']} requests.")
    if found["used_up"]:
        raise BenchError(f"{found['requests']} requests were not enough for {seconds} seconds: raise PER_SECOND.")
    answers = found["requests"]
    if not answers:
        raise BenchError(f"{url} answered nobody within {seconds} seconds.")
    return Sample(
        answers=answers,
        rate=answers / found["microseconds"] * 1e6,
        p50=found["p50"] / 1000,
        p99=found["p99"] / 1000,
        service_cpu=service_cpu / answers * 1000,
        postgres_cpu=postgres_cpu / answers * 1000,
        refused=found["refused"],
    )


def run_pgbench(
    database_url: str,
    script: Path,
    variables: dict[str, str],
    *,
    logs: Path,
    connections: int,
    seconds: int,
    server: Processes,
) -> Sample:
    """Runs a script in the database, as often as it can; without each client's first time, which makes the plans.

    `logs` is how the names of the files begin that pgbench writes.
    """
    for old in logs.parent.glob(f"{logs.name}.*"):
        old.unlink()
    command = [
        str(postgres.embedded_bin_dir() / "pgbench"),
        "--no-vacuum",
        "--protocol=prepared",
        f"--file={script}",
        f"--client={connections}",
        f"--jobs={min(connections, 2)}",
        f"--time={seconds}",
        "--log",
        f"--log-prefix={logs}",
        *(f"--define={name}={value}" for name, value in variables.items()),
        database_url,
    ]
    _, _, postgres_cpu = _run(command, Processes(os.getpid()), server)
    latencies: dict[str, list[int]] = {}  # by client, in microseconds
    for log in logs.parent.glob(f"{logs.name}.*"):
        for client, _, microseconds, *_ in map(str.split, log.read_text().splitlines()):
            latencies.setdefault(client, []).append(int(microseconds))
    answers = sum(map(len, latencies.values()))
    cuts = statistics.quantiles((latency for own in latencies.values() for latency in own[1:]), n=100)
    return Sample(
        answers=answers,
        rate=sum((len(own) - 1) / (seconds - own[0] / 1e6) for own in latencies.values()),
        p50=cuts[49] / 1000,
        p99=cuts[98] / 1000,
        service_cpu=0,
        postgres_cpu=postgres_cpu / answers * 1000,
    )


def _run(command: list[str], service: Processes, server: Processes) -> tuple[str, float, float]:
    """What it printed, and the CPU seconds that passed on either side meanwhile."""
    before = service.cpu_seconds(), server.cpu_seconds()
    found = subprocess.run(command, cwd=BENCH.parent, capture_output=True, text=True, check=False)
    if found.returncode:
        raise BenchError(f"{command[0]} failed:\n{found.stdout}{found.stderr}")
    return found.stdout, service.cpu_seconds() - before[0], server.cpu_seconds() - before[1]
