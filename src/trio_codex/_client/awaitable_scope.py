"""A call that may be awaited or entered: `turn = await call` or `async with call as turn`."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast, final

from .._hints import exported

if TYPE_CHECKING:
    from collections.abc import Generator
    from types import CoroutineType, TracebackType

__all__ = ["AwaitableScope"]


class _Scope(Protocol):
    async def __aenter__(self) -> object: ...

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...


ScopeT = TypeVar("ScopeT", bound=_Scope)


# A `Coroutine` and not only awaitable, because `nursery.start_soon` and `trio.run` refuse functions
# that return anything else. It wraps a real coroutine, so the interpreter's rules apply: awaited
# twice it raises RuntimeError, and one that is neither awaited nor entered gets a "was never
# awaited" warning when it is collected.
@final
class AwaitableScope(Coroutine[Any, Any, ScopeT]):
    """A call that has not been sent: await it for its handle, or enter it as the handle's scope.

    `handle = await call` sends it and returns the handle. `async with call as handle:` does the
    same, and leaving the block leaves the handle's scope. It can be awaited or entered only once.
    """

    __slots__ = ("__name__", "__qualname__", "_coroutine", "_scope")

    def __init__(self, coroutine: Coroutine[Any, Any, ScopeT], name: str) -> None:
        # The interpreter's warning and Trio's errors show this name.
        self.__qualname__: str = name
        self.__name__: str = name.rpartition(".")[2]
        named = cast("CoroutineType[Any, Any, ScopeT]", coroutine)
        named.__qualname__, named.__name__ = name, self.__name__
        self._coroutine = coroutine
        self._scope: ScopeT | None = None

    def __repr__(self) -> str:
        return f"<AwaitableScope of {self.__qualname__}()>"

    def __await__(self) -> Generator[Any, Any, ScopeT]:
        """Sends the call and returns its handle.

        Raises:
            RuntimeError: it was awaited or entered before.
            Exception: any error of the call.

        Cancelled, the call is cancelled as its own documentation describes.
        """
        return self._coroutine.__await__()

    async def __aenter__(self) -> ScopeT:
        """Sends the call and enters its handle.

        Raises:
            RuntimeError: it was awaited or entered before.
            Exception: any error of the call.

        Cancelled, the call is cancelled as its own documentation describes.
        """
        scope = await self._coroutine
        await scope.__aenter__()
        self._scope = scope
        return scope

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Leaves the handle's scope; shielded and bounded by `interrupt_timeout`."""
        scope, self._scope = self._scope, None
        if scope is not None:
            await scope.__aexit__(exc_type, exc, traceback)  # noqa: ASYNC102 - the scope shields itself

    def send(self, value: object) -> object:
        """Continues the call, as for any coroutine."""
        return self._coroutine.send(value)

    def throw(
        self,
        kind: type[BaseException] | BaseException,
        value: BaseException | object = None,
        traceback: TracebackType | None = None,
    ) -> object:
        """Raises an exception inside the call, as for any coroutine."""
        if value is None and traceback is None:
            return self._coroutine.throw(kind)  # the form that is not deprecated
        return self._coroutine.throw(kind, value, traceback)  # type: ignore[arg-type]

    def close(self) -> None:
        """Ends the call without sending it, as for any coroutine."""
        self._coroutine.close()


exported("trio_codex.types", AwaitableScope)
