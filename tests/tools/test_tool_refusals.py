"""What cannot be told to a model, or the runtime would refuse, is refused where it is written."""

from __future__ import annotations

from typing import Any

import pytest

from trio_codex._tools.tool import tool
from trio_codex._tools.toolset import Toolset
from trio_codex.errors import InvalidArgumentError


def plain(x: int) -> int:
    return x


early = tool(name="early")(plain)


def no_annotation(x): ...  # type: ignore[no-untyped-def]
def any_number(*x: int) -> None: ...
def any_keyword(**x: int) -> None: ...
def by_position(x: int, /) -> None: ...
def inexpressible(x: list[complex]) -> None: ...
def yields(x: int) -> Any:
    yield x


@pytest.mark.parametrize(
    ("make", "match"),
    [
        (lambda: tool(no_annotation), "tool 'no_annotation': the parameter x has no annotation"),
        (lambda: tool(any_number), "takes any number"),
        (lambda: tool(any_keyword), "takes any keyword"),
        (lambda: tool(by_position), "positional-only"),
        (lambda: tool(inexpressible), r"'inexpressible': \$\.x\[\]: complex is not expressible"),
        (lambda: tool(yields), "a function that yields"),
        (lambda: tool(3), "made of a function, not of int"),  # type: ignore[call-overload]
        (lambda: tool(classmethod(by_position)), "class method is bound first"),  # type: ignore[arg-type, call-overload]
        (lambda: tool(lambda: 1), r"'<lambda>' must match"),
        (lambda: tool(name="a.b")(early), r"must match \^"),
        (lambda: tool(name="")(early), r"must match \^"),
        (lambda: tool(name="x\n")(early), r"must match \^"),
        (lambda: tool(name="x" * 129)(early), "longer than 128"),
        (lambda: tool(name="mcp__x")(early), "reserved by the runtime"),
        (lambda: tool(namespace="web")(early), "reserved by the Responses API"),
        (lambda: tool(namespace="n" * 65)(early), "longer than 64"),
        (lambda: tool(namespace="n", namespace_description="d" * 1025)(early), "longer than 1024"),
        (lambda: tool(namespace_description="d")(early), "without a namespace"),
        (lambda: tool(defer_loading=True)(early), "needs a namespace"),
        (lambda: tool(timeout=0)(early), "timeout must be above 0"),
        (lambda: Toolset([early, early]), "two tools called 'early'"),
        (lambda: Toolset([any_number]), "is not a tool; make it one with @tool"),  # type: ignore[list-item]
        (lambda: Toolset([early, tool(name="x", namespace="early")(early)]),
         "'early' is the name of a tool and of a namespace"),
        (lambda: Toolset([tool(name="x", namespace="n", namespace_description="a")(early),
                          tool(name="y", namespace="n", namespace_description="b")(early)]),
         "described in two ways"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_tool_is_refused_at_once(make: Any, match: str) -> None:
    with pytest.raises(InvalidArgumentError, match=match):
        make()
