"""Portal: calls of asyncio tasks into a Trio run in a private thread.

A call crosses as in the blocking client (`sync.portal`), but its caller awaits a future instead of
blocking. The rules are the same: a call is registered before `failure` is read, only the Trio
thread changes it, and a caller that was interrupted has it reaped there.

Cancelling the task that awaits a call cancels the call, waits for its end (a turn is interrupted on
the server first), for as long as closing may take at most, and goes on then. A second cancellation
does not wait, and neither do the scopes that it leaves: `_HURRIED` marks it, and what they end goes
on in the Trio thread (test_cancelling).
"""

from __future__ import annotations

import asyncio
import sys
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar, final

from .._portal.base import BasePortal
from .._portal.call import Call
from .._portal.service import closing_seconds, serve
from .._portal.trio_thread import MARGIN_SECONDS
from ..errors import ClientClosedError, InvalidArgumentError, fresh
from .call import LoopCall, Mailbox, running_loop
from .hosting import LoopHost

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from .._client.codex import AsyncCodex
    from .._portal.trio_thread import Begin, Close, Direct, Serve

__all__ = ["LoopPortal"]

T = TypeVar("T")
R = TypeVar("R")

_HURRIED: Final = "_trio_codex_hurried"


@final
class LoopPortal(BasePortal):
    """The reference of a client's objects to its private thread; without any it closes.

    It may be used from several event loops, each in its own thread.

    Attributes:
        host: runs handlers and tools in the loop that opened the client.
    """

    closing_hint = "use it in `async with`, or await aclose()"

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._used = False
        self._last_mailbox: Mailbox | None = None
        self.host: LoopHost = LoopHost()

    async def open(self, client: AsyncCodex) -> None:
        """Starts the thread, and in it a client that lives as long as the portal.

        Cancelled, or left by an error, it closes.
        """
        await self.open_service(partial(serve, client), client.aclose, closing_seconds(client))

    async def open_service(self, service: Serve, close: Close, close_timeout: float) -> None:
        """Does the same with a service that `close` ends within `close_timeout` seconds."""
        trio, mailbox = self._trio, self._mailbox()
        if self._used:
            raise ClientClosedError("this client was opened before; make a new one")
        self._used = True
        self.host.loop = mailbox.loop
        trio.close_timeout = close_timeout + MARGIN_SECONDS
        ready = LoopCall(trio.calls, mailbox)
        try:
            trio.start(ready)
            await ready.arrival
            if trio.failure is not None:
                raise fresh(trio.failure)
            await self.run(trio.host, service, close)
        except BaseException:
            await self.close()
            raise

    # -- calls ---------------------------------------------------------------------------------

    async def run(
        self, function: Callable[..., Awaitable[T]], *args: object, **options: object
    ) -> T:
        """Runs a coroutine function as a task of the Trio thread, and waits for its result.

        Raises:
            ClientClosedError: the client was closed.

        Cancelled, the task is cancelled and its end waited for.
        """
        task = partial(function, *args, **options)
        result: T = await self.perform(partial(self._trio.spawn, task))
        return result

    async def run_then(
        self,
        then: Callable[[T], R],
        function: Callable[..., Awaitable[T]],
        *args: object,
        **options: object,
    ) -> R:
        """Runs a coroutine function like `run`, and returns what `then` makes of its result.

        Cancelled, a result that comes too late is left.
        """
        task = partial(function, *args, **options)
        result: R = await self.perform(partial(self._trio.spawn, task), then=then)
        return result

    async def leave(self, function: Callable[..., Awaitable[object]], *args: object) -> None:
        """Runs a coroutine function that ends something; a closed client has ended everything.

        While a second cancellation, or the end of a destroyed task, leaves the scope, it only
        begins: what it ends is ended in the Trio thread.
        """
        handled = sys.exc_info()[1]
        begin = partial(self._trio.spawn, partial(function, *args))
        if self.ended:
            return
        if _is_hurried(handled):
            self._trio.submit(self._trio.begin, begin, Call(set()))
        elif isinstance(handled, asyncio.CancelledError):
            with _shielded():
                await self.perform(begin, patient=False)
        else:
            await self.perform(begin)

    def run_sync(self, function: Callable[..., T], *args: object) -> T:
        """Runs a function between two steps of the tasks of the Trio thread; blocks so long.

        Raises:
            ClientClosedError: the client was closed.
        """
        call = Call(self._trio.calls)
        self._begin(call, partial(_execute, partial(function, *args)))
        call.wait()
        if call.error is not None:
            raise call.error
        return call.value  # type: ignore[no-any-return]

    async def perform(
        self,
        begin: Begin,
        *,
        direct: Direct | None = None,
        then: Callable[[Any], object] | None = None,
        patient: bool = True,
        together: bool = False,
    ) -> Any:
        """Begins a call, and waits for its outcome.

        Args:
            begin: begins the call, in the Trio thread.
            direct: begins the call in this thread, if it can; else `begin` does.
            then: makes the returned value of the call's, in this thread.
            patient: whether the end of the call is waited for when the caller is cancelled.
            together: whether it may begin with the other calls of this step of the loop.

        Raises:
            ClientClosedError: the client was closed.
        """
        call = LoopCall(self._trio.calls, self._mailbox())
        try:
            if together:
                self._begin_together(call, begin)
            else:
                self._begin(call, begin, direct)
            await call.arrival
            if call.error is not None:
                if isinstance(call.error, InvalidArgumentError):
                    # Where in the library it was found is of no use to the caller.
                    call.error.__traceback__ = None
                raise call.error
            return call.value if then is None else then(call.value)
        except BaseException as error:
            if error is not call.error:
                await self._reap(call, direct, error, patient)
            # A traceback holds this frame: without this, both would wait for the collector.
            del call
            raise

    def _begin_together(self, call: LoopCall, begin: Begin) -> None:
        """Begins a call with all others of this step of its loop, for one wake-up of the thread.

        `_flush` is scheduled before the call is added: an interrupt in between leaves a flush
        without a call, and not a call without a flush.
        """
        mailbox = call.mailbox
        self._trio.calls.add(call)
        if not mailbox.outgoing:
            mailbox.loop.call_soon(self._flush, mailbox)
        mailbox.outgoing.append((begin, call))

    def _flush(self, mailbox: Mailbox) -> None:
        batch = mailbox.outgoing
        mailbox.outgoing = []
        if not self._trio.submit(self._begin_all, batch):
            for _, call in batch:
                call.end(fresh(self._trio.failure or ClientClosedError("this client was closed")))

    def _begin_all(self, batch: list[tuple[Begin, LoopCall]]) -> None:
        for begin, call in batch:
            self._trio.begin(begin, call)

    async def _reap(
        self, call: LoopCall, direct: Direct | None, error: BaseException, patient: bool
    ) -> None:
        # `reap` is queued behind everything that the call submitted, as in the blocking client.
        trio = self._trio
        if direct is not None:
            direct.withdraw()
            trio.state.direct = None
        if not patient and isinstance(error, asyncio.CancelledError):
            setattr(error, _HURRIED, True)
        hurried = _is_hurried(error)
        reaped = Call(trio.calls) if hurried else LoopCall(trio.calls, self._mailbox())
        trio.calls.add(reaped)
        if not trio.submit(trio.begin, partial(trio.spawn, call.reap), reaped):
            trio.calls.difference_update((call, reaped))
        elif isinstance(reaped, LoopCall):
            await self._settled(reaped, error)

    async def _settled(self, call: LoopCall, handled: BaseException | None) -> BaseException | None:
        """Waits for an outcome through one cancellation, and returns that; a second is raised.

        Args:
            call: the call.
            handled: what the caller handles: a cancellation is the first.
        """
        loop, first = call.arrival.get_loop(), None
        ends = loop.time() + self._trio.close_timeout
        with _shielded():
            while not call.done and (left := ends - loop.time()) > 0:
                try:
                    await asyncio.wait((call.arrival,), timeout=left)
                except asyncio.CancelledError as error:  # noqa: ASYNC103 - the caller raises it
                    if first is not None or isinstance(handled, asyncio.CancelledError):
                        setattr(error, _HURRIED, True)
                        raise
                    first = error
        return first

    def _mailbox(self) -> Mailbox:
        loop, mailbox = running_loop(), self._last_mailbox
        if mailbox is None or mailbox.loop is not loop:
            mailbox = self._last_mailbox = Mailbox(loop)
        return mailbox

    async def close(self) -> None:
        """Ends the service and the thread; a call that still waits is ended by it.

        Cancelled, it goes on, and the cancellation after it; a second one does not wait for it.
        """
        trio = self._trio
        if not self._used:
            return
        trio.stop()
        handled = sys.exc_info()[1]
        if _is_hurried(handled):
            return
        end = LoopCall(trio.calls, self._mailbox())
        trio.calls.add(end)
        # Registered before `failure` is read, as every call.
        cancelled = await self._settled(end, handled) if trio.failure is None else None
        trio.calls.discard(end)
        trio.check_ended()
        await self.host.wait_ended(trio.close_timeout)
        if cancelled is not None:
            raise cancelled


def _is_hurried(error: BaseException | None) -> bool:
    """Whether what is being handled leaves no time to wait for anything."""
    return isinstance(error, GeneratorExit) or hasattr(error, _HURRIED)


@contextmanager
def _shielded() -> Iterator[None]:
    # A cancelled scope of AnyIO, such as that of a Starlette response, cancels its tasks again in
    # every step of the loop. That is one cancellation, and not a second one.
    anyio = sys.modules.get("anyio")
    if anyio is None:
        yield
    else:
        with anyio.CancelScope(shield=True):
            yield


def _execute(function: Callable[[], object], call: Call) -> None:
    call.finish(function())
