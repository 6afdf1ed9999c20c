"""Google-style docstrings: the text, and the description of each parameter or attribute."""

from __future__ import annotations

import inspect
import re
from typing import Final, NamedTuple

__all__ = ["Docstring", "read_docstring"]

_SECTION: Final = re.compile(
    r"(Args|Arguments|Parameters|Attributes|Returns?|Yields|Raises|Examples?|Notes?|See Also|Warns)"
    r":\s*\Z"
)
_NAMED: Final = frozenset({"Args", "Arguments", "Parameters", "Attributes"})
_ENTRY: Final = re.compile(r"\*{0,2}(?P<name>\w+)\s*(?:\([^)]*\))?\s*:\s*(?P<text>.*)\Z")


class Docstring(NamedTuple):
    """The parts of a docstring.

    Attributes:
        text: everything before the first section.
        entries: the description of each name in its Args or Attributes section.
    """

    text: str
    entries: dict[str, str]


def read_docstring(doc: str | None) -> Docstring:
    """Splits a docstring into its text and its entries."""
    text: list[str] = []
    entries: dict[str, list[str]] = {}
    section: str | None = None
    name, margin = "", 0
    for line in inspect.cleandoc(doc or "").splitlines():
        heading = _SECTION.match(line)
        if heading:
            section, name, margin = heading[1], "", 0
        elif section is None:
            text.append(line)
        elif section in _NAMED and line.strip():
            indent = len(line) - len(line.lstrip())
            entry = _ENTRY.match(line.strip())
            # The first entry sets the margin; deeper lines continue an entry.
            if entry and (not name or indent <= margin):
                name, margin = entry["name"], indent
                entries[name] = [entry["text"].strip()]
            elif name:
                entries[name].append(line.strip())
    return Docstring(
        "\n".join(text).strip(), {key: " ".join(lines).strip() for key, lines in entries.items()}
    )
