"""Reviews the uncommitted changes of a repository and prints the findings."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import Codex


def main() -> None:
    with pick_config() as config, Codex(config) as codex:
        # With the raw events the findings have all that the reviewer wrote.
        thread = codex.thread_start(experimental_raw_events=True)
        with thread.review() as review:
            result = review.run()
        for finding in result.findings:
            first, last = finding.line_range or (0, 0)
            name = Path(finding.path or "").name
            print(f"P{finding.priority} {finding.title} ({name}:{first}-{last})")
            print(f"   {finding.body}")
        print(f"{result.correctness}: {result.explanation}")


if __name__ == "__main__":
    main()
