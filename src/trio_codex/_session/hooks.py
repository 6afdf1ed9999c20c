"""Turns two sets of hooks into notifications into one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .stream import Message

__all__ = ["Hook", "join_hooks"]

Hook: TypeAlias = "Callable[[Message], None]"


def join_hooks(first: Mapping[str, Hook], then: Mapping[str, Hook]) -> dict[str, Hook]:
    """Makes one set of hooks of two; where both have one, both are called."""

    def both(one: Hook, other: Hook) -> Hook:
        def call(params: Message) -> None:
            one(params)
            other(params)

        return call

    shared = {method: both(first[method], then[method]) for method in first.keys() & then.keys()}
    return {**first, **then, **shared}
