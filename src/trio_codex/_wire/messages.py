"""Strict encoding of JSON-RPC messages as lines, and decoding of lines."""

from __future__ import annotations

import math
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias, cast

import orjson

from .._redaction import hides_path, kind_of
from ..errors import InvalidArgumentError, ProtocolError

if TYPE_CHECKING:
    from ..protocol import JsonValue

__all__ = [
    "RequestId",
    "Trace",
    "decode_line",
    "encode_error",
    "encode_notification",
    "encode_request",
    "encode_result",
    "limited",
]

RequestId: TypeAlias = "int | str"
Trace: TypeAlias = "dict[str, JsonValue] | None"
"""The W3C trace context of a request."""

# The nesting that orjson itself allows, in both directions.
_MAX_DEPTH = 254
_SHOWN_CHARS = 80
_INT64_MIN, _INT64_MAX = -(2**63), 2**63 - 1
# The id of an answer was chosen by the remote end, and is sent back unchanged.
_UINT64_MAX = 2**64 - 1
# orjson would write dates and dataclasses in its own formats: callers convert them themselves.
_OPTIONS = (
    orjson.OPT_APPEND_NEWLINE | orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME
)
_loads = orjson.loads
_dumps = orjson.dumps


def encode_request(id: RequestId, method: str, params: JsonValue, trace: Trace = None) -> bytes:
    """Writes a request; `params` and a `trace` of `None` are left out.

    Raises:
        InvalidArgumentError: the id, the method or something in the params is not JSON the runtime
            would read.
    """
    _check_id(id)
    if not isinstance(method, str):
        raise InvalidArgumentError(f"$.method: {_shown(method)} is not a string")
    message: dict[str, JsonValue] = {"id": id, "method": method}
    if trace is not None:
        message["trace"] = trace
    if params is None:
        return _encode(message, method, "$")
    message["params"] = params
    return _encode(message, params, "$")


def encode_notification(method: str, params: JsonValue) -> bytes:
    """Writes a notification; `params` of `None` are left out.

    Raises:
        InvalidArgumentError: the method or something in the params is not JSON the runtime would
            read.
    """
    if not isinstance(method, str):
        raise InvalidArgumentError(f"$.method: {_shown(method)} is not a string")
    if params is None:
        return _encode({"method": method}, method, "$")
    return _encode({"method": method, "params": params}, params, "$")


def encode_result(id: RequestId, result: JsonValue) -> bytes:
    """Writes the answer to a request.

    Raises:
        InvalidArgumentError: the id or something in the result is not JSON the runtime would read.
    """
    _check_id(id, _UINT64_MAX)
    return _encode({"id": id, "result": result}, result, "$")


def encode_error(id: RequestId, code: int, message: str, data: JsonValue = None) -> bytes:
    """Writes the refusal of a request; `data` of `None` is left out.

    Raises:
        InvalidArgumentError: the id, the code, the message or something in the data is not JSON the
            runtime would read.
    """
    _check_id(id, _UINT64_MAX)
    if type(code) is not int or not isinstance(message, str):
        raise InvalidArgumentError("$.error: the code is an integer and the message a string")
    error: dict[str, JsonValue] = {"code": code, "message": message}
    if data is not None:
        error["data"] = data
    return _encode({"id": id, "error": error}, cast("JsonValue", error), "$.error")


def decode_line(line: bytes) -> dict[str, JsonValue]:
    """Reads one line as a JSON object.

    Raises:
        ProtocolError: the line is not UTF-8, not JSON, nested too deeply, or not an object.
    """
    try:
        message = _loads(line)
    except orjson.JSONDecodeError as error:
        raise ProtocolError(f"a line is not JSON ({error.msg})", line=line) from None
    if type(message) is not dict:
        raise ProtocolError("a line is JSON, but not an object", line=line)
    return message


