"""Ids of the thread and the turn that a notification is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..protocol import JsonValue
    from .stream import Message

__all__ = ["dig", "thread_id_of", "turn_ids_of"]

# Where an id may stand, whatever the schema says of the method: newer servers may differ.
_TURN_KEYS = (("turnId",), ("turn", "id"))
_THREAD_KEYS = (("threadId",), ("thread", "id"), ("turn", "threadId"))
_ROOT_KEYS = (("turn", "rootTurnId"),)


def thread_id_of(params: Message) -> str | None:
    """Returns the id of the thread that a notification names."""
    return _first(params, _THREAD_KEYS)


def turn_ids_of(method: str, params: Message) -> list[str]:
    """Returns the ids that the reply to a turn's start may name, the turn's own as the last."""
    ids = [_first(params, _TURN_KEYS)]
    if method == "turn/started":
        # A review's turn/started carries another id than everything else of that turn, and a
        # sub-agent's runs on another thread.
        root_id = _first(params, _ROOT_KEYS)
        ids = [root_id, *ids] if root_id != ids[0] else ids
    return [turn_id for turn_id in ids if turn_id is not None]


def dig(params: Message, path: tuple[str, ...]) -> JsonValue:
    """Returns what stands at a path of keys; `None` where there is nothing."""
    value: JsonValue = params
    for key in path:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def _first(params: Message, paths: tuple[tuple[str, ...], ...]) -> str | None:
    for path in paths:
        value = dig(params, path)
        if isinstance(value, str):
            return value
    return None
