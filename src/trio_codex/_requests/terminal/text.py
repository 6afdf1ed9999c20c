"""Text of the terminal prompts: escaping, and a frame around text from a model or a server."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Row", "as_json", "escape", "frame", "render"]

Row = tuple[str, str]
"""A label of this library, and a text from outside."""

FRAME: Final = "  | "
_TAB: Final = "    "
_SMALLEST_WIDTH: Final = 8
# More combining marks than any script needs: stacked, they cover the lines around them.
_MARKS_IN_A_ROW: Final = 3
_WIDE: Final = frozenset("AFW")

# Default_Ignorable_Code_Point and other characters without a visible shape whose category says
# letter, mark or symbol; the control and format characters are found by their category.
_INVISIBLE: Final = (
    (0x034F, 0x034F),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x2800, 0x2800),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFFA0, 0xFFA0),
    (0x1D159, 0x1D159),
    (0xE0000, 0xE0FFF),
)


def escape(text: str) -> str:
    """Returns text with everything that a terminal would interpret or hide written as an escape.

    These are control and format characters, line and paragraph separators, every space but the
    ordinary one, characters without a visible shape, and long runs of combining marks. Newlines
    are kept: `frame` splits on them.
    """
    if text.isascii() and text.isprintable():
        return text
    shown: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if char == "\t":
            shown.append(_TAB)
        elif char in "\n " or not (_hidden(char, category) or marks > _MARKS_IN_A_ROW):
            shown.append(char)
        else:
            shown.append(char.encode("unicode_escape", "backslashreplace").decode("ascii"))
    return "".join(shown)


def _hidden(char: str, category: str) -> bool:
    if category[0] in "CZ":
        return True
    code = ord(char)
    return any(first <= code <= last for first, last in _INVISIBLE)


def frame(text: str, width: int) -> str:
    """Returns text in which every line on the screen begins with a frame.

    Lines are broken here, before the terminal would: a line that it wraps continues in the first
    column, where the questions of this library are.

    Args:
        text: text from a model or a server.
        width: columns of the screen.
    """
    columns = max(width - len(FRAME), _SMALLEST_WIDTH)
    lines = [piece for line in escape(text).split("\n") for piece in _pieces(line, columns)]
    return "".join(f"{FRAME}{line}\n" for line in lines)


def _pieces(line: str, columns: int) -> Iterable[str]:
    """Breaks a line into pieces that fit; a character of unclear width counts as a wide one."""
    if len(line) <= columns and line.isascii():
        return [line]
    pieces: list[str] = []
    piece: list[str] = []
    used = 0
    for char in line:
        width = 2 if unicodedata.east_asian_width(char) in _WIDE else 1
        if used + width > columns:
            pieces.append("".join(piece))
            piece, used = [], 0
        piece.append(char)
        used += width
    return [*pieces, "".join(piece)]


def render(title: str, rows: Iterable[Row], width: int) -> str:
    """Returns a title, and below it each label with its text in a frame."""
    parts = [f"\n{title}\n"]
    for label, text in rows:
        parts.append(f"  {label}:\n{frame(text, width)}")
    return "".join(parts)


def as_json(value: object) -> str:
    """Returns a value of the protocol as JSON text."""
    from ...protocol.converter import unstructure

    return json.dumps(unstructure(value), ensure_ascii=False, indent=1)
