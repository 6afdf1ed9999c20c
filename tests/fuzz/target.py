"""The fuzz target: any bytes become messages and typed values, or an error of the library.

The first byte says how the rest is cut; what the rest says is up to the fuzzer.
"""

from __future__ import annotations

from typing import Any

from trio_codex._wire import InboundRequest, Peer, Reply, encode_notification, encode_result
from trio_codex.errors import InvalidArgumentError, ProtocolError, ShapeError
from trio_codex.protocol import METHODS
from trio_codex.protocol.converter import check_params, structure, unstructure

__all__ = ["examine"]

LIMIT = 4096
_ASKED = ["thread/start", "thread/read", "model/list", "turn/start"]


def examine(data: bytes) -> int:
    """Feed bytes to framing, messages and converter; give the number of messages they were.

    Raises:
        AssertionError: They became something that no bytes may become.
        Exception: Anything that is not an error of ours is a fault as well.
    """
    if not data:
        return 0
    whole = _received(data[1:], len(data))
    cut = _received(data[1:], data[0] % 64 + 1)
    assert cut == whole, "the messages depend on where the bytes were cut"
    for message in whole[0]:
        _decode(message)
    return len(whole[0])


def _received(data: bytes, size: int) -> tuple[list[Any], str | None]:
    """The messages in the bytes, and the error that ended them."""
    peer: Peer[str] = Peer(max_line_bytes=LIMIT)
    for method in _ASKED:
        peer.request(method, {}, method)
    found: list[Any] = []
    try:
        for start in range(0, len(data), size):
            found += map(_plain, peer.receive(data[start : start + size]))
        # An error in the last piece shows when the next one comes.
        peer.receive(b"")
    except ProtocolError as error:
        # How much of a line that is too long had come depends on the pieces.
        return found, "too long" if "limit" in str(error) else str(error)
    assert peer.buffered <= LIMIT
    return found, None


def _plain(received: Any) -> tuple[str, str, Any]:
    if isinstance(received, InboundRequest):
        return ("request", received.method, received.params)
    if isinstance(received, Reply):
        outcome = received.result if received.error is None else str(received.error)
        return ("reply" if received.error is None else "error", received.token, outcome)
    assert type(received) is dict
    return ("notification", received["method"], received.get("params"))


def _decode(message: tuple[str, str, Any]) -> None:
    kind, method, value = message
    spec = METHODS.get(method)
    if spec is None or kind == "error":
        return
    cls = spec.result if kind == "reply" else spec.params
    if cls is None:
        return
    try:
        made = structure(value, cls)
    except ShapeError as error:
        _expect(error.path.startswith("$"), error)
        return
    back = unstructure(made)
    assert unstructure(structure(back, cls)) == back, "a value changed on its way out and in"
    _send(method, back)
    if kind != "reply":
        try:
            check_params(spec, value if isinstance(value, dict) else made)
        except InvalidArgumentError as error:
            known = ("$", " takes ", "needs params")
            _expect(any(part in str(error) for part in known), error)


def _send(method: str, value: Any) -> None:
    try:
        encode_notification(method, value)
        encode_result(1, value)
    except InvalidArgumentError as error:
        # What came in went in as JSON; only numbers past 64 bits cannot go out again.
        known = ("64-bit", "not a JSON number", "deep")
        _expect(any(part in str(error) for part in known), error)


def _expect(as_it_should_be: bool, error: Exception) -> None:
    """Take an error of ours for granted, but not what it says."""
    if not as_it_should_be:
        raise AssertionError(f"an error that says nothing: {error!r}") from error
