"""Writes the coverage page: `python -m tests.whole_protocol --write PATH`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .page import coverage_page


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.whole_protocol", description=__doc__)
    parser.add_argument("--write", type=Path, metavar="PATH", help="write it there, not to stdout")
    path = parser.parse_args().write
    if path is None:
        sys.stdout.write(coverage_page())
    else:
        path.write_text(coverage_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
