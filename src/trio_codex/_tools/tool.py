"""Tools: typed functions that the model can call."""

from __future__ import annotations

import contextlib
import functools
import inspect
import logging
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar, cast, overload

import trio

from .._hints import exported
from .._schema.docstrings import read_docstring
from ..errors import InvalidArgumentError, ShapeError, describe
from .results import ToolOutcome, content_of, failure
from .signatures import (
    check_signature,
    is_async,
    is_method,
    names_around,
    parameters_of,
    plain_function,
)
from .tool_names import check_name, check_namespace

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from .._json import JsonValue
    from .._schema.derive import TypeSchema

__all__ = ["Tool", "tool"]

P = ParamSpec("P")
Q = ParamSpec("Q")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
Owner = TypeVar("Owner")

_log = logging.getLogger("trio_codex.tools")


class Tool(Generic[P, R_co]):
    """A function that the model can call; Python code can still call it as a normal function.

    Make one with `tool`. An async function runs in the task of the call. A plain function runs in
    a worker thread, so that it cannot block the event loop. A thread cannot be stopped: when the
    call is cancelled or times out, the function runs to its end and its result is dropped.

    Attributes:
        name: the name under which the model calls it.
        description: the description that the model reads.
        namespace: the group it belongs to, if any.
        namespace_description: the description of the group that the model reads.
        timeout: seconds that a call may take; `None` for no limit.
        defer_loading: whether the model finds the tool by searching instead of always seeing it.
    """

    def __init__(
        self,
        function: Callable[P, R_co],
        *,
        name: str | None = None,
        description: str | None = None,
        timeout: float | None = None,
        namespace: str | None = None,
        namespace_description: str | None = None,
        defer_loading: bool = False,
    ) -> None:
        inner = function._function if isinstance(function, Tool) else function
        plain = plain_function(inner)
        self.name: str = name if name is not None else getattr(plain, "__name__", "")
        check_name(self.name)
        check_namespace(self.name, namespace, namespace_description)
        if defer_loading and namespace is None:
            raise InvalidArgumentError(f"tool {self.name!r}: defer_loading needs a namespace")
        if timeout is not None and not timeout > 0:
            raise InvalidArgumentError(
                f"tool {self.name!r}: timeout must be above 0, not {timeout!r}"
            )
        doc = read_docstring(getattr(plain, "__doc__", None))
        self.description: str = doc.text if description is None else description
        self.namespace = namespace
        self.namespace_description = namespace_description
        self.timeout = timeout
        self.defer_loading = defer_loading
        self._texts = doc.entries
        self._names = names_around(plain, __name__)
        self._parameters: TypeSchema[dict[str, object]] | None = None
        self._unbound = is_method(plain)
        self._await: Callable[[Awaitable[object]], Awaitable[object]] = _awaited
        self._attach(plain)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co:
        """Calls the function as Python code would without `@tool`."""
        return cast("Callable[P, R_co]", self._function)(*args, **kwargs)

    def __repr__(self) -> str:
        return f"<Tool {self.qualified_name}>"

    def __reduce__(self) -> str:
        return str(vars(self)["__qualname__"])  # copied and pickled as a function is: by its name

    @overload
    def __get__(self, instance: None, owner: type[object]) -> Tool[P, R_co]: ...
    @overload
    def __get__(
        self: Tool[Concatenate[Owner, Q], R_co], instance: Owner, owner: type[Owner] | None = None
    ) -> Tool[Q, R_co]: ...
    def __get__(self, instance: object, owner: object = None) -> object:
        """Returns the tool of one instance when the function is a method."""
        if instance is None or not self._unbound:
            return self
        bound = cast("Tool[P, R_co]", object.__new__(Tool))
        bound.__dict__.update(self.__dict__, _unbound=False)
        bound._attach(self._function.__get__(instance))
        return bound

    def _hosted(self, host: Callable[[Callable[..., Any]], Callable[..., Any]]) -> Tool[P, R_co]:
        """Returns a copy that calls its async function as `host` returns it.

        A plain function still runs in a worker thread, and what it returns is awaited as `host`
        does. For the client's own use.

        Raises:
            InvalidArgumentError: JSON Schema cannot express the type of a parameter.
        """
        self._schema()
        copy = cast("Tool[P, R_co]", object.__new__(Tool))
        copy.__dict__.update(self.__dict__, _await=host(_awaited))
        if is_async(self._function):
            copy._function = host(self._function)
        return copy

    @property
    def qualified_name(self) -> str:
        """The name with the namespace in front."""
        return self.name if self.namespace is None else f"{self.namespace}.{self.name}"

    @property
    def input_schema(self) -> dict[str, JsonValue]:
        """The strict JSON Schema of the arguments: every key required, one with a default nullable.

        Raises:
            InvalidArgumentError: JSON Schema cannot express a parameter's type.
        """
        return self._schema().schema

    def spec(self) -> dict[str, JsonValue]:
        """Returns the tool in its wire form, without its namespace.

        Raises:
            InvalidArgumentError: as `input_schema` does.
        """
        spec: dict[str, JsonValue] = {
            "type": "function",
            "name": self.name,
            "description": self.description,
            "inputSchema": self.input_schema,
        }
        if self.defer_loading:
            spec["deferLoading"] = True
        return spec

    async def invoke(
        self, arguments: JsonValue, *, ids: Mapping[str, str | None] | None = None
    ) -> ToolOutcome:
        """Answers a call of the model.

        Any failure becomes an outcome with `success` false and one log record.

        Args:
            arguments: the arguments as JSON; null counts as no arguments.
            ids: the ids of the call, for the log record.

        Cancelling it cancels an async function; a plain one runs to its end in its thread.
        """
        await trio.lowlevel.checkpoint()
        extra = {"tool": self.qualified_name, **(ids or {})}
        try:
            values = self._schema().decode({} if arguments is None else arguments)
        except (InvalidArgumentError, RecursionError) as error:
            return self._failed(error, extra)
        except ShapeError as error:
            # The reason may quote the argument (a class's own validator wrote it): debug only.
            _log.error("tool %s: bad argument at %s", self.qualified_name, error.path, extra=extra)
            _log.debug("tool %s: bad argument: %s", self.qualified_name, error, extra=extra)
            return failure(f"invalid arguments for {self.name}: {error}", error)
        try:
            return await self._run(values, extra)
        except Exception as error:  # noqa: BLE001 - reported to the model and the log
            return self._failed(error, extra)
        except BaseExceptionGroup as group:
            # The call was cancelled and something failed on the way out: only the first may leave.
            cancelled, rest = group.split(trio.Cancelled)
            if cancelled is None or not isinstance(rest, ExceptionGroup):
                raise
            self._failed(rest, extra)
            raise cancelled from None

    async def _run(self, values: dict[str, object], extra: Mapping[str, object]) -> ToolOutcome:
        with trio.move_on_after(float("inf") if self.timeout is None else self.timeout) as scope:
            result = await self._call(values)
        if scope.cancelled_caught:
            _log.error(
                "tool %s: timed out after %g s", self.qualified_name, self.timeout, extra=extra
            )
            late = trio.TooSlowError(f"tool {self.name} took longer than {self.timeout:g} s")
            return failure(f"{self.name} timed out after {self.timeout:g} seconds", late)
        try:
            return ToolOutcome(content_of(result))
        except Exception as error:  # noqa: BLE001 - encoding may call code of the result
            _log.exception(
                "tool %s: its result, a %s, cannot be encoded",
                self.qualified_name,
                type(result).__name__,
                extra=extra,
            )
            return failure(f"{self.name} ran, but its result could not be encoded", error)

    async def _call(self, values: dict[str, object]) -> object:
        function = self._function
        if is_async(function):
            return await cast("Awaitable[object]", function(**values))
        # A plain wrapper around an async function returns a coroutine, which is awaited here. It
        # comes in a tuple because Trio refuses a bare one from a thread.
        (result,) = await trio.to_thread.run_sync(
            lambda: (function(**values),),
            abandon_on_cancel=True,
            thread_name=f"trio_codex tool {self.name}",
        )
        return await self._await(result) if inspect.isawaitable(result) else result

    def _failed(self, error: Exception, extra: Mapping[str, object]) -> ToolOutcome:
        _log.error("tool %s: failed", self.qualified_name, extra=extra, exc_info=error)
        return failure(f"{self.name} failed: {describe(error)}", error)

    def _attach(self, function: Callable[..., object]) -> None:
        self._function = function
        # Without its __dict__: a function may have an attribute called name.
        functools.update_wrapper(cast("Callable[P, R_co]", self), function, updated=())
        if self._unbound:
            return
        check_signature(self.name, function)
        from .._schema.derive import UnresolvedNameError

        # An annotation may name a class that is defined below; then the first use resolves it.
        with contextlib.suppress(UnresolvedNameError):
            self._derive()

    def _derive(self) -> TypeSchema[dict[str, object]]:
        if self._parameters is None:
            self._parameters = parameters_of(self.name, self._function, self._names, self._texts)
            self._names = {}
        return self._parameters

    def _schema(self) -> TypeSchema[dict[str, object]]:
        from .._schema.derive import UnresolvedNameError

        if self._unbound:
            raise InvalidArgumentError(
                f"tool {self.name!r} is a method; take it from an instance: instance.{self.name}"
            )
        try:
            return self._derive()
        except UnresolvedNameError as error:
            raise InvalidArgumentError(f"tool {self.name!r}: {error}") from error


