"""What a client's objects refer to: the way into the private Trio thread."""

from __future__ import annotations

import warnings
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from ..errors import ClientClosedError, fresh
from .trio_thread import TrioThread

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .call import BaseCall
    from .request import Request
    from .trio_thread import Begin, Direct

__all__ = ["BasePortal", "request_class"]

T = TypeVar("T")


@cache
def request_class() -> type[Request]:
    """Returns `Request`, imported when it is first needed: the runtime is starting meanwhile.

    It is cached because an import statement in each call would cost more.
    """
    from .request import Request

    return Request


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

    def run_sync(self, function: Callable[..., T], *args: object) -> T:
        """Runs a function between two steps of the tasks of the Trio thread."""
        raise NotImplementedError

    def read(self, function: Callable[..., T], *args: object) -> T:
        """Runs a function like `run_sync`, or in this thread once the Trio thread has ended.

        Nothing changes any more then, so whatever the function reads can be read anywhere.
        """
        return function(*args) if self.ended else self.run_sync(function, *args)

    def _begin(self, call: BaseCall, begin: Begin, direct: Direct | None = None) -> None:
        """Begins a call; interrupted, or when this raises, the call has to be reaped.

        Args:
            call: the call.
            begin: begins it, in the Trio thread.
            direct: begins it in this thread, if it can; else `begin` does.

        Raises:
            ClientClosedError: the client was closed, or not opened.
        """
        trio, state = self._trio, self._trio.state
        # Registered before `failure` is read; see the first rule of `sync.portal`.
        trio.calls.add(call)
        state.direct = direct
        begun = direct is not None and trio.failure is None and direct.try_begin(call)
        state.direct = None
        if not begun and not trio.submit(trio.begin, begin, call):
            raise fresh(
                trio.failure or ClientClosedError(f"this client is not open; {self.closing_hint}")
            )

    def submit(self, function: Callable[..., object], *args: object) -> bool:
        """Schedules a function in the Trio thread, without waiting; false when that is over."""
        return self._trio.submit(function, *args)

    def spawn(self, function: Callable[[], Awaitable[object]], call: BaseCall) -> None:
        """Goes on with a call as a task; only for a call that was begun."""
        self._trio.spawn(function, call)
