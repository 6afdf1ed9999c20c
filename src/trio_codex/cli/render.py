"""Thread items for the terminal: each kind as a rich renderable.

All text of a model, a command or a server passes `shown`: a terminal obeys control characters, and
hides others.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from rich.console import Group
from rich.markdown import Markdown
from rich.padding import Padding
from rich.syntax import Syntax
from rich.text import Text

from .._requests.terminal.text import escape
from ..protocol import (
    AgentMessageThreadItem,
    CollabAgentToolCallThreadItem,
    CommandExecutionThreadItem,
    ContextCompactionThreadItem,
    DynamicToolCallThreadItem,
    EnteredReviewModeThreadItem,
    ExitedReviewModeThreadItem,
    FileChangeThreadItem,
    ImageViewThreadItem,
    McpToolCallThreadItem,
    PlanThreadItem,
    ReasoningThreadItem,
    UserMessageThreadItem,
    WebSearchThreadItem,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType

    from ..protocol import TurnPlanStep

__all__ = ["render_item", "render_plan", "shown"]

# Lines of output or of a diff that stay visible; the rest is folded to one line that counts it.
_OUTPUT_LINES = 8
_DIFF_LINES = 40
_MARKS = {"completed": ("✔", "green"), "inProgress": ("▸", "yellow"), "pending": ("☐", "dim")}


class _Markdown(Markdown):
    """Markdown of a model: raw HTML stays visible text, and a link shows its address."""

    def __init__(self, text: str) -> None:
        super().__init__("", hyperlinks=False)
        # rich's own parser takes `Vec<T>` for HTML and leaves it out.
        parser = MarkdownIt("commonmark", {"html": False}).enable(["strikethrough", "table"])
        self.markup = text
        self.parsed = parser.parse(text)


def shown(text: str) -> str:
    """Returns text with everything that a terminal would obey or hide written as an escape."""
    return escape(text.replace("\r\n", "\n"))


def render_item(item: Any, output: str = "") -> RenderableType | None:
    """Returns the item as it is shown, or `None` for one that is not.

    Args:
        item: the item, open or completed.
        output: text streamed so far, which an open item itself does not hold.
    """
    renderer = _RENDERERS.get(type(item))
    if renderer is None:
        kind = getattr(item, "type", None) or type(item).__name__
        return Text(f"· {shown(str(kind))}", "dim")
    return renderer(item, output)


def render_plan(plan: list[TurnPlanStep]) -> RenderableType:
    """Returns the steps of a plan as a checklist."""
    rows = []
    for step in plan:
        mark, style = _MARKS.get(str(step.status), ("?", "dim"))
        rows.append(Text.assemble((f"{mark} ", style), shown(step.step)))
    return Group(*rows)


def _folded(text: str, most: int) -> str:
    lines = text.rstrip("\n").split("\n")
    if len(lines) <= most:
        return "\n".join(lines)
    return "\n".join([f"… {len(lines) - most} lines …", *lines[-most:]])


def _message(item: AgentMessageThreadItem, output: str) -> RenderableType | None:
    text = item.text or output
    return _Markdown(shown(text)) if text.strip() else None


def _reasoning(item: ReasoningThreadItem, output: str) -> RenderableType | None:
    text = "\n".join(item.summary or []) or output
    return Text(_folded(shown(text), _OUTPUT_LINES), "dim italic") if text.strip() else None


def _user(item: UserMessageThreadItem, _: str) -> RenderableType | None:
    texts = [
        getattr(part, "text", None) or f"[{getattr(part, 'type', '?')}]" for part in item.content
    ]
    return Text("> " + shown("\n".join(texts)), "bold")


def _command(item: CommandExecutionThreadItem, output: str) -> RenderableType:
    text = item.aggregated_output or output
    status, code = str(item.status), item.exit_code
    head = Text.assemble(("$ ", "bold cyan"), (shown(item.command), "bold"))
    if status != "inProgress":
        good = status == "completed" and code in (0, None)
        seconds = "" if item.duration_ms is None else f", {item.duration_ms / 1000:.1f} s"
        result = status if code is None else f"exit code {code}"
        head.append(f"  {result}{seconds}", "green" if good else "red")
    if not text.strip():
        return head
    return Group(head, Padding(Text(_folded(shown(text), _OUTPUT_LINES), "dim"), (0, 0, 0, 2)))


def _file_change(item: FileChangeThreadItem, _: str) -> RenderableType:
    parts: list[RenderableType] = []
    for change in item.changes:
        kind = getattr(change.kind, "type", change.kind)
        name = shown(_short(change.path))
        parts.append(Text.assemble((f"{shown(str(kind))} ", "cyan"), (name, "bold")))
        if change.diff.strip():
            diff = _folded(shown(change.diff), _DIFF_LINES)
            parts.append(Syntax(diff, "diff", background_color="default", word_wrap=True))
    if str(item.status) not in ("completed", "inProgress"):
        parts.append(Text(str(item.status), "red"))
    return Group(*parts)


def _short(path: str) -> str:
    """Returns the path relative to the working directory, if it is in it."""
    given, here = Path(path), Path.cwd()
    return str(given.relative_to(here)) if given.is_relative_to(here) else path


def _plan(item: PlanThreadItem, output: str) -> RenderableType | None:
    text = item.text or output
    return Group(Text("Plan", "bold magenta"), _Markdown(shown(text))) if text.strip() else None


def _tool(item: McpToolCallThreadItem | DynamicToolCallThreadItem, _: str) -> RenderableType:
    place = getattr(item, "server", None) or getattr(item, "namespace", None)
    name = f"{place}.{item.tool}" if place else item.tool
    failed = str(item.status) == "failed" or getattr(item, "success", None) is False
    ending = {"inProgress": " …", "completed": ""}.get(str(item.status), f" {item.status}")
    return Text.assemble(("⚒ ", "cyan"), shown(name), (shown(ending), "red" if failed else "dim"))


def _agents(item: CollabAgentToolCallThreadItem, _: str) -> RenderableType:
    states = {key: getattr(state, "status", state) for key, state in item.agents_states.items()}
    listed = ", ".join(f"{key[:8]} {shown(str(state))}" for key, state in states.items())
    return Text.assemble(("agents ", "cyan"), shown(str(item.tool)), (f"  {listed}", "dim"))


def _line(label: str, *fields: str) -> Callable[[Any, str], RenderableType]:
    def render(item: Any, _: str) -> RenderableType:
        values = [shown(str(getattr(item, name))) for name in fields]
        return Text(" ".join([f"· {label}", *values]), "dim")

    return render


_RENDERERS: dict[type, Callable[[Any, str], RenderableType | None]] = {
    AgentMessageThreadItem: _message,
    CollabAgentToolCallThreadItem: _agents,
    CommandExecutionThreadItem: _command,
    ContextCompactionThreadItem: _line("context compacted"),
    DynamicToolCallThreadItem: _tool,
    EnteredReviewModeThreadItem: _line("review of", "review"),
    ExitedReviewModeThreadItem: _line("review finished"),
    FileChangeThreadItem: _file_change,
    ImageViewThreadItem: _line("image", "path"),
    McpToolCallThreadItem: _tool,
    PlanThreadItem: _plan,
    ReasoningThreadItem: _reasoning,
    UserMessageThreadItem: _user,
    WebSearchThreadItem: _line("web search", "query"),
}