async def _awaited(result: Awaitable[object]) -> object:
    return await result


@overload
def tool(function: Callable[P, R], /) -> Tool[P, R]: ...
@overload
def tool(
    *,
    name: str | None = None,
    description: str | None = None,
    timeout: float | None = None,
    namespace: str | None = None,
    namespace_description: str | None = None,
    defer_loading: bool = False,
) -> Callable[[Callable[P, R]], Tool[P, R]]: ...
def tool(
    function: Callable[P, R] | None = None,
    /,
    *,
    name: str | None = None,
    description: str | None = None,
    timeout: float | None = None,
    namespace: str | None = None,
    namespace_description: str | None = None,
    defer_loading: bool = False,
) -> Tool[P, R] | Callable[[Callable[P, R]], Tool[P, R]]:
    """Makes a tool of a typed function; works as `@tool` and as `@tool(...)`.

    The schema of the arguments comes from the annotations. The description of a parameter comes
    from `Annotated[str, "..."]` or the docstring's Args. A returned `str` is sent as it is, `None`
    as empty text, a `ToolImage` as an image, a list with images item by item, and anything else as
    JSON.

    Args:
        function: an async function, or a plain one, which is called in a worker thread.
        name: the name under which the model calls it, of letters, digits, `_` and `-`; default:
            the function's name.
        description: the description that the model reads; default: the docstring up to its first
            section.
        timeout: seconds that a call may take; a call that takes longer fails. Default: no limit.
        namespace: the name of a group of tools, which the model sees in front of the tool's name.
        namespace_description: the description of the group; one tool of the group is enough.
        defer_loading: whether the model must search for the tool instead of always seeing it; only
            with a namespace.

    Raises:
        InvalidArgumentError: the function cannot be a tool, its name is not allowed, or JSON Schema
            cannot express a type in its signature.
    """

    def make(target: Callable[P, R]) -> Tool[P, R]:
        return Tool(
            target,
            name=name,
            description=description,
            timeout=timeout,
            namespace=namespace,
            namespace_description=namespace_description,
            defer_loading=defer_loading,
        )

    return make if function is None else make(function)


exported("trio_codex", Tool, tool)
