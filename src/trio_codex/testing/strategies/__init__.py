"""Turns the types of the protocol into strategies: values, JSON, mistakes and conversations.

Needs the `testing` extra. Everything that is drawn can be written on the wire as it is.
"""

from __future__ import annotations

from ._conversations import conversations
from ._cuts import cut
from ._events import noise
from ._misses import MissKind, NearMiss, near_misses
from ._stories import Conversation, Handle, Step, Turn
from ._values import from_type, json_values, wire

__all__ = [
    "Conversation",
    "Handle",
    "MissKind",
    "NearMiss",
    "Step",
    "Turn",
    "conversations",
    "cut",
    "from_type",
    "json_values",
    "near_misses",
    "noise",
    "wire",
]
