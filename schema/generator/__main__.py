"""Turns the pinned schema into the generated package: `python -m schema.generator`."""

from __future__ import annotations

import argparse
import difflib
import sys
from pathlib import Path

from .history import write_history
from .load import SCHEMA_DIR, load_contract, read_bundle, read_pin
from .package import PACKAGE_DIR, generate
from .pin import save_bundle
from .since import history_of, read_bundles
from .update import update

__all__ = ["check", "main", "write"]


def write(package_dir: Path = PACKAGE_DIR) -> None:
    """Write the package and remove what is no longer part of it."""
    files = generate(load_contract())
    package_dir.mkdir(parents=True, exist_ok=True)
    for stale in sorted(package_dir.glob("*.py")):
        if stale.name not in files:
            stale.unlink()
    for name, text in files.items():
        (package_dir / name).write_text(text, encoding="utf-8")


def check(package_dir: Path = PACKAGE_DIR) -> list[str]:
    """Compare the package with what the schema says; the diff is empty when they agree."""
    wanted = generate(load_contract())
    present = {path.name: path.read_text(encoding="utf-8") for path in package_dir.glob("*.py")}
    diff: list[str] = []
    for name in sorted(wanted.keys() | present.keys()):
        old, new = present.get(name, ""), wanted.get(name, "")
        old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
        diff += difflib.unified_diff(old_lines, new_lines, f"present/{name}", f"wanted/{name}")
    return diff


def main(argv: list[str] | None = None) -> int:
    """Run the command line; the result is the exit code."""
    parser = argparse.ArgumentParser(prog="python -m schema.generator", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail on drift")
    commands = parser.add_subparsers(dest="command")
    updating = commands.add_parser("update", help="pin another runtime and regenerate")
    updating.add_argument("--codex-bin", type=Path, required=True, help="the runtime to pin")
    saving = commands.add_parser("save-schema", help="save the schema of an older runtime")
    saving.add_argument("--codex-bin", type=Path, required=True, help="the runtime")
    saving.add_argument("directory", type=Path, help="where VERSION.json is written")
    computing = commands.add_parser("history", help="compute the history anew, and regenerate")
    computing.add_argument("directory", type=Path, help="the schemas that were saved")
    options = parser.parse_args(argv)
    if options.command == "update":
        changes = update(options.codex_bin)
        write()
        print(changes)
        return 0
    if options.command == "save-schema":
        print(save_bundle(options.codex_bin, options.directory))
        return 0
    if options.command == "history":
        bundles = read_bundles(options.directory)
        bundles[read_pin().version] = read_bundle("experimental")
        write_history(history_of(bundles), SCHEMA_DIR)
    if options.check:
        diff = check()
        sys.stdout.writelines(diff)
        return 1 if diff else 0
    write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
