"""A call that may be awaited or entered keeps the rules of a coroutine."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Self

import pytest
import trio

from trio_codex._client.awaitable_scope import AwaitableScope

if TYPE_CHECKING:
    from types import TracebackType


class Handle:
    """A scope that notes what happens to it."""

    def __init__(self) -> None:
        self.notes: list[object] = []

    async def __aenter__(self) -> Self:
        self.notes.append("entered")
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.notes.append(exc)


async def start(handle: Handle) -> Handle:
    await trio.lowlevel.checkpoint()
    handle.notes.append("started")
    return handle


def call(handle: Handle) -> AwaitableScope[Handle]:
    return AwaitableScope(start(handle), "AsyncThread.turn")


async def test_awaited_it_starts_and_enters_nothing() -> None:
    handle = Handle()
    assert await call(handle) is handle
    assert handle.notes == ["started"]


async def test_entered_it_starts_enters_and_leaves() -> None:
    handle = Handle()
    async with call(handle) as entered:
        assert entered is handle
        assert handle.notes == ["started", "entered"]
    assert handle.notes == ["started", "entered", None]


async def test_the_error_of_the_block_reaches_the_handle_and_leaves_plain() -> None:
    handle = Handle()
    with pytest.raises(KeyError, match="mine"):
        async with call(handle):
            raise KeyError("mine")
    assert repr(handle.notes[-1]) == "KeyError('mine')"


async def test_it_is_used_once_whichever_way() -> None:
    for first in range(2):
        once = call(Handle())
        if first:
            await once
        else:
            async with once:
                pass
        with pytest.raises(RuntimeError, match="already awaited"):
            await once
        with pytest.raises(RuntimeError, match="already awaited"):
            async with once:
                pass


async def test_a_nursery_starts_what_returns_one() -> None:
    handle = Handle()
    async with trio.open_nursery() as nursery:
        nursery.start_soon(call, handle)
        nursery.start_soon(trio.lowlevel.checkpoint)
    assert handle.notes == ["started"]


async def test_a_nursery_that_is_given_one_says_what_to_write() -> None:
    with pytest.raises(ExceptionGroup) as caught:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(trio.lowlevel.checkpoint)
            nursery.start_soon(call(Handle()))  # type: ignore[arg-type]
    assert "turn, ...)            # correct!" in str(caught.value.exceptions[0])


def test_forgotten_it_warns_as_a_coroutine_does() -> None:
    def forget() -> None:
        once = call(Handle())
        del once
        gc.collect()

    with pytest.warns(RuntimeWarning, match=r"'AsyncThread\.turn' was never awaited"):
        forget()


def test_closed_it_warns_no_more_and_says_what_it_is() -> None:
    once = call(Handle())
    assert repr(once) == "<AwaitableScope of AsyncThread.turn()>"
    once.close()


async def test_an_exception_thrown_in_ends_the_call() -> None:
    handle = Handle()
    once = call(handle)
    with pytest.raises(KeyError, match="thrown"):
        once.throw(KeyError("thrown"))
    assert handle.notes == []
