"""Names of tools and namespaces: the runtime's rules, checked before anything is sent."""

from __future__ import annotations

import re
from typing import Final

from ..errors import InvalidArgumentError

__all__ = ["check_name", "check_namespace"]

_NAME: Final = re.compile(r"[a-zA-Z0-9_-]+\Z")
# The runtime was seen to refuse longer ones. An error here names the function, not the thread.
_NAME_LENGTH: Final = 128
_NAMESPACE_LENGTH: Final = 64
_NAMESPACE_DESCRIPTION_LENGTH: Final = 1024
_RESERVED_NAMESPACES: Final = frozenset(
    {
        "api_tool",
        "browser",
        "computer",
        "container",
        "file_search",
        "functions",
        "image_gen",
        "multi_tool_use",
        "python",
        "tool_search",
        "web",
    }
)


def check_name(name: str, what: str = "tool", limit: int = _NAME_LENGTH) -> None:
    """Refuses a name that the runtime would refuse.

    Raises:
        InvalidArgumentError: the name is malformed, too long or reserved.
    """
    if not _NAME.match(name):
        raise InvalidArgumentError(
            f"the {what} name {name!r} must match ^[a-zA-Z0-9_-]+$; give one with name="
        )
    if len(name) > limit:
        raise InvalidArgumentError(f"the {what} name {name!r} is longer than {limit} characters")
    if name == "mcp" or name.startswith("mcp__"):
        raise InvalidArgumentError(f"the {what} name {name!r} is reserved by the runtime")


def check_namespace(name: str, namespace: str | None, description: str | None) -> None:
    """Refuses a namespace that the runtime would refuse.

    Raises:
        InvalidArgumentError: its name or its description is not allowed.
    """
    if namespace is None:
        if description is not None:
            raise InvalidArgumentError(f"tool {name!r}: namespace_description without a namespace")
        return
    check_name(namespace, "namespace", _NAMESPACE_LENGTH)
    if namespace in _RESERVED_NAMESPACES:
        raise InvalidArgumentError(
            f"the namespace name {namespace!r} is reserved by the Responses API"
        )
    if description is not None and len(description) > _NAMESPACE_DESCRIPTION_LENGTH:
        raise InvalidArgumentError(
            f"the description of the namespace {namespace!r} is longer than "
            f"{_NAMESPACE_DESCRIPTION_LENGTH} characters"
        )
