"""Turns nested settings into the text of a config.toml."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._config import ConfigOverride

__all__ = ["merged", "toml_document"]

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def merged(
    settings: Mapping[str, ConfigOverride], extra: Mapping[str, ConfigOverride]
) -> dict[str, ConfigOverride]:
    """Lay settings over others, table by table; dotted keys in `extra` reach into tables."""
    result = dict(settings)
    for key, value in extra.items():
        head, dot, rest = key.partition(".")
        below = result.get(head)
        table = below if isinstance(below, dict) else {}
        if dot:
            result[head] = merged(table, {rest: value})
        elif isinstance(value, Mapping):
            result[head] = merged(table, value)
        else:
            result[head] = value
    return result


def toml_document(settings: Mapping[str, ConfigOverride]) -> str:
    """Write settings as TOML, one dotted key on a line, so that no table header is needed."""
    lines = (f"{'.'.join(path)} = {_value(value)}\n" for path, value in _leaves((), settings))
    return "".join(lines)


def _leaves(
    path: tuple[str, ...], settings: Mapping[str, ConfigOverride]
) -> Iterator[tuple[tuple[str, ...], ConfigOverride]]:
    for key, value in settings.items():
        here = (*path, _key(key))
        if isinstance(value, Mapping) and value:
            yield from _leaves(here, value)
        else:
            yield here, value


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _string(key)


def _string(text: str) -> str:
    # JSON's escapes are TOML's, but for DEL, which TOML wants escaped too.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _value(value: ConfigOverride) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(key)} = {_value(item)}" for key, item in value.items())
        return f"{{{inner}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_value(item) for item in value)}]"
    if isinstance(value, float) and not math.isfinite(value):
        return "nan" if math.isnan(value) else ("inf" if value > 0 else "-inf")
    if isinstance(value, (int, float)):
        return repr(value)
    raise TypeError(f"TOML has no {type(value).__name__}")
