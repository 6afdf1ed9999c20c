"""What a client's objects refer to: the way into the private Trio thread."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from .trio_thread import TrioThread

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .call import BaseCall

__all__ = ["BasePortal"]


class BasePortal:
    """The reference of a client's objects to its private thread; without any it closes.

    Two objects share the work. `TrioThread` is what the private thread runs; the thread refers to
    it, so it lives as long as the Trio run. A portal is what the client's objects refer to, and
    `TrioThread` has no reference to it: when the last of them is dropped without `close`,
    `__del__` stops the Trio run (test_living: a forgotten client warns and closes).
    """

    closing_hint: str = "use it in `with`, or call close()"

    def __init__(self, name: str) -> None:
        self._trio = TrioThread(name)

    def __del__(self) -> None:
        trio = getattr(self, "_trio", None)  # The constructor may have been interrupted.
        if trio is not None and trio.entered and trio.failure is None and not trio.stopping:
            trio.stop()
            warnings.warn(
                f"a Codex was not closed; {self.closing_hint}",
                ResourceWarning,
                stacklevel=2,
            )

    @property
    def closing(self) -> bool:
        """Whether `close` has begun; then it goes on by itself."""
        return self._trio.stopping

    @property
    def ended(self) -> bool:
        """Whether nothing can be called any more."""
        return self._trio.failure is not None

    def submit(self, function: Callable[..., object], *args: object) -> bool:
        """Schedules a function in the Trio thread, without waiting; false when that is over."""
        return self._trio.submit(function, *args)

    def spawn(self, function: Callable[[], Awaitable[object]], call: BaseCall) -> None:
        """Goes on with a call as a task; only for a call that was begun."""
        self._trio.spawn(function, call)
