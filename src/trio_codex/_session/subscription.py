"""Subscriptions to notifications that belong to no turn and no login."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

if TYPE_CHECKING:
    from .stream import EventStream

__all__ = ["Subscription"]


@final
class Subscription:
    """A stream of the notifications that belong to no turn and no login."""

    __slots__ = ("events", "methods")

    def __init__(self, methods: frozenset[str], events: EventStream) -> None:
        self.methods: frozenset[str] = methods
        self.events: EventStream = events

    def wants(self, method: str) -> bool:
        """Whether notifications of `method` go here."""
        return not self.methods or method in self.methods
