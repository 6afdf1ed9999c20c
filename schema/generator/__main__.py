"""Command line of the generator: protocol package, option blocks and the blocking face."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterable
from pathlib import Path

from .blocks import CLIENT_DIR, with_options
from .faces.emit import faces_of
from .history import write_history
from .ir import SchemaError
from .load import SCHEMA_DIR, load_contract, read_bundle, read_pin
from .options import read_signatures
from .package import PACKAGE_DIR, generate, generate_client
from .pin import save_bundle
from .since import history_of, read_bundles
from .update import update

__all__ = ["check", "main", "outputs", "write"]


def outputs(package_dir: Path = PACKAGE_DIR, client_dir: Path = CLIENT_DIR) -> dict[Path, str]:
    """Compute every file that the generator writes, or writes a part of, with its text."""
    contract = load_contract()
    package = {package_dir / name: text for name, text in generate(contract).items()}
    client = with_options(read_signatures(contract), client_dir)
    typed = {
        client_dir / "_generated" / name: text for name, text in generate_client(contract).items()
    }
    return package | client | typed | faces_of(client_dir, client)


def write(package_dir: Path = PACKAGE_DIR, client_dir: Path = CLIENT_DIR) -> None:
    """Write what has changed, and remove generated modules that are no longer wanted."""
    files = outputs(package_dir, client_dir)
    for folder in {path.parent for path in files}:
        folder.mkdir(parents=True, exist_ok=True)
    for stale in sorted(_generated(files, client_dir) - files.keys()):
        stale.unlink()
    for path, text in files.items():
        if _text(path) != text:
            path.write_text(text, encoding="utf-8")


def check(package_dir: Path = PACKAGE_DIR, client_dir: Path = CLIENT_DIR) -> list[str]:
    """Compare the files with what they should be; the diff is empty when they agree."""
    wanted = outputs(package_dir, client_dir)
    diff: list[str] = []
    for path in sorted(wanted.keys() | _generated(wanted, client_dir)):
        old, new = (text.splitlines(keepends=True) for text in (_text(path), wanted.get(path, "")))
        name = f"{path.parent.name}/{path.name}"
        diff += difflib.unified_diff(old, new, f"present/{name}", f"wanted/{name}")
    return diff


def _generated(files: Iterable[Path], client_dir: Path) -> set[Path]:
    """Find the modules in the folders that hold nothing by hand."""
    folders = {path.parent for path in files} - {client_dir}
    return {path for folder in folders for path in folder.rglob("*.py")}


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


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
        print(update(options.codex_bin), flush=True)
        write()
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
    try:
        sys.exit(main())
    except SchemaError as error:
        sys.exit(str(error))
