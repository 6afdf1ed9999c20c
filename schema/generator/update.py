"""A new pin: the schema and version of another runtime, and the changes to the contract."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from .history import read_history, version_key, write_history
from .ir import Schema
from .load import ENVELOPES, SCHEMA_DIR, Contract, flatten, load_contract, read_bundle
from .patches import patched
from .pin import read_runtime_bundles, runtime_version, write_pin
from .since import cut_back, extend

__all__ = ["Changes", "compare", "set_version", "update"]

_VERSION_LINE = re.compile(r'^__version__ = ".*"$', re.MULTILINE)
_RUNTIME_PIN = re.compile(r"(openai-codex-cli-bin==)[0-9A-Za-z.+-]+")


@dataclass(slots=True)
class Changes:
    """Names that are new, gone or different between two contracts, methods and types apart."""

    old_version: str
    new_version: str
    methods: dict[str, list[str]] = field(default_factory=dict)
    types: dict[str, list[str]] = field(default_factory=dict)

    def __str__(self) -> str:
        lines = [f"runtime {self.old_version} -> {self.new_version}"]
        for what, changes in (("methods", self.methods), ("types", self.types)):
            for how, names in changes.items():
                lines.append(f"{how} {what}: {len(names)}")
                lines += [f"  {name}" for name in names]
        return "\n".join(lines)


def compare(old: Contract, new: Contract) -> Changes:
    """List what changed from one contract to another, stability included."""
    return Changes(
        old.version,
        new.version,
        methods=_changes(_methods(old), _methods(new)),
        types=_changes(_types(old), _types(new)),
    )


def _changes(old: dict[str, object], new: dict[str, object]) -> dict[str, list[str]]:
    return {
        "added": sorted(new.keys() - old.keys()),
        "removed": sorted(old.keys() - new.keys()),
        "changed": sorted(name for name in old.keys() & new.keys() if old[name] != new[name]),
    }


def _methods(contract: Contract) -> dict[str, object]:
    found: dict[str, object] = {}
    for envelope, direction in ENVELOPES.items():
        for variant in contract.defs.get(envelope, {}).get("oneOf", []):
            name = variant["properties"]["method"]["enum"][0]
            params: Schema = variant["properties"].get("params", {})
            experimental = name in contract.experimental_methods
            found[name] = (direction, params, sorted(variant["required"]), experimental)
    return found


def _types(contract: Contract) -> dict[str, object]:
    return {
        name: (
            schema,
            name in contract.experimental,
            contract.experimental_fields.get(name, frozenset()),
        )
        for name, schema in contract.defs.items()
        if name not in ENVELOPES
    }


def set_version(version: str, project: Path) -> None:
    """Make a version the version of the SDK and of the runtime it asks for.

    Raises:
        ValueError: A file does not hold the line that is to be replaced.
    """
    version_line = f'__version__ = "{version}"'
    changes = {
        project / "src" / "trio_codex" / "_version.py": (_VERSION_LINE, version_line),
        project / "pyproject.toml": (_RUNTIME_PIN, rf"\g<1>{version}"),
    }
    replaced: dict[Path, str] = {}
    for path, (pattern, replacement) in changes.items():
        text, count = pattern.subn(replacement, path.read_text(encoding="utf-8"))
        if count == 0:
            raise ValueError(f"{path.name} holds nothing like {pattern.pattern}")
        replaced[path] = text
    for path, text in replaced.items():
        path.write_text(text, encoding="utf-8")


def update(codex_bin: Path, root: Path = SCHEMA_DIR) -> Changes:
    """Pin the schema and the version of a runtime, and add it to the history.

    An older runtime may be pinned if the history has its version.

    Args:
        codex_bin: The runtime's binary.
        root: The schema directory of the project.

    Returns:
        What changed since the runtime pinned before.

    Raises:
        SchemaError: The runtime is older than the one pinned before, and not in the history.
        ValueError: A file of the project does not name the version.
    """
    old = load_contract(root)
    version = runtime_version(codex_bin)
    bundles = read_runtime_bundles(codex_bin)
    history = read_history(root, old.version)
    if version != old.version:
        defs = flatten(json.loads(bundles["experimental"]))
        if version_key(version) > version_key(old.version):
            history = extend(history, version, read_bundle("experimental", root), defs)
        else:
            history = cut_back(history, version, patched(defs))
    set_version(version, root.parent)
    write_pin(version, bundles, root)
    write_history(history, root)
    return compare(old, load_contract(root))
