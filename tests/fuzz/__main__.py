"""Runs the fuzzer: `python -m tests.fuzz [--seconds N]`.

Needs atheris. What is found stands in the current directory as `crash-...`; put it into the corpus
under a name that says what it is, together with the fix.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
PACKAGES = ["trio_codex._wire", "trio_codex.protocol", "trio_codex.errors"]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="how long to look (default 60)")
    options = parser.parse_args()
    import atheris  # type: ignore[import-untyped,import-not-found,unused-ignore]

    with atheris.instrument_imports(include=PACKAGES):
        from tests.fuzz.target import examine

    def one_input(data: bytes) -> None:
        examine(data)

    with tempfile.TemporaryDirectory(prefix="trio-codex-fuzz-") as found:
        # New inputs go into the first folder; the committed corpus is only read.
        arguments = [sys.argv[0], f"-max_total_time={options.seconds}", "-max_len=6000"]
        arguments += ["-print_final_stats=1", "-timeout=20", found, str(CORPUS)]
        atheris.Setup(arguments, one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
