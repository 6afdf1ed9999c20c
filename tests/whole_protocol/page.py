"""The protocol coverage page, written from the tables of the scenarios."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from trio_codex.protocol.methods import METHODS

from .tables import SCENARIOS, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trio_codex.protocol.methods import Direction

    from .tables import Row

__all__ = ["coverage_page"]

INTRODUCTION = """\
# Protocol coverage

The parts of the app-server protocol that the tests cover, with the pinned runtime on Linux and no
network except 127.0.0.1. The tables are in `tests/whole_protocol`: each scenario is a run of the
real runtime, and a test fails when a reply, a notification or a request of the server does not
decode, or contains a key, an enum value or a variant that its type does not have.

*Answered*: the real runtime answered, and the types cover the whole answer. *Refused*: the real
runtime returned the error that is expected in this environment, for the reason in the table.
*Seen*: the real runtime sent it. *Seen in a fake*: only a scripted server sent it. A dagger (†)
marks replies in which the runtime does not follow its own schema.

This page is generated: `python -m tests.whole_protocol --write docs/protocol-coverage.md`.
"""
SECTIONS: tuple[tuple[Direction, str], ...] = (
    ("client_request", "Requests of the client"),
    ("server_request", "Requests of the server"),
    ("server_notification", "Notifications of the server"),
    ("client_notification", "Notifications of the client"),
)


def coverage_page() -> str:
    """Write the page."""
    lines = [INTRODUCTION, *_totals(), *_scenarios()]
    for direction, title in SECTIONS:
        lines += [f"## {title}", "", "| method | status | where | why |", "|---|---|---|---|"]
        lines += [_line(row) for row in rows(direction)]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _totals() -> Iterator[str]:
    yield "## Totals"
    yield ""
    yield "| | all | real runtime | status |"
    yield "|---|---|---|---|"
    for direction, title in SECTIONS:
        found = rows(direction)
        counts = Counter(row.status for row in found)
        real = sum(number for status, number in counts.items() if status != "seen in a fake")
        how = ", ".join(f"{number} {status}" for status, number in sorted(counts.items()))
        yield f"| {title} | {len(found)} | {real} | {how} |"
    yield ""


def _scenarios() -> Iterator[str]:
    yield "## Scenarios"
    yield ""
    yield "| name | content |"
    yield "|---|---|"
    for scenario in SCENARIOS:
        yield f"| {scenario.name} | {scenario.about} |"
    yield ""


def _line(row: Row) -> str:
    dagger = " †" if row.deviation else ""
    stability = " (experimental)" if METHODS[row.method].experimental else ""
    cells = (
        f"`{row.method}`{stability}",
        f"{row.status}{dagger}",
        ", ".join(row.how),
        row.why,
    )
    return "| " + " | ".join(cells) + " |"
