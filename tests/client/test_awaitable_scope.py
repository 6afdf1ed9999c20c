"""Calls that may be awaited or entered behave like coroutines."""

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


async def test_awaiting_starts_the_call_and_enters_nothing() -> None:
    handle = Handle()
    assert await call(handle) is handle
    assert handle.notes == ["started"]


async def test_entering_starts_the_call_enters_and_leaves() -> None:
    handle = Handle()
    async with call(handle) as entered:
        assert entered is handle
        assert handle.notes == ["started", "entered"]
    assert handle.notes == ["started", "entered", None]


async def test_an_error_of_the_block_reaches_the_handle_and_is_not_wrapped() -> None:
    handle = Handle()
    with pytest.raises(KeyError, match="mine"):
        async with call(handle):
            raise KeyError("mine")
    assert repr(handle.notes[-1]) == "KeyError('mine')"


async def test_a_scope_can_be_used_only_once() -> None:
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


async def test_a_nursery_starts_a_function_that_returns_a_scope() -> None:
    handle = Handle()
    async with trio.open_nursery() as nursery:
        nursery.start_soon(call, handle)
        nursery.start_soon(trio.lowlevel.checkpoint)
    assert handle.notes == ["started"]


async def test_a_nursery_refuses_a_scope_and_names_the_right_call() -> None:
    with pytest.raises(ExceptionGroup) as caught:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(trio.lowlevel.checkpoint)
            nursery.start_soon(call(Handle()))  # type: ignore[arg-type]
    assert "turn, ...)            # correct!" in str(caught.value.exceptions[0])


def test_an_unused_scope_warns_like_a_coroutine() -> None:
    def forget() -> None:
        once = call(Handle())
        del once
        gc.collect()

    with pytest.warns(RuntimeWarning, match=r"'AsyncThread\.turn' was never awaited"):
        forget()


def test_a_closed_scope_does_not_warn() -> None:
    once = call(Handle())
    assert repr(once) == "<AwaitableScope of AsyncThread.turn()>"
    once.close()


async def test_an_exception_thrown_in_ends_the_call() -> None:
    handle = Handle()
    once = call(handle)
    with pytest.raises(KeyError, match="thrown"):
        once.throw(KeyError("thrown"))
    assert handle.notes == []
