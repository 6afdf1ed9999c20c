"""Runs a coroutine and cancels it at its n-th checkpoint, for every n it has."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

import trio


class _CancelAfterSteps(trio.abc.Instrument):
    """Cancels a scope when a task has yielded so many times."""

    def __init__(self, task: trio.lowlevel.Task, scope: trio.CancelScope, steps: int) -> None:
        self._task = task
        self._scope = scope
        self._left = steps

    def after_task_step(self, task: trio.lowlevel.Task) -> None:
        if task is self._task:
            self._left -= 1
            if self._left == 0:
                self._scope.cancel()


@contextmanager
def cancelling_after(scope: trio.CancelScope, steps: int) -> Iterator[None]:
    """Cancels `scope` once this task has yielded `steps` times inside the block."""
    instrument = _CancelAfterSteps(trio.lowlevel.current_task(), scope, steps)
    trio.lowlevel.add_instrument(instrument)
    try:
        yield
    finally:
        trio.lowlevel.remove_instrument(instrument)


async def cancel_at(operation: Callable[[], Awaitable[object]], steps: int) -> bool:
    """Cancels `operation` once it has yielded `steps` times; 0 means before it begins.

    Returns:
        Whether it was still running then.
    """
    with trio.CancelScope() as scope:
        if steps == 0:
            scope.cancel()
            await operation()
            return False
        with cancelling_after(scope, steps):
            await operation()
    return scope.cancel_called
