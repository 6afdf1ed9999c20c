"""Live view of a turn: finished items scroll away, open ones are redrawn ten times a second."""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, final, overload

from rich.console import Console
from rich.live import Live
from rich.text import Text

from .._hints import exported
from .render import render_item, render_plan, shown
from .state import TurnState

if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterator
    from types import TracebackType
    from typing import Self

    from rich.console import ConsoleOptions, RenderableType, RenderResult

    from .. import AsyncTurnHandle, Notification, TurnHandle, TurnResult
    from .._client.result import OutputT

__all__ = ["TurnView"]

_REDRAWS_PER_SECOND = 10
_SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_OPEN_LINES = 12
_HTML = '<pre style="white-space:pre-wrap;line-height:1.3">{code}</pre>'
_HTML_WIDTH = 100


@final
class TurnView:
    """A turn as a rich renderable, and its display on a terminal.

    One line shows a whole turn and returns its result, in each API:

        result = await TurnView().run(await thread.turn("Fix the tests."))

    With `with TurnView() as view:` and `view.update(event)` for each event of a stream, the program
    keeps its own loop. On a terminal, completed items are printed once and the open ones are
    redrawn below them, with a line that shows time, tokens and what the turn waits for. Elsewhere,
    completed items are printed and nothing is redrawn. In a notebook, the view of a finished turn
    as the last value of a cell is displayed as HTML.

    Text of the model, of commands and of the server is shown with control characters escaped.

    Args:
        console: where to draw; default: a console on standard output.
    """

    def __init__(self, *, console: Console | None = None) -> None:
        self._console = Console() if console is None else console
        self._state = TurnState()
        self._finished: list[RenderableType] = []
        self._live: Live | None = None

    def __repr__(self) -> str:
        return f"<TurnView {self._state.status or 'open'}, {len(self._finished)} items>"

    def __enter__(self) -> Self:
        if self._console.is_terminal and not self._console.is_jupyter:
            self._live = Live(
                _OpenItems(self),
                console=self._console,
                refresh_per_second=_REDRAWS_PER_SECOND,
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        live, self._live = self._live, None
        if live is not None:
            live.stop()

    def update(self, event: Notification) -> None:
        """Takes the next event of the turn's stream.

        Args:
            event: a notification, as `turn.stream()` yields it.
        """
        for finished in self._state.update(event):
            if isinstance(finished, tuple):
                style, text = finished
                self._print(Text(shown(text), style))
            elif (rendered := render_item(finished)) is not None:
                self._print(rendered)
        if event.method == "turn/completed" and self._state.status is not None:
            self._print(self._summary())

    def _print(self, rendered: RenderableType) -> None:
        self._finished.append(rendered)
        if not self._console.is_jupyter:
            self._console.print(rendered)

    def _summary(self) -> Text:
        state = self._state
        style = "green" if state.status == "completed" else "red"
        tokens = f", {state.tokens} tokens" if state.tokens else ""
        return Text(f"{state.status} in {state.seconds:.1f} s{tokens}", style)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Takes the open items off the terminal while another program part writes to it."""
        live = self._live
        if live is None:
            yield
            return
        live.stop()
        try:
            yield
        finally:
            if self._live is live:
                live.start()

    @overload
    def run(self, turn: AsyncTurnHandle[OutputT]) -> Awaitable[TurnResult[OutputT]]: ...

    @overload
    def run(self, turn: TurnHandle[OutputT]) -> TurnResult[OutputT]: ...

    def run(self, turn: Any) -> Any:
        """Shows a turn to its end and returns its result.

        Args:
            turn: a started turn; the result of a turn of an async API is awaited.

        Raises:
            TurnFailedError: the turn failed; and everything else that `turn.run()` raises.
        """
        if hasattr(turn.stream, "__self__") and hasattr(type(turn), "__aenter__"):
            return self._run_async(turn)
        with self:
            for event in turn.stream():
                self.update(event)
        return turn.run()

    async def _run_async(self, turn: Any) -> Any:
        with self:
            async for event in turn.stream():
                self.update(event)
        return await turn.run()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self._finished
        yield _OpenItems(self)

    def _render_open(self, console: Console, options: ConsoleOptions) -> RenderResult:
        state = self._state
        for entry in list(state.open.values()):
            rendered = render_item(entry.item, entry.text)
            if rendered is not None:
                lines = console.render_lines(rendered, options, pad=False)
                for line in lines[-_OPEN_LINES:]:
                    yield from line
                    yield Text("")
        if state.plan:
            yield render_plan(state.plan)
        if state.status is None:
            yield self._footer()

    def _footer(self) -> Text:
        state = self._state
        sign = _SPINNER[int(state.seconds * _REDRAWS_PER_SECOND) % len(_SPINNER)]
        tokens = f" · {state.tokens} tokens" if state.tokens else ""
        waiting = shown(state.waiting_for())
        return Text(f"{sign} {state.seconds:.0f} s{tokens} · waiting for {waiting}", "dim")

    def _repr_html_(self) -> str:
        console = Console(record=True, file=io.StringIO(), width=_HTML_WIDTH, force_jupyter=False)
        console.print(self)
        return console.export_html(inline_styles=True, code_format=_HTML)


class _OpenItems:
    """The part of a view that is redrawn."""

    def __init__(self, view: TurnView) -> None:
        self._view = view

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        return self._view._render_open(console, options)


exported("trio_codex.live", TurnView)
