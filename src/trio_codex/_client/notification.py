"""Turns a raw notification into its method, its typed payload and its time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, cast

from ..protocol.methods import METHODS

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._session.streams import Message
    from ..protocol import JsonValue, WireModel
    from ..protocol._generated.notifications import TypedNotification

__all__ = ["Notification", "NotificationPayload", "TypedNotification"]

NotificationPayload: TypeAlias = "WireModel | JsonValue"

_UNREAD: Any = object()
_Decoder: TypeAlias = "Callable[[JsonValue], NotificationPayload]"
# By method, filled when a payload of that method is first looked at.
_decoders: dict[JsonValue, _Decoder] = {}


# Not final: to type checkers each method has a subclass, so that comparing `method` tells the
# type of `payload`. At run time there is this class alone.
class Notification:
    """Something the server told without being asked.

    The payload is given its type when it is first looked at: `isinstance` tells what it is.
    """

    __match_args__ = ("method", "payload")
    __slots__ = ("_message", "_payload")

    def __init__(self, message: Message) -> None:
        self._message = message
        self._payload = _UNREAD

    @property
    def method(self) -> str:
        """The protocol's name of the notification, such as `item/completed`."""
        return self._message["method"]  # type: ignore[return-value]

    @property
    def payload(self) -> NotificationPayload:
        """The params as their generated type; plain JSON for a method this SDK does not know.

        Raises:
            ProtocolError: the params lack something their type requires.
        """
        payload = self._payload
        if payload is _UNREAD:
            message = self._message
            try:
                payload = _decoders[message["method"]](message["params"])
            except Exception:  # noqa: BLE001 - see `_typed_payload`
                payload = _typed_payload(message)
            self._payload = payload
        return payload  # type: ignore[no-any-return]

    @property
    def params(self) -> JsonValue:
        """The params as they came, as plain JSON."""
        return self._message.get("params")

    @property
    def emitted_at(self) -> float | None:
        """When the server sent it, in seconds since the epoch; `None` when it did not say."""
        emitted = self._message.get("emittedAtMs")
        return emitted / 1000 if isinstance(emitted, (int, float)) else None

    def __eq__(self, other: object) -> bool:
        return (
            self._message == other._message if isinstance(other, Notification) else NotImplemented
        )

    def __hash__(self) -> int:
        return hash((self.method, self.emitted_at))

    def __repr__(self) -> str:
        return f"<Notification {self.method}>"

    def __reduce__(self) -> tuple[object, ...]:
        return Notification, (self._message,)  # the payload is read again when it is looked at


if not TYPE_CHECKING:
    TypedNotification = Notification


def _typed_payload(message: Message) -> NotificationPayload:
    """Does what `_decoders` could not: there was no entry, or what there is has raised.

    What a compiled function raises says nothing; `structure` names the place that does not fit.
    """
    from ..protocol.converter import structure, structurer

    params = message.get("params")
    spec = METHODS.get(message["method"])  # type: ignore[arg-type]
    if spec is None or spec.params_name is None:
        return params
    _decoders[spec.method] = cast("_Decoder", structurer(spec.params))
    return cast("WireModel", structure(params, spec.params))
