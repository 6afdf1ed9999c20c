"""Sum of the test reports of all interpreters, in one line: `N passed, N failed`."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

__all__ = ["main", "tally"]


def tally(reports: list[Path]) -> tuple[int, int, int]:
    """Count passed, failed and skipped tests over JUnit reports."""
    passed = failed = skipped = 0
    for report in reports:
        for suite in ET.parse(report).getroot().iter("testsuite"):
            broken = int(suite.get("failures", "0")) + int(suite.get("errors", "0"))
            left_out = int(suite.get("skipped", "0"))
            failed += broken
            skipped += left_out
            passed += int(suite.get("tests", "0")) - broken - left_out
    return passed, failed, skipped


def main() -> int:
    """Print the line for the reports of a folder; fail if a test failed or none ran."""
    passed, failed, skipped = tally(sorted(Path(sys.argv[1]).glob("*.xml")))
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
