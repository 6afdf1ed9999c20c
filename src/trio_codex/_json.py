"""JSON values, and the mark of a field that is left out of a JSON object."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, ForwardRef, TypeAlias, Union

__all__ = ["OMITTED", "JsonValue", "Omitted", "text_at"]

# At run time the recursion is a forward reference, which names this module, so that hints that
# contain it resolve in any module.
if TYPE_CHECKING:
    JsonValue: TypeAlias = (
        dict[str, "JsonValue"] | list["JsonValue"] | str | int | float | bool | None
    )
else:
    _JSON = ForwardRef("JsonValue", module=__name__)
    JsonValue = Union[dict[str, _JSON], list[_JSON], str, int, float, bool, None]  # noqa: UP007
"""Any JSON value."""


def text_at(value: object, *path: str) -> str | None:
    """Returns the string at a path of keys in a JSON value; `None` when no string is there."""
    for key in path:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value if isinstance(value, str) else None


class Omitted(Enum):
    """The type of `OMITTED`."""

    OMITTED = "omitted"

    def __repr__(self) -> str:
        return "OMITTED"

    def __bool__(self) -> bool:
        return False


OMITTED: Final = Omitted.OMITTED
"""Leaves a field out of the message; `None` is sent as `null` instead."""
