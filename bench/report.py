"""What was measured, as tables."""

from statistics import median

from bench.load import Sample


def table(samples: dict[tuple[str, int], list[Sample]]) -> str:
    lines = [
        f"{'':22}{'conns':>6}{'per s':>8}{'spread':>14}{'p50 ms':>8}{'p99 ms':>8}{'CPU s/1000: service':>21}{'PostgreSQL':>12}"
    ]
    for (what, connections), rounds in samples.items():
        rates = sorted(sample.rate for sample in rounds)
        lines.append(
            f"{what:22}{connections:6}{median(rates):8.0f}{f'{rates[0]:.0f}-{rates[-1]:.0f}':>14}"
            f"{median(s.p50 for s in rounds):8.1f}{median(s.p99 for s in rounds):8.1f}"
            f"{median(s.service_cpu for s in rounds):21.2f}{median(s.postgres_cpu for s in rounds):12.2f}"
        )
    return "\n".join(lines)
