"""Turns what a caller wants of the runtime and its connection into one checked value."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, Union

import attrs

from ._redaction import redacted, redacted_arguments, redacted_settings
from ._version import __version__
from .errors import InvalidArgumentError

if TYPE_CHECKING:
    from os import PathLike

__all__ = ["AppServerConfig", "CodexConfig", "ConfigOverride", "VersionPolicy"]

VersionPolicy: TypeAlias = Literal["exact", "warn", "ignore"]
# Not `X | Y`: it must exist at run time, where the recursion is a forward reference.
ConfigOverride: TypeAlias = Union[  # noqa: UP007
    str, int, float, bool, list["ConfigOverride"], dict[str, "ConfigOverride"]
]

_VERSION_POLICIES = ("exact", "warn", "ignore")


def _text(path: str | PathLike[str] | None) -> str | None:
    if path is None:
        return None
    return path if isinstance(path, str) else path.__fspath__()


def _words(value: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if value is None else tuple(value)


def _names(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(value)


def _frozen_map(value: Mapping[str, str | None] | None) -> Mapping[str, str | None] | None:
    return None if value is None else MappingProxyType(dict(value))


def _frozen_overrides(
    value: Iterable[str] | Mapping[str, ConfigOverride],
) -> tuple[str, ...] | Mapping[str, ConfigOverride]:
    if isinstance(value, Mapping):
        return MappingProxyType(dict(value))
    if isinstance(value, str):
        raise InvalidArgumentError(
            "config_overrides is a tuple of 'key=value' strings or a mapping, not one string; "
            f"write ({redacted_settings((value,))[0]!r},)"
        )
    return tuple(value)


def _positive_int(_: object, field: attrs.Attribute[int], value: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise InvalidArgumentError(
            f"{field.name} must be a whole number of at least 1, not {value!r}"
        )


def _seconds(_: object, field: attrs.Attribute[float], value: float) -> None:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not number or math.isnan(value) or value <= 0:
        raise InvalidArgumentError(
            f"{field.name} must be a positive number of seconds, not {value!r}"
        )


def _known_policy(_: object, field: attrs.Attribute[str], value: str) -> None:
    if value not in _VERSION_POLICIES:
        choices = ", ".join(repr(policy) for policy in _VERSION_POLICIES)
        raise InvalidArgumentError(f"{field.name} must be one of {choices}, not {value!r}")


@attrs.frozen(kw_only=True)
class AppServerConfig:
    """How to start the runtime and how to treat the connection to it.

    `repr` hides the values of `env`, and those settings and arguments whose names say that they
    hold secrets. Other users of the machine can read a command line, `config_overrides` included,
    in the process list: put secrets into `env`.

    Attributes:
        codex_bin: the runtime's binary; by default the pinned runtime package's.
        launch_args_override: the whole command line, instead of the binary and its arguments.
        config_overrides: runtime settings, as `key=value` strings (TOML values) or a mapping of
            dotted keys to values; visible in the process list.
        cwd: the child's working directory; by default this process's.
        env: environment variables set for the child, on top of this process's own; a value of
            `None` unsets the variable.
        client_name: the name the runtime is told, and puts into its user agent.
        client_title: a name for people.
        client_version: the version the runtime is told.
        experimental_api: whether experimental methods and fields may be used.
        opt_out_notifications: notification methods the server shall not send.
        max_in_flight: requests on the wire at once; the runtime loses answers above 128.
        max_line_bytes: the longest line taken from the server, in bytes.
        event_buffer: events a stream may be behind before text deltas are merged; a stream that
            passes 16 times as many ends with `EventBufferOverflowError`.
        startup_timeout: seconds from spawning to the end of the handshake.
        close_timeout: seconds a closing child gets before it is killed.
        interrupt_timeout: seconds that leaving a running turn may take to interrupt it.
        version_policy: what to do when the runtime is not the pinned version, or reports none:
            `exact` refuses it; `warn` warns, and refuses each request that the runtime is too old
            for; `ignore` does neither.
    """

    codex_bin: str | None = attrs.field(default=None, converter=_text)
    launch_args_override: tuple[str, ...] | None = attrs.field(
        default=None, converter=_words, repr=lambda words: repr(redacted_arguments(words))
    )
    config_overrides: tuple[str, ...] | Mapping[str, ConfigOverride] = attrs.field(
        default=(), converter=_frozen_overrides, repr=lambda it: repr(redacted_settings(it))
    )
    cwd: str | None = attrs.field(default=None, converter=_text)
    env: Mapping[str, str | None] | None = attrs.field(
        default=None, converter=_frozen_map, repr=lambda env: repr(redacted(env, secret=True))
    )
    client_name: str = "trio_codex"
    client_title: str | None = None
    client_version: str = __version__
    experimental_api: bool = True
    opt_out_notifications: tuple[str, ...] = attrs.field(default=(), converter=_names)
    max_in_flight: int = attrs.field(default=64, validator=_positive_int)
    max_line_bytes: int = attrs.field(default=512 * 1024 * 1024, validator=_positive_int)
    event_buffer: int = attrs.field(default=4096, validator=_positive_int)
    startup_timeout: float = attrs.field(default=30.0, validator=_seconds)
    close_timeout: float = attrs.field(default=5.0, validator=_seconds)
    interrupt_timeout: float = attrs.field(default=5.0, validator=_seconds)
    version_policy: VersionPolicy = attrs.field(default="warn", validator=_known_policy)

    def __reduce__(self) -> tuple[object, ...]:
        # Made again from plain values: a read-only mapping can be neither copied nor pickled.
        fields: dict[str, Any] = attrs.asdict(self, recurse=False)
        for name, value in fields.items():
            if isinstance(value, Mapping):
                fields[name] = dict(value)
        return partial(type(self), **fields), ()


CodexConfig = AppServerConfig
"""`AppServerConfig`, under the name that the official SDK has for it."""
