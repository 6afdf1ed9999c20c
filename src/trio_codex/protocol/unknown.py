"""Unknown union variants: values that keep the JSON they were received as."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from .._redaction import redacted

if TYPE_CHECKING:
    from ._model import JsonValue

__all__ = ["UnknownVariant"]


@final
@attrs.frozen(kw_only=True)
class UnknownVariant:
    """A value of a union that the schema of the pinned runtime does not list.

    It goes back out as the JSON it came from.

    Attributes:
        tag: what tells the variants of the union apart: the value of the tag field, the only key
            of the object, or the string itself; `None` when there is no such thing.
        raw: the JSON as it was received.
    """

    tag: str | None
    raw: JsonValue = attrs.field(hash=False, repr=lambda raw: repr(redacted(raw)))

    def to_json(self) -> JsonValue:
        """Returns the JSON as it was received."""
        return self.raw

    @property
    def type(self) -> str | None:
        """The same as `tag`: what `type` says of the known variants, it says of this one."""
        return self.tag
