"""Tables of the figures: the budget with its verdicts, and the figures behind it."""

from __future__ import annotations

import statistics
from collections.abc import Collection, Iterable, Sequence

from .cases import FLOOR, LOOP, OURS, PEER, PEER_ASYNC, TWIN, UNIX
from .rows import BUDGETS, FIGURES, Budget, Figure
from .runner import Samples

COLUMNS = (
    (FLOOR, "floor"),
    (PEER, "peer sync"),
    (PEER_ASYNC, "peer async"),
    (OURS, "ours"),
    (TWIN, "ours blocking"),
    (LOOP, "ours asyncio"),
    (UNIX, "ours, Unix socket"),
)


def number(value: float) -> str:
    """A figure as people read it: three digits that count."""
    if abs(value) >= 10_000:
        return f"{value / 1000:,.0f}k"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def spread(values: Sequence[float]) -> str:
    """How far from their median the rounds were, in percent of it."""
    middle = statistics.median(values)
    if len(values) < 2 or not middle:
        return ""
    worst = max(abs(value - middle) for value in values) / abs(middle)
    return f" ±{worst:.0%}"


def _cell(samples: Samples, library: str, row: Figure) -> str:
    if (library, row.case) in samples.failures:
        return "failed"
    values = samples.series((library, row.case), row.metric)
    return number(statistics.median(values)) + spread(values) if values else "-"


def _budget(samples: Samples, row: Budget) -> list[str]:
    middle = row.value(samples.medians())
    each = [value for figures in samples.rounds if (value := row.value(figures)) is not None]
    span = f"{number(min(each))} .. {number(max(each))}" if len(each) > 1 else ""
    sign = ">=" if row.least else "<="
    shown = "-" if middle is None else f"{number(middle)} {row.unit}"
    bounds = [f"{sign} {bound:g}" for bound in (row.must, row.aim)]
    return [row.what, shown, span, *bounds, row.verdict(middle)]


def _aligned(rows: Iterable[Sequence[str]]) -> list[str]:
    cells = [list(row) for row in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(cells[0]))]
    lines = []
    for row in cells:
        padded = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        lines.append("| " + " | ".join(padded) + " |")
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return lines


def budget_table(samples: Samples, cases: Collection[str]) -> list[str]:
    """The budget's rows with their verdicts."""
    head = ["what", "measured", "rounds", "must", "aim", "verdict"]
    rows = [_budget(samples, row) for row in BUDGETS if row.case in cases]
    return _aligned([head, *rows])


def figure_table(samples: Samples, cases: Collection[str]) -> list[str]:
    """The medians of every library, and how far a round was from them at most."""
    head = ["figure", "unit", *(title for _, title in COLUMNS)]
    rows = [
        [row.title, row.unit, *(_cell(samples, library, row) for library, _ in COLUMNS)]
        for row in FIGURES
        if row.case in cases
    ]
    return _aligned([head, *rows])


def decode_table(samples: Samples) -> list[str]:
    """Microseconds from bytes to a typed object, per kind of message."""
    medians = samples.medians()
    peer, ours = medians.get((PEER, "decode"), {}), medians.get((OURS, "decode"), {})
    rows = []
    for name in sorted({*peer, *ours}, key=lambda name: peer.get(name, 0.0)):
        both = name in peer and name in ours
        cells = [number(side[name]) if name in side else "-" for side in (peer, ours)]
        rows.append(
            [name.removeprefix("us:"), *cells, number(peer[name] / ours[name]) if both else "-"]
        )
    return _aligned([["message", "peer, us", "ours, us", "times faster"], *rows])


def failures(samples: Samples) -> list[str]:
    """What gave no figure, and why."""
    names = dict(COLUMNS)
    return [
        f"- {names[library]}, {case}: {' '.join(reason.split())}"
        for (library, case), reason in sorted(samples.failures.items())
    ]


def page(samples: Samples, cases: Collection[str], machine: Sequence[str], rounds: int) -> str:
    """Everything, as Markdown."""
    parts = [
        "# Benchmarks",
        "",
        "Written by `nox -s bench`. All libraries read the same replayed bytes in the same run,",
        f"in turn, each in a process of its own; figures are medians of {rounds} rounds,",
        "in short runs of fewer where a figure takes long or has little spread.",
        "The floor reads the pipe, splits the lines and parses them, and does nothing else.",
        "Round trips and first deltas are taken with the server on a core of its own.",
        "",
        *(f"- {fact}" for fact in machine),
        "",
        "## The budget",
        "",
        *budget_table(samples, cases),
        "",
        "`rounds` is the smallest and the largest value of a single round.",
        "",
        "## The figures",
        "",
        *figure_table(samples, cases),
    ]
    if "decode" in cases:
        parts += ["", "## Decoding: bytes to a typed object", "", *decode_table(samples)]
    if samples.failures:
        parts += ["", "## No figure", "", *failures(samples)]
    return "\n".join(parts) + "\n"
