"""Notifications: method, typed payload and time of a server notification."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, TypeAlias, cast, final

import attrs

from .._hints import exported
from .._session.stream import GAP, Mismatches
from ..errors import ProtocolError
from ..protocol.methods import METHODS

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._session.stream import Message
    from ..protocol import JsonValue, WireModel

__all__ = ["GAP", "ConnectionGap", "Notification", "NotificationPayload"]

NotificationPayload: TypeAlias = "WireModel | ConnectionGap | JsonValue"

logger = logging.getLogger("trio_codex.notifications")

_Decoder: TypeAlias = "Callable[[JsonValue], NotificationPayload]"
# By method; an entry is added when a payload of the method is first read.
_decoders: dict[JsonValue, _Decoder] = {}
# Of notifications that no connection has received.
_NO_CONNECTION = Mismatches()


@final
@attrs.frozen(kw_only=True)
class ConnectionGap:
    """The payload of `trioCodex/gap`: here events are missing, because the connection was lost.

    With `connect(reconnect=True)` each stream that was open gets one. Completed items and turns
    that the gap has hidden follow as notifications that are `recovered`; deltas are missing.

    Attributes:
        reason: how the connection was lost.
        seconds: seconds from the loss to the next connection.
        attempts: how many attempts that took.
    """

    reason: str
    seconds: float
    attempts: int


# Not final: for type checkers each method has a subclass, so that comparing `method` narrows the
# type of `payload`. At run time there is only this class.
class Notification:
    """A notification sent by the server.

    The payload is decoded when it is first read; `isinstance` distinguishes the payload types.
    """

    __match_args__ = ("method", "payload")
    __slots__ = ("_message", "_payload")

    def __init__(self, message: Message, mismatches: Mismatches = _NO_CONNECTION) -> None:
        self._message = message
        # Until the payload is read, this slot holds what reading it may need.
        self._payload: Any = mismatches

    @property
    def method(self) -> str:
        """The protocol's name of the notification, such as `item/completed`."""
        return self._message["method"]  # type: ignore[return-value]

    @property
    def payload(self) -> NotificationPayload:
        """The params as their generated type; plain JSON for an unknown method.

        Params that do not fit their type stay plain JSON; `mismatch` then has the reason.
        """
        payload = self._payload
        if payload.__class__ is Mismatches:
            message = self._message
            try:
                payload = _decoders[message["method"]](message["params"])
            except Exception:  # noqa: BLE001 - see `_typed_payload`
                payload = _typed_payload(message, payload)
            self._payload = payload
        return payload  # type: ignore[no-any-return]

    @property
    def mismatch(self) -> ProtocolError | None:
        """The error of a payload that did not fit the type of its method; usually `None`.

        The error names the JSON path. The first mismatch of each method is logged.
        """
        payload = self.payload
        # A decoded payload is another object than the params.
        return None if payload is not self.params else _mismatch_of(self._message)

    def to_json(self) -> JsonValue:
        """Returns the notification as received: plain JSON with `method` and `params`."""
        return dict(self._message)

    @property
    def recovered(self) -> bool:
        """Whether it was made from the server's record, because a lost connection had hidden it."""
        return self._message.get("recovered") is True

    @property
    def params(self) -> JsonValue:
        """The params as received, as plain JSON."""
        return self._message.get("params")

    @property
    def emitted_at(self) -> float | None:
        """The server's time of sending, in seconds since the epoch; `None` if it sent none."""
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
        return Notification, (self._message,)  # the payload is decoded again when it is read


def _typed_payload(message: Message, mismatches: Mismatches) -> NotificationPayload:
    """Decodes a payload without a cached decoder, or one whose decoder has raised.

    `structure` is called again after a failure because its error names the JSON path.
    """
    from ..protocol.converter import structure, structurer

    params = message.get("params")
    spec = METHODS.get(message["method"])  # type: ignore[arg-type]
    if message["method"] == GAP and isinstance(params, dict):
        return ConnectionGap(**params)  # type: ignore[arg-type]
    if spec is None or spec.params_name is None:
        return params
    _decoders[spec.method] = cast("_Decoder", structurer(spec.params))
    try:
        return cast("WireModel", structure(params, spec.params))
    except ProtocolError as error:
        report_mismatch(spec.method, error, mismatches)
        return params


def report_mismatch(method: str, error: ProtocolError, mismatches: Mismatches) -> None:
    """Logs that a notification did not fit its type, once per method and connection."""
    if method not in mismatches:
        mismatches.add(method)
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


exported("trio_codex", Notification)
exported("trio_codex.types", ConnectionGap)
