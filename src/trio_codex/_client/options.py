"""Wire params of a method, made of the keyword options of a call."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, cast

from .._json import OMITTED
from .._settings import check_settings
from ..errors import InvalidArgumentError
from ._generated.option_names import OPTION_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._tools.tool import Tool
    from .._tools.toolset import Toolset
    from ..protocol import JsonValue
    from .approval_defaults import ApprovalDefault

__all__ = [
    "explicit_options",
    "open_toolset",
    "thread_list_params",
    "thread_options",
    "turn_options",
    "wire_options",
]

_NOT_OPTIONS = frozenset({"self", "input"})


def explicit_options(scope: Mapping[str, object], *left_out: str) -> dict[str, object]:
    """Returns the options that the caller set, from the `locals()` of the method they belong to.

    The signatures are generated, so a body that named each option could miss a new one. Only
    identifiers are parameters: older versions of Trio add `@TRIO_KI_PROTECTION_ENABLED` to the
    locals of a task's first function.

    Args:
        scope: the locals, taken before the method assigns any others.
        left_out: names of parameters that are no wire options.
    """
    # Nearly all of them are `None`, so this is checked first.
    return {
        name: value
        for name, value in scope.items()
        if value is not None
        and name not in _NOT_OPTIONS
        and name not in left_out
        and name.isidentifier()
    }


def wire_options(method: str, options: Mapping[str, object]) -> dict[str, JsonValue]:
    """Returns options as wire params, under the wire names of the method's params.

    Raises:
        InvalidArgumentError: an option cannot be expressed as JSON.
    """
    params: dict[str, JsonValue] = {}
    if not options:
        return params
    from ..protocol.converter import outgoing

    wire_names = _wire_names(method)
    for name, value in options.items():
        if value is None:
            continue
        params[wire_names[name]] = outgoing(_with_text_paths(name, value))
    return params


def _with_text_paths(name: str, value: object) -> object:
    """Returns an option with its paths as text, also those inside lists and maps."""
    if isinstance(value, os.PathLike):
        value = os.fspath(value)
    if isinstance(value, bytes):
        raise InvalidArgumentError(f"{name} must be text, not bytes")
    if isinstance(value, (list, tuple)):
        return [_with_text_paths(name, each) for each in value]
    if isinstance(value, Mapping):
        return {key: _with_text_paths(name, each) for key, each in value.items()}
    return value


@cache
def _wire_names(method: str) -> dict[str, str]:
    import attrs

    from ..protocol.methods import METHODS

    params_type = METHODS[method].params
    assert params_type is not None
    fields = attrs.fields(cast("type[attrs.AttrsInstance]", params_type))
    names = OPTION_NAMES.get(method, {})
    return {names.get(wire := field.metadata["wire"], field.name): wire for field in fields}


def thread_list_params(options: Mapping[str, object]) -> dict[str, JsonValue]:
    """Returns the options of a listing of all threads as wire params.

    Raises:
        InvalidArgumentError: an option cannot be expressed as JSON.
    """
    # By default the runtime sorts by creation time and makes cursors of whole seconds: threads
    # created in the second in which a page ends are on no page. Only cursors of recency name a
    # thread.
    return {"sortKey": "recency_at", **wire_options("thread/list", options)}


def thread_options(
    method: str, options: dict[str, object], default: ApprovalDefault | None = None
) -> dict[str, JsonValue]:
    """Returns the options of a thread's start, resume or fork as wire params.

    Args:
        method: the protocol's name of the call.
        options: the options that were set.
        default: the approval settings of a call without an approval mode.

    Raises:
        InvalidArgumentError: an option has a value that is not allowed.
    """
    from .policy import sandbox_mode

    rest = dict(options)
    if isinstance(config := rest.get("config"), Mapping):
        check_settings("config", config)
    params = _approvals(rest.pop("approval_mode", None), config, default)
    sandbox = rest.pop("sandbox", None)
    if sandbox is not None:
        params["sandbox"] = sandbox_mode(sandbox)  # type: ignore[arg-type]
    # An explicit policy or reviewer is more specific than the mode and wins over it.
    return {**params, **wire_options(method, rest)}


def _approvals(
    mode: object, config: object, default: ApprovalDefault | None
) -> dict[str, JsonValue]:
    from .approval_defaults import named_settings
    from .policy import approval_params

    if mode is not OMITTED:
        return approval_params(mode)  # type: ignore[arg-type]
    if default is None:
        return {}
    named = named_settings(config) if isinstance(config, Mapping) else ()
    return {key: value for key, value in default.params.items() if key not in named}


def open_toolset(tools: Sequence[Tool[..., object]] | None) -> Toolset | None:
    """Returns the tools of a thread as a set, if it has any.

    Raises:
        InvalidArgumentError: two tools have the same name, or an item is not a tool.
    """
    if tools is None:
        return None
    # Imported here: deriving schemas is half of all imports, and few programs have tools.
    from .._tools.toolset import Toolset

    return Toolset(tools)


def turn_options(options: dict[str, object]) -> dict[str, JsonValue]:
    """Returns the options of a turn as wire params.

    Raises:
        InvalidArgumentError: an option has a value that is not allowed.
    """
    if not options:
        return {}
    from .policy import Sandbox, approval_params, sandbox_policy

    rest = dict(options)
    params = approval_params(rest.pop("approval_mode", None))  # type: ignore[arg-type]
    if isinstance(rest.get("sandbox"), (Sandbox, str)):  # a policy is sent as it is
        params["sandboxPolicy"] = sandbox_policy(rest.pop("sandbox"))  # type: ignore[arg-type]
    return {**params, **wire_options("turn/start", rest)}
