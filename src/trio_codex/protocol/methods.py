"""Method table: the types, stability and routing keys of each method."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["METHODS", "Direction", "MethodSpec"]

Direction: TypeAlias = Literal[
    "client_request", "server_request", "server_notification", "client_notification"
]
"""Who sends a method, and whether it wants an answer."""


@final
class MethodSpec:
    """What the schema says about one method.

    Attributes:
        method: The name on the wire.
        direction: Who sends it, and whether it wants an answer.
        params_name: The type of its params; `None` when it has none.
        result_name: The type of its result; `None` for notifications.
        experimental: Only the experimental schema has it.
        params_optional: Params may be left out or be `null`.
        experimental_fields: Keys of the params only the experimental schema has.
        thread_key: Where in the params the thread's id stands; the other keys likewise.
        turn_key: Where the turn's id stands.
        login_key: Where the login's id stands.
        item_key: Where the item's id stands.
        call_key: Where the tool call's id stands.
    """

    __slots__ = (
        "_params",
        "_result",
        "call_key",
        "direction",
        "experimental",
        "experimental_fields",
        "item_key",
        "login_key",
        "method",
        "params_name",
        "params_optional",
        "result_name",
        "thread_key",
        "turn_key",
    )

    def __init__(
        self,
        method: str,
        direction: Direction,
        params_name: str | None,
        result_name: str | None,
        *,
        experimental: bool = False,
        params_optional: bool = False,
        experimental_fields: tuple[str, ...] = (),
        thread_key: tuple[str, ...] | None = None,
        turn_key: tuple[str, ...] | None = None,
        login_key: tuple[str, ...] | None = None,
        item_key: tuple[str, ...] | None = None,
        call_key: tuple[str, ...] | None = None,
    ) -> None:
        # Looked up once: a request asks for both, and it is quick besides.
        self._params: object = None
        self._result: object = None
        self.method: Final = method
        self.direction: Final[Direction] = direction
        self.params_name: Final = params_name
        self.result_name: Final = result_name
        self.experimental: Final = experimental
        self.params_optional: Final = params_optional
        self.experimental_fields: Final = experimental_fields
        self.thread_key: Final = thread_key
        self.turn_key: Final = turn_key
        self.login_key: Final = login_key
        self.item_key: Final = item_key
        self.call_key: Final = call_key

    @property
    def params(self) -> object:
        """The type of the params: a class or a union, imported when first asked for."""
        if self._params is None:
            self._params = _type(self.params_name)
        return self._params

    @property
    def result(self) -> object:
        """The type of the result: a class or a union, imported when first asked for."""
        if self._result is None:
            self._result = _type(self.result_name)
        return self._result

    def __repr__(self) -> str:
        return f"MethodSpec({self.method!r}, {self.direction!r})"

    def __reduce__(self) -> tuple[object, ...]:
        return _find, (self.method,)  # there is one of each


def _find(method: str) -> MethodSpec:
    return METHODS[method]


def _type(name: str | None) -> object:
    from .. import protocol

    return None if name is None else getattr(protocol, name)


def _methods() -> Mapping[str, MethodSpec]:
    # The rows are made of MethodSpec, so they can only be imported now that it exists.
    from ._generated._methods import ROWS

    return MappingProxyType({spec.method: spec for spec in ROWS})


METHODS: Final = _methods()
"""All methods of the pinned runtime, by name."""
