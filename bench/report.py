"""What was measured, as Markdown: for the terminal and for results.md."""

import platform
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from statistics import median

from bench.load import Sample
from stripe_svc.settings import cores

Samples = Mapping[tuple[str, int], Sequence[Sample]]


def _by_postgres_cpu(a: Sample, b: Sample) -> float:
    return a.postgres_cpu / b.postgres_cpu


# What the project wants to reach: a figure of one measurement by that of another, of the same round.
GOALS: list[tuple[str, Callable[[Sample, Sample], float], tuple[str, int], tuple[str, int], str]] = [
    # Those by the least SQL follow from goals that were set beside other systems, in one run with the same limit.
    ("webhooks by the least SQL", lambda a, b: a.rate / b.rate, ("webhooks", 8), ("least SQL", 8), "≥ 0.22"),
    ("the same", lambda a, b: a.rate / b.rate, ("webhooks", 16), ("least SQL", 16), "≥ 0.20"),
    ("their PostgreSQL CPU", _by_postgres_cpu, ("webhooks", 8), ("least SQL", 8), "≤ 2.2"),
    ("the same", _by_postgres_cpu, ("webhooks", 16), ("least SQL", 16), "≤ 2.2"),
    (
        "webhooks by the function alone",
        lambda a, b: a.rate / b.rate,
        ("webhooks", 8),
        ("function alone", 8),
        "≥ 0.40",
    ),
    ("the same", lambda a, b: a.rate / b.rate, ("webhooks", 16), ("function alone", 16), "≥ 0.40"),
    ("their p99", lambda a, b: a.p99 / b.p99, ("webhooks", 8), ("function alone", 8), "≤ 3"),
    ("the same", lambda a, b: a.p99 / b.p99, ("webhooks", 16), ("function alone", 16), "≤ 3"),
    ("duplicates by first deliveries", lambda a, b: a.rate / b.rate, ("duplicates", 8), ("webhooks", 8), "≥ 1.3"),
    ("order by constant view", lambda a, b: a.rate / b.rate, ("GET order", 8), ("constant view", 8), "≥ 0.7"),
    ("access by constant view", lambda a, b: a.rate / b.rate, ("GET access", 8), ("constant view", 8), "≥ 0.7"),
    ("SELECT 1 by constant view", lambda a, b: a.rate / b.rate, ("SELECT 1", 8), ("constant view", 8), "none"),
]


def versions(postgres_version: str) -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("flask", "gunicorn", "psycopg", "stripe"))
    return (
        f"PostgreSQL {postgres_version}, Python {platform.python_version()}, {packages}; {cores()} cores, "
        f"{platform.system()} {platform.release()}"
    )


def rates(samples: Samples) -> str:
    """Medians, with the lowest and the highest rate."""
    return _table(
        [
            "",
            "connections",
            "per second",
            "lowest to highest",
            "p50 ms",
            "p99 ms",
            "CPU s per 1,000: service",
            "PostgreSQL",
        ],
        [
            [
                what,
                str(connections),
                f"{median(s.rate for s in rounds):,.0f}",
                f"{min(s.rate for s in rounds):,.0f} to {max(s.rate for s in rounds):,.0f}",
                f"{median(s.p50 for s in rounds):.1f}",
                f"{median(s.p99 for s in rounds):.1f}",
                f"{median(s.service_cpu for s in rounds):.2f}",
                f"{median(s.postgres_cpu for s in rounds):.2f}",
            ]
            for (what, connections), rounds in samples.items()
        ],
    )


def ratios(samples: Samples) -> str:
    """Of two measurements of one round; the median of the rounds."""
    rows = []
    for what, ratio, one, other, goal in GOALS:
        if one in samples and other in samples:
            found = sorted(ratio(a, b) for a, b in zip(samples[one], samples[other], strict=True))
            rows.append([what, str(one[1]), f"{median(found):.2f}", f"{found[0]:.2f} to {found[-1]:.2f}", goal])
    return _table(["", "connections", "median", "lowest to highest", "goal"], rows)


def growth(samples: Mapping[int, Sequence[Sample]], bytes_of: Mapping[int, int]) -> str:
    """Webhooks per second by how many orders there were before, as a table and as a curve."""
    smallest = samples[min(samples)]
    shares = {
        orders: median(a.rate / b.rate for a, b in zip(rounds, smallest, strict=True))
        for orders, rounds in samples.items()
    }
    table = _table(
        [
            "orders",
            "events",
            "on disk",
            "per second",
            "lowest to highest",
            "p99 ms",
            f"by the rate at {min(samples):,}",
        ],
        [
            [
                f"{orders:,}",
                f"{orders * 2:,}",
                f"{bytes_of[orders] / 1e9:.1f} GB",
                f"{median(s.rate for s in rounds):,.0f}",
                f"{min(s.rate for s in rounds):,.0f} to {max(s.rate for s in rounds):,.0f}",
                f"{median(s.p99 for s in rounds):.1f}",
                f"{shares[orders]:.2f}",
            ]
            for orders, rounds in samples.items()
        ],
    )
    names = ", ".join(f'"{orders:,}"' for orders in samples)
    curve = "\n".join(
        [
            "```mermaid",
            "xychart-beta",
            '    title "Webhooks per second, by how many orders there are"',
            f"    x-axis [{names}]",
            f'    y-axis "share of the rate at {min(samples):,}" 0 --> 1.2',
            f"    line [{', '.join(f'{share:.2f}' for share in shares.values())}]",
            "```",
        ]
    )
    return f"{table}\n\n{curve}"


def overload(connections: int, during: Sample, before: Sample, seconds: float, after: Sample) -> str:
    served = during.rate * (during.answers - during.refused) / during.answers
    return _table(
        ["", "connections", "served per second", "refused per second (503)", "p99 ms"],
        [
            ["before", "16", f"{before.rate:,.0f}", "0", f"{before.p99:,.0f}"],
            ["overload", f"{connections:,}", f"{served:,.0f}", f"{during.rate - served:,.0f}", f"{during.p99:,.0f}"],
            [f"{seconds:.1f} s later", "16", f"{after.rate:,.0f}", "0", f"{after.p99:,.0f}"],
        ],
    )


def hanging(
    during: Sequence[Mapping[str, Sample]], without: Sequence[Mapping[str, Sample]], refusals: Sequence[float]
) -> str:
    """Medians of the rates, and the longest answers of all rounds."""
    rows = []
    for kind in during[0]:
        cells = [
            cell
            for rounds in ([each[kind] for each in without], [each[kind] for each in during])
            for cell in (f"{median(s.rate for s in rounds):,.0f}", f"{max(s.longest for s in rounds):,.0f}")
        ]
        rows.append([kind, *cells, "< 2,000"])
    head = ["", "per second", "longest answer ms", "while Stripe hangs: per second", "longest answer ms", "goal"]
    return (
        f"{_table(head, rows)}\n\nMeanwhile {len(refusals):,} checkouts were refused (503) because enough of them "
        f"waited for Stripe; the slowest refusal took {max(refusals, default=0) * 1000:,.0f} ms."
    )


def disk(orders: int, kept: float, purged: float) -> str:
    return _table(
        ["", "bytes per paid order"],
        [["payloads kept", f"{kept:,.0f}"], ["payloads purged", f"{purged:,.0f}"]],
    ) + (
        f"\n\nAll tables and indexes, by {orders:,} orders that one event of 3 kB paid; without dead rows. "
        "Facts and what is personal are kept."
    )


def _table(head: list[str], rows: list[list[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [head, ["-" * max(width, 3) for width in widths], *rows]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in lines
    )