def limited(line: bytes, limit: int | None, what: str) -> bytes:
    """Returns a line that the remote end accepts.

    Raises:
        InvalidArgumentError: it is longer than `limit`, its newline not counted.
    """
    size = len(line) - 1
    if limit is not None and size > limit:
        raise InvalidArgumentError(
            f"{what} has {size} bytes as JSON; over this connection the server accepts {limit}"
        )
    return line


def _encode(message: dict[str, JsonValue], payload: JsonValue, path: str) -> bytes:
    try:
        line = _dumps(message, option=_OPTIONS)
    except TypeError as error:
        raise _refusal(message, payload, path, str(error)) from None
    # The runtime does not answer a line it cannot read, and orjson writes NaN as null.
    if not _all_safe(payload):
        raise _refusal(message, payload, path, "not JSON")
    return line


def _check_id(id: RequestId, most: int = _INT64_MAX) -> None:
    if type(id) is int:
        if not _INT64_MIN <= id <= most:
            raise InvalidArgumentError(f"$.id: {id} is outside the range of a 64-bit integer")
    elif type(id) is not str:
        raise InvalidArgumentError(f"$.id: {id!r} is neither an integer nor a string")


def _all_safe(value: object) -> bool:
    """Whether the runtime reads a value that orjson has written as the same value."""
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return True
    if kind is dict:
        for item in cast("dict[str, object]", value).values():
            if type(item) is not str and not _all_safe(item):
                return False
        return True
    if kind is int:
        return _INT64_MIN <= cast("int", value) <= _INT64_MAX
    if kind is float:
        return math.isfinite(cast("float", value))
    if kind is list or kind is tuple:
        return all(map(_all_safe, cast("list[object]", value)))
    # Enums and subclasses of the above are rare: the slower check handles them.
    return _fault(value, "$", 0) is None


def _refusal(
    message: dict[str, JsonValue], payload: JsonValue, path: str, reason: str
) -> InvalidArgumentError:
    fault = _fault(message.get("method"), "$.method", 0) or _fault(payload, path, 0)
    return InvalidArgumentError(fault or f"{path}: {reason}")


def _fault(value: object, path: str, depth: int) -> str | None:
    """Returns where and why a value is not JSON that the runtime would read, if it is not."""
    if isinstance(value, Enum):
        value = value.value
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, str):
        if _encodable(value):
            return None
        shown = kind_of(value) if hides_path(path) else _shown(value)
        return f"{path}: {shown} holds a lone surrogate"
    if isinstance(value, int):
        fits = _INT64_MIN <= value <= _INT64_MAX
        return None if fits else f"{path}: {_shown(value)} is outside the range of a 64-bit integer"
    if isinstance(value, float):
        return None if math.isfinite(value) else f"{path}: {value} is not a JSON number"
    if depth >= _MAX_DEPTH:
        return f"{path[:_SHOWN_CHARS]}...: nested more than {_MAX_DEPTH} deep"
    if isinstance(value, dict):
        return _fault_in_object(value, path, depth + 1)
    if isinstance(value, list | tuple):
        faults = (_fault(item, f"{path}[{i}]", depth + 1) for i, item in enumerate(value))
        return next(filter(None, faults), None)
    return f"{path}: {type(value).__name__} is not a JSON type"


def _fault_in_object(value: dict[object, object], path: str, depth: int) -> str | None:
    for key, item in value.items():
        if type(key) is not str:
            return f"{path}: the key {_shown(key)} is not a string"
        if not _encodable(key):
            return f"{path}: the key {_shown(key)} holds a lone surrogate"
        fault = _fault(item, f"{path}.{key}", depth)
        if fault is not None:
            return fault
    return None


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _shown(value: object) -> str:
    try:
        text = repr(value)
    except Exception as error:  # noqa: BLE001 - whatever a foreign repr does, the refusal is ours
        return f"<{type(value).__name__}: its repr raised {type(error).__name__}>"
    return text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS]}..."
