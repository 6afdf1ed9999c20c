"""Turns a raw notification into its method, its typed payload and its time."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from ..errors import ProtocolError
from ..protocol.methods import METHODS

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._session.stream import Message
    from ..protocol import JsonValue, WireModel
    from ..protocol._generated.notifications import TypedNotification

__all__ = ["Notification", "NotificationPayload", "TypedNotification"]

NotificationPayload: TypeAlias = "WireModel | JsonValue"

logger = logging.getLogger("trio_codex.notifications")

_UNREAD: Any = object()
_Decoder: TypeAlias = "Callable[[JsonValue], NotificationPayload]"
# By method, filled when a payload of that method is first looked at.
_decoders: dict[JsonValue, _Decoder] = {}
# The methods of which a notification did not fit its type: each is logged once.
_mismatched: set[str] = set()


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

        Params that do not fit their type stay plain JSON as well; then `mismatch` is the reason.
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
    def mismatch(self) -> ProtocolError | None:
        """Why `payload` is plain JSON although this SDK knows the method; usually `None`.

        The error names the JSON path that does not fit. The first one of each method is logged.
        """
        payload = self.payload
        # What was structured is another object than the params.
        return None if payload is not self.params else _mismatch_of(self._message)

    def to_json(self) -> JsonValue:
        """Returns the notification as it came: plain JSON with `method` and `params`."""
        return dict(self._message)

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
    try:
        return cast("WireModel", structure(params, spec.params))
    except ProtocolError as error:
        report_mismatch(spec.method, error)
        return params


def report_mismatch(method: str, error: ProtocolError) -> None:
    """Logs that a notification did not fit its type, once for each method."""
    if method not in _mismatched:
        _mismatched.add(method)
        logger.warning(
            "a notification did not fit its type and stays plain JSON: %s: %s",
            method,
            error,
            extra={"codex_method": method},
        )


def _mismatch_of(message: Message) -> ProtocolError | None:
    from ..protocol.converter import structure

    spec = METHODS.get(message["method"])  # type: ignore[arg-type]
    if spec is None or spec.params_name is None:
        return None
    try:
        structure(message.get("params"), spec.params)
    except ProtocolError as error:
        return error
    return None
