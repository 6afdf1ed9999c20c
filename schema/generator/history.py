"""History of the protocol: the first published runtime that supports each thing a client can send.

`schema/history.json` holds it. It is made from the schemas that the published runtimes write, one
after the other (`since`), and a new pin adds one more. It has these parts:

* `versions`: the runtimes that were looked at, oldest first.
* `methods`: method -> the first version that has it.
* `params`: method -> place (see `places`) -> the first version that has it.
* `optional`: field that the newest schema requires -> the first version that always sends it. The
  patches make these optional, because a reply without them is still a reply.

What the oldest version supports is left out, and so is what came together with its method.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["History", "history_text", "read_history", "version_key", "write_history"]

_FILE = "history.json"


@dataclass(frozen=True, slots=True)
class History:
    """The contents of history.json."""

    versions: tuple[str, ...]
    methods: dict[str, str] = field(default_factory=dict)
    params: dict[str, dict[str, str]] = field(default_factory=dict)
    optional: dict[str, str] = field(default_factory=dict)


def version_key(version: str) -> tuple[tuple[int, ...], bool, tuple[tuple[int, str], ...]]:
    """Give the sort key of a version; a pre-release comes before its release."""
    numbers, _, label = version.partition("-")
    parts = tuple((int(part), "") if part.isdigit() else (-1, part) for part in label.split("."))
    return tuple(map(int, numbers.split("."))), not label, parts


def history_text(history: History) -> str:
    """Write a history the one way it is kept."""
    content = {
        "methods": history.methods,
        "optional": history.optional,
        "params": history.params,
        "versions": history.versions,
    }
    return f"{json.dumps(content, indent=1, sort_keys=True)}\n"


def write_history(history: History, root: Path) -> None:
    """Write history.json."""
    (root / _FILE).write_text(history_text(history), encoding="utf-8")


def read_history(root: Path, version: str) -> History:
    """Read history.json; without the file, the history begins with the given version."""
    path = root / _FILE
    if not path.is_file():
        return History((version,))
    raw = json.loads(path.read_text(encoding="utf-8"))
    return History(tuple(raw["versions"]), raw["methods"], raw["params"], raw["optional"])
