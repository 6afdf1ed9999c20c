"""Redaction of secrets in reprs and messages, by the names of their keys.

The generator marks the secret fields of generated types (`secret` in their metadata). In values
without a type, such as runtime settings and raw JSON, the names of the keys decide.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

__all__ = [
    "HIDDEN",
    "hides_path",
    "hides_values",
    "is_secret_name",
    "kind_of",
    "redacted",
    "redacted_arguments",
    "redacted_line",
    "redacted_settings",
]

HIDDEN: Final = "***"

# Names are compared in lower case without `_` and `-`.
_NAMES: Final = frozenset(
    {
        "accesskeyid",
        "apikey",
        "authorization",
        "authorizationurl",
        "authurl",
        "cookie",
        "credentials",
        "pairingcode",
        "manualpairingcode",
        "passphrase",
        "setcookie",
        "usercode",
    }
)
_SUFFIXES: Final = ("accesskey", "apikey", "passwd", "password", "privatekey", "secret", "token")
# Tokens that are identifiers, not secrets.
_HARMLESS: Final = frozenset({"cancellationtoken", "nextpagetoken", "progresstoken"})
# Maps with arbitrary keys: each of their values may be a secret. `set` is
# `shell_environment_policy.set` of the runtime's settings.
_MAPS: Final = frozenset({"env", "headers", "httpheaders", "queryparams", "requestheaders", "set"})
# Not compiled at start-up, which would take half a millisecond.
_OPTION: Final = r"--?([A-Za-z][\w-]*)\Z"
_MEMBER: Final = rb'("((?:[^"\\]|\\.)*)"\s*:\s*")((?:[^"\\]|\\.)+)'
_STEP: Final = r"[A-Za-z][\w-]*"


def _plain(name: str) -> str:
    return name.replace("_", "").replace("-", "").lower()


def is_secret_name(name: str) -> bool:
    """Whether the value of this key is a secret."""
    plain = _plain(name)
    return plain in _NAMES or (plain.endswith(_SUFFIXES) and plain not in _HARMLESS)


def hides_values(name: str) -> bool:
    """Whether the value of this key is a map whose values may be secrets."""
    return _plain(name) in _MAPS


def hides_path(path: str) -> bool:
    """Whether a dotted key or a JSON path contains the name of a secret."""
    return any(is_secret_name(step) or hides_values(step) for step in re.findall(_STEP, path))


def redacted(value: object, *, secret: bool = False) -> object:
    """Returns a value for a repr, with its secrets replaced.

    Args:
        value: JSON, or a container of other values.
        secret: whether the value is a secret as a whole; its shape and its keys are still shown.
    """
    if isinstance(value, Mapping):
        return {key: redacted(item, secret=secret or _hides(key)) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        items = [redacted(item, secret=secret) for item in value]
        return items if isinstance(value, list) else tuple(items)
    return HIDDEN if secret and value is not None and not isinstance(value, bool) else value


def _hides(key: object) -> bool:
    return isinstance(key, str) and (is_secret_name(key) or hides_values(key))


def redacted_settings(settings: object) -> Any:
    """Returns runtime settings, as a mapping or as `key=value` strings, without their secrets."""
    if isinstance(settings, Mapping):
        return {
            key: redacted(item, secret=isinstance(key, str) and hides_path(key))
            for key, item in settings.items()
        }
    if isinstance(settings, (list, tuple)):
        return tuple(_redacted_setting(item) for item in settings)
    return settings


def _redacted_setting(text: object) -> object:
    """Returns a redacted `key=value` string; an inline table is not parsed but hidden."""
    if not isinstance(text, str):
        return text
    key, equals, value = text.partition("=")
    if equals and (hides_path(key) or "{" in value):
        return f"{key}={HIDDEN}"
    return text


def redacted_arguments(arguments: object) -> Any:
    """Returns a command line without the secrets in its options and settings."""
    if not isinstance(arguments, (list, tuple)):
        return arguments
    shown = list(redacted_settings(arguments))
    for index, argument in enumerate(shown[:-1]):
        option = re.match(_OPTION, argument) if isinstance(argument, str) else None
        if option is not None and is_secret_name(option[1]):
            shown[index + 1] = HIDDEN
    return tuple(shown)


def redacted_line(line: bytes) -> bytes:
    """Returns a line of JSON, which may be invalid or truncated, without its secrets."""
    return re.sub(_MEMBER, _redacted_member, line)


def _redacted_member(match: re.Match[bytes]) -> bytes:
    secret = is_secret_name(match[2].decode("utf-8", "replace"))
    return match[1] + HIDDEN.encode() if secret else match[0]


def kind_of(value: object) -> str:
    """Returns the kind and the size of a value, for a message that must not show it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "a boolean"
    if isinstance(value, str):
        return f"a string of {len(value)} characters"
    if isinstance(value, (int, float)):
        return "a number"
    if isinstance(value, Mapping):
        return f"an object with {len(value)} keys"
    if isinstance(value, (list, tuple)):
        return f"a list of {len(value)}"
    return f"a value of type {type(value).__name__}"
