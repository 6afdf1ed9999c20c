"""Typed values to wire JSON: one function per class, made when a value of it is first met."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from ._model import Omitted, OpenEnum, WireModel
from .unknown import UnknownVariant

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["UnstructureTable", "to_json", "to_send"]

_ALWAYS_SENT: Final = object()


class UnstructureTable(dict[type, "Callable[[Any], Any]"]):
    """The unstructure functions by class.

    What a function does depends on the values alone, not on the annotations: a value of the
    wrong type goes through as it is, so that a check of the result can say where it stands.

    Args:
        keep_members: whether an enum member that the schema does not list stays a member, so that
            the check of what is sent can tell it from a misspelt string.
    """

    def __init__(self, *, keep_members: bool = False) -> None:
        super().__init__()
        self._keep_members = keep_members
        self.update(dict.fromkeys((str, int, float, bool, type(None), Omitted), _unchanged))
        self[list] = lambda value: [self[type(item)](item) for item in value]
        self[dict] = lambda value: {key: self[type(item)](item) for key, item in value.items()}
        self[UnknownVariant] = lambda value: value.raw

    def __missing__(self, cls: type) -> Callable[[Any], Any]:
        if issubclass(cls, WireModel):
            hook = self._model_hook(cls)
        elif self._keep_members and issubclass(cls, OpenEnum):
            hook = lambda value: value.value if value.is_known else value  # noqa: E731
        elif issubclass(cls, Enum):
            hook = lambda value: value.value  # noqa: E731
        elif issubclass(cls, str):
            hook = str.__str__
        elif issubclass(cls, tuple):
            hook = self[list]
        elif issubclass(cls, Mapping):
            hook = self[dict]
        else:
            hook = _unchanged
        self[cls] = hook
        return hook

    def _model_hook(self, cls: type[WireModel]) -> Callable[[Any], Any]:
        fields = [
            (
                name,
                field.metadata["wire"],
                _left_out(field.default, field.factory),
                "untyped" in field.metadata,
            )
            for name, field in cls.__wire_fields__.items()
        ]

        def unstructure(model: Any) -> dict[str, Any]:
            found: dict[str, Any] = {}
            for name, wire, left_out, is_untyped in fields:
                value = getattr(model, name)
                if value is not left_out:
                    kind = type(value)
                    found[wire] = value if kind is str or is_untyped else self[kind](value)
            return found

        return unstructure


def _unchanged(value: Any) -> Any:
    return value


def _left_out(default: object, factory: object) -> object:
    """The value of a field that is not sent: nothing, for a required one."""
    if default is Omitted.OMITTED or (default is None and factory is None):
        return default
    return _ALWAYS_SENT


to_json: Final = UnstructureTable()
to_send: Final = UnstructureTable(keep_members=True)
