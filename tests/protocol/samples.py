"""JSON that fits a protocol type, as small and as full as it gets."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Any, TypeAlias

from trio_codex.protocol._generated._index import MODULES
from trio_codex.protocol._model import INT_RANGES, JsonValue, OpenEnum, WireModel
from trio_codex.protocol._types import FieldInfo, fields_of, find_type, union_of, without_null

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

TYPE_NAMES = sorted(MODULES)
DEEP = 4
BARE = 100

_PLAIN: dict[object, Json] = {str: "text", bool: True, float: 1.5, type(None): None, None: None}


def is_model(name: str) -> bool:
    """Whether a type is a class with fields."""
    found = find_type(name)
    return isinstance(found, type) and issubclass(found, WireModel)


MODELS = [name for name in TYPE_NAMES if is_model(name)]


def smallest(name: str) -> Json:
    """Only what is required."""
    return next(_samples(find_type(name), None, BARE))


def fullest(name: str) -> list[Json]:
    """Every key set; one sample for each member of a union."""
    return list(_samples(find_type(name), None, 0))


def _samples(tp: Any, int_format: str | None, depth: int) -> Iterator[Json]:
    inner, _ = without_null(tp)
    union = union_of(inner)
    if union is not None:
        for member in union.members:
            yield from _samples(member, None, depth)
    elif inner == JsonValue:
        yield {"any": ["JSON", 1, None]}
    elif inner in _PLAIN:
        yield _PLAIN[inner]
    elif inner is int:
        yield INT_RANGES[int_format][1] if int_format is not None and depth == 1 else 7
    elif typing.get_origin(inner) is typing.Literal:
        yield from typing.get_args(inner)
    elif isinstance(inner, type) and issubclass(inner, OpenEnum):
        yield str(next(iter(inner)))
    else:
        yield _compound(inner, int_format, depth + 1)


def _has_default(field: FieldInfo) -> bool:
    return not field.omittable and (field.default is not None or field.factory is not None)


def _compound(tp: Any, int_format: str | None, depth: int) -> Json:
    origin = typing.get_origin(tp)
    if origin is None:
        return {
            field.wire: next(_samples(field.type, field.format, depth))
            for field in fields_of(tp)
            # What has a default goes out again, so that a full sample has it at any depth.
            if field.required or depth < DEEP or (depth < BARE and _has_default(field))
        }
    if depth >= DEEP:
        return [] if origin is list else {}
    # In a list each member of a union gets its turn.
    items = list(_samples(typing.get_args(tp)[-1], int_format, depth))
    return items if origin is list else {f"key {i}": x for i, x in enumerate(items)}
