"""Configuration of the runtime and the connection."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import partial
from os import PathLike
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ForwardRef, Literal, TypeAlias, Union, final

import attrs

from ._hints import exported
from ._near import did_you_mean
from ._redaction import redacted, redacted_arguments, redacted_settings
from ._settings import check_settings
from ._version import __version__
from .errors import InvalidArgumentError

__all__ = ["AppServerConfig", "CodexConfig", "ConfigOverride", "VersionPolicy"]

VersionPolicy: TypeAlias = Literal["exact", "warn", "ignore"]
# At run time the recursion is a forward reference, as in `JsonValue`.
if TYPE_CHECKING:
    from ._otel_export import OtelExport

    ConfigOverride: TypeAlias = (
        str | int | float | bool | list["ConfigOverride"] | dict[str, "ConfigOverride"]
    )
else:
    _VALUE = ForwardRef("ConfigOverride", module=__name__)
    ConfigOverride = Union[str, int, float, bool, list[_VALUE], dict[str, _VALUE]]  # noqa: UP007

_VERSION_POLICIES = ("exact", "warn", "ignore")


# A converter returns unchanged what it cannot convert: the validator of the field, which runs after
# it, raises an error with the name of the field.


def _text(path: str | PathLike[str] | None) -> str | None:
    return path.__fspath__() if isinstance(path, PathLike) else path


def _words(value: Iterable[str] | None) -> tuple[str, ...] | None:
    return tuple(value) if isinstance(value, (list, tuple)) else value  # type: ignore[return-value]


def _names(value: Iterable[str]) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        return value  # type: ignore[return-value]
    return tuple(value)


def _frozen_map(value: Mapping[str, str | None] | None) -> Mapping[str, str | None] | None:
    return MappingProxyType(dict(value)) if isinstance(value, Mapping) else value


def _frozen_overrides(
    value: Iterable[str] | Mapping[str, ConfigOverride],
) -> tuple[str, ...] | Mapping[str, ConfigOverride]:
    if isinstance(value, Mapping):
        check_settings("config_overrides", value)
        return MappingProxyType(dict(value))
    if isinstance(value, str):
        raise InvalidArgumentError(
            "config_overrides is a tuple of 'key=value' strings or a mapping, not one string; "
            f"write ({redacted_settings((value,))[0]!r},)"
        )
    if not isinstance(value, Iterable):
        raise InvalidArgumentError(
            "config_overrides must be a tuple of 'key=value' strings or a mapping, "
            f"not {type(value).__name__}"
        )
    words = tuple(value)
    for word in words:
        if not isinstance(word, str) or "=" not in word:
            raise InvalidArgumentError(
                "config_overrides: each string must be 'key=value'; one has no '='"
            )
    check_settings("config_overrides", [word.partition("=")[0] for word in words])
    return words


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


def _wrong(field: attrs.Attribute[Any], wanted: str, value: object) -> InvalidArgumentError:
    return InvalidArgumentError(f"{field.name} must be {wanted}, not {value!r:.80}")


def _string(_: object, field: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, str) and (value is not None or field.default is not None):
        raise _wrong(field, "a str", value)


def _path(_: object, field: attrs.Attribute[Any], value: object) -> None:
    if value is not None and not isinstance(value, str):
        raise _wrong(field, "a path as a str or PathLike", value)


def _strings(_: object, field: attrs.Attribute[Any], value: object) -> None:
    if value is None and field.default is None:
        return
    # Without the value: a command line may hold secrets.
    found = type(value).__name__
    if isinstance(value, tuple):
        kinds = [type(word).__name__ for word in value if not isinstance(word, str)]
        if not kinds:
            return
        found = f"one with an item of type {kinds[0]}"
    raise InvalidArgumentError(f"{field.name} must be a list or tuple of str, not {found}")


def _map(_: object, field: attrs.Attribute[Any], value: object) -> None:
    if value is not None and not isinstance(value, Mapping):
        # Without the value: it may hold secrets.
        raise InvalidArgumentError(f"{field.name} must be a mapping, not {type(value).__name__}")


def _flag(_: object, field: attrs.Attribute[bool], value: bool) -> None:
    if not isinstance(value, bool):
        raise _wrong(field, "True or False", value)


def _export(_: object, field: attrs.Attribute[Any], value: object) -> None:
    if value is not None:
        from ._otel_export import OtelExport

        if not isinstance(value, OtelExport):
            raise _wrong(field, "an OtelExport or None", value)


def _known_policy(_: object, field: attrs.Attribute[str], value: str) -> None:
    if value not in _VERSION_POLICIES:
        choices = ", ".join(repr(policy) for policy in _VERSION_POLICIES)
        hint = did_you_mean(value, _VERSION_POLICIES)
        raise InvalidArgumentError(f"{field.name} must be one of {choices}, not {value!r}{hint}")


@final
@attrs.frozen(kw_only=True)
class AppServerConfig:
    """How to start the runtime and how to treat the connection to it.

    `repr` hides the values of `env`, and of the settings and arguments whose names mark them as
    secret. Other users of the machine can read the command line, `config_overrides` included, in
    the process list: pass secrets in `env`.

    Attributes:
        codex_bin: path of the runtime's binary; default: the binary of the pinned runtime package.
        launch_args_override: the whole command line, instead of the binary and its arguments.
        config_overrides: runtime settings, as `key=value` strings (TOML values) or a mapping of
            dotted keys to values; visible in the process list.
        cwd: working directory of the child; default: that of this process.
        env: environment variables of the child, added to those of this process; a value of `None`
            unsets the variable.
        client_name: name of the client in the handshake and in the runtime's user agent.
        client_title: display name of the client in the handshake.
        client_version: version of the client in the handshake; default: the version of this SDK.
        experimental_api: whether experimental methods and fields may be used.
        opt_out_notifications: notification methods that the server does not send.
        max_in_flight: most requests that wait for an answer at the same time; the runtime loses
            answers above 128.
        max_line_bytes: length of the longest accepted line from the server, in bytes.
        event_buffer: number of events that a stream may be behind before text deltas are merged; a
            stream that is 16 times as many behind ends with `EventBufferOverflowError`.
        startup_timeout: seconds from the start of the process to the end of the handshake.
        close_timeout: seconds that the child may take to exit before it is killed.
        interrupt_timeout: seconds that the interrupt may take when a running turn is left.
        ping_interval: seconds without a message after which an attached server is sent a ping.
        ping_timeout: seconds that an attached server may take to answer a ping before the
            connection counts as lost.
        version_policy: how a runtime of another version, or of an unknown one, is treated: `exact`
            refuses it; `warn` warns, and refuses each request that the runtime is too old for;
            `ignore` does neither.
        otel: where the runtime exports its own spans, metrics and log events; `config_overrides`
            win over it. Default: what the runtime's own settings say.
    """

    codex_bin: str | None = attrs.field(default=None, converter=_text, validator=_path)
    launch_args_override: tuple[str, ...] | None = attrs.field(
        default=None,
        converter=_words,
        validator=_strings,
        repr=lambda words: repr(redacted_arguments(words)),
    )
    config_overrides: tuple[str, ...] | Mapping[str, ConfigOverride] = attrs.field(
        default=(), converter=_frozen_overrides, repr=lambda it: repr(redacted_settings(it))
    )
    cwd: str | None = attrs.field(default=None, converter=_text, validator=_path)
    env: Mapping[str, str | None] | None = attrs.field(
        default=None,
        converter=_frozen_map,
        validator=_map,
        repr=lambda env: repr(redacted(env, secret=True)),
    )
    client_name: str = attrs.field(default="trio_codex", validator=_string)
    client_title: str | None = attrs.field(default=None, validator=_string)
    client_version: str = attrs.field(default=__version__, validator=_string)
    experimental_api: bool = attrs.field(default=True, validator=_flag)
    opt_out_notifications: tuple[str, ...] = attrs.field(
        default=(), converter=_names, validator=_strings
    )
    max_in_flight: int = attrs.field(default=64, validator=_positive_int)
    max_line_bytes: int = attrs.field(default=512 * 1024 * 1024, validator=_positive_int)
    event_buffer: int = attrs.field(default=4096, validator=_positive_int)
    startup_timeout: float = attrs.field(default=30.0, validator=_seconds)
    close_timeout: float = attrs.field(default=5.0, validator=_seconds)
    interrupt_timeout: float = attrs.field(default=5.0, validator=_seconds)
    ping_interval: float = attrs.field(default=20.0, validator=_seconds)
    ping_timeout: float = attrs.field(default=20.0, validator=_seconds)
    version_policy: VersionPolicy = attrs.field(default="warn", validator=_known_policy)
    otel: OtelExport | None = attrs.field(default=None, validator=_export)

    def __reduce__(self) -> tuple[object, ...]:
        # Made again from plain values: a read-only mapping can be neither copied nor pickled.
        fields: dict[str, Any] = attrs.asdict(self, recurse=False)
        for name, value in fields.items():
            if isinstance(value, Mapping):
                fields[name] = dict(value)
        return partial(type(self), **fields), ()


CodexConfig = AppServerConfig
"""`AppServerConfig` under its name in the official SDK."""


exported("trio_codex", AppServerConfig)
