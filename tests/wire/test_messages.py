"""What goes out is JSON the runtime reads; what comes in is an object, or an error of ours."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from datetime import UTC, datetime
from enum import Enum
from typing import Any
from uuid import UUID

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trio_codex._wire import (
    decode_line,
    encode_error,
    encode_notification,
    encode_request,
    encode_result,
)
from trio_codex.errors import InvalidArgumentError, ProtocolError

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
IDS = st.integers(-(2**63), 2**63 - 1) | st.text()


class Colour(str, Enum):
    RED = "red"


class Odd(Enum):
    NAN = math.nan


@attrs.frozen
class Value:
    x: int


def deep(depth: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(depth):
        value = [value]
    return value


def cyclic() -> dict[str, Any]:
    value: dict[str, Any] = {}
    value["self"] = value
    return value


@given(IDS, st.text(), JSON)
def test_a_request_reads_back_as_it_was_written(id: Any, method: str, params: Any) -> None:
    line = encode_request(id, method, params)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    expected = {"id": id, "method": method} | ({} if params is None else {"params": params})
    assert json.loads(line) == decode_line(line) == expected


@given(st.text(), JSON)
def test_a_notification_reads_back_as_it_was_written(method: str, params: Any) -> None:
    line = encode_notification(method, params)
    expected = {"method": method} | ({} if params is None else {"params": params})
    assert json.loads(line) == expected


@given(IDS, JSON)
def test_a_result_reads_back_as_it_was_written(id: Any, result: Any) -> None:
    assert json.loads(encode_result(id, result)) == {"id": id, "result": result}


@given(IDS, st.integers(-(2**31), 2**31), st.text(), JSON)
def test_an_error_reads_back_as_it_was_written(id: Any, code: int, message: str, data: Any) -> None:
    error = {"code": code, "message": message} | ({} if data is None else {"data": data})
    assert json.loads(encode_error(id, code, message, data)) == {"id": id, "error": error}


def test_an_enum_of_strings_goes_out_as_its_value() -> None:
    assert json.loads(encode_notification("m", {"c": Colour.RED})) == {
        "method": "m",
        "params": {"c": "red"},
    }


BAD_VALUES: list[tuple[Any, str]] = [
    (math.nan, r"\$\.a\[1\]\.b: nan is not a JSON number"),
    (math.inf, r"\$\.a\[1\]\.b: inf is not"),
    (-math.inf, r"\$\.a\[1\]\.b: -inf is not"),
    ("caf\udce9", r"\$\.a\[1\]\.b: .* lone surrogate"),
    (2**63, r"\$\.a\[1\]\.b: 9223372036854775808 is outside the range of a 64-bit integer"),
    (-(2**63) - 1, r"\$\.a\[1\]\.b: .* 64-bit"),
    (10**400, r"\$\.a\[1\]\.b: .* 64-bit"),
    ({1: 2}, r"\$\.a\[1\]\.b: the key 1 is not a string"),
    ({None: 2}, r"\$\.a\[1\]\.b: the key None is not a string"),
    ({Colour.RED: 2}, r"\$\.a\[1\]\.b: the key .* is not a string"),
    ({"\ud800": 2}, r"\$\.a\[1\]\.b: the key .* lone surrogate"),
    (b"bytes", r"\$\.a\[1\]\.b: bytes is not a JSON type"),
    ({1, 2}, r"\$\.a\[1\]\.b: set is not"),
    (object(), r"\$\.a\[1\]\.b: object is not"),
    (Value(1), r"\$\.a\[1\]\.b: Value is not"),
    (datetime.now(UTC), r"\$\.a\[1\]\.b: datetime is not"),
    (UUID(int=5), r"\$\.a\[1\]\.b: UUID is not"),
    (Odd.NAN, r"\$\.a\[1\]\.b: nan is not"),
    (deep(400), "nested more than 254 deep"),
    (cyclic(), "nested more than 254 deep"),
]
ENCODERS: list[Callable[[Any], bytes]] = [
    lambda value: encode_request(1, "m", value),
    lambda value: encode_notification("m", value),
    lambda value: encode_result(1, value),
]


@pytest.mark.requirement("wire/strict-encoding")
@pytest.mark.parametrize("encode", ENCODERS, ids=["request", "notification", "result"])
@pytest.mark.parametrize(
    ("value", "message"), BAD_VALUES, ids=[repr(v)[:20] for v, _ in BAD_VALUES]
)
def test_what_the_runtime_would_not_read_is_refused_with_its_path(
    encode: Callable[[Any], bytes], value: Any, message: str
) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        encode({"a": [0, {"b": value}]})


@pytest.mark.parametrize("encode", ENCODERS, ids=["request", "notification", "result"])
def test_params_that_are_only_a_bad_number_are_refused(encode: Callable[[Any], bytes]) -> None:
    with pytest.raises(InvalidArgumentError, match=r"\$: nan is not a JSON number"):
        encode(math.nan)


def test_bad_data_of_an_error_is_refused_with_its_path() -> None:
    with pytest.raises(InvalidArgumentError, match=r"\$\.error\.data\.x: nan"):
        encode_error(1, -32000, "no", {"x": math.nan})
    with pytest.raises(InvalidArgumentError, match=r"\$\.error\.message: .* lone surrogate"):
        encode_error(1, -32000, "\ud800")
    with pytest.raises(InvalidArgumentError, match=r"\$\.error\.code: .* 64-bit"):
        encode_error(1, 2**63, "no")


def test_an_answer_goes_back_under_any_id_that_json_can_hold() -> None:
    for id in (2**63, 2**64 - 1, -(2**63)):
        assert encode_result(id, None) == b'{"id":%d,"result":null}\n' % id
        assert encode_error(id, 1, "m").startswith(b'{"id":%d,' % id)
    with pytest.raises(InvalidArgumentError, match=r"\$\.id: 9223372036854775808 is outside"):
        encode_request(2**63, "m", None)


@pytest.mark.requirement("wire/strict-encoding")
@pytest.mark.parametrize("id", [None, True, 1.0, 2**64, -(2**63) - 1, [1]], ids=repr)
def test_an_id_the_server_would_take_for_none_is_refused(id: Any) -> None:
    attempts: list[Callable[[], bytes]] = [
        lambda: encode_request(id, "m", None),
        lambda: encode_result(id, None),
        lambda: encode_error(id, 1, "m"),
    ]
    for encode in attempts:
        with pytest.raises(InvalidArgumentError, match=r"\$\.id: "):
            encode()


def test_an_id_or_method_with_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="surrogate"):
        encode_request("\ud800", "m", {})
    with pytest.raises(InvalidArgumentError, match=r"\$\.method: .* surrogate"):
        encode_request(1, "\ud800", {})
    with pytest.raises(InvalidArgumentError, match=r"\$\.method: 5 is not a string"):
        encode_notification(5, {})  # type: ignore[arg-type]
    with pytest.raises(InvalidArgumentError, match=r"\$\.method: None is not a string"):
        encode_request(1, None, {})  # type: ignore[arg-type]
    with pytest.raises(InvalidArgumentError, match="code is an integer and the message a string"):
        encode_error(1, "5", "no")  # type: ignore[arg-type]


def test_a_value_whose_repr_fails_is_refused_like_any_other() -> None:
    class Broken(str):
        __slots__ = ()

        def __repr__(self) -> str:
            raise RuntimeError("no repr")

    with pytest.raises(InvalidArgumentError, match="its repr raised RuntimeError"):
        encode_notification("m", Broken("\ud800"))


def test_a_long_bad_value_is_shown_truncated() -> None:
    with pytest.raises(InvalidArgumentError, match="surrogate") as caught:
        encode_notification("m", "\ud800" * 100_000)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"", "not JSON"),
        (b"nonsense", "not JSON"),
        (b'{"a":NaN}', "not JSON"),
        (b'{"a":"\\ud800"}', "not JSON"),
        (b'{"a":"\xff"}', "not JSON"),
        (b'\xef\xbb\xbf{"method":"m"}', "not JSON"),
        (b'{"a":1}{"b":2}', "not JSON"),
        (b'{"a":' + b"[" * 5000 + b"]" * 5000 + b"}", "not JSON"),
        (b"[]", "not an object"),
        (b'"method"', "not an object"),
        (b"5", "not an object"),
        (b"null", "not an object"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_a_line_that_is_no_object_is_a_protocol_error_that_shows_it(
    line: bytes, message: str
) -> None:
    with pytest.raises(ProtocolError, match=message) as caught:
        decode_line(line)
    assert caught.value.line == line[:512]


@pytest.mark.requirement("wire/any-bytes")
@given(st.binary())
def test_any_line_decodes_or_is_a_protocol_error(line: bytes) -> None:
    try:
        decoded = decode_line(line)
    except ProtocolError:
        return
    assert type(decoded) is dict
