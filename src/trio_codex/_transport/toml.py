"""TOML writer for runtime settings: `key=value` arguments, and the text of a config.toml."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, cast

from .._redaction import kind_of
from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from .._config import ConfigOverride

__all__ = ["override_arguments", "toml_document"]

_BARE_KEY = r"[A-Za-z0-9_-]+"
_INT64_MIN, _INT64_MAX = -(2**63), 2**63 - 1
_MAX_DEPTH = 64
_OVERRIDES = "config_overrides"
_ESCAPED = {ord('"'): '\\"', ord("\\"): "\\\\"} | {
    code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)
}


def override_arguments(
    overrides: tuple[str, ...] | Mapping[str, ConfigOverride],
) -> tuple[str, ...]:
    """Returns one `key=value` argument per setting, in order.

    Raises:
        InvalidArgumentError: a setting is not one the runtime could read as it was meant.
    """
    if isinstance(overrides, Mapping):
        return tuple(
            f"{_dotted_key(key)}={_value(value, f'{_OVERRIDES}: {key}', 0)}"
            for key, value in overrides.items()
        )
    return tuple(_checked(text, index) for index, text in enumerate(overrides))


def toml_document(settings: Mapping[str, ConfigOverride]) -> str:
    """Returns the text of a config.toml, one dotted key on a line, so without table headers.

    Raises:
        InvalidArgumentError: a setting cannot be written as TOML.
    """
    lines = (f"{key} = {_value(value, f'config: {key}', 0)}\n" for key, value in _leaves(settings))
    return "".join(lines)


def _leaves(settings: Mapping[str, ConfigOverride]) -> Iterator[tuple[str, ConfigOverride]]:
    for key, value in settings.items():
        name = _key(key, "config")
        if isinstance(value, Mapping) and value:
            yield from ((f"{name}.{below}", leaf) for below, leaf in _leaves(value))
        else:
            yield name, value  # an empty table has no line of its own, so it is written inline


def _checked(text: object, index: int) -> str:
    # Named by its place: what is no setting may be a secret that was meant to be a part of one.
    place = f"{_OVERRIDES}[{index}]"
    if not isinstance(text, str):
        raise InvalidArgumentError(f"{place} is {kind_of(text)}, not a 'key=value' string")
    key, equals, _ = text.partition("=")
    if not equals:
        raise InvalidArgumentError(f"{place} has no '=' (it is 'key=value')")
    _dotted_key(key.strip())
    _encodable(text, f"{_OVERRIDES}: {key}")
    return text


def _dotted_key(key: object) -> str:
    # The runtime splits at every dot and at the first '='; it knows no quoted keys here. A key
    # with such a character in it belongs into a nested mapping.
    if not isinstance(key, str):
        raise InvalidArgumentError(f"{_OVERRIDES}: the key {key!r} is not a string")
    if not all(map(str.strip, key.split("."))) or "=" in key or key != key.strip():
        raise InvalidArgumentError(f"{_OVERRIDES}: {key!r} is not a dotted key")
    _encodable(key, f"{_OVERRIDES}: {key}")
    return key


def _value(value: object, path: str, depth: int) -> str:
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _string(value, path)
    if isinstance(value, int):
        if not _INT64_MIN <= value <= _INT64_MAX:
            raise _refusal(path, "is outside the range of a 64-bit integer")
        return int.__repr__(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise _refusal(path, f"is {value}, not a number the runtime takes")
        return float.__repr__(value)
    if depth >= _MAX_DEPTH:
        raise _refusal(path, f"is nested more than {_MAX_DEPTH} deep")
    if isinstance(value, Mapping):
        return _table(cast("Mapping[object, object]", value), path, depth + 1)
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray | memoryview):
        items = (_value(item, f"{path}[{i}]", depth + 1) for i, item in enumerate(value))
        return f"[{', '.join(items)}]"
    if value is None:
        raise _refusal(path, "is None, which TOML cannot say; leave the key out")
    raise _refusal(path, f"is a {type(value).__name__}, which is not a TOML value")


def _table(value: Mapping[object, object], path: str, depth: int) -> str:
    parts = []
    for key, item in value.items():
        if not isinstance(key, str):
            raise _refusal(path, f"has the key {key!r}, which is not a string")
        parts.append(f"{_key(key, path)} = {_value(item, f'{path}.{key}', depth)}")
    return "{" + ", ".join(parts) + "}"


def _key(key: str, path: str) -> str:
    return key if re.fullmatch(_BARE_KEY, key) else _string(key, path)


def _string(text: str, path: str) -> str:
    _encodable(text, path)
    return f'"{text.translate(_ESCAPED)}"'


def _encodable(text: str, path: str) -> None:
    # Not in an `except` block: the codec's error holds the text, which may be a secret.
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise _refusal(path, "holds a lone surrogate")


def _refusal(path: str, reason: str) -> InvalidArgumentError:
    return InvalidArgumentError(f"{ascii(path)[1:-1]} {reason}")
