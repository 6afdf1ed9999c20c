"""Python names of fields, enum members and classes."""

from __future__ import annotations

import keyword
import re

__all__ = ["enum_member", "field_name", "pascal", "title_name"]

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+")

# A field of one of these names would hide the type from the annotations that follow it.
_SHADOWED = frozenset({"bool", "dict", "float", "int", "list", "str"})


def _words(name: str) -> list[str]:
    """Split at case changes and punctuation; digits stay with the word before them."""
    words: list[str] = []
    for chunk in re.split(r"[^A-Za-z0-9]+", name):
        start = len(words)
        for word in _WORD.findall(chunk):
            if word.isdigit() and len(words) > start:
                words[-1] += word
            else:
                words.append(word)
    return words


def field_name(wire: str) -> str:
    """Give the snake_case attribute of the JSON key `wire`."""
    name = "_".join(word.lower() for word in _words(wire))
    if not name.isidentifier():
        raise ValueError(f"no attribute name can be made of {wire!r}")
    return f"{name}_" if keyword.iskeyword(name) or name in _SHADOWED else name


def enum_member(value: str) -> str:
    """Give the UPPER_CASE member name of the enum value `value`."""
    name = "_".join(word.upper() for word in _words(value)) or "EMPTY"
    return name if name.isidentifier() else f"V{name}"


def pascal(text: str) -> str:
    """Give the PascalCase form of a tag value or key, to build class names from."""
    return "".join(word[:1].upper() + word[1:] for word in _words(text))


def title_name(title: str) -> str:
    """Give the class name a schema `title` stands for; the runtime's namespace is left out."""
    name = re.sub(r"[^A-Za-z0-9]", "", title.replace("v2::", ""))
    return name[:1].upper() + name[1:]
