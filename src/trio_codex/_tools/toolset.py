"""The tools of one thread: their wire form, and the dispatch of a call to the tool it names."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import trio

from ..errors import InvalidArgumentError
from .results import ToolOutcome, failure
from .tool import Tool

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .._json import JsonValue

__all__ = ["Toolset"]

_log = logging.getLogger("trio_codex.tools")


class Toolset:
    """The tools of one thread, by namespace and name.

    Args:
        tools: the tools; their qualified names must differ.

    Raises:
        InvalidArgumentError: two have one name, a tool has a namespace's name, or one is no tool.
    """

    def __init__(self, tools: Iterable[Tool[..., object]]) -> None:
        self._tools: dict[tuple[str | None, str], Tool[..., object]] = {}
        self._namespaces: dict[str, str] = {}
        for item in tools:
            self._add(item)
        for name in self._namespaces:
            if (None, name) in self._tools:
                raise InvalidArgumentError(f"{name!r} is the name of a tool and of a namespace")

    def __len__(self) -> int:
        return len(self._tools)

    def __iter__(self) -> Iterator[Tool[..., object]]:
        return iter(self._tools.values())

    def to_wire(self) -> list[JsonValue]:
        """Returns the tools in their wire form, for `dynamicTools` of `thread/start`.

        Raises:
            InvalidArgumentError: as `Tool.input_schema` does.
        """
        groups: dict[str, list[JsonValue]] = {}
        wire: list[JsonValue] = []
        for (namespace, _), item in self._tools.items():
            if namespace is None:
                wire.append(item.spec())
                continue
            if namespace not in groups:
                groups[namespace] = []
                group: dict[str, JsonValue] = {
                    "type": "namespace",
                    "name": namespace,
                    "description": self._namespaces[namespace],
                    "tools": groups[namespace],
                }
                wire.append(group)
            groups[namespace].append(item.spec())
        return wire

    async def dispatch(
        self,
        namespace: str | None,
        tool: str,
        arguments: JsonValue,
        *,
        ids: Mapping[str, str | None] | None = None,
    ) -> ToolOutcome:
        """Answers a call of the model with the tool it names.

        A call of an unknown tool fails, with a log record.

        Args:
            namespace: the group, if any.
            tool: the tool's name.
            arguments: the arguments as JSON.
            ids: the ids of the call, for the log record.

        Cancelling it cancels the tool, as for `Tool.invoke`.
        """
        if (found := self._tools.get((namespace or None, tool))) is not None:
            return await found.invoke(arguments, ids=ids)
        await trio.lowlevel.checkpoint()
        name = f"{namespace}.{tool}" if namespace else tool
        message = (
            f"no tool {name!r} here (known: {', '.join(each.qualified_name for each in self)}); a "
            "resumed or forked thread keeps its tools, but needs them given again with tools="
        )
        _log.error("%s", message, extra={"tool": name, **(ids or {})})
        return failure(f"the tool {name} is not available", LookupError(message))

    def _add(self, item: Tool[..., object]) -> None:
        if not isinstance(item, Tool):  # type checkers know; notebooks do not
            raise InvalidArgumentError(f"{item!r} is not a tool; make it one with @tool")
        key = (item.namespace, item.name)
        if key in self._tools:
            raise InvalidArgumentError(f"there are two tools called {item.qualified_name!r}")
        self._tools[key] = item
        if item.namespace is None:
            return
        text, known = item.namespace_description or "", self._namespaces.get(item.namespace, "")
        if text and known and text != known:
            raise InvalidArgumentError(f"the namespace {item.namespace!r} is described in two ways")
        self._namespaces[item.namespace] = text or known
