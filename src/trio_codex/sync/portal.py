"""Portal: blocking calls from any thread into a Trio run in a private thread.

A call crosses like this: the caller's thread makes a `Call`, adds it to `TrioThread.calls`, submits
a function that begins it, and waits for the call's lock. The Trio thread begins the call, finishes
it and releases the lock. Three rules make that hold, whatever comes in between:

* Every registered call gets an outcome. The caller registers its call first and then looks at
  `failure`; the end of the Trio run sets `failure` first and then looks at the calls. Whatever the
  order, one of them sees the other. Swapping either pair of steps leaves a caller blocked
  (test_living: closing wakes every waiting call).
* Only the Trio thread changes a call. An exception that a signal handler raises in the caller's
  thread, on any line, therefore never finds a call half-changed; what the caller did before it is
  in the queue of the Trio run before the `reap` that follows it. Undoing anything in the caller's
  thread would need a line that the next signal can interrupt (test_every_line interrupts every
  line of every kind of call).
* The caller's thread never waits for the Trio thread without a bound once it was interrupted: the
  bound is what closing may take (test_interrupting: a second Ctrl+C does not wait).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, final

from .._portal.base import BasePortal
from .._portal.call import Call
from .._portal.service import closing_seconds, serve
from .._portal.trio_thread import MARGIN_SECONDS
from ..errors import AppServerError, InvalidArgumentError, fresh
from .deadline import Deadline

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .._client.codex import AsyncCodex
    from .._portal.call import Leave
    from .._portal.trio_thread import Begin, Close, Direct, Serve

__all__ = ["Call", "Portal"]

T = TypeVar("T")
R = TypeVar("R")


@final
class Portal(BasePortal):
    """The reference of the blocking objects to the private thread; without any it closes."""

    def open(self, client: AsyncCodex) -> None:
        """Starts the thread, and in it a client that lives as long as the portal.

        Interrupted, it leaves what was started to `close`.
        """
        self.open_service(partial(serve, client), client.aclose, closing_seconds(client))

    def open_service(self, service: Serve, close: Close, close_timeout: float) -> None:
        """Does the same with a service that `close` ends within `close_timeout` seconds."""
        trio = self._trio
        trio.close_timeout = close_timeout + MARGIN_SECONDS
        ready = Call(trio.calls)
        trio.start(ready)
        ready.wait()
        if trio.failure is not None:
            raise fresh(trio.failure)
        self.run(trio.host, service, close)

    # -- calls ---------------------------------------------------------------------------------

    def run(self, function: Callable[..., Awaitable[T]], *args: object, **options: object) -> T:
        """Runs a coroutine function as a task of the Trio thread, and blocks for its result.

        Ctrl+C cancels the task, waits for its end, and is raised; a second one does not wait.

        Raises:
            ClientClosedError: the client was closed.
        """
        task = partial(function, *args, **options)
        return self.perform(partial(self._trio.spawn, task))  # type: ignore[no-any-return]

    def run_within(
        self,
        timeout: float | None,
        what: str,
        function: Callable[..., Awaitable[T]],
        *args: object,
        **options: object,
    ) -> T:
        """Runs a coroutine function like `run`, for `timeout` seconds from now at most.

        Raises:
            InvalidArgumentError: `timeout` is not a positive, finite number.
            TimeoutError: `what`, within that time; the function was cancelled.
            ClientClosedError: the client was closed.
        """
        if timeout is None:
            return self.run(function, *args, **options)
        deadline = Deadline(timeout, what)
        deadline.begin()
        result: T = self.run(deadline.bound, function, *args, **options)
        return result

    def run_then(
        self,
        then: Callable[[T], R],
        function: Callable[..., Awaitable[T]],
        *args: object,
        **options: object,
    ) -> R:
        """Runs a coroutine function like `run`, and returns what `then` makes of its result.

        `then` runs in this thread. Interrupted while it runs, the result is left like one that
        comes too late; made outside of this call, a handle would be lost between two lines.
        """
        task = partial(function, *args, **options)
        return self.perform(partial(self._trio.spawn, task), then=then)  # type: ignore[no-any-return]

    def leave(self, function: Callable[..., Awaitable[object]], *args: object) -> None:
        """Runs a coroutine function that ends something; a closed client has ended everything."""
        if not self.ended:
            self.run(function, *args)

    def run_sync(self, function: Callable[..., T], *args: object) -> T:
        """Runs a function between two steps of the tasks of the Trio thread.

        Raises:
            ClientClosedError: the client was closed.
        """
        return self.perform(partial(_execute, partial(function, *args)))  # type: ignore[no-any-return]

    def perform(
        self,
        begin: Begin,
        *,
        direct: Direct | None = None,
        then: Callable[[Any], object] | None = None,
        leave: Leave | None = None,
    ) -> Any:
        """Begins a call, and blocks for its outcome.

        An exception that comes in between, from a signal handler, is raised only after the call
        was reaped in the Trio thread, which by then has everything that this thread had submitted.

        Args:
            begin: begins the call, in the Trio thread.
            direct: begins the call in this thread, if it can; else `begin` does.
            then: makes the returned value of the call's, in this thread.
            leave: what is left when the caller is interrupted, instead of the call's value.

        Raises:
            ClientClosedError: the client was closed.
        """
        trio, state = self._trio, self._trio.state
        if state.private:
            raise AppServerError(
                "the blocking client was called in its own private thread and would wait for "
                "itself; call it from another one"
            )
        if state.direct is not None:
            # This is the call of a signal handler that interrupted a direct write of this thread,
            # or one was broken off there. That write may hold the writer's lock or the last slot,
            # which this call would wait for: it gives them back first and goes through the Trio
            # thread later (test_writing: a signal handler may call at every line).
            state.direct.withdraw()
        call = Call(trio.calls, leave)
        try:
            self._begin(call, begin, direct)
            call.wait()
            if call.error is not None:
                if isinstance(call.error, InvalidArgumentError):
                    # Where in the library it was found is of no use to the caller.
                    call.error.__traceback__ = None
                raise call.error
            return call.value if then is None else then(call.value)
        except BaseException as error:
            if error is not call.error:
                self._reap(call, direct)
            # A traceback holds this frame: without this, both would wait for the collector.
            del call
            raise

    def _reap(self, call: Call, direct: Direct | None) -> None:
        # No matter how far the interrupted call came: `reap` is queued behind everything that it
        # submitted, so in the Trio thread the call was begun by now or never will be.
        trio = self._trio
        if direct is not None:
            direct.withdraw()
            trio.state.direct = None
        reaped = Call(trio.calls)
        trio.calls.add(reaped)
        if trio.submit(trio.begin, partial(trio.spawn, call.reap), reaped):
            reaped.wait_bounded(trio.close_timeout)
        else:
            trio.calls.difference_update((call, reaped))

    def close(self) -> None:
        """Ends the service and the thread; a call that still waits is ended by it.

        Ctrl+C does not stop it, a second one does not wait for it.
        """
        try:
            self._close()
        except BaseException:
            # Interrupted before `stop`, closing has not begun: it begins here in any case.
            self._close()
            raise

    def _close(self) -> None:
        trio = self._trio
        trio.stop()
        if trio.state.direct is not None:
            trio.state.direct.withdraw()
        if not trio.state.private:
            trio.join()


def _execute(function: Callable[[], object], call: Call) -> None:
    call.finish(function())
