"""Pin: the schema bundles and the version of one runtime."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from pathlib import Path

from .ir import Schema
from .load import BUNDLE, SCHEMA_DIR, bundle_path, bundle_text, sha256

__all__ = ["STABILITIES", "read_runtime_bundles", "runtime_version", "save_bundle", "write_pin"]

STABILITIES = ("stable", "experimental")
_TIMEOUT = 120.0


def runtime_version(codex_bin: Path) -> str:
    """Ask a runtime for its version.

    Raises:
        ValueError: Its output has no version.
    """
    shown = _run([str(codex_bin), "--version"])
    found = re.search(r"\d+\.\d+\.\d+(?:[-.+][0-9A-Za-z.]+)?", shown)
    if found is None:
        raise ValueError(f"{codex_bin} --version printed no version: {shown.strip()!r}")
    return found.group()


def read_runtime_bundles(codex_bin: Path) -> dict[str, str]:
    """Make a runtime write its schema; return both bundles in the stored form."""
    texts: dict[str, str] = {}
    for stability in STABILITIES:
        with tempfile.TemporaryDirectory() as directory:
            command = [str(codex_bin), "app-server", "generate-json-schema", "--out", directory]
            _run(command + ["--experimental"] * (stability == "experimental"))
            raw: Schema = json.loads((Path(directory) / BUNDLE).read_text(encoding="utf-8"))
        texts[stability] = bundle_text(raw)
    return texts


def save_bundle(codex_bin: Path, directory: Path) -> Path:
    """Save the experimental bundle of a runtime as `VERSION.json`; return the file."""
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / f"{runtime_version(codex_bin)}.json"
    path.write_text(read_runtime_bundles(codex_bin)["experimental"], encoding="utf-8")
    return path


def write_pin(version: str, texts: dict[str, str], root: Path = SCHEMA_DIR) -> None:
    """Write the bundles and the PINNED.json that names them."""
    sums: dict[str, str] = {}
    for stability, text in texts.items():
        path = bundle_path(stability, root)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        sums[stability] = sha256(path)
    pin = json.dumps({"sha256": sums, "version": version}, indent=2, sort_keys=True)
    (root / "PINNED.json").write_text(f"{pin}\n", encoding="utf-8")


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=_TIMEOUT)
    return done.stdout
