"""Hypothesis strategies for protocol types: values, JSON, mistakes and conversations.

Needs the `testing` extra. Every drawn value can be encoded as a message.
"""

from __future__ import annotations

from ..._hints import resolvable
from .conversation import conversations
from .cuts import cut
from .events import malformed, noise
from .misses import MissKind, NearMiss, near_misses
from .stories import Conversation, Handle, Step, Turn
from .values import from_type, json_values, wire

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
    "malformed",
    "near_misses",
    "noise",
    "wire",
]

resolvable(*(globals()[name] for name in __all__))
