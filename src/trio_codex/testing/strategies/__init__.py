"""Hypothesis strategies for protocol types: values, JSON, mistakes and conversations.

Needs the `testing` extra. Every drawn value can be encoded as a message.
"""

from __future__ import annotations

from ..._hints import resolvable
from .conversation import conversations
from .cuts import cut
from .events import malformed, noise
from .misses import MissKind, NearMiss, near_misses
from .stories import CommandStory, Conversation, GoalStory, Handle, QueueStory, Step, Turn
from .values import from_type, json_values, wire
from .work import command_stories, goal_stories, queue_stories

__all__ = [
    "CommandStory",
    "Conversation",
    "GoalStory",
    "Handle",
    "MissKind",
    "NearMiss",
    "QueueStory",
    "Step",
    "Turn",
    "command_stories",
    "conversations",
    "cut",
    "from_type",
    "goal_stories",
    "json_values",
    "malformed",
    "near_misses",
    "noise",
    "queue_stories",
    "wire",
]

resolvable(*(globals()[name] for name in __all__))
