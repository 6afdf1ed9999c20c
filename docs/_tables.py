"""Generated tables of the documentation, and the names that it does not link."""

from __future__ import annotations

import builtins
import collections.abc
import typing
from typing import TYPE_CHECKING

from tests.requirements import areas, marked_tests
from trio_codex import protocol, types
from trio_codex.protocol import METHODS

if TYPE_CHECKING:
    from pathlib import Path

_TITLES = {
    "client_request": "Requests",
    "server_request": "Requests of the server",
    "server_notification": "Notifications of the server",
    "client_notification": "Notifications of the client",
}
# Only the library creates these: their constructors are not documented.
NEVER_MADE = {
    *("AsyncNotificationStream", "AsyncPages", "AsyncTextStream", "AsyncTurnStream"),
    *("AsyncThread", "AsyncTurnHandle", "Thread", "TurnHandle", "TurnResult", "Notification"),
    *("AsyncChatgptLoginHandle", "AsyncDeviceCodeLoginHandle", "Tool", "NotificationStream"),
    *("ChatgptLoginHandle", "DeviceCodeLoginHandle", "Pages", "TextStream", "TurnStream"),
    *(
        "AsyncGoalHandle",
        "GoalHandle",
        "AsyncGoalStream",
        "AsyncGoalTurns",
        "GoalStream",
        "GoalTurns",
        "GoalResult",
    ),
    *("AsyncReviewHandle", "ReviewHandle", "ReviewResult"),
    *("AsyncPlanHandle", "PlanHandle", "PlanResult", "AsyncQueuedTurn", "QueuedTurn"),
    *("ConnectionStatistics", "ModelRequest", "IssuerRequest", "OutputItem", "FakeAppServer"),
    *("FakeTurn", "FakeWork"),
    *("BlockingModelServer", "BlockingLoginIssuer", "BrowserPage", "BlockingAppServerClient"),
}
# The type variables of generic classes.
_VARIABLES = {"OutputT", "P", "Q", "R", "R_co", "ScopeT", "T", "Owner", "P.args", "P.kwargs"}
# Names in signatures that need no page: aliases, and values that are only read.
_ALIASES = {
    *("ConfigOverride", "VersionPolicy", "Handler", "Predicate", "Responder", "Step"),
    *("FakeRequest", "FakeQuestion", "ChildControl", "GoalEnd"),
    *("HttpFailure", "StreamFailure", "ModelScript", "IssuerScript", "ConfigFields"),
    *("PathLike", "MessagePhase", "CommandChannel", "PortableError"),
}
_FOREIGN = (
    "ssl.",
    "trio.",
    "os.",
    "pathlib.",
    "collections.",
    "typing.",
    "types.",
    "enum.",
    "attrs.",
)


def shown_as_text(target: str) -> bool:
    """Whether a name in a signature may stay plain text.

    Generated types have no pages, and a build without a network cannot link the pages of Python and
    Trio.
    """
    name = target.rpartition(".")[2]
    return (
        name in _VARIABLES | _ALIASES
        or target.startswith(_FOREIGN)
        or name in protocol.__all__
        or any(hasattr(module, name) for module in (builtins, typing, collections.abc))
    )


def write_methods(path: Path) -> None:
    """Writes the table of methods, by direction."""
    lines: list[str] = []
    for direction, title in _TITLES.items():
        specs = [spec for spec in METHODS.values() if spec.direction == direction]
        lines += [f"### {title} ({len(specs)})", "", "| method | params | result | |"]
        lines += ["|---|---|---|---|"]
        for spec in sorted(specs, key=lambda spec: spec.method):
            params, result = (f"`{name}`" if name else "" for name in _names(spec))
            mark = "*e*" if spec.experimental else ""
            lines.append(f"| `{spec.method}` | {params} | {result} | {mark} |")
        lines.append("")
    _write(path, lines)


def _names(spec: typing.Any) -> tuple[str | None, str | None]:
    return spec.params_name, spec.result_name


def write_types(path: Path) -> None:
    """Writes the list of `trio_codex.types`, with one entry for each name."""
    lines = ["```{eval-rst}", ".. currentmodule:: trio_codex.types", ""]
    for name in types.__all__:
        value = getattr(types, name)
        if name == "Notification":
            continue  # documented at the root
        if name == "WireModel":
            lines += [".. py:class:: WireModel", "", "   The base of every generated class.", ""]
        elif isinstance(value, type):
            lines += [f".. autoclass:: {name}", *_options(value), ""]
        else:
            lines += [f".. py:type:: {name}", "", f"   {_alias(value)}", ""]
    _write(path, [*lines, "```"])


def _options(value: type) -> list[str]:
    enum = issubclass(value, str)
    return ["   :members:", *(["   :undoc-members:", "   :exclude-members: __new__"] * enum)]


def _alias(value: object) -> str:
    arguments = [getattr(part, "__name__", str(part)) for part in typing.get_args(value)]
    if arguments:
        return "One of " + ", ".join(f"`{name}`" for name in arguments) + "."
    return "Any JSON value." if value is protocol.JsonValue else f"`{value!r}`."


def write_requirements(path: Path) -> None:
    """Writes each requirement with the tests that are marked with it."""
    tests = marked_tests()
    lines: list[str] = []
    for area in areas():
        lines += [f"## {area.title}", ""]
        for key, statement in area.statements.items():
            lines += [f"`{key}`: {statement}", ""]
            lines += [*(f"- `{test}`" for test in tests.get(key, ())), ""]
    _write(path, lines)


def _write(path: Path, lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    # An unchanged file keeps its modification time, so that a second build skips it.
    if not path.is_file() or path.read_text("utf-8") != text:
        path.write_text(text, encoding="utf-8")
