"""make bench runs, counts the rows, and does not believe a rate whose events are not in the books."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bench.books import Books, running_server
from bench.load import BenchError, Sample
from tests.service import ROOT

SAMPLE = Sample(answers=10, rate=1, p50=1, p99=1, service_cpu=1, postgres_cpu=1)


@pytest.mark.skipif(not shutil.which("wrk"), reason="wrk is not installed")
def test_the_benchmark_measures_everything() -> None:
    """That it works, not how fast: rounds this short mean nothing."""
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "bench",
            "--rounds=1",
            "--seconds=1",
            "--orders=1000",
            "--connections=8",
            "--grown=2000",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    for name in ("function alone", "webhooks", "duplicates", "one order", "POST order", "GET access", "overload"):
        assert f"| {name}" in ran.stdout
    assert "| 2,000  |" in ran.stdout
    assert not (ROOT / ".data" / "bench").exists()


def test_a_rate_whose_events_are_not_in_the_books_is_an_error(tmp_path: Path) -> None:
    with running_server(tmp_path / "bench") as (server, _):
        books = Books(server, 10)
        orders = books.open_orders(10)

        with pytest.raises(BenchError, match="10 events were acknowledged, but the books hold 0 events"):
            books.check(orders, SAMPLE, connections=1)
