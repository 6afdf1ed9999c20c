"""Measures and prints the tables: python -m tests.benchmarks --peer-python PATH."""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
import time
from pathlib import Path

import attrs

from . import table
from .cases import CASES, EVERYONE, FULL, QUICK, UNIX
from .interpreters import ROOT, Interpreters
from .machine import describe
from .runner import FRESH, Runner

LIBRARIES = (*EVERYONE, UNIX)
NAMES = (*FRESH, *(case.key for case in CASES))


def parsed(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the same table in under 90 s")
    parser.add_argument("--only", nargs="+", choices=NAMES, metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--libraries", nargs="+", choices=LIBRARIES, default=LIBRARIES)
    parser.add_argument("--rounds", type=int, help="5, or 3 with --quick")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the page there, too")
    parser.add_argument(
        "--peer-python",
        default=os.environ.get("PEER_PYTHON", sys.executable),
        metavar="PATH",
        help="the interpreter of an environment that has openai-codex",
    )
    return parser.parse_args(arguments)


def main() -> None:
    """Measure, print and perhaps write."""
    wanted = parsed()
    if importlib.util.find_spec("trio_codex") is None:
        sys.path.append(str(ROOT / "src"))
    size = QUICK if wanted.quick else FULL
    if wanted.rounds:
        size = attrs.evolve(size, rounds=wanted.rounds)
    interpreters = Interpreters(peer=wanted.peer_python)
    cases = wanted.only or NAMES
    start = time.monotonic()

    def note(text: str) -> None:
        print(f"{time.monotonic() - start:6.1f} s  {text}", file=sys.stderr, flush=True)

    runner = Runner(interpreters, size, frozenset(wanted.libraries))
    samples = runner.run(lambda key: key in cases, note=note)
    page = table.page(samples, cases, describe(interpreters), len(samples.rounds))
    print(page)
    note("done")
    if wanted.write:
        wanted.write.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
