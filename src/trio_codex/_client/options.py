"""Turns the keyword options of a call into the wire params of its method."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

from ..errors import InvalidParamsError
from ..protocol.methods import METHODS
from .policy import Sandbox, approval_params, sandbox_mode, sandbox_policy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..protocol import JsonValue

__all__ = ["given", "thread_options", "turn_options", "wire_options"]

# Names of ours that read better than the wire's.
_TURN_NAMES = {"source": "turn_trigger", "turn_service_tier": "service_tier_for_turn"}


def given(scope: Mapping[str, object], *left_out: str) -> dict[str, object]:
    """Picks the options a caller gave out of the `locals()` of the method that takes them.

    The signatures spell every option out for readers and type checkers; naming each of them
    again in the body would only be a place to forget one.
    """
    hidden = {"self", "input", *left_out}
    return {
        name: value for name, value in scope.items() if name not in hidden and value is not None
    }


def wire_options(method: str, options: Mapping[str, object]) -> dict[str, JsonValue]:
    """Returns options as wire params, under the names the method's params type has for them.

    Raises:
        InvalidParamsError: an option cannot be expressed as JSON.
    """
    import attrs

    from ..protocol.converter import unstructure

    params_type = METHODS[method].params
    assert params_type is not None
    wire_names = {
        field.name: field.metadata["wire"]
        for field in attrs.fields(cast("type[attrs.AttrsInstance]", params_type))
    }
    params: dict[str, JsonValue] = {}
    for name, value in options.items():
        if value is None:
            continue
        plain = os.fspath(value) if isinstance(value, os.PathLike) else value
        if isinstance(plain, bytes):
            raise InvalidParamsError(f"{name} must be text, not bytes")
        params[wire_names[name]] = unstructure(plain)
    return params


def thread_options(method: str, options: dict[str, object]) -> dict[str, JsonValue]:
    """Returns the options of a thread's start, resume or fork as wire params.

    Raises:
        InvalidParamsError: an option is not one of the values it may have.
    """
    rest = dict(options)
    params = approval_params(rest.pop("approval_mode", None))  # type: ignore[arg-type]
    sandbox = rest.pop("sandbox", None)
    if sandbox is not None:
        params["sandbox"] = sandbox_mode(sandbox)  # type: ignore[arg-type]
    # An explicit policy or reviewer says more than the mode and wins over it.
    return {**params, **wire_options(method, rest)}


def turn_options(options: dict[str, object]) -> dict[str, JsonValue]:
    """Returns the options of a turn as wire params.

    Raises:
        InvalidParamsError: an option is not one of the values it may have.
    """
    rest = {_TURN_NAMES.get(name, name): value for name, value in options.items()}
    params = approval_params(rest.pop("approval_mode", None))  # type: ignore[arg-type]
    sandbox = rest.pop("sandbox", None)
    if isinstance(sandbox, (Sandbox, str)):
        params["sandboxPolicy"] = sandbox_policy(sandbox)  # type: ignore[arg-type]
    elif sandbox is not None:
        rest["sandbox_policy"] = sandbox
    return {**params, **wire_options("turn/start", rest)}
